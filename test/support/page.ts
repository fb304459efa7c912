import { readFileSync } from 'node:fs'
import { type VegaLiteSpec, spendingSeries } from '../../src/charts/index.js'
import { financialYear } from '../../src/index.js'
import type { PageDataset, PageDocument, PageFigure, PageSection, PageSource } from '../../src/render/index.js'

const PLACE = 'Nottingham (E06000018)'
const SPENT = [128.351, 129.611, 126.095, 107.618, 109.891, 106.195, 89.223, 84.204, 73.554, 62.663, null, 34.859]

/** A chart in the two forms of a page: the narrow one is a small copy, which is enough for tests. */
export function chartOf(title: string): { readonly wide: VegaLiteSpec; readonly narrow: VegaLiteSpec } {
  const years = SPENT.map((value, i) => ({
    year: financialYear(2007 + i),
    value,
    status:
      i > 6 && i < 10 ? ('population interpolated or replaced since' as const) : ('from published figures' as const),
    comparators: { n: 123, lower: 80 - 3 * i, median: 94 - 4 * i, upper: 112 - 4 * i },
    segment: i > 10 ? 1 : 0,
  }))
  const wide = spendingSeries(
    {
      years,
      place: 'Nottingham',
      comparators: '123 single-tier councils',
      breaks: [{ from: financialYear(2017), mark: '(a)' }],
    },
    {
      title,
      unit: 'pounds a head, prices of 2023-24',
      place: PLACE,
      source: 'an official table, 2023 edition',
      alt: `Line chart: ${title}. From £128.35 in 2007-08 to £34.86 in 2018-19.`,
      notes: ['(a) The content changes.', 'Hatched: no figure (2017-18).'],
    },
  )
  return { wide, narrow: narrowed(title) }
}

const narrowed = (title: string): VegaLiteSpec => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  title: { text: title.slice(0, 30), subtitle: ['pounds a head'], anchor: 'start' },
  description: `Line chart: ${title}.`,
  width: 270,
  height: 200,
  data: {
    values: SPENT.flatMap((value, i) =>
      value === null ? [] : [{ start: 2007 + i, value, told: `£${value.toFixed(2)}` }],
    ),
  },
  mark: { type: 'line', point: { color: '#12436D', size: 60 }, color: '#12436D', clip: true },
  encoding: {
    x: {
      field: 'start',
      type: 'quantitative',
      scale: { zero: false },
      axis: { title: null, format: 'd', tickCount: 4 },
    },
    y: { field: 'value', type: 'quantitative', axis: { title: null } },
    tooltip: { field: 'told', type: 'nominal' },
  },
  config: chartConfig(),
})

function chartConfig(): object {
  return {
    background: '#FFFFFF',
    font: 'DejaVu Sans',
    view: { stroke: null },
    title: { color: '#0B0C0C', subtitleColor: '#3D3D3D' },
    axis: { labelColor: '#3D3D3D', gridColor: '#E6E6E6', domainColor: '#767676', tickColor: '#767676' },
  }
}

/** A figure with a chart and the table behind it. */
export function figureOf(id: string, title: string): PageFigure {
  const rows = SPENT.map((value, i) => [financialYear(2007 + i), value, 94 - 4 * i, 'from published figures'])
  return {
    id,
    chart: chartOf(title),
    table: {
      caption: `${title}, by year`,
      file: `${id}.csv`,
      grid: { columns: ['year', 'Nottingham, £ a head', 'median, £ a head', 'how it is known'], rows },
    },
    citation: `wardstick (2026), ${title}, figure ${id}.`,
  }
}

/** A table without a chart. */
export function tableOf(id: string, rows: number): PageFigure {
  const grid = {
    columns: ['pool', 'year built', 'water, m²', 'open'],
    rows: Array.from({ length: rows }, (_, i) => [
      `Leisure Centre ${i + 1}`,
      1960 + (i % 60),
      i === 1 ? null : 1250.5 + i * 10,
      i % 2 === 0,
    ]),
  }
  return {
    id,
    chart: null,
    table: { caption: 'Public pools within 4 km', file: `${id}.csv`, grid },
    citation: `wardstick (2026), table ${id}.`,
  }
}

const source = (change: Partial<PageSource> = {}): PageSource => ({
  title: 'Local authority revenue expenditure and financing 2009-10',
  publisher: 'Ministry of Housing, Communities and Local Government',
  edition: 'Final outturn, 2011',
  file: 'RS_2009-10.xls',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
  sha256: 'a'.repeat(64),
  rowsIn: 12_456,
  rowsOut: 12_000,
  setAside: [{ reason: 'not a single-tier council', rows: 456 }],
  ...change,
})

/** A dataset with two official files. */
export const datasetOf = (id: string, title: string): PageDataset => ({
  id,
  title,
  licences: [
    {
      title: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
  ],
  tables: [{ title: 'Spending by council and year', rows: 24_000 }],
  sources: [source(), source({ edition: 'Final outturn, 2012', file: 'RS_2010-11.xls', setAside: [], rowsIn: 12_000 })],
})

/** A section with what a finding has. */
export const sectionOf = (id: string, change: Partial<PageSection> = {}): PageSection => ({
  id,
  headline: 'Culture in Nottingham: a fall of 33.2 % a head',
  question: "What became of Nottingham's spending on culture?",
  sentence:
    'Nottingham spent, a head and in prices of 2023-24, £126.09 on culture in 2009-10 and £84.20 in 2014-15, ' +
    'a fall of 33.2 %.',
  caveats: [
    'No council publishes its spending by ward: Aspley inherits the figures of Nottingham.',
    'The population is interpolated between two estimates.',
  ],
  detail: ['Among 123 single-tier councils the median change was −32.7 %.'],
  figures: [figureOf(`${id}-series`, 'Culture in Nottingham: −33.2 % per head in real terms')],
  evidence: {
    method: ['Net current expenditure, divided by the population of mid-year and by the GDP deflator.'],
    statuses: [
      { status: 'observed', meaning: 'published for that council as shown', figures: 12 },
      { status: 'modelled', meaning: 'estimated or interpolated', figures: 3 },
    ],
    rows: ['Used: 123 single-tier councils.', 'Left out: City of London, Isles of Scilly.'],
    datasets: ['spending'],
    figureIds: [`${id}.change`, `${id}.median`],
  },
  ...change,
})

/** A page of three sections: one with a chart, one with charts and a table, one where nothing was measured. */
export const pageOf = (change: Partial<PageDocument> = {}): PageDocument => ({
  title: 'What changed around Aspley?',
  about: [
    'Spending, libraries and pools around Aspley, a ward of Nottingham, before and after the cuts.',
    'Each finding has its weightiest caveat beside it.',
  ],
  sections: [
    sectionOf('culture'),
    sectionOf('pools', {
      headline: 'Public pools around Aspley: nearer, fewer',
      figures: [figureOf('pools-near', 'Pools within 4 km'), tableOf('pools-open', 8), tableOf('pools-all', 40)],
    }),
    sectionOf('unknown', {
      headline: 'What nobody measured',
      figures: [],
      evidence: null,
      caveats: ['No open data say it.'],
    }),
  ],
  datasets: [datasetOf('spending', 'Council spending')],
  citation: 'wardstick (2026), What changed around Aspley?, version 0.1.0.',
  colophon: ['Made with wardstick 0.1.0 from official open data.'],
  ...change,
})

/** The bundled script of the page, as it is built. */
export const builtRuntime = (): string =>
  readFileSync(new URL('../../dist/render/page/browserScript.js', import.meta.url), 'utf8').trim()
