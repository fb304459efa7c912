import { z } from 'zod'
import { badChart } from '../errors.js'
import type { WardFeature } from '../model/boundary.js'
import type { Status } from '../model/status.js'
import { wrapText } from '../values/text.js'
import { type Corner, linesOnce, outerBorders } from './borders.js'
import { type Classing, type ValueClass, classNotes, classesOf, writtenInClass } from './classes.js'
import { type DrawnWards, drawnWards } from './drawnWards.js'
import { type NumberForm, inForm, signedInForm } from './numbers.js'
import { FIELDS, statusInWords } from './rowFields.js'
import { type RowsIn, rowsIn } from './rowsIn.js'
import { hatchedArea, placeFor } from './scanlines.js'
import {
  CHART_WIDTH,
  type ChartLayout,
  type ChartRow,
  type ChartWords,
  type KeyEntry,
  type VegaLiteSpec,
  composeChart,
  shapeOf,
} from './spec.js'
import { markOf, statusKey } from './statusMarks.js'
import { mixedStatuses, statusNotes } from './statusNotes.js'
import { GREY, INK, PAPER } from './theme.js'
import { writeNumber } from '../values/rounding.js'

/** The figure of one ward of a map. */
export interface WardMapRow {
  readonly ward_code: string
  /** Null when missing: the ward is hatched. */
  readonly value: number | null
  /** `observed` when left out. */
  readonly status?: Status | null | undefined
  /** Written in the place of the ward's name. */
  readonly label?: string | null | undefined
}

/** What a map of wards is drawn from. */
export interface WardMap extends Classing, NumberForm {
  /** Wards of one list, as `wardFeatures` gives them: all those that are to be seen, with a figure or without. */
  readonly wards: readonly WardFeature[]
  /** Their figures, by ward code. */
  readonly rows: RowsIn<WardMapRow>
  /** Code of the ward that the map is about: outlined and named. */
  readonly emphasis?: string | undefined
  /** What is done with rows of wards that are not on the map: `refuse` (the default), or `note` them below it. */
  readonly unmatched?: 'refuse' | 'note' | undefined
}

/**
 * Up to so many wards each is drawn by itself, with its border, its figure and a tooltip. On a map of more, wards of
 * one class are drawn as one area, which is small and quick to draw, and has no tooltips.
 */
export const WARDS_DRAWN_SINGLY = 400

const ROW = z.object({
  ward_code: z.string(),
  value: FIELDS.figure,
  status: FIELDS.status,
  label: FIELDS.label.nullish(),
})
const TALLEST: Readonly<Record<ChartLayout, number>> = { wide: 760, narrow: 520 }
/** How finely borders are drawn, pixels. */
const GRAIN = { single: 0.2, together: 0.5 } as const
const HATCH = { single: 7, together: 3 } as const
const TEXT: Readonly<Record<ChartLayout, number>> = { wide: 10.5, narrow: 9.5 }
/** Height of a line and mean width of a letter, as shares of the size of a text. */
const LINE = 1.2
const LETTER = 0.58
/** A ward smaller than this is shown by a ring around it, pixels. */
const FINDABLE = 14

/**
 * A map of wards in at most three classes, light to dark, on the British National Grid, north up.
 *
 * The classes hold equal numbers of wards, or are the breaks that are given, or worse, about the same and better around
 * a reference; the key says how many wards are in each. A ward without a figure is hatched. Up to {@link
 * WARDS_DRAWN_SINGLY} wards have their borders and figures: a ward too small for its name has a number, which a note
 * explains. For all of England take the features of `loadBoundaryMap`, for a city those of `loadBoundaries`.
 *
 * @param map the wards, their figures, and how these are classed and written.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` without a ward or a figure, for a ward that comes twice, a row of a ward that is not
 * on the map, and for breaks that do not rise; `bad-value` for a border outside Great Britain.
 * @example
 * import type { WardFeature } from 'wardstick/geography'
 * import { drawnRows, wardMap } from 'wardstick/charts'
 * const square = (ward_code: string, west: number): WardFeature => ({
 *   type: 'Feature',
 *   properties: { ward_code, ward_name: ward_code, district_code: 'E06000001' },
 *   geometry: {
 *     type: 'Polygon',
 *     coordinates: [
 *       [
 *         [west, 52.96],
 *         [west, 52.98],
 *         [west + 0.02, 52.98],
 *         [west + 0.02, 52.96],
 *         [west, 52.96],
 *       ],
 *     ],
 *   },
 * })
 * const wards = [square('E05000001', -1.2), square('E05000002', -1.18)]
 * const words = {
 *   title: 'Where is it more?',
 *   unit: 'per cent',
 *   place: 'Two squares (WD13)',
 *   source: 'an example',
 *   alt: 'One of two squares has 20 per cent, the other no figure.',
 *   notes: [],
 * }
 * drawnRows(
 *   wardMap({ wards, rows: [{ ward_code: 'E05000001', value: 20 }], breaks: [15], suffix: ' %', decimals: 1 }, words),
 *   'keyLabels',
 * ).map(({ label }) => label) // => ['15.0 % and more (1 ward)', 'no figure (1 ward)']
 * wardMap({ wards, rows: [{ ward_code: 'E05009999', value: 20 }] }, words) // throws 'bad-chart'
 */
