/** Measures what a reader of a notebook waits for: cells run by tslab's executor, outputs made in the process of the kernel. */
import { createRequire } from 'node:module'
import { apart } from './geography/apart.mjs'

const here = import.meta.url
const rounded = (value) => Number(value.toFixed(2))

/** The three lines of the README, in a fresh kernel: imports with the first chart, then a second chart of the same study. */
export async function cells() {
  const load = createRequire(here)
  const { createConverter } = load('tslab/dist/converter')
  const { createExecutor } = load('tslab/dist/executor')
  const jupyter = load('tslab/dist/jupyter')
  const node = createConverter({ isJS: false, isBrowser: false })
  const executor = createExecutor(process.cwd(), { node, close: () => node.close() }, { log: () => undefined, error: (...text) => process.stderr.write(`${text.join(' ')}\n`) })
  let outputs = 0
  jupyter.lastWriteDisplayData = () => void outputs++
  const seconds = async (code) => {
    const start = performance.now()
    if (!(await executor.execute(code))) throw new Error(code)
    return (performance.now() - start) / 1000
  }
  const imported = await seconds("import { show } from 'wardstick/notebook'\nimport { openStudy } from 'wardstick/study'")
  const first = await seconds("const aspley = await openStudy('aspley')\nawait show(aspley.chart('culture'))")
  const later = []
  for (const id of ['pools-ward-map', 'culture-councils', 'libraries-ward-timeline']) later.push(await seconds(`await show(aspley.chart('${id}'))`))
  executor.close()
  return { outputs, imported, first, later: later.sort((a, b) => a - b)[1] }
}

/** A map of all wards of England as `show` makes it: the spec built, drawn as SVG and PNG, put together as one output. */
export async function map() {
  const [{ wardFeatures }, { wardMap }, { loadBoundaryMap }, { loadWardData }, { mimeBundles }] = await Promise.all(['../../dist/index.js', '../../dist/charts/index.js', '../../dist/datasets/index.js', '../../dist/study/index.js', '../../dist/notebook/index.js'].map((file) => import(new URL(file, here))))
  const wards = wardFeatures(await loadBoundaryMap())
  const { wards: panel } = await loadWardData()
  const rows = panel.register.wards.map(({ ward_code }) => ({ ward_code, value: panel.deprivation(ward_code).find(({ edition }) => edition === 2010)?.income_share ?? null }))
  const words = { title: 'Where are more residents income-deprived?', unit: 'share', place: 'England, WD13', source: 'IMD 2010', alt: 'A map.', notes: [] }
  const timed = async () => {
    const start = performance.now()
    await mimeBundles(wardMap({ wards, rows }, words))
    return (performance.now() - start) / 1000
  }
  return { found: rows.length, first: await timed(), again: await timed() }
}

/** The rows of the bench's table. */
export function notebookRows() {
  const [inCells, ofEngland] = [apart(here, 'cells'), apart(here, 'map')]
  return [
    { what: 'tslab: import', seconds: rounded(inCells.imported), goal: '' },
    { what: 'tslab: import and first chart', seconds: rounded(inCells.imported + inCells.first), goal: '4 s' },
    { what: 'tslab: a later chart (median of 3)', seconds: rounded(inCells.later), goal: '0.3 s' },
    { what: `show a map of ${ofEngland.found} wards, first of the process`, seconds: rounded(ofEngland.first), goal: '' },
    { what: `show a map of ${ofEngland.found} wards, again`, seconds: rounded(ofEngland.again), goal: '1.5 s' },
  ]
}
