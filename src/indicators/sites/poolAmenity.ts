import { requireList } from '../../model/given.js'
import type { PoolRow } from '../../tables/declared/pools.js'
import type { IsoDate } from '../../model/period.js'
import { groupBy } from '../../tables/groupBy.js'
import {
  type Amenity,
  type AmenitySite,
  type Capacity,
  type FoundChange,
  type SiteState,
  memoise,
  placeAt,
  withReplacements,
} from '../amenities.js'
import { isPoolOpen, isPublicPool } from '../poolState.js'
import { POOL_TERMS } from './poolTerms.js'

/**
 * The public swimming pools, by site: a site is open while one of its public pools is.
 *
 * Public is `Pay and Play`. The rule of dates is that of `isPoolOpen`.
 *
 * @param pools the rows of the table `pools`.
 * @example
 * import { poolAmenity } from 'wardstick'
 * const pool = {
 *   pool_id: '1',
 *   site_id: 's',
 *   kind: 'main',
 *   status: 'closed',
 *   access: 'Pay and Play',
 *   management: null,
 *   built_year: 1966,
 *   built_estimated: false,
 *   opened_date: null,
 *   closed_date: '2015-08-28',
 *   closed_precision: 'day',
 *   closure_reason: null,
 *   seasonal: false,
 *   area_m2: 312.5,
 *   area_estimated: false,
 *   length_m: 25,
 *   lanes: 6,
 *   longitude: -1.2,
 *   latitude: 52.97,
 *   ward_code: 'E05001823',
 *   same_pool_as: null,
 * } as const
 * const amenity = poolAmenity([pool])
 * amenity.on('2015-03-31')[0]?.open // => { units: 1, water: 312.5 }
 * amenity.changes.filter(({ kind }) => kind === 'closed').map(({ day }) => day) // => ['2015-08-28']
 */
export function poolAmenity(pools: readonly PoolRow[]): Amenity {
  requireList('rows of pools', pools)
  const open = pools.filter((pool) => isPublicPool(pool) && pool.same_pool_as == null)
  const repeated = pools.filter((pool) => isPublicPool(pool) && pool.same_pool_as != null)
  const undated = open.filter(({ built_year }) => built_year === null)
  const bySite = [
    ...groupBy(
      open.filter(({ built_year }) => built_year !== null),
      ({ site_id }) => site_id,
    ),
  ].sort(([a], [b]) => (a < b ? -1 : 1))
  const sites = bySite.map(([id, [first]]): AmenitySite => ({
    id,
    name: null,
    point: first === undefined ? null : { longitude: first.longitude, latitude: first.latitude },
    ward_code: first?.ward_code ?? null,
    authority_code: null,
  }))
  const places = sites.map(({ point, ward_code }, site) => placeAt(site, point, ward_code))
  return {
    kind: POOL_TERMS.id,
    terms: POOL_TERMS,
    covers: POOLS_COVER,
    sites,
    places,
    on: memoise(POOLS_COVER, (day) => bySite.map(([, rows], site) => poolStateOn(rows, site, day))),
    changes: withReplacements(
      bySite.flatMap(([, rows], site) => poolSiteChanges(rows, site)),
      (site) => places[site],
    ),
    leftOut: [
      {
        reason: 'pools not open to the public (members, clubs, private)',
        rows: pools.length - open.length - repeated.length,
      },
      { reason: 'public pools of unknown year built', rows: undated.length },
      ...(repeated.length === 0
        ? []
        : [{ reason: 'second entries of one public pool under another site', rows: repeated.length }]),
    ],
    keptDespite: keptDespite(open),
    source: POOL_TERMS.source,
  }
}

/** Public pools of which something is not known. */
function keptDespite(pools: readonly PoolRow[]): Amenity['keptDespite'] {
  const closedForATime = pools.filter(({ status, seasonal }) => status === 'temporarily closed' && !seasonal)
  return [
    {
      reason:
        'public pools that the register of July 2024 has as closed for a time, and does not say since when: ' +
        'open on every day',
      rows: closedForATime.length,
    },
    {
      reason: 'public pools open for a season alone: open on every day',
      rows: pools.filter(({ seasonal }) => seasonal).length,
    },
    {
      reason: 'public pools whose water area is not given: they count as pools and not in the area',
      rows: pools.filter(({ area_m2 }) => area_m2 === null).length,
    },
  ]
}

/** The register is of July 2024, and all but lacks closings before 2005. */
const POOLS_COVER = { from: '2006-04-01', to: '2024-07-01' } as const

function capacityOf(rows: readonly PoolRow[]): Capacity | null {
  if (rows.length === 0) return null
  const unmeasured = rows.filter(({ area_m2 }) => area_m2 === null).length
  return {
    units: rows.length,
    water: rows.reduce((sum, { area_m2 }) => sum + (area_m2 ?? 0), 0),
    ...(unmeasured === 0 ? {} : { unmeasured }),
  }
}

const capacityOn = (rows: readonly PoolRow[], day: IsoDate): Capacity | null =>
  capacityOf(rows.filter((row) => isPoolOpen(row, day)))

/** The state of a site on a day, by its pools. */
function poolStateOn(rows: readonly PoolRow[], place: number, day: IsoDate): SiteState {
  const open = capacityOn(rows, day)
  const most = capacityOf(rows.filter((row) => mayBeOpen(row, day)))
  const least = capacityOf(rows.filter((row) => isPoolOpen(row, day) && !opensLater(row, day)))
  const uncertain = (least === null) !== (most === null)
  return { open, uncertain, operator: null, least, most: most ?? open, place, mayStandAt: [place] }
}

/** Whether the dates of a pool allow that it was open: built within the year, or closed in a year without a day. */
function mayBeOpen(row: PoolRow, day: IsoDate): boolean {
  const { status, built_year, closed_date, closed_precision } = row
  const year = Number(day.slice(0, 4))
  const inYear = closed_precision === 'year' && closed_date?.startsWith(day.slice(0, 4)) === true
  return (
    !opensLater(row, day) &&
    isPoolOpen(
      { status, built_year: built_year === year ? year - 1 : built_year, closed_date: inYear ? null : closed_date },
      day,
    )
  )
}

/** Whether a pool is printed as opened after a day: one built in a year may open in the next. */
const opensLater = ({ opened_date }: PoolRow, day: IsoDate): boolean => opened_date != null && opened_date > day

function poolSiteChanges(rows: readonly PoolRow[], site: number): FoundChange[] {
  const yearBuilt = new Set(
    rows.flatMap(({ built_year }) => (built_year === null ? [] : [`${built_year + 1}-01-01` as IsoDate])),
  )
  const days = [
    ...yearBuilt,
    ...rows.flatMap(({ closed_date }) => (closed_date === null ? [] : [closed_date as IsoDate])),
  ]
  let [wasOpen, everOpen] = [false, false]
  return [...new Set(days)].sort().flatMap((day): FoundChange[] => {
    const isOpen = capacityOn(rows, day) !== null
    if (isOpen === wasOpen) return []
    const kind = isOpen ? (everOpen ? 'reopened' : 'opened') : 'closed'
    wasOpen = isOpen
    everOpen ||= isOpen
    return [
      {
        site,
        day,
        wasOpen: !isOpen,
        earliest: yearBuilt.has(day) ? (`${Number(day.slice(0, 4)) - 1}-01-01` as IsoDate) : day,
        kind,
        saidReplaced: false,
        operator: null,
      },
    ]
  })
}
