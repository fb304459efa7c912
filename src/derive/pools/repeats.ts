import { distanceInMetres } from '../../geography/distance.js'
import type { RegisteredPool } from '../../sources/index.js'

/** How far apart two entries of one pool may lie, in metres: the register rounds coordinates. */
const SAME_POINT_WITHIN = 10

/**
 * Closed entries of pools that the register has open under another site: the same kind, length, water area and year of
 * building at the same point. By the id of the closed entry the id of the open one.
 *
 * A pool that was rebuilt on its site has another year of building, so it stays a pool of its own.
 */
export function repeatedPools(registered: readonly RegisteredPool[]): ReadonlyMap<string, string> {
  const open = registered.filter(({ pool }) => pool.closed_date === null && pool.built_year !== null)
  const closed = registered.filter(({ pool }) => pool.closed_date !== null)
  return new Map(
    closed.flatMap(({ pool }): [string, string][] => {
      const again = open.find((other) => isSamePool(pool, other.pool))
      return again === undefined ? [] : [[pool.pool_id, again.pool.pool_id]]
    }),
  )
}

type Pool = RegisteredPool['pool']

const isSamePool = (a: Pool, b: Pool): boolean =>
  a.site_id !== b.site_id &&
  a.kind === b.kind &&
  a.built_year === b.built_year &&
  a.length_m === b.length_m &&
  a.area_m2 !== null &&
  a.area_m2 === b.area_m2 &&
  distanceInMetres(a, b) <= SAME_POINT_WITHIN
