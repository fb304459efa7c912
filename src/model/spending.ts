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
