import { randomUUID } from 'node:crypto'
import { renameSync, rmSync } from 'node:fs'
import { open, readdir, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { WardstickError, failedWrite, unwritable } from '../errors.js'

type Piece = string | Uint8Array

/** A file to write: where, and its pieces, which are read once, when it is its turn. */
export interface FileInPieces {
  readonly path: string
  readonly pieces: () => Iterable<Piece> | AsyncIterable<Piece>
}

interface Writing {
  readonly file: FileInPieces
  /** The file itself, where the path is a link. */
  readonly target: string
  /** The file beside it that is written and then renamed. */
  readonly fresh: string
}

/**
 * Writes files whole or not at all, of any size, piece by piece.
 *
 * Each is written beside its place and brought to the disk; when all are there, they are renamed into their places, one
 * straight after the other. A file that was there is replaced. A run that fails or is interrupted leaves what was there
 * and nothing else; what a killed run left is cleared by a later one, after an hour.
 *
 * @param files the files, in the order in which they are written.
 * @throws InputError `unwritable` where a folder is missing or may not be written to, or a path is a folder.
 */
export async function writeFilesWhole(files: readonly FileInPieces[]): Promise<void> {
  const writings = await Promise.all(files.map(writingOf))
  const clear = (): void => {
    for (const { fresh } of writings) rmSync(fresh, { force: true })
  }
  const end = onInterruption(clear)
  try {
    for (const writing of writings) await writePieces(writing)
    for (const { fresh, target } of writings) renameSync(fresh, target)
  } finally {
    clear()
    end()
  }
}

/**
 * Refuses a file that {@link writeFilesWhole} could not write, before the work whose results go there; it changes
 * nothing.
 *
 * @throws InputError `unwritable`.
 */
export async function requireWritableFile(path: string): Promise<void> {
  const { fresh } = await writingOf({ path, pieces: () => [] })
  try {
    await (await open(fresh, 'wx')).close()
    await rm(fresh)
  } catch (error) {
    throw failedWrite(path, error)
  }
}

async function writingOf(file: FileInPieces): Promise<Writing> {
  const { path } = file
  const target = await realpath(path).catch(() => resolve(path))
  const folder = dirname(target)
  const isFolder = async (at: string): Promise<boolean | null> =>
    stat(at)
      .then((found) => found.isDirectory())
      .catch(() => null)
  const remedy = 'Give the path of a file in a folder that is there and that you may write to.'
  if ((await isFolder(target)) === true) throw unwritable(path, 'it is a folder, not a file', remedy)
  const parent = await isFolder(folder)
  if (parent === null) throw unwritable(path, `the folder ${folder} is missing`, remedy)
  if (!parent) throw unwritable(path, `${folder} is a file, not a folder`, remedy)
  return { file, target, fresh: join(folder, `${startOf(target)}${randomUUID()}`) }
}

/** How the names begin of files that are being written. */
const startOf = (target: string): string => `.${basename(target)}.new-`

async function writePieces({ file: { path, pieces }, fresh, target }: Writing): Promise<void> {
  try {
    await clearLeftovers(target)
    const handle = await open(fresh, 'wx')
    try {
      for await (const piece of pieces()) await handle.appendFile(piece)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw error instanceof WardstickError ? error : failedWrite(path, error)
  }
}

const AN_HOUR = 3_600_000

/** Removes what killed runs left; a run that is writing has touched its file within the hour. */
async function clearLeftovers(target: string): Promise<void> {
  const folder = dirname(target)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(startOf(target))) continue
    const path = join(folder, name)
    const changed = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    )
    if (changed < Date.now() - AN_HOUR) await rm(path, { force: true })
  }
}

const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Clears up when the process is told to end, and lets it end; the function returned takes that back. */
function onInterruption(clear: () => void): () => void {
  const end = (): void => {
    for (const signal of INTERRUPTIONS) process.off(signal, stop)
  }
  const stop = (signal: NodeJS.Signals): void => {
    clear()
    end()
    process.kill(process.pid, signal)
  }
  for (const signal of INTERRUPTIONS) process.on(signal, stop)
  return end
}
