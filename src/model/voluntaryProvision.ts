import type { SeriesBreak } from './spending.js'

/**
 * What a council returned of its spending through voluntary organisations:
 *
 * - `amount`: at least one amount other than 0;
 * - `reported_zero`: a printed 0 in every line;
 * - `none`: no figure, which is not 0.
 */
export const VOLUNTARY_RETURNS = ['amount', 'reported_zero', 'none'] as const

/** One of {@link VOLUNTARY_RETURNS}. */
export type VoluntaryReturn = (typeof VOLUNTARY_RETURNS)[number]

/** Spending by who provides, pounds, nominal, before income; null where no figure was returned. */
export interface ProvisionAmounts {
  /** Through voluntary organisations. */
  readonly voluntary: number | null
  /** Through private providers. */
  readonly private: number | null
  /** By public bodies, the council's own included; in 2008-09 as printed, later the sum of the next two. */
  readonly public: number | null
  /** By the council itself; not told apart in 2008-09. */
  readonly own: number | null
  /** By other public bodies; not told apart in 2008-09. */
  readonly other_public: number | null
  /** All children's and young people's services, without capital expenditure from revenue. */
  readonly total_expenditure: number | null
}

/**
 * A council's children's services in a financial year: one row of the table `provision` of the dataset
 * `voluntary-provision`.
 */
export interface VoluntaryProvisionRow extends ProvisionAmounts {
  readonly e_code: string
  readonly gss_code: string | null
  readonly name: string
  /** Number of the local authority at the Department for Education, `892`. */
  readonly dfe_number: string
  readonly financial_year: string
  /** How many detail lines with a column for voluntary provision the form of the year has. */
  readonly lines: number
  readonly voluntary_return: VoluntaryReturn
}

/** England in a financial year: one row of the table `totals`. No edition prints a total for England. */
export interface VoluntaryProvisionTotal extends ProvisionAmounts {
  readonly financial_year: string
  readonly area: 'ENGLAND'
  readonly origin: 'summed'
  /** How many councils returned what. */
  readonly councils_amount: number
  readonly councils_reported_zero: number
  readonly councils_none: number
  /** Total expenditure of the councils that returned a figure of voluntary provision, 0 included. */
  readonly total_expenditure_where_returned: number
}

/** A change in what the return holds: one row of the table `breaks`. */
export type ProvisionBreak = Omit<SeriesBreak, 'basis'> & { readonly basis: 'section-251' }
