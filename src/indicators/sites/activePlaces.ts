import type { PoolStatus } from '../../model/amenity.js'
import { requireList } from '../../model/given.js'
import type { IsoDate } from '../../model/period.js'
import type { HallRow } from '../../tables/declared/sportsHalls.js'
import type { Point } from '../../model/ward.js'
import { groupBy } from '../../tables/groupBy.js'
import { isPoolOpen } from '../poolState.js'
import {
  type Amenity,
  type AmenitySite,
  type Capacity,
  type FoundChange,
  memoise,
  placeAt,
  type SiteState,
  withReplacements,
} from './amenity.js'
import type { SiteTerms } from './siteTerms.js'

/** A facility of Active Places as its table has it: a pool or a hall. */
export interface Facility extends Point {
  readonly site_id: string
  readonly status: PoolStatus
  readonly built_year: number | null
  readonly opened_date: string | null
  readonly closed_date: string | null
  readonly closed_precision: 'day' | 'year' | null
  readonly seasonal: boolean
  readonly area_m2: number | null
  readonly ward_code: string | null
}

/** What a kind of facility is called, and which of its rows are left out. */
export interface FacilityKind {
  /** The facilities in words, `public pools`. */
  readonly many: string
  /** The area that is measured, and what is counted where it is not known. */
  readonly area: { readonly name: string; readonly counted: string }
  /** Rows left out before, and after those of unknown year. */
  readonly leftOut: Amenity['leftOut']
  readonly alsoLeftOut?: Amenity['leftOut']
}

/**
 * Facilities of Active Places by site: a site is open while one of its facilities is. The rule of dates is that of
 * `isPoolOpen`.
 *
 * @param terms what is declared of the kind.
 * @param facilities those that count: public, each once.
 */
export function facilityAmenity(
  terms: SiteTerms,
  facilities: readonly Facility[],
  { many, area, leftOut, alsoLeftOut = [] }: FacilityKind,
): Amenity {
  const dated = facilities.filter(({ built_year }) => built_year !== null)
  const bySite = [...groupBy(dated, ({ site_id }) => site_id)].sort(([a], [b]) => (a < b ? -1 : 1))
  const sites = bySite.map(siteOf)
  const places = sites.map(({ point, ward_code }, site) => placeAt(site, point, ward_code))
  const undated = { reason: `${many} of unknown year built`, rows: facilities.length - dated.length }
  return {
    kind: terms.id,
    terms,
    covers: ACTIVE_PLACES_COVER,
    sites,
    places,
    on: memoise(ACTIVE_PLACES_COVER, (day) => bySite.map(([, rows], site) => siteStateOn(rows, site, day))),
    changes: withReplacements(
      bySite.flatMap(([, rows], site) => siteChanges(rows, site)),
      (site) => places[site],
    ),
    leftOut: [...leftOut, undated, ...alsoLeftOut],
    keptDespite: keptDespite(facilities, many, area),
    source: terms.source,
    placeOn: (site) => site,
  }
}

const siteOf = ([id, [first]]: readonly [string, readonly Facility[]]): AmenitySite => ({
  id,
  name: null,
  point: first === undefined ? null : { longitude: first.longitude, latitude: first.latitude },
  ward_code: first?.ward_code ?? null,
  authority_code: null,
})

/** Facilities of which something is not known. */
function keptDespite(
  facilities: readonly Facility[],
  many: string,
  area: FacilityKind['area'],
): Amenity['keptDespite'] {
  const closedForATime = facilities.filter(({ status, seasonal }) => status === 'temporarily closed' && !seasonal)
  return [
    {
      reason:
        `${many} that the register of July 2024 has as closed for a time, and does not say since when: ` +
        'open on every day',
      rows: closedForATime.length,
    },
    {
      reason: `${many} open for a season alone: open on every day`,
      rows: facilities.filter(({ seasonal }) => seasonal).length,
    },
    {
      reason: `${many} whose ${area.name} is not given: they count as ${area.counted} and not in the area`,
      rows: facilities.filter(({ area_m2 }) => area_m2 === null).length,
    },
  ]
}

/** The register is of July 2024, and all but lacks closings before 2005. */
const ACTIVE_PLACES_COVER = { from: '2006-04-01', to: '2024-07-01' } as const

function capacityOf(rows: readonly Facility[]): Capacity | null {
  if (rows.length === 0) return null
  const unmeasured = rows.filter(({ area_m2 }) => area_m2 === null).length
  return {
    units: rows.length,
    water: rows.reduce((sum, { area_m2 }) => sum + (area_m2 ?? 0), 0),
    ...(unmeasured === 0 ? {} : { unmeasured }),
  }
}

const capacityOn = (rows: readonly Facility[], day: IsoDate): Capacity | null =>
  capacityOf(rows.filter((row) => isPoolOpen(row, day)))

/** The state of a site on a day, by its facilities. */
function siteStateOn(rows: readonly Facility[], place: number, day: IsoDate): SiteState {
  const open = capacityOn(rows, day)
  const most = capacityOf(rows.filter((row) => mayBeOpen(row, day)))
  const least = capacityOf(rows.filter((row) => isPoolOpen(row, day) && !opensLater(row, day)))
  const uncertain = (least === null) !== (most === null)
  return { open, uncertain, operator: null, least, most: most ?? open, place, mayStandAt: [place] }
}

/** Whether the dates of a facility allow that it was open: built within the year, or closed in a year without a day. */
function mayBeOpen(row: Facility, day: IsoDate): boolean {
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

/** Whether a facility is printed as opened after a day: one built in a year may open in the next. */
const opensLater = ({ opened_date }: Facility, day: IsoDate): boolean => opened_date != null && opened_date > day

function siteChanges(rows: readonly Facility[], site: number): FoundChange[] {
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

/**
 * Whether a sports hall is one that is counted: open to the public by its access type (`Pay and Play`, as with pools),
 * and of the size of three badminton courts or more (a main hall or a barn).
 */
export function isPublicHall({ access, kind }: Pick<HallRow, 'access' | 'kind'>): boolean {
  return access === 'Pay and Play' && kind !== 'activity'
}

/**
 * The public sports halls, by site: a site is open while one of its public halls is. Main halls and barns with `Pay and
 * Play` count; the area is that of their floors.
 *
 * @param halls the rows of the table `halls`.
 * @param terms what is declared of the kind.
 */
export function sportsHallAmenity(halls: readonly HallRow[], terms: SiteTerms): Amenity {
  requireList('rows of sports halls', halls)
  const open = halls.filter(isPublicHall)
  const large = halls.filter(({ kind }) => kind !== 'activity')
  return facilityAmenity(terms, open, {
    leftOut: [
      {
        reason: 'activity halls, smaller than three badminton courts: community, village and assembly halls',
        rows: halls.length - large.length,
      },
      { reason: 'sports halls not open to the public (clubs, members, private)', rows: large.length - open.length },
    ],
    many: 'public sports halls',
    area: { name: 'floor area', counted: 'halls' },
  })
}
