import { badValue } from '../errors.js'
import type { CouncilClass } from '../model/spending.js'
import { isDay } from '../values/date.js'
import { requireRecord } from '../model/given.js'

/** A council: one row per institution, from its creation to its end. */
export interface Council {
  /** The code of the finance returns, `E3001`; it stays the same while the institution lasts. */
  readonly e_code: string
  /** The latest GSS code, `E06000018`; null for the councils abolished in 2009, which never had one. */
  readonly gss_code: string | null
  readonly name: string
  readonly class: CouncilClass
  readonly region: string
  /** The county that a shire district lies in. */
  readonly county_e_code: string | null
  /** First day, where it falls within the register's time (from 1 April 2007); else null. */
  readonly start_date: string | null
  /** The day from which it no longer exists; null while it does. */
  readonly end_date: string | null
}

/** A name or code by which a council is known. */
export interface CouncilAlias {
  readonly alias: string
  readonly kind: 'name' | 'gss_code' | 'ons_code' | 'register_code'
  readonly e_code: string
  /** First day of a GSS code that replaced another of the same council; else null. */
  readonly start_date?: string | null
  /** The day from which another GSS code of the same council holds; else null. */
  readonly end_date?: string | null
}

/** The days that a register of councils covers, both included. */
export interface CoveredDays {
  readonly from: string
  readonly to: string
}

/**
 * The days that the built-in register covers: from the first finance return to the last list of councils without a
 * later reorganisation.
 */
export const COVERED_DAYS: CoveredDays = { from: '2007-04-01', to: '2025-12-31' }

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
