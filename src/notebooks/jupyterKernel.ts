import { createRequire } from 'node:module'
import type { CellProblem } from '../errors.js'
import { type CreateExecutor, watchCells } from './watchCells.js'

const WITH_SERVER_EVERY = 1000

/**
 * Starts tslab as the kernel of a Jupyter server, by the arguments of the command line: a cell shows what it ends with,
 * and tells its errors in one message. It ends with the server.
 *
 * @param tslab the folder of tslab.
 */
export function startJupyterKernel(tslab: string): void {
  endWithServer()
  const load = createRequire(import.meta.url)
  const executor = load(`${tslab}/dist/executor.js`) as { createExecutor: CreateExecutor }
  const watched = watchCells(executor.createExecutor, (cell, problems, last) =>
    process.stderr.write(problems.map((problem) => `${inCell(problem, cell, last)}\n`).join('')),
  )
  executor.createExecutor = watched.createExecutor
  const { main } = load(`${tslab}/dist/main.js`) as { main: () => void }
  main()
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.removeAllListeners(event).on(event, watched.failLate)
}

/** A problem as its cell has it; one of an earlier cell names that. */
function inCell({ line, problem }: CellProblem, cell: number, last: number): string {
  const where = [...(cell === last ? [] : [`cell ${cell}`]), ...(line === null ? [] : [`line ${line}`])]
  return where.length === 0 ? problem : `${where.join(', ')}: ${problem}`
}

/** A server that is ended by a second Ctrl-C ends without its kernels, and tslab does not end by itself. */
function endWithServer(): void {
  const server = process.ppid
  setInterval(() => {
    if (process.ppid !== server) process.exit()
  }, WITH_SERVER_EVERY).unref()
}
