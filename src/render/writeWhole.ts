import { randomUUID } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { WardstickError, unwritable } from '../errors.js'

/** Files to write, by path below the folder. */
export type FilesToWrite = ReadonlyMap<string, string | Uint8Array>

/** The file in which a written folder lists what was written, so that nothing else in it is ever replaced. */
const MANIFEST = '.wardstick'
const LOCK_PATIENCE = { tries: 200, milliseconds: 50 }

/**
 * Writes a folder of files whole or not at all.
 *
 * The files are written beside the folder and put in its place at the end, so a run that fails or is killed leaves the
 * folder as it was; what such a run left beside it is cleared by the next. Runs that write the same folder wait for
 * each other. A folder that an earlier run wrote is replaced; one that holds any other file is refused.
 *
 * @param where the folder to write, for example `out/aspley`.
 * @param files the files by path below it, with forward slashes.
 * @throws InputError `unwritable` when the folder cannot be written, or holds a file that no earlier run wrote.
 * @example
 * import { writeWhole } from 'wardstick/render'
 * await writeWhole('package.json/results', new Map([['findings.json', '{}']])) // throws 'unwritable'
 */
export async function writeWhole(where: string, files: FilesToWrite): Promise<void> {
  const folder = resolve(where)
  const [parent, name] = [dirname(folder), basename(folder)]
  const beside = (kind: string): string => join(parent, `.${name}.${kind}`)
  const [fresh, previous, lock] = [beside(`new-${randomUUID()}`), beside('previous'), beside('lock')]
  try {
    await mkdir(parent, { recursive: true })
    await takeLock(lock, folder)
    try {
      await restore(folder, previous)
      await clearLeftovers(parent, `.${name}.new-`)
      await requireOwn(folder)
      await writeFiles(fresh, files)
      await rm(previous, { recursive: true, force: true })
      if (await isThere(folder)) await rename(folder, previous)
      await rename(fresh, folder)
      await rm(previous, { recursive: true, force: true })
    } finally {
      await rm(fresh, { recursive: true, force: true }).catch(() => undefined)
      await restore(folder, previous).catch(() => undefined)
      await rm(lock, { recursive: true, force: true })
    }
  } catch (error) {
    throw error instanceof WardstickError
      ? error
      : unwritable(where, error instanceof Error ? error.message : String(error))
  }
}

async function writeFiles(folder: string, files: FilesToWrite): Promise<void> {
  const written: string[] = []
  for (const [path, content] of files) {
    const file = join(folder, ...path.split('/'))
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    written.push(path)
  }
  await writeFile(join(folder, MANIFEST), `${written.join('\n')}\n`)
}

/** Refuses a folder with a file that no earlier run wrote. */
async function requireOwn(folder: string): Promise<void> {
  if (!(await isThere(folder))) return
  const manifest = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '')
  const own = new Set([MANIFEST, ...manifest.split('\n')])
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  const strange = paths.find((path) => !own.has(path))
  if (strange !== undefined)
    throw unwritable(folder, `it holds '${strange}', which wardstick did not write and would have to replace`)
}

/** Takes the lock of a folder, waiting for a run that holds it; the lock of a run that was killed is taken over. */
async function takeLock(lock: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < LOCK_PATIENCE.tries; attempt++) {
    try {
      await mkdir(lock)
      await writeFile(join(lock, 'pid'), String(process.pid))
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (await isAbandoned(lock)) await rm(lock, { recursive: true, force: true })
      else await wait(LOCK_PATIENCE.milliseconds)
    }
  }
  throw unwritable(folder, 'another run has been writing it for too long')
}

async function isAbandoned(lock: string): Promise<boolean> {
  const pid = Number(await readFile(join(lock, 'pid'), 'utf8').catch(() => Number.NaN))
  if (pid > 0) return !isRunning(pid)
  const age = await stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  return age > LOCK_PATIENCE.milliseconds * 20
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Brings the previous folder back where a run was killed between moving it away and putting the new one in its place.
 */
async function restore(folder: string, previous: string): Promise<void> {
  if ((await isThere(previous)) && !(await isThere(folder))) await rename(previous, folder)
}

/** Removes what killed runs left; the lock is held, so none of it belongs to a run that goes on. */
async function clearLeftovers(parent: string, prefix: string): Promise<void> {
  const left = (await readdir(parent)).filter((entry) => entry.startsWith(prefix))
  await Promise.all(left.map((entry) => rm(join(parent, entry), { recursive: true, force: true })))
}

async function isThere(folder: string): Promise<boolean> {
  return readdir(folder).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
      throw error
    },
  )
}
