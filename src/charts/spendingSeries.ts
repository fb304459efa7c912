import { badChart } from '../errors.js'
import { AUSTERITY_YEARS } from '../model/austerity.js'
import { type FinancialYear, startOfFinancialYear } from '../model/period.js'
import type { Quartiles } from '../stats/distribution.js'
import { financialYearAxis, hatching, niceRange } from './axes.js'
import { DERIVED, derivedKey } from './lineLooks.js'
import { inForm } from './numbers.js'
import { type InRun, type Placed, runsOf } from './runs.js'
import { CHART_WIDTH, type ChartLayout, type ChartRow, type ChartWords, type MarkShape, type VegaLiteSpec, composeChart, shapeOf } from './spec.js'
import { markOf } from './statusMarks.js'
import { GREY, PALETTE, PAPER } from './theme.js'
import { uprightAxis } from './valueAxis.js'

/** How the figure of a year is known; each has a mark of its own. */
export type PointStatus =
  'from published figures' | 'population interpolated or replaced since' | 'negative amounts dropped'

/** One year of a spending series: the place's figure and the distribution of its comparators. */
export interface SpendingYear {
  readonly year: FinancialYear
  /** Null when missing: drawn hatched, never as 0. */
  readonly value: number | null
  readonly status: PointStatus
  readonly comparators: Quartiles | null
  /** Years of one segment are joined by a line; a break of the series begins another. */
  readonly segment: number
}

/** What a chart of a spending series is drawn from. */
export interface SpendingSeries {
  /** Every year from the first to the last, in order. */
  readonly years: readonly SpendingYear[]
  readonly place: string
  readonly comparators: string
  /** Changes in what the figure contains, by the first year of the new content. */
  readonly breaks: readonly { readonly from: FinancialYear; readonly mark: string }[]
}

const SIZE: Readonly<Record<ChartLayout, { readonly height: number; readonly left: number }>> = {
  wide: { height: 340, left: 48 },
  narrow: { height: 260, left: 50 },
}

/**
 * A time series of one place's spending with the distribution of its comparators behind it.
 *
 * The band is the middle half of the comparators and the dashed line their median. A hollow mark is a figure that was
 * not observed as shown; figures without negative amounts are thin and grey; a missing year is hatched, and interrupts
 * the line; a break of the series interrupts it and is lettered.
 *
 * @param series the figures by year.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when the years are not consecutive or none has a figure.
 * @example
 * import type { FinancialYear } from 'wardstick'
 * import { spendingSeries } from 'wardstick/charts'
 * const comparators = { n: 3, lower: 60, median: 70, upper: 80 }
 * const year = (year: FinancialYear, value: number | null) =>
 *   ({ year, value, status: 'from published figures', comparators, segment: 0 }) as const
 * const series = {
 *   years: [year('2009-10', 88), year('2010-11', null), year('2011-12', 75)],
 *   place: 'Nottingham',
 *   comparators: 'three councils',
 *   breaks: [],
 * }
 * const words = {
 *   title: 'What was spent?',
 *   unit: 'pounds a head',
 *   place: 'Nottingham (E06000018)',
 *   source: 'an example',
 *   alt: 'A line that falls from 88 to 75 pounds.',
 *   notes: [],
 * }
 * spendingSeries(series, words).description // => 'A line that falls from 88 to 75 pounds.'
 * spendingSeries({ ...series, years: [] }, words) // throws 'bad-chart'
 */
