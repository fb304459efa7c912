import { AsyncLocalStorage } from 'node:async_hooks'
import vm from 'node:vm'
import type { CellProblem } from '../errors.js'
import { showsItself } from '../display/blocks.js'
import { cellOfError, nameOfCell, problemOf, problemsOf } from './cellProblem.js'
import { show } from '../display/show.js'

/** What is used of tslab's executor. */
export interface Executor {
  execute(code: string): Promise<boolean>
  close(): void
}

/** How tslab makes an executor; what it prints to `log` is the last expression of a cell. */
export type CreateExecutor = (folder: string, converters: object, console: Printer) => Executor

interface Printer {
  readonly log: (...values: unknown[]) => void
  readonly error: (...values: unknown[]) => void
}

/** Is told what is wrong with a cell, by the number that Jupyter gives it, and which cell was given last. */
export type TellFailure = (cell: number, problems: readonly CellProblem[], last: number) => void

/** The cells of a kernel, watched. */
export interface WatchedCells {
  /** Makes an executor as tslab does, in which a cell shows what it ends with, and tells its errors in one message. */
  readonly createExecutor: CreateExecutor
  /** The cell to which what happens now belongs: the one that started it, also after it has ended. */
  readonly cellNow: () => number
  /** Tells an error that no cell waited for. */
  readonly failLate: (error: unknown) => void
}

/** Watches the cells of an executor of tslab. */
export function watchCells(create: CreateExecutor, onFailure: TellFailure): WatchedCells {
  const cells = { sources: new Map<number, string>(), executed: new Map<number, string>() }
  const belongsTo = new AsyncLocalStorage<number>()
  const cellNow = (): number => belongsTo.getStore() ?? cells.sources.size
  nameCells((code) => {
    cells.executed.set(cells.sources.size, code)
    return nameOfCell(cells.sources.size)
  })

  const createExecutor: CreateExecutor = (folder, converters, { log }) => {
    let printed: (readonly unknown[])[] = []
    let last: unknown
    const inner = create(folder, converters, {
      log: (value: unknown) => void (last = value),
      error: (...values: unknown[]) => void printed.push(values),
    })
    const execute = async (code: string): Promise<boolean> => {
      ;[printed, last] = [[], undefined]
      const cell = cells.sources.size + 1
      cells.sources.set(cell, code)
      const isDone = await belongsTo.run(cell, async () => {
        const isRun = await inner.execute(code)
        await showLast(last, log).catch((error: unknown) => void printed.push([error]))
        return isRun
      })
      if (printed.length > 0) onFailure(cell, problemsOf(printed, cell, cells), cells.sources.size)
      return isDone && printed.length === 0
    }
    return { ...inner, execute }
  }
  const failLate = (error: unknown): void => {
    const cell = cellOfError(error) ?? cellNow()
    onFailure(cell, [problemOf(error, cell, cells)], cells.sources.size)
  }
  return { createExecutor, cellNow, failLate }
}

/** Shows what a cell ends with, or prints it as Node does; a cell that ends with nothing leaves it undefined. */
async function showLast(value: unknown, log: (value: unknown) => void): Promise<void> {
  if (showsItself(value)) await show(value)
  else if (value !== undefined) log(value)
}

/** Gives the JavaScript of each cell a name of its own; tslab runs all of them under one. */
function nameCells(nameOf: (code: string) => string): void {
  const { runInThisContext } = vm
  vm.runInThisContext = (code, options) =>
    typeof options === 'object' && 'breakOnSigint' in options
      ? (runInThisContext(code, { ...options, filename: nameOf(code) }) as unknown)
      : (runInThisContext(code, options) as unknown)
}
