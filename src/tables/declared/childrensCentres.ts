import { CENTRE_PLACES_KNOWN_BY, CENTRE_TYPES } from '../../model/childrensCentre.js'
import { day, declareTable, number, oneOf, required, type RowOf, text, whole } from '../declare.js'
import { COUNCIL_NAME, DEGREES } from './columns.js'

export const CENTRES = declareTable({
  name: 'centres',
  title: 'Centres',
  description: 'One row a children’s centre or linked site that was ever listed open.',
  columns: {
    urn: required(text('Unique Reference Number of Get Information About Schools')),
    name: required(text('Name in the last list')),
    e_code: required(text('Code of the finance returns of its council, as of the last list that it is in')),
    gss_code: required(text('Latest GSS code of that council')),
    council: COUNCIL_NAME,
    first_e_code: required(text('Code of the finance returns of its council as of the first list that it is in')),
    type: required(oneOf(CENTRE_TYPES, 'As its last list has it; linked sites are no centres of their own')),
    type_2016: oneOf(CENTRE_TYPES, 'As the list of 4 August 2016 has it; empty for one that joined later'),
    opened_date: day('Day of opening as printed; empty for 702. It makes no stock: those that closed are absent'),
    first_listed: required(day('The first list that it is in')),
    last_listed: required(day('The last list that it is in')),
    first_absent: day('The first list that it is absent from for good; empty while it is listed'),
    lists_missed: required(whole('Lists between its first and its last that it is absent from', 'lists')),
    postcode: text('Postcode in the last list'),
    longitude: number('Longitude of its likeliest point; empty where nothing is known', DEGREES),
    latitude: number('Latitude of its likeliest point; empty where nothing is known', DEGREES),
    known_by: required(
      oneOf(
        CENTRE_PLACES_KNOWN_BY,
        'What the place is known by: the postcode itself, the middle of the known places of its sector or district, ' +
          'or nothing',
      ),
    ),
    within_m: whole('It stands within so many metres of the point; empty where nothing is known', 'm'),
    ward_code: text('Ward of 2013 at the point, where the postcode itself is placed'),
    possible_wards: text('Wards of 2013 in which it may stand, in order; empty where one is certain or none is known'),
  },
  primaryKey: ['urn'],
})

/** A children’s centre that was ever listed open: one row of the table `centres` of the dataset `childrens-centres`. */
export type CentreRow = RowOf<typeof CENTRES>

export const CENTRE_LISTS = declareTable({
  name: 'lists',
  title: 'Lists',
  description: 'One row a dated list of open children’s centres, in order.',
  columns: {
    list_date: required(day('Day of the list')),
    listed: required(whole('Centres and linked sites that it has', 'centres')),
  },
  primaryKey: ['list_date'],
})

/** A dated list: one row of the table `lists`. */
export type CentreListRow = RowOf<typeof CENTRE_LISTS>
