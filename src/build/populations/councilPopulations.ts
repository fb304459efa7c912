import { internal } from '../../errors.js'
import { existsOn } from '../../geography/council.js'
import { type CouncilRegister } from '../../geography/councilRegister.js'
import type { PeopleByArea } from '../../sources/index.js'
import type { Row } from '../spending/spending.js'

/**
 * People by district code: estimates of 2001 to 2013, 2017 and 2020 on the districts of 2013, and of 2022 on those of
 * 2022.
 */
export interface DistrictPopulations {
  readonly observed: ReadonlyMap<number, PeopleByArea>
  readonly mid2022: PeopleByArea
}

/** Before Census 2021 the series is one; after it begins a second, and nothing is interpolated between the two. */
const SERIES = { before: 'before Census 2021', after: 'after Census 2021' } as const

/**
 * Makes the mid-year population of the area of every council.
 *
 * Years between two estimates of one series are interpolated (`modelled`). A county has the people of its districts; a
 * council made from whole others has theirs, also for years before it began.
 */
export function buildPopulations(districts: DistrictPopulations, register: CouncilRegister): Row[] {
  const observed = [...districts.observed]
    .sort(([a], [b]) => a - b)
    .map(([year, people]) => ({ year, people: byCouncil(people, register) }))
  const mid2022 = byCouncil(districts.mid2022, register)
  return [
    ...register.councils.flatMap(({ e_code, gss_code, name }) =>
      series(
        observed.map(({ year, people }) => ({ year, people: peopleOf(e_code, people, year, register) })),
        peopleOf(e_code, mid2022, 2022, register),
      ).map((row) => ({ e_code, gss_code, name, ...row })),
    ),
    ...series(
      observed.map(({ year, people }) => ({ year, people: sum(people) })),
      sum(mid2022),
    ).map((row) => ({ e_code: 'ENGLAND', gss_code: 'E92000001', name: 'England', ...row })),
  ]
}

interface Estimate {
  readonly year: number
  readonly people: number | null
}

function series(observed: readonly Estimate[], mid2022: number | null): Row[] {
  const rows = observed.flatMap(({ year, people }, i): Row[] => {
    if (people === null) return []
    const next = observed[i + 1]
    return [
      { year, population: people, status: 'observed', series: SERIES.before },
      ...(next?.people == null ? [] : between({ year, people }, { year: next.year, people: next.people })),
    ]
  })
  return mid2022 === null
    ? rows
    : [...rows, { year: 2022, population: mid2022, status: 'observed', series: SERIES.after }]
}

function between(from: { year: number; people: number }, to: { year: number; people: number }): Row[] {
  const span = to.year - from.year
  return Array.from({ length: span - 1 }, (_, i) => ({
    year: from.year + i + 1,
    population: Math.round(from.people + ((to.people - from.people) * (i + 1)) / span),
    status: 'modelled',
    series: SERIES.before,
  }))
}

function byCouncil(people: PeopleByArea, register: CouncilRegister): ReadonlyMap<string, number> {
  return new Map(
    [...people].map(([code, count]) => {
      const council = register.withCode(code)
      if (council === undefined)
        throw internal(`the population files have people in ${code}, which is no council's code`)
      return [council.e_code, count]
    }),
  )
}

/** The people of a council's area: its own, else of its districts, else of the whole councils that it was made from. */
function peopleOf(
  eCode: string,
  source: ReadonlyMap<string, number>,
  year: number,
  register: CouncilRegister,
): number | null {
  const own = source.get(eCode)
  if (own !== undefined) return own
  const day = `${year}-06-30`
  const council = register.get(eCode)
  const districts =
    council.class === 'SC' ? register.districtsOf(eCode, existsOn(council, day) ? day : lastDay(council)) : []
  if (districts.length > 0) return total(districts.map((district) => peopleOf(district.e_code, source, year, register)))
  const predecessors = register
    .predecessorsOf(eCode)
    .filter(({ predecessor_e_code }) => register.get(predecessor_e_code).class !== 'SC')
  if (predecessors.length === 0) return null
  return total(predecessors.map(({ predecessor_e_code }) => peopleOf(predecessor_e_code, source, year, register)))
}

const lastDay = ({ end_date }: { readonly end_date: string | null }): string =>
  end_date === null ? '2007-04-01' : `${Number(end_date.slice(0, 4))}-03-31`

const total = (parts: readonly (number | null)[]): number | null => {
  const known = parts.filter((part) => part !== null)
  return known.length === parts.length && parts.length > 0 ? known.reduce((a, b) => a + b, 0) : null
}

const sum = (people: ReadonlyMap<string, number>): number => [...people.values()].reduce((a, b) => a + b, 0)
