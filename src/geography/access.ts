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
  /** The nearest site that is open, or null when none is. */
  nearest(origin: number, isOpen: (site: number) => boolean): Neighbour | null
  /** Every site within the radius of the index, nearest first, open or not. */
  within(origin: number): readonly Neighbour[]
}

const METRES_A_DEGREE = 111_195

/**
 * An index of the sites around some points, such as the centres of small areas where residents live.
 *
 * Distances are great-circle metres: straight lines, that know no river, railway or bus.
 *
 * @param origins the points from which distances are measured.
 * @param sites every site that was ever open; which are open is asked later.
 * @param radius how far `within` looks, in metres.
 * @throws InputError `bad-value` when the radius is not a positive number.
 * @example
 * import { accessIndex } from 'wardstick'
 * const index = accessIndex([{ longitude: -1.2, latitude: 52.97 }], [{ longitude: -1.2, latitude: 52.98 }, { longitude: -1.2, latitude: 53.2 }], 4000)
 * index.within(0).length // => 1
 * Math.round(index.nearest(0, () => true).metres) // => 1112
 * Math.round(index.nearest(0, (site) => site === 1).metres) // => 25575
 */
export function accessIndex(origins: readonly Point[], sites: readonly Point[], radius: number): AccessIndex {
  if (!(radius > 0 && Number.isFinite(radius))) throw badValue('radius of an access index', radius, 'a positive number of metres')
  const tree = new KDBush(Math.max(1, sites.length))
  for (const { longitude, latitude } of sites) tree.add(longitude, latitude)
  if (sites.length === 0) tree.add(Number.NaN, Number.NaN)
  tree.finish()
  const known = new Map<number, readonly Neighbour[]>()
  const originAt = (origin: number): Point => {
    const point = origins[origin]
    if (point === undefined) throw badValue('origin of an access index', origin, `a position from 0 to ${origins.length - 1}`)
    return point
  }
  const neighbour = (from: Point, site: number): Neighbour[] => {
    const to = sites[site]
    return to === undefined ? [] : [{ site, metres: distanceInMetres(from, to) }]
  }
  const within = (origin: number): readonly Neighbour[] => {
    const before = known.get(origin)
    if (before !== undefined) return before
    const from = originAt(origin)
    const high = (radius * 1.001) / METRES_A_DEGREE
    const wide = high / Math.cos(((Math.abs(from.latitude) + high) * Math.PI) / 180)
    const found = tree
      .range(from.longitude - wide, from.latitude - high, from.longitude + wide, from.latitude + high)
      .flatMap((site) => neighbour(from, site))
      .filter(({ metres }) => metres <= radius)
      .sort((a, b) => a.metres - b.metres || a.site - b.site)
    known.set(origin, found)
    return found
  }
  return {
    within,
    nearest: (origin, isOpen) => {
      const close = within(origin).find(({ site }) => isOpen(site))
      if (close !== undefined) return close
      const from = originAt(origin)
      const [site] = sites.length === 0 ? [] : around(tree, from.longitude, from.latitude, 1, Number.POSITIVE_INFINITY, isOpen)
      return site === undefined ? null : (neighbour(from, site)[0] ?? null)
    },
  }
}
