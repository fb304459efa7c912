import { type AccessIndex, type Neighbour, accessIndex } from '../geography/access.js'
import { type PeopleAt, mostWithin } from '../geography/mostWithin.js'
import type { IsoDate } from '../model/period.js'
import type { Point } from '../model/ward.js'
import {
  type Access,
  type FiguresByOrigin,
  type Reach,
  type Residents,
  type Surroundings,
  figuresByOrigin,
  meterOfFigures,
  requireWithin,
} from './access.js'
import type { Amenity, Capacity, SitePlace, SiteState } from './sites/amenity.js'

/** How near an amenity is to some residents, with the least and the most that dates and places leave open. */
export interface BoundedAccess extends Access {
  /** What is surely near: sites that are open for certain, wherever they may stand; the farthest they can be. */
  readonly least: Access
  /** What may be near: one site of unknown place is near to those at most whom a circle around it can hold. */
  readonly most: Access
}

/** Measures access on a day, with its bounds; null for nobody. */
export type BoundedMeter = (residents: readonly Residents[]) => BoundedAccess | null

/** The places of an amenity around some points. */
export interface AmenityIndex {
  readonly origins: readonly Point[]
  /** Sites that stand at one point. */
  readonly fixed: AccessIndex
  /** Sites that moved, or whose place is known to some metres. */
  readonly loose: AccessIndex
}

/** Farther than any home is from the nearest site, in metres: a site that may stand so near is looked for. */
const FARTHEST_NEAREST = 40_000

/**
 * An index of every place of an amenity around some points.
 *
 * @param radius the largest distance that is measured, in metres.
 * @throws InputError `bad-value` when the radius is not a positive number.
 * @example
 * import { amenityIndex, libraryAmenity } from 'wardstick'
 * amenityIndex([{ longitude: -1.2, latitude: 52.97 }], libraryAmenity([], [], new Map()), 4000).fixed.radius // => 4000
 */
export function amenityIndex(origins: readonly Point[], { places, sites }: Amenity, radius: number): AmenityIndex {
  const count = new Uint16Array(sites.length)
  for (const { site } of places) count[site] = (count[site] ?? 0) + 1
  const isFixed = ({ site, within }: SitePlace): boolean => within === 0 && count[site] === 1
  const pointsOf = (fixed: boolean): (Point | null)[] =>
    places.map((place) => (isFixed(place) === fixed ? place.point : null))
  return {
    origins,
    fixed: accessIndex(origins, pointsOf(true), radius),
    loose: accessIndex(
      origins,
      pointsOf(false),
      Math.max(radius, FARTHEST_NEAREST) + places.reduce((most, { within }) => Math.max(most, within), 0),
    ),
  }
}

/**
 * How near the open sites of an amenity are to residents on a day, each at its place on that day, with bounds.
 *
 * @param distances in metres.
 * @throws InputError `bad-value` when a distance is beyond the radius of the index, or the day is not covered.
 * @example
 * import { amenityIndex, amenityMeter, libraryAmenity } from 'wardstick'
 * const library = {
 *   library_id: 'E06000018/wilford',
 *   name: 'Wilford',
 *   authority_code: 'E06000018',
 *   authority_name: 'Nottingham',
 *   type: 'static',
 *   postcode: null,
 *   longitude: -1.16,
 *   latitude: 52.93,
 *   coordinates_from: '2023 edition',
 *   ward_code: 'E05001828',
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
 * const libraries = libraryAmenity([library], [closed], new Map())
 * const index = amenityIndex([{ longitude: -1.16, latitude: 52.932 }], libraries, 4000)
 * const found = amenityMeter(libraries, index, '2010-07-01', [1000])([{ origin: 0, people: 1500 }])
 * found?.reach[0]?.share // => 100
 * found?.least.reach[0]?.share // => 0
 */
