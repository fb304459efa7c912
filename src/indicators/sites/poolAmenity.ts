import { requireList } from '../../model/given.js'
import type { PoolRow } from '../../tables/declared/pools.js'
import { isPublicPool } from '../poolState.js'
import { facilityAmenity } from './activePlaces.js'
import type { Amenity } from './amenity.js'
import { POOL_TERMS } from './poolTerms.js'

/**
 * The public swimming pools, by site: a site is open while one of its public pools is.
 *
 * Public is `Pay and Play`. The rule of dates is that of `isPoolOpen`.
 *
 * @param pools the rows of the table `pools`.
 * @example
 * import { poolAmenity } from 'wardstick'
 * const pool = {
 *   pool_id: '1',
 *   site_id: 's',
 *   kind: 'main',
 *   status: 'closed',
 *   access: 'Pay and Play',
 *   management: null,
 *   built_year: 1966,
 *   built_estimated: false,
 *   opened_date: null,
 *   closed_date: '2015-08-28',
 *   closed_precision: 'day',
 *   closure_reason: null,
 *   seasonal: false,
 *   area_m2: 312.5,
 *   area_estimated: false,
 *   length_m: 25,
 *   lanes: 6,
 *   longitude: -1.2,
 *   latitude: 52.97,
 *   ward_code: 'E05001823',
 *   same_pool_as: null,
 * } as const
 * const amenity = poolAmenity([pool])
 * amenity.on('2015-03-31')[0]?.open // => { units: 1, water: 312.5 }
 * amenity.changes.filter(({ kind }) => kind === 'closed').map(({ day }) => day) // => ['2015-08-28']
 */
export function poolAmenity(pools: readonly PoolRow[]): Amenity {
  requireList('rows of pools', pools)
  const open = pools.filter((pool) => isPublicPool(pool) && pool.same_pool_as == null)
  const repeated = pools.filter((pool) => isPublicPool(pool) && pool.same_pool_as != null)
  return facilityAmenity(POOL_TERMS, open, {
    leftOut: [
      {
        reason: 'pools not open to the public (members, clubs, private)',
        rows: pools.length - open.length - repeated.length,
      },
    ],
    alsoLeftOut:
      repeated.length === 0
        ? []
        : [{ reason: 'second entries of one public pool under another site', rows: repeated.length }],
    many: 'public pools',
    area: { name: 'water area', counted: 'pools' },
  })
}
