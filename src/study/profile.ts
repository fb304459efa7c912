import type { Council } from '../geography/council.js'
import { deflator } from '../indicators/realTerms.js'
import { type SpendingIndicator, type SpendingIndicatorId, spendingIndicator } from '../indicators/spending.js'
import type { FinancialYear } from '../model/period.js'
import type { Value } from '../model/value.js'
import { spendingMeter } from './compare.js'
import type { CouncilData } from '../datasets/studyData.js'
import { noteInWords } from '../values/words.js'

/** One year of an indicator of a council. */
export interface ProfileYear {
  readonly year: FinancialYear
  readonly nominal: Value
  readonly real: Value
  readonly perHead: Value
}

/** What the built-in data hold on one council. */
export interface CouncilProfile {
  readonly council: Council
  readonly county: string | null
  readonly predecessors: readonly string[]
  readonly successors: readonly string[]
  readonly prices: { readonly deflator: string; readonly of: FinancialYear }
  /** By indicator, the years up to the council's end. */
  readonly indicators: readonly { readonly indicator: SpendingIndicator; readonly years: readonly ProfileYear[] }[]
  /** What the notes on the values mean. */
  readonly notes: readonly string[]
}

const PRICES = { deflator: 'hmt-2025-12', of: '2023-24' } as const
const BASES = { outturn: '2009-10', budget: '2010-11' } as const

/** The lines of a profile: the cut, culture, and what is planned line by line. */
const LINES: readonly SpendingIndicatorId[] = [
  'comparable-services',
  'culture',
  'library-budget',
  'open-spaces-budget',
  'recreation-budget',
  'community-development-budget',
  'young-people-budget',
  'sure-start-budget',
]

/**
 * One council's profile: its codes and history, and every indicator of spending by year, nominal, real and per head.
 *
 * @param eCode the council, as found by `register.resolve`.
 * @throws InputError `unknown-place`.
 * @example
 * import { councilProfile } from 'wardstick/study'
 * import { loadCouncilData } from 'wardstick/data'
 * const data = await loadCouncilData()
 * const profile = councilProfile(data.register.resolve('City of Nottingham UA').e_code, data)
 * profile.council.region // => 'East Midlands'
 */
export function councilProfile(eCode: string, { accounts, register, deflators }: CouncilData): CouncilProfile {
  const council = register.get(eCode)
  const prices = { by: deflator(deflators, PRICES.deflator), of: PRICES.of }
  const nameOf = (code: string): string => register.get(code).name
  const indicators = LINES.map(spendingIndicator)
    .map((indicator) => {
      const measured = spendingMeter(accounts, indicator, prices, BASES[indicator.account])
      const years = accounts.years(indicator.account).filter((year) => year >= indicator.availableFrom)
      const measuredYears = years.map((year) => ({
        year,
        nominal: measured.measure(eCode, year, 'nominal'),
        real: measured.measure(eCode, year, 'real'),
        perHead: measured.measure(eCode, year, 'real per head'),
      }))
      return { indicator, years: measuredYears.filter(({ nominal }) => !nominal.notes.includes('council-ended')) }
    })
    .filter(({ years }) => years.length > 0)
  const notes = new Set(indicators.flatMap(({ years }) => years.flatMap(({ perHead }) => perHead.notes)))
  return {
    council,
    county: council.county_e_code === null ? null : nameOf(council.county_e_code),
    predecessors: register
      .predecessorsOf(eCode)
      .map(({ predecessor_e_code, extent }) => `${nameOf(predecessor_e_code)}${extent === 'part' ? ' (part)' : ''}`),
    successors: register.successorsOf(eCode).map(({ successor_e_code }) => nameOf(successor_e_code)),
    prices: PRICES,
    indicators,
    notes: [...notes].map((note) => noteInWords(note, [...accounts.breaks, ...accounts.remarks])),
  }
}
