import type { IndicatorId } from '../model/indicator.js'
import type { NoteId } from '../model/notes.js'
import type { FinancialYear } from '../model/period.js'
import { type Account, type BudgetLine, type OutturnLine, isCollected } from '../model/spending.js'
import { type Status, weakestStatus } from '../model/status.js'
import { type Unit, units } from '../model/unit.js'
import type { Basis, Value } from '../model/value.js'
import type { PanelWriter, Provenance, SeriesStep } from '../panel/block.js'
import type { FramePlace, PanelTerms } from '../panel/frame.js'
import type {
  Indicator,
  IndicatorDocumentation,
  PanelInputs,
  PanelWriters,
  TableReference,
} from '../panel/indicator.js'
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
export const SPENDING_MEASURES = {
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
  const { account, id, title, inWords } = declared
  const about = ACCOUNTS[account]
  const measure = (inputs: PanelInputs, frame: Parameters<Indicator['measure']>[1], out: PanelWriters): void =>
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
      description: declared.description ?? `${capitalised(about.what)} on ${inWords}, ${inTerms}.`,
      keyFacts: declared.keyFacts ?? KEY_FACTS[account],
      processing: declared.processing ?? processingOf(perHead, real),
      cannotSay:
        declared.cannotSay ??
        'It does not show what the money bought, nor where in the council’s area it was spent; fees and other income hide in it.',
      unitIn: (terms) => unitOf(perHead, real, terms),
      kind: perHead ? 'rate' : 'amount',
      polarity: 'none',
      level: 'council',
      time: 'flow',
      interval: null,
      source: [about.source, ...(perHead ? ['council-populations'] : []), ...(real ? ['deflators'] : [])],
      inputs: ACCOUNT_TABLES as readonly TableReference[],
      missingRule: 'Missing when any line or, per person, the population is missing; never 0.',
      method: `${declared.method} ${about.text}.`,
      coverage: { from: declared.availableFrom ?? about.first, to: about.last, otherwise: about.otherwise },
      form: 'change',
      periodOf: (asked) => (isYear(asked) ? asked : null),
      measure,
    }
  })
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
  readonly status: Status
  readonly basis?: Basis | undefined
  readonly notes: readonly NoteId[]
}

interface Measuring {
  readonly inputs: PanelInputs
  readonly frame: Parameters<Indicator['measure']>[1]
  readonly out: PanelWriters
}

function measureLine(line: SpendingDeclaration, { inputs, frame, out }: Measuring): void {
  const accounts = accountsOf(inputs)
  const prices = deflatorOf(inputs, frame.terms.deflator)
  const measured = new Map<string, MeasuredYear>()
  const writers = [...out].map(([measureId, writer]) => ({ measureId: measureId as SpendingMeasureId, writer }))
  frame.places.forEach((place, row) => {
    for (const { measureId, writer } of writers)
      writer.breaks(row, stepsOf(line, place, measureId, accounts, frame.terms))
    if (place.councils.length === 0 && !place.isEngland) return
    frame.periods.forEach((period, column) => {
      if (!isYear(period)) return
      const key = `${place.isEngland ? ENGLAND : place.councils.join(' ')} ${period}`
      const year = measured.get(key) ?? measureYear(line, place, period, { accounts, prices, terms: frame.terms })
      measured.set(key, year)
      for (const { measureId, writer } of writers) writeAmount(writer, writer.cell(row, column), year[measureId], place)
    })
  })
}

type MeasuredYear = Readonly<Record<SpendingMeasureId, Amount>>

interface Terms {
  readonly accounts: CouncilAccounts
  readonly prices: Deflator
  readonly terms: PanelTerms
}

