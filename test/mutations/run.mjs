/**
 * Changes the code of four rooms in one small way after another, and tells which changes no unit test notices.
 *
 *   npm run test:mutations
 *   npm run test:mutations -- --size 50 --seed 2 --files panel/ --all
 *
 * `--size 0` takes every mutant, `--files` those of files whose path holds a text; `--all` prints the killed ones too.
 *
 * A sample of 400 mutants is drawn by a seed, from every file by its share. A mutant is run against the tests of the
 * rooms that reach it, those of its own file first. Exit code 1 where fewer than nine in ten are noticed.
 */
import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clearTimeout, setTimeout } from 'node:timers'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { EQUIVALENT } from './equivalent.mjs'
import { instrumented } from './instrument.mjs'
import { mutantsOf } from './mutants.mjs'
import { sampleOf } from './sample.mjs'

const ROOMS = ['panel', 'indicators', 'evaluation', 'values']
const LEAST_SHARE = 90
const LONGEST = 40_000

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '400' },
    seed: { type: 'string', default: '20261129' },
    files: { type: 'string', default: '' },
    testers: { type: 'string', default: '2' },
    all: { type: 'boolean', default: false },
  },
})
const root = fileURLToPath(new URL('../..', import.meta.url))
const began = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'wardstick-mutations-'))
const running = new Set()
process.on('exit', () => {
  running.forEach((tester) => tester.kill())
  rmSync(folder, { recursive: true, force: true })
})
process.on('SIGINT', () => process.exit(130))

const sample = drawn()
const [plan, reachedFolder] = [join(folder, 'plan.json'), join(folder, 'reached')]
mkdirSync(reachedFolder)
writeFileSync(plan, JSON.stringify({ files: instrumentedFiles(sample), folder: reachedFolder }))
const tests = testFiles()
console.log(`${sample.length} mutants by seed ${options.seed}, ${tests.length} test files`)

const reach = await reachOfTests()
const outcomes = []
const queue = [...sample].reverse()
await Promise.all(Array.from({ length: Number(options.testers) }, testQueue))
report()

/** The mutants of the sample, numbered from 1. */
function drawn() {
  const all = sourceFiles().flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return mutantsOf(text)
      .map((mutant) => ({
        ...mutant,
        file,
        line: lineOf(text, mutant.start),
        original: text.slice(mutant.start, mutant.end),
      }))
      .filter((mutant) => !isEquivalent(mutant, text))
  })
  const wanted = Number(options.size) || Number.POSITIVE_INFINITY
  return sampleOf(all, wanted, Number(options.seed)).map((mutant, i) => ({ ...mutant, id: i + 1 }))
}

function lineOf(text, position) {
  return text.slice(0, position).split('\n').length
}

/** Whether a mutant is on the list of those that no test can tell from the code. */
function isEquivalent({ file, start, original, replacement }, text) {
  return EQUIVALENT.some(
    (each) =>
      each.file === file &&
      each.original === original &&
      each.replacement === replacement &&
      text.slice(0, start).endsWith(each.after),
  )
}

function sourceFiles() {
  return filesBelow('src').filter(
    (file) => ROOMS.some((room) => file.startsWith(`src/${room}/`)) && file.includes(options.files),
  )
}

function testFiles() {
  return filesBelow('test').filter(
    (file) => file.endsWith('.test.ts') && ROOMS.some((room) => file.startsWith(`test/${room}/`)),
  )
}

