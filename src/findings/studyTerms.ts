import type { SpendingIndicatorId } from '../indicators/spending.js'
import type { FinancialYear } from '../model/period.js'

/** What of a study file its findings and charts say or go by. */
export interface StudyTerms {
  /** Short name. */
  readonly name: string
  readonly title: string
  /** The ward studied, and its codes of later years. */
  readonly ward?: { readonly laterCodes?: readonly string[] | undefined } | undefined
  /** Last year before the cuts, and last year that the claims under study can speak of. */
  readonly baseYear: FinancialYear
  readonly claimYear: FinancialYear
  readonly prices: { readonly deflator: string; readonly of: FinancialYear }
  /** Later years, reported beside the claim. */
  readonly since: readonly FinancialYear[]
  /** What the councils compared with are called. */
  readonly comparators: { readonly label: string }
  readonly groups: readonly { readonly label: string }[]
  /** What the wards compared with are called, and names of sites with their sources. */
  readonly amenities?:
    | {
        readonly comparators: { readonly label: string }
        readonly siteNames: readonly { readonly site: string; readonly name: string; readonly source: string }[]
      }
    | undefined
  /** Facts that a reader of a figure must know, with their source. */
  readonly remarks: readonly {
    readonly indicators: readonly SpendingIndicatorId[]
    readonly text: string
    readonly source: string
  }[]
}
