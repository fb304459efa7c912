import { badValue } from '../errors.js'
import type { CouncilAliasRow } from '../tables/declared/councils.js'
import { firstDay } from '../model/period.js'
import { COVERAGE } from '../tables/coverage.js'
import { isDay } from '../values/date.js'
import { requireRecord } from '../model/given.js'

export type { Council } from '../tables/declared/councils.js'

/** A name or code by which a council is known; its days may be left out where the code never changed. */
export type CouncilAlias = Pick<CouncilAliasRow, 'alias' | 'kind' | 'e_code'> &
  Partial<Pick<CouncilAliasRow, 'start_date' | 'end_date'>>

/** The days that a register of councils covers, both included. */
export interface CoveredDays {
  readonly from: string
  readonly to: string
}

/**
 * The days that the built-in register covers: from the first finance return to the last list of councils without a
 * later reorganisation.
 */
export const COVERED_DAYS: CoveredDays = {
  from: firstDay(COVERAGE['council-spending'].outturn.time.from),
  to: '2025-12-31',
}

/**
 * A day as given, once it is known that a register covers it: it knows nothing of reorganisations before or after.
 *
 * @throws InputError `bad-value`.
 */
export function requireCovered(what: string, day: string, { from, to }: CoveredDays): string {
  if (!isDay(day)) throw badValue(what, day, 'a day such as 2009-03-31')
  if (day < from || day > to) throw badValue(what, day, `days from ${from} to ${to}, which the register covers`)
  return day
}

/**
 * Whether a council existed on a day: from its start date on, and before its end date.
 *
 * @example
 * import { existsOn } from 'wardstick/geography'
 * existsOn({ start_date: '2009-04-01', end_date: null }, '2009-03-31') // => false
 */
export function existsOn(council: Pick<CouncilAlias, 'start_date' | 'end_date'>, day: string): boolean {
  requireRecord('council', council, 'start_date and end_date')
  if (!isDay(day)) throw badValue('day on which a council exists', day, 'a day such as 2009-03-31')
  const { start_date = null, end_date = null } = council
  return (start_date === null || start_date <= day) && (end_date === null || day < end_date)
}
