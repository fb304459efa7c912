import { isCollected } from '../tables/collected.js'
import { COVERAGE } from '../tables/coverage.js'
import { badValue } from '../errors.js'
import type { MeasureDescription } from '../model/indicator.js'
import type { NoteId } from '../model/notes.js'
import { type FinancialYear, startOfFinancialYear } from '../model/period.js'
import { type Account, type BudgetLine, type OutturnLine } from '../model/spending.js'
import { weakestStatus } from '../model/status.js'
import { units } from '../model/unit.js'
import { type Value, combine, sumValues } from '../model/value.js'
import { type CouncilAccounts, ENGLAND } from './councilAccounts.js'
import type { Deflator } from './realTerms.js'

/** An amount of council spending: one line of an account, or the sum of several. */
export interface SpendingIndicator extends MeasureDescription {
  readonly account: Account
  readonly lines: readonly (OutturnLine | BudgetLine)[]
  readonly availableFrom: FinancialYear
  /** Under which name the breaks of the series stand in the table of breaks. */
  readonly breakLine: string
  /** The names, where the line holds others that break too. */
  readonly breakLines?: readonly string[]
  /** Its name within a sentence. */
  readonly inWords: string
}

/** The terms in which an amount is measured. */
export interface Terms {
  /** Prices as they were (`nominal`), or those of one financial year by a deflator. */
  readonly prices: 'nominal' | { readonly of: FinancialYear; readonly by: Deflator }
  readonly perHead: boolean
  /**
   * For a shire district, per head: its own spending (the default), or with its county's added, which serves its
   * residents too.
   */
  readonly tiers?: 'own' | 'both'
}

const SHARED = {
  kind: 'amount',
  unit: units.pounds(),
  polarity: 'none',
  level: 'council',
  missingRule: 'Missing when any line or, per head, the population is missing; never 0.',
} as const
const OUTTURN = {
  ...SHARED,
  account: 'outturn',
  source: 'Revenue Outturn, net current expenditure',
  availableFrom: COVERAGE['council-spending'].outturn.time.from,
} as const
const BUDGET = {
  ...SHARED,
  account: 'budget',
  source: 'Revenue Account budgets, net current expenditure',
  availableFrom: COVERAGE['council-budgets'].budgets.time.from,
} as const

/** One service of the outturn, by its line. */
const service = <Id extends string>(id: Id, title: string, inWords: string, line: OutturnLine, breakLines = [line]) =>
  ({
    id,
    title,
    inWords,
    method: `The line “${title.toLowerCase()}”; net of fees and charges.`,
    lines: [line],
    breakLine: line as string,
    breakLines: breakLines as readonly string[],
    ...OUTTURN,
  }) as const

/**
 * The indicators of council spending. `comparable-services` is what wardstick calls the cut: every service but
 * education (schools left for academies), public health (arrived in 2013), police and fire (not every council's).
 */
