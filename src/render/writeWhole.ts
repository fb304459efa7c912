import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { WardstickError, unwritable } from '../errors.js'

/** Files to write, by path below the folder. */
export type FilesToWrite = ReadonlyMap<string, string | Uint8Array>

/**
 * Writes a folder of files whole or not at all.
 *
 * The files are written beside the folder and put in its place at the end, so a run that fails or is killed leaves the folder
 * as it was; what such a run left beside it is cleared by the next. A folder that an earlier run wrote is replaced; one that
 * holds anything else is refused.
 *
 * @param folder the folder to write, for example `out/aspley`.
 * @param files the files by path below it, with forward slashes.
 * @param marker the path of a file that every run writes, by which its folder is known.
 * @throws InputError `unwritable` when the folder cannot be written, or holds files but not the marker.
 * @example
 * import { writeWhole } from 'wardstick/render'
 * await writeWhole('package.json/results', new Map([['findings.json', '{}']]), 'findings.json') // throws 'unwritable'
 */
export async function writeWhole(folder: string, files: FilesToWrite, marker: string): Promise<void> {
  const parent = dirname(folder)
  const name = basename(folder)
  const beside = (kind: string): string => join(parent, `.${name}.${kind}`)
  const fresh = beside(`new-${process.pid}-${randomUUID()}`)
  try {
    await mkdir(parent, { recursive: true })
    await restore(folder, beside('previous'))
    await requireOwn(folder, marker)
    await clearLeftovers(parent, `.${name}.new-`)
    for (const [path, content] of files) {
      const file = join(fresh, ...path.split('/'))
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
    }
    await rm(beside('previous'), { recursive: true, force: true })
    await moveIfThere(folder, beside('previous'))
    await rename(fresh, folder)
    await rm(beside('previous'), { recursive: true, force: true })
  } catch (error) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined)
    await restore(folder, beside('previous')).catch(() => undefined)
    throw error instanceof WardstickError ? error : unwritable(folder, error instanceof Error ? error.message : String(error))
  }
}

/** Brings the previous folder back where a run was killed between moving it away and putting the new one in its place. */
async function restore(folder: string, previous: string): Promise<void> {
  if ((await isThere(previous)) && !(await isThere(folder))) await rename(previous, folder)
}

async function requireOwn(folder: string, marker: string): Promise<void> {
  if (!(await isThere(folder))) return
  const entries = await readdir(folder)
  if (entries.length > 0 && !entries.includes(marker)) throw unwritable(folder, `it holds files that are not wardstick's (there is no ${marker} in it)`)
}

async function clearLeftovers(parent: string, prefix: string): Promise<void> {
  const left = (await readdir(parent)).filter((entry) => entry.startsWith(prefix) && !isRunning(Number(entry.slice(prefix.length).split('-')[0])))
  await Promise.all(left.map((entry) => rm(join(parent, entry), { recursive: true, force: true })))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function moveIfThere(from: string, to: string): Promise<void> {
  if (await isThere(from)) await rename(from, to)
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
