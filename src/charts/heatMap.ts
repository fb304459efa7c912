import { z } from 'zod'
import { badChart } from '../errors.js'
import type { Status } from '../model/status.js'
import { financialYearAxis } from './axes.js'
import { type Classing, type ValueClass, classNotes, classesOf, writtenInClass } from './classes.js'
import { type NumberForm, inForm, signedInForm } from './numbers.js'
import { FIELDS, statusInWords } from './rowFields.js'
import { type RowFrame, rowFrame } from './rows.js'
import { type RowsIn, rowsIn } from './rowsIn.js'
import { sampledRows } from './sampled.js'
import { hatchedArea } from './scanlines.js'
import { type ChartLayout, type ChartRow, type ChartWords, type VegaLiteSpec, composeChart, shapeOf } from './spec.js'
import { markOf, statusKey } from './statusMarks.js'
import { mixedStatuses, statusNotes } from './statusNotes.js'
import { GREY, INK, PAPER } from './theme.js'

/** The figure of one place in one year. */
export interface HeatMapRow {
  /** The place: rows of one label stand in one line. */
  readonly label: string
  /** The calendar year, or the one in which a financial year begins. */
  readonly year: number
  /** Null when missing: the cell is hatched. */
  readonly value: number | null
  /** `observed` when left out. */
  readonly status?: Status | null | undefined
}

/** What a chart of places by year is drawn from. */
export interface HeatMap extends Classing, NumberForm {
  /** The figures; places stand in the order in which they come first. */
  readonly rows: RowsIn<HeatMapRow>
  readonly axis: 'years' | 'financial years'
  /** The places that the chart is about, by their labels. */
  readonly emphasis?: readonly string[] | undefined
  /** Changes in what the figures contain: a line before the year, with its letter. */
  readonly seriesBreaks?: readonly { readonly year: number; readonly mark: string }[] | undefined
  /** How many places are drawn: {@link HEAT_MAP_PLACES} when left out. */
  readonly limit?: number | undefined
}

/** So many places of a heat map are drawn at most, unless another limit is given. */
export const HEAT_MAP_PLACES = 40

const ROW = z.object({ label: FIELDS.label, year: z.int(), value: FIELDS.figure, status: FIELDS.status })
const ROW_HEIGHT: Readonly<Record<ChartLayout, number>> = { wide: 22, narrow: 40 }
const CELL = 18
const TEXT = 9.5
/** Mean width of a digit, as a share of the size of a text. */
const DIGIT = 0.62
/** How many years an axis holds. */
const MOST_YEARS = 60

/**
 * Places by year as cells in at most three classes, light to dark: where a figure is high, or better or worse than a
 * reference.
 *
 * Every year from the first to the last has a column. A cell without a figure is hatched, whether its row says so or is
 * not there. Where there is room, the figure stands in its cell.
 *
 * @param data the figures, and how they are classed and written.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when no row has a figure, a place has two for one year, or an emphasised place or the
 * year of a break is not there.
 * @example
 * import { drawnRows, heatMap } from 'wardstick/charts'
 * const words = {
 *   title: 'Where was it cut?',
 *   unit: 'index, 2009 = 100',
 *   place: 'Two councils',
 *   source: 'an example',
 *   alt: 'Hull falls, Leeds has no figure for 2010.',
 *   notes: [],
 * }
 * const rows = [
 *   { label: 'Hull', year: 2009, value: 100 },
 *   { label: 'Hull', year: 2010, value: 81 },
 *   { label: 'Leeds', year: 2009, value: 100 },
 * ]
 * const spec = heatMap(
 *   { rows, axis: 'financial years', around: { polarity: 'none', reference: 100, within: 5 }, decimals: 0 },
 *   words,
 * )
 * drawnRows(spec, 'keyLabels').map(({ label }) => label)
 * // => ['about the same: 95 to 105', 'fall: below 95', 'no figure']
 * heatMap({ rows: [], axis: 'years' }, words) // throws 'bad-chart'
 */
