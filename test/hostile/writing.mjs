import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { HERE, each, run } from './support.mjs'

const FILES = [
  '.wardstick',
  'charts/culture.svg',
  'findings.json',
  'index.html',
  'tables/changes.csv',
  'tables/series.csv',
]
const PRELOAD = pathToFileURL(join(HERE, 'faultyDisk.mjs')).href
/** A process number above every one that Linux gives. */
const NOBODY = 2 ** 22 + 1

const write = (parent, word, { env = {}, preload = [] } = {}) =>
  run(process.execPath, [...preload, join(HERE, 'writer.mjs'), join(parent, 'aspley'), word], {
    env: { ...process.env, ...env },
  })
const writeFaulty = (parent, word, env) => write(parent, word, { env, preload: ['--import', PRELOAD] })

/** What stands in the folder: the word of one run when it is whole, `absent`, or what is wrong. */
function stateOf(parent) {
  const folder = join(parent, 'aspley')
  if (!readdirSync(parent).includes('aspley')) return 'absent'
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
  if (files.join() !== FILES.join()) return `half: ${files.join(', ')}`
  const words = new Set(FILES.slice(1).map((file) => readFileSync(join(folder, file), 'utf8').split('\n')[0]))
  return words.size === 1 ? [...words][0] : `mixed: ${[...words].join(', ')}`
}

async function operations(folder, how) {
  const parent = mkdtempSync(join(folder, 'count-'))
  await write(parent, 'old')
  const { stderr } = await writeFaulty(parent, 'new', { HOW: how })
  return Number(/operations: (\d+)/.exec(stderr)?.[1])
}

/** Killed before each operation on files: the folder is whole, and the next run finds all in order. */
export async function killedRuns(folder) {
  const count = await operations(folder, 'count')
  const old = await oldFolder(folder)
  const left = new Map()
  const faults = await each(
    Array.from({ length: count }, (_, i) => i + 1),
    async (at) => {
      const parent = copyOf(old, folder)
      const { signal } = await writeFaulty(parent, 'new', { HOW: 'kill', AT: String(at) })
      const state = stateOf(parent)
      left.set(state, (left.get(state) ?? 0) + 1)
      const next = await write(parent, 'next')
      const isWell =
        signal === 'SIGKILL' &&
        ['old', 'new', 'absent'].includes(state) &&
        next.status === 0 &&
        stateOf(parent) === 'next' &&
        readdirSync(parent).length === 1
      return isWell
        ? null
        : `operation ${at}: ${signal}, ${state}; then ${next.status} ${stateOf(parent)} ${readdirSync(parent)}`
    },
  )
  const states = [...left].map(([state, times]) => `${state} ${times}`).sort()
  return {
    what: `killed before each operation of a run on files (left: ${states.join(', ')})`,
    cases: count,
    faults: faults.filter(Boolean),
  }
}

async function oldFolder(folder) {
  const parent = mkdtempSync(join(folder, 'old-'))
  await write(parent, 'old')
  return parent
}

function copyOf(old, folder) {
  const parent = mkdtempSync(join(folder, 'copy-'))
  cpSync(old, parent, { recursive: true })
  return parent
}

/**
 * The disk is full at each operation that takes room: told with exit code 2, the folder as it was, nothing beside it.
 */
export async function refusedWrites(folder) {
  const count = await operations(folder, 'count-full')
  const old = await oldFolder(folder)
  const faults = await each(
    Array.from({ length: count }, (_, i) => i + 1),
    async (at) => {
      const parent = copyOf(old, folder)
      const { status, stderr } = await writeFaulty(parent, 'new', { HOW: 'full', AT: String(at) })
      const isWell =
        status === 2 &&
        stderr.includes('the disk is full') &&
        stateOf(parent) === 'old' &&
        readdirSync(parent).length === 1
      return isWell ? null : `operation ${at}: ${status} ${stderr.trim()}; ${stateOf(parent)} ${readdirSync(parent)}`
    },
  )
  return { what: 'full disk at each operation that takes room', cases: count, faults: faults.filter(Boolean) }
}

const LOCKS = {
  'of a killed run': (file) => writeFileSync(file, lockText({ pid: NOBODY })),
  'of process 1 of another container': (file) => writeFileSync(file, lockText({ pid: 1, host: 'another' })),
  'without a name': (file) => writeFileSync(file, ''),
  'of an older release': (file) => {
    mkdirSync(file)
    writeFileSync(join(file, 'pid'), String(NOBODY))
  },
  'that is no lock': (file) => writeFileSync(file, 'null'),
}
const lockText = (of) => JSON.stringify({ token: 'left', host: hostname(), started: '2026-01-01T00:00:00Z', ...of })

/** A lock that somebody left does not block its folder for good. */
export async function leftLocks(folder) {
  const faults = await Promise.all(
    Object.entries(LOCKS).map(async ([name, leave]) => {
      const parent = mkdtempSync(join(folder, 'lock-'))
      leave(join(parent, '.aspley.lock'))
      const { status } = await write(parent, 'new')
      const isWell = status === 0 && stateOf(parent) === 'new' && readdirSync(parent).length === 1
      return isWell ? null : `lock ${name}: ${status} ${stateOf(parent)} ${readdirSync(parent)}`
    }),
  )
  return { what: 'a lock that was left', cases: faults.length, faults: faults.filter(Boolean) }
}

/**
 * Two and five runs at once, on an empty place and on the lock of a killed run: each ends well, one of them is there.
 */
export async function racingRuns(folder) {
  const races = Array.from({ length: 3 }, () =>
    [2, 5].flatMap((runs) => [false, true].map((isLeft) => ({ runs, isLeft }))),
  ).flat()
  const faults = []
  for (const { runs, isLeft } of races) {
    const parent = mkdtempSync(join(folder, 'race-'))
    if (isLeft) LOCKS['of a killed run'](join(parent, '.aspley.lock'))
    const ended = await Promise.all(Array.from({ length: runs }, (_, i) => write(parent, `run${i}`)))
    const isWell =
      ended.every(({ status }) => status === 0) && /^run\d$/.test(stateOf(parent)) && readdirSync(parent).length === 1
    const ends = ended.map(({ status, stderr }) => `${status} ${stderr.trim()}`)
    if (!isWell) faults.push(`${runs} runs, left lock ${isLeft}: ${ends} ${stateOf(parent)}`)
  }
  return { what: 'races of two and of five runs', cases: races.length, faults }
}
