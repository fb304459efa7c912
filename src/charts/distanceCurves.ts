import { digitsOf, writeNumber } from '../values/rounding.js'
import { z } from 'zod'
import { badChart } from '../errors.js'
import { MOST_LINES, byLine, lineKey } from './lineLooks.js'
import { exactInForm } from './numbers.js'
import { type RowsIn, rowsIn } from './rowsIn.js'
import {
  CHART_WIDTH,
  type ChartLayout,
  type ChartRow,
  type ChartWords,
  type VegaLiteSpec,
  composeChart,
} from './spec.js'
import { GREY } from './theme.js'
import { lyingAxis, uprightAxis } from './valueAxis.js'

/** Residents at one point and how far they have to the nearest open site. */
export interface DistanceRow {
  /** Metres; null where no site can be reached. */
  readonly distance_m: number | null
  readonly residents: number
}

/** A point of a curve that is known already. */
export interface SharePoint {
  /** Metres. */
  readonly distance_m: number
  /** Per cent of the residents who have a site within the distance. */
  readonly share: number
}

/** One curve: a place on a day. Its residents are given, or its points. */
export type DistanceLine =
  | { readonly name: string; readonly rows: RowsIn<DistanceRow> }
  | { readonly name: string; readonly points: RowsIn<SharePoint> }

/** What curves of residents by distance are drawn from. */
export interface DistanceCurves {
  /** One to four. */
  readonly lines: readonly DistanceLine[]
  /** Distances at which each curve is marked, metres: 1 km and 2 km when left out. */
  readonly references?: readonly number[] | undefined
  /** How far the axis reaches, metres: to the last step of all curves when left out. */
  readonly farthest?: number | undefined
}

/** Up to so many steps a curve is exact; one of more is drawn at every {@link STEP_GRID} metres, with a note. */
export const MOST_STEPS = 400
/** The distances, in metres, at which a curve of many steps is drawn: what it shows at each of them is exact. */
export const STEP_GRID = 50

const ROW = z.object({ distance_m: z.number().min(0).nullable(), residents: z.number().min(0) })
const POINT = z.object({ distance_m: z.number().min(0), share: z.number().min(0).max(100) })
const REFERENCES = [1000, 2000]
const SIZE: Readonly<Record<ChartLayout, { readonly height: number; readonly left: number }>> = {
  wide: { height: 320, left: 52 },
  narrow: { height: 250, left: 44 },
}

/**
 * Which share of the residents has an open site within which distance: a curve of steps for each day or place.
 *
 * A curve rises at each distance at which residents live, by their share. Residents without any site that can be
 * reached are the part that a curve never reaches; a note says how many. Curves differ in colour, dashes and marks.
 *
 * @param curves the residents and their distances, or the points of curves.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when there is no curve or more than four, one has no residents, or points that fall.
 * @example
 * import { drawnRows, distanceCurves } from 'wardstick/charts'
 * const words = {
 *   title: 'How far is the nearest pool?',
 *   unit: 'per cent of residents',
 *   place: 'Aspley (E05001823)',
 *   source: 'an example',
 *   alt: 'Half of the residents within 800 m, three quarters within 1.5 km.',
 *   notes: [],
 * }
 * const rows = [
 *   { distance_m: 800, residents: 200 },
 *   { distance_m: 1500, residents: 100 },
 *   { distance_m: null, residents: 100 },
 * ]
 * drawnRows(distanceCurves({ lines: [{ name: '2010', rows }] }, words), 'steps').map(({ metres, share }) => [
 *   metres,
 *   share,
 * ]) // => [[0, 0], [800, 50], [1500, 75], [1500, 75]]
 * distanceCurves({ lines: [] }, words) // throws 'bad-chart'
 */
