import { z } from 'zod'
import { badChart } from '../errors.js'
import type { Status } from '../model/status.js'
import { quartiles } from '../stats/distribution.js'
import { niceRange } from './axes.js'
import { type NumberForm, beginningNotes, inForm, signedInForm } from './numbers.js'
import type { Polarity } from '../model/indicator.js'
import { type ChangeSense, SENSE_COLOURS, senseOf } from './polarity.js'
import { FIELDS, statusInWords } from './rowFields.js'
import { type RowsIn, rowsIn } from './rowsIn.js'
import {
  CHART_WIDTH,
  type ChartLayout,
  type ChartRow,
  type ChartWords,
  type KeyEntry,
  type VegaLiteSpec,
  valueFrom,
  composeChart,
  shapeOf,
} from './spec.js'
import { spread } from './spread.js'
import { isHollow, markOf, statusKey } from './statusMarks.js'
import { statusNotes } from './statusNotes.js'
import { widestText, wrapToWidth } from './textWidth.js'
import { GREY, PAPER } from './theme.js'
import { uprightAxis } from './valueAxis.js'

/** One place: what it was before, and what it is after. */
export interface SlopeRow {
  readonly label: string
  /** Whether it is a place that the chart is about: drawn thick, with its name and both figures. */
  readonly emphasis?: boolean | null | undefined
  /** Null when missing. */
  readonly before: number | null
  readonly after: number | null
  /** `observed` when left out. */
  readonly beforeStatus?: Status | null | undefined
  readonly afterStatus?: Status | null | undefined
}

/** What a slope chart is drawn from. */
export interface Slope extends NumberForm {
  /** The places, as objects or as an arquero table with columns of these names. */
  readonly rows: RowsIn<SlopeRow>
  /** What the left end stands for: `2009-10`. */
  readonly before: string
  /** What the right end stands for: `2014-15`. */
  readonly after: string
  /** Whether more is better, which decides what the colours say. */
  readonly polarity: Polarity
  /** What the places without emphasis are: `other single-tier councils`. */
  readonly others: string
  /** Whether the axis begins at 0 (the default); one that begins above says so. */
  readonly fromZero?: boolean
}

/** Above so many places without emphasis a slope chart draws their median and middle half, and says so. */
export const SLOPE_LINES = 40

const FORM = z.object({
  label: FIELDS.label,
  emphasis: FIELDS.flag,
  before: FIELDS.figure,
  after: FIELDS.figure,
  beforeStatus: FIELDS.status,
  afterStatus: FIELDS.status,
})
const SIZE = {
  wide: { height: 330, axis: 56, font: 12, leading: 14, left: 222, right: 222 },
  narrow: { height: 280, axis: 46, font: 11, leading: 13, left: 60, right: 109 },
} as const
/** From the end of a line to its label, with the leader line between them. */
const LEADER = 20
const STRIP = 18
const STUB = 18
const BELOW = 30
/** So many places without a figure are named in a note. */
const NAMED = 6
/** The second key beside colour: what gets worse, or falls, is dashed where not all lines do. */
const DASHED: readonly ChangeSense[] = ['worse', 'fall']
const PLAIN = [1, 0]

/**
 * Before and after as the two ends of a line, one for each place; the places that the chart is about are thick and
 * carry their name and both figures, the others are thin.
 *
 * Colour and dash say whether a line gets better or worse, or rises or falls where neither is better. Above {@link
 * SLOPE_LINES} other places their median and middle half stand for them, and a note says so. A missing end is named
 * below the plot or in a note, and the end that there is has a dotted stub.
 *
 * @param data the places, and what their ends stand for.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when no row is emphasised, no emphasised row has a figure, or a row is not of the form
 * of one.
 * @example
 * import { drawnRows, slope } from 'wardstick/charts'
 * const words = {
 *   title: 'Did all spend less?',
 *   unit: 'pounds a head',
 *   place: 'Core cities',
 *   source: 'an example',
 *   alt: 'Two falling councils.',
 *   notes: [],
 * }
 * const rows = [
 *   { label: 'Nottingham', before: 126, after: 84, emphasis: true },
 *   { label: 'Leeds', before: 100, after: 85 },
 * ]
 * const chart = {
 *   rows,
 *   before: '2009-10',
 *   after: '2014-15',
 *   polarity: 'none',
 *   others: 'other core cities',
 *   prefix: '£',
 *   decimals: 0,
 * } as const
 * drawnRows(slope(chart, words), 'labels').map(({ label }) => label) // => ['Nottingham £126', '£84 Nottingham']
 * slope({ ...chart, rows: [{ label: 'Leeds', before: 100, after: 85 }] }, words) // throws 'bad-chart'
 */
