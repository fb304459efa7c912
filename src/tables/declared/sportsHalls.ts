import { POOL_ACCESS, POOL_STATUSES } from '../../model/amenity.js'
import { HALL_KINDS } from '../../model/sportsHall.js'
import { day, declareTable, flag, number, oneOf, required, type RowOf, text, whole } from '../declare.js'

export const HALLS = declareTable({
  name: 'halls',
  title: 'Halls',
  description: 'One row a sports hall: a site may hold several.',
  columns: {
    hall_id: required(text('Facility ID of Active Places')),
    site_id: required(
      text('Site ID of Active Places; a site may hold several halls, and may have closed ones beside open ones'),
    ),
    kind: required(
      oneOf(
        HALL_KINDS,
        'main: the size of three badminton courts or more; activity: smaller, community and village halls too; ' +
          'barn: a building made for something else that holds such courts',
      ),
    ),
    status: required(oneOf(POOL_STATUSES, 'On the day of the edition')),
    access: required(oneOf(POOL_ACCESS, 'Who may use it, the last known state; Pay and Play is public')),
    management: text('Who runs it, the last known state; empty where not known'),
    built_year: whole('Year of building'),
    built_estimated: required(flag('Whether the year of building is an estimate')),
    opened_date: day('Day of opening, where one is printed that lies in the year of building or the next'),
    closed_date: day('First day on which it was no longer open'),
    closed_precision: oneOf(
      ['day', 'year'],
      'year for 1 January, on which closings known by the year alone are entered',
    ),
    closure_reason: text('Code of the reason for closing; its words are not in the files'),
    seasonal: required(flag('Open for a part of the year only')),
    badminton_courts: whole('Courts marked out; 0 both for none and for not recorded', 'courts'),
    area_m2: number('Floor area; empty where not recorded', 'm2'),
    area_estimated: required(flag('Whether length, width and area are estimates')),
    longitude: required(number('WGS84', 'degrees')),
    latitude: required(number('WGS84', 'degrees')),
    ward_code: text(
      'Ward of 2013 by point in polygon; empty for a point outside every ward that lies too far from the nearest',
    ),
  },
  primaryKey: ['hall_id'],
})

/** A sports hall: one row of the table `halls` of the dataset `sports-halls`. A site may hold several. */
export type HallRow = RowOf<typeof HALLS>
