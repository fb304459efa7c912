import { badChart } from '../errors.js'
import { wrapText } from '../values/text.js'
import { THEME } from './theme.js'

/**
 * A Vega-Lite 6 chart as wardstick makes it: a plain JSON object.
 *
 * The type is our own, so that code which uses it needs no Vega-Lite types; any Vega-Lite tool takes the object.
 */
export interface VegaLiteSpec {
  readonly $schema: string
  readonly title: { readonly text: string | readonly string[]; readonly subtitle: readonly string[]; readonly [property: string]: unknown }
  /** What the chart shows, in words, for those who cannot see it. */
  readonly description: string
  readonly [property: string]: unknown
}

/** A row of the data of a chart. */
export type ChartRow = Readonly<Record<string, string | number | boolean | null>>

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

/** An entry of the key above the plot: a sample of a mark and what it stands for. */
export interface KeyEntry {
  readonly label: string
  readonly sample: 'line' | 'dashes' | 'band'
  readonly colour: string
}

/** The drawn part of a chart. */
export interface ChartBody {
  readonly width: number
  readonly height: number
  /** Vega-Lite layers; their data stand in `datasets` under the names that they use. */
  readonly layer: readonly object[]
  readonly datasets: Readonly<Record<string, readonly ChartRow[]>>
  /** What the marks stand for, drawn in a row above the plot so that no label can fall on the data. */
  readonly key?: readonly KeyEntry[]
  /** Room for the axis to the left of the plot. */
  readonly left: number
  /** Room for axis and legend between the plot and the notes. */
  readonly below: number
}

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json'
const MARGIN = 16
const KEY = { height: 18, size: 12, sample: 26, gap: 6, between: 22 }
const NO_DATA = { data: { values: [{}] } }
const NOTE = { size: 11, leading: 15 }
/** The mean width of a letter of the embedded font, as a share of its size; bold letters are wider. */
const LETTER = { plain: 0.56, bold: 0.64 }

/**
 * Puts a chart together by the one contract: a title that is a finding or a question, a subtitle with unit and place, notes
 * and source below the plot, and an alternative text.
 *
 * @param name the chart's short name, for error messages.
 * @throws InputError `bad-chart` when a word is empty or a layer uses data or a field that is not there.
 * @example
 * import { composeChart } from 'wardstick/charts'
 * const words = { title: 'Was more spent?', unit: 'pounds', place: 'Nottingham (E06000018)', source: 'an example', alt: 'Two points.', notes: [] }
 * const rows = [{ year: 2009, spent: 80 }, { year: 2014, spent: 60 }]
 * const layer = [{ data: { name: 'rows' }, mark: 'point', encoding: { x: { field: 'year', type: 'quantitative' }, y: { field: 'spent', type: 'quantitative' } } }]
 * const spec = composeChart('example', words, { width: 300, height: 200, left: 40, below: 40, layer, datasets: { rows } })
 * spec.title.subtitle // => ['pounds', 'Nottingham (E06000018)']
 * composeChart('example', { ...words, alt: '' }, { width: 300, height: 200, left: 40, below: 40, layer, datasets: { rows } }) // throws 'bad-chart'
 */
export function composeChart(name: string, words: ChartWords, body: ChartBody): VegaLiteSpec {
  for (const key of ['title', 'unit', 'place', 'source', 'alt'] as const) if (words[key].trim() === '') throw badChart(name, `its ${key} is empty; every chart has one`)
  checkFields(name, body)
  const room = body.left + body.width
  const key = placeKey(body.key ?? [], body.width)
  const keyHeight = rowsOfKey(key) * KEY.height
  const { title } = THEME
  const heading = wrapText(words.title.replace(/ %/g, '\u00a0%'), Math.floor(room / (title.fontSize * LETTER.bold)))
  const subtitle = [words.unit, words.place].flatMap((text) => wrapText(text, Math.floor(room / (title.subtitleFontSize * LETTER.plain))))
  const notes = [...words.notes, `Source: ${words.source}`].flatMap((note) => wrapText(note, Math.floor(room / (NOTE.size * LETTER.plain))))
  return {
    $schema: SCHEMA,
    title: { text: heading, subtitle, anchor: 'start', frame: 'group', dx: -body.left },
    description: words.alt,
    width: body.width,
    height: body.height,
    autosize: { type: 'none' },
    padding: {
      left: MARGIN + body.left,
      right: MARGIN,
      top: MARGIN + heading.length * title.lineHeight + title.subtitlePadding + subtitle.length * title.subtitleLineHeight + title.offset + keyHeight,
      bottom: MARGIN + body.below + notes.length * NOTE.leading,
    },
    datasets: body.datasets,
    layer: [
      ...body.layer,
      ...keyLayers(key),
      {
        ...NO_DATA,
        mark: { type: 'text', align: 'left', baseline: 'top', fontSize: NOTE.size, lineHeight: NOTE.leading, clip: false, aria: false, text: notes, tooltip: null },
        encoding: { x: { value: -body.left }, y: { value: body.height + body.below } },
      },
    ],
    config: THEME,
  }
}

interface PlacedEntry extends KeyEntry {
  readonly start: number
  readonly row: number
}

/** Places the entries of a key one after the other, in as many rows as the width needs. */
function placeKey(entries: readonly KeyEntry[], width: number): PlacedEntry[] {
  let [start, row] = [0, 0]
  return entries.map((entry) => {
    const needed = KEY.sample + KEY.gap + entry.label.length * KEY.size * LETTER.plain
    if (start > 0 && start + needed > width) [start, row] = [0, row + 1]
    const placed = { ...entry, start, row }
    start += needed + KEY.between
    return placed
  })
}

/** Draws the key at fixed places above the plot; its last row stands next to the plot. */
function keyLayers(entries: readonly PlacedEntry[]): object[] {
  const rows = rowsOfKey(entries)
  return entries.flatMap(({ label, sample, colour, start, row }) => {
    const middle = -KEY.height * (rows - row)
    const [x, x2, y] = [{ value: start }, { value: start + KEY.sample }, { value: middle }]
    const drawn =
      sample === 'band'
        ? { mark: { type: 'rect', color: colour, aria: false }, encoding: { x, x2, y: { value: middle - 6 }, y2: { value: middle + 6 } } }
        : { mark: { type: 'rule', color: colour, strokeWidth: sample === 'line' ? 3 : 2, strokeDash: sample === 'line' ? [1, 0] : [5, 4], aria: false }, encoding: { x, x2, y } }
    const words = { mark: { type: 'text', align: 'left', baseline: 'middle', dx: KEY.gap, fontSize: KEY.size, aria: false, text: label }, encoding: { x: x2, y } }
    return [
      { ...NO_DATA, ...drawn },
      { ...NO_DATA, ...words },
    ]
  })
}

const rowsOfKey = (entries: readonly PlacedEntry[]): number => Math.max(0, ...entries.map(({ row }) => row + 1))

function checkFields(name: string, { layer, datasets }: ChartBody): void {
  for (const each of layer) {
    const { data, encoding } = each as { data?: { name?: string }; encoding?: Record<string, { field?: string }> }
    const rows = data?.name === undefined ? undefined : datasets[data.name]
    if (rows === undefined) throw badChart(name, `a layer uses the data '${data?.name ?? '(none)'}', which it does not have; it has ${Object.keys(datasets).join(', ')}`)
    const [first] = rows
    for (const channel of Object.values(encoding ?? {}))
      if (first !== undefined && channel.field !== undefined && !(channel.field in first)) throw badChart(name, `a layer uses the field '${channel.field}', which the data '${data?.name ?? ''}' do not have`)
  }
}