export function spendingSeries(series: SpendingSeries, words: ChartWords, layout: ChartLayout = 'wide'): VegaLiteSpec {
  const rows = series.years.map((year) => ({ ...year, start: startOfFinancialYear(year.year) }))
  const known = rows.filter((row) => row.value !== null)
  const gap = rows.find((row, i) => i > 0 && row.start !== (rows[i - 1]?.start ?? 0) + 1)
  if (gap !== undefined)
    throw badChart(
      'spending series',
      `year ${gap.year} does not follow the one before it; give missing years with a null value`,
    )
  if (known.length === 0) throw badChart('spending series', `${series.place} has a figure in no year`)
  const shown = [
    0,
    ...known.map((row) => row.value ?? 0),
    ...rows.flatMap(({ comparators }) => (comparators === null ? [] : [comparators.lower, comparators.upper])),
  ]
  const [bottom, top] = niceRange(Math.min(...shown), Math.max(...shown))
  const [first, last] = [rows[0]?.start ?? 0, rows.at(-1)?.start ?? 0]
  const { height } = SIZE[layout]
  const { axis, room } = uprightAxis([bottom, top], POUNDS)
  const left = Math.max(SIZE[layout].left, room)
  const x = {
    field: 'start',
    type: 'quantitative',
    scale: { domain: [first - 0.5, last + 0.5], nice: false, zero: false },
    axis: financialYearAxis(first, last, layout),
  }
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [bottom, top], nice: false },
    axis,
  }
  const years = runsOf('spending series', rows.map(placed), { name: series.place, step: 1 })
  const bandRows = runsOf('spending series', rows.map(comparatorsPlaced), { name: series.comparators, step: 1 }).map(
    bandRow,
  )
  const marks = STATUS_MARKS.filter(({ status }) => status !== DROPPED && known.some((row) => row.status === status))
  const missing = rows.filter((row) => row.value === null)
  return composeChart('spending series', words, {
    layout,
    width: CHART_WIDTH[layout] - left,
    height,
    key: [
      { label: series.place, sample: 'line', colour: PALETTE.darkBlue },
      ...(bandRows.length === 0
        ? []
        : [
            { label: `median of ${series.comparators}`, sample: 'dashes' as const, colour: GREY.line },
            { label: 'their middle half', sample: 'band' as const, colour: GREY.band },
          ]),
      ...marks.map(({ label, shape, hollow, colour }) => ({ label, sample: shape, hollow, colour })),
      ...derivedKey(known.map(basisOf)),
      ...(missing.length === 0 ? [] : [{ label: 'no figure', sample: 'hatching' as const, colour: GREY.hatch }]),
    ],
    left,
    below: 64,
    datasets: {
      hatching: hatching(
        missing.map(({ start }) => ({ from: start - 0.42, to: start + 0.42 })),
        [bottom, top],
        height,
      ),
      band: bandRows,
      zero: [{ value: 0 }],
      alone: aloneIn(bandRows),
      events: [
        {
          start: startOfFinancialYear(AUSTERITY_YEARS.from) - 0.5,
          value: top,
          label: `from ${AUSTERITY_YEARS.from} →`,
        },
      ].filter(({ start }) => start > first - 0.5 && start < last + 0.5),
      breaks: series.breaks.map(({ from, mark }) => ({
        start: startOfFinancialYear(from) - 0.5,
        value: top,
        label: mark,
      })),
      points: years.map(({ point: { at, year, value, status, comparators }, run }) => ({
        start: at,
        year,
        value,
        status,
        run,
        derived: status === DROPPED,
        told: told(year, value, status, comparators),
      })),
    },
    layer: [
      {
        data: { name: 'hatching' },
        mark: { type: 'rule', color: GREY.hatch, strokeWidth: 1 },
        encoding: { x, x2: { field: 'end' }, y, y2: { field: 'to' } },
      },
      {
        data: { name: 'band' },
        mark: { type: 'area', color: GREY.band, opacity: 0.75 },
        encoding: { x, y: { ...y, field: 'lower' }, y2: { field: 'upper' }, detail: { field: 'run' } },
      },
      {
        data: { name: 'band' },
        mark: { type: 'line', color: GREY.line, strokeDash: [5, 4] },
        encoding: { x, y, detail: { field: 'run' }, strokeWidth: thinIfDerived(2) },
      },
      {
        data: { name: 'alone' },
        mark: { type: 'rect', color: GREY.band, opacity: 0.75 },
        encoding: {
          x: { ...x, field: 'from' },
          x2: { field: 'to' },
          y: { ...y, field: 'lower' },
          y2: { field: 'upper' },
        },
      },
      {
        data: { name: 'alone' },
        mark: { type: 'rule', color: GREY.line, strokeDash: [5, 4], strokeWidth: 2 },
        encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, y },
      },
      { data: { name: 'zero' }, mark: { type: 'rule', color: GREY.line }, encoding: { y } },
      { data: { name: 'events' }, mark: { type: 'rule', color: GREY.line }, encoding: { x } },
      { data: { name: 'breaks' }, mark: { type: 'rule', color: GREY.line, strokeDash: [2, 3] }, encoding: { x } },
      ...(['event', 'break'] as const).map((kind) => ({
        data: { name: `${kind}s` },
        mark: {
          type: 'text',
          align: 'left',
          dx: 4,
          dy: kind === 'event' ? 4 : 20,
          baseline: 'top',
          fontSize: 11,
          color: GREY.text,
        },
        encoding: { x, y, text: { field: 'label' } },
      })),
      {
        data: { name: 'points' },
        mark: { type: 'line' },
        encoding: {
          x,
          y,
          detail: { field: 'run' },
          color: { condition: { test: 'datum.derived', value: DERIVED.colour }, value: PALETTE.darkBlue },
          strokeWidth: thinIfDerived(3),
        },
      },
      {
        data: { name: 'points' },
        mark: { type: 'point', strokeWidth: 2, opacity: 1 },
        encoding: {
          x,
          y,
          size: { condition: { test: 'datum.derived', value: DERIVED.size }, value: 70 },
          shape: look(({ shape }) => shapeOf(shape)),
          stroke: look(({ colour }) => colour),
          fill: look(({ hollow, colour }) => (hollow ? PAPER : colour)),
          tooltip: { field: 'told', type: 'nominal' },
        },
      },
    ],
  })
}

