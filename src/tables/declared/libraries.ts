import {
  DATE_PRECISIONS,
  IDENTITY_DECISIONS,
  LIBRARY_EDITIONS,
  LIBRARY_EVENTS,
  LIBRARY_OPERATORS,
  LIBRARY_PLACES_KNOWN_BY,
  LIBRARY_TYPES,
} from '../../model/amenity.js'
import { day, declareTable, flag, number, oneOf, required, type RowOf, text, whole } from '../declare.js'
import { DEGREES } from './columns.js'

const LIBRARY_ID = required(text('GSS code of the authority and a slug of the name'))

export const LIBRARIES = declareTable({
  name: 'libraries',
  title: 'Libraries',
  description: 'One row a library.',
  columns: {
    library_id: LIBRARY_ID,
    name: required(text('Name in the latest edition that has it')),
    authority_code: required(text('GSS code of the library authority of 2023')),
    authority_name: required(text('Name of the authority')),
    type: required(
      oneOf(
        LIBRARY_TYPES,
        'static; mobile; prison; archive; book collection: a shelf of books in another building; other: an ' +
          'office, a private or a local history library, one of a hospital',
      ),
    ),
    postcode: text('Postcode in the latest edition that has it'),
    longitude: number('Longitude; empty where not known', DEGREES),
    latitude: number('Latitude; empty where not known', DEGREES),
    coordinates_from: text('Where the coordinates are from'),
    ward_code: text('Ward of 2013 by point in polygon'),
    operator_2010: required(
      oneOf(
        LIBRARY_OPERATORS,
        'Who ran it on 1 April 2010: the council where it is the first operator told, else not known',
      ),
    ),
    statutory_2010: flag('Whether it was part of the statutory service on 1 April 2010; empty where no edition says'),
    status_known: required(flag('false: on 31 December 2023 neither a closing nor an operator is known')),
  },
  primaryKey: ['library_id'],
  places: ['library_id', 'authority_code', 'ward_code'],
})

/** A library: one row of the table `libraries` of the dataset `libraries`. */
export type LibraryRow = RowOf<typeof LIBRARIES>

export const LIBRARY_PLACES = declareTable({
  name: 'places',
  title: 'Places',
  description:
    'Where each library stood and since when: one row a library and address, with what it is known by and ' +
    'how near the point it lies.',
  columns: {
    library_id: LIBRARY_ID,
    from_earliest: day('First day on which it may have come to this address; empty for its first since 1 April 2010'),
    from_latest: day('Day from which it certainly stood at this address; empty for its first since 1 April 2010'),
    postcode: text('Postcode of the address'),
    longitude: number('Longitude of its likeliest point', DEGREES),
    latitude: number('Latitude of its likeliest point', DEGREES),
    known_by: required(
      oneOf(
        LIBRARY_PLACES_KNOWN_BY,
        'coordinates: printed for it; postcode: of another library of the postcode, or of the postcode ' +
          'itself; successor: where it or the library that took its place went; postcode sector, postcode ' +
          'district: the middle of the known places there; place name: the wards of its authority that bear ' +
          'its name; none',
      ),
    ),
    within_m: whole('It stood within so many metres of the point; 0 where coordinates are printed', 'metres'),
    ward_code: text('Ward of 2013 at the point'),
    possible_wards: text(
      'Wards of 2013 in which it may have stood; empty where the ward is certain or nothing is known',
    ),
  },
  places: ['library_id', 'ward_code'],
})

/** Where a library stood, and since when: one row of the table `places` of the dataset `libraries`. */
export type LibraryPlaceRow = RowOf<typeof LIBRARY_PLACES>

export const LIBRARY_EVENTS_TABLE = declareTable({
  name: 'events',
  title: 'Events',
  description: 'One row an event, in the order of the day from which it certainly has happened.',
  columns: {
    library_id: LIBRARY_ID,
    kind: required(oneOf(LIBRARY_EVENTS, 'What happened')),
    earliest: required(day('First day on which it may have happened')),
    latest: required(day('Day from which it certainly has happened')),
    precision: required(oneOf(DATE_PRECISIONS, 'day, month, year, or between the days of two editions')),
    operator: oneOf(LIBRARY_OPERATORS, 'For transferred: who runs it from then on'),
    successor_id: text('For replaced: the library that took its place'),
    editions: text('Editions that say so'),
    disagreement: text('What other editions say'),
    remark: text('Words of the source; for moved: the postcodes'),
  },
  places: ['library_id'],
})

/** Something that happened to a library: one row of the table `events`. */
export type LibraryEventRow = RowOf<typeof LIBRARY_EVENTS_TABLE>

export const LIBRARY_EDITION_ENTRIES = declareTable({
  name: 'editions',
  title: 'Editions',
  description: 'What each edition prints of a library, by library and edition.',
  columns: {
    library_id: LIBRARY_ID,
    edition: required(oneOf(LIBRARY_EDITIONS, 'LibraryEdition of the list; 2023-raw: in the file as collected alone')),
    row: required(whole('Row of the source file, header included')),
    name: required(text('Name as printed')),
    postcode: text('Postcode as printed, in its usual form'),
    state: oneOf(
      ['open', 'closed', 'temporarily closed'],
      'State on the day of the edition; empty where it does not say',
    ),
    operator: oneOf(
      LIBRARY_OPERATORS,
      'Who runs it: the council; a body commissioned by it; a community group; an independent one; empty ' +
        'where not told',
    ),
    statutory: flag('Whether the council counts it as part of its statutory service'),
    hours: number('Hours open, as printed or summed from intervals', 'hours a week'),
    staffed_hours: number('Hours with staff', 'hours a week'),
  },
  primaryKey: ['edition', 'row'],
  time: 'edition',
  places: ['library_id'],
})

/** What one edition prints of a library: one row of the table `editions`. */
export type LibraryEditionRow = RowOf<typeof LIBRARY_EDITION_ENTRIES>

export const LIBRARY_IDENTITY = declareTable({
  name: 'identity',
  title: 'Identity',
  description: 'Which rows are of one library where names, postcodes or states differ, and what is no library.',
  columns: {
    library_id: LIBRARY_ID,
    edition: required(oneOf(LIBRARY_EDITIONS, 'Edition of the list')),
    row: required(whole('Row of the source file, header included')),
    name: required(text('Name as printed')),
    postcode: text('Postcode as printed, in its usual form'),
    rule: required(text('The rule that decided; by hand where no rule can tell')),
    decision: required(oneOf(IDENTITY_DECISIONS, 'What was decided')),
    reason: required(text('Why; for a decision by hand what the lists say, with the edition')),
  },
  places: ['library_id'],
})

/** A decision on which library a row of a list is of: one row of the table `identity`. */
export type LibraryIdentityRow = RowOf<typeof LIBRARY_IDENTITY>
