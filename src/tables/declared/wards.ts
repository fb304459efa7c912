import { declareTable, number, oneOf, required, type RowOf, text, whole } from '../declare.js'
import { DEGREES, LSOA_CHANGE, SHARE } from './columns.js'

const SCORE = 'IMD score'
const WARD_OF_2013 = required(text('Ward of 2013'))
const LSOA_OF_2011 = required(text('LSOA of 2011'))

export const WARDS = declareTable({
  name: 'wards',
  title: 'Wards',
  description: 'One row a ward of 2013.',
  columns: {
    ward_code: WARD_OF_2013,
    ward_name: required(text('Name as published')),
    old_code: text('Six-character code of the old ONS scheme'),
    district_code: required(
      text(
        'District, metropolitan or London borough, or unitary authority, by its code at the end of 2013, ' +
          'which is that of 2016 too',
      ),
    ),
    district_name: required(text('Its name')),
    county_code: text('County, metropolitan county, Inner or Outer London; empty for unitary authorities'),
    county_name: text('Its name'),
    region_code: required(text('Region')),
    region_name: required(text('Its name')),
    rural_urban_code: text(
      'Rural-urban class of 2011. Wards whose code is not among those of 2011 have the class of the wards of ' +
        '2011 in which all their LSOAs lay, and none when these have several',
    ),
    rural_urban: text('The class in words'),
    lsoas: required(
      whole(
        'LSOAs of 2011 that lie in it by best fit; 0 for 30 wards, of which neither people nor deprivation are known',
        'areas',
      ),
    ),
    longitude: number(
      'Population-weighted centre: mean of the centres of its LSOAs, weighted by mid-2015 population; empty ' +
        'without an LSOA',
      DEGREES,
    ),
    latitude: number('As longitude', DEGREES),
  },
  primaryKey: ['ward_code'],
  places: ['ward_code', 'district_code'],
})

/** A ward of 2013: one row of the table `wards` of the dataset `wards`. */
export type WardRow = RowOf<typeof WARDS>

export const WARD_POPULATIONS = declareTable({
  name: 'ward-populations',
  title: 'Residents by ward',
  description:
    'One row a ward with people and year. Mid-2022 is published on the LSOAs of 2021; those that lie in ' +
    'several wards are divided by mid-2020 people.',
  columns: {
    ward_code: WARD_OF_2013,
    year: required(
      whole(
        'Mid-year, 30 June: 2015 without prisoners; 2022 rebased to Census 2021, 2020 and before not: not one series',
      ),
    ),
    people: required(whole('Residents', 'people')),
    aged_0_15: whole('Of them aged 0 to 15; empty where the file of the year has no ages', 'people'),
    aged_16_59: whole('Of them aged 16 to 59', 'people'),
    aged_60_plus: whole('Of them aged 60 and over', 'people'),
    status: required(
      oneOf(
        ['observed', 'modelled'],
        'observed: the sum of its LSOAs; modelled: an LSOA of 2021 that lies in several wards was divided between them',
      ),
    ),
  },
  primaryKey: ['ward_code', 'year'],
  time: 'year',
  places: ['ward_code'],
})

/**
 * Residents of a ward in one year: one row of `ward-populations`; ages are null where the file of the year has none.
 */
export type WardPopulationRow = RowOf<typeof WARD_POPULATIONS>

export const WARD_DEPRIVATION = declareTable({
  name: 'ward-deprivation',
  title: 'Deprivation by ward',
  description: 'One row a ward with people and edition.',
  columns: {
    ward_code: WARD_OF_2013,
    edition: required(
      whole('Edition of the English Indices of Deprivation; scores of editions are not comparable, ranks are'),
    ),
    imd_score: number('Mean of its LSOAs weighted by mid-2015 population, those without a score left out', SCORE),
    income_share: number(
      'Share of residents in income-deprived families, the same mean; only in the editions of 2010 and 2019',
      SHARE,
    ),
    imd_rank: whole('Rank by score among the wards with people, 1 for the most deprived; equal scores share a rank'),
    income_rank: whole('Rank by income share in the same way'),
  },
  primaryKey: ['ward_code', 'edition'],
  time: 'edition',
  places: ['ward_code'],
})

