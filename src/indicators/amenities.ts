import type { LibraryEventRow, LibraryPlaceRow, LibraryRow } from '../tables/declared/libraries.js'
import type { PoolRow } from '../tables/declared/pools.js'
import { badValue } from '../errors.js'
import { groupBy } from '../tables/groupBy.js'
import type { LibraryOperator, LibraryType } from '../model/amenity.js'
import type { IsoDate, Interval } from '../model/period.js'
import type { Place, Value } from '../model/value.js'
import type { Point } from '../model/ward.js'
import { isDay } from '../values/date.js'
import { libraryOn, libraryTimeline } from './libraryState.js'
import { isPoolOpen, isPublicPool } from './poolState.js'
import { LIBRARY_TERMS } from './sites/libraryTerms.js'
import type { AmenityMeasureId } from './sites/siteMeasures.js'
import { POOL_TERMS } from './sites/poolTerms.js'
import type { SiteTerms } from './sites/siteTerms.js'
import { replacements } from './replacement.js'
import { requireList } from '../model/given.js'

/** Id of a kind of amenity: `pools`, `libraries`, or one that is declared beside them. */
export type AmenityKind = string

/** A place where an amenity stands or stood: a library, or a site with one or more public pools. */
export interface AmenitySite {
  readonly id: string
  readonly name: string | null
  /** Its likeliest point at its last address; null where nothing is known of it. */
  readonly point: Point | null
  /** The ward of that point. */
  readonly ward_code: string | null
  /** GSS code of the library authority; null for pools, which belong to a council by their ward. */
  readonly authority_code: string | null
}

/** Where a site stands or stood for some time: a library that moved has several. */
export interface SitePlace {
  /** Position of the site. */
  readonly site: number
  /** Its likeliest point; null where nothing is known of it. */
  readonly point: Point | null
  /** It stands within so many metres of the point: 0 where the coordinates are its own. */
  readonly within: number
  /** The ward of the point. */
  readonly ward_code: string | null
  /** Every ward in which it may stand, by what is known of the point. */
  readonly possibleWards: readonly string[]
}

/** What a site offers on a day when it is open. */
export interface Capacity {
  /** Pools of the site, or 1 for a library. */
  readonly units: number
  /** Water area of its pools in square metres, as far as it is known; 0 for a library. */
  readonly water: number
  /** Units whose water area is not known. */
  readonly unmeasured?: number
}

/** What a site is on a day. */
export interface SiteState {
  /** Null when it is not open. */
  readonly open: Capacity | null
  /** Whether its dates leave open that it was the other way round. */
  readonly uncertain: boolean
  readonly operator: LibraryOperator | null
  /** What it offers for certain, and at most, by what its dates leave open; null when it is not open. */
  readonly least: Capacity | null
  readonly most: Capacity | null
  /** Where it stands: position in the places of the amenity. */
  readonly place: number
  /** Where it may stand, by what the dates of its moves leave open: positions in the places of the amenity. */
  readonly mayStandAt: readonly number[]
}

/** A change at a site. */
export interface SiteChange {
  /** Position of the site. */
  readonly site: number
  /** The first day of the new state: the last on which it can have happened. */
  readonly day: IsoDate
  /** The first day on which it can have happened. */
  readonly earliest: IsoDate
  /**
   * `lost-from-sight`: open on the day before by the last list that has its state, and of unknown state from then on.
   */
  readonly kind: 'opened' | 'closed' | 'temporarily-closed' | 'reopened' | 'transferred' | 'lost-from-sight'
  /** Whether it was open before: a library may close for good while it is closed for a time. */
  readonly wasOpen: boolean
  /** Whether the list itself says that another library takes its place. */
  readonly saidReplaced: boolean
  readonly operator: LibraryOperator | null
  /** For a closing: position of the site that opened within 12 months and 2 km; else null. */
  readonly replacedBy: number | null
}