export function slope(data: Slope, words: ChartWords, layout: ChartLayout = 'wide'): VegaLiteSpec {
  const rows = rowsIn<SlopeRow>('slope', data.rows, FORM).map(lineOf(data))
  const [own, others] = [rows.filter(({ emphasis }) => emphasis), rows.filter(({ emphasis }) => !emphasis)]
  if (!own.some(({ before, after }) => before !== null || after !== null))
    throw badChart(
      'slope',
      own.length === 0
        ? 'no row is emphasised; give emphasis: true to the places that the chart is about'
        : 'none of the emphasised rows has a figure',
    )
  const many = others.length > SLOPE_LINES
  const summary = many ? summaryOf(others) : null
  const drawn = dashed(many ? own : [...others, ...own])
  const scale = scaleOf(data, [
    ...drawn.flatMap(({ before, after }) => [before ?? [], after ?? []].flat()),
    ...(summary?.ends.flatMap(({ lower, upper }) => [lower, upper]) ?? []),
  ])
  const { axis, room } = uprightAxis(scale, data, 6)
  const left = Math.max(SIZE[layout].axis, room)
  const frame = frameOf(own, data, { layout, left, scale })
  const lacking = own.flatMap((row) => missingEnds(row, data).map((when) => `${row.label}: no figure in ${when}`))
  const notes = [
    ...words.notes,
    ...beginningNotes(scale, { ...data, decimals: 0 }),
    ...(many ? summaryNotes(others, summary, data) : linesNote(others, data)),
    ...missingNotes(others, data),
  ]
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, frame.width], nice: false, zero: false },
    axis: null,
  })
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { domain: scale, nice: false, zero: false },
    axis,
  })
  const line = { x: x('x'), x2: { field: 'to' }, y: y('before'), y2: { field: 'after' } }
  return composeChart(
    'slope',
    { ...words, notes },
    {
      layout,
      width: frame.width,
      height: frame.height,
      left,
      below: BELOW + lacking.length * STRIP,
      key: keyOf(drawn, summary, data),
      datasets: {
        rails: frame.ends.map((at, i) => ({ x: at, label: i === 0 ? data.before : data.after })),
        summary:
          summary === null
            ? []
            : summary.ends.map(({ lower, upper, median }, i) => ({ x: frame.ends[i] ?? 0, lower, upper, median })),
        lines: drawn.flatMap((row): ChartRow[] =>
          row.before === null || row.after === null
            ? []
            : [
                {
                  x: frame.ends[0],
                  to: frame.ends[1],
                  before: row.before,
                  after: row.after,
                  emphasis: row.emphasis,
                  colour: row.colour,
                  dash: row.dash,
                  told: row.told,
                },
              ],
        ),
        stubs: drawn.flatMap((row) => stubOf(row, frame)),
        ends: drawn.flatMap((row) => endsOf(row, frame)),
        leaders: frame.labels
          .filter(({ at, y: to }) => Math.abs(at - to) > 1)
          .map(({ from, to, at, y: moved }) => ({ x: from, to, y: at, low: moved })),
        labels: frame.labels.flatMap(({ lines }) => lines),
        lacking: lacking.map((label, i) => ({ y: frame.height + BELOW + (i + 0.5) * STRIP - 4, label })),
        hatching: lacking.flatMap((_, i) =>
          [0, 6, 12, 18].map((dx) => ({
            x: dx,
            to: dx + 6,
            y: frame.height + BELOW + (i + 0.5) * STRIP + 2,
            low: frame.height + BELOW + (i + 0.5) * STRIP - 10,
          })),
        ),
      },
      layer: [
        {
          data: { name: 'summary' },
          mark: { type: 'area', color: GREY.band, opacity: 0.75 },
          encoding: { x: x('x'), y: y('lower'), y2: { field: 'upper' } },
        },
        {
          data: { name: 'summary' },
          mark: { type: 'line', color: GREY.line, strokeWidth: 2, strokeDash: [5, 4] },
          encoding: { x: x('x'), y: y('median') },
        },
        { data: { name: 'rails' }, mark: { type: 'rule', color: GREY.line }, encoding: { x: x('x') } },
        {
          data: { name: 'rails' },
          mark: { type: 'text', baseline: 'top', fontWeight: 'bold', color: GREY.text },
          encoding: { x: x('x'), y: { value: frame.height + 8 }, text: { field: 'label' } },
        },
        {
          data: { name: 'stubs' },
          mark: { type: 'rule', color: GREY.line, strokeWidth: 2, strokeDash: [2, 3] },
          encoding: { x: x('x'), x2: { field: 'to' }, y: y('value') },
        },
        {
          data: { name: 'lines' },
          transform: [{ filter: '!datum.emphasis' }],
          mark: { type: 'rule', strokeWidth: 1 },
          encoding: {
            ...line,
            color: valueFrom('colour'),
            strokeDash: valueFrom('dash'),
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        {
          data: { name: 'lines' },
          transform: [{ filter: 'datum.emphasis' }],
          mark: { type: 'rule', strokeWidth: 5, color: PAPER, aria: false },
          encoding: line,
        },
        {
          data: { name: 'lines' },
          transform: [{ filter: 'datum.emphasis' }],
          mark: { type: 'rule', strokeWidth: 3 },
          encoding: {
            ...line,
            color: valueFrom('colour'),
            strokeDash: valueFrom('dash'),
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        {
          data: { name: 'ends' },
          mark: { type: 'point', strokeWidth: 2, opacity: 1 },
          encoding: {
            x: x('x'),
            y: y('value'),
            size: { condition: { test: 'datum.emphasis', value: 80 }, value: 20 },
            shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
            stroke: valueFrom('colour'),
            fill: { condition: { test: 'datum.hollow', value: PAPER }, ...valueFrom('colour') },
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        {
          data: { name: 'leaders' },
          mark: { type: 'rule', color: GREY.line },
          encoding: { x: x('x'), x2: { field: 'to' }, y: valueFrom('y'), y2: valueFrom('low') },
        },
        ...(['left', 'right'] as const).map((side) => ({
          data: { name: 'labels' },
          transform: [{ filter: `datum.side === '${side}'` }],
          mark: {
            type: 'text',
            align: side === 'left' ? 'right' : 'left',
            baseline: 'middle',
            fontSize: SIZE[layout].font,
            fontWeight: 'bold',
            color: GREY.text,
          },
          encoding: { x: x('x'), y: valueFrom('y'), text: { field: 'label' } },
        })),
        {
          data: { name: 'hatching' },
          mark: { type: 'rule', color: GREY.hatch },
          encoding: { x: x('x'), x2: { field: 'to' }, y: valueFrom('y'), y2: valueFrom('low') },
        },
        {
          data: { name: 'lacking' },
          mark: { type: 'text', align: 'left', baseline: 'middle', color: GREY.text },
          encoding: { x: { value: 32 }, y: valueFrom('y'), text: { field: 'label' } },
        },
      ],
    },
  )
}

/** A place with the look of its line. */
interface Line {
  readonly label: string
  readonly emphasis: boolean
  readonly before: number | null
  readonly after: number | null
  readonly statuses: readonly [Status, Status]
  /** Null when an end is missing. */
  readonly sense: ChangeSense | null
  readonly colour: string
  readonly dash: readonly number[]
  readonly told: string
}

function lineOf(data: Slope): (row: SlopeRow) => Line {
  return ({ label, emphasis, before, after, beforeStatus, afterStatus }) => {
    const statuses = [beforeStatus ?? 'observed', afterStatus ?? 'observed'] as const
    const sense = before === null || after === null ? null : senseOf(after - before, data.polarity)
    const end = (value: number | null, i: 0 | 1): string =>
      `${value === null ? 'no figure' : `${inForm(value, data)}${statusInWords(statuses[i])}`} in ` +
      (i === 0 ? data.before : data.after)
    const change = before === null || after === null ? '' : `: ${signedInForm(after - before, data)}`
    return {
      label,
      emphasis: emphasis === true,
      before,
      after,
      statuses,
      sense,
      colour: sense === null ? GREY.line : SENSE_COLOURS[sense],
      dash: PLAIN,
      told: `${label}, ${end(before, 0)}, ${end(after, 1)}${change}`,
    }
  }
}

/** Lines of two senses told apart by dashes too. */
function dashed(lines: readonly Line[]): readonly Line[] {
  const senses = new Set(lines.flatMap(({ sense }) => sense ?? []))
  return senses.size < 2
    ? lines
    : lines.map((line) => (line.sense !== null && DASHED.includes(line.sense) ? { ...line, dash: [6, 4] } : line))
}

/** The median and the middle half of the places with both ends, at each end. */
interface Summary {
  readonly n: number
  readonly of: number
  readonly ends: readonly { readonly lower: number; readonly median: number; readonly upper: number }[]
}

function summaryOf(others: readonly Line[]): Summary | null {
  const whole = others.flatMap(({ before, after }) =>
    before === null || after === null ? [] : [[before, after] as const],
  )
  return whole.length === 0
    ? null
    : {
        n: whole.length,
        of: others.length,
        ends: ([0, 1] as const).map((end) => quartiles(whole.map((ends) => ends[end]))),
      }
}

const linesNote = (rows: readonly Line[], { others }: Slope): string[] =>
  rows.length === 0 ? [] : [`Thin lines: ${rows.length} ${others}.`]

/** What stands for the others, and how their figures came to be known, which no mark tells. */
function summaryNotes(rows: readonly Line[], summary: Summary | null, { others }: Slope): string[] {
  if (summary === null) return [`Not drawn: ${rows.length} ${others}, none of which has both figures.`]
  const { n, of } = summary
  const whole = rows.flatMap(({ before, after, statuses: [first, last] }) =>
    before === null || after === null
      ? []
      : [
          { value: before, status: first },
          { value: after, status: last },
        ],
  )
  return [
    `Not drawn one by one: ${n}${n === of ? '' : ` of ${of}`} ${others}; the dashed line joins their medians ` +
      `and the band their middle halves at the two ends.`,
    ...statusNotes(whole, others),
  ]
}

function missingEnds({ before, after }: Line, data: Slope): string[] {
  return [...(before === null ? [data.before] : []), ...(after === null ? [data.after] : [])]
}

/** Which of the places without emphasis lack a figure, by end. */
function missingNotes(others: readonly Line[], data: Slope): string[] {
  return [data.before, data.after].flatMap((when, i) => {
    const without = others.filter((row) => (i === 0 ? row.before : row.after) === null).map(({ label }) => label)
    const more = without.length - NAMED
    return without.length === 0
      ? []
      : [
          `No figure in ${when}: ${without.length} of ${others.length} ${data.others} ` +
            `(${without.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}).`,
        ]
  })
}

function scaleOf({ fromZero = true }: Slope, values: readonly number[]): [number, number] {
  return niceRange(Math.min(...values, ...(fromZero ? [0] : [])), Math.max(...values, ...(fromZero ? [0] : [])))
}

interface Frame {
  readonly width: number
  readonly height: number
  /** Where the two ends stand, in pixels. */
  readonly ends: readonly [number, number]
  readonly labels: readonly EndLabel[]
}

interface EndLabel {
  /** Where its leader line begins and ends, in pixels from the left. */
  readonly from: number
  readonly to: number
  /** How far from the top its mark is, and how far it stands itself. */
  readonly at: number
  readonly y: number
  readonly lines: readonly ChartRow[]
}

function frameOf(
  own: readonly Line[],
  data: Slope,
  {
    layout,
    left: axis,
    scale: [bottom, top],
  }: { readonly layout: ChartLayout; readonly left: number; readonly scale: readonly [number, number] },
): Frame {
  const { font, leading, left, right } = SIZE[layout]
  const look = { size: font, weight: 'bold' } as const
  const width = CHART_WIDTH[layout] - axis
  const texts = ([0, 1] as const).map((end) => {
    const room = end === 0 ? left : right
    return own.flatMap((row) => {
      const value = end === 0 ? row.before : row.after
      if (value === null) return []
      const written = inForm(value, data)
      const label = end === 1 ? `${written} ${row.label}` : layout === 'wide' ? `${row.label} ${written}` : written
      return [{ value, lines: wrapToWidth(label, Math.max(room, widestText(written.split(' '), look)), look) }]
    })
  })
  const height = Math.max(
    SIZE[layout].height,
    ...texts.map((side) => side.reduce((sum, { lines }) => sum + lines.length * leading + 2, 0)),
  )
  const room = texts.map(
    (side) =>
      LEADER +
      widestText(
        side.flatMap(({ lines }) => lines),
        look,
      ) +
      4,
  ) as [number, number]
  const ends: readonly [number, number] = [room[0], width - room[1]]
  if (ends[1] - ends[0] < STUB * 2)
    throw badChart('slope', 'its labels leave no room for the plot; give it shorter ones')
  const labels = texts.flatMap((side, end) => {
    const outward = end === 0 ? -1 : 1
    const x = ends[end as 0 | 1]
    const places = side.map(({ value }) => ((top - value) / (top - bottom)) * height)
    const middles = spread(
      places,
      side.map(({ lines }) => lines.length * leading + 2),
      [0, height],
    )
    return side.map(({ lines }, i): EndLabel => {
      const y = middles[i] ?? 0
      return {
        from: x + outward * 7,
        to: x + outward * (LEADER - 3),
        at: places[i] ?? 0,
        y,
        lines: lines.map((label, j) => ({
          x: x + outward * LEADER,
          y: y + (j - (lines.length - 1) / 2) * leading,
          label,
          side: end === 0 ? 'left' : 'right',
        })),
      }
    })
  })
  return { width, height, ends, labels }
}

/** A dotted stub at the one end that a place has. */
function stubOf({ before, after }: Line, { ends }: Frame): ChartRow[] {
  if (before !== null && after === null) return [{ x: ends[0], to: ends[0] + STUB, value: before }]
  return before === null && after !== null ? [{ x: ends[1], to: ends[1] - STUB, value: after }] : []
}

function endsOf({ before, after, emphasis, colour, statuses, told }: Line, { ends }: Frame): ChartRow[] {
  return [before, after].flatMap((value, i) =>
    value === null ? [] : [endOf({ x: ends[i as 0 | 1], value, emphasis, colour, told }, statuses[i as 0 | 1])],
  )
}

const endOf = (row: ChartRow, status: Status): ChartRow => ({
  ...row,
  shape: shapeOf(markOf(status)),
  hollow: isHollow(status),
})

function keyOf(drawn: readonly Line[], summary: Summary | null, { others }: Slope): KeyEntry[] {
  const senses = (Object.keys(SENSE_COLOURS) as ChangeSense[]).filter((sense) =>
    drawn.some((row) => row.sense === sense),
  )
  const statuses = drawn.flatMap(({ before, after, statuses: [first, last] }) => [
    ...(before === null ? [] : [first]),
    ...(after === null ? [] : [last]),
  ])
  return [
    ...senses.map((sense): KeyEntry => ({
      label: sense,
      sample: drawn.some((row) => row.sense === sense && row.dash !== PLAIN) ? 'dashes' : 'line',
      colour: SENSE_COLOURS[sense],
    })),
    ...(summary === null
      ? []
      : [
          { label: `median of ${others}`, sample: 'dashes' as const, colour: GREY.line },
          { label: 'their middle half', sample: 'band' as const, colour: GREY.band },
        ]),
    ...statusKey(statuses, GREY.text),
    ...(drawn.some(({ sense }) => sense === null)
      ? [{ label: 'no figure at the other end', sample: 'dots' as const, colour: GREY.line }]
      : []),
  ]
}
