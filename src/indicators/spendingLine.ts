import { requireRecord } from '../model/given.js'
import type { IndicatorId } from '../model/indicator.js'
import type { FinancialYear } from '../model/period.js'
import type { Account, BudgetLine, OutturnLine } from '../model/spending.js'
import { isCollected } from '../tables/collected.js'
import { type Unit, units } from '../model/unit.js'
import type { Value } from '../model/value.js'
import type { SeriesStep } from '../panel/block.js'
import type { Frame, FramePlace, PanelTerms } from '../panel/frame.js'
import { type Known, Provenances } from '../panel/provenances.js'
import type { Indicator, IndicatorDocumentation, PanelInputs, PanelWriters } from '../panel/indicator.js'
import { type CouncilAccounts, ENGLAND } from './councilAccounts.js'
import { ACCOUNT_TABLES, accountsOf, deflatorOf } from './panelInputs.js'
import { isYear } from './panelRequest.js'
import type { Deflator } from './realTerms.js'

/** What a line of spending is, for those who declare one. */
export interface SpendingDeclaration<Id extends string = string> extends Partial<IndicatorDocumentation> {
  readonly id: Id
  readonly title: string
  /** Its name within a sentence. */
  readonly inWords: string
  readonly account: Account
  /** One line of the account, or several that are summed. */
  readonly lines: readonly (OutturnLine | BudgetLine)[]
  readonly method: string
  /** Under which name the breaks of the series stand in the table of breaks; left out, the line. */
  readonly breakLine?: string
  /** The names, where the line holds others that break too. */
  readonly breakLines?: readonly string[]
  /** First year, where it begins later than the account. */
  readonly availableFrom?: FinancialYear
}

/** The measures of a line of spending. */
const SPENDING_MEASURES = {
  nominal: { title: 'in total, nominal', perHead: false, real: false },
  real: { title: 'in total, real terms', perHead: false, real: true },
  'per-head': { title: 'per person, nominal', perHead: true, real: false },
  'real-per-head': { title: 'per person, real terms', perHead: true, real: true },
} as const

/** One of {@link SPENDING_MEASURES}. */
export type SpendingMeasureId = keyof typeof SPENDING_MEASURES

const ACCOUNTS = {
  outturn: {
    source: 'council-spending',
    text: 'Revenue Outturn, net current expenditure',
    first: '2007-08',
    last: '2023-24',
    what: 'what councils spent',
    otherwise: 'bring the Revenue Outturn summary (RS) of another year and build the data with it',
  },
  budget: {
    source: 'council-budgets',
    text: 'Revenue Account budgets, net current expenditure',
    first: '2010-11',
    last: '2023-24',
    what: 'what councils planned to spend',
    otherwise: 'bring the Revenue Account budget (RA) of another year and build the data with it',
  },
} as const

const KEY_FACTS: Readonly<Record<Account, readonly string[]>> = {
  outturn: [
    'Net current expenditure: what was spent, less fees and charges.',
    'From 2018-19 to 2020-21 the amounts were re-derived by others, who dropped negative ones.',
    'A merged council has the sum of those that passed whole into it.',
  ],
  budget: [
    'A plan made before the year begins, never what was spent.',
    'Plans and spending never share a series.',
    'A merged council has the sum of those that passed whole into it.',
  ],
}

/**
 * The indicators of one line of council spending: in total and per person, nominal and in real terms.
 *
 * A ward has the figure of its council, as `inherited`. Per person, a shire district has its county’s spending added,
 * unless the terms say otherwise. A group of councils has their sum.
 *
 * @param declared the line.
 * @returns its indicators: `culture/nominal`, `culture/real`, `culture/per-head`, `culture/real-per-head`.
 * @example
 * import { spendingLine } from 'wardstick'
 * const environment = spendingLine({
 *   id: 'my-environment',
 *   title: 'Environment',
 *   inWords: 'environmental services',
 *   account: 'outturn',
 *   lines: ['environmental_and_regulatory'],
 *   method: 'The line “environmental and regulatory services”.',
 * })
 * environment.map(({ id }) => id).at(-1) // => 'my-environment/real-per-head'
 */
export function spendingLine(declared: SpendingDeclaration): Indicator[] {
  requireRecord('line of spending', declared, 'id, title, account and lines')
  const { account, id, title, inWords } = declared
  const about = ACCOUNTS[account]
  const measure = (inputs: PanelInputs, frame: Frame, out: PanelWriters): void =>
    measureLine(declared, { inputs, frame, out })
  return (Object.keys(SPENDING_MEASURES) as SpendingMeasureId[]).map((measureId): Indicator => {
    const { perHead, real, title: inTerms } = SPENDING_MEASURES[measureId]
    return {
      id: `${id}/${measureId}` as IndicatorId,
      family: 'spending',
      member: id,
      measureId,
      title: `${title}, ${inTerms}`,
      question: `How much did councils spend on ${inWords}?`,
      noun: { one: inWords, many: inWords },
      ...documentationOf(declared, measureId),
      unitIn: (terms) => unitOf(perHead, real, terms),
      kind: perHead ? 'rate' : 'amount',
      polarity: 'none',
      level: 'council',
      time: 'flow',
      interval: null,
      source: [about.source, ...(perHead ? ['council-populations'] : []), ...(real ? ['deflators'] : [])],
      inputs: ACCOUNT_TABLES,
      missingRule: 'Missing when any line or, per person, the population is missing; never 0.',
      method: `${declared.method} ${about.text}.`,
      coverage: { from: declared.availableFrom ?? about.first, to: about.last, otherwise: about.otherwise },
      form: 'change',
      periodOf: (asked) => (isYear(asked) ? asked : null),
      measure,
    }
  })
}

