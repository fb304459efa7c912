import { requireText } from '../model/given.js'
import type { NoteId } from '../model/notes.js'
import type { Interval, IsoDate } from '../model/period.js'
import type { Unit } from '../model/unit.js'
import type { Place, Value } from '../model/value.js'
import type { Amenity, Capacity, SitePlace } from './amenities.js'
import { type AmenityIndex, type BoundedAccess, amenityMeter } from './amenityAccess.js'
import { AMENITY_MEASURES } from './sites/measures.js'
import { type AmenityMeasureId, type Distance, isTold } from './sites/siteMeasures.js'
import type { SiteTerms } from './sites/siteTerms.js'
import { countedIn } from './sites/siteUnits.js'
import type { Turnover } from './turnover.js'

export { AMENITY_MEASURES, type AmenityMeasure } from './sites/measures.js'
export type { AmenityMeasureId } from './sites/siteMeasures.js'

/** Distances within which residents’ access is measured, in metres. */
export const DISTANCES = [1000, 2000, 4000] as const

/** A measured value with the measure that it is of. */
export interface Measured {
  readonly measure: AmenityMeasureId
  readonly value: Value
}

/** Where and when an amenity is measured. */
export interface MeasuredAt<When> {
  readonly place: Place
  readonly when: When
}

/** The unit of a measure of a kind of sites: its own nouns where it counts them. */
const unitOf = (measure: AmenityMeasureId, terms: SiteTerms): Unit =>
  countedIn(measure, terms) ?? AMENITY_MEASURES[measure].unit

/** What of some measured values a kind of sites tells. */
const toldBy = ({ terms }: Amenity, values: readonly Measured[]): Measured[] =>
  values.filter(({ measure }) => isTold(measure, terms.aspects))

function valueOf(
  amenity: Amenity,
  measure: AmenityMeasureId,
  { place, when }: MeasuredAt<IsoDate | Interval>,
  number: number | null,
  more: {
    status?: Value['status']
    notes?: readonly NoteId[]
    bounds?: Value['bounds']
    source?: readonly string[]
  } = {},
): Measured {
  const { status = 'observed', notes = [], bounds, source = [amenity.source] } = more
  return {
    measure,
    value: {
      value: number,
      unit: unitOf(measure, amenity.terms),
      period: when,
      place,
      owner: place.kind,
      status: number === null ? 'missing' : status,
      ...(bounds === undefined ? {} : { bounds }),
      comparable: true,
      notes,
      source,
    },
  }
}

/** What of an amenity is of a place. */
export interface Territory {
  /** Whether a site is of it while it stands at one of its places, at its likeliest point. */
  readonly holds: (place: SitePlace) => boolean
  /** Whether it may be of it, by what is known of the point: all that {@link holds} are. */
  readonly mayHold: (place: SitePlace) => boolean
  /** Whether it is of it wherever around the point it stands. */
  readonly surelyHolds: (place: SitePlace) => boolean
}

/**
 * All that there is.
 *
 * @example
 * import { EVERYWHERE } from 'wardstick'
 * EVERYWHERE.holds({ site: 0, point: null, within: 0, ward_code: null, possibleWards: [] }) // => true
 */
export const EVERYWHERE: Territory = { holds: () => true, mayHold: () => true, surelyHolds: () => true }

/**
 * What stands in a ward. A site of which nothing is known is in none.
 *
 * @param code the code of the ward of 2013.
 * @example
 * import { inWard } from 'wardstick'
 * const place = {
 *   site: 0,
 *   point: { longitude: -1.2, latitude: 52.97 },
 *   within: 2000,
 *   ward_code: 'E05001823',
 *   possibleWards: ['E05001823', 'E05001824'],
 * }
 * inWard('E05001823').holds(place) // => true
 * inWard('E05001824').mayHold(place) // => true
 * inWard('E05001823').surelyHolds(place) // => false
 */
export function inWard(code: string): Territory {
  requireText('code of a ward', code)
  return {
    holds: ({ ward_code }) => ward_code === code,
    mayHold: ({ ward_code, possibleWards }) => ward_code === code || possibleWards.includes(code),
    surelyHolds: ({ ward_code, possibleWards }) => ward_code === code && possibleWards.length <= 1,
  }
}

/**
 * The libraries that some library authorities run, wherever they stand.
 *
 * @param amenity the sites, of which libraries have an authority.
 * @param codes GSS codes of the authorities.
 * @example
 * import { libraryAmenity, measureStock, ofAuthority } from 'wardstick'
 * const place = { kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2023' } as const
 * const none = libraryAmenity([], [], new Map())
 * const nottingham = ofAuthority(none, new Set(['E06000018']))
 * measureStock(none, nottingham, { place, when: '2010-04-01' })[0]?.value.value // => 0
 */
