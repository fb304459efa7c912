import { z } from 'zod'
import { badChart } from '../errors.js'
import { type Status, weakestStatus } from '../model/status.js'
import { niceRange } from './axes.js'
import { type NumberForm, beginningNotes, inForm, signedInForm } from './numbers.js'
import type { Polarity } from '../model/indicator.js'
import { type ChangeSense, SENSE_COLOURS, senseOf } from './polarity.js'
import { FIELDS, statusInWords } from './rowFields.js'
import { hatchedRow, rowFrame } from './rows.js'
import { type RowsIn, rowsIn } from './rowsIn.js'
import {
  type ChartLayout,
  type ChartRow,
  type ChartWords,
  type KeyEntry,
  type VegaLiteSpec,
  valueFrom,
  composeChart,
  shapeOf,
} from './spec.js'
import { isHollow, markOf, statusKey } from './statusMarks.js'
import { GREY, PAPER } from './theme.js'
import { lyingAxis } from './valueAxis.js'

/** One service: by how much it rose or fell between the two totals. */
export interface WaterfallRow {
  readonly label: string
  /** Null when missing. */
  readonly change: number | null
  /** `observed` when left out. */
  readonly status?: Status | null | undefined
}

/** A total at the beginning or the end of a waterfall. */
export interface WaterfallTotal {
  readonly label: string
  readonly value: number
  /** `observed` when left out. */
  readonly status?: Status
}

/** What a waterfall is drawn from. */
export interface Waterfall extends NumberForm {
  readonly before: WaterfallTotal
  /** The services in the order of drawing, as objects or as an arquero table with columns of these names. */
  readonly rows: RowsIn<WaterfallRow>
  readonly after: WaterfallTotal
  /** Whether more is better; `none` when left out, as for spending. */
  readonly polarity?: Polarity
  /**
   * How far the changes may be from the difference of the totals by rounding alone. When left out: half of the last
   * decimal written, for each row and both totals.
   */
  readonly tolerance?: number
  /**
   * Whether the axis begins at 0 (the default); where it does not, totals are marks and no bars, and a note says where
   * it begins.
   */
  readonly fromZero?: boolean
}

const FORM = z.object({ label: FIELDS.label, change: FIELDS.figure, status: FIELDS.status })
const REST = 'not explained by these lines'
/** Between which places over the middle of a row its label stands on a phone, pixels. */
const LABEL = { above: 27, below: 12 } as const
/** Half of the height of a bar, pixels. */
const HALF = { wide: 8, narrow: 7 } as const

/**
 * From a total before to the total after, a step for each service’s rise or fall.
 *
 * Colour and sign tell rises from falls. The steps close: what the lines leave of the difference stands as a step of
 * its own, “not explained by these lines”, unless it is no more than rounding; a service without a figure is hatched
 * and counted into it.
 *
 * @param data both totals, and the changes between them.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when no row has a figure, a total is not a finite number, or a row is not of the form
 * of one.
 * @example
 * import { drawnRows, waterfall } from 'wardstick/charts'
 * const words = {
 *   title: 'Where was it cut?',
 *   unit: 'pounds a head',
 *   place: 'Nottingham (E06000018)',
 *   source: 'an example',
 *   alt: 'From 100 to 80.',
 *   notes: [],
 * }
 * const chart = {
 *   before: { label: '2009-10', value: 100 },
 *   after: { label: '2014-15', value: 80 },
 *   rows: [
 *     { label: 'Culture', change: -15 },
 *     { label: 'Parks', change: null },
 *   ],
 * }
 * drawnRows(waterfall(chart, words), 'steps').map(({ label, value, to }) => [label, value, to])
 * // => [['Culture', 100, 85], ['not explained by these lines', 85, 80]]
 * waterfall({ ...chart, rows: [] }, words) // throws 'bad-chart'
 */
