import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TSLAB, findTslab, requireTslab } from '../../src/notebooks/tslab.js'

const load = createRequire(import.meta.url)

describe('findTslab', () => {
  it('finds the tslab of the folder, or the one beside wardstick', () => {
    const own = join(import.meta.dirname, '..', '..', 'node_modules', 'tslab')
    expect(findTslab(import.meta.dirname)).toBe(own)
    expect(findTslab(tmpdir())).toBe(own)
  })

  it('says how to install it where there is none', () => {
    expect(() => requireTslab(tmpdir(), pathToFileURL(join(tmpdir(), 'x.js')).href)).toThrow(
      expect.objectContaining({
        code: 'missing-package',
        message:
          `Running a notebook needs the package tslab, which is not installed. Run in ${tmpdir()}: npm install ` +
          `tslab@1.0.22`,
      }) as Error,
    )
  })

  it('names the version that is tested here', () => {
    expect((load('tslab/package.json') as { version: string }).version).toBe(TSLAB.version)
    const { peerDependencies, peerDependenciesMeta } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { peerDependencies: object; peerDependenciesMeta: object }
    expect([peerDependencies, peerDependenciesMeta]).toMatchObject([
      { tslab: TSLAB.version },
      { tslab: { optional: true } },
    ])
  })
})

interface Executor {
  execute(code: string): Promise<boolean>
  close(): void
}

/** What tslab makes of a cell: what TypeScript 5.0.4 finds in it, or what it throws; nothing when it runs. */
let executor: Executor
const said: string[] = []
const logged: unknown[] = []
beforeAll(() => {
  const { createConverter } = load('tslab/dist/converter.js') as {
    createConverter: (options: object) => { close(): void }
  }
  const { createExecutor } = load('tslab/dist/executor.js') as {
    createExecutor: (folder: string, converters: object, console: object) => Executor
  }
  const node = createConverter({ isJS: false, isBrowser: false })
  const error = (first: unknown, ...rest: unknown[]): void =>
    void said.push(first instanceof Error ? `${first.name}: ${first.message}` : String(rest.at(-1)))
  executor = createExecutor(
    process.cwd(),
    { node, close: () => node.close() },
    { log: (value: unknown) => void logged.push(value), error },
  )
})
afterAll(() => executor.close())

async function run(cell: string): Promise<string[]> {
  said.length = 0
  const isDone = await executor.execute(cell)
  expect(isDone).toBe(said.length === 0)
  return [...said]
}

describe('a cell of tslab', () => {
  it.each([
    ['wardstick', 'percentChange(1)'],
    ['wardstick/data', "loadTable('nowhere', 'table')"],
    ['wardstick/sources', "readCalendarDeflator('a.csv')"],
    ['wardstick/charts', 'spendingSeries(5)'],
    ['wardstick/render', "render({}, 'gif')"],
    ['wardstick/study', 'openStudy(5)'],
    ['wardstick/notebook', 'show(5, 6)'],
  ])('knows the types of %s', async (entry, misuse) => {
    const name = misuse.slice(0, misuse.indexOf('('))
    expect(await run(`import { ${name} } from '${entry}'\nconst used: typeof ${name} = ${name}`)).toEqual([])
    expect(await run(misuse)).not.toEqual([])
  })

  it('knows that an entry has no other names', async () => {
    for (const entry of ['', '/data', '/sources', '/charts', '/render', '/study', '/notebook', '/danfo'])
      expect(await run(`import * as entry from 'wardstick${entry}'\nentry.nothingOfTheKind`)).toEqual([
        expect.stringMatching(/^Property 'nothingOfTheKind' does not exist on type /),
      ])
  })

  it('knows what a chart is: a field of the wrong type and a missing one are refused', async () => {
    expect(
      await run(
        "import { VegaLiteSpec } from 'wardstick/charts'\nconst spec: VegaLiteSpec = { $schema: 3, title: { " +
          "text: '', subtitle: [] }, description: '' }",
      ),
    ).toEqual(["Type 'number' is not assignable to type 'string'."])
    expect(
      await run(
        "import { VegaLiteSpec } from 'wardstick/charts'\nconst spec: VegaLiteSpec = { $schema: '', title: { " +
          "text: '', subtitle: [] }, descriptoin: '' }",
      ),
    ).toEqual([expect.stringContaining("Property 'description' is missing")])
    expect(
      await run(
        "import { VegaLiteSpec } from 'wardstick/charts'\nlet chart: VegaLiteSpec\nchart.title.subtitle[0].toUpper()",
      ),
    ).toEqual([expect.stringContaining("Property 'toUpper' does not exist on type 'string'")])
  })

  it('knows the tables of arquero that wardstick gives and takes', async () => {
    expect(await run("import { table } from 'arquero'\ntable({ a: [1] }).numRowz()")).toEqual([
      expect.stringMatching(/^Property 'numRowz' does not exist on type 'ColumnTable'/),
    ])
    expect(
      await run(
        "import { loadTable } from 'wardstick/data'\nconst deflators = await loadTable('deflators', " +
          "'gdp-deflator')\nconst rows: string = deflators.numRows()",
      ),
    ).toEqual(["Type 'number' is not assignable to type 'string'."])
  })

  it('runs with the variables of the cells before, which shorthand does not reach', async () => {
    expect(await run('const ward = 4')).toEqual([])
    expect(await run("if (({ ward: ward }).ward !== 4) throw new Error('lost')")).toEqual([])
    expect(await run('const record = { ward }')).toEqual(['ReferenceError: ward is not defined'])
  })

  it('prints the inner parts of a table that it ends with, which is why the kernel of wardstick shows it', async () => {
    expect(await run("import { table } from 'arquero'\ntable({ spent: [84.2] })")).toEqual([])
    expect(inspect(logged.at(-1))).toContain('_total')
  })

  it('takes no export, and awaits at its top', async () => {
    expect(await run('export const year = 2009')).toContain("Cannot redeclare exported variable 'year'.")
    expect(
      await run(
        "const waited = await Promise.resolve('2009-10')\nif (waited.length !== 7) throw new Error('not awaited')",
      ),
    ).toEqual([])
  })
})
