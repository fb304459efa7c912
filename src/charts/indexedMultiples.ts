import { z } from 'zod'
import { badChart } from '../errors.js'
import { groupBy } from '../tables/groupBy.js'
import { type Status, weakestStatus } from '../model/status.js'
import { type Quartiles, quartiles } from '../stats/distribution.js'
import type { Basis } from '../model/value.js'
import { niceRange } from './axes.js'
import { DERIVED, derivedKey, isDerived } from './lineLooks.js'
import { exactInForm, inForm } from './numbers.js'
import { FIELDS, statusInWords } from './rowFields.js'
import { type Placed, leastStep, runsOf, withAbsent } from './runs.js'
import { type RowsIn, rowsIn } from './rowsIn.js'
import { CHART_WIDTH, type ChartLayout, type ChartRow, type ChartWords, type KeyEntry, type VegaLiteSpec, valueFrom, composeChart, shapeOf } from './spec.js'
import { isHollow, markOf, statusKey } from './statusMarks.js'
import { widestText, wrapToWidth } from './textWidth.js'
import { GREY, PALETTE, PAPER } from './theme.js'
import { type Ticks, roundTicks } from './valueAxis.js'

/** One figure of one panel: not yet an index, but the amount that it is made of. */
export interface IndexedRow {
  /** The place or service whose panel it stands in; panels stand in the order in which they are first named. */
  readonly panel: string
  /** The calendar year in which a financial year begins, or any other place in time that grows. */
  readonly at: number
  /** The same for people: `2009-10`. */
  readonly when: string
  /** Null when missing. */
  readonly value: number | null
  /** `observed` when left out. */
  readonly status?: Status | null | undefined
  /** Points of one segment are joined; a break of the series begins another. 0 when left out. */
  readonly segment?: number | null | undefined
  /**
   * How an amount was reported: figures of a file without negative amounts are thin and grey, and joined to no other.
   */
  readonly basis?: Basis | null | undefined
}

/** One figure of a line that stands faint behind the panels, such as a median or another place. */
export interface IndexedBehind {
  readonly line: string
  /** Behind which panel it stands; behind all of them when left out. */
  readonly panel?: string | null | undefined
  readonly at: number
  /** Null when missing. */
  readonly value: number | null
}

/** What small multiples of an index are drawn from. */
export interface IndexedMultiples {
  /** The figures, as objects or as an arquero table with columns of these names. */
  readonly rows: RowsIn<IndexedRow>
  /** Which time is 100, as `at` of its rows. */
  readonly base: number
  /** Lines behind the panels, each with its own base as 100. */
  readonly behind?: RowsIn<IndexedBehind>
  /** What these lines are: `median of single-tier councils`. */
  readonly behindLabel?: string
  /** Whether the axis begins at 0 (the default); one that does not says so. */
  readonly fromZero?: boolean
}

/**
 * The most panels that small multiples have; more could not be told apart, and which to leave out is for the caller to
 * say.
 */
export const MULTIPLES_PANELS = 24
/** Above so many lines behind a panel their median and middle half are drawn, and a note says so. */
export const MULTIPLES_BEHIND = 40

const ROW = z.object({
  panel: FIELDS.label,
  at: z.number(),
  when: FIELDS.label,
  value: FIELDS.figure,
  status: FIELDS.status,
  segment: z.number().nullish(),
  basis: z.enum(['outturn', 'budget', 'derived-positive-only']).nullish(),
})
const BEHIND = z.object({ line: FIELDS.label, panel: z.string().nullish(), at: z.number(), value: FIELDS.figure })
const SIZE = {
  wide: { columns: 4, gap: 16, height: 96, left: 40, heading: 13 },
  narrow: { columns: 2, gap: 12, height: 84, left: 34, heading: 12 },
} as const
const LEADING = 15
/** Room below a panel for its times. */
const TIMES = 22
/** Room to the right of the last time of a panel at least, and beside the number there. */
const LAST = { room: 30, beside: 10 } as const
const TEXT = { size: 11 } as const
const BOLD = { ...TEXT, weight: 'bold' } as const
/** From the numbers of the axis to the panels. */
const BESIDE = 10
const NAMED = 6

