import type { FinancialYear, Interval, IsoDate } from '../model/period.js'
import type { Place } from '../model/value.js'
import type { Home } from '../model/ward.js'

/** In which terms the amounts of a panel are given. */
export interface PanelTerms {
  /** The deflator of real terms. */
  readonly deflator: 'hmt-2025-12' | 'hmt-2019-09'
  /** The financial year whose prices real terms are in. */
  readonly pricesOf: FinancialYear
  /** For a shire district, per head: with its county’s spending added (`both`), or alone. */
  readonly tiers: 'both' | 'own'
}

/** A period that is asked for: a financial year, a day, or what happened between two days. */
export type AskedPeriod = FinancialYear | IsoDate | Interval

/** A council or a ward of which a place is made. */
export interface PlacePart {
  /** GSS codes of the council, former ones included; none for a ward. */
  readonly codes: ReadonlySet<string>
  /** Codes of its wards of 2013. */
  readonly wards: ReadonlySet<string>
}

/** A place of a panel, with what it is measured by. */
export interface FramePlace {
  readonly place: Place
  /** E-codes of the councils whose accounts it reads: its own, or that of which it is a ward; several for a group. */
  readonly councils: readonly string[]
  /** Whether it reads the accounts of England as a whole. */
  readonly isEngland: boolean
  /** Whether the accounts are those of its council and not its own. */
  readonly inherits: boolean
  /** The councils or wards of which it is made, by which sites are its own; null for all of England. */
  readonly parts: readonly PlacePart[] | null
  /** Its residents at the centres of their small areas. */
  readonly homes: readonly Home[]
  /** GSS codes of the councils that run services in it, former codes included; null for all. */
  readonly authorities: ReadonlySet<string> | null
}

/** The places and periods that a panel is measured for. */
export interface Frame {
  readonly places: readonly FramePlace[]
  readonly periods: readonly AskedPeriod[]
  readonly terms: PanelTerms
}
