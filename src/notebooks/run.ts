import { dirname, resolve } from 'node:path'
import { type CellProblem, type InputError, badFile, badValue, failedCell, failedKernel } from '../errors.js'
import { cellsThatRun } from './compareOutputs.js'
import { type Cell, type Notebook, type Output, readNotebookFile } from './file.js'
import { collectOutputs } from './outputs.js'
import { type CellsRun, runCells } from './runCells.js'
import { requireTslab } from './tslab.js'

/** How a notebook is run. */
export interface NotebookRunOptions {
  /**
   * How long a cell may take, in seconds; also, how long what the cells started may go on after the last of them. 120
   * when left out.
   */
  readonly timeout?: number
  /** How much the cells may print and display in all, in megabytes; 10 when left out. */
  readonly maxOutput?: number
  /** Whether the cells after one that fails are run; false when left out. */
  readonly allowErrors?: boolean
}

/** A notebook as its file holds it, and as the run left it. */
export interface NotebookRun {
  readonly committed: Notebook
  /** The text of its file. */
  readonly content: string
  /** What ran, with its outputs; a cell that failed has its error as an output, one that did not run has none. */
  readonly ran: Notebook
  /** What went wrong, in the order in which it did. */
  readonly failures: readonly InputError[]
  /** Whether every cell has run to its end or its error. */
  readonly isWhole: boolean
}

const TIMEOUT = 120
const LONGEST_TIMEOUT = 86_400
const MAX_OUTPUT = 10
const LARGEST_OUTPUT = 400

/**
 * Runs the cells of a notebook in their order, in a process of their own: with its globals clean, and with the
 * notebook's folder as its own, from which modules and their types are found. The file is not written.
 *
 * A cell that does not pass the type check, throws, takes too long, prints too much or ends the process is a failure,
 * told in the result beside what ran before it.
 *
 * @throws InputError `missing-file`, `bad-file`, `bad-value`; `missing-package` when tslab is not installed;
 * `failed-cell` when no cell could be started.
 */
export async function runNotebook(file: string, options: NotebookRunOptions = {}): Promise<NotebookRun> {
  const { timeout = TIMEOUT, maxOutput = MAX_OUTPUT, allowErrors = false } = options
  requireWithin('timeout of a cell', timeout, LONGEST_TIMEOUT, 'seconds')
  requireWithin('largest output', maxOutput, LARGEST_OUTPUT, 'megabytes')
  const { notebook, content } = await readNotebookFile(file)
  requireTypeScript(file, notebook)
  const folder = dirname(resolve(file))
  const cells = cellsThatRun(notebook).map(({ source }) => source)
  const run = await runCells({ tslab: requireTslab(folder), cells, allowErrors }, folder, { timeout, maxOutput })
  const failures = failuresOf(file, run)
  if (run.started === 0 && failures[0] !== undefined) throw failures[0]
  return {
    committed: notebook,
    content,
    ran: withOutputs(notebook, run),
    failures,
    isWhole: run.trouble === null && (allowErrors || failures.length === 0),
  }
}

function requireWithin(what: string, given: number, most: number, unit: string): void {
  if (!(given > 0 && given <= most)) throw badValue(what, given, `${unit}, more than 0 and at most ${most}`)
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

function failuresOf(file: string, { failures, trouble, started, isFinished }: CellsRun): InputError[] {
  const told = failures.map(({ cell, problems }) => failedCell(file, cell, problems))
  if (trouble === null) return told
  const isOfCell = started > 0 && !isFinished
  return [
    ...told,
    isOfCell ? failedCell(file, started, [{ line: null, problem: trouble }]) : failedKernel(file, trouble),
  ]
}

function withOutputs(notebook: Notebook, run: CellsRun): Notebook {
  const numbers = new Map<Cell, number>(cellsThatRun(notebook).map((cell, i) => [cell, i + 1]))
  const outputs = collectOutputs(run.events)
  const cells = notebook.cells.map((cell): Cell => {
    if (cell.cell_type !== 'code') return cell
    const number = numbers.get(cell) ?? 0
    const hasRun = number > 0 && number <= run.started
    // When a cell was run is another time in every run.
    const metadata = Object.fromEntries(Object.entries(cell.metadata).filter(([key]) => key !== 'execution'))
    return {
      ...cell,
      metadata,
      execution_count: hasRun ? number : null,
      outputs: hasRun ? [...(outputs.get(number) ?? []), ...errorsOf(number, run)] : [],
    }
  })
  return { ...notebook, cells }
}

/** The errors of a cell as outputs; why the whole run was ended stands in the cell that ran last. */
function errorsOf(number: number, { failures, trouble, started }: CellsRun): Output[] {
  const problems = failures.filter(({ cell }) => cell === number).map((failure) => failure.problems)
  const ended = trouble !== null && number === started ? [[{ line: null, problem: trouble }]] : []
  return [...problems, ...ended].map(errorOutput)
}

function errorOutput(problems: readonly CellProblem[]): Output {
  const lines = problems.map(({ line, problem }) => (line === null ? problem : `line ${line}: ${problem}`))
  return { output_type: 'error', ename: 'Error', evalue: lines.join('\n'), traceback: lines }
}