export function ofAuthority({ sites }: Amenity, codes: ReadonlySet<string>): Territory {
  const isOf = ({ site }: SitePlace): boolean => codes.has(sites[site]?.authority_code ?? '')
  return { holds: isOf, mayHold: isOf, surelyHolds: isOf }
}

/**
 * The open stock of an amenity in a place on a day: sites, pools or libraries, water area.
 *
 * `bounds` are the fewest and the most that the dates allow, where some are known by the year alone, and that the
 * places allow, where some are known by their neighbourhood alone.
 *
 * @param territory what is of the place.
 * @param unplaced how many open sites that may be of the place are at no place: they are in no number.
 * @example
 * import { EVERYWHERE, libraryAmenity, measureStock } from 'wardstick'
 * const place = { kind: 'country', code: 'E92000001', name: 'England', vintage: 'CTRY2023' } as const
 * const none = libraryAmenity([], [], new Map())
 * const [open] = measureStock(none, EVERYWHERE, { place, when: '2010-04-01' })
 * open?.measure // => 'sites-open'
 * open?.value.value // => 0
 */
export function measureStock(
  amenity: Amenity,
  territory: Territory,
  at: MeasuredAt<IsoDate>,
  unplaced = 0,
): Measured[] {
  const placed = (test: (place: SitePlace) => boolean) => (position: number) => {
    const place = amenity.places[position]
    return place !== undefined && test(place)
  }
  const [holds, mayHold, surelyHolds] = [
    placed(territory.holds),
    placed(territory.mayHold),
    placed(territory.surelyHolds),
  ]
  const states = amenity.on(at.when)
  const open = states.flatMap((state) => (holds(state.place) ? (state.open ?? []) : []))
  const lower = states.filter(({ least, mayStandAt }) => least !== null && mayStandAt.every(surelyHolds)).length
  const near = states.filter(({ most, mayStandAt }) => most !== null && mayStandAt.some(mayHold))
  const notes: NoteId[] = [
    ...(near.some(({ uncertain }) => uncertain) ? (['dates-by-year'] as const) : []),
    ...(near.some(({ mayStandAt }) => !mayStandAt.every(surelyHolds)) ? (['places-nearby'] as const) : []),
    ...(unplaced === 0 ? [] : (['sites-without-coordinates'] as const)),
  ]
  const status: Value['status'] = unplaced === 0 ? 'observed' : 'partial'
  const bounded = { status, notes, ...(lower === near.length ? {} : { bounds: { lower, upper: near.length } }) }
  return [
    valueOf(amenity, 'sites-open', at, open.length, bounded),
    ...toldBy(amenity, capacityValues(amenity, open, at, notes)),
  ]
}

/** The pools that are open and their water area. */
function capacityValues(
  amenity: Amenity,
  open: readonly Capacity[],
  at: MeasuredAt<IsoDate>,
  notes: readonly NoteId[],
): Measured[] {
  const units = sum(open, (capacity) => capacity.units)
  const water = sum(open, (capacity) => capacity.water)
  const unmeasured = sum(open, (capacity) => capacity.unmeasured ?? 0)
  return [
    valueOf(amenity, 'units-open', at, units, { notes }),
    valueOf(
      amenity,
      'water-open',
      at,
      water,
      unmeasured === 0 ? { notes } : { status: 'partial', notes: [...notes, 'water-of-some'] },
    ),
  ]
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0)

/**
 * How near an amenity is to the residents of a place, as values with bounds; missing without residents, and partial
 * where nothing is known of the place of open sites that may be near.
 *
 * @param unplaced how many open sites those are: they are in no value and in no bound.
 */
export function accessValues(
  amenity: Amenity,
  access: BoundedAccess | null,
  at: MeasuredAt<IsoDate>,
  unplaced = 0,
): Measured[] {
  return [
    ...DISTANCES.flatMap((metres) => reachValues(amenity, access, { ...at, metres }, unplaced)),
    accessValue(
      amenity,
      'mean-distance',
      at,
      unplaced,
      access === null
        ? null
        : [access, access.most, access.least].map(({ meanDistance }) =>
            meanDistance === null ? null : meanDistance / 1000,
          ),
    ),
  ]
}

function reachValues(
  amenity: Amenity,
  access: BoundedAccess | null,
  { metres, ...at }: MeasuredAt<IsoDate> & { readonly metres: number },
  unplaced: number,
): Measured[] {
  const distance = `${metres / 1000}km` as Distance
  const measured = (of: 'share' | 'sites' | 'units' | 'water'): Measured =>
    accessValue(
      amenity,
      `${of}-${distance}`,
      at,
      unplaced,
      access === null
        ? null
        : [access, access.least, access.most].map(
            ({ reach }) => reach.find((each) => each.metres === metres)?.[of] ?? null,
          ),
    )
  return toldBy(amenity, (['share', 'sites', 'units', 'water'] as const).map(measured))
}

