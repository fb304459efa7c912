import { badChart } from '../errors.js'
import type { Status } from '../model/status.js'
import type { Quartiles } from '../stats/distribution.js'
import { type NumberForm, signedInForm } from './numbers.js'
import { type LabelledRow, type RowFrame, fromTop, rowFrame, textLayer } from './rows.js'
import { CHART_WIDTH, type ChartLayout, type ChartWords, type KeyEntry, type VegaLiteSpec, composeChart, shapeOf } from './spec.js'
import { PARTIAL, markKey, markOf } from './statusMarks.js'
import { widestText, wrapToWidth } from './textWidth.js'
import { GREY, PALETTE, PAPER } from './theme.js'
import { lyingAxis } from './valueAxis.js'

/** The change of one place. */
export interface RankedChange {
  readonly label: string
  readonly value: number
  /** Whether it is the place that the chart is about. */
  readonly own?: boolean
  /** Whether something is not known of it: drawn hollow. */
  readonly partial?: boolean
}

/** What a chart of ranked changes is drawn from. */
export interface RankedChanges extends NumberForm {
  readonly changes: readonly RankedChange[]
  /** The distribution of the comparators, as the study counts them. */
  readonly distribution: Quartiles | null
  /** What the comparators are: `matched wards`. */
  readonly comparators: string
}

/** How wide the label of the place itself may be where it alone is named, and how it is set. */
const LABEL = { width: 150, look: { size: 12, weight: 'bold' } } as const
/** Above so many places, rows are thin and only the place itself is named. */
const NAMED = 40
const THIN = 3
/** A change further than so many times the spread of the middle half beyond it would press all others together. */
const FAR = 5

/**
 * The changes of a place and its comparators in order, with the median and the middle half of the comparators.
 *
 * Up to forty places have a named row each; more have a thin one, and the place itself is named.
 *
 * @param data the changes, in any order.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when there is no change, or not one of the place itself.
 * @example
 * import { drawnRows, rankedChanges } from 'wardstick/charts'
 * const words = {
 *   title: 'Was it typical?',
 *   unit: 'change in per cent',
 *   place: 'Nottingham (E06000018)',
 *   source: 'an example',
 *   alt: 'Nottingham is second of three.',
 *   notes: [],
 * }
 * const changes = [
 *   { label: 'Leeds', value: -15.1 },
 *   { label: 'Nottingham', value: -33.2, own: true },
 *   { label: 'Hull', value: -40 },
 * ]
 * const chart = {
 *   changes,
 *   distribution: { n: 2, lower: -33.8, median: -27.6, upper: -21.3 },
 *   comparators: 'councils',
 *   suffix: ' %',
 *   decimals: 1,
 * }
 * drawnRows(rankedChanges(chart, words), 'dots').map(({ value }) => value) // => [-40, -15.1, -33.2]
 * rankedChanges({ ...chart, changes: [] }, words) // throws 'bad-chart'
 */
