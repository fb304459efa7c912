import { digitsOf, writeNumber } from '../values/rounding.js'
import { badChart } from '../errors.js'
import { type GridPlace, toNationalGrid } from '../geography/nationalGrid.js'
import type { Position, Ring, WardFeature } from '../model/boundary.js'
import type { Point } from '../model/ward.js'
import { type Corner, linesOnce } from './borders.js'
import {
  CHART_WIDTH,
  type ChartLayout,
  type ChartRow,
  type ChartWords,
  type MarkShape,
  type VegaLiteSpec,
  composeChart,
  shapeOf,
} from './spec.js'
import { GREY, PALETTE } from './theme.js'

/** What a site is on a day, as it is marked. */
export type SiteOnMap = 'open' | 'opened since' | 'closed since' | 'closed since, replaced' | 'closed for a time'

/** A site on the map of a day. */
export interface MapSite {
  readonly point: Point
  readonly label: string
  /** Written beside it on the map; left out where there is no room for it. */
  readonly name?: string
  readonly state: SiteOnMap
}

/** Residents at the centre of a small area. */
export interface MapHome {
  readonly point: Point
  readonly people: number
  readonly label: string
}

/** The map of a day. */
export interface MapPanel {
  readonly label: string
  readonly sites: readonly MapSite[]
  /** For each of the homes the nearest open site, in their order; null where there is none. */
  readonly nearest: readonly ({ readonly point: Point; readonly metres: number } | null)[]
}

/** What maps of sites around a ward are drawn from: one map a day. */
export interface SiteMap {
  readonly ward: WardFeature
  readonly around: readonly WardFeature[]
  readonly homes: readonly MapHome[]
  readonly panels: readonly MapPanel[]
  /** Within how many metres a site is near. */
  readonly near: number
  /** What is open: `public pool`. */
  readonly site: string
}

const MARKS: Readonly<Record<SiteOnMap, { readonly shape: MarkShape; readonly colour: string }>> = {
  open: { shape: 'square', colour: PALETTE.darkBlue },
  'opened since': { shape: 'triangle', colour: PALETTE.darkBlue },
  'closed since': { shape: 'cross', colour: PALETTE.darkPink },
  'closed since, replaced': { shape: 'cross on a line', colour: PALETTE.darkPink },
  'closed for a time': { shape: 'bars', colour: PALETTE.darkPink },
}
const PANELS: Readonly<Record<ChartLayout, { readonly columns: number; readonly gap: number }>> = {
  wide: { columns: 2, gap: 14 },
  narrow: { columns: 1, gap: 12 },
}
const HEADING = 22
/** Room around what the maps must hold, metres. */
const ROOM = 700
/** How finely borders are drawn, pixels: the ward's own, and those around it, which only help to find it. */
const FINE = { ward: 0.1, around: 1 } as const
/** How near the edge of a map a site may be drawn, pixels. */
const EDGE = 8

/**
 * Maps of the sites around a ward, one a day: the ward, its residents at the centres of their small areas, a line from
 * each to the nearest open site, and the sites open, opened, closed and replaced since the first day.
 *
 * Maps are drawn on the British National Grid, north up, all to one scale. A full line is within the near distance, a
 * dashed one beyond.
 *
 * @param map the ward, its surroundings, its residents, and the days.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` without a day or without residents; `bad-value` for a point outside Great Britain.
 * @example
 * import { siteMap } from 'wardstick/charts'
 * const square = {
 *   type: 'Feature',
 *   properties: { ward_code: 'E05000001', ward_name: 'Square', district_code: 'E06000001' },
 *   geometry: {
 *     type: 'Polygon',
 *     coordinates: [
 *       [
 *         [-1.2, 52.96],
 *         [-1.18, 52.96],
 *         [-1.18, 52.98],
 *         [-1.2, 52.98],
 *         [-1.2, 52.96],
 *       ],
 *     ],
 *   },
 * } as const
 * const home = { point: { longitude: -1.19, latitude: 52.97 }, people: 1500, label: 'E01000001' }
 * const pool = { longitude: -1.21, latitude: 52.97 }
 * const day = {
 *   label: '31 March 2010',
 *   sites: [{ point: pool, label: 'Beechdale', state: 'open' }],
 *   nearest: [{ point: pool, metres: 1340 }],
 * } as const
 * const words = {
 *   title: 'Where could residents swim?',
 *   unit: 'public pools',
 *   place: 'Square (E05000001)',
 *   source: 'an example',
 *   alt: 'A pool to the west.',
 *   notes: [],
 * }
 * const map = { ward: square, around: [], homes: [home], panels: [day], near: 2000, site: 'public pool' }
 * siteMap(map, words).description // => 'A pool to the west.'
 * siteMap({ ...map, panels: [] }, words) // throws 'bad-chart'
 */
