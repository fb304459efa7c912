/**
 * Measures what a reader of a notebook waits for: cells run by tslab's executor, outputs made in the process of the
 * kernel.
 */
import { createRequire } from 'node:module'
import { apart } from './geography/apart.mjs'

const here = import.meta.url
const rounded = (value) => Number(value.toFixed(2))

const STUDY = {
  imports: "import { show } from 'wardstick/notebook'\nimport { openStudy } from 'wardstick/study'",
  first: "const aspley = await openStudy('aspley')\nawait show(aspley.chart('culture'))",
  later: ['pools-ward-map', 'culture-councils', 'libraries-ward-timeline'].map(
    (id) => `await show(aspley.chart('${id}'))`,
  ),
}
const TABLE = {
  imports:
    "import { show } from 'wardstick/notebook'\nimport { timeSeries } from 'wardstick/charts'\nimport { " +
    "loadTable } from 'wardstick/data'",
  first: `const table = await loadTable('deflators', 'gdp-deflator')
const rows = table.objects().filter((row: any) => row.series === 'hmt-2025-12')
const points = rows.map((row: any) => ({
  at: Number(row.financial_year.slice(0, 4)),
  when: row.financial_year,
  value: row.level,
  status: 'observed' as const,
}))
await show(timeSeries({ lines: [{ name: 'GDP deflator', points: points }], axis: 'financial years' }, {
  title: 'How did prices rise?',
  unit: 'index',
  place: 'United Kingdom',
  source: 'HM Treasury',
  alt: 'A line.',
  notes: [],
}))`,
  later: [],
}

/** The three lines of the README, in a fresh kernel: the whole Aspley study is run for its first chart. */
export const study = () => cells(STUDY)
/** A chart of a table, in a fresh kernel. */
export const tabled = () => cells(TABLE)

async function cells({ imports, first, later }) {
  const load = createRequire(here)
  const { createConverter } = load('tslab/dist/converter')
  const { createExecutor } = load('tslab/dist/executor')
  const jupyter = load('tslab/dist/jupyter')
  const node = createConverter({ isJS: false, isBrowser: false })
  const executor = createExecutor(
    process.cwd(),
    { node, close: () => node.close() },
    { log: () => undefined, error: (...text) => process.stderr.write(`${text.join(' ')}\n`) },
  )
  let outputs = 0
  jupyter.lastWriteDisplayData = () => void outputs++
  const seconds = async (code) => {
    const start = performance.now()
    if (!(await executor.execute(code))) throw new Error(code)
    return (performance.now() - start) / 1000
  }
  const imported = await seconds(imports)
  const drawn = await seconds(first)
  const again = []
  for (const code of later) again.push(await seconds(code))
  executor.close()
  return { outputs, imported, first: drawn, later: again.sort((a, b) => a - b)[1] }
}

/**
 * A map of all wards of England as `show` makes it: the spec built, drawn as SVG and PNG, put together as one output.
 */
export async function map() {
  const [{ wardFeatures }, { wardMap }, { loadBoundaryMap, loadWardData }, { mimeBundles }] = await Promise.all(
    [
      '../../dist/geography/index.js',
      '../../dist/charts/index.js',
      '../../dist/datasets/index.js',
      '../../dist/display/index.js',
    ].map((file) => import(new URL(file, here))),
  )
  const wards = wardFeatures(await loadBoundaryMap())
  const { wards: panel } = await loadWardData()
  const rows = panel.register.wards.map(({ ward_code }) => ({
    ward_code,
    value: panel.deprivation(ward_code).find(({ edition }) => edition === 2010)?.income_share ?? null,
  }))
  const words = {
    title: 'Where are more residents income-deprived?',
    unit: 'share',
    place: 'England, WD13',
    source: 'IMD 2010',
    alt: 'A map.',
    notes: [],
  }
  const timed = async () => {
    const start = performance.now()
    await mimeBundles(wardMap({ wards, rows }, words))
    return (performance.now() - start) / 1000
  }
  return { found: rows.length, first: await timed(), again: await timed() }
}

/** The rows of the bench's table. */
export function notebookRows() {
  const [ofTable, ofStudy, ofEngland] = ['tabled', 'study', 'map'].map((name) => apart(here, name))
  return [
    { what: 'tslab: import', seconds: rounded(ofTable.imported), goal: '' },
    {
      what: 'tslab: import and first chart, of a table',
      seconds: rounded(ofTable.imported + ofTable.first),
      goal: '4 s',
    },
    {
      what: 'tslab: import and first chart, of the whole Aspley study',
      seconds: rounded(ofStudy.imported + ofStudy.first),
      goal: '4 s',
    },
    { what: 'tslab: a later chart of it (median of 3)', seconds: rounded(ofStudy.later), goal: '0.3 s' },
    {
      what: `show a map of ${ofEngland.found} wards, first of the process`,
      seconds: rounded(ofEngland.first),
      goal: '',
    },
    { what: `show a map of ${ofEngland.found} wards, again`, seconds: rounded(ofEngland.again), goal: '1.5 s' },
  ]
}