export function wardMap(map: WardMap, words: ChartWords, layout: ChartLayout = 'wide'): VegaLiteSpec {
  const { figures, notes } = matched(map)
  const values = figures.flatMap(({ value }) => value ?? [])
  if (values.length === 0) throw badChart('ward map', 'none of its wards has a figure')
  const classes = classesOf('ward map', values, map, map)
  const single = figures.length <= WARDS_DRAWN_SINGLY
  const mixed = mixedStatuses(figures)
  const grain = single ? GRAIN.single : GRAIN.together
  const drawn = drawnWards(
    figures.map(({ ward }) => ward),
    { width: CHART_WIDTH[layout], tallest: TALLEST[layout], grain },
  )
  const emphasised =
    map.emphasis === undefined ? -1 : figures.findIndex(({ ward }) => ward.properties.ward_code === map.emphasis)
  if (map.emphasis !== undefined && emphasised < 0)
    throw badChart('ward map', `the ward '${map.emphasis}' that it is about is not among its wards`)
  const plot: Plot = {
    figures,
    classes,
    drawn,
    grain,
    layout,
    emphasised,
    writing: map,
    signed: map.around !== undefined && (map.around.reference ?? 0) === 0,
  }
  const parts = [
    ...(single ? [singleWards(plot), borders(plot), wardTexts(plot)] : [wardsTogether(plot)]),
    ...(emphasised < 0 ? [] : [emphasis(plot, single)]),
    scaleBar(plot),
  ]
  return composeChart(
    'ward map',
    {
      ...words,
      notes: [
        ...words.notes,
        ...classNotes(map),
        ...parts.flatMap((part) => part.notes ?? []),
        ...(single && mixed ? [] : statusNotes(figures)),
        ...notes,
      ],
    },
    {
      layout,
      width: drawn.width,
      height: heightOf(drawn),
      left: 0,
      below: 12,
      key: [
        ...classKey(plot),
        ...(single && mixed
          ? statusKey(
              figures.flatMap(({ value, status }) => (value === null ? [] : [status])),
              GREY.text,
            )
          : []),
        ...parts.flatMap((part) => part.key ?? []),
      ],
      datasets: Object.assign({}, ...parts.map((part) => part.datasets)) as Part['datasets'],
      layer: parts.flatMap((part) => part.layer),
    },
  )
}

/** A ward with its figure. */
interface WardFigure {
  readonly ward: WardFeature
  readonly label: string
  readonly value: number | null
  readonly status: Status
}

interface Plot {
  readonly figures: readonly WardFigure[]
  readonly classes: readonly ValueClass[]
  readonly drawn: DrawnWards
  readonly grain: number
  readonly layout: ChartLayout
  /** Position of the ward that the map is about; -1 without one. */
  readonly emphasised: number
  readonly writing: NumberForm
  /** Whether numbers are changes and are written with their sign. */
  readonly signed: boolean
}

/** A part of the map: its data, how they are drawn, and what is said of them. */
interface Part {
  readonly datasets: Readonly<Record<string, readonly object[]>>
  readonly layer: readonly object[]
  readonly notes?: readonly string[]
  readonly key?: readonly KeyEntry[]
}

