import { badChart } from '../errors.js'
import type { Status } from '../model/status.js'
import type { Basis } from '../model/value.js'
import { dayAxis, financialYearAxis, hatching, niceRange } from './axes.js'
import { DERIVED, MOST_LINES, byLine, derivedKey, isDerived, lineColour, lineKey, lineShape } from './lineLooks.js'
import { type NumberForm, beginningNotes, exactInForm } from './numbers.js'
import { type InRun, runsOf, withAbsent } from './runs.js'
import { BAR, CHART_WIDTH, type ChartLayout, type ChartRow, type ChartWords, type KeyEntry, type VegaLiteSpec, composeChart, shapeOf } from './spec.js'
import { isHollow, markOf, statusKey } from './statusMarks.js'
import { GREY, PAPER } from './theme.js'
import { type TimeBand, type TimeEvent, timeLabelLayers, timeMarkLayers, timeMarks } from './timeMarks.js'
import { type Range, uprightAxis } from './valueAxis.js'

/** One figure of a line. */
export interface TimePoint {
  /** Where it stands: the calendar year in which a financial year begins, or a day by `yearsAt`. */
  readonly at: number
  /** The same for people: `2009-10`, `1 April 2010`. */
  readonly when: string
  /** Null when missing: the line stops, and the time is hatched where no line has a figure. */
  readonly value: number | null
  readonly status: Status
  /** Between which numbers it lies where dates leave it open. */
  readonly bounds?: { readonly lower: number; readonly upper: number }
  /** What the number stands for, for the tooltip; else the number itself. */
  readonly told?: string
  /** Points of one segment are joined; a break of the series begins another. 0 when left out. */
  readonly segment?: number
  /**
   * How an amount was reported: figures of a file without negative amounts are thin and grey, and joined to no other.
   */
  readonly basis?: Basis
}

/** One line: a place, or a measure. */
export interface TimeLine {
  readonly name: string
  readonly points: readonly TimePoint[]
}

/** What a chart of one to four lines over time is drawn from. */
export interface TimeSeries extends NumberForm {
  readonly lines: readonly TimeLine[]
  readonly axis: 'days' | 'financial years'
  /**
   * Whether the figures are counts, which hold until the next day: lines are steps, and what is left open of a day is a
   * bar at that day. A line of shares or amounts (the default) joins its points, and what is left open is a band.
   */
  readonly steps?: boolean
  /** A value at which a line is drawn across the plot: the base of an index. */
  readonly reference?: number
  /** Changes in what the figures contain. */
  readonly breaks?: readonly { readonly at: number; readonly mark: string }[]
  /** Runs of time marked behind the data, labelled above them. */
  readonly bands?: readonly TimeBand[]
  /** Moments marked behind the data, labelled above them. */
  readonly events?: readonly TimeEvent[]
  /** Whether the axis begins at 0 (the default); an index may begin above, and then says so. */
  readonly fromZero?: boolean
}

const SIZE: Readonly<Record<ChartLayout, { readonly height: number; readonly left: number }>> = {
  wide: { height: 300, left: 52 },
  narrow: { height: 230, left: 44 },
}
/** From one year to the next; times that are further apart have absent years between them. */
const A_YEAR = 1
/** How far a hatched time reaches to both sides. */
const HATCHED = 0.42
const OPEN = 'what dates and places leave open'
/** How wide the white edge of a line upon a band is, pixels. */
const EDGED = 5.5

/**
 * One to four lines over time: places beside each other, or measures of one place.
 *
 * Lines differ in colour, dashes and marks; a hollow mark is a figure that was not observed as shown, its shape tells
 * the status. Times without any figure are hatched, and a line stops there, whether a year is null or absent. Bands and
 * events stand behind the data, and their labels above them; a note names those outside the times shown.
 *
 * @param series the figures.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when there is no line, more than four, or none has a figure; when two lines have one
 * name, or a line has a time twice.
 * @example
 * import { timeSeries } from 'wardstick/charts'
 * const points = [
 *   { at: 2008, when: '2008-09', value: 0.92, status: 'observed' },
 *   { at: 2009, when: '2009-10', value: 0.23, status: 'observed' },
 * ] as const
 * const words = {
 *   title: 'How much was bought?',
 *   unit: 'per cent',
 *   place: 'Nottingham (E06000018)',
 *   source: 'an example',
 *   alt: 'A line that falls from 0.92 to 0.23 per cent.',
 *   notes: [],
 * }
 * const lines = [{ name: 'Nottingham', points }]
 * const chart = timeSeries({ lines, axis: 'financial years', suffix: ' %' }, words)
 * chart.description // => 'A line that falls from 0.92 to 0.23 per cent.'
 * timeSeries({ lines: [], axis: 'days' }, words) // throws 'bad-chart'
 */