export const SPENDING_INDICATORS = {
  'comparable-services': {
    id: 'comparable-services',
    title: 'Comparable services',
    inWords: 'comparable services (all but education, public health, police and fire)',
    method:
      'Sum of highways and transport, social care, housing, culture, environment, planning, courts (to ' +
      '2008-09), central and other services; net of fees and charges.',
    lines: [
      'highways_and_transport',
      'social_care',
      'housing',
      'cultural_and_related',
      'environmental_and_regulatory',
      'planning_and_development',
      'court',
      'central',
      'other',
    ],
    breakLine: 'comparable_services',
    ...OUTTURN,
  },
  culture: {
    id: 'culture',
    title: 'Culture',
    inWords: 'cultural and related services (libraries, leisure, parks, museums, tourism)',
    method: 'The line “cultural and related services”; net of fees and charges.',
    lines: ['cultural_and_related'],
    breakLine: 'cultural_and_related',
    ...OUTTURN,
  },
  'library-budget': {
    id: 'library-budget',
    title: 'Library service (budget)',
    inWords: 'the library service',
    method: 'The line “library service” of the budget.',
    lines: ['library_service'],
    breakLine: 'library_service',
    ...BUDGET,
  },
  'open-spaces-budget': {
    id: 'open-spaces-budget',
    title: 'Parks and open spaces (budget)',
    inWords: 'parks and open spaces',
    method: 'The line “open spaces” of the budget.',
    lines: ['open_spaces'],
    breakLine: 'open_spaces',
    ...BUDGET,
  },
  'recreation-budget': {
    id: 'recreation-budget',
    title: 'Recreation and sport (budget)',
    inWords: 'recreation and sport',
    method: 'The line “recreation and sport” of the budget.',
    lines: ['recreation_and_sport'],
    breakLine: 'recreation_and_sport',
    ...BUDGET,
  },
  'community-development-budget': {
    id: 'community-development-budget',
    title: 'Community development (budget)',
    inWords: 'community development',
    method: 'The line “community development” of the budget.',
    lines: ['community_development'],
    breakLine: 'community_development',
    ...BUDGET,
  },
  'young-people-budget': {
    id: 'young-people-budget',
    title: 'Services for young people (budget)',
    inWords: 'services for young people',
    method: 'The line for young people of the budget, under the title of the year.',
    lines: ['young_people'],
    breakLine: 'young_people',
    ...BUDGET,
    availableFrom: COVERAGE['council-budgets'].budgets.columns.young_people.from,
  },
  'sure-start-budget': {
    id: 'sure-start-budget',
    title: 'Sure Start (budget)',
    inWords: 'Sure Start children’s centres and early years',
    method: 'The line for Sure Start of the budget.',
    lines: ['sure_start'],
    breakLine: 'sure_start',
    ...BUDGET,
    availableFrom: COVERAGE['council-budgets'].budgets.columns.sure_start.from,
  },
  education: service('education', 'Education', 'education', 'education'),
  'highways-and-transport': service(
    'highways-and-transport',
    'Highways and transport',
    'highways and transport',
    'highways_and_transport',
  ),
  'social-care': service('social-care', 'Social care', 'social care of children and adults', 'social_care', [
    'social_care',
    'children_social_care',
  ]),
  'children-social-care': {
    ...service('children-social-care', 'Children’s social care', 'children’s social care', 'children_social_care'),
    availableFrom: '2011-12',
  },
  'adult-social-care': {
    ...service('adult-social-care', 'Adult social care', 'adult social care', 'adult_social_care'),
    availableFrom: '2011-12',
  },
  'public-health': {
    ...service('public-health', 'Public health', 'public health', 'public_health'),
    availableFrom: '2013-14',
  },
  housing: service('housing', 'Housing services', 'housing services', 'housing'),
  environment: service(
    'environment',
    'Environmental and regulatory services',
    'environmental and regulatory services',
    'environmental_and_regulatory',
  ),
  planning: service(
    'planning',
    'Planning and development services',
    'planning and development',
    'planning_and_development',
  ),
  police: service('police', 'Police services', 'the police', 'police'),
  'fire-and-rescue': service('fire-and-rescue', 'Fire and rescue services', 'fire and rescue', 'fire_and_rescue'),
  'central-services': service('central-services', 'Central services', 'central services', 'central'),
  'other-services': service('other-services', 'Other services', 'other services', 'other'),
  'all-services': service(
    'all-services',
    'Total service expenditure',
    'all services together',
    'total_service_expenditure',
  ),
} as const satisfies Readonly<Record<string, SpendingIndicator>>

/** Id of one of {@link SPENDING_INDICATORS}. */
export type SpendingIndicatorId = keyof typeof SPENDING_INDICATORS

/** One of {@link SPENDING_INDICATORS}. */
export interface BuiltInSpendingIndicator extends SpendingIndicator {
  readonly id: SpendingIndicatorId
}

/**
 * The indicator of an id.
 *
 * @throws InputError `bad-value` with the ids that there are.
 * @example
 * import { spendingIndicator } from 'wardstick'
 * spendingIndicator('culture').lines // => ['cultural_and_related']
 */
export function spendingIndicator(id: SpendingIndicatorId): BuiltInSpendingIndicator {
  if (!Object.hasOwn(SPENDING_INDICATORS, id))
    throw badValue('indicator of spending', id, Object.keys(SPENDING_INDICATORS).join(', '))
  return SPENDING_INDICATORS[id]
}

