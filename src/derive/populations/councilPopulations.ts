import { internal } from '../../errors.js'
import { type Council, existsOn } from '../../geography/council.js'
import { type CouncilRegister } from '../../geography/councilRegister.js'
import type { PeopleByArea } from '../../sources/index.js'
import type { CouncilPopulationRow } from '../../tables/declared/populations.js'

/** People by district code in the middle of a year, and the series that the estimate is of. */
export interface DistrictEstimate {
  readonly year: number
  readonly people: PeopleByArea
  readonly series: Series
}

/** Before Census 2021 the series is one; after it begins a second, and nothing is interpolated between the two. */
export const SERIES = { before: 'before Census 2021', after: 'after Census 2021' } as const

type Series = (typeof SERIES)[keyof typeof SERIES]

/** The last year whose estimate rests on Census 2011 itself: those of the years after it were rolled forward. */
const LAST_OF_CENSUS_2011 = 2011

/**
 * Makes the mid-year population of the area of every council.
 *
 * Years between two estimates of one series are interpolated (`modelled`). Estimates of the years after 2011 that were
 * made before Census 2021 are `superseded`: the ONS has replaced them. A county has the people of its districts; a
 * council made from whole others has theirs, also for years before it began.
 */
export function buildPopulations(
  districts: readonly DistrictEstimate[],
  register: CouncilRegister,
): CouncilPopulationRow[] {
  const inOrder = [...districts].sort((a, b) => a.year - b.year)
  const councils = inOrder.map((estimate) => ({ ...estimate, people: byCouncil(estimate.people, register) }))
  const england = inOrder.map((estimate) => ({ ...estimate, people: sum(estimate.people) }))
  return [
    ...register.councils.flatMap(({ e_code, gss_code, name }) => {
      const own = councils.map((each) => ({ ...each, people: peopleOf(e_code, each.people, each.year, register) }))
      return seriesOf(own).map((row) => ({ e_code, gss_code, name, ...row }))
    }),
    ...seriesOf(england).map((row) => ({ e_code: 'ENGLAND', gss_code: 'E92000001', name: 'England', ...row })),
  ]
}

/** A row of the table without its council. */
type Row = Omit<CouncilPopulationRow, 'e_code' | 'gss_code' | 'name'>

interface Estimate {
  readonly year: number
  readonly people: number | null
  readonly series: Series
}

function seriesOf(estimates: readonly Estimate[]): Row[] {
  return estimates.flatMap(({ year, people, series }, i): Row[] => {
    if (people === null) return []
    const next = estimates[i + 1]
    const joined = next?.people != null && next.series === series
    return [
      populationRow(year, people, 'observed', series),
      ...(joined ? between({ year, people, series }, { year: next.year, people: next.people }) : []),
    ]
  })
}

function populationRow(year: number, population: number, status: 'observed' | 'modelled', series: Series): Row {
  const superseded = series === SERIES.before && year > LAST_OF_CENSUS_2011
  return { year, population, status, superseded, series }
}

function between(
  from: { readonly year: number; readonly people: number; readonly series: Series },
  to: { readonly year: number; readonly people: number },
): Row[] {
  const span = to.year - from.year
  return Array.from({ length: span - 1 }, (_, i) => {
    const people = Math.round(from.people + ((to.people - from.people) * (i + 1)) / span)
    return populationRow(from.year + i + 1, people, 'modelled', from.series)
  })
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
  const districts = council.class === 'SC' ? register.districtsOf(eCode, dayOfDistricts(council, day, register)) : []
  if (districts.length > 0) return total(districts.map((district) => peopleOf(district.e_code, source, year, register)))
  const predecessors = register
    .predecessorsOf(eCode)
    .filter(({ predecessor_e_code }) => register.get(predecessor_e_code).class !== 'SC')
  if (predecessors.length === 0) return null
  return total(predecessors.map(({ predecessor_e_code }) => peopleOf(predecessor_e_code, source, year, register)))
}

/** The day whose districts a county is made of: its last where it has ended, and the first that is known before it. */
function dayOfDistricts(county: Council, day: string, { covers }: CouncilRegister): string {
  if (day < covers.from) return covers.from
  return existsOn(county, day) ? day : `${(county.end_date ?? covers.to).slice(0, 4)}-03-31`
}

const total = (parts: readonly (number | null)[]): number | null => {
  const known = parts.filter((part) => part !== null)
  return known.length === parts.length && parts.length > 0 ? known.reduce((a, b) => a + b, 0) : null
}

const sum = (people: ReadonlyMap<string, number>): number => [...people.values()].reduce((a, b) => a + b, 0)
