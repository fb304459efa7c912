import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { VegaLiteSpec } from '../charts/spec.js'
import { badChart, internal } from '../errors.js'
import { type Draw, type Drawing, remembered } from './drawing.js'

/** Threads that draw charts beside the work of the main one. */
export interface DrawingPool {
  /** Draws a chart in one of the threads, each chart once. @throws InputError `bad-chart` as `render`. */
  readonly draw: Draw
  /** Ends the threads; what is still being drawn is lost. */
  close(): Promise<void>
}

/** What a thread is asked. */
export interface DrawingOrder {
  readonly number: number
  readonly spec: VegaLiteSpec
}

/** What a thread answers. */
export type DrawingAnswer = { readonly number: number; readonly drawing: Drawing } | { readonly number: number; readonly chart: string; readonly problem: string } | { readonly number: number; readonly fault: string }

/** The built script of a thread lies in `dist`, whether this file is run from there or from `src`. */
const SCRIPT = new URL('../../dist/render/drawingThread.js', import.meta.url)
/** More threads than this take more to start than they save. */
const MOST = 3

interface Waiting {
  readonly done: (drawing: Drawing) => void
  readonly fail: (error: Error) => void
}

/**
 * Starts threads that draw charts; they load Vega while the main one does other work. Close it, or the process will not end.
 *
 * @param threads how many; by default one for each processor but one, at least one.
 * @example
 * import { drawingPool, renderAll } from 'wardstick/render'
 * const spec = { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', title: { text: 'One point', subtitle: [] }, description: 'One point.', data: { values: [{ x: 1 }] }, mark: 'point', encoding: { x: { field: 'x', type: 'quantitative' } } }
 * const pool = drawingPool()
 * const pictures = await renderAll([spec], { draw: pool.draw })
 * await pool.close()
 * pictures.length // => 1
 */
export function drawingPool(threads = Math.min(MOST, Math.max(1, availableParallelism() - 1))): DrawingPool {
  const waiting = new Map<number, Waiting>()
  const failAll = (error: Error): void => {
    for (const { fail } of waiting.values()) fail(error)
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
    worker.on('error', (error: unknown) => failAll(internal(`a thread that draws charts has failed: ${String(error)}`)))
    return worker
  })
  let asked = 0
  return {
    draw: remembered((spec) => {
      const number = asked++
      return new Promise<Drawing>((done, fail) => {
        waiting.set(number, { done, fail })
        workers[number % workers.length]?.postMessage({ number, spec } satisfies DrawingOrder)
      })
    }),
    close: async () => {
      failAll(internal('the threads that draw charts were closed'))
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
