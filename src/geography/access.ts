import { around } from 'geokdbush'
import KDBush from 'kdbush'
import { badValue } from '../errors.js'
import type { Point } from '../model/ward.js'
import { distanceInMetres } from './distance.js'

/** A site and how far it is, in metres as the crow flies. */
export interface Neighbour {
  /** Position of the site in the list that the index was made of. */
  readonly site: number
  readonly metres: number
}

/** Answers from where which sites can be reached; sites may be open at one time and closed at another. */
export interface AccessIndex {
  /** How far `within` looks, in metres. */
  readonly radius: number
  /** The nearest site that is open, or null when none is. */
  nearest(origin: number, isOpen: (site: number) => boolean): Neighbour | null
  /** Every site within the radius of the index, nearest first, open or not. */
  within(origin: number): readonly Neighbour[]
}

const METRES_A_DEGREE = 111_195
/** How many sites beyond the radius are remembered for each origin, so that few searches are made again for another day. */
const REMEMBERED = 12

/**
 * An index of the sites around some points, such as the centres of small areas where residents live.
 *
 * Distances are straight lines, that know no river, railway or bus.
 *
 * @param origins the points from which distances are measured.
 * @param sites every site that was ever open; which are open is asked later. A site without a point is nowhere near.
 * @param radius how far `within` looks, in metres.
 * @throws InputError `bad-value` when the radius is not a positive number.
 * @example
 * import { accessIndex } from 'wardstick'
 * const index = accessIndex([{ longitude: -1.2, latitude: 52.97 }], [{ longitude: -1.2, latitude: 52.98 }, { longitude: -1.2, latitude: 53.2 }], 4000)
 * index.within(0).length // => 1
 * Math.round(index.nearest(0, () => true).metres) // => 1113
 * Math.round(index.nearest(0, (site) => site === 1).metres) // => 25595
 */
export function accessIndex(origins: readonly Point[], sites: readonly (Point | null)[], radius: number): AccessIndex {
  if (!(radius > 0 && Number.isFinite(radius))) throw badValue('radius of an access index', radius, 'a positive number of metres')
  const located = sites.flatMap((point, site) => (point === null ? [] : [{ point, site }]))
  if (located.length === 0) return { radius, within: () => [], nearest: () => null }
  const tree = new KDBush(located.length)
  for (const { point } of located) tree.add(point.longitude, point.latitude)
  tree.finish()
  const originAt = (origin: number): Point => {
    const point = origins[origin]
    if (point === undefined) throw badValue('origin of an access index', origin, `a position from 0 to ${origins.length - 1}`)
    return point
  }
  const sorted = (from: Point, found: readonly number[]): Neighbour[] =>
    found
      .flatMap((i) => {
        const each = located[i]
        return each === undefined ? [] : [{ site: each.site, metres: distanceInMetres(from, each.point) }]
      })
      .sort((a, b) => a.metres - b.metres || a.site - b.site)
  const within = perOrigin((origin) => {
    const from = originAt(origin)
    const high = (radius * 1.005) / METRES_A_DEGREE
    const wide = high / Math.cos(((Math.abs(from.latitude) + high) * Math.PI) / 180)
    return sorted(from, tree.range(from.longitude - wide, from.latitude - high, from.longitude + wide, from.latitude + high)).filter(({ metres }) => metres <= radius)
  })
  const first = perOrigin((origin) => {
    const from = originAt(origin)
    return sorted(from, around(tree, from.longitude, from.latitude, REMEMBERED))
  })
  return {
    radius,
    within,
    nearest: (origin, isOpen) => {
      const open = ({ site }: Neighbour): boolean => isOpen(site)
      const near = within(origin).find(open) ?? first(origin).find(open)
      if (near !== undefined) return near
      const from = originAt(origin)
      return sorted(from, around(tree, from.longitude, from.latitude, 1, Number.POSITIVE_INFINITY, (i) => isOpen(located[i]?.site ?? -1)))[0] ?? null
    },
  }
}

/** Finds the neighbours of an origin once. */
function perOrigin(find: (origin: number) => readonly Neighbour[]): (origin: number) => readonly Neighbour[] {
  const known = new Map<number, readonly Neighbour[]>()
  return (origin) => {
    const before = known.get(origin)
    if (before !== undefined) return before
    const found = find(origin)
    known.set(origin, found)
    return found
  }
}
