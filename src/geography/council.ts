import type { CouncilClass } from '../model/spending.js'

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
}

/**
 * Whether a council existed on a day: from its start date on, and before its end date.
 *
 * @example
 * import { existsOn } from 'wardstick'
 * existsOn({ start_date: '2009-04-01', end_date: null }, '2009-03-31') // => false
 */
export function existsOn({ start_date, end_date }: Pick<Council, 'start_date' | 'end_date'>, day: string): boolean {
  return (start_date === null || start_date <= day) && (end_date === null || day < end_date)
}