export function waterfall(data: Waterfall, words: ChartWords, layout: ChartLayout = 'wide'): VegaLiteSpec {
  const { before, after, fromZero = true, polarity = 'none' } = data
  const rows = rowsIn<WaterfallRow>('waterfall', data.rows, FORM)
  if (!rows.some(({ change }) => change !== null)) throw badChart('waterfall', 'no row has a figure')
  if (![before.value, after.value].every(Number.isFinite))
    throw badChart(
      'waterfall',
      `its totals are ${before.value} and ${after.value}; both must be known, as every step stands between them`,
    )
  const steps = stepsOf(rows, data)
  const total = ({ label, value, status = 'observed' }: WaterfallTotal): Shown => ({
    label,
    from: 0,
    to: value,
    status,
    kind: 'total',
  })
  const shown: readonly Shown[] = [total(before), ...steps, total(after)]
  const frame = rowFrame(
    shown.map((row) => ({ label: row.label, emphasis: row.kind === 'total', after: writtenAfter(row, data) })),
    layout,
  )
  const [bottom, top] = rangeOf(shown, fromZero)
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { domain: [bottom, top], nice: false, zero: false },
    axis: { grid: true, ...lyingAxis([bottom, top], data, { ...frame, most: layout === 'wide' ? 7 : 5 }) },
  })
  const { y } = frame
  const middleOf = (row: Shown): number => frame.middles[shown.indexOf(row)] ?? 0
  const span = (row: Shown): { readonly y: number; readonly low: number } => ({
    y: middleOf(row) - HALF[layout],
    low: middleOf(row) + HALF[layout],
  })
  const told = (row: Shown): string =>
    `${row.label}: ` +
    `${row.kind === 'total' ? inForm(row.to, data) : signedInForm(row.to - row.from, data)}${statusInWords(row.status)}`
  const drawn = shown.filter(({ kind }) => kind !== 'missing')
  const look = (row: Shown): { readonly fill: string; readonly stroke: string } =>
    row.kind === 'rest'
      ? { fill: PAPER, stroke: GREY.text }
      : { fill: colourOf(row, polarity), stroke: colourOf(row, polarity) }
  const rect = { x: x('value'), x2: { field: 'to' }, y: y('y'), y2: { field: 'low' } }
  return composeChart(
    'waterfall',
    {
      ...words,
      notes: [
        ...words.notes,
        ...restNotes(shown, data),
        ...beginningNotes([bottom, top], data, ': the totals are marks, not bars'),
      ],
    },
    {
      layout,
      ...frame,
      below: 34,
      key: keyOf(shown, { polarity, fromZero }),
      datasets: {
        ...frame.datasets,
        hatching: shown
          .filter(({ kind }) => kind === 'missing')
          .flatMap((row) => hatchedRow(middleOf(row), bottom, top)),
        connectors: shown.slice(1).flatMap((row, i) =>
          connectorOf(row.kind === 'total' ? row.to : row.from, {
            from: middleOf(shown[i] ?? row),
            to: middleOf(row),
            layout,
          }),
        ),
        totals: fromZero
          ? drawn
              .filter(({ kind }) => kind === 'total')
              .map((row): ChartRow => ({ value: row.from, to: row.to, ...span(row), told: told(row) }))
          : [],
        steps: drawn
          .filter(({ kind }) => kind !== 'total')
          .map((row): ChartRow => ({
            label: row.label,
            value: row.from,
            to: row.to,
            ...span(row),
            ...look(row),
            told: told(row),
          })),
        marks: drawn
          .filter(({ kind, status }) => status !== 'observed' || (kind === 'total' && !fromZero))
          .map((row): ChartRow => ({
            value: row.to,
            y: middleOf(row),
            shape: shapeOf(markOf(row.status)),
            hollow: isHollow(row.status),
            told: told(row),
          })),
      },
      layer: [
        {
          data: { name: 'hatching' },
          mark: { type: 'rule', color: GREY.hatch },
          encoding: { x: x('value'), x2: { field: 'to' }, y: y('y'), y2: { field: 'up' } },
        },
        {
          data: { name: 'connectors' },
          mark: { type: 'rule', color: GREY.line },
          encoding: { x: x('value'), y: y('y'), y2: { field: 'low' } },
        },
        {
          data: { name: 'totals' },
          mark: { type: 'rect', color: GREY.text },
          encoding: { ...rect, tooltip: { field: 'told', type: 'nominal' } },
        },
        {
          data: { name: 'steps' },
          mark: { type: 'rect', strokeWidth: 1.5 },
          encoding: {
            ...rect,
            fill: valueFrom('fill'),
            stroke: valueFrom('stroke'),
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        {
          data: { name: 'marks' },
          mark: { type: 'point', size: 60, strokeWidth: 2, opacity: 1, stroke: GREY.text },
          encoding: {
            x: x('value'),
            y: y('y'),
            shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
            fill: { condition: { test: 'datum.hollow', value: PAPER }, value: GREY.text },
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        ...frame.layer,
      ],
    },
  )
}

/** A row of the chart: from one level to another. */
interface Shown {
  readonly label: string
  readonly from: number
  readonly to: number
  readonly status: Status
  readonly kind: 'total' | 'step' | 'missing' | 'rest'
}

/**
 * The steps between the totals, each from the level at which the one before it ends; the last closes what they leave,
 * and is no surer than what it is made of.
 */
function stepsOf(rows: readonly WaterfallRow[], data: Waterfall): Shown[] {
  const { before, after, decimals = 2, tolerance = 0.5 * 10 ** -decimals * (rows.length + 2) } = data
  let level = before.value
  const steps = rows.map(({ label, change, status }): Shown => {
    const from = level
    level += change ?? 0
    return {
      label,
      from,
      to: level,
      status: change === null ? 'missing' : (status ?? 'observed'),
      kind: change === null ? 'missing' : 'step',
    }
  })
  const open = Math.abs(after.value - level) > tolerance || rows.some(({ change }) => change === null)
  const known = steps.flatMap(({ kind, status }) => (kind === 'missing' ? [] : [status]))
  const status = weakestStatus([before.status ?? 'observed', after.status ?? 'observed', ...known])
  return open ? [...steps, { label: REST, from: level, to: after.value, status, kind: 'rest' }] : steps
}

/** The range of the axis: from 0, or from somewhat below the lowest level. */
function rangeOf(shown: readonly Shown[], fromZero: boolean): [number, number] {
  const levels = shown.flatMap(({ kind, from, to }) => (kind === 'total' ? [to] : [from, to]))
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)]
  return fromZero
    ? niceRange(Math.min(0, lowest), Math.max(0, highest))
    : niceRange(lowest - (highest - lowest) * 0.08, highest)
}

/** A line from one row down to the next; on a phone it leaves out the label that stands between them. */
function connectorOf(
  value: number,
  { from, to, layout }: { readonly from: number; readonly to: number; readonly layout: ChartLayout },
): ChartRow[] {
  return layout === 'wide'
    ? [{ value, y: from, low: to }]
    : [
        { value, y: from, low: to - LABEL.above },
        { value, y: to - LABEL.below, low: to },
      ]
}

function writtenAfter({ kind, from, to }: Shown, form: NumberForm): string {
  if (kind === 'missing') return 'no figure'
  return kind === 'total' ? inForm(to, form) : signedInForm(to - from, form)
}

const colourOf = ({ kind, from, to }: Shown, polarity: Polarity): string =>
  kind === 'total' ? GREY.text : SENSE_COLOURS[senseOf(to - from, polarity)]

function restNotes(shown: readonly Shown[], data: Waterfall): string[] {
  const rest = shown.find(({ kind }) => kind === 'rest')
  if (rest === undefined) return []
  const without = shown.filter(({ kind }) => kind === 'missing').map(({ label }) => label)
  const [explained, whole] = [rest.from - data.before.value, data.after.value - data.before.value]
  return [
    `The lines with a figure make up ${signedInForm(explained, data)} of ${signedInForm(whole, data)}; ` +
      `${signedInForm(whole - explained, data)} is ` +
      `${REST}${without.length === 0 ? '' : `, whatever became of ${without.join(', ')} (no figure) included`}.`,
  ]
}

function keyOf(
  shown: readonly Shown[],
  { polarity, fromZero }: Required<Pick<Waterfall, 'polarity' | 'fromZero'>>,
): KeyEntry[] {
  const senses = (Object.keys(SENSE_COLOURS) as ChangeSense[]).flatMap((sense): KeyEntry[] => {
    const step = shown.find(
      ({ kind, from, to }) => kind === 'step' && to !== from && senseOf(to - from, polarity) === sense,
    )
    return step === undefined
      ? []
      : [{ label: `${sense} (${step.to > step.from ? '+' : '−'})`, sample: 'band', colour: SENSE_COLOURS[sense] }]
  })
  return [
    ...(fromZero ? [] : [{ label: 'total', sample: 'circle' as const, colour: GREY.text }]),
    ...senses,
    ...(shown.some(({ kind }) => kind === 'rest')
      ? [{ label: REST, sample: 'outline' as const, colour: GREY.text }]
      : []),
    ...statusKey(
      shown.map(({ status }) => status),
      GREY.text,
    ),
    ...(shown.some(({ kind }) => kind === 'missing')
      ? [{ label: 'no figure', sample: 'hatching' as const, colour: GREY.hatch }]
      : []),
  ]
}
