import { POPULATIONS } from '../../tables/declared/populations.js'
import type { CouncilRegister } from '../../geography/councilRegister.js'
import {
  type PeopleByArea,
  readAreaLookup,
  readDistrictEstimates,
  readDistrictPopulations,
  readSmallAreaPopulations,
} from '../../sources/index.js'
import { POPULATION_SOURCES } from '../catalogue.js'
import { type Opener, noted, quality, table } from '../opener.js'
import { type BuiltDataset, LICENCES } from '../package.js'
import { SERIES, buildPopulations } from './councilPopulations.js'

const OF_ONS = { code: 'Code', people: 'All ages', england: 'E92000001' }
const OF_DEFRA = {
  code: 'ONS Code',
  people: 'Mid population estimates',
  england: '*Total',
  year: { column: 'Year', is: '2021-22' },
}

/** The dataset `council-populations`. */
export async function populationDataset(opener: Opener, register: CouncilRegister): Promise<BuiltDataset> {
  const cards = POPULATION_SOURCES
  const districts = readDistrictPopulations(await opener.open(cards.districts))
  const lsoa2011 = readAreaLookup(await opener.open(cards.lsoa2011), 'LSOA11CD', 'LAD15CD')
  const lsoa2021 = readAreaLookup(await opener.open(cards.lsoa2021), 'lsoa21_code', 'ltla22_code')
  const of2016And2019 = await opener.open(cards.mid2016And2019)
  const totals = { code: 'lsoa11_code', people: 'total_population' }
  const mid2016 = readSmallAreaPopulations(of2016And2019, { code: 'lsoa11', people: 'pop2016' }, lsoa2011.areaOf)
  const mid2017 = readSmallAreaPopulations(await opener.open(cards.mid2017), totals, lsoa2011.areaOf)
  const mid2019 = readSmallAreaPopulations(of2016And2019, { code: 'lsoa11', people: 'pop2019' }, lsoa2011.areaOf)
  const mid2020 = readSmallAreaPopulations(await opener.open(cards.mid2020), totals, lsoa2011.areaOf)
  const mid2021 = readDistrictEstimates(await opener.open(cards.mid2021), OF_DEFRA)
  const mid2022 = readSmallAreaPopulations(
    await opener.open(cards.mid2022),
    { code: 'lsoacd', people: 'population' },
    lsoa2021.areaOf,
  )
  const mid2023 = readDistrictEstimates(await opener.open(cards.mid2023), OF_ONS)
  const mid2024 = readDistrictEstimates(await opener.open(cards.mid2024), OF_ONS)
  const estimates = [
    ...[
      ...districts.years,
      [2016, mid2016.people] as const,
      [2017, mid2017.people] as const,
      [2019, mid2019.people] as const,
      [2020, mid2020.people] as const,
    ].map(([year, people]) => ({ year, people, series: SERIES.before })),
    ...[mid2021, mid2022, mid2023, mid2024].map(({ people }, i) => ({
      year: 2021 + i,
      people,
      series: SERIES.after,
    })),
  ]
  return {
    name: 'council-populations',
    title: 'Mid-year populations of council areas, 2001 to 2024',
    description:
      'ONS mid-year estimates of the area of each council: observed for 2001 to 2013, 2016, 2017 and 2019 to 2024, ' +
      'interpolated for 2014, 2015 and 2018. ' +
      'Estimates before and after Census 2021 are not one series: nothing is interpolated between mid-2020 ' +
      'and mid-2021. Those of 2012 to 2020 are superseded: the ONS has replaced them since the census.',
    licences: [LICENCES.ogl3],
    sources: [
      opener.describe(cards.districts, districts.counts),
      opener.describe(cards.mid2016And2019, mid2016.counts),
      opener.describe(cards.mid2017, mid2017.counts),
      opener.describe(cards.mid2020, mid2020.counts),
      opener.describe(cards.mid2021, mid2021.counts),
      opener.describe(cards.mid2022, mid2022.counts),
      opener.describe(cards.mid2023, mid2023.counts),
      opener.describe(cards.mid2024, mid2024.counts),
      opener.describe(cards.lsoa2011, lsoa2011.counts),
      opener.describe(cards.lsoa2021, lsoa2021.counts),
    ],
    tables: [
      table(POPULATIONS, buildPopulations(estimates, register)),
      quality([
        ...noted(
          cards.mid2016And2019,
          'earlier-edition',
          'kept and named so: mid-2016 is the first edition, which the ONS revised in March 2018',
          { column: 'pop2016', value: String(sumOf(mid2016.people)) },
        ),
        ...noted(
          cards.mid2022,
          'mislabelled-edition',
          'kept under its right name: its total is the ONS estimate of mid-2022, not of Census 2021',
          { value: String(sumOf(mid2022.people)) },
        ),
      ]),
    ],
  }
}

const sumOf = (people: PeopleByArea): number => [...people.values()].reduce((a, b) => a + b, 0)
