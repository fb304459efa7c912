import Flatbush from 'flatbush'
import { badValue } from '../errors.js'
import type { Ring, WardFeature } from '../model/boundary.js'
import type { Point } from '../model/ward.js'
import { metresADegree } from './distance.js'

/** The ward nearest to a point, and the distance to its border; 0 inside it. */
export interface NearestWard {
  readonly code: string
  readonly metres: number
}

/** Says in which ward a point lies. */
export interface WardLocator {
  /** The code of the ward that the point lies in; null outside every ward. */
  readonly wardAt: (point: Point) => string | null
  /** The ward whose border is nearest, for a point that may lie outside all of them; null only when there are no wards. */
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
 * A point is in a ward when a line from it to the outside crosses the ward's rings an odd number of times (the even-odd rule),
 * in plane longitude and latitude; holes, several parts and rings that touch or cross themselves need no special treatment, and
 * the direction in which a ring runs does not matter. A point exactly on a border, or where the generalised borders of two
 * districts overlap, belongs to the ward with the lower code: every point has one ward or none.
 *
 * @param features the wards; an index over their boxes is made once.
 * @throws InputError `bad-value` for a point whose coordinates are no numbers.
 * @example
 * import { wardLocator } from 'wardstick'
 * const ring = [[-1, 52], [0, 52], [0, 53], [-1, 53], [-1, 52]]
 * const properties = { ward_code: 'E05000001', ward_name: 'Square', district_code: 'E06000001' }
 * const locator = wardLocator([{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }])
 * locator.wardAt({ longitude: -0.5, latitude: 52.5 }) // => 'E05000001'
 * locator.wardAt({ longitude: 0.1, latitude: 52.5 }) // => null
 * Math.round(locator.nearestWard({ longitude: 0.1, latitude: 52.5 }).metres) // => 6791
 */
export function wardLocator(features: readonly WardFeature[]): WardLocator {
  const wards = features.map(wardOf).sort((a, b) => (a.code < b.code ? -1 : 1))
  const index = wards.length === 0 ? undefined : indexOf(wards)
  const wardAt = (point: Point): string | null => {
    requireNumbers(point)
    const { longitude, latitude } = point
    const candidates = index?.search(longitude, latitude, longitude, latitude) ?? []
    const found = candidates.filter((i) => contains(wards[i]?.rings ?? [], point))
    return found.length === 0 ? null : (wards[Math.min(...found)]?.code ?? null)
  }
  const nearestWard = (point: Point): NearestWard | null => {
    const code = wardAt(point)
    return code === null ? nearestOf(wards, point) : { code, metres: 0 }
  }
  return { wardAt, nearestWard }
}

function wardOf({ properties, geometry }: WardFeature): Ward {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  return { code: properties.ward_code, rings, box: boxOf(rings) }
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

function requireNumbers({ longitude, latitude }: Point): void {
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) throw badValue('point (longitude, latitude)', `${longitude}, ${latitude}`, 'degrees of WGS84 as numbers')
}

/** The even-odd rule over all rings; a point on a ring counts as inside. */
function contains(rings: readonly Ring[], { longitude: x, latitude: y }: Point): boolean {
  let inside = false
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [ring[i - 1], ring[i]]
      if (from === undefined || to === undefined) continue
      // From south to north whichever way the ring runs: the two wards that share the edge then compute the very same side.
      const [[ax, ay], [bx, by]] = from[1] < to[1] || (from[1] === to[1] && from[0] <= to[0]) ? [from, to] : [to, from]
      if (y < ay || y > by) continue
      const side = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
      if (side === 0 && x >= Math.min(ax, bx) && x <= Math.max(ax, bx)) return true
      if (y < by && side > 0) inside = !inside
    }
  return inside
}

function nearestOf(wards: readonly Ward[], point: Point): NearestWard | null {
  const plane = planeAround(point)
  const byBox = wards.map((ward) => ({ ward, atLeast: plane.toBox(ward.box) })).sort((a, b) => a.atLeast - b.atLeast)
  let nearest: NearestWard | null = null
  for (const { ward, atLeast } of byBox) {
    if (nearest !== null && atLeast > nearest.metres) break
    const metres = Math.min(...ward.rings.map((ring) => plane.toRing(ring)))
    if (nearest === null || metres < nearest.metres || (metres === nearest.metres && ward.code < nearest.code)) nearest = { code: ward.code, metres }
  }
  return nearest
}

/** Distances from a point in the plane that touches the earth there: right to 1 in 1,000 within 50 km. */
function planeAround({ longitude, latitude }: Point) {
  const { north: metresNorth, east: metresEast } = metresADegree(latitude)
  const toBox = ({ west, south, east, north }: Box): number =>
    Math.hypot(Math.max(west - longitude, 0, longitude - east) * metresEast, Math.max(south - latitude, 0, latitude - north) * metresNorth)
  const toEdge = (ax: number, ay: number, bx: number, by: number): number => {
    const [dx, dy] = [bx - ax, by - ay]
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
    return Math.hypot(ax + along * dx, ay + along * dy)
  }
  const toRing = (ring: Ring): number => {
    const local = ring.map(([x, y]): [number, number] => [(x - longitude) * metresEast, (y - latitude) * metresNorth])
    return local.reduce((least, [bx, by], i) => {
      const [ax, ay] = local[i - 1] ?? [bx, by]
      return Math.min(least, toEdge(ax, ay, bx, by))
    }, Infinity)
  }
  return { toBox, toRing }
}