interface StatusMark {
  readonly status: PointStatus
  /** What its mark says in the key. */
  readonly label: string
  readonly shape: MarkShape
  readonly hollow: boolean
  readonly colour: string
}

const DROPPED: PointStatus = 'negative amounts dropped'
/** Each status with its mark. */
const STATUS_MARKS: readonly StatusMark[] = [
  {
    status: 'from published figures',
    label: 'from published figures',
    shape: markOf('observed'),
    hollow: false,
    colour: PALETTE.darkBlue,
  },
  {
    status: 'population interpolated or replaced since',
    label: 'modelled: population interpolated or replaced since',
    shape: markOf('modelled'),
    hollow: true,
    colour: PALETTE.darkBlue,
  },
  { status: DROPPED, label: DERIVED.label, shape: markOf('observed'), hollow: false, colour: DERIVED.colour },
]

/** The look of a mark by its status. */
const look = (of: (mark: StatusMark) => string): object => ({
  field: 'status',
  type: 'nominal',
  scale: { domain: STATUS_MARKS.map(({ status }) => status), range: STATUS_MARKS.map(of) },
  legend: null,
})

const thinIfDerived = (otherwise: number): object => ({
  condition: { test: 'datum.derived', value: DERIVED.width },
  value: otherwise,
})

/** A year with its place on the axis. */
type PlacedYear = SpendingYear & { readonly start: number }

const basisOf = ({ status }: SpendingYear): Placed['basis'] => (status === DROPPED ? 'derived-positive-only' : null)

const placed = (row: PlacedYear) => ({ ...row, at: row.start, when: row.year, basis: basisOf(row) })

const comparatorsPlaced = (row: PlacedYear) => ({ ...placed(row), value: row.comparators?.median ?? null })

function bandRow({ point: { at, value, status, comparators }, run }: InRun<ReturnType<typeof comparatorsPlaced>>) {
  const { lower = value, upper = value } = comparators ?? {}
  return { start: at, run, value, lower, upper, derived: status === DROPPED }
}

const POUNDS = { prefix: '£' } as const
const pounds = (value: number): string => inForm(value, POUNDS)

function told(year: string, value: number, status: PointStatus, comparators: Quartiles | null): string {
  const own = `${year}: ${pounds(value)}, ${status}`
  if (comparators === null) return own
  const middleHalf = `${pounds(comparators.lower)} to ${pounds(comparators.upper)}`
  return `${own}; median ${pounds(comparators.median)}, middle half ${middleHalf}`
}

/** The years that no line or area can show, as no other year of their segment is beside them: drawn as a box. */
function aloneIn(band: readonly ChartRow[]): ChartRow[] {
  return band
    .filter((row) => band.filter((other) => other['run'] === row['run']).length === 1)
    .map((row) => ({ ...row, from: Number(row['start']) - 0.3, to: Number(row['start']) + 0.3 }))
}