/** What is said of a line in some terms: what it declares, and otherwise what holds of every line of its account. */
function documentationOf(declared: SpendingDeclaration, measureId: SpendingMeasureId): IndicatorDocumentation {
  const { account, inWords } = declared
  const { perHead, real, title } = SPENDING_MEASURES[measureId]
  return {
    description: declared.description ?? `${capitalised(ACCOUNTS[account].what)} on ${inWords}, ${title}.`,
    keyFacts: declared.keyFacts ?? KEY_FACTS[account],
    processing: declared.processing ?? processingOf(perHead, real),
    cannotSay:
      declared.cannotSay ??
      'It does not show what the money bought, nor where in the council’s area it was spent; fees and other ' +
        'income hide in it.',
  }
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const processingOf = (perHead: boolean, real: boolean): string =>
  [
    'Amounts are as the councils returned them, in thousands of pounds.',
    ...(real ? ['Real terms by one GDP deflator of HM Treasury.'] : []),
    ...(perHead ? ['Divided by the residents of the middle of the year in which the financial year begins.'] : []),
  ].join(' ')

function unitOf(perHead: boolean, real: boolean, { pricesOf }: PanelTerms): Unit {
  const prices = real ? { prices: pricesOf } : {}
  return perHead ? units.pounds({ per: 'head', ...prices }) : units.thousandPounds(prices)
}

/** A figure on its way into a cell. */
interface Amount {
  readonly value: number | null
  readonly known: Known
}

interface Measuring {
  readonly inputs: PanelInputs
  readonly frame: Frame
  readonly out: PanelWriters
}

function measureLine(line: SpendingDeclaration, { inputs, frame, out }: Measuring): void {
  const accounts = accountsOf(inputs)
  const provenances = inputs.once('provenances', () => new Provenances())
  const prices = deflatorOf(inputs, frame.terms.deflator)
  const at: Terms = { accounts, provenances, prices, terms: frame.terms, ofCouncils: new Map() }
  const measured = new Map<string, (MeasuredYear | undefined)[]>()
  const writers = [...out].map(([measureId, writer]) => ({ measureId: measureId as SpendingMeasureId, writer }))
  frame.places.forEach((place, row) => {
    for (const { measureId, writer } of writers)
      writer.breaks(row, stepsOf(line, place, measureId, accounts, frame.terms))
    if (place.councils.length === 0 && !place.isEngland) return
    const owner = place.inherits ? 'council' : place.place.kind
    const accountsKey = place.isEngland ? ENGLAND : place.councils.join(' ')
    const years = measured.get(accountsKey) ?? []
    measured.set(accountsKey, years)
    frame.periods.forEach((period, column) => {
      if (!isYear(period)) return
      const year = (years[column] ??= measureYear(line, place, period, at))
      for (const { measureId, writer } of writers) {
        const { value, known } = year[measureId]
        writer.write(writer.cell(row, column), value, provenances.owned(known, owner, place.inherits))
      }
    })
  })
}

type MeasuredYear = Readonly<Record<SpendingMeasureId, Amount>>

interface Terms {
  readonly accounts: CouncilAccounts
  readonly provenances: Provenances
  readonly prices: Deflator
  readonly terms: PanelTerms
  /** The amounts of single councils, which a county shares with all its districts. */
  readonly ofCouncils: Map<string, Map<FinancialYear, Amounts>>
}

function measureYear(line: SpendingDeclaration, place: FramePlace, year: FinancialYear, at: Terms): MeasuredYear {
  const { accounts, prices, terms } = at
  const members = place.isEngland ? [ENGLAND] : place.councils
  const county = terms.tiers === 'both' && members.length === 1 ? countyOf(accounts, members[0] ?? ENGLAND) : null
  const oneTier = members.some((eCode) => isOneTierOfTwo(accounts, eCode))
  const factor = prices.years.includes(year) ? prices.factor(year, terms.pricesOf) : null
  const [council = ENGLAND, ...others] = members
  const own = others.length === 0 ? amountsOfOne(line, council, year, at) : amountsOf(line, members, year, at)
  const total = oneTier ? ofOneTier(own.nominal, at) : own.nominal
  const perHead =
    county === null ? ownPerHead(own, oneTier, at) : bothTiers(own, amountsOfOne(line, county, year, at), at)
  return {
    nominal: total,
    real: inPrices(total, factor, at),
    'per-head': perHead(1),
    'real-per-head': factor === null ? inPrices(perHead(1), null, at) : perHead(factor),
  }
}

/** Amounts of councils together, and their people. */
interface Amounts {
  readonly nominal: Amount
  readonly people: Amount
}

function amountsOfOne(line: SpendingDeclaration, eCode: string, year: FinancialYear, at: Terms): Amounts {
  const years = at.ofCouncils.get(eCode) ?? new Map<FinancialYear, Amounts>()
  const amounts = years.get(year) ?? amountsOf(line, [eCode], year, at)
  at.ofCouncils.set(eCode, years.set(year, amounts))
  return amounts
}

function amountsOf(line: SpendingDeclaration, members: readonly string[], year: FinancialYear, at: Terms): Amounts {
  const { accounts, provenances } = at
  const collected = line.lines.filter((each) => isCollected(line.account, each, year))
  const lines = collected.length > 0 ? collected : line.lines
  const amountOf = (value: Value): Amount => ({ value: value.value, known: provenances.of(value) })
  const amounts = members.flatMap((eCode) => lines.map((each) => accounts.spending(eCode, each, year, line.account)))
  return {
    nominal: sumOf(amounts.map(amountOf), at),
    people: sumOf(
      members.map((eCode) => amountOf(accounts.population(eCode, year))),
      at,
    ),
  }
}

/** Per person, by a factor of prices. */
type PerHead = (factor: number) => Amount

function ownPerHead(own: Amounts, oneTier: boolean, at: Terms): PerHead {
  return (factor) => {
    const amount = divided(own, factor, at)
    return oneTier ? ofOneTier(amount, at) : amount
  }
}

/** An amount of one of the two tiers that serve an area. */
const ofOneTier = ({ value, known }: Amount, { provenances }: Terms): Amount => ({
  value,
  known: provenances.noted(known, 'one-tier-alone'),
})

function bothTiers(own: Amounts, ofCounty: Amounts, at: Terms): PerHead {
  const { provenances } = at
  const inherited = provenances.of({ status: 'inherited', notes: [] })
  return (factor) => {
    const { value, known } = sumOf([divided(own, factor, at), divided(ofCounty, factor, at)], at)
    return { value, known: provenances.noted(provenances.together(known, inherited), 'both-tiers-added') }
  }
}

const inPrices = ({ value, known }: Amount, factor: number | null, { provenances }: Terms): Amount =>
  value === null || factor === null
    ? { value: null, known: provenances.unknown(known) }
    : { value: value * factor, known }

/** The sum of amounts: missing when one of them is, of the weakest status. */
function sumOf(amounts: readonly Amount[], { provenances }: Terms): Amount {
  const [first, ...rest] = amounts
  if (first === undefined) return { value: null, known: provenances.of({ status: 'missing', notes: [] }) }
  let { value, known } = first
  for (const amount of rest) {
    value = value === null || amount.value === null ? null : value + amount.value
    known = provenances.together(known, amount.known)
  }
  return value === null ? { value, known: provenances.unknown(known) } : { value, known }
}

/** Thousands of pounds in prices, by residents, in pounds. */
function divided({ nominal, people }: Amounts, factor: number, { provenances }: Terms): Amount {
  const known = provenances.together(nominal.known, people.known)
  return nominal.value === null || people.value === null
    ? { value: null, known: provenances.unknown(known) }
    : { value: (nominal.value * factor * 1000) / people.value, known }
}

const isOneTierOfTwo = (accounts: CouncilAccounts, eCode: string): boolean =>
  eCode !== ENGLAND && ['SC', 'SD'].includes(accounts.register.get(eCode).class)

const countyOf = (accounts: CouncilAccounts, eCode: string): string | null =>
  eCode === ENGLAND ? null : accounts.register.get(eCode).county_e_code

/** Where the series of a place breaks: by its form, by the population, and by what its councils book elsewhere. */
function stepsOf(
  { account, lines, breakLine = lines[0] ?? '', breakLines = [breakLine] }: SpendingDeclaration,
  { councils }: FramePlace,
  measureId: SpendingMeasureId,
  accounts: CouncilAccounts,
  { tiers }: PanelTerms,
): SeriesStep[] {
  const { perHead } = SPENDING_MEASURES[measureId]
  const counties = perHead && tiers === 'both' ? councils.flatMap((eCode) => countyOf(accounts, eCode) ?? []) : []
  const booking = new Set([...councils, ...counties])
  return [
    ...accounts.breaks.filter(
      ({ basis, line }) => (basis === account && breakLines.includes(line)) || (perHead && basis === 'population'),
    ),
    ...accounts.remarks.filter(
      (remark) => booking.has(remark.e_code) && remark.account === account && breakLines.includes(remark.line),
    ),
  ].map(({ from, note }) => ({ from, note }))
}
