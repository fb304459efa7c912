/**
 * The process in which the cells of one notebook run: the tslab kernel without its sockets. It is started with the
 * notebook's folder as its own, is given an order, answers with messages, and ends when nothing that the cells started
 * is left to do.
 *
 * Messages are lines of JSON that are written at once, so that what a cell has printed is told even if the cell never
 * ends or ends the process.
 */
import { writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type KernelMessage, type KernelOrder, MESSAGES } from './kernelMessages.js'
import type { OutputEvent } from './outputs.js'
import { type CreateExecutor, type Executor, type WatchedCells, watchCells } from './watchCells.js'

/** What is used of tslab's inner parts. */
interface Tslab {
  readonly createConverter: (options: { readonly isJS: boolean; readonly isBrowser: boolean }) => { close(): void }
  readonly createExecutor: CreateExecutor
  readonly JupyterHandlerImpl: new (executor: object, isJS: boolean) => Handler
}

interface Handler {
  handleExecute(
    request: { readonly code: string },
    stream: (name: 'stdout' | 'stderr', text: string) => void,
    display: (content: Display, update?: boolean) => void,
  ): Promise<unknown>
}

interface Display {
  readonly data: Readonly<Record<string, unknown>>
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly transient?: { readonly display_id?: string }
}

process.once('message', (order: KernelOrder) => void run(order))
process.once('disconnect', () => process.exit(1))

async function run({ tslab, cells, allowErrors }: KernelOrder): Promise<void> {
  process.channel?.unref()
  const parts = loadTslab(tslab)
  let hasFailed = false
  const watched = watchCells(parts.createExecutor, (cell, problems) => {
    send({ kind: 'failed', cell, problems })
    hasFailed = true
    if (!allowErrors) process.exit(1)
  })
  process.on('uncaughtException', watched.failLate)
  process.on('unhandledRejection', watched.failLate)
  const executor = startExecutor(parts, watched)
  const handler = new parts.JupyterHandlerImpl(executor, false)
  for (const [i, code] of cells.entries()) {
    send({ kind: 'started', cell: i + 1 })
    await handler.handleExecute({ code }, ...outputsOf(watched))
  }
  executor.close()
  send({ kind: 'finished' })
  process.once('beforeExit', () => {
    send({ kind: 'done' })
    process.exitCode = hasFailed ? 1 : 0
  })
}

function loadTslab(folder: string): Tslab {
  const load = createRequire(import.meta.url)
  const parts = ['converter', 'executor', 'jupyter'].map((part) => load(`${folder}/dist/${part}.js`) as object)
  return Object.assign({}, ...parts) as Tslab
}

/** An executor for a run: a cell that fails has been told, and is no reason for tslab to pass by the next ones. */
function startExecutor({ createConverter }: Tslab, { createExecutor }: WatchedCells): Executor {
  const node = createConverter({ isJS: false, isBrowser: false })
  const executor = createExecutor(process.cwd(), { node, close: () => node.close() }, console)
  return { ...executor, execute: (code) => executor.execute(code).then(() => true) }
}

function outputsOf({
  cellNow,
}: WatchedCells): [(name: 'stdout' | 'stderr', text: string) => void, (content: Display, update?: boolean) => void] {
  const output = (event: OutputEvent): void => send({ kind: 'output', event })
  return [
    (name, text) => output({ kind: 'stream', cell: cellNow(), name, text }),
    ({ data, metadata = {}, transient }, update = false) =>
      output({ kind: 'display', cell: cellNow(), data, metadata, id: transient?.display_id ?? null, update }),
  ]
}

function send(message: KernelMessage): void {
  let rest = Buffer.from(`${JSON.stringify(message)}\n`)
  while (rest.length > 0) rest = rest.subarray(written(rest))
}

/** How much of some bytes the pipe took; none while it is full. Without a reader there is nothing left to do. */
function written(bytes: Buffer): number {
  try {
    return writeSync(MESSAGES, bytes)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EAGAIN' ? 0 : process.exit(1)
  }
}
