import { parentPort } from 'node:worker_threads'
import { InputError } from '../errors.js'
import { drawChart } from './drawing.js'
import type { DrawingAnswer, DrawingOrder } from './drawingPool.js'

const port = parentPort
const answer = (text: DrawingAnswer): void => port?.postMessage(text)

port?.on('message', ({ number, spec }: DrawingOrder) => {
  drawChart(spec).then(
    (drawing) => {
      answer({ number, drawing })
    },
    (error: unknown) => {
      const { chart, problem } = (error instanceof InputError ? error.data : {}) as {
        readonly chart?: string
        readonly problem?: string
      }
      answer(
        chart === undefined || problem === undefined ? { number, fault: String(error) } : { number, chart, problem },
      )
    },
  )
})

// Loaded before the first chart comes, while the main thread does other work; what fails then fails again, and is told,
// with it.
Promise.all([import('vega'), import('vega-lite')]).catch(() => undefined)