/** All sites of one kind of amenity with their history. */
export interface Amenity {
  readonly kind: AmenityKind
  /** What is declared of the kind: its nouns, its measures, its days. */
  readonly terms: SiteTerms
  readonly sites: readonly AmenitySite[]
  /** Every place where one of its sites stands or stood. */
  readonly places: readonly SitePlace[]
  /** The first and the last day of which it tells. */
  readonly covers: { readonly from: IsoDate; readonly to: IsoDate }
  /**
   * The state of every site on a day, in the order of the sites. @throws InputError `bad-value` for a day that it does
   * not cover.
   */
  on(day: IsoDate): readonly SiteState[]
  /** Every change at every site, by day. */
  readonly changes: readonly SiteChange[]
  /** Rows that are no part of it, and why. */
  readonly leftOut: readonly { readonly reason: string; readonly rows: number }[]
  /** Rows that are part of it though something is not known of them. */
  readonly keptDespite: readonly { readonly reason: string; readonly rows: number }[]
  /** The dataset that it is from. */
  readonly source: string
  /** What only this kind tells of a place, in some intervals and on days of its own; nothing for most kinds. */
  readonly ownMeasures?: (asked: AskedSites) => readonly OwnMeasure[]
}

/** A place of which a kind of sites tells measures of its own. */
export interface AskedSites {
  readonly place: Place
  /** Whether a site is of the place on a day. */
  readonly belongs: (site: number, day: IsoDate) => boolean
  readonly intervals: readonly Interval[]
}

/** A measured value with the measure that it is of. */
export interface OwnMeasure {
  readonly measure: AmenityMeasureId
  readonly value: Value
}

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

/** The one place of a site of which the coordinates are known, or nothing is. */
const placeAt = (site: number, point: Point | null, ward_code: string | null): SitePlace => ({
  site,
  point,
  within: 0,
  ward_code,
  possibleWards: ward_code === null ? [] : [ward_code],
})

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

/**
 * The static public libraries: those that stop at many places, and those of prisons and archives, are left out.
 *
 * A library of which the lists of 2023 tell neither a closing nor an operator is open up to the last list that shows it
 * open, and neither open nor closed after it.
 *
 * @param libraries the rows of the table `libraries`.
 * @param events the rows of the table `events`.
 * @param seen for each library the last day on which a list shows it open, by `lastSeenOpen`.
 * @param places the rows of the table `places`: where each library stood and since when. Without them each stands
 * where the row of the library has it.
 * @example
 * import { libraryAmenity } from 'wardstick'
 * const library = {
 *   library_id: 'E06000018/wilford',
 *   name: 'Wilford',
 *   authority_code: 'E06000018',
 *   authority_name: 'Nottingham',
 *   type: 'static',
 *   postcode: null,
 *   longitude: null,
 *   latitude: null,
 *   coordinates_from: null,
 *   ward_code: null,
 *   operator_2010: 'council',
 *   statutory_2010: true,
 *   status_known: true,
 * } as const
 * const closed = {
 *   library_id: 'E06000018/wilford',
 *   kind: 'closed',
 *   earliest: '2010-01-01',
 *   latest: '2010-12-31',
 *   precision: 'year',
 *   operator: null,
 *   successor_id: null,
 *   editions: '2016',
 *   disagreement: null,
 *   remark: null,
 * } as const
 * libraryAmenity([library], [closed], new Map()).on('2011-04-01')[0]?.open // => null
 */
export function libraryAmenity(
  libraries: readonly LibraryRow[],
  events: readonly LibraryEventRow[],
  seen: ReadonlyMap<string, IsoDate>,
  places: readonly LibraryPlaceRow[] = [],
): Amenity {
  requireList('rows of libraries', libraries)
  requireList('rows of library events', events)
  const counted = libraries.filter(({ type }) => type === 'static')
  const eventsOf = groupBy(events, ({ library_id }) => library_id)
  const standing = standingPlaces(counted, places)
  const histories = counted.map((library, site) => {
    const { library_id } = library
    const stays = standing.ofSite[site] ?? []
    return historyOf(library, eventsOf.get(library_id) ?? [], seen.get(library_id) ?? NEVER, stays)
  })
  const on = memoise(LIBRARIES_COVER, (day) => histories.map((history) => libraryStateOn(history, day)))
  return {
    kind: LIBRARY_TERMS.id,
    terms: LIBRARY_TERMS,
    covers: LIBRARIES_COVER,
    sites: librarySites(counted, standing),
    places: standing.places,
    on,
    changes: withReplacements(
      histories.flatMap((history, site) => libraryChanges(history, site)),
      (site, day) => standing.places[placeOn(standing.ofSite[site] ?? [], day).place],
    ),
    leftOut: notStatic(libraries),
    keptDespite: [],
    source: LIBRARY_TERMS.source,
  }
}

