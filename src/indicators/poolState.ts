import type { PoolRow } from '../tables/declared/pools.js'
import { requireRecord, requireText } from '../model/given.js'
import type { IsoDate } from '../model/period.js'

/** States of the register in which a pool is not, or not known to be, there to swim in. */
const NOT_THERE: ReadonlySet<PoolRow['status']> = new Set(['planned', 'under construction', 'not known'])

/**
 * Whether a pool is open to the public by its access type: `Pay and Play`. Members’ and private pools are not.
 */
export function isPublicPool(pool: Pick<PoolRow, 'access'>): boolean {
  requireRecord('pool', pool, 'access')
  return pool.access === 'Pay and Play'
}

/**
 * Whether a pool was open on a day, by the newest edition of the register.
 *
 * The register gives the year built, not the day: a pool counts from 1 January of the year after. On the day of its
 * closing a pool is no longer open. A pool of unknown year, planned, under construction or of unknown status never
 * counts. A pool that is closed for the season counts.
 */
export function isPoolOpen(pool: Pick<PoolRow, 'status' | 'built_year' | 'closed_date'>, day: IsoDate): boolean {
  requireRecord('pool', pool, 'status, built_year and closed_date')
  requireText('day on which a pool is open', day)
  const { status, built_year, closed_date } = pool
  if (NOT_THERE.has(status) || built_year === null || built_year >= Number(day.slice(0, 4))) return false
  return closed_date === null || day < closed_date
}
