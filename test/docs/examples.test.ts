import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as arquero from 'arquero'
import { describe, expect, it } from 'vitest'
import * as charts from '../../src/charts/index.js'
import * as geography from '../../src/geography/index.js'
import * as tables from '../../src/tables/index.js'
import * as data from '../../src/datasets/index.js'
import * as wardstick from '../../src/index.js'
import * as notebook from '../../src/display/index.js'
import * as render from '../../src/render/index.js'
import * as sources from '../../src/sources/index.js'
import * as study from '../../src/study/index.js'
import * as danfo from '../../src/tables/danfo.js'
import { typeProblems } from '../support/exampleTypes.js'
import { type Check, type Modules, documentedExports, runExample } from '../support/examples.js'

const root = new URL('../../', import.meta.url)
const path = (file: string): string => fileURLToPath(new URL(file, root))

/** Work that many examples ask for, done once: by what it is given first, as the rest is the built-in data. */
function memoise<Given extends readonly unknown[], Result>(
  work: (...given: Given) => Result,
): (...given: Given) => Result {
  const results = new Map<string, Result>()
  return (...given) => {
    const key = JSON.stringify(given.slice(0, 1))
    const result = results.has(key) ? (results.get(key) as Result) : work(...given)
    results.set(key, result)
    return result
  }
}

const modules: Modules = {
  wardstick,
  'wardstick/charts': charts,
  'wardstick/danfo': danfo,
  'wardstick/data': {
    ...data,
    loadCouncilData: memoise(data.loadCouncilData),
    loadStudyData: memoise(data.loadStudyData),
    loadWardData: memoise(data.loadWardData),
  },
  'wardstick/geography': geography,
  'wardstick/tables': tables,
  'wardstick/notebook': notebook,
  'wardstick/render': render,
  'wardstick/sources': sources,
  'wardstick/study': {
    ...study,
    openStudy: memoise(study.openStudy),
    runStudy: memoise(study.runStudy),
  },
  arquero,
}
const exported = documentedExports({
  wardstick: path('src/index.ts'),
  'wardstick/charts': path('src/charts/index.ts'),
  'wardstick/danfo': path('src/tables/danfo.ts'),
  'wardstick/data': path('src/datasets/index.ts'),
  'wardstick/geography': path('src/geography/index.ts'),
  'wardstick/tables': path('src/tables/index.ts'),
  'wardstick/notebook': path('src/display/index.ts'),
  'wardstick/render': path('src/render/index.ts'),
  'wardstick/sources': path('src/sources/index.ts'),
  'wardstick/study': path('src/study/index.ts'),
})

const check: Check = async (actual, expected, line) => {
  const thrown = (expected as { throws?: string } | null)?.throws
  if (thrown === undefined) expect(await actual(), line).toEqual(expected)
  else await expect(Promise.resolve().then(actual), line).rejects.toMatchObject({ code: thrown })
}

describe('public exports', () => {
  it.each(exported.map((each) => [`${each.entry} ${each.name}`, each] as const))(
    '%s has a doc comment',
    (_, { summary }) => {
      expect(summary).not.toBe('')
    },
  )

  const functions = exported.filter(({ kind }) => kind === 'function')
  it.each(functions.map((each) => [`${each.entry} ${each.name}`, each] as const))(
    '%s has an example that does what it says',
    async (_, { examples }) => {
      expect(examples.length).toBeGreaterThan(0)
      for (const example of examples) expect(await runExample(example, modules, check)).toBeGreaterThan(0)
    },
  )
})

/** The blocks of TypeScript of the README and of every page of `docs/`. */
const guides = ['README.md', 'CONTRIBUTING.md', ...readdirSync(new URL('docs/', root)).map((name) => `docs/${name}`)]
  .filter((file) => file.endsWith('.md'))
  .map((file) => {
    const blocks = [...readFileSync(path(file), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)]
    return { file, blocks: blocks.map(([, block = '']) => block) }
  })

describe('README and guides', () => {
  // Each chart of the gallery is made by a test of its own.
  const run = guides.filter(({ file, blocks }) => blocks.length > 0 && file !== 'docs/gallery.md')
  it.each(run)('the TypeScript of $file runs as pasted', async ({ blocks }) => {
    for (const block of blocks) await runExample(block, modules, check)
  })

  it('have TypeScript in the README, and in the guides to danfo.js, exchange and geography', () => {
    const some = ['README.md', 'docs/danfo.md', 'docs/exchange.md', 'docs/geography.md']
    expect(run.map(({ file }) => file)).toEqual(expect.arrayContaining(some))
  })
})

describe('every example', () => {
  const ofExports = exported.flatMap(({ file, name, examples }) =>
    examples.map((text, i) => ({ where: `${file.slice(path('').length)} ${name} ${i + 1}`, text })),
  )
  const ofGuides = guides.flatMap(({ file, blocks }) => blocks.map((text, i) => ({ where: `${file} ${i + 1}`, text })))
  const examples = [...new Map([...ofExports, ...ofGuides].map((each) => [each.where, each])).values()]

  it.each(['strict', 'notebook'] as const)(
    'passes the type check of the %s setting',
    { timeout: 120_000 },
    (setting) => {
      expect(examples.length).toBeGreaterThan(190)
      const refused = [...typeProblems(examples, setting)].filter(([, problems]) => problems.length > 0)
      expect(refused).toEqual([])
    },
  )
})
