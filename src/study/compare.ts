import { percentChange, windowMean } from '../evaluation/change.js'
import { rankAmong } from '../evaluation/placement.js'
import type { Deflator } from '../indicators/realTerms.js'
import { type SpendingIndicator, type Terms, measureSpending } from '../indicators/spending.js'
import { type FinancialYear, type Window, yearsOf } from '../model/period.js'
import type { Value } from '../model/value.js'
import { type CouncilAccounts, ENGLAND } from '../indicators/councilAccounts.js'
import type { Change, Comparison, Measure } from '../findings/comparison.js'
import { quantile } from '../stats/distribution.js'

/** Which places are compared, by e-code. */
export interface ComparedPlaces {
  readonly own: string
  readonly comparators: readonly string[]
  readonly groups: readonly { readonly label: string; readonly members: readonly string[] }[]
}

/** Measures one indicator of any place and year in any terms, each figure once. */
export interface SpendingMeter {
  readonly indicator: SpendingIndicator
  readonly base: FinancialYear
  measure(place: string, year: FinancialYear, measure: Measure): Value
}

/**
 * A spendingMeter of one indicator.
 *
 * Real terms are in the prices of one year by one deflator. A shire district's figure per head has its county's added.
 */
export function spendingMeter(
  accounts: CouncilAccounts,
  indicator: SpendingIndicator,
  prices: { readonly by: Deflator; readonly of: FinancialYear },
  base: FinancialYear,
): SpendingMeter {
  const terms: Readonly<Record<Measure, Terms>> = {
    nominal: { prices: 'nominal', perHead: false },
    real: { prices, perHead: false },
    'real per head': { prices, perHead: true, tiers: 'both' },
  }
  const seen = new Map<string, Value>()
  return {
    indicator,
    base,
    measure: (place, year, measure) => {
      const key = `${place} ${year} ${measure}`
      const value = seen.get(key) ?? measureSpending(accounts, indicator, { place, year, base }, terms[measure])
      seen.set(key, value)
      return value
    },
  }
}

/** Which change is compared: of what kind, in which measure, from which period to which. */
export interface ComparedChange {
  readonly kind: Comparison['kind']
  readonly measure: Measure
  readonly before: FinancialYear | Window
  readonly after: FinancialYear | Window
}

/** Compares a change of the place studied with that of all others. */
export function compare(
  measured: SpendingMeter,
  places: ComparedPlaces,
  { kind, measure, before, after }: ComparedChange,
): Comparison {
  const over = (place: string, period: FinancialYear | Window): Value =>
    typeof period === 'string'
      ? measured.measure(place, period, measure)
      : windowMean(yearsOf(period).map((year) => measured.measure(place, year, measure)))
  const changeOf = (place: string): Change => {
    const [first, second] = [over(place, before), over(place, after)]
    return { before: first, after: second, change: percentChange(first, second) }
  }
  const own = changeOf(places.own)
  const comparators = places.comparators.map(changeOf)
  return {
    kind,
    measure,
    own,
    comparators,
    placement: rankAmong(
      own.change,
      comparators.map(({ change }) => change),
    ),
    england: changeOf(ENGLAND),
    groups: places.groups.map(({ label, members }) => {
      const known = members
        .filter((member) => member !== places.own)
        .flatMap((member) => changeOf(member).change.value ?? [])
      return { label, n: known.length, median: known.length === 0 ? null : quantile(known, 0.5) }
    }),
  }
}