export function siteMap(map: SiteMap, words: ChartWords, layout: ChartLayout = 'wide'): VegaLiteSpec {
  const { ward, homes, panels, near, site } = map
  if (panels.length === 0 || homes.length === 0)
    throw badChart('site map', `it has ${panels.length} days and ${homes.length} homes; at least one of each is needed`)
  const { columns, gap } = PANELS[layout]
  const used = Math.min(columns, panels.length)
  const width = (CHART_WIDTH[layout] - gap * (used - 1)) / used
  const frame = frameOf(map, width)
  const { height, place } = frame
  const rows = Math.ceil(panels.length / used)
  const cornerOf = (panel: number): readonly [number, number] => [
    (panel % used) * (width + gap),
    Math.floor(panel / used) * (height + gap + HEADING) + HEADING,
  ]
  const total = { width: CHART_WIDTH[layout], height: rows * (height + HEADING) + (rows - 1) * gap }
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, total.width], nice: false, zero: false },
    axis: null,
  })
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { domain: [total.height, 0], nice: false, zero: false },
    axis: null,
  })
  const at = (
    panel: number,
    point: Point,
  ): {
    readonly x: number
    readonly y: number
    readonly inside: boolean
    readonly side: 'left' | 'center' | 'right'
  } => {
    const [px, py] = place(toNationalGrid(point))
    const [left, top] = cornerOf(panel)
    const inside = px >= EDGE && px <= width - EDGE && py >= EDGE && py <= height - EDGE
    return {
      x: round(px + left),
      y: round(py + top),
      inside,
      side: px < width * 0.15 ? 'left' : px > width * 0.85 ? 'right' : 'center',
    }
  }
  const shown = panels
    .flatMap(({ sites }, panel) => sites.map((each) => ({ ...each, ...at(panel, each.point) })))
    .filter(({ inside }) => inside)
  const outside = new Set(
    panels.flatMap(({ sites }, panel) =>
      sites
        .filter(({ point }) => !at(panel, point).inside)
        .map(({ label, point }) => `${label} ${point.longitude} ${point.latitude}`),
    ),
  ).size
  const met = (Object.keys(MARKS) as SiteOnMap[]).filter((state) => shown.some((each) => each.state === state))
  const look = (of: (mark: (typeof MARKS)[SiteOnMap]) => string): object => ({
    field: 'state',
    type: 'nominal',
    scale: { domain: met, range: met.map((state) => of(MARKS[state])) },
    legend: null,
  })
  const projection = (panel: number): object => {
    const [left, top] = cornerOf(panel)
    return {
      type: 'identity',
      scale: 1,
      translate: [left, top],
      clipExtent: [
        [left, top],
        [left + width, top + height],
      ],
    }
  }
  const kilometres = `${near / 1000} km`
  const distances = panels.flatMap(({ nearest }) => nearest.map((found) => found?.metres ?? null))
  return composeChart(
    'site map',
    outside === 0 ? words : { ...words, notes: [...words.notes, `${outside} of the sites lie outside the maps.`] },
    {
      layout,
      ...total,
      left: 0,
      below: 10,
      key: [
        { label: ward.properties.ward_name, sample: 'band', colour: GREY.band },
        ...(distances.some((metres) => metres !== null && metres <= near)
          ? ([
              { label: `residents with a ${site} within ${kilometres}`, sample: 'circle', colour: PALETTE.turquoise },
              { label: 'to the nearest', sample: 'line', colour: PALETTE.turquoise },
            ] as const)
          : []),
        ...(distances.some((metres) => metres === null || metres > near)
          ? ([
              {
                label: `residents without a ${site} within ${kilometres}`,
                sample: 'circle',
                colour: GREY.text,
              },
            ] as const)
          : []),
        ...(distances.some((metres) => metres !== null && metres > near)
          ? [{ label: `to the nearest, further than ${kilometres}`, sample: 'dashes' as const, colour: GREY.text }]
          : []),
        ...met.map((state) => ({
          label: state === 'open' ? `open ${site}` : state,
          sample: MARKS[state].shape,
          colour: MARKS[state].colour,
        })),
      ],
      datasets: {
        around: [drawnBorders(map, frame)],
        ward: [drawnWard(ward, frame)],
        frames: panels.map(({ label }, panel) => {
          const [left, top] = cornerOf(panel)
          return { x: round(left), y: round(top), to: round(left + width), low: round(top + height), label }
        }),
        scale: [scaleBar(frame, cornerOf(0))],
        reach: panels.flatMap(({ nearest }, panel) =>
          nearest.flatMap((reached, i): ChartRow[] => {
            const home = homes[i]
            if (home === undefined || reached === null) return []
            const [from, to] = [at(panel, home.point), at(panel, reached.point)]
            return [{ x: from.x, y: from.y, to: to.x, low: to.y, beyond: reached.metres > near }]
          }),
        ),
        homes: panels.flatMap(({ nearest }, panel) =>
          homes.map((home, i): ChartRow => {
            const metres = nearest[i]?.metres ?? null
            const told = metres === null ? `none open` : `${digitsOf(metres / 1000, 2)} km to the nearest`
            const { x: px, y: py } = at(panel, home.point)
            return {
              x: px,
              y: py,
              beyond: metres === null || metres > near,
              told: `${home.label}, ${writeNumber(home.people, 0)} residents: ${told}`,
            }
          }),
        ),
        sites: shown.map(({ x: px, y: py, state, label }) => ({ x: px, y: py, state, told: `${label}: ${state}` })),
        ...Object.fromEntries(
          SIDES.map((side) => [
            `names-${side}`,
            shown.flatMap(({ x: px, y: py, name, side: at }) =>
              name === undefined || at !== side ? [] : [{ x: px, y: py, name }],
            ),
          ]),
        ),
      },
      layer: [
        ...panels.flatMap((_, panel) => [
          {
            data: { name: 'around' },
            projection: projection(panel),
            mark: { type: 'geoshape', fill: null, stroke: GREY.band, strokeWidth: 0.8, aria: false },
          },
          {
            data: { name: 'ward' },
            projection: projection(panel),
            mark: {
              type: 'geoshape',
              fill: GREY.band,
              fillOpacity: 0.6,
              stroke: GREY.text,
              strokeWidth: 1.5,
              aria: false,
            },
          },
        ]),
        {
          data: { name: 'frames' },
          mark: { type: 'rect', filled: false, stroke: GREY.line, strokeWidth: 1, aria: false },
          encoding: { x: x('x'), x2: { field: 'to' }, y: y('y'), y2: { field: 'low' } },
        },
        {
          data: { name: 'frames' },
          mark: {
            type: 'text',
            align: 'left',
            baseline: 'bottom',
            dy: -5,
            fontSize: 13,
            fontWeight: 'bold',
            color: GREY.text,
          },
          encoding: { x: x('x'), y: y('y'), text: { field: 'label' } },
        },
        {
          data: { name: 'scale' },
          mark: { type: 'rule', color: GREY.text, strokeWidth: 2 },
          encoding: { x: x('x'), x2: { field: 'to' }, y: y('y') },
        },
        {
          data: { name: 'scale' },
          mark: { type: 'text', align: 'left', baseline: 'bottom', dy: -3, fontSize: 11, color: GREY.text },
          encoding: { x: x('x'), y: y('y'), text: { field: 'label' } },
        },
        {
          data: { name: 'reach' },
          mark: { type: 'rule', strokeWidth: 1.5 },
          encoding: {
            x: x('x'),
            x2: { field: 'to' },
            y: y('y'),
            y2: { field: 'low' },
            color: { condition: { test: 'datum.beyond', value: GREY.text }, value: PALETTE.turquoise },
            strokeDash: { condition: { test: 'datum.beyond', value: [5, 4] }, value: [1, 0] },
          },
        },
        {
          data: { name: 'homes' },
          mark: { type: 'point', shape: 'circle', size: 45, strokeWidth: 1.5, opacity: 1 },
          encoding: {
            x: x('x'),
            y: y('y'),
            stroke: { condition: { test: 'datum.beyond', value: GREY.text }, value: PALETTE.turquoise },
            fill: { condition: { test: 'datum.beyond', value: GREY.text }, value: PALETTE.turquoise },
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        {
          data: { name: 'sites' },
          mark: { type: 'point', size: 110, strokeWidth: 2.2, opacity: 1 },
          encoding: {
            x: x('x'),
            y: y('y'),
            shape: look(({ shape }) => shapeOf(shape)),
            stroke: look(({ colour }) => colour),
            fill: look(({ colour }) => colour),
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        ...SIDES.map((side) => ({
          data: { name: `names-${side}` },
          mark: {
            type: 'text',
            align: side,
            dx: { left: -6, center: 0, right: 6 }[side],
            baseline: 'top',
            dy: 9,
            fontSize: 10.5,
            color: GREY.text,
          },
          encoding: { x: x('x'), y: y('y'), text: { field: 'name' } },
        })),
      ],
    },
  )
}

/** Names stand under their site, and towards the middle where the map ends. */
const SIDES = ['left', 'center', 'right'] as const

interface Frame {
  readonly width: number
  readonly height: number
  /** Pixels a metre. */
  readonly scale: number
  /** A place on the grid in pixels from the upper left corner of a map. */
  readonly place: (at: GridPlace) => readonly [number, number]
}

/** The part of the grid that holds the ward and every nearest site, and how it fits the width of a map. */
function frameOf({ ward, panels, homes }: SiteMap, width: number): Frame {
  const places = [
    ...cornersOf(ward)
      .flat()
      .map(([longitude, latitude]) => ({ longitude, latitude })),
    ...homes.map(({ point }) => point),
    ...panels.flatMap(({ nearest }) => nearest.flatMap((each) => each?.point ?? [])),
  ].map(toNationalGrid)
  const [eastings, northings] = [places.map(({ easting }) => easting), places.map(({ northing }) => northing)]
  const [west, east] = [Math.min(...eastings) - ROOM, Math.max(...eastings) + ROOM]
  const [south, north] = [Math.min(...northings) - ROOM, Math.max(...northings) + ROOM]
  const middle = { easting: (west + east) / 2, northing: (south + north) / 2 }
  const span = {
    easting: Math.max(east - west, (north - south) * 1.1),
    northing: Math.max(north - south, (east - west) * 0.7),
  }
  const scale = width / span.easting
  const height = Math.round(span.northing * scale)
  return {
    width,
    height,
    scale,
    place: ({ easting, northing }) => [
      (easting - middle.easting) * scale + width / 2,
      (middle.northing - northing) * scale + height / 2,
    ],
  }
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10

function cornersOf({ geometry }: WardFeature): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

/** The ward in pixels of a map. */
function drawnWard(feature: WardFeature, frame: Frame): object {
  const rings = cornersOf(feature).map((ring) => ring.map((corner) => inPixels(corner, frame, FINE.ward)))
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: rings } }
}

/** The borders of the wards around that run through a map, in its pixels: one that two wards share is drawn once. */
function drawnBorders({ ward, around }: SiteMap, frame: Frame): object {
  const seen = new Set<string>()
  const isOut = ([fromX, fromY]: Corner, [toX, toY]: Corner): boolean =>
    Math.max(fromX, toX) < 0 ||
    Math.min(fromX, toX) > frame.width ||
    Math.max(fromY, toY) < 0 ||
    Math.min(fromY, toY) > frame.height
  const lines = [ward, ...around].map((feature) =>
    cornersOf(feature).flatMap((ring) =>
      linesOnce(
        ring.map((corner) => inPixels(corner, frame, FINE.around)),
        seen,
        isOut,
      ),
    ),
  )
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines.slice(1).flat() } }
}

function inPixels([longitude, latitude]: Position, { place }: Frame, grain: number): Corner {
  const [px, py] = place(toNationalGrid({ longitude, latitude }))
  const rounded = (pixels: number): number => Number((Math.round(pixels / grain) * grain).toFixed(1))
  return [rounded(px), rounded(py)]
}

/** A bar of one kilometre in the lower left corner of a map. */
function scaleBar({ height, scale }: Frame, [left, top]: readonly [number, number]): ChartRow {
  return { x: round(left + 10), to: round(left + 10 + 1000 * scale), y: round(top + height - 10), label: '1 km' }
}