export function timeSeries(series: TimeSeries, words: ChartWords, layout: ChartLayout = 'wide'): VegaLiteSpec {
  const { lines, axis, reference, breaks = [], bands = [], events = [], steps = false } = series
  const known = knownPoints(lines)
  const [bottom, highest] = rangeOf(known, series)
  const times = withAbsent(
    lines.flatMap(({ points }) => points.map(({ at }) => at)),
    A_YEAR,
  )
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0]
  const upright = uprightAxis([bottom, highest], series)
  const left = Math.max(SIZE[layout].left, upright.room)
  const right = layout === 'wide' ? 0 : 8
  const width = CHART_WIDTH[layout] - left - right
  const domain = [first - 0.5, last + 0.5] as const
  const marks = timeMarks(
    { bands, events },
    { kind: axis, domain, width },
    breaks.map(({ at, mark }) => ({ at: at - 0.5, mark })),
  )
  const marked = bands.length + events.length > 0
  const height = SIZE[layout].height + marks.headroom
  const top = highest + ((highest - bottom) * marks.headroom) / SIZE[layout].height
  const x = {
    field: 'at',
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: (axis === 'days' ? dayAxis : financialYearAxis)(first, last, layout),
  }
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [bottom, top], nice: false, zero: false },
    axis: upright.axis,
  }
  const empty = times.filter((at) => !known.some(({ point }) => point.at === at))
  const open = known.filter(isOpen)
  const place: Place = { x, y, steps, lines: lines.length, edged: bands.length > 0 }
  return composeChart(
    'time series',
    { ...words, notes: [...words.notes, ...beginningNotes([bottom, top], { ...series, decimals: 0 }), ...marks.notes] },
    {
      layout,
      width,
      height,
      left,
      right,
      below: axis === 'days' ? 40 : 64,
      key: [
        ...lineKey(lines.map(({ name }) => name)),
        ...statusKey(
          known.map(({ point }) => point.status),
          GREY.text,
        ),
        ...derivedKey(known.map(({ point }) => point.basis)),
        ...openKey(open, lines, steps),
        ...(empty.length === 0 ? [] : [{ label: 'no figure', sample: 'hatching' as const, colour: GREY.hatch }]),
      ],
      datasets: {
        ...(marked ? marks.datasets : {}),
        hatching: hatching(
          empty.map((at) => ({ from: at - HATCHED, to: at + HATCHED })),
          [bottom, top],
          height,
        ),
        bounds: (steps ? open : linesWith(open, known)).map(boundsRow),
        references: reference === undefined ? [] : [{ value: reference }],
        breaks: breaks.map(({ at, mark }) => ({ at: at - 0.5, value: top, label: mark })),
        points: known.map((each) => pointRow(each, series)),
      },
      layer: [
        ...(marked ? timeMarkLayers(x, height) : []),
        {
          data: { name: 'hatching' },
          mark: { type: 'rule', color: GREY.hatch, strokeWidth: 1 },
          encoding: { x: { ...x, field: 'start' }, x2: { field: 'end' }, y, y2: { field: 'to' } },
        },
        ...(open.length === 0 ? [] : boundLayers(place)),
        { data: { name: 'references' }, mark: { type: 'rule', color: GREY.line }, encoding: { y } },
        { data: { name: 'breaks' }, mark: { type: 'rule', color: GREY.line, strokeDash: [2, 3] }, encoding: { x } },
        {
          data: { name: 'breaks' },
          mark: { type: 'text', align: 'left', dx: 4, dy: 4, baseline: 'top', fontSize: 11, color: GREY.text },
          encoding: { x, y, text: { field: 'label' } },
        },
        ...lineLayers(place),
        pointLayer(place),
        ...(marked ? timeLabelLayers() : []),
      ],
    },
  )
}

/** A point that has a figure, with the name and the number of its line. */
interface Known extends InRun<TimePoint> {
  readonly name: string
  readonly line: number
}

function knownPoints(lines: readonly TimeLine[]): Known[] {
  const again = lines.find(({ name }, i) => lines.findIndex((line) => line.name === name) < i)
  if (again !== undefined) throw badChart('time series', `two lines are called '${again.name}'; give each its own name`)
  const known = lines.flatMap(({ name, points }, line) =>
    runsOf('time series', points, { name: `the line '${name}'`, step: A_YEAR }).map((each) => ({
      ...each,
      name,
      line,
    })),
  )
  if (lines.length > MOST_LINES || known.length === 0)
    throw badChart(
      'time series',
      `it has ${lines.length} lines with ${known.length} figures; one to ${MOST_LINES} lines, and at least ` +
        `one figure, are needed`,
    )
  return known
}

