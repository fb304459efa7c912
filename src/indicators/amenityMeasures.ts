import type { MeasureDescription } from '../model/indicator.js'
import type { NoteId } from '../model/notes.js'
import type { IsoDate, Interval } from '../model/period.js'
import { type Unit, units } from '../model/unit.js'
import type { Place, Value } from '../model/value.js'
import type { Amenity, AmenityKind, Capacity, SitePlace } from './amenities.js'
import { type AmenityIndex, type BoundedAccess, amenityMeter } from './amenityAccess.js'
import type { Turnover } from './turnover.js'
import { requireText } from '../model/given.js'

/** Distances within which residents’ access is measured, in metres. */
export const DISTANCES = [1000, 2000, 4000] as const

/** One measure of an amenity: what is counted, its unit and rule. */
export interface AmenityMeasure extends Omit<MeasureDescription, 'source' | 'availableFrom'> {
  readonly id: AmenityMeasureId
  /** Its unit for each kind of amenity. */
  readonly units: Readonly<Record<AmenityKind, Unit>>
}

const [SITE, POOL, LIBRARY] = [
  units.count('site', 'sites'),
  units.count('pool', 'pools'),
  units.count('library', 'libraries'),
]
const UNIT = units.count('unit', 'units')
const [CLOSINGS, OPENINGS] = [units.count('closing', 'closings'), units.count('opening', 'openings')]
const RESIDENTS = units.perCent('residents')
const UNITS_OPEN = { pools: POOL, libraries: LIBRARY } as const
const SITES = { pools: SITE, libraries: LIBRARY } as const
const MEAN_LIBRARIES = units.meanCount('library', 'libraries')
const MEAN_SITES = { pools: units.meanCount('site', 'sites'), libraries: MEAN_LIBRARIES } as const
const MEAN_UNITS = { pools: units.meanCount('pool', 'pools'), libraries: MEAN_LIBRARIES } as const
const same = (unit: Unit): AmenityMeasure['units'] => ({ pools: unit, libraries: unit })
const STOCK = {
  kind: 'count',
  polarity: 'more is better',
  level: 'site',
  missingRule: 'A site of unknown opening or status is left out and counted.',
} as const
const ACCESS = {
  level: 'ward',
  missingRule:
    'Missing without residents; a site of which only the neighbourhood is known counts at its likeliest point, ' +
    'with bounds.',
} as const
const FLOW = {
  kind: 'count',
  polarity: 'none',
  level: 'site',
  missingRule: 'An event counts on the last day on which it can have happened.',
} as const
const NEAR_CENTRE =
  'Within 4 km of the ward’s population-weighted centre, as the crow flies: whole sites, but at a sharp edge; ' +
  'the means over residents have none.'
const AT_CENTRES = 'Residents of mid-2015 at the population-weighted centre of their LSOA, as the crow flies.'

/**
 * The measures of an amenity: its open stock on a day, how near it is to residents, what closed and opened between two
 * days, and the hours of libraries.
 */