function measureYear(line: SpendingDeclaration, place: FramePlace, year: FinancialYear, at: Terms): MeasuredYear {
  const { accounts, prices, terms } = at
  const members = place.isEngland ? [ENGLAND] : place.councils
  const factor = prices.years.includes(year) ? prices.factor(year, terms.pricesOf) : null
  const inReal = (amount: Amount): Amount =>
    factor === null ? { ...amount, value: null, status: 'missing' } : { ...amount, value: times(amount.value, factor) }
  const nominal = sumOf(members.map((eCode) => amountOf(line, eCode, year, accounts)))
  const people = sumOf(members.map((eCode) => accounts.population(eCode, year)))
  const county = terms.tiers === 'both' && members.length === 1 ? countyOf(accounts, members[0] ?? ENGLAND) : null
  const oneTier: readonly NoteId[] =
    county === null && members.some((eCode) => isOneTierOfTwo(accounts, eCode)) ? ['one-tier-alone'] : []
  const perHead = (amounts: Amount): Amount => withNotes(divided(amounts, people), oneTier)
  if (county === null)
    return { nominal, real: inReal(nominal), 'per-head': perHead(nominal), 'real-per-head': perHead(inReal(nominal)) }
  const ofCounty = amountOf(line, county, year, accounts)
  const countyPeople = accounts.population(county, year)
  const both = (own: Amount, other: Amount): Amount => {
    const sum = sumOf([divided(own, people), divided(other, countyPeople)])
    return withNotes({ ...sum, status: weakestStatus([sum.status, 'inherited']) }, ['both-tiers-added'])
  }
  return {
    nominal,
    real: inReal(nominal),
    'per-head': both(nominal, ofCounty),
    'real-per-head': both(inReal(nominal), inReal(ofCounty)),
  }
}

const times = (value: number | null, factor: number): number | null => (value === null ? null : value * factor)

/** The nominal amount of a council: the sum of the lines that the form of the year has. */
function amountOf(line: SpendingDeclaration, eCode: string, year: FinancialYear, accounts: CouncilAccounts): Amount {
  const collected = line.lines.filter((each) => isCollected(line.account, each, year))
  return sumOf(
    (collected.length > 0 ? collected : line.lines).map((each) => accounts.spending(eCode, each, year, line.account)),
  )
}

/** The sum of amounts: missing when one of them is, of the weakest status. */
function sumOf(amounts: readonly (Amount | Value)[]): Amount {
  const [first, ...rest] = amounts
  if (first === undefined) return { value: null, status: 'missing', notes: [] }
  if (rest.length === 0) return first as Amount
  let value: number | null = 0
  for (const amount of amounts) value = value === null || amount.value === null ? null : value + amount.value
  return {
    value,
    status: value === null ? 'missing' : weakestStatus(amounts.map(({ status }) => status)),
    basis: first.basis,
    notes: [...new Set(amounts.flatMap(({ notes }) => notes as readonly NoteId[]))],
  }
}

/** Thousands of pounds by residents, in pounds. */
function divided(amount: Amount, people: Amount | Value): Amount {
  const value = amount.value === null || people.value === null ? null : (amount.value * 1000) / people.value
  return {
    value,
    status: value === null ? 'missing' : weakestStatus([amount.status, people.status]),
    basis: amount.basis,
    notes: withoutRepeats(amount.notes, people.notes as readonly NoteId[]),
  }
}

const withoutRepeats = (notes: readonly NoteId[], more: readonly NoteId[]): readonly NoteId[] =>
  more.length === 0 ? notes : [...new Set([...notes, ...more])]

const withNotes = (amount: Amount, notes: readonly NoteId[]): Amount =>
  notes.length === 0 ? amount : { ...amount, notes: withoutRepeats(amount.notes, notes) }

function writeAmount(writer: PanelWriter, cell: number, amount: Amount, place: FramePlace): void {
  const { value, status, basis, notes } = amount
  const provenance: Provenance = {
    status: place.inherits ? weakestStatus([status, 'inherited']) : status,
    owner: place.inherits ? 'council' : place.place.kind,
    ...(basis === undefined ? {} : { basis }),
    ...(basis === 'derived-positive-only' ? { comparable: false } : {}),
    notes: place.inherits ? [...notes, 'council-figure-for-ward'] : notes,
  }
  writer.write(cell, value, provenance)
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
  ].map(({ from, note }) => ({ from, note: note as NoteId }))
}
