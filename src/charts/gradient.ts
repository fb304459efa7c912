import { linearRegression } from 'simple-statistics'
import { z } from 'zod'
import { badChart } from '../errors.js'
import type { Status } from '../model/status.js'
import { quantile, quartiles } from '../stats/distribution.js'
import { quantileGroups } from '../stats/quantileGroups.js'
import { niceRange } from './axes.js'
import { type NumberForm, beginningNotes, inForm, signedInForm } from './numbers.js'
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
import { isHollow, markKey, markOf } from './statusMarks.js'
import { statusNotes } from './statusNotes.js'
import { GREY, PALETTE, PAPER } from './theme.js'
import { lyingAxis, uprightAxis } from './valueAxis.js'
import { writeNumber } from '../values/rounding.js'

/** One area: how deprived it is, and its outcome after, or before and after. */
export interface GradientRow {
  readonly label: string
  /** Its rank or tenth, 1 for the most deprived, or its score; null when missing. */
  readonly deprivation: number | null
  /** Null when missing; left out where the chart shows one time. */
  readonly before?: number | null | undefined
  readonly after: number | null
  /** `observed` when left out. */
  readonly beforeStatus?: Status | null | undefined
  readonly afterStatus?: Status | null | undefined
}

/** A straight line: `intercept + slope × deprivation`. */
export interface GradientLine {
  readonly slope: number
  readonly intercept: number
  /** From how many areas it was made. */
  readonly n: number
  /** Between which outcomes the line lies, where it was estimated from a sample; none is drawn without it. */
  readonly band?: readonly { readonly deprivation: number; readonly lower: number; readonly upper: number }[]
}

/** What a deprivation gradient is drawn from. */
export interface Gradient extends NumberForm {
  /** The areas, as objects or as an arquero table with columns of these names. */
  readonly rows: RowsIn<GradientRow>
  /** What the light marks stand for: `2010`. Left out where the chart shows one time. */
  readonly before?: string
  /** What the dark marks stand for: `2023`. */
  readonly after: string
  /** What an area is: `wards`. */
  readonly areas: string
  /** In how many units of `deprivation` the slope is told, and their name: `{ size: 1, name: 'tenth' }`. */
  readonly step: { readonly size: number; readonly name: string }
  /** The unit of the slope, after its number: ` points`; the suffix of the numbers when left out. */
  readonly slopeUnit?: string
  /** What stands below the two ends of the axis: `['← most deprived', 'least deprived →']` when left out. */
  readonly ends?: readonly [string, string]
  /** Lines that were estimated elsewhere; one that is not given is the least-squares line of the areas drawn. */
  readonly lines?: { readonly before?: GradientLine; readonly after?: GradientLine }
  /** Whether the axis of the outcome begins at 0 (the default); one that does not says so. */
  readonly fromZero?: boolean
}

/** Above so many areas of one time a gradient draws groups of them by their median and middle half, and says so. */
export const GRADIENT_POINTS = 2000
/**
 * Into how many groups of about equal number areas are put that are too many to draw; areas of one deprivation are
 * never parted, so there may be fewer.
 */
export const GRADIENT_GROUPS = 100

const FORM = z.object({
  label: FIELDS.label,
  deprivation: FIELDS.figure,
  before: FIELDS.figure.optional(),
  after: FIELDS.figure,
  beforeStatus: FIELDS.status,
  afterStatus: FIELDS.status,
})
const SIZE = { wide: { height: 320, left: 62 }, narrow: { height: 250, left: 48 } } as const
const ENDS = ['← most deprived', 'least deprived →'] as const
/** The looks of the two times: they differ in lightness, and in dashed and plain lines. */
const LOOKS = {
  before: { colour: PALETTE.turquoise, dash: [6, 4] },
  after: { colour: PALETTE.darkBlue, dash: [1, 0] },
} as const
/** Where small marks of areas without a figure stand, in pixels from the bottom. */
const RUG = 9
/** Above so many areas marks are small. */
const MANY = 300

type End = 'before' | 'after'

/** One area at one time. */
interface Area {
  readonly label: string
  readonly deprivation: number
  readonly value: number
  readonly status: Status
}

