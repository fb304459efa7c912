import type { Council } from '../geography/council.js'
import type { BuiltInSpendingIndicator } from '../indicators/spending.js'
import type { FinancialYear } from '../model/period.js'
import type { SeriesBreak } from '../tables/declared/spending.js'
import type { Place, Value } from '../model/value.js'
import type { Quartiles } from '../stats/distribution.js'
import type { Comparison, Measure } from './comparison.js'
import type { OutturnIndicatorId } from './ids.js'
import type { Neighbourhood } from './neighbourhood.js'
import type { StudyTerms } from './studyTerms.js'
import type { VoluntaryResult } from './voluntaryResult.js'

/** One year of an indicator: the place studied, England, and the comparators' distribution, in one measure. */
export interface SeriesYear {
  readonly year: FinancialYear
  readonly measure: Measure
  readonly own: Value
  readonly england: Value
  /**
   * For amounts per head, where at least half of the comparators have one: those left in another year are no fair
   * sample.
   */
  readonly comparators: Quartiles | null
}

/** What a study found of one indicator. */
export interface IndicatorResult {
  readonly indicator: BuiltInSpendingIndicator
  readonly base: FinancialYear
  readonly series: readonly SeriesYear[]
  readonly comparisons: readonly Comparison[]
  /** What a reader of the figures must know, from the study file. */
  readonly remarks: StudyTerms['remarks']
}

/** What a study found of an indicator of what was spent, not of what was planned. */
export interface OutturnResult extends IndicatorResult {
  readonly indicator: BuiltInSpendingIndicator & { readonly id: OutturnIndicatorId }
}

export const isOutturn = (each: IndicatorResult): each is OutturnResult => each.indicator.account === 'outturn'

/** What a study found, with the terms of its file. */
export interface StudyResult<Terms extends StudyTerms = StudyTerms> {
  readonly study: Terms
  readonly council: Council
  readonly place: Place
  /** The county of a shire district, whose spending per head is added to the district's. */
  readonly county: Council | null
  /** The ward that inherits the council's figures, if the study has one. */
  readonly ward: Place | null
  readonly comparators: readonly Council[]
  readonly leftOut: readonly { readonly council: Council; readonly reason: string }[]
  /** Why the study file leaves the council studied itself out, as no comparator of others; null where it does not. */
  readonly unlike: string | null
  /** The named groups of councils shown beside. */
  readonly groups: readonly { readonly label: string; readonly councils: readonly Council[] }[]
  readonly indicators: readonly IndicatorResult[]
  /** Pools and libraries around the ward; null when the study does not ask for them. */
  readonly neighbourhood: Neighbourhood | null
  /** Children’s services through voluntary providers; null when the study does not ask for them. */
  readonly voluntary: VoluntaryResult | null
  /** What the notes on the values mean, for the notes that occur. */
  readonly breaks: readonly Pick<SeriesBreak, 'note' | 'from' | 'text' | 'source'>[]
}
