import type { CellProblem } from '../errors.js'
import type { OutputEvent } from './outputs.js'

/** What the process that runs the cells of a notebook is asked to do. */
export interface KernelOrder {
  /** The folder of tslab. */
  readonly tslab: string
  readonly cells: readonly string[]
  /** Whether the cells after one that fails are run. */
  readonly allowErrors: boolean
}

/** What it tells; `finished` that the last cell has ended, `done` that nothing is left to do. */
export type KernelMessage =
  | { readonly kind: 'started'; readonly cell: number }
  | { readonly kind: 'output'; readonly event: OutputEvent }
  | { readonly kind: 'failed'; readonly cell: number; readonly problems: readonly CellProblem[] }
  | { readonly kind: 'finished' | 'done' }

/** The stream of the process to which it writes its messages, a line each. */
export const MESSAGES = 3
