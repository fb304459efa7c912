import { badChart } from '../errors.js'
import { type IsoDate, type FinancialYear, firstDay, startOfFinancialYear } from '../model/period.js'
import { yearsAt } from './axes.js'
import { type ChartRow, valueFrom } from './spec.js'
import { GREY, PAPER } from './theme.js'
import { isDay } from '../values/date.js'

/**
 * A run of time behind the data of a time series, such as `{ ...AUSTERITY_YEARS, label: 'years called austerity' }`.
 */
export interface TimeBand {
  /** A financial year, or a place on the axis as `at` of a point; the band holds the whole of both years. */
  readonly from: FinancialYear | number
  readonly to: FinancialYear | number
  readonly label: string
}

/** A moment that is marked behind the data of a time series. */
export interface TimeEvent {
  /** A day, or a place on the axis as `at` of a point. */
  readonly at: IsoDate | number
  readonly label: string
}

/** The axis of time on which bands and events stand. */
export interface MarkedAxis {
  readonly kind: 'days' | 'financial years'
  readonly domain: readonly [number, number]
  /** Its length in pixels. */
  readonly width: number
}

/** Bands and events placed on an axis, and their labels in lanes above the data. */
export interface TimeMarks {
  readonly datasets: Readonly<Record<'bands' | 'edges' | 'events' | 'labelBoxes', readonly ChartRow[]>>
  /** How much room the lanes take above the data, in pixels. */
  readonly headroom: number
  /** What lies outside the times shown, in a sentence. */
  readonly notes: readonly string[]
}

const LANE = 16
const FONT = 11
const LETTER = 0.58 * FONT
const BESIDE = 4
/** The part of a year that has passed on 1 April, where a financial year begins. */
const APRIL = 90 / 365

/** A label with its line, in pixels from the left. */
interface Marked {
  readonly line: number
  readonly label: string
  readonly kind: 'band' | 'event' | 'break'
}

/** Where a label stands: from where to where, and in which lane from the top. */
interface Placed extends Marked {
  readonly from: number
  readonly to: number
  readonly lane: number
}

/**
 * Places bands and events on an axis of time; their labels stand in lanes above the data, where none falls on another
 * or on the mark of a break.
 *
 * @param breaks where the marks of breaks stand, whose labels take the first lane.
 */
export function timeMarks(
  { bands, events }: { readonly bands: readonly TimeBand[]; readonly events: readonly TimeEvent[] },
  axis: MarkedAxis,
  breaks: readonly { readonly at: number; readonly mark: string }[],
): TimeMarks {
  const {
    domain: [first, last],
    width,
    kind,
  } = axis
  const pixels = (at: number): number => ((at - first) / (last - first)) * width
  const within = (at: number): number => Math.min(Math.max(at, first), last)
  const wrong = [
    ...bands.filter(({ from, to }) => !(startOf(from, kind) <= endOf(to, kind))),
    ...events.filter(({ at }) => !Number.isFinite(momentOf(at, kind))),
  ][0]
  if (wrong !== undefined)
    throw badChart(
      'time series',
      `'${wrong.label}' is marked at no time, or ends before it begins; give days that there are, and years ` +
        `in their order`,
    )
  const spans = bands.map(({ from, to, label }) => ({ from: startOf(from, kind), to: endOf(to, kind), label }))
  const moments = events.map(({ at, label }) => ({ at: momentOf(at, kind), label }))
  const [shownSpans, shownMoments] = [
    spans.filter(({ from, to }) => to > first && from < last),
    moments.filter(({ at }) => at >= first && at <= last),
  ]
  const outside = [
    ...spans.filter((span) => !shownSpans.includes(span)),
    ...moments.filter((moment) => !shownMoments.includes(moment)),
  ].map(({ label }) => label)
  const placed = inLanes(
    [
      ...breaks.map(({ at, mark }): Marked => ({ line: pixels(at), label: mark, kind: 'break' })),
      ...shownSpans.map(({ from, label }): Marked => ({ line: pixels(within(from)), label, kind: 'band' })),
      ...shownMoments
        .map(({ at, label }): Marked => ({ line: pixels(at), label, kind: 'event' }))
        .sort((a, b) => a.line - b.line),
    ],
    width,
  )
  const labels = placed.filter((each) => each.kind !== 'break')
  return {
    datasets: {
      bands: shownSpans.map(({ from, to }) => ({ at: within(from), to: within(to) })),
      edges: shownSpans
        .flatMap(({ from, to }) => [from, to])
        .filter((at) => at > first && at < last)
        .map((at) => ({ at })),
      events: labels.filter((each) => each.kind === 'event').map(({ line, lane }) => ({ x: line, y: 2 + lane * LANE })),
      labelBoxes: labels.map(({ from, to, lane, label }) => ({
        x: from,
        to,
        y: 2 + lane * LANE,
        low: 1 + (lane + 1) * LANE,
        middle: 2 + (lane + 0.5) * LANE,
        label,
      })),
    },
    headroom: labels.length === 0 ? 0 : (Math.max(...placed.map(({ lane }) => lane)) + 1) * LANE,
    notes: outside.length === 0 ? [] : [`Outside the times shown, and not marked: ${outside.join(', ')}.`],
  }
}