/** Every ward with its row; rows of other wards are refused, or told in a note. */
function matched({ wards, rows, unmatched = 'refuse' }: WardMap): {
  readonly figures: readonly WardFigure[]
  readonly notes: readonly string[]
} {
  const given = rowsIn<WardMapRow>('ward map', rows, ROW)
  const rowOf = new Map(given.map((row) => [row.ward_code, row]))
  const onMap = new Set(wards.map(({ properties }) => properties.ward_code))
  const twice =
    repeated(given.map(({ ward_code }) => ward_code)) ?? repeated(wards.map(({ properties }) => properties.ward_code))
  if (twice !== undefined)
    throw badChart('ward map', `the ward '${twice}' comes twice; give each ward and its row once`)
  const strange = given.filter(({ ward_code }) => !onMap.has(ward_code)).map(({ ward_code }) => ward_code)
  if (strange.length > 0 && unmatched === 'refuse')
    throw badChart(
      'ward map',
      `${named(strange)} not among its wards; take boundaries of the list that the rows are of, or give ` +
        `unmatched: 'note' to say so below the map`,
    )
  return {
    figures: wards.map((ward) => {
      const row = rowOf.get(ward.properties.ward_code)
      return {
        ward,
        label: row?.label ?? ward.properties.ward_name,
        value: row?.value ?? null,
        status: row?.status ?? 'observed',
      }
    }),
    notes: strange.length === 0 ? [] : [`Not on the map: ${named(strange)} not among its wards.`],
  }
}

const repeated = (codes: readonly string[]): string | undefined => {
  const seen = new Set<string>()
  return codes.find((code) => seen.size === seen.add(code).size)
}

/** How many codes a message names. */
const NAMED = 5

function named(codes: readonly string[]): string {
  const more = codes.length - NAMED
  return codes.length === 1
    ? `the row of ${codes[0] ?? ''} is`
    : `the rows of ${codes.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''} are`
}

const inWords = (wards: number): string => `${writeNumber(wards, 0)} ${wards === 1 ? 'ward' : 'wards'}`
const membersOf = ({ figures }: Plot, { holds }: ValueClass): number[] =>
  figures.flatMap(({ value }, i) => (value !== null && holds(value) ? [i] : []))
const missingOf = ({ figures }: Plot): number[] => figures.flatMap(({ value }, i) => (value === null ? [i] : []))

function classKey(plot: Plot): KeyEntry[] {
  const shown = plot.classes
    .map((each) => ({ ...each, wards: membersOf(plot, each).length }))
    .filter(({ wards }) => wards > 0)
  const missing = missingOf(plot).length
  return [
    ...shown.map(({ range, colour, wards }) => ({
      label: `${range} (${inWords(wards)})`,
      sample: 'band' as const,
      colour,
    })),
    ...(missing === 0
      ? []
      : [{ label: `no figure (${inWords(missing)})`, sample: 'hatching' as const, colour: GREY.line }]),
  ]
}

/** Whole grains as pixels. */
const inPixels = (grains: number, grain: number): number => Math.round(grains * grain * 10) / 10
const cornersInPixels = (ring: readonly Corner[], grain: number): Corner[] =>
  ring.map(([x, y]) => [inPixels(x, grain), inPixels(y, grain)])
const ringsOf = ({ drawn, grain }: Plot, ward: number): Corner[][] =>
  (drawn.rings[ward] ?? []).map((ring) => cornersInPixels(ring, grain))
const areaOf = (rings: readonly (readonly Corner[])[]): object => ({
  type: 'MultiPolygon',
  coordinates: rings.map((ring) => [ring]),
})
const shape = (geometry: object, more: ChartRow = {}): object => ({
  type: 'Feature',
  ...more,
  properties: {},
  geometry,
})
const linesOf = (coordinates: readonly (readonly Corner[])[]): object => shape({ type: 'MultiLineString', coordinates })
const IN_PIXELS = { type: 'identity', scale: 1, translate: [0, 0] }
const geoshape = (name: string, mark: object, encoding?: object): object => ({
  data: { name },
  projection: IN_PIXELS,
  mark: { type: 'geoshape', fill: null, stroke: null, aria: false, ...mark },
  ...(encoding === undefined ? {} : { encoding }),
})
const TOLD = { tooltip: { field: 'told', type: 'nominal' } }

const numberOf = ({ writing, signed, classes }: Plot, value: number): string =>
  writtenInClass(value, classes, writing, (form) => (signed ? signedInForm : inForm)(value, { ...writing, ...form }))

function told(plot: Plot, { label, ward, value, status }: WardFigure): string {
  const { ward_name, ward_code } = ward.properties
  return (
    `${label === ward_name ? label : `${label}, ${ward_name}`} (${ward_code}): ` +
    `${value === null ? 'no figure' : numberOf(plot, value)}${value === null ? '' : statusInWords(status)}`
  )
}

