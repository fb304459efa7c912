import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { VegaLiteSpec } from '../charts/spec.js'
import { badChart, badValue, internal } from '../errors.js'
import { type Draw, type Drawing, memoise } from './drawing.js'
import { nameOf } from './vega.js'

/** Threads that draw charts beside the work of the main one. */
export interface DrawingPool {
  /**
   * Draws a chart in one of the threads, each chart once.
   *
   * @throws InputError `bad-chart` as `render`; InternalError when a thread has failed or the pool is closed.
   */
  readonly draw: Draw
  /** Ends the threads; what is still being drawn is refused. */
  close(): Promise<void>
}

/** What a thread is asked. */
export interface DrawingOrder {
  readonly number: number
  readonly spec: VegaLiteSpec
}

/** What a thread answers. */
export type DrawingAnswer =
  | { readonly number: number; readonly drawing: Drawing }
  | { readonly number: number; readonly chart: string; readonly problem: string }
  | { readonly number: number; readonly fault: string }

/** The built script of a thread lies in `dist`, whether this file is run from there or from `src`. */
const SCRIPT = new URL('../../dist/render/drawingThread.js', import.meta.url)
/** More threads than this take more to start than they save. */
const USEFUL = 3
const MOST = 64

interface Waiting {
  readonly done: (drawing: Drawing) => void
  readonly fail: (error: Error) => void
}

/**
 * Starts threads that draw charts; they load Vega while the main one does other work. Close it, or the process will not
 * end.
 *
 * @param threads how many; by default one for each processor but one, at least one.
 * @throws InputError `bad-value` when it is no whole number from 1 to 64.
 * @example
 * import { drawingPool, renderAll } from 'wardstick/render'
 * const spec = {
 *   $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
 *   title: { text: 'One point', subtitle: [] },
 *   description: 'One point.',
 *   data: { values: [{ x: 1 }] },
 *   mark: 'point',
 *   encoding: { x: { field: 'x', type: 'quantitative' } },
 * }
 * const pool = drawingPool()
 * const pictures = await renderAll([spec], { draw: pool.draw })
 * await pool.close()
 * pictures.length // => 1
 */
export function drawingPool(threads = Math.min(USEFUL, Math.max(1, availableParallelism() - 1))): DrawingPool {
  if (!(Number.isInteger(threads) && threads >= 1 && threads <= MOST))
    throw badValue('threads of a drawing pool', threads, `a whole number from 1 to ${MOST}`)
  const waiting = new Map<number, Waiting>()
  let ended: Error | undefined
  /** Refuses what is asked and all that will be: a pool that has lost a thread draws no more. */
  const end = (error: Error): void => {
    ended ??= error
    for (const { fail } of waiting.values()) fail(ended)
    waiting.clear()
  }
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(SCRIPT)
    worker.on('message', (answer: DrawingAnswer) => {
      const asked = waiting.get(answer.number)
      waiting.delete(answer.number)
      if ('drawing' in answer) asked?.done(answer.drawing)
      else asked?.fail('chart' in answer ? badChart(answer.chart, answer.problem) : internal(answer.fault))
    })
    worker.on('error', (error: unknown) => {
      end(internal(`a thread that draws charts has failed: ${error instanceof Error ? error.message : String(error)}`))
    })
    worker.on('exit', (code) => {
      end(internal(`a thread that draws charts has ended with ${code}`))
    })
    return worker
  })
  let asked = 0
  return {
    draw: memoise((spec) => {
      const number = asked++
      return new Promise<Drawing>((done, fail) => {
        if (ended !== undefined) {
          fail(ended)
          return
        }
        waiting.set(number, { done, fail })
        try {
          workers[number % workers.length]?.postMessage({ number, spec } satisfies DrawingOrder)
        } catch (error) {
          waiting.delete(number)
          fail(badChart(nameOf(spec), error instanceof Error ? error.message : String(error)))
        }
      })
    }),
    close: async () => {
      end(internal('the threads that draw charts were closed'))
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
