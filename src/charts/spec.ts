import { badChart, badValue } from '../errors.js'
import { type TextLook, textWidth, wrapToWidth } from './textWidth.js'
import { PAPER, THEME } from './theme.js'

/**
 * A Vega-Lite 6 chart as wardstick makes it: a plain JSON object.
 *
 * The type is our own, so that code which uses it needs no Vega-Lite types; any Vega-Lite tool takes the object.
 */
export interface VegaLiteSpec {
  readonly $schema: string
  readonly title: {
    readonly text: string | readonly string[]
    readonly subtitle: readonly string[]
    readonly [property: string]: unknown
  }
  /** What the chart shows, in words, for those who cannot see it. */
  readonly description: string
  readonly [property: string]: unknown
}

/** A row of the data of a chart. */
export type ChartRow = Readonly<Record<string, string | number | boolean | null | readonly number[]>>

/** The words that every chart carries. */
export interface ChartWords {
  /** A finding or a question. */
  readonly title: string
  /** What is measured, with its unit. */
  readonly unit: string
  /** Which place, with the vintage of its code. */
  readonly place: string
  /** Whose figures, in which edition. */
  readonly source: string
  /** What the chart shows, told in full sentences. */
  readonly alt: string
  /** Remarks that stand below the chart: breaks, statuses, what is missing. */
  readonly notes: readonly string[]
}

/**
 * Shapes of marks, told apart without colour. Those of events are strokes: two bars for a pause, an arrow that goes on
 * or over to another, a cross for an end, with a line below it where something follows, a stroke where none is known.
 */
export type MarkShape =
  | 'circle'
  | 'square'
  | 'diamond'
  | 'triangle'
  | 'ring'
  | 'cross'
  | 'cross on a line'
  | 'bars'
  | 'arrowhead'
  | 'arrow'
  | 'stroke'

/** An entry of the key above the plot: a sample of a mark and what it stands for. */
export interface KeyEntry {
  readonly label: string
  readonly sample:
    'line' | 'thin line' | 'dashes' | 'dots' | 'dash-dots' | 'bar' | 'band' | 'outline' | 'hatching' | MarkShape
  readonly colour: string
  /** Filled with the colour of the paper: the figure was not observed as shown. */
  readonly hollow?: boolean
}

/** For which width a chart is drawn: a page, a slide or a print; or a phone. */
export type ChartLayout = 'wide' | 'narrow'

/** The drawn part of a chart. */
export interface ChartBody {
  readonly layout?: ChartLayout
  readonly width: number
  readonly height: number
  /** Vega-Lite layers; their data stand in `datasets` under the names that they use. */
  readonly layer: readonly object[]
  readonly datasets: Readonly<Record<string, readonly object[]>>
  /** What the marks stand for, drawn in rows above the plot so that no label can fall on the data. */
  readonly key?: readonly KeyEntry[]
  /** Room for the axis to the left of the plot. */
  readonly left: number
  /** Room to the right of the plot, for labels. */
  readonly right?: number
  /** Room for the axis between the plot and the notes. */
  readonly below: number
}

/** The schema of Vega-Lite that charts name. */
export const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json'
/** How wide a chart is drawn, with its axes and without its margins. */
export const CHART_WIDTH: Readonly<Record<ChartLayout, number>> = { wide: 748, narrow: 332 }
const MARGIN: Readonly<Record<ChartLayout, number>> = { wide: 16, narrow: 4 }
const KEY = { height: 18, size: { wide: 12, narrow: 11 }, sample: 26, gap: 6, between: 22 } as const
const NO_DATA = { data: { values: [{}] } }
const NOTE = { size: 11, leading: 15 }
const NARROW_TITLE = { fontSize: 15, lineHeight: 19, subtitleFontSize: 11, subtitleLineHeight: 15 }

/**
 * The shape of a mark as Vega names it: a cross is drawn as two strokes, a ring as a circle within a circle.
 *
 * @throws InputError `bad-value` for a shape that there is not.
 * @example
 * import { shapeOf } from 'wardstick/charts'
 * shapeOf('triangle') // => 'triangle-up'
 */
