import { POOL_ACCESS, POOL_KINDS, POOL_STATUSES } from '../../model/amenity.js'
import { day, declareTable, flag, number, oneOf, required, type RowOf, text, whole } from '../declare.js'

export const POOLS = declareTable({
  name: 'pools',
  title: 'Pools',
  description: 'One row a pool: a site may hold several.',
  columns: {
    pool_id: required(text('Facility ID of Active Places')),
    site_id: required(
      text('Site ID of Active Places; a site may hold several pools, and may have closed ones beside open ones'),
    ),
    kind: required(
      oneOf(
        POOL_KINDS,
        'main (main or general), leisure (free-form), learner (learner, teaching, training), diving: ' +
          'indoors; lido: in the open air',
      ),
    ),
    status: required(
      oneOf(POOL_STATUSES, 'On the day of the edition; temporarily closed holds lidos out of season too'),
    ),
    access: required(oneOf(POOL_ACCESS, 'Who may swim, the last known state; Pay and Play is public')),
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
    area_m2: number('Water area; empty where printed as 0', 'm2'),
    area_estimated: required(flag('Whether length, width and area are estimates')),
    length_m: number('Length; empty where printed as 0', 'm'),
    lanes: required(whole('As printed; 0 both for none and for not recorded')),
    longitude: required(number('WGS84', 'degrees')),
    latitude: required(number('WGS84', 'degrees')),
    ward_code: text(
      'Ward of 2013 by point in polygon; empty for a point outside every ward that lies too far from the nearest',
    ),
    same_pool_as: text('Facility ID of the open entry of the same pool under another site, by which it is counted'),
  },
  primaryKey: ['pool_id'],
  places: ['site_id', 'ward_code'],
})

/** A swimming pool: one row of the table `pools` of the dataset `pools`. A site may hold several. */
export type PoolRow = RowOf<typeof POOLS>

export const POOL_SITES = declareTable({
  name: 'sites',
  title: 'Sites',
  description: 'One row a site with one or more pools.',
  columns: {
    site_id: required(text('Site ID of Active Places')),
    longitude: required(number('WGS84', 'degrees')),
    latitude: required(number('WGS84', 'degrees')),
    ward_code: text(
      'Ward of 2013 by point in polygon; empty for a point outside every ward that lies too far from the nearest',
    ),
    pools: required(whole('Pools of any access and status, closed ones too')),
    public_pools: required(whole('Those of them with the access Pay and Play')),
  },
  primaryKey: ['site_id'],
  places: ['site_id', 'ward_code'],
})

/** A site with one or more pools: one row of the table `sites`. */
export type PoolSiteRow = RowOf<typeof POOL_SITES>
