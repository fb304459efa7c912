import { distanceInMetres } from '../../geography/distance.js'
import type { EventDay, LibraryPlaceKnownBy } from '../../model/amenity.js'
import type { LibraryPlaceRow } from '../../tables/declared/libraries.js'
import type { Point } from '../../model/ward.js'
import type { CoordinateFinder } from './coordinates.js'
import type { Library } from './library.js'
import { postcodesOfMove } from './moves.js'
import type { Circle, PostcodeCentres } from './postcodeCentres.js'
import { successorOf } from './successors.js'

/**
 * How far a library lies from the point of its postcode at most: of those of the two study cities that print their own
 * coordinates, all lie within.
 */
export const WITHIN_POSTCODE = 500
/**
 * How far a library lies from where it went, or from the library that took its place: 95 in 100 of those of which both
 * places are known lie within.
 */
export const WITHIN_SUCCESSOR = 2000

/** What the places of libraries are told by. */
export interface PlaceEvidence {
  readonly finder: CoordinateFinder
  readonly centres: PostcodeCentres
  /** Where the wards of an authority lie that bear the name of a library; null where none does. */
  readonly ofName: (library: Library) => Circle | null
  readonly wardAt: (point: Point) => string | null
}

/** An address of a library, and from when it stood there. */
interface Address {
  readonly from: EventDay | null
  readonly postcode: string | null
}

interface Placed extends Circle {
  readonly knownBy: LibraryPlaceKnownBy
}

/** Where each library stood and since when, by library and day. */
export function placesOf(libraries: readonly Library[], evidence: PlaceEvidence): LibraryPlaceRow[] {
  const placer = placerOf(libraries, evidence)
  return libraries.flatMap((library) =>
    addressesOf(library).map(({ from, postcode }, i) =>
      placeRow(library.id, { from, postcode }, placer(library, i), evidence.wardAt),
    ),
  )
}

/** The addresses of a library in order: one, and another for each move. */
export function addressesOf({ timeline, postcode }: Pick<Library, 'timeline' | 'postcode'>): Address[] {
  const moves = timeline.events.filter(({ kind }) => kind === 'moved')
  const first = postcodesOfMove(moves[0]?.remark ?? null)
  if (first === null) return [{ from: null, postcode: moves.length === 0 ? postcode : null }, ...moves.map(movedTo)]
  return [{ from: null, postcode: first.from }, ...moves.map(movedTo)]
}

const movedTo = ({ day, remark }: { readonly day: EventDay; readonly remark: string | null }): Address => ({
  from: day,
  postcode: postcodesOfMove(remark)?.to ?? null,
})

type Placer = (library: Library, address: number) => Placed | null

function placerOf(libraries: readonly Library[], { finder, centres, ofName }: PlaceEvidence): Placer {
  const exactly = (library: Library, address: number): Placed | null => {
    const addresses = addressesOf(library)
    const postcode = addresses[address]?.postcode ?? null
    const isLast = address === addresses.length - 1 || postcode === addresses.at(-1)?.postcode
    const ofAddress = library.matched.map(({ row }) => row).filter((row) => row.postcode === postcode)
    const printed = finder.printed(isLast ? [...ofAddress, ...library.rows] : ofAddress)
    if (printed !== null) return { point: printed.point, within: 0, knownBy: 'coordinates' }
    const listed = postcode === null ? null : finder.ofPostcode(postcode)
    return listed === null ? null : { point: listed.point, within: WITHIN_POSTCODE, knownBy: 'postcode' }
  }
  const place = (library: Library, address: number, met: readonly Library[] = []): Placed | null => {
    const exact = exactly(library, address)
    if (exact?.knownBy === 'coordinates') return exact
    const successor = afterwards(library, address, met)
    // A postcode beyond reach of where the library went is that of another place, such as the council’s offices.
    if (exact !== null) return successor === null || meet(exact, successor) ? exact : successor
    const postcode = addressesOf(library)[address]?.postcode ?? null
    const told = [...(successor === null ? [] : [successor]), ...(postcode === null ? [] : byPostcode(postcode))]
    const [first] = told
    const fitting = told.filter((each) => first === undefined || meet(each, first))
    return narrowest([...fitting, ...named(library).filter((each) => fitting.every((other) => meet(each, other)))])
  }
  /** Where a library went from an address: its own next one, or that of the library that took its place. */
  const afterwards = (library: Library, address: number, met: readonly Library[]): Placed | null => {
    const next = addressesOf(library)[address + 1] === undefined ? replacementOf(library) : library
    if (next === null || (next !== library && met.includes(next))) return null
    const later = place(next, next === library ? address + 1 : 0, [...met, library])
    return later === null ? null : { point: later.point, within: later.within + WITHIN_SUCCESSOR, knownBy: 'successor' }
  }
  const replacementOf = (library: Library): Library | null =>
    library.timeline.events.some(({ kind }) => kind === 'replaced') ? successorOf(library, libraries) : null
  const byPostcode = (postcode: string): Placed[] => [
    ...placed('postcode sector', centres.sector(postcode)),
    ...placed('postcode district', centres.district(postcode)),
  ]
  const named = (library: Library): Placed[] => placed('place name', ofName(library))
  return place
}

const placed = (knownBy: LibraryPlaceKnownBy, circle: Circle | null): Placed[] =>
  circle === null ? [] : [{ ...circle, knownBy }]

const narrowest = (places: readonly Placed[]): Placed | null =>
  [...places].sort((a, b) => a.within - b.within)[0] ?? null

const meet = (a: Circle, b: Circle): boolean => distanceInMetres(a.point, b.point) <= a.within + b.within

function placeRow(
  library_id: string,
  { from, postcode }: Address,
  placed: Placed | null,
  wardAt: PlaceEvidence['wardAt'],
): LibraryPlaceRow {
  const ward = placed === null ? null : wardAt(placed.point)
  const possible = placed === null || placed.within === 0 ? [] : wardsWithin(placed, wardAt)
  return {
    library_id,
    from_earliest: from?.earliest ?? null,
    from_latest: from?.latest ?? null,
    postcode,
    longitude: placed === null ? null : rounded(placed.point.longitude),
    latitude: placed === null ? null : rounded(placed.point.latitude),
    known_by: placed?.knownBy ?? 'none',
    within_m: placed?.within ?? null,
    ward_code: ward,
    possible_wards: possible.length < 2 ? null : possible.join(' '),
  }
}

/** A millionth of a degree is a tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** How many points of a circle are looked up along its radius. */
const STEPS = 24
const METRES_A_DEGREE = 111_320

/** The wards of 2013 that a circle reaches into, by points all over it. */
export function wardsWithin({ point, within }: Circle, wardAt: PlaceEvidence['wardAt']): string[] {
  const steps = Array.from({ length: 2 * STEPS + 1 }, (_, i) => ((i - STEPS) / STEPS) * within)
  const eastwards = METRES_A_DEGREE * Math.cos((point.latitude * Math.PI) / 180)
  const codes = steps.flatMap((north) =>
    steps.flatMap((east) =>
      Math.hypot(north, east) > within
        ? []
        : (wardAt({
            longitude: point.longitude + east / eastwards,
            latitude: point.latitude + north / METRES_A_DEGREE,
          }) ?? []),
    ),
  )
  return [...new Set(codes)].sort()
}
