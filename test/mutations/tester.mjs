/**
 * Runs tests against mutants: a process of its own, so that it can be ended when a mutant never ends.
 *
 * It is told a `plan` (the instrumented files), then asked for one job after the other: test files and the number of
 * the mutant that is switched on. It answers whether they failed, and how long each file took.
 */
import { readFileSync } from 'node:fs'
import { createVitest } from 'vitest/node'

const root = new URL('../..', import.meta.url)
const path = (file) => new URL(file, root).pathname
const { files, folder } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const texts = new Map(Object.entries(files).map(([file, text]) => [path(file), text]))

const vitest = await createVitest(
  'test',
  {
    config: path('.config/vitest.config.ts'),
    watch: false,
    reporters: [{}],
    pool: 'threads',
    maxWorkers: 1,
    isolate: process.argv[3] === 'apart',
    bail: process.argv[3] === 'apart' ? 0 : 1,
    setupFiles: [path('test/mutations/switch.ts'), path('test/support/strayConsole.ts')],
    testTimeout: 20_000,
    provide: { mutant: 0, reached: '' },
  },
  {
    plugins: [
      {
        name: 'mutants',
        enforce: 'pre',
        transform: (_, id) =>
          texts.has(id.split('?')[0]) ? { code: texts.get(id.split('?')[0]), map: null } : undefined,
      },
    ],
  },
)
await vitest.standalone()

process.on('message', ({ tests, mutant, reached }) => {
  void run(tests, mutant, reached ? folder : '').then((answer) => process.send(answer))
})
process.send({ ready: true })

async function run(tests, mutant, reached) {
  vitest.provide('mutant', mutant)
  vitest.provide('reached', reached)
  const project = vitest.getRootProject()
  const specifications = tests.map((file) => project.createSpecification(path(file)))
  // Vitest answers with every file that it has run so far: those of earlier mutants are forgotten.
  vitest.state.filesMap.clear()
  vitest.state.idMap.clear()
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, false)
  const failed = testModules.filter((module) => !module.ok())
  const ran = testModules.filter((module) => module.state() !== 'queued').map(({ moduleId }) => moduleId)
  const missed = tests.filter((file) => !ran.includes(path(file)))
  if (failed.length === 0 && missed.length > 0) throw new Error(`not run: ${missed.join(', ')}`)
  return {
    failed: failed.length > 0 || unhandledErrors.length > 0,
    why: [
      ...unhandledErrors.map(String),
      ...failed.flatMap((module) => [
        ...module.errors().map(({ message }) => message),
        ...[...module.children.allTests('failed')].map(
          (each) => `${each.fullName}: ${each.result().errors?.[0]?.message ?? ''}`,
        ),
      ]),
    ],
  }
}