/**
 * Deprivation of a ward in one edition: one row of `ward-deprivation`; means of its LSOAs weighted by mid-2015
 * population.
 */
export type WardDeprivationRow = RowOf<typeof WARD_DEPRIVATION>

export const LSOAS = declareTable({
  name: 'lsoas',
  title: 'LSOAs of 2011',
  description: 'One row an LSOA of 2011, with the ward of 2013 that it belongs to by best fit.',
  columns: {
    lsoa_code: LSOA_OF_2011,
    ward_code: WARD_OF_2013,
    placed: required(
      oneOf(
        ['inside', 'nearest'],
        'inside: its population-weighted centre lies in the ward; nearest: it lies in no ward, and the ' +
          'border of this one is nearest',
      ),
    ),
    longitude: required(
      number('Population-weighted centre of Census 2011; from National Grid references, within 1 m', DEGREES),
    ),
    latitude: required(number('As longitude', DEGREES)),
  },
  primaryKey: ['lsoa_code'],
  places: ['lsoa_code', 'ward_code'],
})

/** An LSOA of 2011: one row of the table `lsoas`. */
export type LsoaRow = RowOf<typeof LSOAS>

export const LSOA_POPULATIONS = declareTable({
  name: 'lsoa-populations',
  title: 'Residents by LSOA',
  description: 'One row an LSOA of 2011.',
  columns: {
    lsoa_code: LSOA_OF_2011,
    people_2015: required(whole('Residents, mid-2015, without prisoners', 'people')),
    people_2017: required(whole('Residents, mid-2017', 'people')),
    people_2020: required(whole('Residents, mid-2020', 'people')),
  },
  primaryKey: ['lsoa_code'],
  places: ['lsoa_code'],
})

/**
 * Residents of an LSOA of 2011: one row of `lsoa-populations`. Mid-2015 leaves prisoners out; mid-2022 is published for
 * the LSOAs of 2021 and, like the ages, stands in `ward-populations` alone.
 */
export type LsoaPopulationRow = RowOf<typeof LSOA_POPULATIONS>

export const LSOA_DEPRIVATION = declareTable({
  name: 'lsoa-deprivation',
  title: 'Deprivation by LSOA',
  description:
    'One row an LSOA of 2011. Editions to 2010 are published on the LSOAs of 2001: one of 2011 made from ' +
    'several has their plain mean, the parts of a divided one have the score of the whole.',
  columns: {
    lsoa_code: LSOA_OF_2011,
    imd_2004: number('IMD score of 2004; empty where no LSOA of 2001 went before it', SCORE),
    imd_2007: number('IMD score of 2007; empty where no LSOA of 2001 went before it', SCORE),
    imd_2010: number('IMD score of 2010; empty where no LSOA of 2001 went before it', SCORE),
    imd_2015: number('IMD score of 2015', SCORE),
    imd_2019: number('IMD score of 2019', SCORE),
    income_2010: number('Share of residents in income-deprived families, IMD 2010; published to two decimals', SHARE),
    income_2019: number('The same in IMD 2019; published to three decimals', SHARE),
  },
  primaryKey: ['lsoa_code'],
  places: ['lsoa_code'],
})

/**
 * Deprivation of an LSOA of 2011 in each edition of the indices: one row of `lsoa-deprivation`; null where an edition
 * has none.
 */
export type LsoaDeprivationRow = RowOf<typeof LSOA_DEPRIVATION>

export const LSOA_BRIDGE = declareTable({
  name: 'lsoa-bridge',
  title: 'LSOA 2001 to LSOA 2011',
  description: 'One row a pair of LSOAs that share ground, with the kind of change.',
  columns: {
    lsoa_2001: required(text('LSOA of 2001')),
    lsoa_2011: required(text('LSOA of 2011')),
    change: LSOA_CHANGE,
  },
  primaryKey: ['lsoa_2001', 'lsoa_2011'],
  places: ['lsoa_2001', 'lsoa_2011'],
})

/** An LSOA of 2001 and one of 2011 that share ground: one row of the table `lsoa-bridge` of the dataset `wards`. */
export type LsoaBridgeRow = RowOf<typeof LSOA_BRIDGE>
