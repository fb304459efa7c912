import { badChart } from '../errors.js'
import type { Status } from '../model/status.js'
import { niceRange } from './axes.js'
import { type NumberForm, inForm } from './numbers.js'
import { type LabelledRow, hatchedRow, rowFrame } from './rows.js'
import { type ChartLayout, type ChartRow, type ChartWords, type VegaLiteSpec, composeChart, shapeOf } from './spec.js'
import { isHollow, markKey, markOf } from './statusMarks.js'
import { GREY, PALETTE, PAPER } from './theme.js'
import { lyingAxis } from './valueAxis.js'

/** One figure of a dumbbell. */
export interface DumbbellEnd {
  /** Null when missing. */
  readonly value: number | null
  readonly status: Status
}

/** One place, group of places or line of spending: what it was before, and what it is after. */
export interface DumbbellRow {
  readonly label: string
  /** Rows of one group stand under its heading. */
  readonly group?: string
  /** Whether it is the row that the chart is about. */
  readonly emphasis?: boolean
  readonly before: DumbbellEnd
  readonly after: DumbbellEnd
  /** The change, written after the row: `−33.2 %`. */
  readonly change: string
}

/** What a dumbbell chart is drawn from. */
export interface Dumbbell extends NumberForm {
  readonly rows: readonly DumbbellRow[]
  /** What the light mark stands for: `2009-10`. */
  readonly before: string
  /** What the dark mark stands for: `2014-15`. */
  readonly after: string
}

/**
 * Before and after as two marks on a line, a row for each place or line of spending.
 *
 * Before is light, after is dark; a hollow mark is a figure that was not observed as shown, its shape tells the status,
 * and the key names each mark that is drawn. A row without both figures is hatched and says so.
 *
 * @param data the rows, drawn in their order.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when no row has a figure.
 * @example
 * import { dumbbell } from 'wardstick/charts'
 * const end = (value: number) => ({ value, status: 'observed' }) as const
 * const words = {
 *   title: 'Did all cut alike?',
 *   unit: 'pounds a head',
 *   place: 'Core cities',
 *   source: 'an example',
 *   alt: 'Two falling councils.',
 *   notes: [],
 * }
 * const rows = [
 *   { label: 'Nottingham', before: end(126), after: end(84), change: '−33 %', emphasis: true },
 *   { label: 'Leeds', before: end(100), after: end(85), change: '−15 %' },
 * ]
 * dumbbell({ rows, before: '2009-10', after: '2014-15', prefix: '£' }, words).title.text // => ['Did all cut alike?']
 * dumbbell({ rows: [], before: '2009-10', after: '2014-15' }, words) // throws 'bad-chart'
 */
export function dumbbell(
  { rows, before, after, prefix = '', suffix = '', decimals = 2 }: Dumbbell,
  words: ChartWords,
  layout: ChartLayout = 'wide',
): VegaLiteSpec {
  const values = rows.flatMap((row) => [row.before.value ?? [], row.after.value ?? []].flat())
  if (values.length === 0) throw badChart('dumbbell', 'no row has a figure')
  const frame = rowFrame(
    rows.map(({ label, group, emphasis = false, change }): LabelledRow => ({
      label,
      emphasis,
      after: change,
      ...(group === undefined ? {} : { group }),
    })),
    layout,
  )
  const [bottom, top] = niceRange(Math.min(0, ...values), Math.max(0, ...values))
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [bottom, top], nice: false },
    axis: {
      grid: true,
      ...lyingAxis([bottom, top], { prefix, suffix }, { ...frame, most: layout === 'wide' ? 8 : 5 }),
    },
  }
  const y = frame.y('y')
  const number = (value: number): string => inForm(value, { prefix, suffix, decimals })
  const ends = rows.flatMap((row, i) =>
    (['before', 'after'] as const).flatMap((end): ChartRow[] => {
      const { value, status } = row[end]
      const when = end === 'before' ? before : after
      return value === null
        ? []
        : [
            {
              y: frame.middles[i] ?? 0,
              value,
              end,
              hollow: isHollow(status),
              emphasis: row.emphasis === true,
              shape: shapeOf(markOf(status)),
              told: `${row.label}, ${when}: ${number(value)}${status === 'observed' ? '' : ` (${status})`}`,
            },
          ]
    }),
  )
  const statusesOf = (end: 'before' | 'after'): Status[] =>
    rows.flatMap((row) => (row[end].value === null ? [] : [row[end].status]))
  const missing = rows.flatMap((row, i) =>
    row.before.value === null || row.after.value === null ? [frame.middles[i] ?? 0] : [],
  )
  const ownColour = { test: 'datum.emphasis', value: PALETTE.darkPink }
  const barColour = { condition: ownColour, value: PALETTE.darkBlue }
  const isBefore = { test: "datum.end === 'before'", value: PALETTE.turquoise }
  const isPaper = { test: 'datum.hollow', value: PAPER }
  const darkColour = rows.every(({ emphasis }) => emphasis === true) ? PALETTE.darkPink : PALETTE.darkBlue
  return composeChart('dumbbell', words, {
    layout,
    ...frame,
    below: 34,
    key: [
      ...markKey(before, statusesOf('before'), PALETTE.turquoise),
      ...markKey(after, statusesOf('after'), darkColour),
      ...(missing.length === 0 ? [] : [{ label: 'no figure', sample: 'hatching' as const, colour: GREY.hatch }]),
    ],
    datasets: {
      ...frame.datasets,
      hatching: missing.flatMap((middle) => hatchedRow(middle, bottom, top)),
      bars: rows.flatMap((row, i): ChartRow[] =>
        row.before.value === null || row.after.value === null
          ? []
          : [
              {
                y: frame.middles[i] ?? 0,
                value: row.before.value,
                to: row.after.value,
                emphasis: row.emphasis === true,
              },
            ],
      ),
      ends,
    },
    layer: [
      {
        data: { name: 'hatching' },
        mark: { type: 'rule', color: GREY.hatch, strokeWidth: 1 },
        encoding: { x, x2: { field: 'to' }, y, y2: { field: 'up' } },
      },
      {
        data: { name: 'bars' },
        mark: { type: 'rule', strokeWidth: 3 },
        encoding: { x, x2: { field: 'to' }, y, color: barColour },
      },
      {
        data: { name: 'ends' },
        mark: { type: 'point', size: 80, strokeWidth: 2, opacity: 1 },
        encoding: {
          x,
          y,
          shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
          stroke: { condition: [isBefore, ownColour], value: PALETTE.darkBlue },
          fill: { condition: [isPaper, isBefore, ownColour], value: PALETTE.darkBlue },
          tooltip: { field: 'told', type: 'nominal' },
        },
      },
      ...frame.layer,
    ],
  })
}
