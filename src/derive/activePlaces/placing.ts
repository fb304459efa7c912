import { distanceInMetres } from '../../geography/distance.js'
import { fromNationalGrid } from '../../geography/nationalGrid.js'
import type { WardLocator } from '../../geography/wardLocator.js'
import type { Point } from '../../model/ward.js'
import type { QualityReport } from '../../sources/index.js'
import { groupBy } from '../../tables/groupBy.js'

/**
 * How far from the nearest ward a site may lie and still be given it, in metres. The boundaries are generalised, so
 * that a pool on the sea front may stand a few metres out at sea (in the edition of July 2024 one site does, 3 m off);
 * a site further away is outside the wards of 2013.
 */
export const NEAREST_WITHIN = 50
/** How far longitude and latitude may lie from easting and northing: the datum change is right to 5 m. */
const GRID_AGREES_WITHIN = 10

/** The ward of a point. */
export interface Placed {
  /** Null where the nearest is too far. */
  readonly code: string | null
  /** Distance to the nearest ward; 0 inside one. */
  readonly metres: number
  readonly nearest: string | null
}

/** A function that finds the ward of a point, each point once. */
export function wardFinder(wards: Pick<WardLocator, 'nearestWard'>): (point: Point) => Placed {
  const found = new Map<string, Placed>()
  return (facility) => {
    const point = pointOf(facility)
    const key = `${point.longitude} ${point.latitude}`
    const known = found.get(key)
    if (known !== undefined) return known
    const { code = null, metres = Infinity } = wards.nearestWard(point) ?? {}
    const placed = { code: metres <= NEAREST_WITHIN ? code : null, metres, nearest: code }
    found.set(key, placed)
    return placed
  }
}

/** Notes a site that is given the nearest ward, or none. */
export function noteWard(
  report: QualityReport,
  { code, metres, nearest }: Placed,
  { row, site_id }: { readonly row: number; readonly site_id: string },
): void {
  const at = { row, column: 'Site ID', value: site_id }
  if (code === null)
    report.note('outside-every-ward', `no ward: the nearest, ${nearest ?? 'none'}, is ${Math.round(metres)} m away`, at)
  else if (metres > 0)
    report.note('outside-generalised-boundary', `given the nearest ward, ${code}, ${Math.ceil(metres)} m away`, at)
}

/** Notes a facility whose two pairs of coordinates disagree. */
export function noteGrid(
  report: QualityReport,
  facility: Point,
  { row, easting, northing }: { readonly row: number; readonly easting: number; readonly northing: number },
): void {
  const metres = distanceInMetres(facility, fromNationalGrid(easting, northing))
  if (metres > GRID_AGREES_WITHIN)
    report.note('coordinates-disagree', 'longitude and latitude kept', {
      row,
      column: 'Easting',
      value: `${Math.round(metres)} m from longitude and latitude`,
    })
}

/** Notes several sites at one point. */
export function noteSharedPoints(
  report: QualityReport,
  sites: readonly (Point & { readonly site_id: string })[],
): void {
  for (const [point, at] of groupBy(sites, ({ longitude, latitude }) => `${longitude}, ${latitude}`))
    if (at.length > 1)
      report.note('sites-at-one-point', `kept as ${at.length} sites: ${at.map(({ site_id }) => site_id).join(', ')}`, {
        column: 'Site ID',
        value: point,
      })
}

/** To the sixth decimal of a degree, a tenth of a metre. */
export const pointOf = ({ longitude, latitude }: Point): Point => ({
  longitude: Math.round(longitude * 1e6) / 1e6,
  latitude: Math.round(latitude * 1e6) / 1e6,
})