/** A measure of access with its bounds. @param numbers by the rule, at least, at most. */
function accessValue(
  amenity: Amenity,
  measure: AmenityMeasureId,
  at: MeasuredAt<IsoDate>,
  unplaced: number,
  numbers: readonly (number | null)[] | null,
): Measured {
  const [number = null, lower = null, upper = null] = numbers ?? []
  const isOpen = number !== null && (lower === null || upper === null || differ(lower, upper))
  return valueOf(amenity, measure, at, number, {
    status: unplaced === 0 ? 'modelled' : 'partial',
    notes: [
      'residents-at-lsoa-centres',
      ...(isOpen ? (['near-by-dates-and-places'] as const) : []),
      ...(unplaced === 0 ? [] : (['sites-without-coordinates'] as const)),
    ],
    ...(isOpen && lower !== null && upper !== null
      ? { bounds: { lower: Math.min(lower, number), upper: Math.max(upper, number) } }
      : {}),
    source: [amenity.source, 'wards'],
  })
}

/** Whether two measured numbers differ by more than the rounding of sums. */
const differ = (a: number, b: number): boolean => Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a))

/** How far around a ward's centre sites are counted, in metres. */
export const AROUND_CENTRE = 4000

/**
 * What is open around a ward's population-weighted centre: the distance to the nearest, and what stands within 4 km.
 *
 * @param index of the centre alone.
 */
export function centreValues(amenity: Amenity, index: AmenityIndex, at: MeasuredAt<IsoDate>): Measured[] {
  const access = amenityMeter(amenity, index, at.when, [AROUND_CENTRE])([{ origin: 0, people: 1 }])
  const cases = access === null ? [] : [access, access.least, access.most]
  const [nearest = null, farthest = null, closest = null] = cases.map(({ meanDistance }) => meanDistance)
  const value = (measure: AmenityMeasureId, numbers: readonly (number | null)[]): Measured =>
    centreValue(amenity, measure, at, numbers)
  const within = (of: 'sites' | 'units' | 'water'): (number | null)[] =>
    cases.map(({ reach }) => reach[0]?.[of] ?? null)
  return toldBy(amenity, [
    value(
      'distance-from-centre',
      [nearest, closest, farthest].map((metres) => (metres === null ? null : metres / 1000)),
    ),
    value('sites-near-centre', within('sites')),
    value('units-near-centre', within('units')),
    value('water-near-centre', within('water')),
  ])
}

/** A figure around a centre with its bounds, where dates and places leave it open. */
function centreValue(
  amenity: Amenity,
  measure: AmenityMeasureId,
  at: MeasuredAt<IsoDate>,
  [number = null, lower = null, upper = null]: readonly (number | null)[],
): Measured {
  const isOpen = number !== null && lower !== null && upper !== null && differ(lower, upper)
  return valueOf(amenity, measure, at, number, {
    notes: ['around-ward-centre', ...(isOpen ? (['near-by-dates-and-places'] as const) : [])],
    ...(isOpen ? { bounds: { lower, upper } } : {}),
    source: [amenity.source, 'wards'],
  })
}

/** What closed and opened in a place between two days, as values. */
export function turnoverValues(amenity: Amenity, found: Turnover, at: MeasuredAt<Interval>): Measured[] {
  const value = (measure: AmenityMeasureId, number: number | null): Measured =>
    valueOf(amenity, measure, at, number, number === null ? { notes: ['transfers-from-2016'] } : {})
  return toldBy(amenity, [
    value('closings-gross', found.gross),
    value('closings-replaced', found.replaced),
    value('closings-open-again', found.openAgain),
    value('closings-lasting', found.lasting),
    value('closings-said-replaced', found.saidReplaced),
    value('closings-temporary', found.temporary),
    value('transferred', found.transferred),
    value('opened', found.opened),
    value('reopened', found.reopened),
    value('lost-from-sight', found.lostFromSight),
    value('net-change', found.net),
  ])
}

/** Library-months lost to temporary closings in a place between two days, with what the dates allow. */
export function lostMonthsValue(
  amenity: Amenity,
  months: { readonly months: number; readonly lower: number; readonly upper: number },
  at: MeasuredAt<Interval>,
): Measured {
  const { lower, upper } = months
  return valueOf(
    amenity,
    'lost-months',
    at,
    months.months,
    lower === upper ? {} : { bounds: { lower, upper }, notes: ['dates-by-year'] },
  )
}

/** Staffed hours a week of the open libraries of a place in an edition; partial when some print none. */
export function hoursValue(amenity: Amenity, hours: readonly (number | null)[], at: MeasuredAt<IsoDate>): Measured {
  const known = hours.filter((each) => each !== null)
  return valueOf(
    amenity,
    'staffed-hours',
    at,
    known.length === 0 ? null : sum(known, (each) => each),
    known.length < hours.length ? { status: 'partial', notes: ['hours-of-some'] } : {},
  )
}
