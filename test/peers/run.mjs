/**
 * Exchanges tables of wardstick with what others use: danfo.js, another copy of arquero, pyarrow, DuckDB, polars
 * and R, each installed for it alone. Runs the JavaScript of docs/danfo.md, too. Ends with a line `N passed, N failed`.
 *
 * What cannot be installed fails, with the reason.
 */
import { deepStrictEqual as same, rejects, strictEqual } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import fc from 'fast-check'

const PYARROW = '26.0.1'
const PANDAS = '3.1.1'
const DUCKDB = '2.0.1'
const POLARS = '2.1.0'

const peers = dirname(fileURLToPath(import.meta.url))
const root = join(peers, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'wardstick-peers-'))
const run = (command, args, cwd = peers) =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 26,
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
const imported = (path) => import(pathToFileURL(join(root, 'dist', path)).href)

const results = []
async function check(what, work) {
  const start = performance.now()
  try {
    await work()
    results.push(true)
    console.log(`ok      ${what} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  } catch (error) {
    results.push(false)
    console.log(`failed  ${what}\n${[error.message, error.stdout, error.stderr].filter(Boolean).join('\n')}`)
  }
}

const start = performance.now()
const { crosswalk, harmonise } = await imported('geography/index.js')
const { fromArrow, fromParquet, joinTables, rowsOf, tableWithDescriptor, toArrow, toParquet } =
  await imported('tables/index.js')
const { DATASETS, loadDescriptor, loadTable } = await imported('datasets/index.js')
const { fromDanfo, loadDanfo, toDanfo } = await imported('tables/danfo.js')

/** The columns of a table as lists. */
const listsOf = (table) => Object.fromEntries(table.columnNames().map((name) => [name, [...table.array(name)]]))
const fieldsOf = async (dataset, name) =>
  (await loadDescriptor(dataset)).resources.find((each) => each.name === name).schema.fields
const builtIn = Object.entries(DATASETS).flatMap(([dataset, tables]) => tables.map((name) => [dataset, name]))

await check('danfojs-node and a second arquero install by npm ci', () =>
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
)
const require = createRequire(join(peers, 'run.mjs'))

await check(
  'wardstick alone names the command that installs danfojs-node, with the overrides by which it is installed here',
  async () => {
    const { overrides, dependencies } = JSON.parse(readFileSync(join(peers, 'package.json'), 'utf8'))
    const wanted = Object.entries(overrides['danfojs-node']).map(
      ([name, by]) => `"overrides.danfojs-node.${name}=${by}"`,
    )
    const command = `npm pkg set ${wanted.join(' ')} && npm install danfojs-node@${dependencies['danfojs-node']}`
    await rejects(loadDanfo(), {
      code: 'missing-package',
      message: `a danfo.js frame needs the package danfojs-node, which is not installed. Install it with: ${command}`,
    })
  },
)
await check('danfojs-node is loaded where it is installed beside wardstick', async () => {
  const copy = join(peers, 'node_modules', '.wardstick')
  rmSync(copy, { recursive: true, force: true })
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true })
  cpSync(join(root, 'package.json'), join(copy, 'package.json'))
  const beside = await import(pathToFileURL(join(copy, 'dist', 'tables', 'danfo.js')).href)
  strictEqual((await beside.loadDanfo()).DataFrame, require('danfojs-node').DataFrame)
})
await check(
  'every built-in table comes back from danfo.js as it was, but those with columns of its own names, which are refused',
  async () => {
    const danfo = require('danfojs-node')
    let refused = 0
    for (const [dataset, name] of builtIn) {
      const [table, fields] = [await loadTable(dataset, name), await fieldsOf(dataset, name)]
      const taken = table.columnNames().filter((column) => column in danfo.DataFrame.prototype)
      if (taken.length > 0) {
        refused++
        rejectsSync(() => toDanfo(table, danfo, { fields }), 'bad-value')
      }
      const renamed = (column) => (taken.includes(column) ? `${column}_column` : column)
      const own = table.rename(Object.fromEntries(taken.map((column) => [column, renamed(column)])))
      const ownFields = fields.map((field) => ({ ...field, name: renamed(field.name) }))
      same(
        listsOf(fromDanfo(toDanfo(own, danfo, { fields: ownFields }), { fields: ownFields })),
        listsOf(own),
        `${dataset} ${name}`,
      )
    }
    console.log(`        ${builtIn.length} tables, ${refused} with a column of such a name`)
  },
)
await check('any table comes back from danfo.js as it was', async () => {
  const danfo = require('danfojs-node')
  const { table } = await import('arquero')
  const cell = {
    code: fc.constantFrom('01', 'E05001823', '', 'NA', '1e5'),
    text: fc.string(),
    people: fc.maxSafeInteger(),
    share: fc.double({ noNaN: true, noDefaultInfinity: true }),
    open: fc.boolean(),
    none: fc.constant(null),
  }
  const column = (of, rows) => fc.array(fc.option(of), { minLength: rows, maxLength: rows })
  const any = fc.integer({ min: 0, max: 20 }).chain((rows) =>
    fc.record(Object.fromEntries(Object.entries(cell).map(([name, of]) => [name, column(of, rows)])), {
      noNullPrototype: true,
    }),
  )
  fc.assert(fc.property(any, (columns) => same(listsOf(fromDanfo(toDanfo(table(columns), danfo))), columns)))
})
await check('the types of danfojs-node fit those of wardstick/danfo, under TypeScript 5.0 and the newest', () => {
  const at = join(peers, 'node_modules', '.types')
  mkdirSync(at, { recursive: true })
  writeFileSync(
    join(at, 'consumer.ts'),
    `import * as danfo from 'danfojs-node'
import { table } from 'arquero'
import { fromDanfo, toDanfo } from 'wardstick/danfo'
const frame: danfo.DataFrame = toDanfo(table({ a: [1] }), danfo)
const known: number[] = fromDanfo(frame).array('a') as number[]
// @ts-expect-error no such option
toDanfo(table({ a: [known] }), danfo, { field: [] })
`,
  )
  for (const [compiler, options] of [
    [
      join(root, 'node_modules', '@tslab', 'typescript-for-tslab'),
      { module: 'commonjs', moduleResolution: 'node10', esModuleInterop: true },
    ],
    [join(root, 'node_modules', 'typescript'), { module: 'node16', moduleResolution: 'node16' }],
  ]) {
    writeFileSync(
      join(at, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          target: 'es2022',
          lib: ['es2022', 'dom'],
          types: [],
          noEmit: true,
          skipLibCheck: true,
          ...options,
        },
        files: ['consumer.ts'],
      }),
    )
    writeFileSync(join(at, 'package.json'), '{ "type": "module" }')
    run(process.execPath, [join(compiler, 'bin', 'tsc'), '-p', 'tsconfig.json'], at)
  }
})

const RESULT = /^(?<expression>.*\S)\s*\/\/ => (?<expected>.*)$/
const THROWS = /^(?<expression>.*\S)\s*\/\/ throws '(?<message>.*)'$/
/** A block of a page as a module: what a line gives, or throws, is held against its comment. */
function module(block) {
  const lines = block.split('\n').map((line) => {
    const thrown = THROWS.exec(line)?.groups
    if (thrown !== undefined)
      return `await rejects(async () => ${thrown.expression}, new RegExp(${JSON.stringify(thrown.message)}))`
    const found = RESULT.exec(line)?.groups
    return found === undefined
      ? line
      : `;same(${found.expression.startsWith('await ') ? found.expression : `(${found.expression})`}, ` +
          `${found.expected}, ${JSON.stringify(line)})`
  })
  return `import { deepStrictEqual as same, rejects } from 'node:assert/strict'\n${lines.join('\n')}\n`
}
const page = readFileSync(join(root, 'docs', 'danfo.md'), 'utf8')
const blocks = [...page.matchAll(/^## (.*)$|```js\n([\s\S]*?)```/gm)]
let heading = ''
for (const [i, [, title, block]] of blocks.entries()) {
  if (title !== undefined) heading = title
  else
    await check(`docs/danfo.md, '${heading}': its JavaScript does what it says`, () => {
      const at = join(peers, 'node_modules', '.page')
      mkdirSync(at, { recursive: true })
      writeFileSync(join(at, `block${i}.mjs`), module(block))
      run(process.execPath, [join(at, `block${i}.mjs`)])
    })
}

await check('a table of another copy of arquero is taken, and what comes back has every verb', async () => {
  const theirs = await import('arquero')
  const there = crosswalk({
    from: 'old',
    to: 'new',
    weights: 'residents',
    pieces: [
      { source: 'A', target: 'X', weight: 300 },
      { source: 'A', target: 'Y', weight: 100 },
    ],
  })
  const before = theirs.table({ code: ['A'], homes: Float64Array.of(200) })
  const { table: after } = harmonise(before, there, { key: 'code', measures: { homes: { kind: 'count' } } })
  same(after.array('homes'), [150, 50])
  if (after instanceof theirs.ColumnTable) throw new Error('the two copies of arquero are one')
  const names = theirs.table({ code: ['X', 'Y'], name: ['x', 'y'] })
  const joined = joinTables(after, names, { on: ['code'], cardinality: 'one-to-one', unmatched: 'error' }).table
  same(rowsOf(joined, ['name', 'homes']), [
    { name: 'x', homes: 150 },
    { name: 'y', homes: 50 },
  ])
  same(names.join(after, 'code').array('homes'), [150, 50])
  same(
    theirs
      .table(after.data())
      .rollup({ homes: theirs.op.sum('homes') })
      .array('homes'),
    [200],
  )
  same(listsOf(await fromParquet(await toParquet(before))), { code: ['A'], homes: [200] })
  same(theirs.fromArrow(toArrow(before)).array('homes'), [200])
  strictEqual(fromArrow(toArrow(before)).data().homes.BYTES_PER_ELEMENT, 8)
})

/** What both sides must find in a column. */
function summaryOf(table, fields) {
  return Object.fromEntries(
    fields.map(({ name, type }) => {
      const known = [...table.array(name)].filter((cell) => cell !== null)
      const number = type === 'integer' || type === 'number'
      return [
        name,
        {
          missing: table.numRows() - known.length,
          sum: number ? known.reduce((sum, cell) => sum + cell, 0) : null,
          first: number ? [] : known.slice(0, 3).map(String),
          distinct: new Set(known).size,
        },
      ]
    }),
  )
}
/**
 * Compares what another tool found with what is here; sums to the rounding of so many additions, truth values as texts
 * of any case.
 */
function compare(found, table, fields, types) {
  strictEqual(found.rows, table.numRows())
  same(
    Object.keys(found.columns),
    fields.map(({ name }) => name),
  )
  for (const [name, here] of Object.entries(summaryOf(table, fields))) {
    const { type, sum, first, ...counts } = found.columns[name]
    const declared = fields.find((field) => field.name === name).type
    strictEqual(type, types[declared], name)
    same(
      { ...counts, first: first.map((cell) => (declared === 'boolean' ? cell.toLowerCase() : cell)) },
      { missing: here.missing, distinct: here.distinct, first: here.first },
      name,
    )
    if (here.sum !== null && !(Math.abs(sum - here.sum) <= 1e-9 * Math.max(1, Math.abs(here.sum))))
      throw new Error(`${name}: sum ${sum}, here ${here.sum}`)
  }
}

const PYARROW_TYPES = { string: 'string', integer: 'int64', number: 'double', date: 'date32[day]', boolean: 'bool' }
const R_TYPES = { string: 'character', integer: 'numeric', number: 'numeric', date: 'Date', boolean: 'logical' }
/** Codes with zeros at the front, days, truth values, whole and other numbers, and missing cells of each. */
const SAMPLES = [
  ['council-spending', 'outturn'],
  ['pools', 'pools'],
  ['wards', 'ward-deprivation'],
  ['voluntary-provision', 'provision'],
]
const samples = await Promise.all(
  SAMPLES.map(async ([dataset, name]) => ({
    dataset,
    name,
    table: await loadTable(dataset, name),
    fields: await fieldsOf(dataset, name),
    at: join(folder, `${dataset}-${name}`),
  })),
)
for (const { name, table, fields, at } of samples) {
  mkdirSync(at)
  writeFileSync(join(at, 'table.parquet'), await toParquet(table, { fields }))
  writeFileSync(join(at, 'table.arrow'), toArrow(table, { fields }))
  const { csv, descriptor } = tableWithDescriptor(table, { name: 'table', title: name, fields })
  writeFileSync(join(at, 'table.csv'), csv)
  writeFileSync(join(at, 'table.json'), JSON.stringify(descriptor))
}

const python = join(folder, 'python', 'bin', 'python')
await check(`pyarrow ${PYARROW} and pandas ${PANDAS} install by pip`, () => {
  run('python3', ['-m', 'venv', join(folder, 'python')])
  run(python, [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    `pyarrow==${PYARROW}`,
    `pandas==${PANDAS}`,
  ])
})
for (const { dataset, name, table, fields, at } of samples)
  await check(
    `pyarrow reads ${dataset} ${name} from Parquet, Arrow and CSV: types, missing cells, sums and codes`,
    () => {
      const found = JSON.parse(run(python, [join(peers, 'read.py'), at]))
      strictEqual(found.version, PYARROW)
      for (const form of ['parquet', 'arrow', 'csv']) compare(found[form], table, fields, PYARROW_TYPES)
    },
  )
await check(
  'what pyarrow writes is read: row groups, dictionaries, both versions of pages, Snappy, gzip, days, decimals',
  async () => {
    const days = ['2010-03-31', null, '1969-12-31', '2024-02-29']
    const columns = {
      code: ['01', '007', null, '01'],
      people: [2 ** 53 - 1, null, -5, 0],
      small: [1, 2, null, -128],
      share: [0.1, null, -0.25, null],
      single: [0.5, null, 1.25, 2],
      since: days,
      at: days,
      open: [true, false, null, true],
      spent: [0.7, -1.1, null, 26179],
      nothing: [null, null, null, null],
    }
    const read = (file) => readFileSync(join(samples[0].at, file))
    for (const file of ['mixed', 'mixed-gzip-v2', 'mixed-plain'])
      same(listsOf(await fromParquet(read(`${file}.parquet`))), columns, file)
    const { code, people, share, since, open } = columns
    same(listsOf(fromArrow(read('mixed.arrow'))), { code, people, share, since, open })
    await rejects(fromParquet(read('zstd.parquet')), { code: 'bad-file', message: /the compression ZSTD is not read/ })
  },
)

await check(`DuckDB ${DUCKDB} and polars ${POLARS} install by pip`, () => {
  run(python, [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    `duckdb==${DUCKDB}`,
    `polars==${POLARS}`,
  ])
})
await check(
  'DuckDB and polars read what is written, with nulls; what they write is read, or refused in words',
  async () => {
    const { table } = await import('arquero')
    const at = join(folder, 'writers')
    mkdirSync(at)
    const own = table({
      code: ['01', null],
      n: [2 ** 53 - 1, null],
      share: [0.5, null],
      since: ['2010-03-31', null],
      open: [true, null],
    })
    const fields = [{ name: 'since', type: 'date' }]
    writeFileSync(join(at, 'table.parquet'), await toParquet(own, { fields }))
    writeFileSync(join(at, 'table.arrow'), toArrow(own, { fields }))
    const { duckdb, polars, ...found } = JSON.parse(run(python, [join(peers, 'writers.py'), at]))
    same([duckdb, polars], [DUCKDB, POLARS])
    for (const [how, rows] of Object.entries(found))
      same(
        rows,
        [
          ['01', 2 ** 53 - 1, 0.5, '2010-03-31', true],
          [null, null, null, null, null],
        ],
        how,
      )
    const read = (file) => readFileSync(join(at, file))
    const days = ['2010-03-31', '1969-12-31', null]
    const cells = {
      n: [1, 2 ** 53 - 1, null],
      code: ['01', '02', null],
      share: [0.5, -0.25, null],
      since: days,
      open: [true, false, null],
      at: days,
      spent: [1.1, -0.7, null],
    }
    for (const file of ['duckdb', 'duckdb-v2', 'duckdb-gzip'])
      same(listsOf(await fromParquet(read(`${file}.parquet`))), cells, file)
    const withKind = { ...cells, kind: ['a', 'b', null] }
    same(listsOf(await fromParquet(read('polars.parquet'))), withKind)
    for (const file of ['polars.arrow', 'polars.arrows']) same(listsOf(fromArrow(read(file))), withKind, file)
    const long = listsOf(await fromParquet(read('duckdb-long.parquet')))
    same(
      long.n,
      Array.from({ length: 300_000 }, (_, i) => (i % 7 === 0 ? null : i)),
    )
    same(
      long.code,
      Array.from({ length: 300_000 }, (_, i) => (i % 5 === 0 ? null : `c${i % 40}`)),
    )
    await rejects(fromParquet(read('duckdb-large.parquet')), { code: 'bad-cell', message: /9007199254740993/ })
    await rejects(fromParquet(read('duckdb-moment.parquet')), {
      code: 'bad-cell',
      message: /midnight of Universal Time/,
    })
    rejectsSync(() => fromArrow(read('polars-zone.arrow')), 'bad-file')
  },
)

await check('R and jsonlite are there, or install by apt', () => {
  const has = () => {
    try {
      return run('Rscript', ['-e', 'cat(requireNamespace("jsonlite", quietly = TRUE))']) === 'TRUE'
    } catch {
      return false
    }
  }
  if (has()) return
  const asRoot = (...args) => (process.getuid?.() === 0 ? run(args[0], args.slice(1)) : run('sudo', args))
  asRoot('apt-get', 'update')
  asRoot('apt-get', 'install', '-y', '--no-install-recommends', 'r-base-core', 'r-cran-jsonlite')
  if (!has()) throw new Error('Rscript does not run after the installation')
})
for (const { dataset, name, table, fields, at } of samples)
  await check(`R reads ${dataset} ${name} from CSV by its descriptor: types, missing cells, sums and codes`, () => {
    compare(JSON.parse(run('Rscript', ['--vanilla', join(peers, 'read.R'), at])), table, fields, R_TYPES)
  })

/** The table that docs/exchange.md writes, read there by its R and its Python. */
const exchange = readFileSync(join(root, 'docs', 'exchange.md'), 'utf8')
const blockIn = (language) => new RegExp(`\\n\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(exchange)[1]
const { csv, descriptor } = tableWithDescriptor(
  (await import('arquero')).table({
    code: ['01', '02'],
    homes: [150.5, null],
    open: [true, null],
    homes_status: ['reallocated', 'missing'],
  }),
  { name: 'homes', title: 'Homes by ward' },
)
writeFileSync(join(folder, 'homes.csv'), csv)
writeFileSync(join(folder, 'homes.json'), JSON.stringify(descriptor))
await check('docs/exchange.md: its R reads the table', () => {
  writeFileSync(
    join(folder, 'page.R'),
    `${blockIn('r')}cat(jsonlite::toJSON(homes, na = "null", dataframe = "columns"))\n`,
  )
  same(JSON.parse(run('Rscript', ['--vanilla', 'page.R'], folder)), {
    code: ['01', '02'],
    homes: [150.5, null],
    open: [true, null],
    homes_status: ['reallocated', 'missing'],
  })
})
await check('docs/exchange.md: its Python reads the table', () => {
  writeFileSync(join(folder, 'page.py'), `${blockIn('python')}print(homes.to_json(orient='split'))\n`)
  same(JSON.parse(run(python, ['page.py'], folder)).data, [
    ['01', 150.5, true, 'reallocated'],
    ['02', null, null, 'missing'],
  ])
})

rmSync(folder, { recursive: true, force: true })
const passed = results.filter(Boolean).length
console.log(`${((performance.now() - start) / 1000).toFixed(0)} s in all`)
console.log(`${passed} passed, ${results.length - passed} failed`)
process.exitCode = passed === results.length ? 0 : 1

function rejectsSync(work, code) {
  try {
    work()
  } catch (error) {
    strictEqual(error.code, code)
    return
  }
  throw new Error(`nothing was thrown, and not ${code}`)
}