export function shapeOf(shape: MarkShape): string {
  const drawn = (SHAPES as Partial<typeof SHAPES>)[shape]
  if (drawn === undefined) throw badValue('shape of a mark', shape, Object.keys(SHAPES).join(', '))
  return drawn
}

const SHAPES: Readonly<Record<MarkShape, string>> = {
  circle: 'circle',
  square: 'square',
  diamond: 'diamond',
  triangle: 'triangle-up',
  cross: 'M-0.7,-0.7L0.7,0.7M-0.7,0.7L0.7,-0.7',
  'cross on a line': 'M-0.7,-1.1L0.7,0.3M-0.7,0.3L0.7,-1.1M-1,1L1,1',
  bars: 'M-0.5,-1L-0.5,1M0.5,-1L0.5,1',
  arrowhead: 'M-0.7,-1L1,0L-0.7,1Z',
  arrow: 'M-1.1,0L1.1,0M0.3,-0.8L1.1,0L0.3,0.8',
  stroke: 'M-0.7,1L0.7,-1',
  ring: 'M0.9,0A0.9,0.9,0,1,1,-0.9,0A0.9,0.9,0,1,1,0.9,0M0.35,0A0.35,0.35,0,1,1,-0.35,0A0.35,0.35,0,1,1,0.35,0',
}

/**
 * Puts a chart together by the one contract: a title that is a finding or a question, a subtitle with unit and place,
 * notes and source below the plot, and an alternative text.
 *
 * @param name the chart's short name, for error messages.
 * @throws InputError `bad-chart` when a word is empty or a layer uses data or a field that is not there.
 * @example
 * import { composeChart } from 'wardstick/charts'
 * const words = {
 *   title: 'Was more spent?',
 *   unit: 'pounds',
 *   place: 'Nottingham (E06000018)',
 *   source: 'an example',
 *   alt: 'Two points.',
 *   notes: [],
 * }
 * const rows = [{ year: 2009, spent: 80 }, { year: 2014, spent: 60 }]
 * const layer = [
 *   {
 *     data: { name: 'rows' },
 *     mark: 'point',
 *     encoding: { x: { field: 'year', type: 'quantitative' }, y: { field: 'spent', type: 'quantitative' } },
 *   },
 * ]
 * const body = { width: 300, height: 200, left: 40, below: 40, layer, datasets: { rows } }
 * const spec = composeChart('example', words, body)
 * spec.title.subtitle // => ['pounds', 'Nottingham (E06000018)']
 * composeChart('example', { ...words, alt: '' }, body) // throws 'bad-chart'
 */
export function composeChart(name: string, words: ChartWords, body: ChartBody): VegaLiteSpec {
  for (const key of ['title', 'unit', 'place', 'source', 'alt'] as const)
    if (words[key].trim() === '') throw badChart(name, `its ${key} is empty; every chart has one`)
  checkFields(name, body)
  const { layout = 'wide', right = 0 } = body
  const margin = MARGIN[layout]
  const room = body.left + body.width + right
  const key = placeKey(body.key ?? [], { from: -body.left, to: body.width + right, size: KEY.size[layout] })
  const keyHeight = rowsOfKey(key) * KEY.height
  const marks = keyMarks(key, KEY.size[layout])
  const title = { ...THEME.title, ...(layout === 'wide' ? {} : NARROW_TITLE) }
  const lines = (text: string, look: TextLook): string[] => wrapToWidth(unbroken(text), room, look)
  const heading = lines(words.title, { size: title.fontSize, weight: 'bold' })
  const subtitle = [words.unit, words.place].flatMap((text) => lines(text, { size: title.subtitleFontSize }))
  const notes = [...words.notes, `Source: ${words.source}`].flatMap((note) => lines(note, { size: NOTE.size }))
  return {
    $schema: SCHEMA,
    title: { text: heading, subtitle, anchor: 'start', frame: 'group', dx: -body.left },
    description: words.alt,
    width: body.width,
    height: body.height,
    autosize: { type: 'none' },
    padding: {
      left: margin + body.left,
      right: margin + right,
      top:
        margin +
        heading.length * title.lineHeight +
        title.subtitlePadding +
        subtitle.length * title.subtitleLineHeight +
        title.offset +
        keyHeight,
      bottom: margin + body.below + notes.length * NOTE.leading,
    },
    datasets: { ...body.datasets, ...marks.datasets },
    layer: [
      ...body.layer,
      ...marks.layer,
      {
        ...NO_DATA,
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'top',
          fontSize: NOTE.size,
          lineHeight: NOTE.leading,
          clip: false,
          aria: false,
          text: notes,
          tooltip: null,
        },
        encoding: { x: { value: -body.left }, y: { value: body.height + body.below } },
      },
    ],
    config: { ...THEME, title },
  }
}