/**
 * Small multiples of an index: a panel for each place or service, its line with a base period as 100, the same axes in
 * all of them.
 *
 * The line at 100 and the base are drawn; the last figure of each line stands beside it. An index has the weaker status
 * of its figure and its base. A time without a figure is hatched and its line stops there, whether the figure is null
 * or the time absent: times are as far apart as the two nearest of them. A panel without a figure in the base, or with
 * one that is not above 0, says so. More than {@link MULTIPLES_PANELS} panels are refused; more than {@link
 * MULTIPLES_BEHIND} lines behind a panel are drawn as their median and middle half.
 *
 * @param data the amounts by panel and time, and which time is 100.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when there is no panel or there are too many, no panel has an index, a time stands
 * twice in a panel or in a line behind it, a line stands behind a panel that is not there, or a row is not of the form
 * of one.
 * @example
 * import { drawnRows, indexedMultiples } from 'wardstick/charts'
 * const words = {
 *   title: 'What was cut most?',
 *   unit: 'index, 2009-10 = 100',
 *   place: 'Nottingham (E06000018)',
 *   source: 'an example',
 *   alt: 'Culture falls to 67.',
 *   notes: [],
 * }
 * const rows = [
 *   { panel: 'Culture', at: 2009, when: '2009-10', value: 126 },
 *   { panel: 'Culture', at: 2014, when: '2014-15', value: 84 },
 * ]
 * drawnRows(indexedMultiples({ rows, base: 2009 }, words), 'lasts').map(({ label }) => label) // => ['67']
 * indexedMultiples({ rows: [], base: 2009 }, words) // throws 'bad-chart'
 */
