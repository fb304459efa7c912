import Flatbush from 'flatbush'
import { badValue } from '../errors.js'
import type { WardFeature } from '../model/boundary.js'
import { boxAround } from './distance.js'
import { type Edge, edgesOf, ringsOf } from './edges.js'
import { edgesMeet, type EdgesMeet } from './edgesMeet.js'
import { inOrderOfCodes, type Neighbours, neighboursOf } from './neighbours.js'
import { requireList, requireRecord } from '../model/given.js'

/** When areas are taken to touch. */
export interface ContiguityOptions {
  /** `queen`: they share a point at least. `rook`: they share a stretch of border. */
  readonly rule: 'queen' | 'rook'
  /**
   * How far apart two borders may run and still be one, in metres; 4 unless given. With 0 only equal coordinates are
   * one point.
   */
  readonly snap?: number
}

/**
 * The borders of the wards of 2013 are exact within a district, but each district stands on its own grid of 0.2 to 11
 * m, so that the two copies of a border between districts lie up to some metres apart. 4 m is the smallest whole number
 * that misses none of the 4,934 pairs of wards in two districts that have a corner in common as far as the two grids
 * can tell. It takes 5 pairs more for neighbours across districts, and 12 within one that share no corner, of 21,936
 * pairs in all.
 */
const SNAP = 4

/**
 * Which areas touch, within districts and across them: the queen and rook contiguity of spatial statistics, as
 * `poly2nb` of R's spdep has them. With `snap: 0` it finds the same links where, as within a district, neighbours have
 * the same corners.
 *
 * The built-in wards of 2013 have 43,872 links by the queen rule, 9,878 of them across districts, and 42,916 by the
 * rook rule. Their islands are the five wards of the Isles of Scilly.
 *
 * Two areas whose borders come no nearer than `snap` are no neighbours, even if one lies within the other. A stretch of
 * border shorter than `snap` is told from a point only where both areas have the very same edge.
 *
 * @param features the areas; each is known by its `ward_code`.
 * @throws InputError `bad-value` when the rule is none of the two or `snap` is negative or no number, `duplicate-key`
 * when two areas have the same code.
 * @example
 * import { contiguity, type WardFeature } from 'wardstick/geography'
 * const square = (ward_code: string, west: number, south: number): WardFeature => ({
 *   type: 'Feature',
 *   properties: { ward_code, ward_name: ward_code, district_code: 'E06000001' },
 *   geometry: {
 *     type: 'Polygon',
 *     coordinates: [
 *       [
 *         [west, south],
 *         [west + 1, south],
 *         [west + 1, south + 1],
 *         [west, south + 1],
 *         [west, south],
 *       ],
 *     ],
 *   },
 * })
 * const wards = [square('A', 0, 52), square('B', 1.00001, 52), square('C', 1, 53), square('D', 5, 52)]
 * const queen = contiguity(wards, { rule: 'queen' })
 * queen.of('A') // => ['B', 'C']
 * queen.links // => 6
 * queen.islands // => ['D']
 * contiguity(wards, { rule: 'rook' }).of('A') // => ['B']
 * contiguity(wards, { rule: 'queen', snap: 0 }).of('A') // => ['C']
 */
export function contiguity(features: readonly WardFeature[], options: ContiguityOptions): Neighbours {
  requireList('wards with boundaries', features)
  requireRecord('options of contiguity', options, "rule: 'queen' or 'rook'")
  const { rule, snap = SNAP } = options
  if (!['queen', 'rook'].includes(rule))
    throw badValue(
      'rule of contiguity',
      rule,
      "'queen' (areas share a point) or 'rook' (they share a stretch of border)",
    )
  if (!(snap >= 0 && Number.isFinite(snap)))
    throw badValue('snap of contiguity', snap, '0 or a positive number of metres')
  const areas = inOrderOfCodes(features, ({ properties }) => properties.ward_code)
  const borders = areas.map((area) => edgesOf(ringsOf(area)))
  const codes = areas.map(({ properties }) => properties.ward_code)
  return neighboursOf(codes, { kind: rule, snap }, touching(borders, edgesMeet(rule, snap), snap))
}

/** The positions of the areas that touch each area. */
function touching(
  borders: readonly (readonly Edge[])[],
  meet: EdgesMeet,
  snap: number,
): readonly (readonly number[])[] {
  const found = borders.map(() => new Set<number>())
  const edges = borders.flatMap((border, area) => border.map((edge) => ({ area, edge })))
  const index = indexOf(edges.map(({ edge }) => edge))
  for (const { area, edge } of edges) {
    // Each edge nearby is dealt with as the search meets it: lists of them for a whole country would cost more than the
    // rest.
    index?.search(...boxOf(edge, snap), (i) => {
      const near = edges[i]
      if (near !== undefined && near.area > area && found[area]?.has(near.area) === false && meet(edge, near.edge))
        found[area].add(near.area)
      return false
    })
  }
  found.forEach((others, area) => {
    for (const other of others) if (other > area) found[other]?.add(area)
  })
  return found.map((others) => [...others])
}

function indexOf(edges: readonly Edge[]): Flatbush | undefined {
  if (edges.length === 0) return undefined
  const index = new Flatbush(edges.length)
  for (const edge of edges) index.add(...boxOf(edge, 0))
  index.finish()
  return index
}

function boxOf([a, b]: Edge, margin: number): [west: number, south: number, east: number, north: number] {
  const { high, wide } = boxAround(Math.max(Math.abs(a[1]), Math.abs(b[1])), margin)
  return [Math.min(a[0], b[0]) - wide, a[1] - high, Math.max(a[0], b[0]) + wide, b[1] + high]
}