function rangeOf(known: readonly Known[], { reference, fromZero = true }: TimeSeries): Range {
  const shown = [
    ...known.flatMap(({ point: { value, bounds } }) =>
      bounds === undefined ? [value] : [value, bounds.lower, bounds.upper],
    ),
    ...(reference === undefined ? [] : [reference]),
    ...(fromZero ? [0] : []),
  ]
  return niceRange(Math.min(...shown), Math.max(...shown))
}

/** Whether dates leave open what the figure is. */
const isOpen = ({ point: { bounds } }: Known): boolean => bounds !== undefined && bounds.lower < bounds.upper

/** All points of the lines of which something is left open. */
const linesWith = (open: readonly Known[], known: readonly Known[]): Known[] =>
  known.filter(({ line }) => open.some((each) => each.line === line))

/** What is left open: of counts a bar for each line, of other figures a band, which says of which lines it is. */
function openKey(open: readonly Known[], lines: readonly TimeLine[], steps: boolean): KeyEntry[] {
  const unsure = lines.flatMap(({ name }, line) => (open.some((each) => each.line === line) ? [{ name, line }] : []))
  if (steps)
    return unsure.map(({ name, line }) => ({ label: `${name}: ${OPEN}`, sample: 'bar', colour: lineColour(line) }))
  const whose = unsure.length === lines.length ? '' : `${unsure.map(({ name }) => name).join(', ')}: `
  return unsure.length === 0 ? [] : [{ label: `${whose}${OPEN}`, sample: 'band', colour: GREY.band }]
}

const keyOf = ({ line, run }: Known): string => `${line} ${run}`

const boundsRow = (each: Known): ChartRow => ({
  line: keyOf(each),
  number: each.line,
  at: each.point.at,
  lower: each.point.bounds?.lower ?? each.point.value,
  upper: each.point.bounds?.upper ?? each.point.value,
})

function pointRow(each: Known, form: NumberForm): ChartRow {
  const { name, line, point } = each
  const { at, when, value, status, basis, told } = point
  return {
    line: keyOf(each),
    name,
    number: line,
    at,
    value,
    hollow: isHollow(status),
    derived: isDerived(basis),
    shape: shapeOf(status === 'observed' ? lineShape(line) : markOf(status)),
    told: `${name}, ${when}: ${told ?? exactInForm(value, { ...form, decimals: form.decimals ?? 0 })}`,
  }
}

/** Where lines and marks stand, and how they are drawn. */
interface Place {
  readonly x: object
  readonly y: object
  readonly steps: boolean
  readonly lines: number
  /** Whether lines are edged with paper, as a band lies behind them. */
  readonly edged: boolean
}

const ifDerived = (value: string | number): object => ({ test: 'datum.derived', value })

/** What is left open: of counts a bar at each day, of other figures a band. */
function boundLayers({ x, y, steps, lines }: Place): object[] {
  const ends = { x, y: { ...y, field: 'lower' }, y2: { field: 'upper' } }
  const data = { name: 'bounds' }
  return steps
    ? [
        {
          data,
          mark: { type: 'rule', strokeWidth: BAR.width, opacity: BAR.opacity },
          encoding: { ...ends, color: byLine('number', lines)('colour') },
        },
      ]
    : [
        {
          data,
          mark: { type: 'area', color: GREY.band, opacity: 0.75 },
          encoding: { ...ends, detail: { field: 'line' } },
        },
      ]
}

function lineLayers({ x, y, steps, lines, edged }: Place): object[] {
  const look = byLine('number', lines)
  const mark = { type: 'line', ...(steps ? { interpolate: 'step-after' } : {}) }
  const encoding = { x, y, detail: { field: 'line' } }
  const data = { name: 'points' }
  return [
    ...(edged ? [{ data, mark: { ...mark, strokeWidth: EDGED, color: PAPER, aria: false }, encoding }] : []),
    {
      data,
      mark,
      encoding: {
        ...encoding,
        color: { ...look('colour'), condition: ifDerived(DERIVED.colour) },
        strokeDash: look('dash'),
        strokeWidth: { condition: ifDerived(DERIVED.width), value: 2.5 },
      },
    },
  ]
}

function pointLayer({ x, y, lines }: Place): object {
  const colour = byLine('number', lines)('colour')
  return {
    data: { name: 'points' },
    mark: { type: 'point', strokeWidth: 2, opacity: 1 },
    encoding: {
      x,
      y,
      size: { condition: ifDerived(DERIVED.size), value: 55 },
      shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
      stroke: { ...colour, condition: ifDerived(DERIVED.colour) },
      fill: { ...colour, condition: [{ test: 'datum.hollow', value: PAPER }, ifDerived(DERIVED.colour)] },
      tooltip: { field: 'told', type: 'nominal' },
    },
  }
}
