import { closest, distance } from 'fastest-levenshtein'
import { badValue, unknownName, usage } from '../errors.js'
import { COUNCIL_SETS } from '../geography/councilSets.js'
import { CATALOGUE, indicator } from '../indicators/catalogue.js'
import type { AskedCouncils, AskedPlaces } from '../indicators/panelRequest.js'
import { type FinancialYear, isFinancialYear, yearsOf } from '../model/period.js'
import type { AskedPeriod, PanelTerms } from '../panel/frame.js'
import type { Indicator } from '../panel/indicator.js'
import { isDay } from '../values/date.js'

/** Indicators that were asked for. */
export interface AskedIndicators {
  /** Those asked for by their ids. */
  readonly named: readonly Indicator[]
  /** Those that came with a member or a pattern. */
  readonly together: readonly Indicator[]
}

const itemsOf = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '')

/**
 * The indicators of an option: ids, members (`culture`, all its measures) and patterns, in which a star stands for any
 * letters.
 *
 * @throws InputError `bad-value` with the nearest id; `usage` for none.
 */
export function indicatorsIn(texts: readonly string[]): AskedIndicators {
  const asked = itemsOf(texts)
  if (asked.length === 0) throw usage('--indicators names none.')
  const found = asked.map((text) => ({ text, together: matching(text) }))
  return {
    named: found.flatMap(({ text, together }) => (together.length > 0 ? [] : [indicatorNamed(text)])),
    together: found.flatMap(({ together }) => together),
  }
}

/**
 * The indicator of an id. @throws InputError `bad-value` with the nearest; for a text of one part with the nearest
 * member.
 */
export function indicatorNamed(id: string): Indicator {
  if (id.includes('/')) return indicator(id)
  throw unknownName('indicator', id, [...new Set(CATALOGUE.map(({ member }) => member))])
}

