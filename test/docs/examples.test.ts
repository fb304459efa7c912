import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as arquero from 'arquero'
import { describe, expect, it } from 'vitest'
import * as charts from '../../src/charts/index.js'
import * as data from '../../src/datasets/index.js'
import * as wardstick from '../../src/index.js'
import * as notebook from '../../src/notebook/index.js'
import * as render from '../../src/render/index.js'
import * as sources from '../../src/sources/index.js'
import * as study from '../../src/study/index.js'
import * as danfo from '../../src/table/danfo.js'
import { type Check, type Modules, documentedExports, runExample } from '../support/examples.js'

const root = new URL('../../', import.meta.url)
const path = (file: string): string => fileURLToPath(new URL(file, root))
const modules: Modules = {
  wardstick,
  'wardstick/charts': charts,
  'wardstick/danfo': danfo,
  'wardstick/data': data,
  'wardstick/notebook': notebook,
  'wardstick/render': render,
  'wardstick/sources': sources,
  'wardstick/study': study,
  arquero,
}
const exported = documentedExports({
  wardstick: path('src/index.ts'),
  'wardstick/charts': path('src/charts/index.ts'),
  'wardstick/danfo': path('src/table/danfo.ts'),
  'wardstick/data': path('src/datasets/index.ts'),
  'wardstick/notebook': path('src/notebook/index.ts'),
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

describe('README and guides', () => {
  it.each(['README.md', 'CONTRIBUTING.md', 'docs/danfo.md', 'docs/exchange.md', 'docs/geography.md', 'docs/identity.md'])(
    'the TypeScript of %s runs as pasted',
    async (file) => {
      const blocks = [...readFileSync(path(file), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(
        (match) => match[1] ?? '',
      )
      for (const block of blocks) await runExample(block, modules, check)
      if (file !== 'CONTRIBUTING.md') expect(blocks.length).toBeGreaterThan(0)
    },
  )
})
