import { randomUUID } from 'node:crypto'
import { renameSync } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { WardstickError, failedWrite, unwritable } from '../errors.js'
import { takeLock } from './folderLock.js'

/** Files to write, by path below the folder. */
export type FilesToWrite = ReadonlyMap<string, string | Uint8Array>

/** The file in which a written folder lists what was written, so that nothing else in it is ever replaced. */
const MANIFEST = '.wardstick'

/** Folders and files beside the one that is written, by what they are for. */
interface Beside {
  readonly parent: string
  /** Begins the names of folders that are being written. */
  readonly fresh: string
  /** Begins the names of folders that are whole, and taken out of the way while a new one comes. */
  readonly previous: string
  /** Begins the names of folders that are being deleted. */
  readonly old: string
  readonly lock: string
}

/**
 * Writes a folder of files whole or not at all.
 *
 * The files are written beside the folder, brought to the disk, and put in its place at the end: a run that fails or is
 * killed leaves the folder as it was, and what it left beside it is cleared by the next run. Only between two renames
 * that follow each other, the old folder away and the new one in, is there no folder; the next run mends a run that was
 * killed there. Runs that write the same folder wait for each other. A folder that an earlier run wrote is replaced;
 * one that holds any other file is refused.
 *
 * @param where the folder to write, for example `out/aspley`.
 * @param files the files by path below it, with forward slashes.
 * @throws InputError `unwritable` when the folder cannot be written, holds a file that no earlier run wrote, or another
 * run has its lock for too long.
 * @example
 * import { writeWhole } from 'wardstick/render'
 * await writeWhole('package.json/results', new Map([['findings.json', '{}']])) // throws 'unwritable'
 */
export async function writeWhole(where: string, files: FilesToWrite): Promise<void> {
  try {
    const folder = resolve(where)
    const beside = namesBeside(folder)
    await mkdir(beside.parent, { recursive: true })
    const lock = await takeLock(beside.lock, folder)
    try {
      await restore(folder, beside)
      await clearLeftovers(beside)
      await requireOwn(folder)
      await replace(folder, files, beside)
    } finally {
      await restore(folder, beside).catch(() => undefined)
      await lock.release()
    }
  } catch (error) {
    throw error instanceof WardstickError ? error : failedWrite(where, error)
  }
}

/**
 * Refuses a folder that {@link writeWhole} could not write, before the work whose results go there; it changes nothing.
 *
 * @throws InputError `unwritable` where a part of the path is no folder, holds a file that no earlier run wrote, or
 * may not be written to.
 */
export async function requireWritable(where: string): Promise<void> {
  try {
    const folder = resolve(where)
    await requireOwn(folder)
    await requireRoom(await nearestFolder(dirname(folder)), `${namesBeside(folder).fresh}${randomUUID()}`)
  } catch (error) {
    throw error instanceof WardstickError ? error : failedWrite(where, error)
  }
}

async function nearestFolder(path: string): Promise<string> {
  return (await isThere(path)) || dirname(path) === path ? path : nearestFolder(dirname(path))
}

/** A file system may refuse what its permissions allow, so a folder is made and removed. */
async function requireRoom(folder: string, name: string): Promise<void> {
  const probe = join(folder, name)
  await mkdir(probe)
  await rm(probe, { recursive: true, force: true })
}

function namesBeside(folder: string): Beside {
  const [parent, name] = [dirname(folder), basename(folder)]
  return {
    parent,
    fresh: `.${name}.new-`,
    previous: `.${name}.previous`,
    old: `.${name}.old-`,
    lock: join(parent, `.${name}.lock`),
  }
}

async function replace(folder: string, files: FilesToWrite, { parent, fresh, previous, old }: Beside): Promise<void> {
  const token = randomUUID()
  const [written, away] = [`${fresh}${token}`, `${previous}-${token}`].map((name) => join(parent, name)) as [
    string,
    string,
  ]
  try {
    await writeFiles(written, files)
    const wasThere = await isThere(folder)
    swap({ folder, written, away: wasThere ? away : null })
    await toDisk(parent)
    if (wasThere) await discard(away, join(parent, `${old}${token}`))
  } finally {
    await rm(written, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Without a turn of the event loop between the two renames: the folder is absent for as short as it can be. */
function swap({ folder, written, away }: { folder: string; written: string; away: string | null }): void {
  if (away !== null) renameSync(folder, away)
  renameSync(written, folder)
}

/** Deletes a folder under a name that says so: one that is called previous is always whole. */
async function discard(folder: string, as: string): Promise<void> {
  await rename(folder, as)
  await rm(as, { recursive: true, force: true })
}

async function writeFiles(folder: string, files: FilesToWrite): Promise<void> {
  const sizes = new Map<string, number>()
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    await writeToDisk(join(folder, ...path.split('/')), content)
    sizes.set(path, Buffer.byteLength(content))
  }
  await mkdir(folder)
  for (const [path, content] of files) await write(path, content)
  await write(MANIFEST, `${[...sizes.keys()].join('\n')}\n`)
  const folders = new Set([...sizes.keys()].map((path) => dirname(join(folder, ...path.split('/')))))
  for (const each of folders) await toDisk(each)
  await requireWritten(folder, sizes)
}

async function writeToDisk(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'w')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Brings the entries of a folder to the disk, where the system can. */
async function toDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Refuses a written folder from which a run that took the lock over has deleted something. */
async function requireWritten(folder: string, sizes: ReadonlyMap<string, number>): Promise<void> {
  for (const [path, size] of sizes) {
    const found = await stat(join(folder, ...path.split('/')))
    if (found.size !== size) throw new Error(`'${path}' was changed while the folder was written`)
  }
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

/**
 * Brings the previous folder back where a run was killed between moving it away and putting the new one in its place.
 */
async function restore(folder: string, { parent, previous }: Beside): Promise<void> {
  if (await isThere(folder)) return
  const away = (await namesIn(parent, previous)).map((name) => join(parent, name))
  const changes = await Promise.all(away.map(async (path) => ({ path, at: (await stat(path)).ctimeMs })))
  const latest = changes.sort((a, b) => b.at - a.at)[0]
  if (latest !== undefined) await rename(latest.path, folder)
}

/**
 * Removes what killed runs left. Each is renamed first: a run that goes on, but lost its lock, then finds its folder
 * gone, and never puts a part of one in place.
 */
async function clearLeftovers({ parent, fresh, previous, old, lock }: Beside): Promise<void> {
  const kinds = [fresh, previous, `${basename(lock)}-`]
  for (const kind of kinds)
    for (const name of await namesIn(parent, kind))
      await rename(join(parent, name), join(parent, `${old}${randomUUID()}`)).catch(() => undefined)
  for (const name of await namesIn(parent, old)) await rm(join(parent, name), { recursive: true, force: true })
}

const namesIn = async (folder: string, start: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith(start))

async function isThere(folder: string): Promise<boolean> {
  return readdir(folder).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
      throw error
    },
  )
}