function matching(text: string): readonly Indicator[] {
  if (!text.includes('*')) return CATALOGUE.filter(({ member }) => member === text)
  const pattern = new RegExp(`^${text.split('*').map(escaped).join('.*')}$`)
  const found = CATALOGUE.filter(({ id }) => pattern.test(id))
  if (found.length === 0)
    throw unknownName('--indicators', text, ['*', ...new Set(CATALOGUE.map(({ member }) => `${member}/*`))])
  return found
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

const PERIODS =
  'a financial year such as 2009-10, years from one to another such as 2007-08..2017-18, a day such as 2010-03-31, ' +
  'or what happened between two days such as 2010-03-31..2015-03-31'

/** The periods of an option. @throws InputError `bad-value`, or `usage` for none. */
export function periodsIn(texts: readonly string[]): AskedPeriod[] {
  const asked = itemsOf(texts)
  if (asked.length === 0) throw usage('--periods names none.')
  return asked.flatMap(periodsOfText)
}

function periodsOfText(text: string): AskedPeriod[] {
  const [from = '', to, ...more] = text.split('..').map((each) => each.trim())
  const known = (isDay(from) || isFinancialYear(from)) && more.length === 0
  if (known && to === undefined) return [from as AskedPeriod]
  if (isFinancialYear(from) && to !== undefined && isFinancialYear(to)) return yearsOf({ from, to })
  if (isDay(from) && to !== undefined && isDay(to)) return [{ since: from, until: to } as AskedPeriod]
  throw badValue('--periods', text, PERIODS)
}

/** The options for terms. */
export interface TermOptions {
  readonly prices?: string
  readonly deflator?: string
  readonly tiers?: string
}

const DEFLATORS: readonly PanelTerms['deflator'][] = ['hmt-2025-12', 'hmt-2019-09']
const TIERS: readonly PanelTerms['tiers'][] = ['both', 'own']

/** The terms of amounts that options ask for. @throws InputError `bad-value`. */
export function termsIn({ prices, deflator, tiers }: TermOptions): Partial<PanelTerms> {
  if (prices !== undefined && !isFinancialYear(prices))
    throw badValue('--prices', prices, 'a financial year such as 2023-24')
  return {
    ...(prices === undefined ? {} : { pricesOf: prices satisfies FinancialYear }),
    ...(deflator === undefined ? {} : { deflator: oneOf('--deflator', deflator, DEFLATORS) }),
    ...(tiers === undefined ? {} : { tiers: oneOf('--tiers', tiers, TIERS) }),
  }
}

function oneOf<Item extends string>(option: string, text: string, items: readonly Item[]): Item {
  const found = items.find((item) => item === text)
  if (found === undefined) throw unknownName(option, text, items)
  return found
}

/** The options for places. */
export interface PlaceOptions {
  readonly wards?: readonly string[]
  readonly council?: string
  readonly councils?: readonly string[]
  readonly england?: true
}

/** Whether a text is the name or the code of a ward, or of a council. */
export interface PlaceNames {
  readonly isWard: (text: string) => boolean
  readonly isCouncil: (text: string) => boolean
}

/** The places that options ask for. @throws InputError `usage` for none; `bad-value` for a misspelt set of councils. */
export function placesIn({ wards, council, councils, england }: PlaceOptions, names: PlaceNames): AskedPlaces {
  if (wards === undefined && council === undefined && councils === undefined && england === undefined)
    throw usage('No places: give --wards, --council, --councils or --england.')
  return {
    ...(wards === undefined && council === undefined ? {} : { wards: wardsIn(wards, council, names) }),
    ...(councils === undefined ? {} : { councils: councilsIn(councils, names) }),
    ...(england === undefined ? {} : { england }),
  }
}

function wardsIn(
  wards: readonly string[] | undefined,
  council: string | undefined,
  { isWard }: PlaceNames,
): NonNullable<AskedPlaces['wards']> {
  if (wards === undefined) return { council: council ?? '' }
  const asked = placeNamesIn(wards, isWard)
  if (asked.length === 0) throw usage('--wards names none.')
  if (council !== undefined) return asked.map((ward) => ({ ward, council }))
  return asked.length === 1 && asked[0] === 'england' ? 'england' : asked
}

function councilsIn(texts: readonly string[], { isCouncil }: PlaceNames): AskedCouncils {
  const asked = placeNamesIn(texts, isCouncil)
  const [first] = asked
  if (first === undefined) throw usage('--councils names none.')
  const sets = ['all', ...COUNCIL_SETS.map(({ id }) => id)]
  if (asked.length === 1 && sets.includes(first)) return councilSetOf(first)
  const strange = asked.find((text) => sets.includes(text))
  if (strange !== undefined) throw usage(`--councils: '${strange}' is a set, which stands alone.`)
  const near = asked.find((text) => !isCouncil(text) && distance(text, closest(text, sets)) <= 2)
  if (near !== undefined) throw unknownName('--councils', near, sets)
  return asked
}

/** The set of councils of an id, or all. @throws InputError `bad-value` with the nearest. */
export function councilSetOf(id: string): 'all' | (typeof COUNCIL_SETS)[number] {
  const found = id === 'all' ? 'all' : COUNCIL_SETS.find((set) => set.id === id)
  if (found === undefined) throw unknownName('set of councils', id, ['all', ...COUNCIL_SETS.map((set) => set.id)])
  return found
}

/** The names of an option, separated by commas; one that has commas itself is known as a whole. */
function placeNamesIn(texts: readonly string[], isName: (text: string) => boolean): string[] {
  return texts.flatMap((text) => {
    const parts = text.split(',')
    const names: string[] = []
    for (let from = 0; from < parts.length;) {
      const name = (to: number): string => parts.slice(from, to).join(',').trim()
      let to = parts.length
      while (to > from + 1 && !isName(name(to))) to--
      names.push(name(to))
      from = to
    }
    return names.filter((each) => each !== '')
  })
}