/**
 * The lines that stand below a chart of {@link composeChart}, its source last; none for a chart of another tool.
 */
export function linesBelow({ layer }: Partial<VegaLiteSpec>): readonly string[] {
  const last = (Array.isArray(layer) ? layer.at(-1) : undefined) as
    { readonly mark?: { readonly text?: unknown } } | undefined
  const text = last?.mark?.text
  return Array.isArray(text) ? text.map(String) : []
}

/** A text in which no line ends between a number and its unit. */
const unbroken = (text: string): string => text.replace(/(\d) (%|km|m²)/g, '$1\u00a0$2')

interface PlacedEntry extends KeyEntry {
  readonly start: number
  readonly row: number
  /** Its label, in as many lines as the width needs. */
  readonly lines: readonly string[]
}

/** Places the entries of a key one after the other, in as many rows as the width needs. */
function placeKey(
  entries: readonly KeyEntry[],
  { from, to, size }: { readonly from: number; readonly to: number; readonly size: number },
): PlacedEntry[] {
  let [start, row, deep] = [from, 0, 1]
  return entries.map((entry) => {
    const needed = KEY.sample + KEY.gap + textWidth(entry.label, { size })
    if (start > from && start + needed > to) [start, row, deep] = [from, row + deep, 1]
    const lines = wrapToWidth(entry.label, to - start - KEY.sample - KEY.gap, { size })
    const placed = { ...entry, start, row, lines }
    deep = Math.max(deep, lines.length)
    start += needed + KEY.between
    return placed
  })
}

/**
 * A dataset of its own for each kind of mark, and the layer that draws it at the places that its rows name, in pixels.
 */
interface KeyMarks {
  readonly datasets: Readonly<Record<string, readonly ChartRow[]>>
  readonly layer: readonly object[]
}

/** An encoding by a value that each row brings along: a place in pixels, a colour, a dash. */
export const valueFrom = (field: string): { readonly value: { readonly expr: string } } => ({
  value: { expr: `datum.${field}` },
})
/** The look of an upright bar of what is left open: broad and pale, so that no line is taken for it. */
export const BAR = { width: 8, opacity: 0.35 } as const

const KEY_MARKS: Readonly<Record<string, object>> = {
  keyBoxes: {
    mark: { type: 'rect', strokeWidth: 2, aria: false },
    encoding: {
      x: valueFrom('x'),
      x2: valueFrom('x2'),
      y: valueFrom('y'),
      y2: valueFrom('y2'),
      fill: valueFrom('fill'),
      stroke: valueFrom('stroke'),
    },
  },
  keyRules: {
    mark: { type: 'rule', aria: false },
    encoding: {
      x: valueFrom('x'),
      x2: valueFrom('x2'),
      y: valueFrom('y'),
      y2: valueFrom('y2'),
      stroke: valueFrom('stroke'),
      strokeWidth: valueFrom('width'),
      strokeDash: valueFrom('dash'),
      strokeOpacity: valueFrom('opacity'),
    },
  },
  keyPoints: {
    mark: { type: 'point', size: 70, strokeWidth: 2, opacity: 1, aria: false },
    encoding: {
      x: valueFrom('x'),
      y: valueFrom('y'),
      shape: valueFrom('shape'),
      fill: valueFrom('fill'),
      stroke: valueFrom('stroke'),
    },
  },
  keyLabels: {
    mark: { type: 'text', align: 'left', baseline: 'middle', aria: false },
    encoding: { x: valueFrom('x'), y: valueFrom('y'), size: valueFrom('size'), text: { field: 'label' } },
  },
}

