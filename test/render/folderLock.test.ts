import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeLock } from '../../src/render/folderLock.js'

let parent: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'wardstick-lock-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

const file = () => join(parent, '.aspley.lock')
const SHORT = { wholeWait: 1000, look: 10, silence: 200, nameless: 100 }
const take = (patience = { ...SHORT, silence: 60_000, nameless: 60_000 }) => takeLock(file(), 'out/aspley', patience)
const holder = async () => JSON.parse(await readFile(file(), 'utf8')) as Record<string, unknown>
const leave = (of: object) =>
  writeFile(file(), JSON.stringify({ token: 'a', pid: process.ppid, host: hostname(), started: '2026-01-01', ...of }))
/** A process number above every one that Linux gives. */
const NOBODY = 2 ** 22 + 1

describe('takeLock', () => {
  it('says who holds it and since when, and leaves nothing when it is released', async () => {
    const lock = await take()
    expect(await holder()).toMatchObject({ pid: process.pid, host: hostname() })
    expect((await holder())['started']).toMatch(/^20/)
    await lock.release()
    expect(await readdir(parent)).toEqual([])
  })

  it.each([
    ['a process that has ended', { pid: NOBODY }],
    ['an earlier process of the number of this one, as in a container', { pid: process.pid }],
  ])('is taken over at once from %s', async (_, of) => {
    await leave(of)
    await (await take()).release()
    expect(await readdir(parent)).toEqual([])
  })

  it.each([
    ['another machine', { host: 'elsewhere', pid: 1 }],
    ['a number that another process bears now', {}],
  ])('is taken over from %s when it is silent', async (_, of) => {
    await leave(of)
    await expect(take({ ...SHORT, silence: 60_000 })).rejects.toThrow('holds its lock')
    await (await take(SHORT)).release()
    expect(await readdir(parent)).toEqual([])
  })

  it('is taken over from a run that was killed before it wrote its name, and from an older release', async () => {
    await writeFile(file(), '')
    await (await take(SHORT)).release()
    await mkdir(file())
    await writeFile(join(file(), 'pid'), String(process.ppid))
    await (await take(SHORT)).release()
    expect(await readdir(parent)).toEqual([])
  })

  it('is not taken over from a run that goes on, and the message names its file', async () => {
    const lock = await take()
    const since = String((await holder())['started'])
    await expect(takeLock(file(), 'out/aspley', { ...SHORT, wholeWait: 2500, silence: 1500 })).rejects.toThrow(
      `cannot write to out/aspley: process ${process.pid} on ${hostname()}, since ${since}, ` +
        `holds its lock ${file()}. If no run of wardstick goes on, delete ${file()}.`,
    )
    await lock.release()
  })

  it('is held by one of many that find it left', async () => {
    await leave({ pid: NOBODY })
    let holding = 0
    const run = async () => {
      const lock = await take({ ...SHORT, wholeWait: 20_000, silence: 60_000 })
      expect(++holding).toBe(1)
      await new Promise((done) => setTimeout(done, 5))
      holding--
      await lock.release()
    }
    await Promise.all(Array.from({ length: 12 }, run))
    expect(await readdir(parent)).toEqual([])
  })

  it('does not release a lock that another run has taken over', async () => {
    const lock = await take()
    await leave({ token: 'b' })
    await lock.release()
    expect(await holder()).toMatchObject({ token: 'b' })
  })
})
