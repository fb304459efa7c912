import { POOL_ACCESS, POOL_KINDS, POOL_STATUSES } from '../../model/amenity.js'
import type { FieldDescriptor } from '../../model/descriptor.js'
import { needed, text } from '../fields.js'

const required = { constraints: { required: true } } as const
const choice = (name: string, description: string, values: readonly string[]): FieldDescriptor => ({
  name,
  type: 'string',
  description,
  constraints: { required: true, enum: [...values] },
})
const flag = (name: string, description: string): FieldDescriptor => ({
  name,
  type: 'boolean',
  description,
  ...required,
})

const place: readonly FieldDescriptor[] = [
  { name: 'longitude', type: 'number', unit: 'degrees', description: 'WGS84', ...required },
  { name: 'latitude', type: 'number', unit: 'degrees', description: 'WGS84', ...required },
  text(
    'ward_code',
    'Ward of 2013 by point in polygon; empty for a point outside every ward that lies too far from the nearest',
  ),
]

export const POOL_FIELDS: readonly FieldDescriptor[] = [
  needed('pool_id', 'Facility ID of Active Places'),
  needed(
    'site_id',
    'Site ID of Active Places; a site may hold several pools, and may have closed ones beside open ones',
  ),
  choice(
    'kind',
    'main (main or general), leisure (free-form), learner (learner, teaching, training), diving: indoors; ' +
      'lido: in the open air',
    POOL_KINDS,
  ),
  choice('status', 'On the day of the edition; temporarily closed holds lidos out of season too', POOL_STATUSES),
  choice('access', 'Who may swim, the last known state; Pay and Play is public', POOL_ACCESS),
  text('management', 'Who runs it, the last known state; empty where not known'),
  { name: 'built_year', type: 'integer', description: 'Year of building' },
  flag('built_estimated', 'Whether the year of building is an estimate'),
  {
    name: 'opened_date',
    type: 'date',
    description: 'Day of opening, where one is printed that lies in the year of building or the next',
  },
  { name: 'closed_date', type: 'date', description: 'First day on which it was no longer open' },
  {
    name: 'closed_precision',
    type: 'string',
    description: 'year for 1 January, on which closings known by the year alone are entered',
    constraints: { enum: ['day', 'year'] },
  },
  text('closure_reason', 'Code of the reason for closing; its words are not in the files'),
  flag('seasonal', 'Open for a part of the year only'),
  { name: 'area_m2', type: 'number', unit: 'm2', description: 'Water area; empty where printed as 0' },
  flag('area_estimated', 'Whether length, width and area are estimates'),
  { name: 'length_m', type: 'number', unit: 'm', description: 'Length; empty where printed as 0' },
  { name: 'lanes', type: 'integer', description: 'As printed; 0 both for none and for not recorded', ...required },
  ...place,
  text('same_pool_as', 'Facility ID of the open entry of the same pool under another site, by which it is counted'),
]

export const SITE_FIELDS: readonly FieldDescriptor[] = [
  needed('site_id', 'Site ID of Active Places'),
  ...place,
  { name: 'pools', type: 'integer', description: 'Pools of any access and status, closed ones too', ...required },
  { name: 'public_pools', type: 'integer', description: 'Those of them with the access Pay and Play', ...required },
]
