import type { CouncilRegister } from '../../geography/councilRegister.js'
import {
  type PeopleByArea,
  readAreaLookup,
  readDistrictPopulations,
  readSmallAreaPopulations,
} from '../../sources/index.js'
import { POPULATION_SOURCES } from '../catalogue.js'
import * as fields from '../fields.js'
import { type Opener, noted, quality, table } from '../opener.js'
import { type BuiltDataset, LICENCES } from '../package.js'
import { buildPopulations } from './councilPopulations.js'

/** The dataset `council-populations`. */
export async function populationDataset(opener: Opener, register: CouncilRegister): Promise<BuiltDataset> {
  const cards = POPULATION_SOURCES
  const districts = readDistrictPopulations(await opener.open(cards.districts))
  const lsoa2011 = readAreaLookup(await opener.open(cards.lsoa2011), 'LSOA11CD', 'LAD15CD')
  const lsoa2021 = readAreaLookup(await opener.open(cards.lsoa2021), 'lsoa21_code', 'ltla22_code')
  const mid2017 = readSmallAreaPopulations(
    await opener.open(cards.mid2017),
    { code: 'lsoa11_code', people: 'total_population' },
    lsoa2011.areaOf,
  )
  const mid2020 = readSmallAreaPopulations(
    await opener.open(cards.mid2020),
    { code: 'lsoa11_code', people: 'total_population' },
    lsoa2011.areaOf,
  )
  const mid2022 = readSmallAreaPopulations(
    await opener.open(cards.mid2022),
    { code: 'lsoacd', people: 'population' },
    lsoa2021.areaOf,
  )
  return {
    name: 'council-populations',
    title: 'Mid-year populations of council areas, 2001 to 2022',
    description:
      'ONS mid-year estimates of the area of each council: observed for 2001 to 2013, 2017, 2020 and 2022, ' +
      'interpolated between those of one series. ' +
      'Estimates before and after Census 2021 are not one series: nothing is interpolated between mid-2020 ' +
      'and mid-2022.',
    licences: [LICENCES.ogl3],
    sources: [
      opener.describe(cards.districts, districts.counts),
      opener.describe(cards.mid2017, mid2017.counts),
      opener.describe(cards.mid2020, mid2020.counts),
      opener.describe(cards.mid2022, mid2022.counts),
      opener.describe(cards.lsoa2011, lsoa2011.counts),
      opener.describe(cards.lsoa2021, lsoa2021.counts),
    ],
    tables: [
      table(
        'populations',
        'Populations',
        'One row a council (or ENGLAND) and year; a year without a row is missing.',
        fields.POPULATION_FIELDS,
        buildPopulations(
          {
            observed: new Map([...districts.years, [2017, mid2017.people], [2020, mid2020.people]]),
            mid2022: mid2022.people,
          },
          register,
        ),
        ['e_code', 'year'],
      ),
      quality(
        noted(
          cards.mid2022,
          'mislabelled-edition',
          'kept under its right name: its total is the ONS estimate of mid-2022, not of Census 2021',
          { value: String(sumOf(mid2022.people)) },
        ),
      ),
    ],
  }
}

const sumOf = (people: PeopleByArea): number => [...people.values()].reduce((a, b) => a + b, 0)
