import { badValue } from '../errors.js'
import type { CouncilSet } from '../geography/councilSets.js'
import { requireRecord } from '../model/given.js'
import {
  type FinancialYear,
  type Interval,
  type IsoDate,
  periodId,
  startOfFinancialYear,
  yearsOf,
} from '../model/period.js'
import type { AskedPeriod, PanelTerms } from '../panel/frame.js'
import type { Indicator } from '../panel/indicator.js'
import { isDay } from '../values/date.js'

/** A ward by its code, by its name where no other ward of England bears it, or by its name and council. */
export type AskedWard = string | { readonly ward: string; readonly council: string }

/** Councils: all that exist on the day of the request, a set of them, or a list of names, e-codes and GSS codes. */
export type AskedCouncils = 'all' | CouncilSet | readonly string[]

/** Which places a panel has. */
export interface AskedPlaces {
  /** Wards of 2013: all of England, those of one council, or a list. */
  readonly wards?: 'england' | { readonly council: string } | readonly AskedWard[] | undefined
  readonly councils?: AskedCouncils | undefined
  /** England as a whole. */
  readonly england?: boolean | undefined
  /** Groups of councils, each taken as one place. */
  readonly groups?: readonly { readonly name: string; readonly councils: CouncilSet | readonly string[] }[] | undefined
  /** Sets of small areas (LSOAs of 2011), each taken as one place. */
  readonly smallAreas?: readonly { readonly name: string; readonly lsoas: readonly string[] }[] | undefined
}

/** What a panel is asked for. */
export interface PanelRequest {
  /** Ids of the catalogue, or indicators of your own. */
  readonly indicators: readonly (string | Indicator)[]
  readonly places: AskedPlaces
  /** Financial years, days or intervals; or the years from one to another. */
  readonly periods: readonly AskedPeriod[] | { readonly from: FinancialYear; readonly to: FinancialYear }
  /** Left out: prices of 2023-24 by the deflator of December 2025, counties’ spending added to their districts’. */
  readonly terms?: Partial<PanelTerms> | undefined
  /** The day as of which councils are looked up; left out, the last day of the last period. */
  readonly asOf?: IsoDate | undefined
}

/** The terms of amounts where a request names no others. */
export const PANEL_TERMS: PanelTerms = { deflator: 'hmt-2025-12', pricesOf: '2023-24', tiers: 'both' }

/**
 * The periods of a request, each once.
 *
 * @throws InputError `bad-value` for what is no financial year, day or interval, and for none.
 */
export function periodsOf({ periods }: Pick<PanelRequest, 'periods'>): AskedPeriod[] {
  if (!isList(periods)) {
    requireRecord('periods of a panel', periods, "from and to, such as { from: '2007-08', to: '2017-18' }; or a list")
    return yearsOf(periods)
  }
  if (periods.length === 0) throw badValue('periods of a panel', 'none', 'at least one financial year, day or interval')
  return [...new Map(periods.map((period) => [periodId(checkedPeriod(period)), period])).values()]
}

const isList = <Item>(given: readonly Item[] | object): given is readonly Item[] => Array.isArray(given)

function checkedPeriod(period: AskedPeriod): AskedPeriod {
  if (typeof period === 'object') {
    const { since, until } = requireInterval(period)
    if (until <= since) throw badValue('interval of a panel', `${since} to ${until}`, 'a second day after the first')
    return period
  }
  if (!isDay(period)) startOfFinancialYear(period as FinancialYear)
  return period
}

function requireInterval(period: Interval): Interval {
  for (const day of [period.since, period.until])
    if (!isDay(day)) throw badValue('day of an interval', day, 'a day such as 2010-03-31')
  return period
}

/** Whether a period is a financial year. */
export const isYear = (period: AskedPeriod): period is FinancialYear =>
  typeof period === 'string' && /^\d{4}-\d{2}$/.test(period)

/** The last day of a period. */
export function lastDayOf(period: AskedPeriod): IsoDate {
  if (typeof period === 'object') return period.until
  return isYear(period) ? `${startOfFinancialYear(period) + 1}-03-31` : period
}