export function rankedChanges(
  { changes, distribution, comparators, ...form }: RankedChanges,
  words: ChartWords,
  layout: ChartLayout = 'wide',
): VegaLiteSpec {
  if (!changes.some(({ own }) => own === true))
    throw badChart('ranked changes', 'it has no change of the place that it is about')
  const ranked = [...changes].sort((a, b) => a.value - b.value || (a.label < b.label ? -1 : 1))
  const number = (value: number): string => signedInForm(value, form)
  const named = ranked.length <= NAMED
  const frame = named
    ? rowFrame(
        ranked.map(({ label, own, value }): LabelledRow => ({ label, emphasis: own === true, after: number(value) })),
        layout,
        layout === 'wide' ? 20 : 34,
      )
    : thinFrame(ranked, number, layout)
  const [least, most] = fences(distribution)
  const beyond = ranked.filter(({ value, own }) => own !== true && (value < least || value > most))
  const all = [0, ...ranked.filter((each) => !beyond.includes(each)).map(({ value }) => value)]
  const room = (Math.max(...all) - Math.min(...all)) * 0.03 || 1
  const domain: readonly [number, number] = [Math.min(...all) - room, Math.max(...all) + room]
  const held = (value: number): number => Math.min(Math.max(value, domain[0]), domain[1])
  const told = beyond.filter(({ value }) => value !== held(value))
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: { grid: true, ...lyingAxis(domain, form, { ...frame, most: layout === 'wide' ? 8 : 5 }) },
  }
  const y = frame.y('y')
  const colour = { condition: { test: 'datum.own', value: PALETTE.darkPink }, value: PALETTE.darkBlue }
  const dots = inFront(
    ranked.map(({ label, value, own = false, partial: hollow = false }, i) => ({
      y: frame.middles[i] ?? 0,
      value: held(value),
      own,
      hollow,
      beyond: value !== held(value),
      base: 0,
      told: `${i + 1}. ${label}: ${number(value)}${hollow ? ' (partial)' : ''}`,
    })),
  )
  const notes =
    told.length === 0
      ? words.notes
      : [
          ...words.notes,
          `Triangles lie beyond the axis: ${told.map(({ label, value }) => `${label} ${number(value)}`).join(', ')}.`,
        ]
  return composeChart(
    'ranked changes',
    { ...words, notes },
    {
      layout,
      ...frame,
      below: 34,
      key: [
        ownEntry(ranked, number),
        ...markKey(comparators, ranked.filter((each) => each.own !== true).map(statusOf), PALETTE.darkBlue),
        ...(distribution === null ? [] : spreadKey(distribution, number)),
      ],
      datasets: {
        ...frame.datasets,
        quartiles:
          distribution === null
            ? []
            : [{ lower: distribution.lower, upper: distribution.upper, median: distribution.median }],
        zero: [{ value: 0 }],
        dots,
      },
      layer: [
        {
          data: { name: 'quartiles' },
          mark: { type: 'rect', color: GREY.band, opacity: 0.75 },
          encoding: { x: { ...x, field: 'lower' }, x2: { field: 'upper' } },
        },
        {
          data: { name: 'quartiles' },
          mark: { type: 'rule', color: GREY.line, strokeWidth: 2, strokeDash: [5, 4] },
          encoding: { x: { ...x, field: 'median' } },
        },
        { data: { name: 'zero' }, mark: { type: 'rule', color: GREY.line }, encoding: { x } },
        ...(named
          ? [
              {
                data: { name: 'dots' },
                mark: { type: 'rule', strokeWidth: 1 },
                encoding: { x: { ...x, field: 'base' }, x2: { field: 'value' }, y, color: colour },
              },
            ]
          : []),
        {
          data: { name: 'dots' },
          mark: { type: 'point', strokeWidth: named ? 2 : 1, opacity: 1 },
          encoding: {
            x,
            y,
            size: {
              condition: [
                { test: 'datum.own', value: 130 },
                { test: 'datum.beyond', value: 55 },
              ],
              value: named ? 55 : 12,
            },
            shape: {
              condition: [
                { test: 'datum.own', value: shapeOf('diamond') },
                { test: 'datum.beyond && datum.value > 0', value: 'triangle-right' },
                { test: 'datum.beyond', value: 'triangle-left' },
                { test: 'datum.hollow', value: shapeOf(markOf('partial')) },
              ],
              value: shapeOf('circle'),
            },
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

/** Rows in the order of drawing: that of the place itself is drawn last, over all others. */
const inFront = <Row extends { readonly own: boolean }>(rows: readonly Row[]): Row[] => [
  ...rows.filter(({ own }) => !own),
  ...rows.filter(({ own }) => own),
]

const statusOf = ({ partial = false }: RankedChange): Status => (partial ? 'partial' : 'observed')

function ownEntry(ranked: readonly RankedChange[], number: (value: number) => string): KeyEntry {
  const own = ranked.find((each) => each.own === true)
  const { label = '', value = 0, partial = false } = own ?? {}
  const entry = { label: `${label}: ${number(value)}`, sample: 'diamond', colour: PALETTE.darkPink } as const
  return partial ? { ...entry, label: `${entry.label}, ${PARTIAL}`, hollow: true } : entry
}

/** The median and the middle half, which is no band where its ends are one number. */
function spreadKey({ lower, median, upper }: Quartiles, number: (value: number) => string): KeyEntry[] {
  const dashes = { sample: 'dashes', colour: GREY.line } as const
  return lower === upper
    ? [{ ...dashes, label: `their median and their middle half (${number(median)})` }]
    : [
        { ...dashes, label: `their median (${number(median)})` },
        { label: 'their middle half', sample: 'band', colour: GREY.band },
      ]
}

/** Between which changes the axis reaches. */
function fences(distribution: Quartiles | null): readonly [number, number] {
  const spread = distribution === null ? 0 : distribution.upper - distribution.lower
  return distribution === null || spread === 0
    ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    : [distribution.lower - FAR * spread, distribution.upper + FAR * spread]
}

/** A frame without labels but that of the place itself, which stands to the left of the plot. */
function thinFrame(ranked: readonly RankedChange[], number: (value: number) => string, layout: ChartLayout): RowFrame {
  const own = ranked.findIndex((each) => each.own === true)
  const { label: name, value } = ranked[own] ?? { label: '', value: 0 }
  const label = `${name}: ${number(value)}`
  const wide = layout === 'wide'
  const lines = [...wrapToWidth(label, LABEL.width, LABEL.look), `rank ${own + 1} of ${ranked.length}`]
  const left = wide ? 14 + Math.ceil(widestText(lines, LABEL.look)) : 6
  const right = 16
  const [width, height] = [CHART_WIDTH[layout] - left - right, ranked.length * THIN + 8]
  const middles = ranked.map((_, i) => 4 + (i + 0.5) * THIN)
  const y = fromTop(height)
  return {
    left,
    right,
    width,
    height,
    middles,
    y,
    datasets: {
      ownLabels: lines.map((line, i) => ({ y: (middles[own] ?? 0) + (i - (lines.length - 1) / 2) * 16, label: line })),
    },
    layer: wide ? [textLayer('ownLabels', { fontWeight: 'bold' }, { left: -left, y, field: 'label' })] : [],
  }
}