/** Draws the key at fixed places above the plot; its last row stands next to the plot. */
function keyMarks(entries: readonly PlacedEntry[], size: number): KeyMarks {
  const rows = rowsOfKey(entries)
  const marks = entries.flatMap((entry) => {
    const yOf = (line: number): number => -KEY.height * (rows - entry.row - line)
    return [
      ...sampleMarks(entry, yOf(0)),
      ...entry.lines.map((label, i) => ({
        of: 'keyLabels',
        row: { x: entry.start + KEY.sample + KEY.gap, y: yOf(i), label, size },
      })),
    ]
  })
  const used = Object.keys(KEY_MARKS).filter((name) => marks.some(({ of }) => of === name))
  return {
    datasets: Object.fromEntries(
      used.map((name) => [name, marks.filter(({ of }) => of === name).map(({ row }) => row)]),
    ),
    layer: used.map((name) => ({ data: { name }, ...KEY_MARKS[name] })),
  }
}

function sampleMarks(
  { sample, colour, hollow = false, start }: PlacedEntry,
  y: number,
): { readonly of: string; readonly row: ChartRow }[] {
  const [x, x2] = [start, start + KEY.sample]
  const rule = (dash: readonly number[], width: number) => [
    { of: 'keyRules', row: { x, x2, y, y2: y, stroke: colour, width, dash, opacity: 1 } },
  ]
  const box = (fill: string, stroke: string) => [{ of: 'keyBoxes', row: { x, x2, y: y - 6, y2: y + 6, fill, stroke } }]
  switch (sample) {
    case 'line':
      return rule([1, 0], 3)
    case 'thin line':
      return rule([1, 0], 1)
    case 'dashes':
      return rule([5, 4], 2)
    case 'dots':
      return rule([2, 3], 2)
    case 'dash-dots':
      return rule([8, 3, 2, 3], 2)
    case 'bar': {
      const middle = { x: (x + x2) / 2, x2: (x + x2) / 2, y: y - 7, y2: y + 7 }
      return [{ of: 'keyRules', row: { ...middle, stroke: colour, dash: [1, 0], ...BAR } }]
    }
    case 'band':
      return box(colour, 'transparent')
    case 'outline':
      return box('transparent', colour)
    case 'hatching':
      return [0, 6, 12, 18].map((dx) => ({
        of: 'keyRules',
        row: { x: x + dx, x2: x + dx + 8, y: y + 6, y2: y - 6, stroke: colour, width: 1, dash: [1, 0], opacity: 1 },
      }))
    default:
      return [
        {
          of: 'keyPoints',
          row: { x: (x + x2) / 2, y, shape: shapeOf(sample), stroke: colour, fill: hollow ? PAPER : colour },
        },
      ]
  }
}

const rowsOfKey = (entries: readonly PlacedEntry[]): number =>
  Math.max(0, ...entries.map(({ row, lines }) => row + lines.length))

function checkFields(name: string, { layer, datasets, width }: ChartBody): void {
  if (!(width > 0)) throw badChart(name, 'its labels leave no room for the plot; give it shorter ones')
  for (const [dataset, rows] of Object.entries(datasets))
    for (const [field, value] of rows.flatMap((row) => Object.entries(row) as [string, unknown][]))
      if (typeof value === 'number' && !Number.isFinite(value))
        throw badChart(name, `the field '${field}' of the data '${dataset}' is ${value}; give a missing figure as null`)
  for (const each of layer) {
    const { data, encoding } = each as { data?: { name?: string }; encoding?: Record<string, { field?: string }> }
    const rows = data?.name === undefined ? undefined : datasets[data.name]
    if (rows === undefined)
      throw badChart(
        name,
        `a layer uses the data '${data?.name ?? '(none)'}', which it does not have; it has ` +
          Object.keys(datasets).join(', '),
      )
    const [first] = rows
    for (const channel of Object.values(encoding ?? {}))
      if (first !== undefined && channel.field !== undefined && !(channel.field in first))
        throw badChart(
          name,
          `a layer uses the field '${channel.field}', which the data '${data?.name ?? ''}' do not have`,
        )
  }
}
