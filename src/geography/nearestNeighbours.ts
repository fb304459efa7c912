import { around } from 'geokdbush'
import { badValue } from '../errors.js'
import { type CodedPoint, codedPoints, type CodedPoints } from './codedPoints.js'
import { metresBetween } from './distance.js'
import { type Neighbours, neighboursOf } from './neighbours.js'
import { requireList } from '../model/given.js'

/**
 * The nearest other places of each place, in a straight line (`knearneigh` of R's spdep).
 *
 * Being near is not mutual: the nearest place of a remote one has others that are nearer to it. Of places at the same
 * distance the one with the lower code counts as nearer; two places at the same point are 0 m apart.
 *
 * @param places the places, such as the centres of wards, in degrees of WGS84.
 * @param count how many neighbours each place gets.
 * @throws InputError `bad-value` when `count` is no whole number, less than 1, or as many as there are places, or when
 * a place has no numbers for coordinates; `duplicate-key` when two places have the same code.
 * @example
 * import { nearestNeighbours } from 'wardstick/geography'
 * const places = [
 *   { code: 'A', longitude: 0, latitude: 52 },
 *   { code: 'B', longitude: 0.1, latitude: 52 },
 *   { code: 'C', longitude: 0.15, latitude: 52 },
 * ]
 * const nearest = nearestNeighbours(places, 1)
 * nearest.of('A') // => ['B']
 * nearest.of('B') // => ['C']
 * nearest.links // => 3
 */
export function nearestNeighbours(places: readonly CodedPoint[], count: number): Neighbours {
  requireList('places', places)
  if (!(Number.isInteger(count) && count >= 1 && count < places.length))
    throw badValue(
      'number of nearest neighbours',
      count,
      `a whole number of at least 1 and less than the ${places.length} places that were given`,
    )
  const all = codedPoints(places)
  const positions = all.points.map((_, position) =>
    all.othersWithin(position, farEnough(all, position, count)).slice(0, count),
  )
  return neighboursOf(all.codes, { kind: 'nearest', count }, positions)
}

/**
 * A distance within which a place has so many others. The index knows the earth as a sphere, on which two places may
 * come in another order than on the ellipsoid: what it finds nearest only bounds the search.
 */
function farEnough({ points, tree }: CodedPoints, position: number, count: number): number {
  const from = points[position]
  if (from === undefined) return 0
  return Math.max(
    ...around(tree, from.longitude, from.latitude, count + 1).flatMap((i) =>
      points[i] === undefined ? [] : [metresBetween(from, points[i])],
    ),
  )
}
