import { internal } from '../../errors.js'
import { groupBy } from '../../tables/groupBy.js'
import type { LsoaPopulationRow, WardPopulationRow } from '../../tables/declared/wards.js'
import type { LsoaSuccession } from '../../sources/index.js'
import type { PlacedLsoa } from './lsoas.js'

/** Residents in all and in three bands of age. */
export interface Residents {
  readonly people: number
  readonly aged_0_15: number
  readonly aged_16_59: number
  readonly aged_60_plus: number
}

/** Residents by LSOA of 2011, by year. */
export type ResidentsByYear = Readonly<Record<2015 | 2017 | 2020, ReadonlyMap<string, Residents>>>

/** Single years of age, the last one open: the columns of the mid-year files. */
export const AGES = [...Array.from({ length: 90 }, (_, age) => String(age)), '90+']

/** Sums single years of age to the three bands, which must come to its `people`. */
export function residentsOfAges(ages: Readonly<Record<string, number>>): Residents {
  const people = ages['people'] ?? Number.NaN
  const sum = (from: number, to: number): number =>
    AGES.slice(from, to).reduce((total, age) => total + (ages[age] ?? Number.NaN), 0)
  const residents = { people, aged_0_15: sum(0, 16), aged_16_59: sum(16, 60), aged_60_plus: sum(60, AGES.length) }
  if (residents.aged_0_15 + residents.aged_16_59 + residents.aged_60_plus !== people)
    throw internal(`the years of age of an LSOA do not sum to its ${people} people`)
  return residents
}

const residentsIn = (residents: ReadonlyMap<string, Residents>, lsoa: string): Residents => {
  const found = residents.get(lsoa)
  if (found === undefined) throw internal(`no residents of ${lsoa}`)
  return found
}

/** The rows of the table `lsoa-populations`. */
export function lsoaPopulationRows(placed: readonly PlacedLsoa[], years: ResidentsByYear): LsoaPopulationRow[] {
  const peopleIn = (year: keyof ResidentsByYear, lsoa: string): number => residentsIn(years[year], lsoa).people
  return placed.map(({ lsoa_code }) => ({
    lsoa_code,
    people_2015: peopleIn(2015, lsoa_code),
    people_2017: peopleIn(2017, lsoa_code),
    people_2020: peopleIn(2020, lsoa_code),
  }))
}

/** What an LSOA of 2011 and one of 2021 share, with its people. */
export interface PopulatedPiece extends LsoaSuccession {
  readonly people: number
}

/**
 * The people of the LSOAs of 2021 on the LSOAs of 2011 that they lie on, in the order of their codes.
 *
 * One that lies on several is divided by the mid-2020 people of these, each less the people of its other LSOAs of 2021
 * that lie on it alone; into whole people by the largest remainder, so that nobody is lost.
 */
export function populatedPieces(
  people: ReadonlyMap<string, number>,
  changes: readonly LsoaSuccession[],
  mid2020: ReadonlyMap<string, Residents>,
): PopulatedPiece[] {
  const before = groupBy(changes, ({ to }) => to)
  const after = groupBy(changes, ({ from }) => from)
  const settledElsewhere = (lsoa2011: string): number =>
    (after.get(lsoa2011) ?? [])
      .filter(({ to }) => before.get(to)?.length === 1)
      .reduce((sum, { to }) => sum + (people.get(to) ?? 0), 0)
  return [...people]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([lsoa2021, count]) => {
      const own = before.get(lsoa2021) ?? []
      if (own.length === 0) throw internal(`${lsoa2021} lies on no LSOA of 2011`)
      const weights = new Map(
        own.map(({ from }) => [
          from,
          own.length === 1 ? 1 : Math.max(0, residentsIn(mid2020, from).people - settledElsewhere(from)),
        ]),
      )
      const parts = shares(count, weights)
      return own.map((piece): PopulatedPiece => ({ ...piece, people: parts.get(piece.from) ?? 0 }))
    })
}

/**
 * People of the wards in a year that is published on the LSOAs of 2021, and the LSOAs of 2021 that had to be divided.
 */
export interface DividedPeople {
  readonly people: ReadonlyMap<string, number>
  readonly divided: readonly {
    readonly lsoa_2021: string
    readonly people: number
    readonly parts: ReadonlyMap<string, number>
  }[]
}

/** Puts the people of the LSOAs of 2021 into the wards of the LSOAs of 2011 that they lie on. */
export function wardsOfLsoa2021(pieces: readonly PopulatedPiece[], wardOf: ReadonlyMap<string, string>): DividedPeople {
  const total = new Map<string, number>()
  const divided: { lsoa_2021: string; people: number; parts: ReadonlyMap<string, number> }[] = []
  for (const [lsoa_2021, own] of groupBy(pieces, ({ to }) => to)) {
    const parts = new Map<string, number>()
    for (const { from, people } of own) {
      const ward = wardOf.get(from)
      if (ward === undefined) throw internal(`${from} is in no ward`)
      parts.set(ward, (parts.get(ward) ?? 0) + people)
    }
    if (parts.size > 1) divided.push({ lsoa_2021, people: own.reduce((sum, { people }) => sum + people, 0), parts })
    for (const [ward, part] of parts) total.set(ward, (total.get(ward) ?? 0) + part)
  }
  return { people: total, divided }
}

/**
 * Divides whole people by weights: each part rounded down, the rest to the largest remainders, then to the lower code.
 */
export function shares(count: number, weights: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sum = [...weights.values()].reduce((a, b) => a + b, 0)
  const exact = [...weights].map(([key, weight]) => ({ key, exact: (count * weight) / sum }))
  const parts = new Map(exact.map((part) => [part.key, Math.floor(part.exact)]))
  const left = count - [...parts.values()].reduce((a, b) => a + b, 0)
  const order = [...exact].sort((a, b) => (b.exact % 1) - (a.exact % 1) || (a.key < b.key ? -1 : 1))
  for (const { key } of order.slice(0, left)) parts.set(key, (parts.get(key) ?? 0) + 1)
  return parts
}

/** The rows of the table `ward-populations`: wards with an LSOA, by code and year. */
export function wardPopulationRows(
  placed: readonly PlacedLsoa[],
  years: ResidentsByYear,
  mid2022: DividedPeople,
): WardPopulationRow[] {
  const modelled = new Set(mid2022.divided.flatMap(({ parts }) => [...parts.keys()]))
  return [...groupBy(placed, ({ ward_code }) => ward_code)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([ward_code, lsoas]): WardPopulationRow[] => [
      ...([2015, 2017, 2020] as const).map((year): WardPopulationRow => {
        const residents = lsoas.map(({ lsoa_code }) => residentsIn(years[year], lsoa_code))
        const sum = (of: keyof Residents): number => residents.reduce((total, each) => total + each[of], 0)
        return {
          ward_code,
          year,
          people: sum('people'),
          aged_0_15: sum('aged_0_15'),
          aged_16_59: sum('aged_16_59'),
          aged_60_plus: sum('aged_60_plus'),
          status: 'observed',
        }
      }),
      {
        ward_code,
        year: 2022,
        people: mid2022.people.get(ward_code) ?? 0,
        aged_0_15: null,
        aged_16_59: null,
        aged_60_plus: null,
        status: modelled.has(ward_code) ? 'modelled' : 'observed',
      },
    ])
}
