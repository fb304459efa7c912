import { z } from 'zod'
import { badChart } from '../errors.js'
import type { Status } from '../model/status.js'
import { niceRange } from './axes.js'
import { type NumberForm, beginningNotes, inForm } from './numbers.js'
import { FIELDS, statusInWords } from './rowFields.js'
import { type LabelledRow, hatchedRow, rowFrame } from './rows.js'
import { type RowsIn, rowsIn } from './rowsIn.js'
import { sampledRows } from './sampled.js'
import { type ChartLayout, type ChartRow, type ChartWords, type KeyEntry, type VegaLiteSpec, composeChart, shapeOf } from './spec.js'
import { isHollow, markOf, statusKey } from './statusMarks.js'
import { GREY, PALETTE, PAPER } from './theme.js'
import { lyingAxis } from './valueAxis.js'

/** The figure of one place and between which numbers it lies. */
export interface RankedIntervalRow {
  readonly label: string
  /** Null when missing: the row is hatched, and has no rank. */
  readonly value: number | null
  /** Both, or neither where nothing is left open. */
  readonly lower?: number | null | undefined
  readonly upper?: number | null | undefined
  /** `observed` when left out. */
  readonly status?: Status | null | undefined
  /** Whether it is a place that the chart is about. */
  readonly emphasis?: boolean | null | undefined
}

/** What a chart of ranked figures with their intervals is drawn from. */
export interface RankedIntervals extends NumberForm {
  readonly rows: RowsIn<RankedIntervalRow>
  /** What the intervals are: `what dates leave open`, `95 % interval`. */
  readonly interval: string
  /** Which figure stands first: the highest when left out. */
  readonly first?: 'highest' | 'lowest' | undefined
  /** A figure to compare with, such as that of England. */
  readonly reference?: { readonly value: number; readonly label: string } | undefined
  /** How many rows are drawn: {@link RANKED_ROWS} when left out. */
  readonly limit?: number | undefined
}

/** So many rows of ranked intervals are drawn at most, unless another limit is given. */
export const RANKED_ROWS = 60

const ROW = z.object({
  label: FIELDS.label,
  value: FIELDS.figure,
  lower: FIELDS.figure.optional(),
  upper: FIELDS.figure.optional(),
  status: FIELDS.status,
  emphasis: FIELDS.flag,
})

/**
 * Places in the order of their figures, each with the interval in which the figure lies.
 *
 * A place counts as before another only where their intervals do not overlap: its rank is given from the first to the
 * last that the intervals allow. Rows without a figure stand last, hatched. Above the limit rows are drawn evenly along
 * the ranking, with a note.
 *
 * @param data the figures, in any order, and how they are written.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when no row has a figure, or an interval does not hold its figure.
 * @example
 * import { drawnRows, rankedIntervals } from 'wardstick/charts'
 * const words = {
 *   title: 'Who had most?',
 *   unit: 'libraries',
 *   place: 'Three councils',
 *   source: 'an example',
 *   alt: 'Leeds first, the other two not to be told apart.',
 *   notes: [],
 * }
 * const rows = [
 *   { label: 'Hull', value: 12, lower: 11, upper: 14 },
 *   { label: 'Leeds', value: 35 },
 *   { label: 'Nottingham', value: 13, lower: 12, upper: 13, emphasis: true },
 * ]
 * const spec = rankedIntervals({ rows, interval: 'what dates leave open', decimals: 0 }, words)
 * drawnRows(spec, 'dots').map(({ told }) => told)
 * // => ['Leeds: 35, rank 1 of 3', 'Nottingham: 13 (12 to 13), rank 2 to 3 of 3', 'Hull: 12 (11 to 14),
 * //    rank 2 to 3 of 3']
 * rankedIntervals({ rows: [], interval: '95 % interval' }, words) // throws 'bad-chart'
 */