export function amenityMeter(
  amenity: Amenity,
  index: AmenityIndex,
  day: IsoDate,
  distances: readonly number[],
): BoundedMeter {
  requireWithin(index.fixed, distances)
  const states = amenity.on(day)
  const around = { amenity, index, states }
  const origins = index.origins.length
  const figures = figuresByOrigin(asTheyStand(around), origins, distances)
  const same = { ...figures, isSame: nothingOpen(around, figures) }
  const byRule = meterOfFigures(figures, distances)
  const surely = meterOfFigures(figuresByOrigin(surelyStanding(around), origins, distances, same), distances)
  const perhaps = meterOfFigures(figuresByOrigin(perhapsStanding(around), origins, distances, same), distances)
  return (residents) => {
    const access = byRule(residents)
    if (access === null) return null
    const { people, meanDistance, reach } = access
    if (residents.every(({ origin }) => same.isSame(origin)))
      return { people, meanDistance, reach, least: access, most: access }
    const [least, most] = [surely(residents), perhaps(residents)]
    if (least === null || most === null) return null
    return { people, meanDistance, reach, least, most: atMost(access, most, residents, around) }
  }
}

/** What may be near, each share by what the circles around sites of unknown place can hold at once. */
function atMost({ reach }: Access, most: Access, residents: readonly Residents[], around: Around): Access {
  const shareOf = ({ metres, share }: Reach, i: number): number =>
    share === reach[i]?.share ? share : Math.min(share, mostShare(residents, metres, around))
  return { ...most, reach: most.reach.map((each, i) => ({ ...each, share: shareOf(each, i) })) }
}

/** The nearest open site to an origin of an index on a day, each at its likeliest place; null where none is open. */
export function nearestOpen(amenity: Amenity, index: AmenityIndex, origin: number, day: IsoDate): Neighbour | null {
  const states = amenity.on(day)
  const siteAt = (place: number): number => amenity.places[place]?.site ?? -1
  const isOpen = (place: number): boolean =>
    states[siteAt(place)]?.place === place && states[siteAt(place)]?.open != null
  const [fixed, loose] = [index.fixed.nearest(origin, isOpen), index.loose.nearest(origin, isOpen)]
  const nearest = loose === null || (fixed !== null && fixed.metres <= loose.metres) ? fixed : loose
  return nearest === null ? null : { site: siteAt(nearest.site), metres: nearest.metres }
}

/** The sites of which a place, at its likeliest point, lies within the radius of an index around an origin. */
export function sitesAround({ places }: Amenity, { fixed, loose }: AmenityIndex, origin: number): number[] {
  const near = [...fixed.within(origin), ...loose.within(origin).filter(({ metres }) => metres <= fixed.radius)]
  return [...new Set(near.map(({ site: place }) => places[place]?.site ?? -1))]
}

interface Around {
  readonly amenity: Amenity
  readonly index: AmenityIndex
  readonly states: readonly SiteState[]
}

/** Whether nothing around a point is left open by dates or places, so that least and most are as by the rule. */
function nothingOpen(
  { amenity: { places }, index, states }: Around,
  { figures, offsetOf }: FiguresByOrigin,
): (origin: number) => boolean {
  const isSettled = (a: Capacity | null, b: Capacity | null): boolean =>
    a?.units === b?.units && a?.water === b?.water && a?.unmeasured === b?.unmeasured
  const leftOpen = Uint8Array.from(places, ({ site }) => {
    const state = states[site]
    if (state === undefined) return 0
    const { open, least, most, mayStandAt } = state
    return isSettled(open, least) && isSettled(open, most) && mayStandAt.length <= 1 ? 0 : 1
  })
  const known = new Int8Array(index.origins.length)
  return (origin) => {
    if (known[origin] === 0) {
      let settled = (figures[offsetOf(origin)] ?? Number.NaN) <= index.fixed.radius
      if (settled) index.fixed.visit(origin, (place) => (settled &&= leftOpen[place] === 0))
      if (settled)
        index.loose.visit(origin, (place, metres) => {
          settled &&= metres - (places[place]?.within ?? 0) > index.fixed.radius
        })
      known[origin] = settled ? 1 : -1
    }
    return known[origin] === 1
  }
}

/** Each site at its likeliest place, open by the rule of its dates. */
function asTheyStand({ amenity: { places }, index, states }: Around): Surroundings {
  const openAt = (place: number): Capacity | null => {
    const state = states[places[place]?.site ?? -1]
    return state?.place === place ? state.open : null
  }
  const isOpen = (place: number): boolean => openAt(place) !== null
  return {
    nearest: (origin) =>
      nearer(index.fixed.nearest(origin, isOpen)?.metres, index.loose.nearest(origin, isOpen)?.metres),
    visit: (origin, each) => {
      for (const around of [index.fixed, index.loose])
        around.visit(origin, (place, metres) => {
          const open = openAt(place)
          if (open !== null) each(open, metres)
        })
    },
  }
}

