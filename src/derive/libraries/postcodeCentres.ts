import { around } from 'geokdbush'
import KDBush from 'kdbush'
import { distanceInMetres } from '../../geography/distance.js'
import type { Point } from '../../model/ward.js'
import { groupBy } from '../../tables/groupBy.js'

/** A point, and how far from it a place may lie, in metres. */
export interface Circle {
  readonly point: Point
  readonly within: number
}

/** What is known of the place of a postcode by others of its sector and of its district. */
export interface PostcodeCentres {
  /** The middle of the other known places of the sector; null where there are none. */
  sector(postcode: string): Circle | null
  /** The middle of the other known places of the district; null where there are none. */
  district(postcode: string): Circle | null
}

/**
 * How many small areas the circle around the middle of a sector or district must hold, so that it holds the place that
 * is looked for. Of the libraries of the list of 2023, each looked for by the others, 95 in 100 lie within; of the
 * sites of pools of 2009, whose postcodes are known from elsewhere, more.
 */
export const SMALL_AREAS_HELD = { sector: 30, district: 80 } as const

/** The sector of a postcode: `NG8 3` of `NG8 3BJ`. */
export const sectorOf = (postcode: string): string => postcode.slice(0, -2)
/** The district of a postcode: `NG8` of `NG8 3BJ`. */
const districtOf = (postcode: string): string => postcode.split(' ')[0] ?? ''

/**
 * Estimates where postcodes lie from those that are known. A sector or district is large where few people live: how far
 * a place may lie from the middle is told by the small areas around it.
 *
 * @param known where postcodes lie.
 * @param smallAreas the centres of LSOAs, each with about as many residents as any other.
 */
export function postcodeCentres(known: ReadonlyMap<string, Point>, smallAreas: readonly Point[]): PostcodeCentres {
  const places = [...known].map(([postcode, point]) => ({ postcode, point }))
  const bySector = groupBy(places, ({ postcode }) => sectorOf(postcode))
  const byDistrict = groupBy(places, ({ postcode }) => districtOf(postcode))
  const reach = reachOf(smallAreas)
  const circle = (
    postcode: string,
    group: readonly { readonly postcode: string; readonly point: Point }[] = [],
    count: number,
  ): Circle | null => {
    const others = group.filter((each) => each.postcode !== postcode).map(({ point }) => point)
    if (others.length === 0) return null
    const point = middle(others)
    return { point, within: reach(point, count) }
  }
  return {
    sector: (postcode) => circle(postcode, bySector.get(sectorOf(postcode)), SMALL_AREAS_HELD.sector),
    district: (postcode) => circle(postcode, byDistrict.get(districtOf(postcode)), SMALL_AREAS_HELD.district),
  }
}

/** How far from a point the circle reaches that holds a number of small areas, in metres. */
function reachOf(smallAreas: readonly Point[]): (from: Point, count: number) => number {
  const areas = new KDBush(smallAreas.length)
  for (const { longitude, latitude } of smallAreas) areas.add(longitude, latitude)
  areas.finish()
  return (from, count) => {
    const farthest = around(areas, from.longitude, from.latitude, count).at(-1)
    const area = farthest === undefined ? undefined : smallAreas[farthest]
    return area === undefined ? Number.POSITIVE_INFINITY : Math.ceil(distanceInMetres(from, area))
  }
}

/** The mean of some points of one neighbourhood. */
export function middle(points: readonly Point[]): Point {
  const mean = (of: (point: Point) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  return { longitude: mean(({ longitude }) => longitude), latitude: mean(({ latitude }) => latitude) }
}