export function rankedIntervals(data: RankedIntervals, words: ChartWords, layout: ChartLayout = 'wide'): VegaLiteSpec {
  const { interval, reference, limit = RANKED_ROWS } = data
  const ranked = inOrder(data)
  const missing = rowsIn('ranked intervals', data.rows, ROW).filter(({ value }) => value === null)
  if (ranked.length === 0) throw badChart('ranked intervals', 'no row has a figure')
  const sampled = sampledRows<PlacedRow | RankedIntervalRow>(
    'ranked intervals',
    [...ranked, ...missing],
    limit,
    ({ emphasis }) => emphasis === true,
  )
  const frame = rowFrame(
    sampled.rows.map((row): LabelledRow => ({
      label: row.label,
      emphasis: row.emphasis === true,
      after: row.value === null ? 'no figure' : inForm(row.value, data),
    })),
    layout,
    layout === 'wide' ? 20 : 34,
  )
  const drawn = sampled.rows.flatMap((row, i) => ('ends' in row ? [{ ...row, y: frame.middles[i] ?? 0 }] : []))
  const hatched = sampled.rows.flatMap((row, i) => (row.value === null ? [frame.middles[i] ?? 0] : []))
  const shown = [...drawn.flatMap(({ ends }) => ends), ...(reference === undefined ? [] : [reference.value])]
  const [bottom, top] = niceRange(Math.min(...shown), Math.max(...shown))
  const rangeOf = ({ ranks: [best, worst] }: PlacedRow): string =>
    `rank ${best === worst ? best : `${best} to ${worst}`} of ${ranked.length}`
  const told = (row: PlacedRow): string =>
    `${row.label}: ${figureOf(row, data)}, ${rangeOf(row)}${statusInWords(row.status)}`
  const dots = drawn.map((row): ChartRow => ({
    y: row.y,
    value: row.value,
    from: row.ends[0],
    to: row.ends[1],
    emphasis: row.emphasis === true,
    hollow: isHollow(row.status),
    shape: shapeOf(markOf(row.status)),
    told: told(row),
  }))
  const own = ranked.filter(({ emphasis }) => emphasis === true)
  const overlap = ranked.some(({ ranks: [best, worst] }) => best !== worst)
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [bottom, top], nice: false, zero: false },
    axis: { grid: true, ...lyingAxis([bottom, top], data, { ...frame, most: layout === 'wide' ? 8 : 5 }) },
  }
  const y = frame.y('y')
  const colour = { condition: { test: 'datum.emphasis', value: PALETTE.darkPink }, value: PALETTE.darkBlue }
  const notes = [
    ...words.notes,
    ...(overlap ? ['Ranks: a place is before another only where their intervals do not overlap.'] : []),
    ...sampled.notes,
    ...beginningNotes([bottom, top], { ...data, decimals: 0 }),
  ]
  return composeChart(
    'ranked intervals',
    { ...words, notes },
    {
      layout,
      ...frame,
      below: 34,
      key: [
        ...own.slice(0, 3).map((row): KeyEntry => ({
          label: `${row.label}: ${figureOf(row, data)}, ${rangeOf(row)}${statusInWords(row.status)}`,
          sample: markOf(row.status),
          hollow: isHollow(row.status),
          colour: PALETTE.darkPink,
        })),
        ...(drawn.some(({ ends: [from, to] }) => from !== to)
          ? [{ label: interval, sample: 'line' as const, colour: PALETTE.darkBlue }]
          : []),
        ...(reference === undefined
          ? []
          : [
              {
                label: `${reference.label}: ${inForm(reference.value, data)}`,
                sample: 'dashes' as const,
                colour: GREY.line,
              },
            ]),
        ...statusKey(
          drawn.map(({ status }) => status).filter((status) => !own.some((row) => row.status === status)),
          PALETTE.darkBlue,
        ),
        ...(hatched.length === 0
          ? []
          : [
              {
                label: `no figure (${missing.length} of ${ranked.length + missing.length})`,
                sample: 'hatching' as const,
                colour: GREY.hatch,
              },
            ]),
      ],
      datasets: {
        ...frame.datasets,
        hatching: hatched.flatMap((middle) => hatchedRow(middle, bottom, top)),
        references: reference === undefined ? [] : [{ value: reference.value }],
        dots,
      },
      layer: [
        {
          data: { name: 'hatching' },
          mark: { type: 'rule', color: GREY.hatch, strokeWidth: 1 },
          encoding: { x, x2: { field: 'to' }, y, y2: { field: 'up' } },
        },
        {
          data: { name: 'references' },
          mark: { type: 'rule', color: GREY.line, strokeWidth: 2, strokeDash: [5, 4] },
          encoding: { x },
        },
        {
          data: { name: 'dots' },
          mark: { type: 'rule', strokeWidth: 2.5 },
          encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' }, y, color: colour },
        },
        {
          data: { name: 'dots' },
          mark: { type: 'point', strokeWidth: 2, opacity: 1 },
          encoding: {
            x,
            y,
            size: { condition: { test: 'datum.emphasis', value: 110 }, value: 50 },
            shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
            stroke: colour,
            fill: { condition: [{ test: 'datum.hollow', value: PAPER }, colour.condition], value: colour.value },
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        ...frame.layer,
      ],
    },
  )
}

/** A row with its figure, the ends of its interval, and the first and the last rank that the intervals allow. */
interface PlacedRow extends RankedIntervalRow {
  readonly value: number
  readonly status: Status
  readonly ends: readonly [number, number]
  readonly ranks: readonly [number, number]
}

function inOrder({ rows, first = 'highest', ...form }: RankedIntervals): PlacedRow[] {
  const sign = first === 'highest' ? -1 : 1
  const known = rowsIn<RankedIntervalRow>('ranked intervals', rows, ROW).flatMap((row) =>
    row.value === null
      ? []
      : [{ ...row, value: row.value, status: row.status ?? 'observed', ends: endsOf(row, row.value, form) }],
  )
  const [lowers, uppers] = [0, 1].map((end) => known.map(({ ends }) => ends[end] ?? 0).sort((a, b) => a - b)) as [
    number[],
    number[],
  ]
  return known
    .sort((a, b) => sign * (a.value - b.value) || (a.label < b.label ? -1 : 1))
    .map((row) => {
      const [lower, upper] = row.ends
      const above = known.length - placeIn(lowers, (each) => each > upper)
      const below = placeIn(uppers, (each) => each >= lower)
      return {
        ...row,
        ranks: first === 'highest' ? [above + 1, known.length - below] : [below + 1, known.length - above],
      }
    })
}

/** The position of the first of sorted numbers from which on a condition holds. */
function placeIn(sorted: readonly number[], holds: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (holds(sorted[middle] ?? 0)) to = middle
    else from = middle + 1
  }
  return from
}

function endsOf(
  { label, lower, upper }: RankedIntervalRow,
  value: number,
  form: NumberForm,
): readonly [number, number] {
  const [from, to] = [lower ?? null, upper ?? null]
  if (from === null && to === null) return [value, value]
  if (from === null || to === null || !(from <= value && value <= to))
    throw badChart(
      'ranked intervals',
      `the interval of ${label}, ${from ?? 'none'} to ${to ?? 'none'}, does not hold its figure ` +
        `${inForm(value, form)}; give both ends, or neither`,
    )
  return [from, to]
}

function figureOf({ value, ends: [from, to] }: PlacedRow, form: NumberForm): string {
  return `${inForm(value, form)}${from === to ? '' : ` (${inForm(from, form)} to ${inForm(to, form)})`}`
}
