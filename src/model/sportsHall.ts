import type { PoolAccess, PoolStatus } from './amenity.js'

/**
 * Kinds of sports hall: `main` (the size of three badminton courts or more), `activity` (smaller: activity, community,
 * village and assembly halls), `barn` (a building made for something else that holds a hall’s courts).
 */
export const HALL_KINDS = ['main', 'activity', 'barn'] as const

/** One of {@link HALL_KINDS}. */
export type HallKind = (typeof HALL_KINDS)[number]

/** A sports hall: one row of the table `halls` of the dataset `sports-halls`. A site may hold several. */
export interface HallRow {
  readonly hall_id: string
  readonly site_id: string
  readonly kind: HallKind
  readonly status: PoolStatus
  /** Who may use it, the last known state; `Pay and Play` is public. */
  readonly access: PoolAccess
  /** Who runs it, in the register’s words; the last known state, null where not known. */
  readonly management: string | null
  /** Year of building: the first year of the hall, as the day of opening is seldom known. */
  readonly built_year: number | null
  readonly built_estimated: boolean
  /** Day of opening, where one is printed that fits the year of building (that year or the next). */
  readonly opened_date: string | null
  /** First day on which it was no longer open. */
  readonly closed_date: string | null
  /** `year` for 1 January, on which closings that are known by the year alone are entered. */
  readonly closed_precision: 'day' | 'year' | null
  /** The register’s code of the reason for closing; its words are not in the files. */
  readonly closure_reason: string | null
  /** Open for a part of the year only. */
  readonly seasonal: boolean
  /** Badminton courts marked out; 0 both for none and for not recorded, null where the cell is empty. */
  readonly badminton_courts: number | null
  /** Floor area in square metres; null where it is not recorded. */
  readonly area_m2: number | null
  readonly area_estimated: boolean
  readonly longitude: number
  readonly latitude: number
  /** Ward of 2013 by point in polygon; null outside every ward. */
  readonly ward_code: string | null
}