/**
 * Measures an amount of spending of one council, or of all councils of England, in one year.
 *
 * Totals are in thousands of pounds, amounts per head in pounds a resident; the unit names the year of the prices. Per
 * head divides by the population of the middle of the calendar year in which the financial year begins. A line that the
 * form of the year does not have is no part of a sum.
 *
 * @param accounts the accounts to read from.
 * @param indicator what to measure.
 * @param at the place (an e-code or GSS code, or `ENGLAND`), the year, and the base year against which breaks are
 * marked.
 * @param terms nominal or in the prices of a year; in total or per head.
 * @returns the value; `comparable` is false when a break of the series lies between it and the base year.
 * @example
 * import { deflator, measureSpending, spendingIndicator } from 'wardstick'
 * import { loadCouncilData } from 'wardstick/data'
 * const { accounts, deflators } = await loadCouncilData()
 * const prices = { by: deflator(deflators, 'hmt-2025-12'), of: '2009-10' } as const
 * const at = { place: 'E3001', year: '2009-10', base: '2009-10' } as const
 * const culture = spendingIndicator('culture')
 * measureSpending(accounts, culture, at, { prices, perHead: true }).value?.toFixed(2) // => '88.80'
 * measureSpending(accounts, culture, at, { prices: 'nominal', perHead: false }).value // => 26179
 */
export function measureSpending(
  accounts: CouncilAccounts,
  indicator: SpendingIndicator,
  at: { readonly place: string; readonly year: FinancialYear; readonly base: FinancialYear },
  terms: Terms,
): Value {
  const { year, base } = at
  const place = accounts.keyOf(at.place)
  const collected = indicator.lines.filter((line) => isCollected(indicator.account, line, year))
  const nominal = sumValues(
    (collected.length > 0 ? collected : indicator.lines).map((line) =>
      accounts.spending(place, line, year, indicator.account),
    ),
  )
  const { prices } = terms
  const priced = prices === 'nominal' ? {} : { prices: prices.of }
  const amount =
    prices === 'nominal'
      ? nominal
      : {
          ...nominal,
          unit: units.thousandPounds(priced),
          value: nominal.value === null ? null : nominal.value * prices.by.factor(year, prices.of),
          source: [...nominal.source, 'deflators'],
        }
  const county = terms.perHead && terms.tiers === 'both' ? countyOf(accounts, place) : null
  const tier: readonly NoteId[] = county === null && isOneTierOfTwo(accounts, place) ? ['one-tier-alone'] : []
  const measured = terms.perHead
    ? combine([amount, accounts.population(place, year)], (thousands, people) => (thousands * 1000) / people, {
        unit: units.pounds({ per: 'head', ...priced }),
      })
    : amount
  const own = markBreaks({ ...measured, notes: [...measured.notes, ...tier] }, accounts, indicator, {
    place,
    year,
    base,
    perHead: terms.perHead,
  })
  if (county === null) return own
  const ofCounty = measureSpending(accounts, indicator, { ...at, place: county }, { ...terms, tiers: 'own' })
  const both = sumValues([own, ofCounty], { place: own.place })
  return {
    ...both,
    status: weakestStatus([both.status, 'inherited']),
    notes: [...both.notes.filter((note) => note !== 'one-tier-alone'), 'both-tiers-added'],
  }
}

const isOneTierOfTwo = (accounts: CouncilAccounts, place: string): boolean =>
  place !== ENGLAND && ['SC', 'SD'].includes(accounts.register.get(place).class)

const countyOf = (accounts: CouncilAccounts, place: string): string | null =>
  place === ENGLAND ? null : accounts.register.get(place).county_e_code

/** Under which names the breaks of a line stand. */
export const breaksOf = ({
  breakLine,
  breakLines = [breakLine],
}: Pick<SpendingIndicator, 'breakLine' | 'breakLines'>): readonly string[] => breakLines

function markBreaks(
  value: Value,
  accounts: CouncilAccounts,
  indicator: SpendingIndicator,
  at: { place: string; year: FinancialYear; base: FinancialYear; perHead: boolean },
): Value {
  const [early, late] = [at.year, at.base].map(startOfFinancialYear).sort((a, b) => a - b) as [number, number]
  const between = (from: FinancialYear): boolean =>
    startOfFinancialYear(from) > early && startOfFinancialYear(from) <= late
  const met = [
    ...accounts.breaks.filter(
      ({ basis, line }) =>
        (basis === indicator.account && breaksOf(indicator).includes(line)) || (at.perHead && basis === 'population'),
    ),
    ...accounts.remarks.filter(
      ({ e_code, account, line }) =>
        e_code === at.place && account === indicator.account && breaksOf(indicator).includes(line),
    ),
  ].filter(({ from }) => between(from))
  const positiveOnly = value.basis === 'derived-positive-only'
  if (met.length === 0 && !positiveOnly) return value
  return { ...value, comparable: false, notes: [...new Set([...value.notes, ...met.map(({ note }) => note)])] }
}