function filesBelow(start) {
  return readdirSync(join(root, start), { recursive: true, encoding: 'utf8' })
    .map((file) => `${start}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'))
    .sort()
}

function instrumentedFiles(mutants) {
  const files = new Set(mutants.map(({ file }) => file))
  return Object.fromEntries(
    [...files].map((file) => [
      file,
      instrumented(
        readFileSync(join(root, file), 'utf8'),
        mutants.filter((mutant) => mutant.file === file),
      ),
    ]),
  )
}

/** By test file: the mutants that it reaches. All tests must pass while no mutant is switched on. */
async function reachOfTests() {
  const tester = await startTester('apart')
  await requirePassing(tester, { tests, mutant: 0, reached: true })
  stop(tester)
  return readdirSync(reachedFolder).map((file) => {
    const { testPath, reached } = JSON.parse(readFileSync(join(reachedFolder, file), 'utf8'))
    return { test: testPath.slice(root.length), reached: new Set(reached) }
  })
}

/** Without a mutant every test must pass, or all mutants would seem to be noticed. */
async function requirePassing(tester, job) {
  const { failed, why } = await answerOf(tester, job, 600_000)
  if (!failed) return
  console.error(`tests fail without a mutant:\n${why.join('\n')}`)
  process.exit(1)
}

async function testQueue() {
  let tester = await startTester('together')
  await requirePassing(tester, { tests, mutant: 0 })
  for (let mutant = queue.pop(); mutant !== undefined; mutant = queue.pop()) {
    const { outcome, why = [] } = await outcomeOf(mutant, tester)
    outcomes.push({ mutant, outcome })
    if (outcome !== 'killed' || options.all) tell(mutant, [outcome, ...why.slice(0, 1)].join(' by '))
    if (outcomes.length % 50 === 0) console.log(`${outcomes.length} of ${sample.length} after ${minutes()} min`)
    if (outcome !== 'timeout') continue
    stop(tester)
    tester = await startTester('together')
  }
  stop(tester)
}

/** The tests of its own file first; then, where they let it live, the others that reach it. */
async function outcomeOf(mutant, tester) {
  const reaching = reach.filter(({ reached }) => reached.has(mutant.id)).map(({ test }) => test)
  if (reaching.length === 0) return { outcome: 'not reached' }
  const own = mutant.file.replace(/^src/, 'test').replace(/\.ts$/, '.test.ts')
  const rounds = [reaching.filter((test) => test === own), reaching.filter((test) => test !== own)]
  for (const round of rounds.filter((each) => each.length > 0)) {
    const answer = await answerOf(tester, { tests: round, mutant: mutant.id }, LONGEST)
    if (answer === null) return { outcome: 'timeout' }
    if (answer.failed) return { outcome: 'killed', why: answer.why }
  }
  return { outcome: 'survived' }
}

/** Starts a process that runs tests. */
function startTester(how) {
  const tester = fork(fileURLToPath(new URL('tester.mjs', import.meta.url)), [plan, how], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  running.add(tester)
  return new Promise((ready, failed) => {
    tester.once('message', () => ready(tester))
    tester.once('exit', (code) => failed(new Error(`a tester ended with ${code}`)))
  })
}

/** What a tester answers; null where it does not within a time. */
function answerOf(tester, job, longest) {
  return new Promise((answer) => {
    const timer = setTimeout(() => answer(null), longest)
    tester.once('message', (message) => {
      clearTimeout(timer)
      answer(message)
    })
    tester.send(job)
  })
}

/** Ends a tester with the processes that it started. */
function stop(tester) {
  running.delete(tester)
  tester.removeAllListeners('exit')
  try {
    process.kill(-tester.pid, 'SIGKILL')
  } catch {
    tester.kill('SIGKILL')
  }
}

function tell({ file, line, kind, original, replacement }, outcome) {
  const short = (text) => (text === '' ? 'nothing' : text.replace(/\s+/g, ' ').slice(0, 110))
  console.log(`${short(outcome)}: ${file}:${line} (${kind})\n  ${short(original)}\n  ${short(replacement)}`)
}

function minutes() {
  return ((performance.now() - began) / 60_000).toFixed(1)
}

function report() {
  const count = (kind) => outcomes.filter(({ outcome }) => outcome === kind).length
  const [killed, timeouts, survived, unreached] = ['killed', 'timeout', 'survived', 'not reached'].map((each) =>
    count(each),
  )
  const share = ((killed + timeouts) / outcomes.length) * 100
  console.log(`killed ${killed}, timeout ${timeouts}, survived ${survived}, not reached ${unreached}; ${minutes()} min`)
  console.log(
    `${killed + timeouts} passed, ${survived + unreached} failed ` +
      `(${share.toFixed(1)} % killed, at least ${LEAST_SHARE} % wanted)`,
  )
  process.exitCode = share < LEAST_SHARE ? 1 : 0
}