/** Each ward in the colour of its class, with its tooltip; hatched without a figure. */
function singleWards(plot: Plot): Part {
  const shapeOfWard = (ward: number): object[] =>
    plot.figures.slice(ward, ward + 1).map((figure) => shape(areaOf(ringsOf(plot, ward)), { told: told(plot, figure) }))
  const classes = plot.classes
    .map((each, i) => ({ ...each, name: `class ${i + 1}`, wards: membersOf(plot, each) }))
    .filter(({ wards }) => wards.length > 0)
  const missing = missingOf(plot)
  return {
    datasets: {
      ...Object.fromEntries(classes.map(({ name, wards }) => [name, wards.flatMap(shapeOfWard)])),
      ...(missing.length === 0
        ? {}
        : {
            missing: missing.flatMap(shapeOfWard),
            hatching: [linesOf(missing.flatMap((ward) => hatchedArea(ringsOf(plot, ward), HATCH.single)))],
          }),
    },
    layer: [
      ...classes.map(({ name, colour }) => geoshape(name, { fill: colour }, TOLD)),
      ...(missing.length === 0
        ? []
        : [geoshape('missing', { fill: PAPER }, TOLD), geoshape('hatching', { stroke: GREY.line, strokeWidth: 1 })]),
    ],
    notes: tinyNote(plot),
  }
}

const tinyNote = ({ drawn: { tiny } }: Plot): string[] =>
  tiny === 0 ? [] : [`${inWords(tiny)} ${tiny === 1 ? 'is' : 'are'} too small to be seen and drawn as a dot.`]

/** Borders that wards share, once: dark on light within light on dark, so that they are seen upon every class. */
function borders(plot: Plot): Part {
  const seen = new Set<string>()
  const lines = plot.figures.flatMap((_, ward) =>
    ringsOf(plot, ward).flatMap((ring) => linesOnce(ring, seen, () => false)),
  )
  const line = { strokeJoin: 'round', strokeCap: 'round' }
  return {
    datasets: { borders: [linesOf(lines)] },
    layer: [
      geoshape('borders', { ...line, stroke: PAPER, strokeWidth: 2.4 }),
      geoshape('borders', { ...line, stroke: GREY.text, strokeWidth: 0.7 }),
    ],
  }
}

/** The wards of a class as one area, and the coast. */
function wardsTogether(plot: Plot): Part {
  const { drawn, grain, figures } = plot
  const together = (wards: readonly number[]): Corner[][] =>
    outerBorders(wards.flatMap((ward) => drawn.rings[ward] ?? []))
  const drawnFine = (rings: readonly (readonly Corner[])[]): Corner[][] =>
    rings.map((ring) => cornersInPixels(ring, grain))
  const outer = [...plot.classes.map((each) => membersOf(plot, each)), missingOf(plot)].map(together)
  const classes = plot.classes
    .map((each, i) => ({ ...each, name: `class ${i + 1}`, rings: drawnFine(outer[i] ?? []) }))
    .filter(({ rings }) => rings.length > 0)
  const missing = drawnFine(outer.at(-1) ?? [])
  return {
    datasets: {
      ...Object.fromEntries(classes.map(({ name, rings }) => [name, [shape(areaOf(rings))]])),
      ...(missing.length === 0
        ? {}
        : { missing: [shape(areaOf(missing))], hatching: [linesOf(hatchedArea(missing, HATCH.together))] }),
      coast: [linesOf(drawnFine(outerBorders(outer.flat())))],
    },
    layer: [
      ...classes.map(({ name, colour }) => geoshape(name, { fill: colour })),
      ...(missing.length === 0
        ? []
        : [
            geoshape('missing', { fill: PAPER, stroke: GREY.line, strokeWidth: 0.7 }),
            geoshape('hatching', { stroke: GREY.line, strokeWidth: 0.7 }),
          ]),
      geoshape('coast', { stroke: GREY.line, strokeWidth: 0.5 }),
    ],
    notes: [`${inWords(figures.length)}; neighbours of one class are drawn as one area.`, ...tinyNote(plot)],
  }
}

