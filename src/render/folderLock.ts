import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { unwritable } from '../errors.js'

/** Who holds a lock, as its file says. */
interface Holder {
  readonly token: string
  readonly pid: number
  readonly host: string
  /** When the run took it. */
  readonly started: string
}

/** The lock of a folder, held by this run. */
export interface FolderLock {
  /** Gives the lock back, unless another run has taken it over. */
  release(): Promise<void>
}

/**
 * How long a run waits for another, how often it looks, and how long a lock may go without a sign of life; one that
 * names no holder, as of a run that was killed while it wrote it, for less.
 */
const PATIENCE = { wholeWait: 120_000, look: 50, silence: 10_000, nameless: 2000 }
const SIGN_OF_LIFE = 1000

/** The locks that this process holds: one of its own pid that is not among them is left from an earlier process. */
const held = new Set<string>()

/**
 * Takes the lock of a folder, waiting for a run that holds it.
 *
 * A run that holds a lock touches its file every second. The lock is taken over when its run is known to be gone: its
 * process has ended, or bears this process's own number, as the first process of a container does; or its file was
 * not touched for ten seconds, as when it was left on another machine.
 *
 * @param file the file of the lock.
 * @param folder the folder that it is for, for the message.
 * @param patience in milliseconds.
 * @throws InputError `unwritable` naming the lock, when another run holds it for two minutes.
 */
export async function takeLock(file: string, folder: string, patience = PATIENCE): Promise<FolderLock> {
  const token = randomUUID()
  const watch = new Watch()
  for (const end = Date.now() + patience.wholeWait; Date.now() < end;) {
    if (await isTaken(file, token)) return heldLock(file, token)
    const holder = await holderOf(file)
    if (
      holder !== undefined &&
      (isGone(holder) || (await watch.silence(file)) > patience[holder === null ? 'nameless' : 'silence'])
    )
      await takeAway(file, holder)
    else await wait(patience.look)
  }
  throw unwritable(folder, await stillHeld(file), `If no run of wardstick goes on, delete ${file}.`)
}

/** Makes the file of the lock; it is not taken where there is one. */
async function isTaken(file: string, token: string): Promise<boolean> {
  const holder: Holder = { token, pid: process.pid, host: hostname(), started: new Date().toISOString() }
  try {
    await writeFile(file, JSON.stringify(holder), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    await rm(file, { force: true }).catch(() => undefined)
    throw error
  }
}

function heldLock(file: string, token: string): FolderLock {
  held.add(token)
  const alive = setInterval(() => {
    const now = new Date()
    void utimes(file, now, now).catch(() => undefined)
  }, SIGN_OF_LIFE)
  alive.unref()
  return {
    release: async () => {
      clearInterval(alive)
      const holder = await holderOf(file)
      if (holder?.token === token) await rm(file, { force: true })
      held.delete(token)
    },
  }
}

/** Who holds a lock; null where its file does not say, undefined where there is none. */
async function holderOf(file: string): Promise<Partial<Holder> | null | undefined> {
  try {
    const holder: unknown = JSON.parse(await readFile(file, 'utf8'))
    return typeof holder === 'object' ? holder : null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : null
  }
}

function isGone(holder: Partial<Holder> | null): boolean {
  if (holder?.host !== hostname() || holder.pid === undefined) return false
  if (holder.pid === process.pid) return !held.has(holder.token ?? '')
  return !isRunning(holder.pid)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Looks whether a lock is touched; by the clock of this run, for that of another machine may differ. */
class Watch {
  private seen = { touched: 0, at: 0 }

  /** For how many milliseconds it has not been touched, as far as this run has seen. */
  async silence(file: string): Promise<number> {
    const touched = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.NaN,
    )
    if (!Object.is(touched, this.seen.touched)) this.seen = { touched, at: Date.now() }
    return Date.now() - this.seen.at
  }
}

/**
 * Takes the lock of a run that is gone out of the way, by renaming it: of runs that find it so, one succeeds. A lock
 * that another run took meanwhile is put back.
 */
async function takeAway(file: string, gone: Partial<Holder> | null): Promise<void> {
  const aside = `${file}-${randomUUID()}`
  try {
    await rename(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const taken = await holderOf(aside)
  if (taken?.token !== gone?.token) await rename(aside, file)
  else await rm(aside, { recursive: true, force: true })
}

async function stillHeld(file: string): Promise<string> {
  const holder = await holderOf(file)
  const who =
    holder?.pid === undefined ? 'another run' : `process ${holder.pid} on ${holder.host}, since ${holder.started},`
  return `${who} holds its lock ${file}`
}
