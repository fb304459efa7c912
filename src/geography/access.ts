import { around } from 'geokdbush'
import KDBush from 'kdbush'
import { badValue } from '../errors.js'
import type { Point } from '../model/ward.js'
import { boxAround, metresBetween } from './distance.js'
import { requirePoint } from './requirePoint.js'

/** A site and how far it is, in metres as the crow flies. */
export interface Neighbour {
  /** Position of the site in the list that the index was made of. */
  readonly site: number
  readonly metres: number
}

/** Answers from where which sites can be reached; sites may be open at one time and closed at another. */
export interface AccessIndex {
  /** How many origins there are. */
  readonly origins: number
  /** How far `within` looks, in metres. */
  readonly radius: number
  /** The nearest site that is open, or null when none is. */
  nearest(origin: number, isOpen: (site: number) => boolean): Neighbour | null
  /** Every site within the radius of the index, nearest first, open or not. */
  within(origin: number): readonly Neighbour[]
  /** Calls a function with every site within the radius, nearest first, without making a list of them. */
  visit(origin: number, each: (site: number, metres: number) => void): void
}

/**
 * How many sites beyond the radius are remembered for each origin, so that few searches are made again for another day.
 */
const REMEMBERED = 6

/** Distances on a sphere and on the ellipsoid differ by less than this ratio, there and back. */
const SPHERE_TO_ELLIPSOID = 1.012

/**
 * An index of the sites around some points, such as the centres of small areas where residents live.
 *
 * Distances are straight lines, that know no river, railway or bus.
 *
 * @param origins the points from which distances are measured.
 * @param sites every site that was ever open; which are open is asked later. A site without a point is nowhere near.
 * @param radius how far `within` looks, in metres.
 * @throws InputError `bad-value` when the radius is not a positive number, or a point has no degrees for coordinates: a
 * site whose place is not known is null, and never at 0, 0.
 * @example
 * import { accessIndex } from 'wardstick/geography'
 * const index = accessIndex(
 *   [{ longitude: -1.2, latitude: 52.97 }],
 *   [
 *     { longitude: -1.2, latitude: 52.98 },
 *     { longitude: -1.2, latitude: 53.2 },
 *   ],
 *   4000,
 * )
 * index.within(0).length // => 1
 * Math.round(index.nearest(0, () => true)?.metres ?? 0) // => 1113
 * Math.round(index.nearest(0, (site) => site === 1)?.metres ?? 0) // => 25596
 */
export function accessIndex(origins: readonly Point[], sites: readonly (Point | null)[], radius: number): AccessIndex {
  if (!(radius > 0 && Number.isFinite(radius)))
    throw badValue('radius of an access index', radius, 'a positive number of metres')
  origins.forEach(({ longitude, latitude }, i) => {
    requirePoint(longitude, latitude, () => `origin ${i} of an access index`)
  })
  sites.forEach((point, i) => {
    if (point !== null) requirePoint(point.longitude, point.latitude, () => `site ${i} of an access index`)
  })
  const located = sites.flatMap((point, site) => (point === null ? [] : [{ point, site }]))
  if (located.length === 0)
    return { origins: origins.length, radius, within: () => [], visit: () => undefined, nearest: () => null }
  const tree = new KDBush(located.length)
  for (const { point } of located) tree.add(point.longitude, point.latitude)
  tree.finish()
  const sitesAt = { tree, located }
  const originAt = (origin: number): Point => {
    const point = origins[origin]
    if (point === undefined)
      throw badValue('origin of an access index', origin, `a position from 0 to ${origins.length - 1}`)
    return point
  }
  const near = neighbourLists(origins.length, (origin) => {
    const from = originAt(origin)
    const { high, wide } = boxAround(from.latitude, radius)
    return sorted(
      located,
      from,
      tree.range(from.longitude - wide, from.latitude - high, from.longitude + wide, from.latitude + high),
      radius,
    )
  })
  const first = neighbourLists(origins.length, (origin) => surelyNearest(sitesAt, originAt(origin)))
  return {
    origins: origins.length,
    radius,
    visit: (origin, each) => {
      near.visit(origin, each)
    },
    within: (origin) => {
      const found: Neighbour[] = []
      near.visit(origin, (site, metres) => found.push({ site, metres }))
      return found
    },
    nearest: (origin, isOpen) => {
      const known = near.first(origin, isOpen) ?? first.first(origin, isOpen)
      if (known !== null) return known
      return nearestOpenSite(sitesAt, originAt(origin), isOpen)
    },
  }
}