export const AMENITY_MEASURES = {
  'sites-open': {
    id: 'sites-open',
    title: 'Open sites',
    unit: SITE,
    units: SITES,
    method: 'Sites with at least one open public pool, or open static libraries, on the day.',
    ...STOCK,
  },
  'units-open': {
    id: 'units-open',
    title: 'Open pools or libraries',
    unit: UNIT,
    units: UNITS_OPEN,
    method: 'A site may hold several pools; a library counts once.',
    ...STOCK,
  },
  'water-open': {
    id: 'water-open',
    title: 'Water area open',
    unit: units.squareMetres,
    units: same(units.squareMetres),
    method: 'Sum of the water areas of the open public pools.',
    ...STOCK,
    kind: 'amount',
  },
  ...accessMeasures(),
  'mean-distance': {
    id: 'mean-distance',
    title: 'Mean distance to the nearest',
    kind: 'rate',
    unit: units.meanKilometres,
    units: same(units.meanKilometres),
    polarity: 'less is better',
    method: `Mean over residents of the distance to the nearest open site. ${AT_CENTRES}`,
    ...ACCESS,
  },
  'distance-from-centre': {
    id: 'distance-from-centre',
    title: 'Distance from the ward’s centre to the nearest',
    kind: 'rate',
    unit: units.kilometres,
    units: same(units.kilometres),
    polarity: 'less is better',
    method: 'From the population-weighted centre of the ward, as the crow flies.',
    ...ACCESS,
  },
  'sites-near-centre': {
    id: 'sites-near-centre',
    title: 'Open sites within 4 km of the ward’s centre',
    kind: 'count',
    unit: SITE,
    units: SITES,
    polarity: 'more is better',
    method: NEAR_CENTRE,
    ...ACCESS,
  },
  'units-near-centre': {
    id: 'units-near-centre',
    title: 'Open pools or libraries within 4 km of the ward’s centre',
    kind: 'count',
    unit: UNIT,
    units: UNITS_OPEN,
    polarity: 'more is better',
    method: NEAR_CENTRE,
    ...ACCESS,
  },
  'water-near-centre': {
    id: 'water-near-centre',
    title: 'Water area within 4 km of the ward’s centre',
    kind: 'amount',
    unit: units.squareMetres,
    units: same(units.squareMetres),
    polarity: 'more is better',
    method: NEAR_CENTRE,
    ...ACCESS,
  },
  'closings-gross': {
    id: 'closings-gross',
    title: 'Closings, gross',
    unit: CLOSINGS,
    units: same(CLOSINGS),
    method: 'Sites that closed and were not meant to reopen; replaced ones included.',
    ...FLOW,
  },
  'closings-replaced': {
    id: 'closings-replaced',
    title: 'of them replaced',
    unit: CLOSINGS,
    units: same(CLOSINGS),
    method:
      'Another site of the kind opened within 12 months and 2 km, or the site itself reopened within 12 ' +
      'months; one new site may replace several.',
    ...FLOW,
  },
  'closings-said-replaced': {
    id: 'closings-said-replaced',
    title: 'of them said to be replaced',
    unit: CLOSINGS,
    units: same(CLOSINGS),
    method: 'The list says that another library takes its place; none is found within 12 months and 2 km.',
    ...FLOW,
  },
  'closings-open-again': {
    id: 'closings-open-again',
    title: 'of them open again',
    unit: CLOSINGS,
    units: same(CLOSINGS),
    method: 'Neither replaced nor said to be; the site itself is open on the last day.',
    ...FLOW,
  },
  'closings-lasting': {
    id: 'closings-lasting',
    title: 'of them for good',
    unit: CLOSINGS,
    units: same(CLOSINGS),
    method: 'Neither replaced nor said to be, and not open on the last day.',
    ...FLOW,
  },
  'closings-temporary': {
    id: 'closings-temporary',
    title: 'Temporary closings',
    unit: CLOSINGS,
    units: same(CLOSINGS),
    method: 'Closed for works or another reason that is meant to end.',
    ...FLOW,
  },
  transferred: {
    id: 'transferred',
    title: 'Passed from the council to another operator',
    unit: LIBRARY,
    units: same(LIBRARY),
    method:
      'Run by a commissioned body, a community group or an independent one from then on, and open; known from ' +
      'July 2016 on, between the lists.',
    ...FLOW,
  },
  opened: {
    id: 'opened',
    title: 'Opened',
    unit: OPENINGS,
    units: same(OPENINGS),
    method: 'Sites that opened for the first time.',
    ...FLOW,
  },
  reopened: {
    id: 'reopened',
    title: 'Reopened',
    unit: OPENINGS,
    units: same(OPENINGS),
    method: 'Sites that opened again after a closing of any kind.',
    ...FLOW,
  },
  'lost-from-sight': {
    id: 'lost-from-sight',
    title: 'Lost from sight',
    unit: LIBRARY,
    units: same(LIBRARY),
    method: 'Open in a list; later lists tell neither a closing nor an operator.',
    ...FLOW,
  },
  'net-change': {
    id: 'net-change',
    title: 'Net change of open sites',
    unit: SITE,
    units: SITES,
    method: 'Open sites on the last day less those on the first.',
    ...FLOW,
    polarity: 'more is better',
  },
  'lost-months': {
    id: 'lost-months',
    title: 'Library-months lost to temporary closings',
    unit: units.libraryMonths,
    units: same(units.libraryMonths),
    method: 'Months for which libraries were temporarily closed between the two days, summed.',
    ...FLOW,
    kind: 'amount',
    polarity: 'less is better',
  },
  'staffed-hours': {
    id: 'staffed-hours',
    title: 'Staffed hours a week',
    unit: units.hoursAWeek,
    units: same(units.hoursAWeek),
    method: 'Sum of the staffed hours of the open static libraries that the edition prints.',
    ...STOCK,
    kind: 'amount',
  },
} as const satisfies Readonly<Record<string, AmenityMeasure>>

