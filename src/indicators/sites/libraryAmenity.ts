import { requireList } from '../../model/given.js'
import type { LibraryType } from '../../model/amenity.js'
import type { LibraryEventRow, LibraryPlaceRow, LibraryRow } from '../../tables/declared/libraries.js'
import type { IsoDate } from '../../model/period.js'
import { groupBy } from '../../tables/groupBy.js'
import {
  type Amenity,
  type AmenitySite,
  type Capacity,
  type FoundChange,
  type SitePlace,
  type SiteState,
  memoise,
  placeAt,
  withReplacements,
} from './amenity.js'
import { libraryOn, libraryTimeline } from '../libraryState.js'
import { LIBRARY_TERMS } from './libraryTerms.js'

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
    placeOn: (site, day) => placeOn(standing.ofSite[site] ?? [], day).place,
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

const dayAfter = (day: IsoDate): IsoDate => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) as IsoDate