/** Libraries as sites, each at its last address. */
const librarySites = (libraries: readonly LibraryRow[], { places, ofSite }: StandingPlaces): AmenitySite[] =>
  libraries.map(({ library_id, name, authority_code }, site) => {
    const { point = null, ward_code = null } = places[ofSite[site]?.at(-1)?.place ?? -1] ?? {}
    return { id: library_id, name, point, ward_code, authority_code }
  })

const notStatic = (libraries: readonly LibraryRow[]): Amenity['leftOut'] =>
  NO_STATIC_LIBRARY.map(({ types, reason }) => ({
    reason,
    rows: libraries.filter(({ type }) => types.includes(type)).length,
  }))

/** What is no static library, and what it is called where rows are left out. */
const NO_STATIC_LIBRARY: readonly { readonly types: readonly LibraryType[]; readonly reason: string }[] = [
  { types: ['mobile'], reason: 'mobile libraries, which stop at many places' },
  { types: ['prison', 'archive'], reason: 'prison libraries and archives' },
  { types: ['book collection'], reason: 'book collections and book drops: shelves of books in another building' },
  {
    types: ['other', 'not known'],
    reason: 'other rows that are no public library: offices, private and local history libraries, a hospital',
  },
]

/** The lists begin with the state of 1 April 2010 and end with that of 2023. */
const LIBRARIES_COVER = { from: '2010-04-01', to: '2023-12-31' } as const

/** Before any list: a library that no list shows open is never in sight. */
const NEVER: IsoDate = '0000-01-01'

/** A place of a site, and from when it stands there; null for its first. */
interface Stay {
  readonly place: number
  readonly from: Pick<LibraryPlaceRow, 'from_earliest' | 'from_latest'>
}

/** The places of libraries one after another, and those of each library in order. */
interface StandingPlaces {
  readonly places: readonly SitePlace[]
  readonly ofSite: readonly (readonly Stay[])[]
}

function standingPlaces(libraries: readonly LibraryRow[], rows: readonly LibraryPlaceRow[]): StandingPlaces {
  const byLibrary = groupBy(rows, ({ library_id }) => library_id)
  const places: SitePlace[] = []
  const ofSite = libraries.map((library, site) =>
    (byLibrary.get(library.library_id) ?? [onlyPlace(library)]).map((row): Stay => {
      places.push(sitePlace(row, site))
      return { place: places.length - 1, from: row }
    }),
  )
  return { places, ofSite }
}

/** Where a library stands by its own row. */
const onlyPlace = ({ longitude, latitude, ward_code }: LibraryRow): PlacedLibrary => ({
  from_earliest: null,
  from_latest: null,
  longitude,
  latitude,
  within_m: 0,
  ward_code,
  possible_wards: null,
})
type PlacedLibrary = Omit<LibraryPlaceRow, 'library_id' | 'postcode' | 'known_by'>

function sitePlace(
  { longitude, latitude, within_m, ward_code, possible_wards }: PlacedLibrary,
  site: number,
): SitePlace {
  const point = longitude === null || latitude === null ? null : { longitude, latitude }
  const placed = placeAt(site, point, ward_code)
  return { ...placed, within: within_m ?? 0, possibleWards: possible_wards?.split(' ') ?? placed.possibleWards }
}

/** Where a site stands on a day: at an address from the last day on which it can have come there. */
function placeOn(stays: readonly Stay[], day: IsoDate): Pick<SiteState, 'place' | 'mayStandAt'> {
  const come = stays.filter(({ from: { from_latest } }) => from_latest === null || from_latest <= day)
  const coming = stays.filter(
    ({ from: { from_earliest, from_latest } }) =>
      from_earliest !== null && from_latest !== null && from_earliest <= day && day < from_latest,
  )
  const place = come.at(-1)?.place ?? -1
  return { place, mayStandAt: [place, ...coming.map((stay) => stay.place)] }
}