export function distanceCurves(
  { lines, references = REFERENCES, farthest }: DistanceCurves,
  words: ChartWords,
  layout: ChartLayout = 'wide',
): VegaLiteSpec {
  if (lines.length === 0 || lines.length > MOST_LINES)
    throw badChart('distance curves', `it has ${lines.length} curves; give one to ${MOST_LINES}`)
  const curves = lines.map((line) => curveOf(line))
  const end = farthest ?? Math.max(...curves.map(({ steps }) => steps.at(-1)?.distance_m ?? 0))
  if (!(end > 0 && Number.isFinite(end)))
    throw badChart('distance curves', `its axis would reach to ${end} m; give a distance above 0`)
  const marked = references.filter((metres) => metres <= end)
  const drawn = curves.map((curve) => drawnCurve(curve, end))
  const { height } = SIZE[layout]
  const upright = uprightAxis([0, 100], { suffix: ' %' }, 6)
  const left = Math.max(SIZE[layout].left, upright.room)
  const right = 14
  const width = CHART_WIDTH[layout] - left - right
  const x = {
    field: 'metres',
    type: 'quantitative',
    scale: { domain: [0, end], nice: false },
    axis: {
      grid: false,
      ...lyingAxis(
        [0, end / METRES],
        { suffix: ' km' },
        { width, left, right, most: layout === 'wide' ? 8 : 5, per: METRES },
      ),
    },
  }
  const look = byLine('line', lines.length)
  const y = {
    field: 'share',
    type: 'quantitative',
    scale: { domain: [0, 100], nice: false },
    axis: upright.axis,
  }
  return composeChart(
    'distance curves',
    { ...words, notes: [...words.notes, ...drawn.flatMap(({ notes }) => notes)] },
    {
      layout,
      width,
      height,
      left,
      right,
      below: 34,
      key: [
        ...lineKey(curves.map(({ name }) => name)),
        ...(marked.length === 0
          ? []
          : [{ label: `at ${marked.map(inKilometres).join(', ')}`, sample: 'thin line' as const, colour: GREY.line }]),
      ],
      datasets: {
        references: marked.map((metres) => ({ metres })),
        steps: drawn.flatMap(({ steps }, line) =>
          steps.map(({ distance_m, share }): ChartRow => ({ line, metres: distance_m, share })),
        ),
        marks: marked.flatMap((metres) =>
          curves.map(({ name, steps }, line): ChartRow => ({
            line,
            metres,
            share: shareAt(steps, metres),
            told: `${name}, within ${inKilometres(metres)}: ${digitsOf(shareAt(steps, metres), 1)} %`,
          })),
        ),
      },
      layer: [
        { data: { name: 'references' }, mark: { type: 'rule', color: GREY.line }, encoding: { x } },
        {
          data: { name: 'steps' },
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.2 },
          encoding: { x, y, detail: { field: 'line' }, color: look('colour'), strokeDash: look('dash') },
        },
        {
          data: { name: 'marks' },
          mark: { type: 'point', size: 60, strokeWidth: 1.5, opacity: 1 },
          encoding: {
            x,
            y,
            shape: look('shape'),
            stroke: look('colour'),
            fill: look('colour'),
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
      ],
    },
  )
}

/** Metres in a kilometre. */
const METRES = 1000
const inKilometres = (metres: number): string => exactInForm(metres / METRES, { suffix: ' km', decimals: 0 })

/** A curve with its exact steps, and the share that no distance reaches. */
interface Curve {
  readonly name: string
  readonly steps: readonly SharePoint[]
  /**
   * Per cent of the residents without a site that can be reached; null where points alone are given, which do not say.
   */
  readonly unreached: number | null
}

function curveOf(line: DistanceLine): Curve {
  return 'rows' in line
    ? curveOfRows(line.name, rowsIn<DistanceRow>('distance curves', line.rows, ROW))
    : curveOfPoints(line.name, rowsIn<SharePoint>('distance curves', line.points, POINT))
}

function curveOfRows(name: string, rows: readonly DistanceRow[]): Curve {
  const reached = rows
    .flatMap(({ distance_m, residents }) => (distance_m === null || residents === 0 ? [] : [{ distance_m, residents }]))
    .sort((a, b) => a.distance_m - b.distance_m)
  const without = sumOf(rows.filter(({ distance_m }) => distance_m === null))
  // Summed in the order of the steps, so that a curve of which everyone is reached ends at 100 also where residents are
  // fractions.
  const all = sumOf(reached) + without
  if (!(all > 0)) throw badChart('distance curves', `the curve '${name}' has no residents`)
  const steps: SharePoint[] = []
  let people = 0
  reached.forEach(({ distance_m, residents }, i) => {
    people += residents
    if (reached[i + 1]?.distance_m !== distance_m) steps.push({ distance_m, share: (people / all) * 100 })
  })
  return { name, steps, unreached: (without / all) * 100 }
}

const sumOf = (rows: readonly Pick<DistanceRow, 'residents'>[]): number =>
  rows.reduce((sum, { residents }) => sum + residents, 0)

function curveOfPoints(name: string, points: readonly SharePoint[]): Curve {
  if (points.length === 0) throw badChart('distance curves', `the curve '${name}' has no points`)
  const falling = points.findIndex(
    ({ distance_m, share }, i) =>
      i > 0 && (distance_m <= (points[i - 1]?.distance_m ?? 0) || share < (points[i - 1]?.share ?? 0)),
  )
  if (falling >= 0)
    throw badChart(
      'distance curves',
      `point ${falling + 1} of the curve '${name}' is not further than the one before, or has a lower share; ` +
        `give points by rising distance`,
    )
  return { name, steps: points, unreached: null }
}

function shareAt(steps: readonly SharePoint[], metres: number): number {
  const beyond = steps.findIndex(({ distance_m }) => distance_m > metres)
  return (beyond < 0 ? steps.at(-1) : steps[beyond - 1])?.share ?? 0
}

/**
 * The steps of a curve from 0 to the end of the axis, on a grid where they are too many, and what is to be said of it.
 */
function drawnCurve(
  { name, steps, unreached }: Curve,
  end: number,
): { readonly steps: readonly SharePoint[]; readonly notes: readonly string[] } {
  const within = steps.filter(({ distance_m }) => distance_m <= end)
  const grid = within.length > MOST_STEPS
  const drawn = grid ? onGrid(within, end) : within
  const [first] = drawn
  const beyond = (steps.at(-1)?.share ?? 0) - shareAt(steps, end)
  return {
    steps: [
      ...(first?.distance_m === 0 ? [] : [{ distance_m: 0, share: 0 }]),
      ...drawn,
      { distance_m: end, share: shareAt(steps, end) },
    ],
    notes: [
      ...(grid ? [`${name}: ${writeNumber(within.length, 0)} steps, drawn at every ${STEP_GRID} m.`] : []),
      ...(beyond > 0
        ? [`${name}: ${perCent(beyond)} of residents live further from a site than the axis reaches.`]
        : []),
      ...(unreached === null || unreached <= 0
        ? []
        : [
            `${name}: ${perCent(unreached)} of residents have no site that they can reach; the curve ends below 100 %.`,
          ]),
    ],
  }
}

const perCent = (share: number): string => (share < 0.05 ? 'under 0.1 %' : `${digitsOf(share, 1)} %`)

function onGrid(steps: readonly SharePoint[], end: number): SharePoint[] {
  const drawn: SharePoint[] = []
  let at = 0
  for (let metres = 0; metres <= end; metres += STEP_GRID) {
    while (at < steps.length && (steps[at]?.distance_m ?? 0) <= metres) at += 1
    const share = steps[at - 1]?.share ?? 0
    if (share !== drawn.at(-1)?.share) drawn.push({ distance_m: metres, share })
  }
  return drawn
}
