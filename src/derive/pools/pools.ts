import { distanceInMetres } from '../../geography/distance.js'
import { groupBy } from '../../tables/groupBy.js'
import { fromNationalGrid } from '../../geography/nationalGrid.js'
import type { WardLocator } from '../../geography/wardLocator.js'
import { PUBLIC_POOL_ACCESS } from '../../model/amenity.js'
import type { PoolRow, PoolSiteRow } from '../../tables/declared/pools.js'
import type { Point } from '../../model/ward.js'
import { repeatedPools } from './repeats.js'
import { type QualityEntry, QualityReport, type RegisteredPool } from '../../sources/index.js'

/** The tables of pools, and what was met in making them. */
export interface PoolTables {
  readonly pools: readonly PoolRow[]
  readonly sites: readonly PoolSiteRow[]
  readonly quality: readonly QualityEntry[]
}

/**
 * How far from the nearest ward a site may lie and still be given it, in metres. The boundaries are generalised, so
 * that a pool on the sea front may stand a few metres out at sea (in the edition of July 2024 one site does, 3 m off);
 * a site further away is outside the wards of 2013.
 */
export const NEAREST_WITHIN = 50
/** How far longitude and latitude may lie from easting and northing: the datum change is right to 5 m. */
const GRID_AGREES_WITHIN = 10

/**
 * Places every pool in its ward and counts the pools of every site.
 *
 * A site's point is that of its pool with the lowest id; where another pool of the site lies elsewhere, that is noted
 * (in the edition of July 2024 all pools of a site share one point). Ward codes go by the pool's own point.
 */
export function buildPools(file: string, registered: readonly RegisteredPool[], wards: WardLocator): PoolTables {
  const report = new QualityReport({ file })
  const wardOf = wardFinder(wards)
  const pools = [...registered].sort((a, b) => compare(a.pool.pool_id, b.pool.pool_id))
  pools.forEach((pool) => noteGrid(report, pool))
  const sites = [...groupBy(pools, ({ pool }) => pool.site_id).values()]
    .map((of) => siteOf(of, report, wardOf))
    .sort((a, b) => compare(a.site_id, b.site_id))
  noteSharedPoints(report, sites)
  const repeated = repeatedPools(pools)
  for (const { pool, row } of pools.filter((each) => repeated.has(each.pool.pool_id)))
    report.note('one-pool-under-two-sites', `the same pool as ${repeated.get(pool.pool_id) ?? ''}: counted once`, {
      row,
      column: 'Site ID',
      value: pool.site_id,
    })
  return {
    pools: pools.map(({ pool }) => ({
      ...pool,
      ...pointOf(pool),
      ward_code: wardOf(pool).code,
      same_pool_as: repeated.get(pool.pool_id) ?? null,
    })),
    sites,
    quality: report.reported.quality,
  }
}

interface Placed {
  readonly code: string | null
  /** Distance to the nearest ward; 0 inside one. */
  readonly metres: number
  readonly nearest: string | null
}

function wardFinder(wards: WardLocator): (point: Point) => Placed {
  const found = new Map<string, Placed>()
  return (pool) => {
    const point = pointOf(pool)
    const key = `${point.longitude} ${point.latitude}`
    const known = found.get(key)
    if (known !== undefined) return known
    const { code = null, metres = Infinity } = wards.nearestWard(point) ?? {}
    const placed = { code: metres <= NEAREST_WITHIN ? code : null, metres, nearest: code }
    found.set(key, placed)
    return placed
  }
}

function siteOf(
  pools: readonly RegisteredPool[],
  report: QualityReport,
  wardOf: (point: Point) => Placed,
): PoolSiteRow {
  const [first] = pools as [RegisteredPool, ...RegisteredPool[]]
  const { site_id, pool_id } = first.pool
  const point = pointOf(first.pool)
  for (const { pool, row } of pools)
    if (distanceInMetres(point, pool) > 0.5)
      report.note('pools-of-a-site-apart', `site placed where pool ${pool_id} is`, {
        row,
        column: 'Longitude',
        value: `${pool.longitude}, ${pool.latitude}`,
      })
  const { code, metres, nearest } = wardOf(first.pool)
  const at = { row: first.row, column: 'Site ID', value: site_id }
  if (code === null)
    report.note('outside-every-ward', `no ward: the nearest, ${nearest ?? 'none'}, is ${Math.round(metres)} m away`, at)
  else if (metres > 0)
    report.note('outside-generalised-boundary', `given the nearest ward, ${code}, ${Math.ceil(metres)} m away`, at)
  return {
    site_id,
    ...point,
    ward_code: code,
    pools: pools.length,
    public_pools: pools.filter(({ pool }) => pool.access === PUBLIC_POOL_ACCESS).length,
  }
}

function noteGrid(report: QualityReport, { pool, row, easting, northing }: RegisteredPool): void {
  const metres = distanceInMetres(pool, fromNationalGrid(easting, northing))
  if (metres > GRID_AGREES_WITHIN)
    report.note('coordinates-disagree', 'longitude and latitude kept', {
      row,
      column: 'Easting',
      value: `${Math.round(metres)} m from longitude and latitude`,
    })
}

function noteSharedPoints(report: QualityReport, sites: readonly PoolSiteRow[]): void {
  for (const [point, at] of groupBy(sites, ({ longitude, latitude }) => `${longitude}, ${latitude}`))
    if (at.length > 1)
      report.note('sites-at-one-point', `kept as ${at.length} sites: ${at.map(({ site_id }) => site_id).join(', ')}`, {
        column: 'Site ID',
        value: point,
      })
}

/** To the sixth decimal of a degree, a tenth of a metre. */
const pointOf = ({ longitude, latitude }: Point): Point => ({
  longitude: Math.round(longitude * 1e6) / 1e6,
  latitude: Math.round(latitude * 1e6) / 1e6,
})
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