/** Puts each label into the first lane in which it falls on no other, and under those that its line would cross. */
function inLanes(marked: readonly Marked[], width: number): Placed[] {
  return marked.reduce<Placed[]>((placed, each) => {
    const { from, to } = besideLine(each, width)
    const crossed = placed.filter((other) => other.from <= each.line && other.to >= each.line && other.kind !== 'break')
    let lane = Math.max(0, ...crossed.map((other) => other.lane + 1))
    while (each.kind !== 'break' && placed.some((other) => other.lane === lane && other.from < to && other.to > from))
      lane += 1
    return [...placed, { ...each, from, to, lane: each.kind === 'break' ? 0 : lane }]
  }, [])
}

/**
 * From where to where the label of a line reaches: to its right, or an event’s to its left, or as far to the right as
 * the plot lets it.
 */
function besideLine({ line, label, kind }: Marked, width: number): { readonly from: number; readonly to: number } {
  const length = label.length * LETTER + BESIDE
  const left = line - BESIDE - length
  const from =
    line + BESIDE + length <= width ? line + BESIDE : kind === 'event' && left >= 0 ? left : Math.max(0, width - length)
  return { from, to: from + length }
}

function startOf(from: TimeBand['from'], kind: MarkedAxis['kind']): number {
  if (kind === 'days') return typeof from === 'number' ? from : yearsAt(firstDay(from))
  return (typeof from === 'number' ? from : startOfFinancialYear(from)) - 0.5
}

function endOf(to: TimeBand['to'], kind: MarkedAxis['kind']): number {
  if (kind === 'days') return typeof to === 'number' ? to : yearsAt(`${startOfFinancialYear(to) + 1}-04-01`)
  return (typeof to === 'number' ? to : startOfFinancialYear(to)) + 0.5
}

/**
 * A day on an axis of financial years stands at its part of the year, which reaches half a year to both sides of its
 * place.
 */
function momentOf(at: TimeEvent['at'], kind: MarkedAxis['kind']): number {
  if (typeof at === 'number') return at
  if (!isDay(at)) return Number.NaN
  return kind === 'days' ? yearsAt(at) : yearsAt(at) - APRIL - 0.5
}

/** The layers of bands and events, which are drawn behind the data, in the encoding of the chart’s times. */
export function timeMarkLayers(x: object, height: number): object[] {
  const box = { x: valueFrom('x'), y: valueFrom('y') }
  return [
    {
      data: { name: 'bands' },
      mark: { type: 'rect', color: GREY.band, opacity: 0.4 },
      encoding: { x, x2: { field: 'to' } },
    },
    { data: { name: 'edges' }, mark: { type: 'rule', color: GREY.hatch }, encoding: { x } },
    { data: { name: 'events' }, mark: { type: 'rule', color: GREY.line }, encoding: { ...box, y2: { value: height } } },
  ]
}

/** The labels of bands and events on paper of their own, so that no line runs through them. */
export function timeLabelLayers(): object[] {
  return [
    {
      data: { name: 'labelBoxes' },
      mark: { type: 'rect', color: PAPER, aria: false },
      encoding: { x: valueFrom('x'), x2: valueFrom('to'), y: valueFrom('y'), y2: valueFrom('low') },
    },
    {
      data: { name: 'labelBoxes' },
      mark: { type: 'text', align: 'left', baseline: 'middle', dx: 2, fontSize: FONT, color: GREY.text },
      encoding: { x: valueFrom('x'), y: valueFrom('middle'), text: { field: 'label' } },
    },
  ]
}
