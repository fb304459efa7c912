import { IDENTITY_DECISIONS, LIBRARY_EVENTS, LIBRARY_OPERATORS, LIBRARY_PLACES_KNOWN_BY, LIBRARY_TYPES } from '../../model/amenity.js'
import type { FieldDescriptor } from '../../model/descriptor.js'
import { needed, text } from '../fields.js'
import { LIBRARY_EDITIONS } from '../../model/amenity.js'

const required = { constraints: { required: true } } as const
const libraryId = needed('library_id', 'GSS code of the authority and a slug of the name')
const operator: FieldDescriptor = {
  name: 'operator',
  type: 'string',
  description:
    'Who runs it: the council; a body commissioned by it; a community group; an independent one; empty where not told',
  constraints: { enum: [...LIBRARY_OPERATORS] },
}

export const LIBRARY_FIELDS: readonly FieldDescriptor[] = [
  libraryId,
  needed('name', 'Name in the latest edition that has it'),
  needed('authority_code', 'GSS code of the library authority of 2023'),
  needed('authority_name', 'Name of the authority'),
  {
    name: 'type',
    type: 'string',
    description:
      'static; mobile; prison; archive; book collection: a shelf of books in another building; other: an office, ' +
      'a private or a local history library, one of a hospital',
    constraints: { required: true, enum: [...LIBRARY_TYPES] },
  },
  text('postcode', 'Postcode in the latest edition that has it'),
  { name: 'longitude', type: 'number', unit: 'degrees, WGS84', description: 'Longitude; empty where not known' },
  { name: 'latitude', type: 'number', unit: 'degrees, WGS84', description: 'Latitude; empty where not known' },
  text('coordinates_from', 'Where the coordinates are from'),
  text('ward_code', 'Ward of 2013 by point in polygon'),
  {
    ...operator,
    name: 'operator_2010',
    description: 'Who ran it on 1 April 2010: the council where it is the first operator told, else not known',
    constraints: { required: true, enum: [...LIBRARY_OPERATORS] },
  },
  {
    name: 'statutory_2010',
    type: 'boolean',
    description: 'Whether it was part of the statutory service on 1 April 2010; empty where no edition says',
  },
  {
    name: 'status_known',
    type: 'boolean',
    description: 'false: on 31 December 2023 neither a closing nor an operator is known',
    ...required,
  },
]

export const PLACE_FIELDS: readonly FieldDescriptor[] = [
  libraryId,
  {
    name: 'from_earliest',
    type: 'date',
    description: 'First day on which it may have come to this address; empty for its first since 1 April 2010',
  },
  {
    name: 'from_latest',
    type: 'date',
    description: 'Day from which it certainly stood at this address; empty for its first since 1 April 2010',
  },
  text('postcode', 'Postcode of the address'),
  { name: 'longitude', type: 'number', unit: 'degrees, WGS84', description: 'Longitude of its likeliest point' },
  { name: 'latitude', type: 'number', unit: 'degrees, WGS84', description: 'Latitude of its likeliest point' },
  {
    name: 'known_by',
    type: 'string',
    description:
      'coordinates: printed for it; postcode: of another library of the postcode, or of the postcode itself; ' +
      'successor: where it or the library that took its place went; postcode sector, postcode district: the middle ' +
      'of the known places there; place name: the wards of its authority that bear its name; none',
    constraints: { required: true, enum: [...LIBRARY_PLACES_KNOWN_BY] },
  },
  {
    name: 'within_m',
    type: 'integer',
    unit: 'metres',
    description: 'It stood within so many metres of the point; 0 where coordinates are printed',
  },
  text('ward_code', 'Ward of 2013 at the point'),
  text(
    'possible_wards',
    'Wards of 2013 in which it may have stood; empty where the ward is certain or nothing is known',
  ),
]

export const EVENT_FIELDS: readonly FieldDescriptor[] = [
  libraryId,
  {
    name: 'kind',
    type: 'string',
    description: 'What happened',
    constraints: { required: true, enum: [...LIBRARY_EVENTS] },
  },
  { name: 'earliest', type: 'date', description: 'First day on which it may have happened', ...required },
  { name: 'latest', type: 'date', description: 'Day from which it certainly has happened', ...required },
  {
    name: 'precision',
    type: 'string',
    description: 'day, month, year, or between the days of two editions',
    constraints: { required: true, enum: ['day', 'month', 'year', 'between'] },
  },
  { ...operator, description: 'For transferred: who runs it from then on' },
  text('successor_id', 'For replaced: the library that took its place'),
  text('editions', 'Editions that say so'),
  text('disagreement', 'What other editions say'),
  text('remark', 'Words of the source; for moved: the postcodes'),
]

export const IDENTITY_FIELDS: readonly FieldDescriptor[] = [
  libraryId,
  {
    name: 'edition',
    type: 'string',
    description: 'Edition of the list',
    constraints: { required: true, enum: [...LIBRARY_EDITIONS] },
  },
  { name: 'row', type: 'integer', description: 'Row of the source file, header included', ...required },
  needed('name', 'Name as printed'),
  text('postcode', 'Postcode as printed, in its usual form'),
  needed('rule', 'The rule that decided; by hand where no rule can tell'),
  {
    name: 'decision',
    type: 'string',
    description: 'What was decided',
    constraints: { required: true, enum: [...IDENTITY_DECISIONS] },
  },
  needed('reason', 'Why; for a decision by hand what the lists say, with the edition'),
]

export const EDITION_FIELDS: readonly FieldDescriptor[] = [
  libraryId,
  {
    name: 'edition',
    type: 'string',
    description: 'LibraryEdition of the list; 2023-raw: in the file as collected alone',
    constraints: { required: true, enum: [...LIBRARY_EDITIONS] },
  },
  { name: 'row', type: 'integer', description: 'Row of the source file, header included', ...required },
  needed('name', 'Name as printed'),
  text('postcode', 'Postcode as printed, in its usual form'),
  {
    name: 'state',
    type: 'string',
    description: 'State on the day of the edition; empty where it does not say',
    constraints: { enum: ['open', 'closed', 'temporarily closed'] },
  },
  operator,
  { name: 'statutory', type: 'boolean', description: 'Whether the council counts it as part of its statutory service' },
  {
    name: 'hours',
    type: 'number',
    unit: 'hours a week',
    description: 'Hours open, as printed or summed from intervals',
  },
  { name: 'staffed_hours', type: 'number', unit: 'hours a week', description: 'Hours with staff' },
]
