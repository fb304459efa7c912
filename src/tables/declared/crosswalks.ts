import { declareTable, number, oneOf, required, type RowOf, text, whole } from '../declare.js'
import { DEGREES, LSOA_CHANGE, SHARE } from './columns.js'
import { WARDS } from './wards.js'

const WARD_LIST = required(oneOf(['WD13', 'WD25'], 'List of wards'))

export const SMALL_AREAS = declareTable({
  name: 'small-areas',
  title: 'Pieces of small areas',
  description:
    'One row an LSOA of 2011 and one of 2021 that share ground, with their residents and wards: the smallest ' +
    'pieces that crosswalks are made of.',
  columns: {
    lsoa_2011: required(text('LSOA of 2011; its ward of 2013 is in the table lsoas of the dataset wards')),
    lsoa_2021: required(text('LSOA of 2021 that lies on it')),
    change: LSOA_CHANGE,
    people_2022: required(
      whole(
        'Residents, mid-2022; those of an LSOA of 2021 that lies on several of 2011 are divided between them ' +
          'by mid-2020 residents',
        'people',
      ),
    ),
    ward_2011: required(
      text(
        'Ward of 2011: that of 2013 where its code was in use then, else by the best fit of the LSOAs of ' +
          '2001 that it was made from',
      ),
    ),
    ward_2025: required(text('Ward of 2025')),
    placed_by: required(
      oneOf(
        ['same code', 'best fit of 2024', 'centre', 'nearest centre'],
        'How the ward of 2025 was found. same code: it is that of 2013; best fit of 2024: the official ' +
          'look-up of LSOAs of 2021 to wards of 2024 names it; centre: the ward of 2024 has ended, and the ' +
          'population-weighted centre of the LSOA of 2011 lies in it; nearest centre: that centre lies in no ' +
          'new ward of 2025, and this one is nearest',
      ),
    ),
  },
  primaryKey: ['lsoa_2011', 'lsoa_2021'],
  places: ['lsoa_2011', 'lsoa_2021', 'ward_2011', 'ward_2025'],
})

/**
 * What an LSOA of 2011 and one of 2021 share, and the wards that it lies in: one row of the table `small-areas` of the
 * dataset `crosswalks`.
 */
export type SmallAreaPieceRow = RowOf<typeof SMALL_AREAS>

export const OUTPUT_AREAS = declareTable({
  name: 'output-areas',
  title: 'Output areas of the study cities',
  description: 'One row an output area of 2011 of Nottingham or Peterborough.',
  columns: {
    output_area: required(text('Output area of 2011')),
    lsoa_2011: required(text('LSOA of 2011 that it is a part of')),
    ward_2013: required(
      text('Ward of 2013 in which most of its postcodes lie; for the one without a postcode that of its look-up'),
    ),
    ward_2025: required(text('Ward of 2025, in the same way')),
    postcodes: required(whole('Postcodes of May 2025 in it', 'postcodes')),
    longitude: number(
      'Mean of the points of its postcodes; not weighted by residents; empty without a postcode',
      DEGREES,
    ),
    latitude: number('As longitude', DEGREES),
  },
  primaryKey: ['output_area'],
  places: ['output_area', 'lsoa_2011', 'ward_2013', 'ward_2025'],
})

/** An output area of 2011 of Nottingham or Peterborough: one row of the table `output-areas`. */
export type OutputAreaRow = RowOf<typeof OUTPUT_AREAS>

export const WARDS_WITHOUT_LSOA = declareTable({
  name: 'wards-without-lsoa',
  title: 'Wards in which no LSOA has its centre',
  description: 'One row such a ward and a ward of the other list in which it lies, by area.',
  columns: {
    list: WARD_LIST,
    ward_code: required(text('Ward in which no LSOA has its centre, and whose code is not in the other list')),
    other_list: WARD_LIST,
    other_ward_code: required(text('Ward of the other list')),
    share: required(number('Share of its area that lies there, by a grid of points', SHARE)),
  },
  primaryKey: ['list', 'ward_code', 'other_ward_code'],
  places: ['ward_code'],
})

/** Where a ward lies in which no LSOA has its centre: one row of the table `wards-without-lsoa`. */
export type WardAreaShareRow = RowOf<typeof WARDS_WITHOUT_LSOA>

export const WARD_CODES = declareTable({
  name: 'ward-codes',
  title: 'Ward codes',
  description: 'One row a ward code of England since 2011.',
  columns: {
    ward_code: required(text('Code of a ward of England')),
    ward_name: required(text('Name in the latest list that has it')),
    district_code: required(text('District in that list')),
    district_name: text('Its name'),
    lists: required(
      text(
        'Years whose lists have it. Those of 2011, 2013, 2016, 2019 and 2025 are complete; of 2015 and 2024 ' +
          'the wards with an LSOA are known, of other years the wards whose codes began then',
      ),
    ),
  },
  primaryKey: ['ward_code'],
  places: ['ward_code'],
})

/** A ward code and the lists that have it: one row of the table `ward-codes` of the dataset `crosswalks`. */
export type WardCodeRow = RowOf<typeof WARD_CODES>

/** The columns of the wards of 2013, told of those of 2025. */
export const WARDS_2025 = declareTable({
  name: 'wards',
  title: 'Wards',
  description: 'One row a ward of 2025.',
  columns: {
    ...WARDS.columns,
    ward_code: required(text('Ward of 2025')),
    old_code: text('Empty: the old ONS scheme ended in 2011'),
    district_code: required(text('District, metropolitan or London borough, or unitary authority, in 2025')),
    county_code: text('County, metropolitan county, Inner or Outer London, as in 2019; empty for unitary authorities'),
    rural_urban_code: text(
      'Rural-urban class of 2011: that of the wards of 2011 in which all its LSOAs lay, and none when these ' +
        'have several',
    ),
    lsoas: required(whole('LSOAs of 2021 that lie in it, wholly or in part, by best fit', 'areas')),
    longitude: number(
      'Population-weighted centre: mean of the centres of its LSOAs of 2011, weighted by residents of ' +
        'mid-2022; empty ' +
        'without an LSOA',
      DEGREES,
    ),
  },
  primaryKey: ['ward_code'],
  places: ['ward_code', 'district_code'],
})