/** Sites with a point, and the tree of their points. */
interface SitesAt {
  readonly tree: KDBush
  readonly located: readonly { readonly point: Point; readonly site: number }[]
}

/** Some sites by their distance from a point. */
function sorted(
  located: SitesAt['located'],
  from: Point,
  found: readonly number[],
  farthest = Number.POSITIVE_INFINITY,
): Neighbour[] {
  const neighbours: Neighbour[] = []
  for (const i of found) {
    const each = located[i]
    const metres = each === undefined ? Number.NaN : metresBetween(from, each.point)
    if (each !== undefined && metres <= farthest) neighbours.push({ site: each.site, metres })
  }
  return neighbours.sort((a, b) => a.metres - b.metres || a.site - b.site)
}

/**
 * The nearest sites, of which none that is left out is nearer: the tree orders by distance on a sphere, and what is
 * near there may be a little farther on the ellipsoid.
 */
function surelyNearest({ tree, located }: SitesAt, from: Point): Neighbour[] {
  const neighbours = sorted(located, from, around(tree, from.longitude, from.latitude, REMEMBERED))
  const isAll = neighbours.length === located.length
  const surely = isAll ? Number.POSITIVE_INFINITY : (neighbours.at(-1)?.metres ?? 0) / SPHERE_TO_ELLIPSOID
  return neighbours.filter(({ metres }) => metres <= surely)
}

/** The nearest open site: among those not much farther on a sphere than the nearest there. */
function nearestOpenSite({ tree, located }: SitesAt, from: Point, isOpen: (site: number) => boolean): Neighbour | null {
  const counts = (i: number): boolean => isOpen(located[i]?.site ?? -1)
  const foundBy = (most: number, kilometres: number): Neighbour[] =>
    sorted(located, from, around(tree, from.longitude, from.latitude, most, kilometres, counts))
  const [nearest] = foundBy(1, Number.POSITIVE_INFINITY)
  if (nearest === undefined) return null
  return foundBy(Number.POSITIVE_INFINITY, (nearest.metres * SPHERE_TO_ELLIPSOID) / 1000)[0] ?? nearest
}

/** The neighbours of each origin, found once and kept in two flat lists: a country has hundreds of thousands. */
interface NeighbourLists {
  visit(origin: number, each: (site: number, metres: number) => void): void
  /** The first neighbour that is open. */
  first(origin: number, isOpen: (site: number) => boolean): Neighbour | null
}

function neighbourLists(origins: number, find: (origin: number) => readonly Neighbour[]): NeighbourLists {
  const sites: number[] = []
  const distances: number[] = []
  const starts = new Int32Array(origins).fill(-1)
  const ends = new Int32Array(origins)
  const startOf = (origin: number): number => {
    const before = starts[origin] ?? -1
    if (before >= 0) return before
    const start = sites.length
    for (const { site, metres } of find(origin)) {
      sites.push(site)
      distances.push(metres)
    }
    starts[origin] = start
    ends[origin] = sites.length
    return start
  }
  return {
    visit: (origin, each) => {
      for (let i = startOf(origin), end = ends[origin] ?? 0; i < end; i++)
        each(sites[i] ?? -1, distances[i] ?? Number.NaN)
    },
    first: (origin, isOpen) => {
      for (let i = startOf(origin), end = ends[origin] ?? 0; i < end; i++) {
        const site = sites[i] ?? -1
        if (isOpen(site)) return { site, metres: distances[i] ?? Number.NaN }
      }
      return null
    },
  }
}
