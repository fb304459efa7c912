import { type ChildProcess, fork } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { badFile, badValue, failedCell, failedKernel } from '../errors.js'
import { cellsThatRun } from './compareOutputs.js'
import { type Cell, type Notebook, type Output, readNotebook } from './file.js'
import type { KernelMessage, KernelOrder } from './kernelProcess.js'
import { type OutputEvent, collectOutputs } from './outputs.js'
import { requireTslab } from './tslab.js'

/** How a notebook is run. */
export interface NotebookRunOptions {
  /** How long a cell may take, in seconds; also, how long what the cells started may go on after the last of them. */
  readonly timeout?: number
}

/** A notebook as its file holds it, and as the run left it. */
export interface NotebookRun {
  readonly committed: Notebook
  readonly ran: Notebook
}

/** The built script of the process lies in `dist`, whether this file is run from there or from `src`. */
const SCRIPT = fileURLToPath(new URL('../../dist/notebook/kernelProcess.js', import.meta.url))
const TIMEOUT = 120
const LONGEST_TIMEOUT = 86_400
/** How long a kernel may take to start, in seconds, whatever a cell may take. */
const START = 120
/** The lines in which Node says why it broke down. */
const LAST_WORDS = /^(?:FATAL ERROR|\w*Error): .*$/gm

/**
 * Runs the cells of a notebook in their order, in a process of their own: with its globals clean, and with the
 * notebook's folder as its own, from which modules and their types are found. The file is not written.
 *
 * @throws InputError `missing-file`, `bad-file`; `missing-package` when tslab is not installed; `failed-cell` when a
 * cell does not pass the type check, throws, or takes too long.
 */
export async function runNotebook(file: string, { timeout = TIMEOUT }: NotebookRunOptions = {}): Promise<NotebookRun> {
  if (!(timeout > 0 && timeout <= LONGEST_TIMEOUT))
    throw badValue('timeout of a cell', timeout, `seconds, more than 0 and at most ${LONGEST_TIMEOUT}`)
  const committed = await readNotebook(file)
  requireTypeScript(file, committed)
  const folder = dirname(resolve(file))
  const events = await outputEvents(
    file,
    folder,
    { tslab: requireTslab(folder), cells: cellsThatRun(committed).map(({ source }) => source) },
    timeout,
  )
  return { committed, ran: withOutputs(committed, collectOutputs(events)) }
}

function requireTypeScript(file: string, { metadata }: Notebook): void {
  const { name } = (metadata['kernelspec'] ?? { name: 'tslab' }) as { readonly name?: unknown }
  if (name !== 'tslab')
    throw badFile(
      file,
      `its kernel is '${String(name)}', and only notebooks of the kernel 'tslab' (TypeScript) are run`,
      'Open it in JupyterLab, choose the TypeScript kernel, and save it.',
    )
}

function withOutputs(notebook: Notebook, outputs: ReadonlyMap<number, readonly Output[]>): Notebook {
  const numbers = new Map<Cell, number>(cellsThatRun(notebook).map((cell, i) => [cell, i + 1]))
  const cells = notebook.cells.map((cell): Cell => {
    if (cell.cell_type !== 'code') return cell
    const number = numbers.get(cell)
    // When a cell was run is another time in every run.
    const metadata = Object.fromEntries(Object.entries(cell.metadata).filter(([key]) => key !== 'execution'))
    return { ...cell, metadata, execution_count: number ?? null, outputs: [...(outputs.get(number ?? 0) ?? [])] }
  })
  return { ...notebook, cells }
}

/** Has a process run the cells, and gives what they printed and displayed. */
async function outputEvents(
  file: string,
  folder: string,
  order: KernelOrder,
  timeout: number,
): Promise<readonly OutputEvent[]> {
  const kernel = fork(SCRIPT, [], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] })
  const seconds = `${timeout} ${timeout === 1 ? 'second' : 'seconds'}`
  const lastWords = lastTextOf(kernel)
  const events: OutputEvent[] = []
  let phase: 'starting' | 'finished' | 'done' | number = 'starting'
  const broken = (problem: string): Error =>
    typeof phase === 'number' ? failedCell(file, phase, [{ line: null, problem }]) : failedKernel(file, problem)
  const tooLong = (): Error =>
    phase === 'finished'
      ? failedKernel(
          file,
          `every cell ran, but something that they started still went on after ${seconds}: a timer, a server, ` +
            `a pool that is not closed. End it in the last cell.`,
        )
      : phase === 'starting'
        ? failedKernel(file, `the kernel did not start within ${START} seconds.`)
        : broken(`it was stopped after ${seconds}. Give it longer with --timeout SECONDS.`)
  try {
    await new Promise<void>((done, fail) => {
      const waiting = (limit: number): NodeJS.Timeout => setTimeout(() => fail(tooLong()), limit * 1000)
      let patience = waiting(START)
      kernel.on('message', (message: KernelMessage) => {
        if (message.kind === 'output') events.push(message.event)
        else if (message.kind === 'failed') fail(failedCell(file, message.cell, message.problems))
        else phase = message.kind === 'started' ? message.cell : message.kind
        if (message.kind !== 'started' && message.kind !== 'finished') return
        clearTimeout(patience)
        patience = waiting(timeout)
      })
      kernel.once('error', (error) => fail(failedKernel(file, `the kernel could not be started: ${error.message}`)))
      kernel.once('close', (code, signal) => {
        clearTimeout(patience)
        if (phase === 'done') done()
        else
          fail(
            broken(
              `the kernel ended (${signal ?? `exit code ${code ?? 'unknown'}`}) before the work did.${lastWords()}`,
            ),
          )
      })
      kernel.send(order)
    })
  } finally {
    kernel.kill('SIGKILL')
  }
  return events
}

/** Remembers what a process writes past the kernel: warnings of Node, and why it broke down. */
function lastTextOf({ stderr }: ChildProcess): () => string {
  let text = ''
  stderr?.setEncoding('utf8').on('data', (more: string) => (text += more))
  return () => (text.match(LAST_WORDS) ?? []).map((line) => ` ${line}.`).join('')
}