/** Id of one of {@link AMENITY_MEASURES}. */
export type AmenityMeasureId =
  | 'sites-open'
  | 'units-open'
  | 'water-open'
  | 'mean-distance'
  | 'distance-from-centre'
  | 'sites-near-centre'
  | 'units-near-centre'
  | 'water-near-centre'
  | 'closings-gross'
  | 'closings-replaced'
  | 'closings-said-replaced'
  | 'closings-open-again'
  | 'closings-lasting'
  | 'closings-temporary'
  | 'transferred'
  | 'opened'
  | 'reopened'
  | 'lost-from-sight'
  | 'net-change'
  | 'lost-months'
  | 'staffed-hours'
  | AccessMeasureId
type Distance = '1km' | '2km' | '4km'
type AccessMeasureId = `${'share' | 'sites' | 'units' | 'water'}-${Distance}`

function accessMeasures(): Readonly<Record<AccessMeasureId, AmenityMeasure>> {
  const of = (distance: Distance) => {
    const words = distance.replace('km', ' km')
    return {
      [`share-${distance}`]: {
        id: `share-${distance}`,
        title: `Residents within ${words}`,
        kind: 'share',
        unit: RESIDENTS,
        units: same(RESIDENTS),
        polarity: 'more is better',
        method: `Share of residents with an open site within ${words}. ${AT_CENTRES}`,
        ...ACCESS,
      },
      [`sites-${distance}`]: {
        id: `sites-${distance}`,
        title: `Open sites within ${words}`,
        kind: 'rate',
        unit: MEAN_SITES.pools,
        units: MEAN_SITES,
        polarity: 'more is better',
        method: `Mean over residents. ${AT_CENTRES}`,
        ...ACCESS,
      },
      [`units-${distance}`]: {
        id: `units-${distance}`,
        title: `Open pools or libraries within ${words}`,
        kind: 'rate',
        unit: units.meanCount('unit', 'units'),
        units: MEAN_UNITS,
        polarity: 'more is better',
        method: `Mean over residents. ${AT_CENTRES}`,
        ...ACCESS,
      },
      [`water-${distance}`]: {
        id: `water-${distance}`,
        title: `Water area within ${words}`,
        kind: 'rate',
        unit: units.meanSquareMetres,
        units: same(units.meanSquareMetres),
        polarity: 'more is better',
        method: `Mean over residents. ${AT_CENTRES}`,
        ...ACCESS,
      },
    }
  }
  return { ...of('1km'), ...of('2km'), ...of('4km') } as Readonly<Record<AccessMeasureId, AmenityMeasure>>
}

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
      unit: AMENITY_MEASURES[measure].units[amenity.kind],
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
    ...(amenity.kind === 'libraries' ? [] : capacityValues(amenity, open, at, notes)),
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
  return (['share', 'sites', ...(amenity.kind === 'libraries' ? [] : (['units', 'water'] as const))] as const).map(
    measured,
  )
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
  return [
    value(
      'distance-from-centre',
      [nearest, closest, farthest].map((metres) => (metres === null ? null : metres / 1000)),
    ),
    value('sites-near-centre', within('sites')),
    ...(amenity.kind === 'libraries'
      ? []
      : [value('units-near-centre', within('units')), value('water-near-centre', within('water'))]),
  ]
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
  return [
    value('closings-gross', found.gross),
    value('closings-replaced', found.replaced),
    value('closings-open-again', found.openAgain),
    value('closings-lasting', found.lasting),
    ...(amenity.kind === 'pools'
      ? []
      : [
          value('closings-said-replaced', found.saidReplaced),
          value('closings-temporary', found.temporary),
          value('transferred', found.transferred),
        ]),
    value('opened', found.opened),
    value('reopened', found.reopened),
    ...(amenity.kind === 'pools' ? [] : [value('lost-from-sight', found.lostFromSight)]),
    value('net-change', found.net),
  ]
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
