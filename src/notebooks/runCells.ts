import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { CellProblem } from '../errors.js'
import { type KernelMessage, type KernelOrder, MESSAGES } from './kernelMessages.js'
import type { OutputEvent } from './outputs.js'

/** What a run may use. */
export interface RunLimits {
  /** How long a cell may take, and what the cells leave behind, in seconds. */
  readonly timeout: number
  /** How much the cells may print and display, in megabytes. */
  readonly maxOutput: number
}

/** What became of some cells. */
export interface CellsRun {
  readonly events: readonly OutputEvent[]
  /** The number of the last cell that was started; 0 when none was. */
  readonly started: number
  /** Whether the last cell has ended. */
  readonly isFinished: boolean
  readonly failures: readonly { readonly cell: number; readonly problems: readonly CellProblem[] }[]
  /** Why the process was ended, or ended by itself, before the work was done; null when it was done. */
  readonly trouble: string | null
}

/** The built script of the process lies in `dist`, whether this file is run from there or from `src`. */
const SCRIPT = fileURLToPath(new URL('../../dist/notebooks/kernelProcess.js', import.meta.url))
/** How long a kernel may take to start, in seconds, whatever a cell may take. */
const START = 120
const MEGABYTE = 1_000_000
/** How long the last words of a process that has ended may take, in milliseconds. */
const LAST_WORDS_WITHIN = 200
/** The lines in which Node says why it broke down, in the last letters of what it writes. */
const LAST_WORDS = /^(?:FATAL ERROR|\w*Error): .*$/gm
const LAST_LETTERS = 65_536
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Has a process run cells, and ends it with all that it has started. Whatever happens, what ran until then is given.
 */
export async function runCells(order: KernelOrder, folder: string, limits: RunLimits): Promise<CellsRun> {
  const kernel = fork(SCRIPT, [], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    // A group of its own, so that what the cells start can be ended with it.
    detached: process.platform !== 'win32',
  })
  const release = endWithUs(kernel)
  const record: RunRecord = { phase: 'starting', started: 0, events: [], failures: [] }
  try {
    const trouble = await troubleOf(kernel, record, order, limits)
    return { ...record, isFinished: record.phase === 'finished' || record.phase === 'done', trouble }
  } finally {
    release()
    endAll(kernel)
  }
}

/** What is known of a run until now. */
interface RunRecord {
  phase: 'starting' | 'running' | 'finished' | 'done'
  started: number
  readonly events: OutputEvent[]
  readonly failures: { readonly cell: number; readonly problems: readonly CellProblem[] }[]
}

function enter(record: RunRecord, message: KernelMessage): void {
  if (message.kind === 'output') record.events.push(message.event)
  else if (message.kind === 'failed') record.failures.push(message)
  else if (message.kind === 'started') [record.started, record.phase] = [message.cell, 'running']
  else record.phase = message.kind
}

/** Gives the order, keeps the record, and waits for the end: that of the process, or of our patience. */
async function troubleOf(
  kernel: ChildProcess,
  record: RunRecord,
  order: KernelOrder,
  { timeout, maxOutput }: RunLimits,
): Promise<string | null> {
  const messages = kernel.stdio[MESSAGES] as Readable
  const lastWords = lastWordsOf(kernel)
  let patience: NodeJS.Timeout | undefined
  try {
    return await new Promise<string | null>((end) => {
      const waitFor = (seconds: number): void => {
        clearTimeout(patience)
        patience = setTimeout(() => end(tooLong(record.phase, timeout)), seconds * 1000)
      }
      let left = maxOutput * MEGABYTE
      onLines(messages, {
        isEnough: (letters) => {
          left -= letters
          if (left < 0) end(tooMuch(maxOutput))
          return left < 0
        },
        take: (line) => {
          const message = JSON.parse(line) as KernelMessage
          enter(record, message)
          if (message.kind === 'started' || message.kind === 'finished') waitFor(timeout)
        },
      })
      kernel.on('error', (error) => end(`the kernel could not be started: ${error.message}`))
      void Promise.all([once(kernel, 'exit'), once(messages, 'close')]).then(async ([[code, signal]]) => {
        const isTold = record.phase === 'done' || (record.failures.length > 0 && !order.allowErrors)
        const how = String(signal ?? `exit code ${code ?? 'unknown'}`)
        end(isTold ? null : `the kernel ended (${how}) before the work did.${await lastWords()}`)
      })
      waitFor(START)
      kernel.send(order)
    })
  } finally {
    clearTimeout(patience)
    messages.destroy()
  }
}

function tooLong(phase: RunRecord['phase'], timeout: number): string {
  const seconds = `${timeout} ${timeout === 1 ? 'second' : 'seconds'}`
  if (phase === 'starting') return `the kernel did not start within ${START} seconds.`
  return phase === 'running'
    ? `it was stopped after ${seconds}. Give it longer with --timeout SECONDS.`
    : `every cell ran, but something that they started still went on after ${seconds}: a timer, a server, ` +
        `a pool that is not closed. End it in the last cell.`
}

const tooMuch = (megabytes: number): string =>
  `it was stopped, as what the cells print and display is more than ${megabytes} MB. Print less, or allow more ` +
  `with --max-output MEGABYTES.`

/** What is done with what comes in. */
interface Intake {
  /** Whether so many letters more are too many; then nothing more is taken. */
  readonly isEnough: (letters: number) => boolean
  readonly take: (line: string) => void
}

/** Takes a stream line by line; a line may be long, and comes in many pieces. */
function onLines(stream: Readable, { isEnough, take }: Intake): void {
  let pieces: string[] = []
  const takePiece = (piece: string): void => {
    if (isEnough(piece.length)) {
      stream.off('data', takePiece)
      return
    }
    if (!piece.includes('\n')) {
      pieces.push(piece)
      return
    }
    const lines = [...pieces, piece].join('').split('\n')
    pieces = [lines.pop() ?? '']
    lines.forEach(take)
  }
  stream.setEncoding('utf8').on('data', takePiece)
}

/** Remembers what a process writes past the kernel: warnings of Node, and why it broke down. */
function lastWordsOf({ stderr }: ChildProcess): () => Promise<string> {
  let text = ''
  stderr?.setEncoding('utf8').on('data', (more: string) => (text = `${text}${more}`.slice(-LAST_LETTERS)))
  const closed = stderr === null ? Promise.resolve() : once(stderr, 'close')
  return async () => {
    await Promise.race([closed, wait(LAST_WORDS_WITHIN)])
    return (text.match(LAST_WORDS) ?? []).map((line) => ` ${line}.`).join('')
  }
}

/** Lets a process end when we do, as a group of its own hears nothing of Ctrl-C. */
function endWithUs(kernel: ChildProcess): () => void {
  const end = (): void => endAll(kernel)
  const pass = (signal: NodeJS.Signals): void => {
    release()
    end()
    process.kill(process.pid, signal)
  }
  const release = (): void => {
    process.off('exit', end)
    SIGNALS.forEach((signal) => process.off(signal, pass))
  }
  process.once('exit', end)
  SIGNALS.forEach((signal) => process.once(signal, pass))
  return release
}

/** Ends a process and every process that it started. */
function endAll({ pid }: ChildProcess): void {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