export function indexedMultiples(
  data: IndexedMultiples,
  words: ChartWords,
  layout: ChartLayout = 'wide',
): VegaLiteSpec {
  const { fromZero = true } = data
  const panels = panelsOf(rowsIn<IndexedRow>('indexed multiples', data.rows, ROW), data.base)
  const behind = behindOf(panels, data)
  const points = panels.flatMap(({ points: all }) => all)
  if (!points.some(({ index }) => index !== null))
    throw badChart('indexed multiples', `no panel has a figure above 0 in its base, ${baseName(panels, data.base)}`)
  const levels = [
    100,
    ...points.flatMap(({ index }) => index ?? []),
    ...behind.flatMap(({ lines, spread }) => [
      ...lines.flatMap((each) => each.points.map(({ index }) => index)),
      ...spread.flatMap(({ lower, upper }) => [lower, upper]),
    ]),
    ...(fromZero ? [0] : []),
  ]
  const [bottom, top] = niceRange(
    levels.reduce((a, b) => Math.min(a, b)),
    levels.reduce((a, b) => Math.max(a, b)),
  )
  const times = [...new Map(panels.flatMap((panel) => panel.times))].sort(([a], [b]) => a - b)
  const given = times.map(([at]) => at)
  const all = withAbsent(given, leastStep(given))
  const ticks = roundTicks([bottom, top], 5)
  const frame = frameOf(panels, { times: given, range: [bottom, top], ticks, layout })
  const { placeX, placeY, cornerOf, width, height } = frame
  const scale = (domain: readonly [number, number]): object => ({
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: null,
  })
  const x = (field: string): object => ({ field, ...scale([0, width]) })
  const y = (field: string): object => ({ field, ...scale([height, 0]) })
  const line = { x: x('x'), y: y('y'), detail: { field: 'line' } }
  const behindLabel = data.behindLabel ?? 'behind'
  return composeChart(
    'indexed multiples',
    {
      ...words,
      notes: [
        ...words.notes,
        ...baseNotes(panels, data.base),
        ...behindNotes(behind, behindLabel),
        ...(bottom > 0 ? [`The axes begin at ${exactInForm(bottom, { decimals: 0 })}, not at 0.`] : []),
      ],
    },
    {
      layout,
      width,
      height,
      left: frame.left,
      below: 6,
      key: keyOf(panels, behind, { label: behindLabel, base: baseName(panels, data.base), times: all }),
      datasets: {
        grid: panels.flatMap((_, i) =>
          ticks.values.map((value) => ({ x: cornerOf(i).left, to: cornerOf(i).right, y: placeY(i, value) })),
        ),
        ticks: panels.flatMap((_, i) =>
          i % frame.columns === 0
            ? ticks.values.map((value) => ({ y: placeY(i, value), label: inForm(value, ticks) }))
            : [],
        ),
        hundreds: panels.map((_, i) => ({ x: cornerOf(i).left, to: cornerOf(i).right, y: placeY(i, 100) })),
        bases: panels.map((_, i) => ({ x: placeX(i, data.base), y: cornerOf(i).top, low: cornerOf(i).bottom })),
        frames: panels.map((_, i) => ({ x: cornerOf(i).left, to: cornerOf(i).right, y: cornerOf(i).bottom })),
        headings: panels.flatMap(
          ({ name }, i) =>
            frame.headings[i]?.map((label, j, all) => ({
              x: cornerOf(i).left,
              y: cornerOf(i).top - 8 - (all.length - 1 - j) * LEADING,
              label,
              name,
            })) ?? [],
        ),
        times: panels.flatMap((_, i) =>
          timeLabels(times, (at) => placeX(i, at)).map((label) => ({ ...label, y: cornerOf(i).bottom + 5 })),
        ),
        hatching: panels.flatMap((panel, i) =>
          emptyIn(panel, all).flatMap((at) => hatched(placeX(i, at), frame.step, cornerOf(i))),
        ),
        spread: behind.flatMap(({ spread }, i) =>
          spread.map(({ at, lower, upper, median }) => ({
            line: i,
            x: placeX(i, at),
            y: placeY(i, lower),
            up: placeY(i, upper),
            middle: placeY(i, median),
          })),
        ),
        behind: behind.flatMap(({ lines }, i) =>
          lines.flatMap(({ name, points: all }) =>
            all.map(({ at, index, run }) => ({ line: `${i} ${name} ${run}`, x: placeX(i, at), y: placeY(i, index) })),
          ),
        ),
        lines: panels.flatMap(({ name, points: own }, i) =>
          own.flatMap(({ at, when, index, value, status, basis, run }): ChartRow[] =>
            index === null
              ? []
              : [
                  {
                    line: `${i} ${run}`,
                    x: placeX(i, at),
                    y: placeY(i, index),
                    shape: shapeOf(markOf(status)),
                    hollow: isHollow(status),
                    derived: isDerived(basis),
                    told:
                      `${name}, ${when}: ${inForm(index, { decimals: 1 })} ` +
                      `(${exactInForm(value, { decimals: 0 })})${statusInWords(status)}`,
                  },
                ],
          ),
        ),
        lasts: panels.flatMap(({ points: own }, i) =>
          lastOf(own).map(({ at, index }) => ({
            x: placeX(i, at) + 7,
            y: placeY(i, index),
            label: inForm(index, { decimals: 0 }),
          })),
        ),
        reasons: panels.flatMap(({ reason }, i) =>
          reason === null
            ? []
            : wrapToWidth(reason, cornerOf(i).right - cornerOf(i).left, TEXT).map((label, j) => ({
                x: (cornerOf(i).left + cornerOf(i).right) / 2,
                y: (cornerOf(i).top + cornerOf(i).bottom) / 2 + j * 14 - 7,
                label,
              })),
        ),
      },
      layer: [
        {
          data: { name: 'grid' },
          mark: { type: 'rule', color: GREY.grid },
          encoding: { x: x('x'), x2: { field: 'to' }, y: y('y') },
        },
        {
          data: { name: 'hatching' },
          mark: { type: 'rule', color: GREY.hatch },
          encoding: { x: x('x'), x2: { field: 'to' }, y: y('y'), y2: { field: 'up' } },
        },
        {
          data: { name: 'bases' },
          mark: { type: 'rule', color: GREY.line, strokeDash: [2, 3] },
          encoding: { x: x('x'), y: y('y'), y2: { field: 'low' } },
        },
        {
          data: { name: 'spread' },
          mark: { type: 'area', color: GREY.band, opacity: 0.75 },
          encoding: { x: x('x'), y: y('y'), y2: { field: 'up' }, detail: { field: 'line' } },
        },
        {
          data: { name: 'spread' },
          mark: { type: 'line', color: GREY.line, strokeWidth: 1.5, strokeDash: [4, 3] },
          encoding: { x: x('x'), y: y('middle'), detail: { field: 'line' } },
        },
        {
          data: { name: 'behind' },
          mark: { type: 'line', color: GREY.line, strokeWidth: 1, strokeDash: [4, 3] },
          encoding: line,
        },
        {
          data: { name: 'hundreds' },
          mark: { type: 'rule', color: GREY.line },
          encoding: { x: x('x'), x2: { field: 'to' }, y: y('y') },
        },
        {
          data: { name: 'frames' },
          mark: { type: 'rule', color: GREY.line },
          encoding: { x: x('x'), x2: { field: 'to' }, y: y('y') },
        },
        {
          data: { name: 'lines' },
          mark: { type: 'line', strokeWidth: 4.5, color: PAPER, aria: false },
          encoding: line,
        },
        {
          data: { name: 'lines' },
          mark: { type: 'line' },
          encoding: {
            ...line,
            color: OWN,
            strokeWidth: { condition: { test: 'datum.derived', value: DERIVED.width }, value: 2.2 },
          },
        },
        {
          data: { name: 'lines' },
          mark: { type: 'point', size: 22, strokeWidth: 1.3, opacity: 1 },
          encoding: {
            x: x('x'),
            y: y('y'),
            shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
            stroke: OWN,
            fill: { ...OWN, condition: [{ test: 'datum.hollow', value: PAPER }, OWN.condition] },
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        ...onPaper('lasts', { align: 'left', fontWeight: 'bold' }, { x: x('x'), y: y('y') }),
        {
          data: { name: 'headings' },
          mark: {
            type: 'text',
            align: 'left',
            baseline: 'middle',
            fontSize: SIZE[layout].heading,
            fontWeight: 'bold',
            color: GREY.text,
          },
          encoding: { x: x('x'), y: y('y'), text: { field: 'label' } },
        },
        {
          data: { name: 'ticks' },
          mark: { type: 'text', align: 'right', baseline: 'middle', fontSize: 11, color: GREY.text },
          encoding: { x: { value: -6 }, y: y('y'), text: { field: 'label' } },
        },
        ...(['left', 'center', 'right'] as const).map((align) => ({
          data: { name: 'times' },
          transform: [{ filter: `datum.align === '${align}'` }],
          mark: { type: 'text', align, baseline: 'top', fontSize: 10, color: GREY.text },
          encoding: { x: valueFrom('x'), y: valueFrom('y'), text: { field: 'label' } },
        })),
        ...onPaper('reasons', { align: 'center' }, { x: x('x'), y: y('y') }),
      ],
    },
  )
}

/** The colour of a panel’s own line. */
const OWN = { condition: { test: 'datum.derived', value: DERIVED.colour }, value: PALETTE.darkBlue } as const

interface Point {
  readonly at: number
  readonly when: string
  readonly value: number
  readonly basis: Basis | null
  /** Null when the base is missing. */
  readonly index: number | null
  /** That of the index: the weaker of those of the figure and the base. */
  readonly status: Status
  /** Points of one run are joined by a line. */
  readonly run: string
}

interface Panel {
  readonly name: string
  /** Those that have a figure. */
  readonly points: readonly Point[]
  /** All that were given, with or without a figure. */
  readonly times: readonly (readonly [number, string])[]
  /** Why it has no index; null where it has one. */
  readonly reason: string | null
}

function panelsOf(rows: readonly IndexedRow[], base: number): Panel[] {
  const names = [...new Set(rows.map(({ panel }) => panel))]
  if (names.length === 0 || names.length > MULTIPLES_PANELS)
    throw badChart(
      'indexed multiples',
      `it has ${names.length} panels; 1 to ${MULTIPLES_PANELS} are drawn: choose which, or draw all of them ` +
        `as a slope or ranked changes`,
    )
  const baseWhen = rows.find(({ at }) => at === base)?.when
  if (baseWhen === undefined)
    throw badChart(
      'indexed multiples',
      `no row is of its base, ${base}; the times are ${[...new Set(rows.map(({ at }) => at))].join(', ')}`,
    )
  const step = leastStep(rows.map(({ at }) => at))
  return names.map((name): Panel => {
    const own = rows.filter(({ panel }) => panel === name)
    const { value: amount = null, status: baseStatus } = own.find(({ at }) => at === base) ?? {}
    const usable = amount !== null && amount > 0
    const points = runsOf('indexed multiples', own, { name: `panel '${name}'`, step }).map(
      ({ point: { at, when, value, status, basis }, run }): Point => ({
        at,
        when,
        value,
        basis: basis ?? null,
        index: usable ? (value / amount) * 100 : null,
        status: weakestStatus([status ?? 'observed', baseStatus ?? 'observed']),
        run,
      }),
    )
    return {
      name,
      points,
      times: own.map(({ at, when }) => [at, when] as const),
      reason: amount === null ? `no figure in ${baseWhen}` : usable ? null : `not above 0 in ${baseWhen}`,
    }
  })
}

/** What stands behind a panel: lines, or where they are many their spread; and those without a base. */
interface Behind {
  readonly lines: readonly {
    readonly name: string
    readonly points: readonly { readonly at: number; readonly index: number; readonly run: string }[]
  }[]
  readonly spread: readonly (Quartiles & { readonly at: number })[]
  readonly of: number
  readonly without: readonly string[]
}

function behindOf(panels: readonly Panel[], { behind, base }: IndexedMultiples): Behind[] {
  const rows = behind === undefined ? [] : rowsIn<IndexedBehind>('indexed multiples', behind, BEHIND)
  const strange = rows.find(({ panel }) => panel != null && !panels.some(({ name }) => name === panel))
  if (strange !== undefined)
    throw badChart(
      'indexed multiples',
      `the line '${strange.line}' stands behind the panel '${strange.panel ?? ''}', which is not there; the ` +
        `panels are ${panels.map(({ name }) => name).join(', ')}`,
    )
  const times = [...new Set(panels.flatMap((panel) => panel.times.map(([at]) => at)))].sort((a, b) => a - b)
  const step = leastStep(times)
  return panels.map(({ name, reason }): Behind => {
    const own =
      reason !== null ? [] : rows.filter(({ panel, at }) => (panel == null || panel === name) && times.includes(at))
    const all = [...groupBy(own, ({ line }) => line)].map(([line, figures]) => ({
      name: line,
      points: indexedLine(line, figures, { base, step }),
    }))
    const lines = all.filter(({ points }) => points.length > 0)
    const many = lines.length > MULTIPLES_BEHIND
    return {
      lines: many ? [] : lines,
      spread: many ? times.flatMap((at) => spreadAt(lines, at)) : [],
      of: lines.length,
      without: all.filter((line) => !lines.includes(line)).map((line) => line.name),
    }
  })
}

/** A line behind a panel with its base as 100; empty without a figure above 0 there. */
function indexedLine(
  name: string,
  figures: readonly IndexedBehind[],
  { base, step }: { readonly base: number; readonly step: number },
): Behind['lines'][number]['points'] {
  const amount = figures.find(({ at }) => at === base)?.value ?? 0
  const placed = figures.map(({ at, value }): Placed => ({ at, value, when: String(at) }))
  const runs = runsOf('indexed multiples', placed, { name: `the line '${name}'`, step })
  return amount > 0 ? runs.map(({ point: { at, value }, run }) => ({ at, index: (value / amount) * 100, run })) : []
}

function spreadAt(lines: Behind['lines'], at: number): (Quartiles & { at: number })[] {
  const known = lines.flatMap(({ points }) => points.find((point) => point.at === at)?.index ?? [])
  return known.length === 0 ? [] : [{ at, ...quartiles(known) }]
}

interface Corners {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where the panels stand, in pixels from the upper left corner of them all. */
interface Frame {
  readonly columns: number
  /** Room for the numbers of the axis. */
  readonly left: number
  readonly width: number
  readonly height: number
  readonly headings: readonly (readonly string[])[]
  /** From one time to the next. */
  readonly step: number
  readonly cornerOf: (panel: number) => Corners
  readonly placeX: (panel: number, at: number) => number
  readonly placeY: (panel: number, index: number) => number
}

function frameOf(
  panels: readonly Panel[],
  {
    times,
    range: [bottom, top],
    ticks,
    layout,
  }: {
    readonly times: readonly number[]
    readonly range: readonly [number, number]
    readonly ticks: Ticks
    readonly layout: ChartLayout
  },
): Frame {
  const size = SIZE[layout]
  const columns = Math.min(size.columns, panels.length)
  const numbers = ticks.values.map((value) => inForm(value, ticks))
  const left = Math.max(size.left, Math.ceil(widestText(numbers, TEXT)) + BESIDE)
  const width = CHART_WIDTH[layout] - left
  const each = (width - size.gap * (columns - 1)) / columns
  const lasts = panels.flatMap(({ points }) => lastOf(points).map(({ index }) => inForm(index, { decimals: 0 })))
  const last = Math.max(LAST.room, Math.ceil(widestText(lasts, BOLD)) + LAST.beside)
  const headings = panels.map(({ name }) => wrapToWidth(name, each, { size: size.heading, weight: 'bold' }))
  const heading = Math.max(...headings.map(({ length }) => length)) * LEADING + 8
  const block = heading + size.height + TIMES
  const rows = Math.ceil(panels.length / columns)
  const cornerOf = (panel: number): Corners => {
    const [start, above] = [(panel % columns) * (each + size.gap), Math.floor(panel / columns) * block + heading]
    return { left: start, right: start + each - last + 6, top: above, bottom: above + size.height }
  }
  const [from, to] = [times[0] ?? 0, times.at(-1) ?? 0]
  const span = to - from || 1
  const inner = each - last - 6
  const step = leastStep(times) || span
  return {
    columns,
    left,
    width,
    height: rows * block,
    headings,
    step: (step / span) * inner,
    cornerOf,
    placeX: (panel, at) => round(cornerOf(panel).left + 6 + ((at - from) / span) * inner),
    placeY: (panel, index) => round(cornerOf(panel).bottom - ((index - bottom) / (top - bottom)) * size.height),
  }
}

/** Texts within panels, edged with paper, so that no line or hatching runs through them. */
const onPaper = (name: string, mark: object, place: object): object[] =>
  [{ stroke: PAPER, strokeWidth: 5, color: PAPER, aria: false }, { color: GREY.text }].map((look) => ({
    data: { name },
    mark: { type: 'text', baseline: 'middle', fontSize: 11, ...mark, ...look },
    encoding: { ...place, text: { field: 'label' } },
  }))

const round = (pixels: number): number => Math.round(pixels * 10) / 10

/** The times at which a panel has no figure; none in a panel without an index, which says so. */
const emptyIn = ({ points, reason }: Panel, times: readonly number[]): number[] =>
  reason === null ? times.filter((at) => !points.some((point) => point.at === at)) : []

/** The first and the last time below a panel. */
function timeLabels(
  times: readonly (readonly [number, string])[],
  place: (at: number) => number,
): { readonly x: number; readonly label: string; readonly align: string }[] {
  const [first, last] = [times[0], times.at(-1)]
  if (first === undefined || last === undefined) return []
  if (first === last) return [{ x: place(first[0]), label: first[1], align: 'center' }]
  return [
    { x: place(first[0]) - 5, label: first[1], align: 'left' },
    { x: place(last[0]) + 8, label: last[1], align: 'right' },
  ]
}

/** Slanting lines around one time of a panel. */
function hatched(x: number, step: number, { left, right, top, bottom }: Corners): ChartRow[] {
  const [from, to] = [Math.max(left, x - step * 0.42), Math.min(right, x + step * 0.42)]
  return Array.from({ length: Math.floor((bottom - top) / 8) }, (_, i) => ({
    x: from,
    to,
    y: bottom - i * 8,
    up: bottom - (i + 1) * 8,
  }))
}

/** The last point of a panel that has an index. */
function lastOf(points: readonly Point[]): { readonly at: number; readonly index: number }[] {
  const last = points.filter(({ index }) => index !== null).at(-1)
  return last?.index == null ? [] : [{ at: last.at, index: last.index }]
}

const baseName = (panels: readonly Panel[], base: number): string =>
  panels.flatMap(({ times }) => times).find(([at]) => at === base)?.[1] ?? String(base)

function baseNotes(panels: readonly Panel[], base: number): string[] {
  const without = panels.filter(({ reason }) => reason !== null).map(({ name }) => name)
  return without.length === 0
    ? []
    : [`Without an index, as ${baseName(panels, base)} has no figure above 0: ${without.join(', ')}.`]
}

function behindNotes(behind: readonly Behind[], label: string): string[] {
  const counts = behind.filter(({ spread }) => spread.length > 0).map(({ of }) => of)
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)]
  const without = [...new Set(behind.flatMap(({ without: names }) => names))]
  return [
    ...(counts.length === 0
      ? []
      : [
          `Not drawn one by one, ${label}: ${fewest === most ? most : `${fewest} to ${most}`} behind a panel; ` +
            `the dashed line is their median at each time, the band their middle half.`,
        ]),
    ...(without.length === 0
      ? []
      : [
          `Not behind every panel, ${label}: ${without.length} without a figure above 0 in the base ` +
            `(${without.slice(0, NAMED).join(', ')}` +
            `${without.length > NAMED ? ` and ${without.length - NAMED} more` : ''}).`,
        ]),
  ]
}

function keyOf(
  panels: readonly Panel[],
  behind: readonly Behind[],
  { label, base, times }: { readonly label: string; readonly base: string; readonly times: readonly number[] },
): KeyEntry[] {
  const [lines, spread] = [behind.some((each) => each.lines.length > 0), behind.some((each) => each.spread.length > 0)]
  const points = panels.flatMap((panel) => panel.points)
  const gaps = panels.some((panel) => emptyIn(panel, times).length > 0)
  return [
    { label: 'the panel’s own', sample: 'line', colour: PALETTE.darkBlue },
    { label: `100 (dotted: ${base})`, sample: 'dots', colour: GREY.line },
    ...(lines || spread
      ? [{ label: spread ? `median, ${label}` : label, sample: 'dashes' as const, colour: GREY.line }]
      : []),
    ...(spread ? [{ label: 'their middle half', sample: 'band' as const, colour: GREY.band }] : []),
    ...statusKey(
      points.filter(({ index }) => index !== null).map(({ status }) => status),
      PALETTE.darkBlue,
    ),
    ...derivedKey(points.map(({ basis }) => basis)),
    ...(gaps ? [{ label: 'no figure', sample: 'hatching' as const, colour: GREY.hatch }] : []),
  ]
}
