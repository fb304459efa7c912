import { badChart } from '../errors.js'
import type { Status } from '../model/status.js'
import { dayAxis, financialYearAxis, hatching, niceRange } from './axes.js'
import { MOST_LINES, byLine, lineKey } from './lineLooks.js'
import { beginningNotes } from './numbers.js'
import {
  CHART_WIDTH,
  type ChartLayout,
  type ChartRow,
  type ChartWords,
  type VegaLiteSpec,
  composeChart,
} from './spec.js'
import { GREY, PALETTE, PAPER } from './theme.js'
import { type TimeBand, type TimeEvent, timeLabelLayers, timeMarkLayers, timeMarks } from './timeMarks.js'

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
}

/** One line: a place, or a measure. */
export interface TimeLine {
  readonly name: string
  readonly points: readonly TimePoint[]
}

/** What a chart of one to four lines over time is drawn from. */
export interface TimeSeries {
  readonly lines: readonly TimeLine[]
  readonly axis: 'days' | 'financial years'
  /** Written after the numbers of the axis: ` %`. */
  readonly suffix?: string
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
/** What a hollow mark stands for, by status; an observed figure has a full one. */
const HOLLOW: Readonly<Partial<Record<Status, string>>> = {
  modelled: 'modelled',
  partial: 'partial: not all is known',
  reallocated: 'moved between ward lists',
  inherited: 'inherited from the council',
}

/**
 * One to four lines over time: places beside each other, or measures of one place.
 *
 * Lines differ in colour, dashes and marks; a hollow mark is a figure that was not observed whole, a band the bounds
 * that dates leave open; times without any figure are hatched. Bands and events stand behind the data, and their labels
 * above them; a note names those outside the times shown.
 *
 * @param series the figures.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when there is no line, more than four, or none has a figure.
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
  const { lines, axis, suffix = '', reference, breaks = [], bands = [], events = [], fromZero = true } = series
  const known = lines.flatMap(({ name, points }, line) => {
    const stops = (upTo: number): number => points.slice(0, upTo).filter(({ value }) => value === null).length
    return points.flatMap((point, i) =>
      point.value === null
        ? []
        : [{ name, line, key: `${line} ${point.segment ?? 0} ${stops(i)}`, point, value: point.value }],
    )
  })
  if (lines.length > MOST_LINES || known.length === 0)
    throw badChart(
      'time series',
      `it has ${lines.length} lines with ${known.length} figures; one to ${MOST_LINES} lines, and at least ` +
        `one figure, are needed`,
    )
  const shown = [
    ...known.flatMap(({ value, point: { bounds } }) =>
      bounds === undefined ? [value] : [value, bounds.lower, bounds.upper],
    ),
    ...(reference === undefined ? [] : [reference]),
    ...(fromZero ? [0] : []),
  ]
  const [bottom, highest] = niceRange(Math.min(...shown), Math.max(...shown))
  const times = lines.flatMap(({ points }) => points.map(({ at }) => at))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const { left } = SIZE[layout]
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
  const look = byLine('number', lines.length)
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [bottom, top], nice: false, zero: false },
    axis: { title: null, tickCount: 6, labelExpr: `datum.label + ${JSON.stringify(suffix)}` },
  }
  const statuses = [...new Set(known.flatMap(({ point }) => HOLLOW[point.status] ?? []))]
  const empty = [...new Set(times)].filter((at) => !known.some(({ point }) => point.at === at))
  const withBounds = known.some(({ point }) => point.bounds !== undefined)
  return composeChart(
    'time series',
    { ...words, notes: [...words.notes, ...beginningNotes([bottom, top], { suffix, decimals: 0 }), ...marks.notes] },
    {
      layout,
      width,
      height,
      left,
      right,
      below: axis === 'days' ? 40 : 64,
      key: [
        ...lineKey(lines.map(({ name }) => name)),
        ...statuses.map((status) => ({
          label: status,
          sample: 'circle' as const,
          hollow: true,
          colour: PALETTE.darkBlue,
        })),
        ...(withBounds
          ? [{ label: 'what dates and places leave open', sample: 'band' as const, colour: GREY.band }]
          : []),
        ...(empty.length === 0 ? [] : [{ label: 'no figure', sample: 'hatching' as const, colour: GREY.hatch }]),
      ],
      datasets: {
        ...(marked ? marks.datasets : {}),
        hatching: hatching(
          empty.map((at) => ({ from: at - 0.42, to: at + 0.42 })),
          [bottom, top],
          height,
        ),
        bounds: known.map(({ key, value, point }): ChartRow => ({
          line: key,
          at: point.at,
          lower: point.bounds?.lower ?? value,
          upper: point.bounds?.upper ?? value,
        })),
        references: reference === undefined ? [] : [{ value: reference }],
        breaks: breaks.map(({ at, mark }) => ({ at: at - 0.5, value: top, label: mark })),
        points: known.map(({ name, line, key, point, value }): ChartRow => ({
          line: key,
          name,
          number: line,
          at: point.at,
          value,
          hollow: HOLLOW[point.status] !== undefined,
          told: `${name}, ${point.when}: ${point.told ?? String(value) + suffix}`,
        })),
      },
      layer: [
        ...(marked ? timeMarkLayers(x, height) : []),
        {
          data: { name: 'hatching' },
          mark: { type: 'rule', color: GREY.hatch, strokeWidth: 1 },
          encoding: { x: { ...x, field: 'start' }, x2: { field: 'end' }, y, y2: { field: 'to' } },
        },
        ...(withBounds
          ? [
              {
                data: { name: 'bounds' },
                mark: { type: 'area', color: GREY.band, opacity: 0.75 },
                encoding: { x, y: { ...y, field: 'lower' }, y2: { field: 'upper' }, detail: { field: 'line' } },
              },
            ]
          : []),
        { data: { name: 'references' }, mark: { type: 'rule', color: GREY.line }, encoding: { y } },
        { data: { name: 'breaks' }, mark: { type: 'rule', color: GREY.line, strokeDash: [2, 3] }, encoding: { x } },
        {
          data: { name: 'breaks' },
          mark: { type: 'text', align: 'left', dx: 4, dy: 4, baseline: 'top', fontSize: 11, color: GREY.text },
          encoding: { x, y, text: { field: 'label' } },
        },
        ...(bands.length === 0
          ? []
          : [
              {
                data: { name: 'points' },
                mark: { type: 'line', strokeWidth: 5.5, color: PAPER, aria: false },
                encoding: { x, y, detail: { field: 'line' } },
              },
            ]),
        {
          data: { name: 'points' },
          mark: { type: 'line', strokeWidth: 2.5 },
          encoding: { x, y, detail: { field: 'line' }, color: look('colour'), strokeDash: look('dash') },
        },
        {
          data: { name: 'points' },
          mark: { type: 'point', size: 55, strokeWidth: 2, opacity: 1 },
          encoding: {
            x,
            y,
            shape: look('shape'),
            stroke: look('colour'),
            fill: { ...look('colour'), condition: { test: 'datum.hollow', value: PAPER } },
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        ...(marked ? timeLabelLayers() : []),
      ],
    },
  )
}
