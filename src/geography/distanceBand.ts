import { badValue } from '../errors.js'
import { type CodedPoint, codedPoints } from './codedPoints.js'
import { type Neighbours, neighboursOf } from './neighbours.js'

/**
 * All other places within a distance of each place, in a straight line (`dnearneigh` of R's spdep); a place with none
 * is an island.
 *
 * @param places the places, such as the centres of wards, in degrees of WGS84.
 * @param metres the distance; a place exactly so far away is a neighbour.
 * @throws InputError `bad-value` when the distance is no positive number or a place has no numbers for coordinates;
 * `duplicate-key` when two places have the same code.
 * @example
 * import { distanceBand } from 'wardstick/geography'
 * const places = [
 *   { code: 'A', longitude: 0, latitude: 52 },
 *   { code: 'B', longitude: 0.1, latitude: 52 },
 *   { code: 'C', longitude: 2, latitude: 52 },
 * ]
 * const near = distanceBand(places, 10_000)
 * near.of('A') // => ['B']
 * near.links // => 2
 * near.islands // => ['C']
 */
export function distanceBand(places: readonly CodedPoint[], metres: number): Neighbours {
  if (!(metres > 0 && Number.isFinite(metres)))
    throw badValue('distance of neighbours', metres, 'a positive number of metres')
  const { codes, othersWithin } = codedPoints(places)
  return neighboursOf(
    codes,
    { kind: 'within', metres },
    codes.map((_, position) => othersWithin(position, metres)),
  )
}
