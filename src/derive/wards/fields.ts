import type { FieldDescriptor } from '../../model/descriptor.js'
import { LSOA_CHANGES } from '../../model/crosswalk.js'
import { needed, text } from '../fields.js'
import { EDITIONS } from './deprivation.js'

const required = { constraints: { required: true } } as const
const DEGREES = 'degrees, WGS84'

const wardCode = needed('ward_code', 'Ward of 2013')
const lsoaCode = needed('lsoa_code', 'LSOA of 2011')
const people = (name: string, description: string): FieldDescriptor => ({
  name,
  type: 'integer',
  unit: 'people',
  description,
  ...required,
})
const peopleIfKnown = (name: string, description: string): FieldDescriptor => ({
  name,
  type: 'integer',
  unit: 'people',
  description,
})

export const WARD_FIELDS: readonly FieldDescriptor[] = [
  wardCode,
  needed('ward_name', 'Name as published'),
  text('old_code', 'Six-character code of the old ONS scheme'),
  needed(
    'district_code',
    'District, metropolitan or London borough, or unitary authority, by its code at the end of 2013, which is ' +
      'that of 2016 too',
  ),
  needed('district_name', 'Its name'),
  text('county_code', 'County, metropolitan county, Inner or Outer London; empty for unitary authorities'),
  text('county_name', 'Its name'),
  needed('region_code', 'Region'),
  needed('region_name', 'Its name'),
  text(
    'rural_urban_code',
    'Rural-urban class of 2011. Wards whose code is not among those of 2011 have the class of the wards of ' +
      '2011 in which all their LSOAs lay, and none when these have several',
  ),
  text('rural_urban', 'The class in words'),
  {
    name: 'lsoas',
    type: 'integer',
    unit: 'areas',
    description:
      'LSOAs of 2011 that lie in it by best fit; 0 for 30 wards, of which neither people nor deprivation are known',
    ...required,
  },
  {
    name: 'longitude',
    type: 'number',
    unit: DEGREES,
    description:
      'Population-weighted centre: mean of the centres of its LSOAs, weighted by mid-2015 population; empty ' +
      'without an LSOA',
  },
  { name: 'latitude', type: 'number', unit: DEGREES, description: 'As longitude' },
]

export const LSOA_FIELDS: readonly FieldDescriptor[] = [
  lsoaCode,
  wardCode,
  {
    name: 'placed',
    type: 'string',
    description:
      'inside: its population-weighted centre lies in the ward; nearest: it lies in no ward, and the border ' +
      'of this one is nearest',
    constraints: { required: true, enum: ['inside', 'nearest'] },
  },
  {
    name: 'longitude',
    type: 'number',
    unit: DEGREES,
    description: 'Population-weighted centre of Census 2011; from National Grid references, within 1 m',
    ...required,
  },
  { name: 'latitude', type: 'number', unit: DEGREES, description: 'As longitude', ...required },
]

export const LSOA_BRIDGE_FIELDS: readonly FieldDescriptor[] = [
  needed('lsoa_2001', 'LSOA of 2001'),
  needed('lsoa_2011', 'LSOA of 2011'),
  {
    name: 'change',
    type: 'string',
    description: 'U unchanged, S split, M merged, X changed in a more complex way',
    constraints: { required: true, enum: [...LSOA_CHANGES] },
  },
]

export const LSOA_POPULATION_FIELDS: readonly FieldDescriptor[] = [
  lsoaCode,
  ...[2015, 2017, 2020].map((year) =>
    people(`people_${year}`, `Residents, mid-${year}${year === 2015 ? ', without prisoners' : ''}`),
  ),
]

export const WARD_POPULATION_FIELDS: readonly FieldDescriptor[] = [
  wardCode,
  {
    name: 'year',
    type: 'integer',
    description:
      'Mid-year, 30 June: 2015 without prisoners; 2022 rebased to Census 2021, 2020 and before not: not one series',
    ...required,
  },
  people('people', 'Residents'),
  peopleIfKnown('aged_0_15', 'Of them aged 0 to 15; empty where the file of the year has no ages'),
  peopleIfKnown('aged_16_59', 'Of them aged 16 to 59'),
  peopleIfKnown('aged_60_plus', 'Of them aged 60 and over'),
  {
    name: 'status',
    type: 'string',
    description:
      'observed: the sum of its LSOAs; modelled: an LSOA of 2021 that lies in several wards was divided between them',
    constraints: { required: true, enum: ['observed', 'modelled'] },
  },
]

const SCORE = 'IMD score'
const SHARE = 'share, 0 to 1'

export const LSOA_DEPRIVATION_FIELDS: readonly FieldDescriptor[] = [
  lsoaCode,
  ...EDITIONS.map((edition): FieldDescriptor => ({
    name: `imd_${edition}`,
    type: 'number',
    unit: SCORE,
    description: `IMD score of ${edition}${edition < 2015 ? '; empty where no LSOA of 2001 went before it' : ''}`,
  })),
  {
    name: 'income_2010',
    type: 'number',
    unit: SHARE,
    description: 'Share of residents in income-deprived families, IMD 2010; published to two decimals',
  },
  {
    name: 'income_2019',
    type: 'number',
    unit: SHARE,
    description: 'The same in IMD 2019; published to three decimals',
  },
]

export const WARD_DEPRIVATION_FIELDS: readonly FieldDescriptor[] = [
  wardCode,
  {
    name: 'edition',
    type: 'integer',
    description: 'Edition of the English Indices of Deprivation; scores of editions are not comparable, ranks are',
    ...required,
  },
  {
    name: 'imd_score',
    type: 'number',
    unit: SCORE,
    description: 'Mean of its LSOAs weighted by mid-2015 population, those without a score left out',
  },
  {
    name: 'income_share',
    type: 'number',
    unit: SHARE,
    description: 'Share of residents in income-deprived families, the same mean; only in the editions of 2010 and 2019',
  },
  {
    name: 'imd_rank',
    type: 'integer',
    description: 'Rank by score among the wards with people, 1 for the most deprived; equal scores share a rank',
  },
  { name: 'income_rank', type: 'integer', description: 'Rank by income share in the same way' },
]