/** Room for the scale below the wards, pixels. */
const SCALE_ROOM = 24
const heightOf = ({ height }: DrawnWards): number => height + SCALE_ROOM
/** The encoding of a place in pixels. */
const at = ({ drawn }: Plot): { readonly x: object; readonly y: object } => ({
  x: { field: 'x', type: 'quantitative', scale: { domain: [0, drawn.width], nice: false, zero: false }, axis: null },
  y: {
    field: 'y',
    type: 'quantitative',
    scale: { domain: [heightOf(drawn), 0], nice: false, zero: false },
    axis: null,
  },
})

/** Name, figure and mark of each ward, or its number in a note where there is no room for them. */
function wardTexts(plot: Plot): Part {
  const size = TEXT[plot.layout]
  const texts: (ChartRow & { ink: string; bold: boolean })[] = []
  const marks: ChartRow[] = []
  const listed: string[] = []
  const mixed = mixedStatuses(plot.figures)
  plot.figures.forEach((figure, ward) => {
    const rings = ringsOf(plot, ward)
    const { value, label, status } = figure
    const number = value === null ? 'no figure' : numberOf(plot, value)
    const marked = mixed && value !== null && status !== 'observed'
    const block = roomFor(rings, { label, number, listedAs: String(listed.length + 1) }, size, marked)
    const halo = value === null || block.tight
    const ink = halo ? INK : (plot.classes.find(({ holds }) => holds(value))?.ink ?? INK)
    if (block.listed) listed.push(`${listed.length + 1}\u00a0${label} ${number}${marked ? statusInWords(status) : ''}`)
    const lines = block.listed ? [String(listed.length)] : block.lines
    const first = block.y - ((lines.length - 1 + (marked ? 1 : 0)) / 2) * size * LINE
    const bold = ward === plot.emphasised
    lines.forEach((text, i) =>
      texts.push({ x: round(block.x), y: round(first + i * size * LINE), text, ink, bold, halo }),
    )
    if (marked)
      marks.push({
        x: round(block.x),
        y: round(first + lines.length * size * LINE),
        shape: shapeOf(markOf(status)),
        ink,
        told: told(plot, figure),
      })
  })
  const { x, y } = at(plot)
  const inks = (rows: readonly { readonly ink: string }[]): string[] => [...new Set(rows.map(({ ink }) => ink))]
  const text = { type: 'text', baseline: 'middle', align: 'center', fontSize: size, aria: false, tooltip: null }
  return {
    datasets: { texts, ...(marks.length === 0 ? {} : { marks }) },
    layer: [
      // A halo of paper lets a text stand out from hatching and from borders.
      {
        data: { name: 'texts' },
        transform: [{ filter: 'datum.halo' }],
        mark: { ...text, color: PAPER, stroke: PAPER, strokeWidth: 3, strokeJoin: 'round' },
        encoding: { x, y, text: { field: 'text' } },
      },
      ...inks(texts).flatMap((ink) =>
        [false, true]
          .filter((bold) => texts.some((each) => each.bold === bold && each.ink === ink))
          .map((bold) => ({
            data: { name: 'texts' },
            transform: [{ filter: `datum.ink === '${ink}' && datum.bold === ${bold}` }],
            mark: { ...text, color: ink, fontWeight: bold ? 'bold' : 'normal' },
            encoding: { x, y, text: { field: 'text' } },
          })),
      ),
      ...(marks.length === 0
        ? []
        : [
            {
              data: { name: 'marks' },
              mark: { type: 'point', size: 36, strokeWidth: 1.5, opacity: 1, filled: false },
              encoding: {
                x,
                y,
                shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
                stroke: { field: 'ink', type: 'nominal', scale: null, legend: null },
                ...TOLD,
              },
            },
          ]),
    ],
    notes: listed.length === 0 ? [] : [`By number: ${listed.join('; ')}.`],
  }
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10

/** The lines of a ward's text and where their middle stands; `listed` where nothing but a number fits. */
interface TextBlock {
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
  readonly listed: boolean
  /** Wider or higher than the ward: it stands out from what is behind by a halo. */
  readonly tight: boolean
}

function roomFor(
  rings: readonly (readonly Corner[])[],
  { label, number, listedAs }: { readonly label: string; readonly number: string; readonly listedAs: string },
  size: number,
  marked: boolean,
): TextBlock {
  const boxOf = (lines: readonly string[]) => ({
    width: Math.max(...lines.map((line) => line.length)) * size * LETTER + 4,
    height: (lines.length + (marked ? 1 : 0)) * size * LINE + 2,
  })
  for (const letters of new Set([label.length, Math.ceil(label.length / 2) + 2, Math.ceil(label.length / 3) + 2])) {
    const lines = [...wrapText(label, letters), number]
    const place = placeFor(rings, boxOf(lines))
    if (place.width >= boxOf(lines).width) return { ...place, lines, listed: false, tight: false }
  }
  const box = boxOf([listedAs])
  const [place] = [box.height, box.height / 2, 2, 0.1]
    .map((height) => placeFor(rings, { ...box, height }))
    .filter(({ width }) => width > 0)
  const [corner = [0, 0]] = rings.flat()
  return place === undefined
    ? { x: corner[0], y: corner[1], lines: [], listed: true, tight: true }
    : { ...place, lines: [], listed: true, tight: place.width < box.width - 4 }
}

/** The ward that the map is about: outlined, or in a ring with its name where it is small. */
function emphasis(plot: Plot, single: boolean): Part {
  const figure = plot.figures[plot.emphasised]
  const rings = ringsOf(plot, plot.emphasised)
  const [xs, ys] = [rings.flat().map(([x]) => x), rings.flat().map(([, y]) => y)]
  const [west, east, top, low] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const label = figure?.label ?? ''
  if (single && Math.min(east - west, low - top) >= FINDABLE) {
    const line = { strokeJoin: 'round' }
    return {
      key: [{ label, sample: 'outline', colour: INK }],
      datasets: { emphasis: [linesOf(rings)] },
      layer: [
        geoshape('emphasis', { ...line, stroke: PAPER, strokeWidth: 5.5 }),
        geoshape('emphasis', { ...line, stroke: INK, strokeWidth: 3 }),
      ],
    }
  }
  const { x, y } = at(plot)
  const middle = { x: round((west + east) / 2), y: round((top + low) / 2) }
  const onLeft = middle.x > plot.drawn.width / 2
  const size = Math.max(200, ((Math.max(east - west, low - top) + 8) ** 2 * Math.PI) / 4)
  const text = {
    type: 'text',
    align: onLeft ? 'right' : 'left',
    dx: (onLeft ? -1 : 1) * (Math.sqrt(size / Math.PI) + 5),
    baseline: 'middle',
    fontSize: 12,
    fontWeight: 'bold',
    aria: false,
    tooltip: null,
  }
  const rows = [
    {
      ...middle,
      label: `${label}${figure?.value == null ? ': no figure' : `: ${numberOf(plot, figure.value)}`}`,
      told: figure === undefined ? '' : told(plot, figure),
    },
  ]
  const ring = (stroke: string, strokeWidth: number): object => ({
    data: { name: 'emphasis' },
    mark: { type: 'point', shape: 'circle', size, filled: false, stroke, strokeWidth, opacity: 1 },
    encoding: { x, y, ...TOLD },
  })
  return {
    datasets: { emphasis: rows },
    layer: [
      ring(PAPER, 5),
      ring(INK, 2.2),
      {
        data: { name: 'emphasis' },
        mark: { ...text, color: PAPER, stroke: PAPER, strokeWidth: 4, strokeJoin: 'round' },
        encoding: { x, y, text: { field: 'label' } },
      },
      { data: { name: 'emphasis' }, mark: { ...text, color: INK }, encoding: { x, y, text: { field: 'label' } } },
    ],
  }
}

/**
 * A bar of a round number of kilometres below the wards, at most a fifth of their width but on the smallest of maps.
 */
function scaleBar(plot: Plot): Part {
  const { scale, width } = plot.drawn
  const kilometres =
    [100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05].find((each) => each * 1000 * scale < width / 5) ?? 0.02
  const { x, y } = at(plot)
  const bar = {
    x: 8,
    to: round(8 + kilometres * 1000 * scale),
    y: heightOf(plot.drawn) - 4,
    label: `${kilometres} km; north is up`,
  }
  return {
    datasets: { scale: [bar] },
    layer: [
      {
        data: { name: 'scale' },
        mark: { type: 'rule', color: GREY.text, strokeWidth: 2, aria: false },
        encoding: { x, x2: { field: 'to' }, y },
      },
      {
        data: { name: 'scale' },
        mark: { type: 'text', align: 'left', baseline: 'bottom', dy: -4, fontSize: 11, color: GREY.text, aria: false },
        encoding: { x, y, text: { field: 'label' } },
      },
    ],
  }
}