export function heatMap(data: HeatMap, words: ChartWords, layout: ChartLayout = 'wide'): VegaLiteSpec {
  const { axis, emphasis = [], seriesBreaks = [], limit = HEAT_MAP_PLACES } = data
  const given = rowsIn<HeatMapRow>('heat map', data.rows, ROW)
  const values = given.flatMap(({ value }) => value ?? [])
  if (values.length === 0) throw badChart('heat map', 'no row has a figure')
  const places = [...new Set(given.map(({ label }) => label))]
  const strange = emphasis.find((label) => !places.includes(label))
  if (strange !== undefined) throw badChart('heat map', `'${strange}' that it is about is not among its places`)
  const years = yearsOf(given)
  const outside = seriesBreaks.find(({ year }) => !years.includes(year))
  if (outside !== undefined)
    throw badChart(
      'heat map',
      `its break ${outside.mark} of ${outside.year} is not among its years, ${years[0] ?? ''} to ${years.at(-1) ?? ''}`,
    )
  const classes = classesOf('heat map', values, data, data)
  const sampled = sampledRows('heat map', places, limit, (label) => emphasis.includes(label))
  const frame = rowFrame(
    sampled.rows.map((label) => ({ label, emphasis: emphasis.includes(label) })),
    layout,
    ROW_HEIGHT[layout],
  )
  const signed = data.around !== undefined && (data.around.reference ?? 0) === 0
  const write = (value: number, form: NumberForm): string =>
    writtenInClass(value, classes, data, (exact) => (signed ? signedInForm : inForm)(value, { ...form, ...exact }))
  const plot: Plot = {
    years,
    frame,
    classes,
    write: (value) => write(value, data),
    writeInCell: (value) => write(value, {}),
    figureOf: figures(given),
    axis,
  }
  const cells = sampled.rows.flatMap((label, line) =>
    years.map((year) => cellOf(plot, label, year, frame.middles[line] ?? 0)),
  )
  const [known, empty] = [cells.filter(({ value }) => value !== null), cells.filter(({ value }) => value === null)]
  const mixed = mixedStatuses(cells)
  const fits = Math.max(...known.map(({ text }) => text.length)) * TEXT * DIGIT <= frame.width / years.length - 3
  const x = {
    field: 'year',
    type: 'quantitative',
    scale: { domain: domainOf(years), nice: false, zero: false },
    axis:
      axis === 'financial years'
        ? {
            ...financialYearAxis(years[0] ?? 0, years.at(-1) ?? 0, layout),
            ...(layout === 'wide' ? {} : { labelAngle: -90 }),
          }
        : { title: null, grid: false, format: 'd', values: years },
  }
  const met = classes.filter(({ colour }) => known.some((cell) => cell.colour === colour))
  return composeChart(
    'heat map',
    { ...words, notes: [...words.notes, ...classNotes(data), ...(mixed ? [] : statusNotes(cells)), ...sampled.notes] },
    {
      layout,
      ...frame,
      below: axis === 'financial years' ? 60 : 34,
      key: [
        ...met.map(({ range, colour }) => ({ label: range, sample: 'band' as const, colour })),
        ...(empty.length === 0 ? [] : [{ label: 'no figure', sample: 'hatching' as const, colour: GREY.line }]),
        ...(mixed
          ? statusKey(
              known.map(({ status }) => status),
              GREY.text,
            )
          : []),
        ...(seriesBreaks.length === 0 ? [] : [{ label: 'break of the series', sample: 'line' as const, colour: INK }]),
      ],
      datasets: {
        ...frame.datasets,
        cells,
        hatching: empty.flatMap((cell) => hatchedCell(plot, cell)),
        marks: mixed
          ? known
              .filter(({ status }) => status !== 'observed')
              .map(({ year, top, status, ink }) => ({
                year: year + 0.41,
                y: top + 4,
                shape: shapeOf(markOf(status)),
                ink,
              }))
          : [],
        breaks: seriesBreaks.map(({ year, mark }) => ({ year: year - 0.5, label: mark })),
      },
      layer: [
        {
          data: { name: 'cells' },
          mark: { type: 'rect', stroke: PAPER, strokeWidth: 1.5 },
          encoding: {
            x: { ...x, field: 'from' },
            x2: { field: 'to' },
            y: frame.y('top'),
            y2: { field: 'low' },
            fill: { field: 'colour', type: 'nominal', scale: null, legend: null },
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        {
          data: { name: 'hatching' },
          mark: { type: 'rule', stroke: GREY.line, strokeWidth: 1 },
          encoding: { x, x2: { field: 'to' }, y: frame.y('y'), y2: { field: 'low' } },
        },
        ...(fits
          ? [
              {
                data: { name: 'cells' },
                mark: { type: 'text', fontSize: TEXT, baseline: 'middle', aria: false, tooltip: null },
                encoding: {
                  x,
                  y: frame.y('y'),
                  text: { field: 'text' },
                  color: { field: 'ink', type: 'nominal', scale: null, legend: null },
                },
              },
            ]
          : []),
        {
          data: { name: 'marks' },
          mark: { type: 'point', size: 14, strokeWidth: 1.2, opacity: 1, filled: false },
          encoding: {
            x,
            y: frame.y('y'),
            shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
            stroke: { field: 'ink', type: 'nominal', scale: null, legend: null },
          },
        },
        { data: { name: 'breaks' }, mark: { type: 'rule', stroke: PAPER, strokeWidth: 5 }, encoding: { x } },
        { data: { name: 'breaks' }, mark: { type: 'rule', stroke: INK, strokeWidth: 2 }, encoding: { x } },
        {
          data: { name: 'breaks' },
          mark: { type: 'text', baseline: 'bottom', dy: -1, fontSize: 11, fontWeight: 'bold', color: GREY.text },
          encoding: { x, y: { value: 0 }, text: { field: 'label' } },
        },
        ...frame.layer,
      ],
    },
  )
}

interface Plot {
  readonly years: readonly number[]
  readonly frame: RowFrame
  readonly classes: readonly ValueClass[]
  readonly write: (value: number) => string
  /** The same without its unit, for which a cell has no room. */
  readonly writeInCell: (value: number) => string
  readonly figureOf: (label: string, year: number) => HeatMapRow | undefined
  readonly axis: HeatMap['axis']
}

/** A cell as it is drawn. */
interface DrawnCell {
  readonly year: number
  readonly from: number
  readonly to: number
  readonly y: number
  readonly top: number
  readonly low: number
  readonly value: number | null
  readonly status: Status
  readonly colour: string
  readonly ink: string
  readonly text: string
  readonly told: string
}

function yearsOf(rows: readonly HeatMapRow[]): number[] {
  const [first, last] = rows.reduce(
    ([least, most], { year }) => [Math.min(least, year), Math.max(most, year)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  if (last - first >= MOST_YEARS)
    throw badChart('heat map', `its years run from ${first} to ${last}; give at most ${MOST_YEARS}`)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

const domainOf = (years: readonly number[]): readonly [number, number] => [
  (years[0] ?? 0) - 0.5,
  (years.at(-1) ?? 0) + 0.5,
]

function figures(rows: readonly HeatMapRow[]): Plot['figureOf'] {
  const known = new Map<string, HeatMapRow>()
  for (const row of rows) {
    const key = `${row.year} ${row.label}`
    if (known.has(key))
      throw badChart('heat map', `'${row.label}' has two rows of ${row.year}; give each place and year once`)
    known.set(key, row)
  }
  return (label, year) => known.get(`${year} ${label}`)
}

function cellOf(
  { classes, write, writeInCell, figureOf, axis }: Plot,
  label: string,
  year: number,
  middle: number,
): DrawnCell {
  const figure = figureOf(label, year)
  const value = figure?.value ?? null
  const status = figure?.status ?? 'observed'
  const when = axis === 'years' ? String(year) : `${year}-${String(year + 1).slice(2)}`
  const place = { year, from: year - 0.5, to: year + 0.5, y: middle, top: middle - CELL / 2, low: middle + CELL / 2 }
  const { colour, ink } = (value === null ? undefined : classes.find(({ holds }) => holds(value))) ?? {
    colour: PAPER,
    ink: INK,
  }
  return {
    ...place,
    value,
    status,
    colour,
    ink,
    text: value === null ? '' : writeInCell(value),
    told: `${label}, ${when}: ${value === null ? 'no figure' : write(value) + statusInWords(status)}`,
  }
}

/** Slanting lines that fill a cell, in years and pixels. */
function hatchedCell({ frame, years }: Plot, { from, to, top, low }: DrawnCell): ChartRow[] {
  const [first] = domainOf(years)
  const column = frame.width / years.length
  const [left, right] = [(from - first) * column + 1, (to - first) * column - 1]
  const lines = hatchedArea(
    [
      [
        [left, top + 1],
        [right, top + 1],
        [right, low - 1],
        [left, low - 1],
        [left, top + 1],
      ],
    ],
    7,
  )
  return lines.map(([[x1, y1] = [0, 0], [x2, y2] = [0, 0]]) => ({
    year: first + x1 / column,
    to: first + x2 / column,
    y: y1,
    low: y2,
  }))
}