/**
 * An outcome of areas against their deprivation, before and after, with the least-squares line of each time, from its
 * least to its greatest deprivation with a figure.
 *
 * Before is light with a dashed line, after is dark with a plain one; a hollow mark is a figure that was not observed
 * as shown. Notes give each slope with its unit and the number of areas. Above {@link GRADIENT_POINTS} areas up to
 * {@link GRADIENT_GROUPS} groups of about equal number stand for them by their median and middle half, and a note says
 * so; the line is still that of all areas. An area without a figure has a slanting mark at the bottom and is counted. A
 * confidence band is drawn only where the caller gives one: a complete register has no sampling error.
 *
 * @param data the areas, and what their marks stand for.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when a time has figures of fewer than two different deprivations, or a row is not of
 * the form of one.
 * @example
 * import { drawnRows, gradient } from 'wardstick/charts'
 * const words = {
 *   title: 'Who lives near a pool?',
 *   unit: 'per cent of residents',
 *   place: 'England (E92000001)',
 *   source: 'an example',
 *   alt: 'Lower where fewer are poor.',
 *   notes: [],
 * }
 * const rows = [
 *   { label: 'tenth 1', deprivation: 1, after: 75 },
 *   { label: 'tenth 2', deprivation: 2, after: 74 },
 *   { label: 'tenth 3', deprivation: 3, after: 70 },
 * ]
 * const chart = {
 *   rows,
 *   after: '2023',
 *   areas: 'tenths',
 *   step: { size: 1, name: 'tenth' },
 *   suffix: ' %',
 *   slopeUnit: ' points',
 *   decimals: 1,
 * }
 * drawnRows(gradient(chart, words), 'line-after') // => [{ at: 1, value: 75.5 }, { at: 3, value: 70.5 }]
 * gradient({ ...chart, rows: rows.slice(0, 1) }, words) // throws 'bad-chart'
 */
