/**
 * A panel of 7,681 wards, 20 years and 10 measures on the wards of 2025: eight counts, and two rates by one of them.
 */
import { op, table } from 'arquero'
import { loadCrosswalk } from '../../../dist/datasets/index.js'
import { harmonise } from '../../../dist/geography/index.js'
import { alone, besidePeer, timed } from './apart.mjs'

const YEARS = 20
const COUNTS = Array.from({ length: 8 }, (_, i) => `count_${i}`)
const RATES = ['rate_0', 'rate_1']

function panel(codes) {
  const rows = codes.flatMap((ward_code, ward) =>
    Array.from({ length: YEARS }, (_, year) => ({ ward_code, year, ward })),
  )
  const column = (value) => rows.map(value)
  return table({
    ward_code: column((row) => row.ward_code),
    year: column((row) => 2000 + row.year),
    ...Object.fromEntries(
      COUNTS.map((name, i) => [name, column(({ ward, year }) => 1000 + ((ward * 7919 + year * 31 + i * 17) % 9000))]),
    ),
    ...Object.fromEntries(
      RATES.map((name, i) => [name, column(({ ward, year }) => ((ward * 131 + year * 7 + i) % 100) / 100)]),
    ),
  })
}

/** The sum of every count, in thousands, which tells that the peers answer the same. */
const total = (result) =>
  Math.round(
    COUNTS.reduce((sum, name) => sum + Number(result.rollup({ total: op.sum(name) }).get('total', 0)), 0) / 1000,
  )

export async function own() {
  const crosswalk = await loadCrosswalk('WD13', 'WD25')
  const before = panel(crosswalk.sources)
  const measures = {
    ...Object.fromEntries(COUNTS.map((name) => [name, { kind: 'count' }])),
    ...Object.fromEntries(RATES.map((name) => [name, { kind: 'rate', denominator: COUNTS[0] }])),
  }
  const { result, seconds } = timed(
    () => harmonise(before, crosswalk, { key: 'ward_code', by: ['year'], measures }).table,
  )
  return { found: total(result), seconds }
}

/**
 * The same numbers without statuses, checks or a loss report: a join of the links, products, and sums by ward and year.
 */
export async function arquero() {
  const crosswalk = await loadCrosswalk('WD13', 'WD25')
  const before = panel(crosswalk.sources)
  const { result, seconds } = timed(() => {
    const links = table({
      ward_code: crosswalk.links.map(({ source }) => source),
      target: crosswalk.links.map(({ target }) => target),
      share: crosswalk.links.map(({ share }) => share),
    })
    const parts = before.join(links, 'ward_code').derive({
      ...Object.fromEntries(COUNTS.map((name) => [name, `d => d.${name} * d.share`])),
      ...Object.fromEntries(RATES.map((name) => [name, `d => d.${name} * d.${COUNTS[0]} * d.share`])),
    })
    const sums = parts
      .groupby('target', 'year')
      .rollup(Object.fromEntries([...COUNTS, ...RATES].map((name) => [name, op.sum(name)])))
    return sums.derive(Object.fromEntries(RATES.map((name) => [name, `d => d.${name} / d.${COUNTS[0]}`])))
  })
  return { found: total(result), seconds }
}

export async function loading() {
  const start = performance.now()
  const { links } = await loadCrosswalk('WD13', 'WD25')
  return { found: links.length, seconds: (performance.now() - start) / 1000 }
}

/** Rows of a table: thousands counted, seconds and peak memory of the process of each. */
export function harmoniseRows() {
  return [
    besidePeer('7,681 wards, 20 years, 10 measures', import.meta.url, 'own', 'arquero', 'arquero join and rollup'),
    alone("loadCrosswalk('WD13', 'WD25'), links", import.meta.url, 'loading'),
  ]
}