interface History {
  readonly library: LibraryRow
  readonly stays: readonly Stay[]
  readonly events: readonly LibraryEventRow[]
  /**
   * Last day on which a list shows it open, when nothing is known after that; null when its state is known throughout.
   */
  readonly seen: IsoDate | null
}

/**
 * A library goes out of sight when nothing tells its state after the last list that shows it open: a later event does.
 */
function historyOf(
  library: LibraryRow,
  events: readonly LibraryEventRow[],
  seen: IsoDate,
  stays: readonly Stay[],
): History {
  const told =
    library.status_known ||
    events.some(({ kind, latest }) => latest > seen && kind !== 'transferred' && kind !== 'moved')
  return { library, stays, events, seen: told ? null : seen }
}

function libraryStateOn({ library, stays, events, seen }: History, day: IsoDate): SiteState {
  const { state, operator, possible } = libraryOn(library, events, day)
  const outOfSight = state === 'open' && seen !== null && day > seen
  const open = state === 'open' && !outOfSight
  const surelyOpen = !outOfSight && possible.every((each) => each === 'open')
  const maybeOpen = outOfSight || possible.includes('open')
  return {
    open: open ? ONE_LIBRARY : null,
    uncertain: surelyOpen !== maybeOpen,
    operator,
    least: surelyOpen ? ONE_LIBRARY : null,
    most: maybeOpen ? ONE_LIBRARY : null,
    ...placeOn(stays, day),
  }
}

const ONE_LIBRARY: Capacity = { units: 1, water: 0 }

/** The changes of state that the events make; an event that changes nothing (closed twice) is none. */
function libraryChanges(history: History, site: number): FoundChange[] {
  const { library, events, seen } = history
  const changes = libraryTimeline(events).flatMap(({ event, before, after }): FoundChange[] => {
    const [day, earliest, wasOpen] = [event.latest as IsoDate, event.earliest as IsoDate, before === 'open']
    if (event.kind === 'transferred')
      return wasOpen
        ? [{ site, day, earliest, kind: 'transferred', wasOpen, saidReplaced: false, operator: event.operator }]
        : []
    if (before === after || event.kind === 'moved') return []
    const kind = event.kind === 'replaced' ? 'closed' : event.kind
    return [{ site, day, earliest, kind, wasOpen, saidReplaced: event.kind === 'replaced', operator: null }]
  })
  if (
    seen === null ||
    seen === NEVER ||
    libraryStateOn(history, seen).open === null ||
    libraryOn(library, events, dayAfter(seen)).state !== 'open'
  )
    return changes
  return [
    ...changes,
    {
      site,
      day: dayAfter(seen),
      earliest: dayAfter(seen),
      kind: 'lost-from-sight',
      wasOpen: true,
      saidReplaced: false,
      operator: null,
    },
  ]
}

/** Computes the states of a day once, and refuses a day that is not covered. */
export function memoise(covers: Amenity['covers'], statesOn: (day: IsoDate) => readonly SiteState[]): Amenity['on'] {
  const known = new Map<IsoDate, readonly SiteState[]>()
  return (day) => {
    const before = known.get(day)
    if (before !== undefined) return before
    if (!isDay(day) || day < covers.from || day > covers.to)
      throw badValue(
        'day on which sites are counted',
        day,
        `a day from ${covers.from} to ${covers.to}, which the data cover`,
      )
    const states = statesOn(day)
    known.set(day, states)
    return states
  }
}

/** A change at a site before it is known what replaces it. */
export type FoundChange = Omit<SiteChange, 'replacedBy'>

/** The changes by day, each closing with the site that replaces it. */
export function withReplacements(
  found: readonly FoundChange[],
  placeOf: (site: number, day: IsoDate) => SitePlace | undefined,
): SiteChange[] {
  const changes = [...found].sort((a, b) => a.day.localeCompare(b.day) || a.site - b.site)
  const replacedBy = replacements(changes, placeOf)
  return changes.map((change, i) => ({ ...change, replacedBy: replacedBy[i] ?? null }))
}

const dayAfter = (day: IsoDate): IsoDate => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) as IsoDate
