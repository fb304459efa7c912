/**
 * The process in which the cells of one notebook run: the tslab kernel without its sockets. It is started with the
 * notebook's folder as its own, is given an order, answers with messages, and ends when nothing that the cells started
 * is left to do.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { createRequire } from 'node:module'
import { inspect } from 'node:util'
import vm from 'node:vm'
import type { CellProblem } from '../errors.js'
import type { OutputEvent } from './outputs.js'
import { sourceLine } from './sourceLine.js'

/** What the process is asked to do. */
export interface KernelOrder {
  /** The folder of tslab. */
  readonly tslab: string
  readonly cells: readonly string[]
}

/** What the process tells; `finished` that the last cell has ended, `done` that nothing is left to do. */
export type KernelMessage =
  | { readonly kind: 'started'; readonly cell: number }
  | { readonly kind: 'output'; readonly event: OutputEvent }
  | { readonly kind: 'failed'; readonly cell: number; readonly problems: readonly CellProblem[] }
  | { readonly kind: 'finished' | 'done' }

/** What is used of tslab's inner parts. */
interface Tslab {
  readonly createConverter: (options: { readonly isJS: boolean; readonly isBrowser: boolean }) => { close(): void }
  readonly createExecutor: (
    folder: string,
    converters: object,
    console: Pick<Console, 'log' | 'error'>,
  ) => { close(): void }
  readonly JupyterHandlerImpl: new (
    executor: object,
    isJS: boolean,
  ) => {
    handleExecute(
      request: { readonly code: string },
      stream: (name: 'stdout' | 'stderr', text: string) => void,
      display: (content: Display, update?: boolean) => void,
    ): Promise<{ readonly status: string }>
  }
}

interface Display {
  readonly data: Readonly<Record<string, unknown>>
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly transient?: { readonly display_id?: string }
}

/** How tslab's executor prints what TypeScript finds: file, line, column, text. */
const DIAGNOSTIC = '%s%d:%d - %s'
const CELL_NAME = 'notebook cell '
const CELL_PLACE = new RegExp(`${CELL_NAME}(\\d+):(\\d+):(\\d+)`, 'g')

/** The cell to which what happens now belongs: the one that started it, also after it has ended. */
const belongsTo = new AsyncLocalStorage<number>()
const executed = new Map<number, string>()
let current = 0

const cellNow = (): number => belongsTo.getStore() ?? current
const send = (message: KernelMessage): void => void process.send?.(message)

process.once('message', (order: KernelOrder) => void run(order))
process.once('disconnect', () => process.exit(1))

async function run({ tslab, cells }: KernelOrder): Promise<void> {
  process.channel?.unref()
  const failLate = (error: unknown): void => {
    const cell = placesOf(error).at(-1)?.number ?? cellNow()
    fail(cell, [problemOf(error, cell, cells)])
  }
  process.on('uncaughtException', failLate)
  process.on('unhandledRejection', failLate)
  nameCells()
  const problems: CellProblem[] = []
  const { executor, handler } = startKernel(tslab, (...values) =>
    problems.push(values[0] === DIAGNOSTIC ? diagnostic(values) : problemOf(values[0], current, cells)),
  )
  for (const [i, code] of cells.entries()) {
    current = i + 1
    send({ kind: 'started', cell: current })
    const { status } = await belongsTo.run(current, () => handler.handleExecute({ code }, sendStream, sendDisplay))
    if (status === 'ok' && problems.length === 0) continue
    fail(current, problems)
    return
  }
  executor.close()
  send({ kind: 'finished' })
  process.once('beforeExit', () => send({ kind: 'done' }))
}

function fail(cell: number, problems: readonly CellProblem[]): void {
  process.send?.({ kind: 'failed', cell, problems } satisfies KernelMessage, () => process.exit(1))
}

function startKernel(
  tslab: string,
  error: (...values: unknown[]) => void,
): { readonly executor: { close(): void }; readonly handler: InstanceType<Tslab['JupyterHandlerImpl']> } {
  const load = createRequire(import.meta.url)
  const { createConverter, createExecutor, JupyterHandlerImpl } = Object.assign(
    {},
    ...['converter', 'executor', 'jupyter'].map((part) => load(`${tslab}/dist/${part}.js`) as object),
  ) as Tslab
  const node = createConverter({ isJS: false, isBrowser: false })
  const executor = createExecutor(process.cwd(), { node, close: () => node.close() }, { ...console, error })
  return { executor, handler: new JupyterHandlerImpl(executor, false) }
}

/** Lets the stack of an error name the cell; tslab runs all of them under one name. */
function nameCells(): void {
  const { runInThisContext } = vm
  vm.runInThisContext = (code, options) => {
    if (current === 0 || typeof options !== 'object') return runInThisContext(code, options) as unknown
    executed.set(current, code)
    return runInThisContext(code, { ...options, filename: `${CELL_NAME}${current}` }) as unknown
  }
}

function sendStream(name: 'stdout' | 'stderr', text: string): void {
  send({ kind: 'output', event: { kind: 'stream', cell: cellNow(), name, text } })
}

function sendDisplay({ data, metadata = {}, transient }: Display, update = false): void {
  send({
    kind: 'output',
    event: { kind: 'display', cell: cellNow(), data, metadata, id: transient?.display_id ?? null, update },
  })
}

function diagnostic([, file, line, , text]: readonly unknown[]): CellProblem {
  return file === ''
    ? { line: Number(line), problem: String(text) }
    : { line: null, problem: `${String(file).trim()}, line ${Number(line)}: ${String(text)}` }
}

/**
 * What an error says, without its stack, at the line of the cell where it was thrown or where what threw it was called.
 */
function problemOf(error: unknown, cell: number, cells: readonly string[]): CellProblem {
  if (!(error instanceof Error)) return { line: null, problem: `thrown: ${inspect(error)}` }
  const said = isForPeople(error) ? error.message : `${error.name}: ${error.message}`
  const places = placesOf(error)
  const lineIn = ({ number, line, column }: CellPlace): number =>
    sourceLine(cells[number - 1] ?? '', executed.get(number) ?? '', line, column)
  const [inner, own] = [places[0], places.find(({ number }) => number === cell)]
  const elsewhere =
    inner === undefined || inner.number === cell ? '' : ` (thrown in cell ${inner.number}, line ${lineIn(inner)})`
  return { line: own === undefined ? null : lineIn(own), problem: `${said}${elsewhere}` }
}

interface CellPlace {
  readonly number: number
  readonly line: number
  readonly column: number
}

/** The places in cells that the stack of an error names, the innermost first. */
function placesOf(error: unknown): CellPlace[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return [...stack.matchAll(CELL_PLACE)].map(([, number, line, column]) => ({
    number: Number(number),
    line: Number(line),
    column: Number(column),
  }))
}

/**
 * An error of wardstick says in its message what there is to say; its class may come from another copy of wardstick.
 */
const isForPeople = (error: Error): boolean => error.name === 'InputError'