const surelyStanding = (around: Around): Surroundings => bounded(around, ({ least }) => least, farthestOf)

const perhapsStanding = (around: Around): Surroundings => bounded(around, ({ most }) => most, nearestOf)

/** Sites by what is certain or possible of them: those of unknown place at the farthest or nearest that they can be. */
function bounded(
  around: Around,
  capacityOf: (state: SiteState) => Capacity | null,
  metresOf: (met: readonly Met[], state: SiteState, places: readonly SitePlace[]) => number | null,
): Surroundings {
  const { amenity, index, states } = around
  const fixedOpen = (place: number): Capacity | null => {
    const state = states[amenity.places[place]?.site ?? -1]
    return state === undefined ? null : capacityOf(state)
  }
  const visitLoose = (origin: number, limit: number, each: (open: Capacity, metres: number) => void): void => {
    visitSites(origin, limit, around, (state, met) => {
      const open = capacityOf(state)
      const metres = open === null ? null : metresOf(met, state, amenity.places)
      if (open !== null && metres !== null) each(open, metres)
    })
  }
  return {
    nearest: (origin) => {
      let least = index.fixed.nearest(origin, (place) => fixedOpen(place) !== null)?.metres ?? null
      visitLoose(origin, least ?? Number.POSITIVE_INFINITY, (_, metres) => {
        least = nearer(least, metres)
      })
      return least
    },
    visit: (origin, each) => {
      index.fixed.visit(origin, (place, metres) => {
        const open = fixedOpen(place)
        if (open !== null) each(open, metres)
      })
      visitLoose(origin, index.fixed.radius, each)
    },
  }
}

/** A place at which a site may stand on the day, and how far its point is. */
interface Met {
  readonly place: number
  readonly metres: number
}

/**
 * Calls a function with every site of unknown place around a point, and the places at which it may stand on the day.
 *
 * @param limit a place that cannot be as near as so many metres is left out.
 */
function visitSites(
  origin: number,
  limit: number,
  { amenity: { places }, index, states }: Around,
  each: (state: SiteState, met: readonly Met[]) => void,
): void {
  const several = new Map<SiteState, Met[]>()
  index.loose.visit(origin, (place, metres) => {
    const standing = places[place]
    if (standing === undefined || metres - standing.within > limit) return
    const state = states[standing.site]
    if (state?.mayStandAt.includes(place) !== true) return
    if (state.mayStandAt.length === 1) each(state, [{ place, metres }])
    else addTo(several, state, { place, metres })
  })
  for (const [state, met] of several) each(state, met)
}

/** The farthest that a site can be; null when it may stand where nothing is known. */
const farthestOf = (met: readonly Met[], state: SiteState, places: readonly SitePlace[]): number | null =>
  met.length < state.mayStandAt.length
    ? null
    : Math.max(...met.map(({ place, metres }) => metres + (places[place]?.within ?? 0)))

/** The nearest that a site can be. */
const nearestOf = (met: readonly Met[], _: SiteState, places: readonly SitePlace[]): number =>
  Math.min(...met.map(({ place, metres }) => Math.max(0, metres - (places[place]?.within ?? 0))))

const nearer = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a == null ? (b ?? null) : b == null ? a : Math.min(a, b)

/**
 * The largest share of residents that may be near: those near a site at a known point that may be open, and for each
 * site of unknown place the most of the others whom it can be near to at once.
 */
function mostShare(residents: readonly Residents[], distance: number, around: Around): number {
  const { amenity, index, states } = around
  const isNearFixed = (origin: number): boolean => {
    let near = false
    index.fixed.visit(origin, (place, metres) => {
      near ||= metres <= distance && states[amenity.places[place]?.site ?? -1]?.most != null
    })
    return near
  }
  const others = new Map<SiteState, PeopleAt[]>()
  let [people, near] = [0, 0]
  for (const { origin, people: count } of residents) {
    const point = index.origins[origin]
    people += count
    if (isNearFixed(origin)) near += count
    else if (point !== undefined)
      visitSites(origin, distance, around, (state, met) => {
        if (state.most !== null && nearestOf(met, state, amenity.places) <= distance)
          addTo(others, state, { point, people: count })
      })
  }
  const gained = [...others.values()].reduce((sum, homes) => sum + mostWithin(homes, distance), 0)
  return Math.min(100, ((near + gained) / people) * 100)
}

function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}
