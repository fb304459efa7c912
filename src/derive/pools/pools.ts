import { distanceInMetres } from '../../geography/distance.js'
import { groupBy } from '../../tables/groupBy.js'
import type { WardLocator } from '../../geography/wardLocator.js'
import { PUBLIC_POOL_ACCESS } from '../../model/amenity.js'
import type { PoolRow, PoolSiteRow } from '../../tables/declared/pools.js'
import type { Point } from '../../model/ward.js'
import { type Placed, noteGrid, noteSharedPoints, noteWard, pointOf, wardFinder } from '../activePlaces/placing.js'
import { repeatedPools } from './repeats.js'
import { type QualityEntry, QualityReport, type RegisteredPool } from '../../sources/index.js'

/** The tables of pools, and what was met in making them. */
export interface PoolTables {
  readonly pools: readonly PoolRow[]
  readonly sites: readonly PoolSiteRow[]
  readonly quality: readonly QualityEntry[]
}

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
  for (const registered of pools) noteGrid(report, registered.pool, registered)
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
  const placed = wardOf(first.pool)
  noteWard(report, placed, { row: first.row, site_id })
  return {
    site_id,
    ...point,
    ward_code: placed.code,
    pools: pools.length,
    public_pools: pools.filter(({ pool }) => pool.access === PUBLIC_POOL_ACCESS).length,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
