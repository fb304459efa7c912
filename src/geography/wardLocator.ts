import Flatbush from 'flatbush'
import type { Position, Ring, WardFeature } from '../model/boundary.js'
import type { Point } from '../model/ward.js'
import { metresADegree } from './distance.js'
import { distanceToEdge, ringsOf } from './edges.js'
import { requirePoint } from './requirePoint.js'
import { sidesOf } from './strips.js'
import { type Found, type PointColumns, type PointsInWards, wardsOfPoints } from './wardsOfPoints.js'
import { requireList, requireRecord } from '../model/given.js'

/** The ward nearest to a point, and the distance to its border; 0 inside it. */
export interface NearestWard {
  readonly code: string
  readonly metres: number
}

/** Says in which ward a point lies. */
export interface WardLocator {
  /** The code of the ward that the point lies in; null outside every ward. */
  readonly wardAt: (point: Point) => string | null
  /**
   * The same for many points at once, given as points or as two columns; takes seconds for a million points in the
   * wards of England.
   */
  readonly wardsAt: (points: readonly Point[] | PointColumns) => PointsInWards
  /**
   * The ward whose border is nearest, for a point that may lie outside all of them; null only when there are no wards.
   */
  readonly nearestWard: (point: Point) => NearestWard | null
}

interface Ward {
  readonly code: string
  /** Rings of all its polygons: outer ones and holes alike. */
  readonly rings: readonly Ring[]
  readonly box: Box
}

interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/**
 * Finds wards by point in polygon.
 *
 * A point is in a ward when a line from it to the outside crosses the ward's rings an odd number of times (the even-odd
 * rule), in plane longitude and latitude; holes, several parts and rings that touch or cross themselves need no special
 * treatment, and the direction in which a ring runs does not matter. A point exactly on a border, or where the
 * generalised borders of two districts overlap, belongs to the ward with the lower code: every point has one ward or
 * none.
 *
 * @param features the wards; an index over their boxes is made once.
 * @throws InputError `bad-value` for a point whose coordinates are no numbers; among many points it is named by its
 * position from 0.
 * @example
 * import { type WardFeature, wardLocator } from 'wardstick/geography'
 * const properties = { ward_code: 'E05000001', ward_name: 'Square', district_code: 'E06000001' }
 * const square: WardFeature = {
 *   type: 'Feature',
 *   properties,
 *   geometry: {
 *     type: 'Polygon',
 *     coordinates: [
 *       [
 *         [-1, 52],
 *         [0, 52],
 *         [0, 53],
 *         [-1, 53],
 *         [-1, 52],
 *       ],
 *     ],
 *   },
 * }
 * const locator = wardLocator([square])
 * locator.wardAt({ longitude: -0.5, latitude: 52.5 }) // => 'E05000001'
 * locator.wardAt({ longitude: 0.1, latitude: 52.5 }) // => null
 * locator.wardsAt({ longitude: [-0.5, 0.1, -1], latitude: [52.5, 52.5, 52.2] })
 * // => { codes: ['E05000001', null, 'E05000001'], inside: 2, outside: 1, onBorder: 1 }
 * Math.round(locator.nearestWard({ longitude: 0.1, latitude: 52.5 })?.metres ?? 0) // => 6791
 */
export function wardLocator(features: readonly WardFeature[]): WardLocator {
  requireList('wards with boundaries', features)
  const wards = features.map(wardOf).sort((a, b) => (a.code < b.code ? -1 : 1))
  const find = finderOf(wards)
  const wardAt = (point: Point): string | null => {
    requireRecord('point', point, 'longitude and latitude')
    const { longitude, latitude } = point
    requirePoint(longitude, latitude)
    return find(longitude, latitude).code
  }
  const nearestWard = (point: Point): NearestWard | null => {
    const code = wardAt(point)
    return code === null ? nearestOf(wards, point) : { code, metres: 0 }
  }
  return { wardAt, wardsAt: (points) => wardsOfPoints(points, find), nearestWard }
}

function wardOf(feature: WardFeature): Ward {
  const rings = ringsOf(feature)
  return { code: feature.properties.ward_code, rings, box: boxOf(rings) }
}

function boxOf(rings: readonly Ring[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings)
    for (const [longitude, latitude] of ring) {
      west = Math.min(west, longitude)
      south = Math.min(south, latitude)
      east = Math.max(east, longitude)
      north = Math.max(north, latitude)
    }
  return { west, south, east, north }
}

function indexOf(wards: readonly Ward[]): Flatbush {
  const index = new Flatbush(wards.length)
  for (const { box } of wards) index.add(box.west, box.south, box.east, box.north)
  index.finish()
  return index
}

/** Finds the first of some wards that contains a point; a point on a border is inside. */
function finderOf(wards: readonly Ward[]): (longitude: number, latitude: number) => Found {
  if (wards.length === 0) return () => ({ code: null, onBorder: false })
  const index = indexOf(wards)
  const sideOf = sidesOf(wards)
  return (longitude, latitude) => {
    let [first, onBorder] = [wards.length, false]
    // Each candidate is dealt with as the search meets it: a list of them for every one of a million points costs more.
    index.search(longitude, latitude, longitude, latitude, (ward) => {
      const side = ward < first ? sideOf(ward, longitude, latitude) : 'outside'
      if (side !== 'outside') [first, onBorder] = [ward, side === 'border']
      return false
    })
    return { code: wards[first]?.code ?? null, onBorder }
  }
}

function nearestOf(wards: readonly Ward[], point: Point): NearestWard | null {
  const plane = planeAround(point)
  const byBox = wards.map((ward) => ({ ward, atLeast: plane.toBox(ward.box) })).sort((a, b) => a.atLeast - b.atLeast)
  let nearest: NearestWard | null = null
  for (const { ward, atLeast } of byBox) {
    if (nearest !== null && atLeast > nearest.metres) break
    const metres = Math.min(...ward.rings.map((ring) => plane.toRing(ring)))
    if (nearest === null || metres < nearest.metres || (metres === nearest.metres && ward.code < nearest.code))
      nearest = { code: ward.code, metres }
  }
  return nearest
}

/** Distances from a point in the plane that touches the earth there: right to 1 in 1,000 within 50 km. */
function planeAround({ longitude, latitude }: Point) {
  const { north: metresNorth, east: metresEast } = metresADegree(latitude)
  const toBox = ({ west, south, east, north }: Box): number =>
    Math.hypot(
      Math.max(west - longitude, 0, longitude - east) * metresEast,
      Math.max(south - latitude, 0, latitude - north) * metresNorth,
    )
  const toRing = (ring: Ring): number => {
    const local = ring.map(([x, y]): Position => [(x - longitude) * metresEast, (y - latitude) * metresNorth])
    return local.reduce(
      (least, corner, i) => Math.min(least, distanceToEdge([local[i - 1] ?? corner, corner], [0, 0])),
      Infinity,
    )
  }
  return { toBox, toRing }
}