export function gradient(data: Gradient, words: ChartWords, layout: ChartLayout = 'wide'): VegaLiteSpec {
  const { fromZero = true, ends = ENDS } = data
  const rows = rowsIn<GradientRow>('gradient', data.rows, FORM)
  const times = (['before', 'after'] as const).flatMap((end) =>
    data[end] === undefined ? [] : [timeOf(rows, end, data)],
  )
  const at = times
    .flatMap(({ areas }) => areas.map(({ deprivation }) => deprivation))
    .concat(rows.flatMap(({ deprivation }) => deprivation ?? []))
  const [first, last] = [Math.min(...extremes(at)), Math.max(...extremes(at))]
  const room = (last - first) * 0.03
  const levels = [...times.flatMap(levelsOf), ...(fromZero ? [0] : [])]
  const [bottom, top] = niceRange(Math.min(...levels), Math.max(...levels))
  const { height } = SIZE[layout]
  const upright = uprightAxis([bottom, top], data)
  const left = Math.max(SIZE[layout].left, upright.room)
  const right = layout === 'wide' ? 0 : 4
  const width = CHART_WIDTH[layout] - left - right
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { domain: [first - room, last + room], nice: false, zero: false },
    axis: {
      grid: false,
      ...lyingAxis([first - room, last + room], {}, { width, left, right, most: layout === 'wide' ? 10 : 5 }),
    },
  })
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { domain: [bottom, top], nice: false, zero: false },
    axis: upright.axis,
  })
  const missing = times.flatMap(({ without, end }, i) =>
    without.map((row): ChartRow => ({
      at: row.deprivation ?? first,
      from: height - RUG * i - 1,
      to: height - RUG * (i + 1) + 1,
      told: `${row.label}: no figure in ${data[end] ?? ''}`,
    })),
  )
  const big = Math.max(...times.map(({ areas }) => areas.length)) <= MANY
  const edged = times.some(({ band }) => band.length > 0)
  const points = times.flatMap(({ end }) =>
    pointLayers(end, { x: x('at'), y: y('value') }, { size: big ? 50 : 18, edged }),
  )
  const lines = times.flatMap(({ end }) => lineLayers(end, { x: x('at'), y: y('value') }))
  return composeChart(
    'gradient',
    {
      ...words,
      notes: [
        ...words.notes,
        ...times.map((time) => lineNote(time, data)),
        ...groupNotes(times, data),
        ...statusNotes(
          times.flatMap(({ areas, groups }) => (groups === null ? [] : areas)),
          data.areas,
        ),
        ...missingNotes(rows, times, data),
        ...beginningNotes([bottom, top], data),
      ],
    },
    {
      layout,
      width,
      height,
      left,
      right,
      below: 46,
      key: keyOf(times, data),
      datasets: {
        ...Object.fromEntries(times.flatMap((time) => Object.entries(datasetsOf(time, data)))),
        missing,
        ends: [
          { x: 0, label: ends[0], align: 'left' },
          { x: width, label: ends[1], align: 'right' },
        ],
      },
      layer: [
        ...times.flatMap(({ end, band }) =>
          band.length === 0
            ? []
            : [
                {
                  data: { name: `band-${end}` },
                  mark: { type: 'area', color: GREY.band, opacity: 0.75 },
                  encoding: { x: x('at'), y: y('lower'), y2: { field: 'upper' } },
                },
              ],
        ),
        ...times.flatMap(({ end, groups }) =>
          groups === null
            ? []
            : [
                {
                  data: { name: `points-${end}` },
                  mark: { type: 'rule', strokeWidth: 1, color: LOOKS[end].colour },
                  encoding: { x: x('at'), y: y('lower'), y2: { field: 'upper' } },
                },
              ],
        ),
        ...(big ? [...lines, ...points] : [...points, ...lines]),
        {
          data: { name: 'missing' },
          mark: { type: 'rule', color: GREY.line, xOffset: 0, x2Offset: 4 },
          encoding: {
            x: x('at'),
            x2: { field: 'at' },
            y: valueFrom('from'),
            y2: valueFrom('to'),
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        ...(['left', 'right'] as const).map((align) => ({
          data: { name: 'ends' },
          transform: [{ filter: `datum.align === '${align}'` }],
          mark: { type: 'text', align, baseline: 'top', fontSize: 11, color: GREY.text },
          encoding: { x: valueFrom('x'), y: { value: height + 24 }, text: { field: 'label' } },
        })),
      ],
    },
  )
}

/** The marks of one time; upon a band they are edged with paper. */
function pointLayers(
  end: End,
  place: object,
  { size, edged }: { readonly size: number; readonly edged: boolean },
): object[] {
  const shape = { field: 'shape', type: 'nominal', scale: null, legend: null }
  const data = { name: `points-${end}` }
  return [
    ...(edged
      ? [
          {
            data,
            mark: { type: 'point', size: size * 2.2, filled: true, opacity: 1, color: PAPER, aria: false },
            encoding: { ...place, shape },
          },
        ]
      : []),
    {
      data,
      mark: {
        type: 'point',
        size,
        strokeWidth: size < 30 ? 1.2 : 1.8,
        opacity: 1,
        stroke: LOOKS[end].colour,
      },
      encoding: {
        ...place,
        shape,
        fill: { condition: { test: 'datum.hollow', value: PAPER }, value: LOOKS[end].colour },
        tooltip: { field: 'told', type: 'nominal' },
      },
    },
  ]
}

/** The line of one time, edged with paper. */
function lineLayers(end: End, place: object): object[] {
  const data = { name: `line-${end}` }
  return [
    { data, mark: { type: 'line', strokeWidth: 5, color: PAPER, aria: false }, encoding: place },
    {
      data,
      mark: { type: 'line', strokeWidth: 2.5, color: LOOKS[end].colour, strokeDash: LOOKS[end].dash },
      encoding: place,
    },
  ]
}

/** One time of the chart: its areas, their line, and the groups that stand for them where they are many. */
interface Time {
  readonly end: End
  readonly areas: readonly Area[]
  readonly line: GradientLine
  readonly band: NonNullable<GradientLine['band']>
  readonly groups: readonly Group[] | null
  /** Areas with a deprivation and without a figure. */
  readonly without: readonly GradientRow[]
}

interface Group {
  readonly deprivation: number
  readonly n: number
  readonly lower: number
  readonly median: number
  readonly upper: number
}

function timeOf(rows: readonly GradientRow[], end: End, data: Gradient): Time {
  const areas = rows.flatMap((row): Area[] => {
    const [value, status] = end === 'before' ? [row.before ?? null, row.beforeStatus] : [row.after, row.afterStatus]
    return value === null || row.deprivation === null
      ? []
      : [{ label: row.label, deprivation: row.deprivation, value, status: status ?? 'observed' }]
  })
  if (new Set(areas.map(({ deprivation }) => deprivation)).size < 2)
    throw badChart(
      'gradient',
      `${data[end] ?? ''} has figures of ${areas.length} areas; figures of at least two different ` +
        `deprivations make a line`,
    )
  const given = data.lines?.[end]
  return {
    end,
    areas,
    line: given ?? leastSquares(areas),
    band: given?.band ?? [],
    groups: areas.length > GRADIENT_POINTS ? groupsOf(areas) : null,
    without: rows.filter((row) => row.deprivation !== null && (row[end] ?? null) === null),
  }
}

function leastSquares(areas: readonly Area[]): GradientLine {
  const { m, b } = linearRegression(areas.map(({ deprivation, value }) => [deprivation, value]))
  return { slope: m, intercept: b, n: areas.length }
}

/** Groups of areas of about equal number by deprivation. */
function groupsOf(areas: readonly Area[]): Group[] {
  const numbers = quantileGroups(
    areas.map(({ deprivation }) => deprivation),
    GRADIENT_GROUPS,
  )
  return [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map((group) => {
      const members = areas.filter((_, i) => numbers[i] === group)
      return {
        deprivation: quantile(
          members.map(({ deprivation }) => deprivation),
          0.5,
        ),
        ...quartiles(members.map(({ value }) => value)),
      }
    })
}

/** The least and the greatest of many numbers. */
const extremes = (values: readonly number[]): [number, number] =>
  values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )

function levelsOf({ areas, groups, line, band }: Time): number[] {
  const ends = extremes(areas.map(({ deprivation }) => deprivation)).map((at) => line.intercept + line.slope * at)
  return [
    ...(groups === null
      ? extremes(areas.map(({ value }) => value))
      : groups.flatMap(({ lower, upper }) => [lower, upper])),
    ...ends,
    ...band.flatMap(({ lower, upper }) => [lower, upper]),
  ]
}

function pointsOf({ end, areas, groups }: Time, data: Gradient): ChartRow[] {
  const when = data[end] ?? ''
  if (groups === null)
    return areas.map(({ label, deprivation, value, status }) => ({
      at: deprivation,
      value,
      shape: shapeOf(markOf(status)),
      hollow: isHollow(status),
      told: `${label}, ${when}: ${inForm(value, data)}${statusInWords(status)}`,
    }))
  return groups.map(({ deprivation, n, lower, median, upper }) => ({
    at: deprivation,
    value: median,
    lower,
    upper,
    shape: shapeOf('circle'),
    hollow: false,
    told:
      `${n} ${data.areas}, ${when}: median ${inForm(median, data)}, middle half ${inForm(lower, data)} to ` +
      inForm(upper, data),
  }))
}

function datasetsOf(time: Time, data: Gradient): Record<string, ChartRow[]> {
  const { end, areas, line, band } = time
  return {
    [`points-${end}`]: pointsOf(time, data),
    [`line-${end}`]: extremes(areas.map(({ deprivation }) => deprivation)).map((at) => ({
      at,
      value: line.intercept + line.slope * at,
    })),
    ...(band.length === 0
      ? {}
      : { [`band-${end}`]: band.map(({ deprivation, lower, upper }) => ({ at: deprivation, lower, upper })) }),
  }
}

function lineNote({ end, line }: Time, data: Gradient): string {
  const { step, slopeUnit, suffix = '', lines } = data
  const slope = signedInForm(line.slope * step.size, { ...data, suffix: slopeUnit ?? suffix })
  return (
    `Slope, ${data[end] ?? ''}: ${slope} per ${step.name} ` +
    `(${lines?.[end] === undefined ? 'least squares' : 'line as given'}, n = ` +
    `${writeNumber(line.n, 0)} ${data.areas}).`
  )
}

function groupNotes(times: readonly Time[], data: Gradient): string[] {
  const grouped = times.filter(({ groups }) => groups !== null)
  const counts = grouped.map(
    ({ end, areas, groups }) => `${writeNumber(areas.length, 0)} in ${groups?.length ?? 0} groups (${data[end] ?? ''})`,
  )
  return grouped.length === 0
    ? []
    : [
        `The ${data.areas} are drawn in groups of about equal number by deprivation, ${counts.join(', ')}: ` +
          `marks are medians, bars middle halves; lines are those of all ${data.areas}.`,
      ]
}

function missingNotes(rows: readonly GradientRow[], times: readonly Time[], data: Gradient): string[] {
  const unplaced = rows.filter(({ deprivation }) => deprivation === null).length
  return [
    ...times.flatMap(({ end, without }) =>
      without.length === 0
        ? []
        : [
            `No figure in ${data[end] ?? ''}: ${writeNumber(without.length, 0)} of ` +
              `${writeNumber(rows.length, 0)} ${data.areas}.`,
          ],
    ),
    ...(unplaced === 0
      ? []
      : [
          `Not drawn, as their deprivation is not known: ${writeNumber(unplaced, 0)} of ` +
            `${writeNumber(rows.length, 0)} ${data.areas}.`,
        ]),
  ]
}

function keyOf(times: readonly Time[], data: Gradient): KeyEntry[] {
  return [
    ...times.flatMap(({ end, areas, groups }): KeyEntry[] => {
      const { colour } = LOOKS[end]
      const when = data[end] ?? ''
      const statuses: readonly Status[] = groups === null ? areas.map(({ status }) => status) : ['observed']
      return [
        ...markKey(when, statuses, colour),
        { label: `line of ${when}`, sample: end === 'before' ? 'dashes' : 'line', colour },
      ]
    }),
    ...(times.some(({ band }) => band.length > 0)
      ? [{ label: 'between which the line lies, as given', sample: 'band' as const, colour: GREY.band }]
      : []),
    ...(times.some(({ without }) => without.length > 0)
      ? [{ label: 'no figure', sample: 'hatching' as const, colour: GREY.line }]
      : []),
  ]
}
