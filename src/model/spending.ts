import { type FinancialYear, startOfFinancialYear } from './period.js'

/** The service lines of the Revenue Outturn summary (net current expenditure), in the order of the form. */
export const OUTTURN_LINES = [
  'education',
  'highways_and_transport',
  'children_social_care',
  'adult_social_care',
  'social_care',
  'public_health',
  'housing',
  'cultural_and_related',
  'environmental_and_regulatory',
  'planning_and_development',
  'police',
  'fire_and_rescue',
  'court',
  'central',
  'other',
  'total_service_expenditure',
] as const

/** One of {@link OUTTURN_LINES}. */
export type OutturnLine = (typeof OUTTURN_LINES)[number]

/** The lines kept from the Revenue Account budgets. */
export const BUDGET_LINES = [
  'education',
  'children_social_care',
  'sure_start',
  'young_people',
  'cultural_and_related',
  'culture_and_heritage',
  'library_service',
  'open_spaces',
  'recreation_and_sport',
  'community_development',
  'total_service_expenditure',
] as const

/** One of {@link BUDGET_LINES}. */
export type BudgetLine = (typeof BUDGET_LINES)[number]

/**
 * Class of a council: unitary authority, metropolitan district, London borough, shire county, shire district.
 * `O` (police, fire, parks, waste, combined authorities, the Greater London Authority) is not a council.
 */
export const COUNCIL_CLASSES = ['UA', 'MD', 'LB', 'SC', 'SD'] as const

/** One of {@link COUNCIL_CLASSES}. */
export type CouncilClass = (typeof COUNCIL_CLASSES)[number]

/** Which account an amount stands in: what was spent, or what was planned. */
export type Account = 'outturn' | 'budget'

/** First and last year in which an account has a line; a line that is not here it has in every year. */
const COLLECTED: Readonly<Record<Account, Readonly<Record<string, { readonly from?: number; readonly to?: number }>>>> =
  {
    outturn: {
      court: { to: 2008 },
      children_social_care: { from: 2011 },
      adult_social_care: { from: 2011 },
      public_health: { from: 2013 },
    },
    budget: {
      young_people: { from: 2011 },
      children_social_care: { from: 2012 },
      sure_start: { from: 2014 },
    },
  }

/**
 * Whether an account has a line in a year. Outturn: courts to 2008-09, children's and adult social care apart from
 * 2011-12 (their sum in every year), public health from 2013-14. Budgets: young people from 2011-12, children's social
 * care from 2012-13, Sure Start from 2014-15.
 *
 * @example
 * import { isCollected } from 'wardstick/tables'
 * isCollected('outturn', 'public_health', '2012-13') // => false
 * isCollected('budget', 'sure_start', '2014-15') // => true
 */
export function isCollected(account: Account, line: OutturnLine | BudgetLine, year: FinancialYear): boolean {
  const start = startOfFinancialYear(year)
  const { from = 0, to = 9999 } = COLLECTED[account][line] ?? {}
  return start >= from && start <= to
}
