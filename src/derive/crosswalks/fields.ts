import { LSOA_CHANGES } from '../../model/crosswalk.js'
import type { FieldDescriptor } from '../../model/descriptor.js'
import { needed, text } from '../fields.js'
import { WARD_FIELDS } from '../wards/fields.js'

const required = { constraints: { required: true } } as const
const change: FieldDescriptor = {
  name: 'change',
  type: 'string',
  description: 'U unchanged, S split, M merged, X changed in a more complex way',
  constraints: { required: true, enum: [...LSOA_CHANGES] },
}
const list = (name: string): FieldDescriptor => ({
  name,
  type: 'string',
  description: 'List of wards',
  constraints: { required: true, enum: ['WD13', 'WD25'] },
})

export const SMALL_AREA_FIELDS: readonly FieldDescriptor[] = [
  needed('lsoa_2011', 'LSOA of 2011; its ward of 2013 is in the table lsoas of the dataset wards'),
  needed('lsoa_2021', 'LSOA of 2021 that lies on it'),
  change,
  {
    name: 'people_2022',
    type: 'integer',
    unit: 'people',
    description:
      'Residents, mid-2022; those of an LSOA of 2021 that lies on several of 2011 are divided between them by ' +
      'mid-2020 residents',
    ...required,
  },
  needed(
    'ward_2011',
    'Ward of 2011: that of 2013 where its code was in use then, else by the best fit of the LSOAs of 2001 ' +
      'that it was made from',
  ),
  needed('ward_2025', 'Ward of 2025'),
  {
    name: 'placed_by',
    type: 'string',
    description:
      'How the ward of 2025 was found. same code: it is that of 2013; best fit of 2024: the official look-up ' +
      'of LSOAs of 2021 to wards of 2024 names it; centre: the ward of 2024 has ended, and the ' +
      'population-weighted centre of the LSOA of 2011 lies in it; ' +
      'nearest centre: that centre lies in no new ward of 2025, and this one is nearest',
    constraints: { required: true, enum: ['same code', 'best fit of 2024', 'centre', 'nearest centre'] },
  },
]

export const OUTPUT_AREA_FIELDS: readonly FieldDescriptor[] = [
  needed('output_area', 'Output area of 2011'),
  needed('lsoa_2011', 'LSOA of 2011 that it is a part of'),
  needed(
    'ward_2013',
    'Ward of 2013 in which most of its postcodes lie; for the one without a postcode that of its look-up',
  ),
  needed('ward_2025', 'Ward of 2025, in the same way'),
  { name: 'postcodes', type: 'integer', unit: 'postcodes', description: 'Postcodes of May 2025 in it', ...required },
  {
    name: 'longitude',
    type: 'number',
    unit: 'degrees, WGS84',
    description: 'Mean of the points of its postcodes; not weighted by residents; empty without a postcode',
  },
  { name: 'latitude', type: 'number', unit: 'degrees, WGS84', description: 'As longitude' },
]

export const AREA_SHARE_FIELDS: readonly FieldDescriptor[] = [
  list('list'),
  needed('ward_code', 'Ward in which no LSOA has its centre, and whose code is not in the other list'),
  list('other_list'),
  needed('other_ward_code', 'Ward of the other list'),
  {
    name: 'share',
    type: 'number',
    unit: 'share, 0 to 1',
    description: 'Share of its area that lies there, by a grid of points',
    ...required,
  },
]

export const WARD_CODE_FIELDS: readonly FieldDescriptor[] = [
  needed('ward_code', 'Code of a ward of England'),
  needed('ward_name', 'Name in the latest list that has it'),
  needed('district_code', 'District in that list'),
  text('district_name', 'Its name'),
  needed(
    'lists',
    'Years whose lists have it. Those of 2011, 2013, 2016, 2019 and 2025 are complete; of 2015 and 2024 the ' +
      'wards with an LSOA are known, of other years the wards whose codes began then',
  ),
]

/** The columns of the wards of 2013, told of those of 2025. */
export const WARD_2025_FIELDS: readonly FieldDescriptor[] = WARD_FIELDS.map((field): FieldDescriptor => {
  const told: Readonly<Record<string, string>> = {
    ward_code: 'Ward of 2025',
    old_code: 'Empty: the old ONS scheme ended in 2011',
    district_code: 'District, metropolitan or London borough, or unitary authority, in 2025',
    county_code: 'County, metropolitan county, Inner or Outer London, as in 2019; empty for unitary authorities',
    rural_urban_code:
      'Rural-urban class of 2011: that of the wards of 2011 in which all its LSOAs lay, and none when these ' +
      'have several',
    lsoas: 'LSOAs of 2021 that lie in it, wholly or in part, by best fit',
    longitude:
      'Population-weighted centre: mean of the centres of its LSOAs of 2011, weighted by residents of ' +
      'mid-2022; empty without an LSOA',
  }
  return { ...field, description: told[field.name] ?? field.description }
})
