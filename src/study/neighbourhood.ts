import { badStudy, internal } from '../errors.js'
import { difference } from '../evaluation/change.js'
import { type Matching, matchNearest } from '../evaluation/matching.js'
import { type PlaceboPlacement, placeboPlacement } from '../evaluation/placement.js'
import type { Neighbour } from '../geography/access.js'
import type { Council } from '../geography/council.js'
import { districtsOfCouncil, withWholePredecessors } from '../geography/districtsOfCouncil.js'
import { groupBy } from '../tables/groupBy.js'
import type { CouncilRegister } from '../geography/councilRegister.js'
import { type Amenity, type AmenityKind, LIBRARIES_COVER } from '../indicators/amenities.js'
import { type BoundedMeter, amenityIndex, amenityMeter, nearestOpen, sitesAround } from '../indicators/amenityAccess.js'
import {
  AROUND_CENTRE,
  type AmenityMeasureId,
  DISTANCES,
  EVERYWHERE,
  type Measured,
  type Territory,
  accessValues,
  centreValues,
  hoursValue,
  inWard,
  lostMonthsValue,
  measureStock,
  ofAuthority,
  turnoverValues,
} from '../indicators/amenityMeasures.js'
import { lostLibraryMonths } from '../indicators/libraryState.js'
import { turnover } from '../indicators/turnover.js'
import { LIBRARY_EDITION_DAYS } from '../model/amenity.js'
import type { Day, Interval } from '../model/period.js'
import type { Place } from '../model/value.js'
import type { Point } from '../model/ward.js'
import type { WardRow } from '../tables/declared/wards.js'
import { ENGLAND_PLACE } from '../indicators/councilAccounts.js'
import type { Home } from '../indicators/wardResidents.js'
import type { Change } from './compare.js'
import { type PlaceAmenity, type StudyDays, leastNear, measureOn } from './placeAmenity.js'
import type { Study } from './schema.js'
import type { WardData } from '../datasets/wardData.js'

/** One change of the ward studied, beside its council, England and the matched wards. */
export interface AmenityComparison {
  readonly kind: 'claim' | 'since'
  readonly measure: AmenityMeasureId
  readonly own: Change
  readonly council: Change
  readonly england: Change
  readonly comparators: readonly Change[]
  readonly placebo: PlaceboPlacement
}

/** Access of one tenth of England’s small areas by deprivation, on one day. */
export interface TenthAccess {
  /** 1 for the most deprived tenth by the income domain of IMD 2010. */
  readonly tenth: number
  readonly day: Day
  readonly people: number
  readonly values: readonly Measured[]
}

/** What a study found of one amenity. */
export interface AmenityResult {
  readonly kind: AmenityKind
  readonly amenity: Amenity
  readonly days: StudyDays
  /** Null without a ward. */
  readonly ward: PlaceAmenity | null
  readonly council: PlaceAmenity
  readonly england: PlaceAmenity
  /** Empty without a ward. */
  readonly comparisons: readonly AmenityComparison[]
  /** Positions of the sites within the largest distance of any resident of the ward, ever open or not. */
  readonly sitesNear: readonly number[]
  /**
   * The nearest open site from each of the homes of the ward, in their order, null where none is open: on each day of
   * the study, and on the day on which the fewest residents were near one, where fewer were than on all of these.
   */
  readonly nearest: readonly { readonly day: Day; readonly sites: readonly (Neighbour | null)[] }[]
  readonly tenths: readonly TenthAccess[]
  /** Residents of England in LSOAs without a score of IMD 2010, who are in no tenth. */
  readonly withoutTenth: number
  /** Open sites of whose place nothing is known, by day of the study: they count in the stock, not in access. */
  readonly withoutCoordinates: readonly { readonly day: Day; readonly sites: number }[]
  /**
   * Open sites of which the neighbourhood alone is known, by day of the study: the bounds say where else they may be.
   */
  readonly nearby: readonly { readonly day: Day; readonly sites: number }[]
}

/** Residents of the ward at the centre of an LSOA. */
export interface WardHome {
  readonly lsoa_code: string
  readonly people: number
  readonly point: Point
}

/** What a study found around its ward. */
export interface Neighbourhood {
  readonly ward: WardRow | null
  /** Where its residents live; empty without a ward. */
  readonly homes: readonly WardHome[]
  /** The wards compared with, and how like they are; null without a ward. */
  readonly matching: Matching<WardRow> | null
  /** Of pools and of libraries, as far as the study asks for them. */
  readonly amenities: readonly AmenityResult[]
}

/** Measures of which the change of the ward is compared with that of matched wards. */
const COMPARED: Readonly<Record<AmenityKind, readonly AmenityMeasureId[]>> = {
  pools: ['share-1km', 'share-2km', 'share-4km', 'mean-distance', 'sites-4km', 'units-4km', 'water-4km'],
  libraries: ['share-1km', 'share-2km', 'share-4km', 'mean-distance', 'sites-2km', 'sites-4km'],
}

const FIRST_YEAR: Readonly<Record<AmenityKind, number>> = {
  pools: 2008,
  libraries: Number(LIBRARIES_COVER.from.slice(0, 4)),
}
const LAST_YEAR = Number(LIBRARIES_COVER.to.slice(0, 4))
/** Editions of the list of libraries that print staffed hours. */
const HOURS_EDITIONS = ['2016', '2022', '2023'] as const

/**
 * Checks the ward of a study against the register of wards, and that it lies in the council.
 *
 * @throws InputError `bad-study` when the code is unknown, the name another, or the ward lies in another council.
 */
export function wardOfStudy(
  study: Study,
  council: Council,
  register: CouncilRegister,
  { wards }: WardData,
): WardRow | null {
  if (study.ward === undefined) return null
  const { code, name } = study.ward
  const problem = (path: string, text: string): Error => badStudy(study.name, [{ path, problem: text }])
  const ward = wards.register.wards.find(({ ward_code }) => ward_code === code)
  if (ward === undefined) throw problem('ward.code', unknownCode(code, name, council, register, wards.register))
  if (ward.ward_name !== name)
    throw problem('ward.name', `${code} is ${ward.ward_name} in ${ward.district_name}, not ${name}`)
  if (!districtsOfCouncil(council, register, wards.register.wards).has(ward.district_code))
    throw problem('ward', `${ward.ward_name} (${code}) lies in ${ward.district_name}, not in ${council.name}`)
  if (study.amenities !== undefined && ward.lsoas === 0)
    throw problem(
      'ward',
      `no LSOA lies in ${ward.ward_name} (${code}) by best fit: its residents, deprivation and access are not known`,
    )
  return ward
}

/** What a code is that is no ward of 2013, and where to find the one that is meant. */
function unknownCode(
  code: string,
  name: string,
  council: Council,
  councils: CouncilRegister,
  wards: WardData['wards']['register'],
): string {
  const other = wards.whatIs(code)
  const districts = districtsOfCouncil(council, councils, wards.wards)
  const bears = wards.wards.some(({ ward_name, district_code }) => ward_name === name && districts.has(district_code))
  const next = bears
    ? `wardstick ward "${name}" --council "${council.name}" finds the code`
    : `${council.name} has no ward ${name} in 2013: take the ward in which most of it lay`
  return `${code} is no ward of 2013; ${other === null ? '' : `it is ${other}; `}${next}`
}

interface Surroundings {
  readonly data: WardData
  readonly ward: WardRow | null
  readonly council: {
    readonly place: Place
    readonly districts: ReadonlySet<string>
    readonly codes: ReadonlySet<string>
    readonly authorities: ReadonlySet<string>
  }
  readonly comparators: readonly WardRow[]
}

/**
 * Measures pools and libraries around the ward of a study, in its council and in England, and compares the ward with
 * wards like it outside the council.
 */
export function measureNeighbourhood(
  study: Study,
  council: Council,
  register: CouncilRegister,
  data: WardData,
): Neighbourhood | null {
  const { amenities } = study
  if (amenities === undefined) return null
  const ward = wardOfStudy(study, council, register, data)
  const districts = districtsOfCouncil(council, register, data.wards.register.wards)
  if (districts.size === 0)
    throw badStudy(study.name, [
      {
        path: 'council',
        problem:
          `${council.name} was no council of 2013, nor made from whole ones since: its wards are not known; ` +
          `leave out amenities`,
      },
    ])
  const matching = ward === null ? null : matchWards(ward, districts, data, amenities.comparators.count)
  const codes = codesOf(council, register)
  const surroundings: Surroundings = {
    data,
    ward,
    council: {
      place: register.placeOf(council.e_code),
      districts,
      codes,
      authorities: council.county_e_code === null ? codes : codesOf(register.get(council.county_e_code), register),
    },
    comparators: matching?.matched.map(({ unit }) => unit) ?? [],
  }
  return {
    ward,
    homes: (ward === null ? [] : data.wards.homesOfWard(ward.ward_code)).map(({ lsoa_code, people, origin }) => {
      const centre = data.wards.centres[origin]
      if (centre === undefined) throw internal(`LSOA ${lsoa_code} has no centre`)
      return { lsoa_code, people, point: { longitude: centre.longitude, latitude: centre.latitude } }
    }),
    matching,
    amenities: [
      ...(amenities.pools === undefined ? [] : [amenityResult(data.pools, amenities.pools, surroundings)]),
      ...(amenities.libraries === undefined ? [] : [amenityResult(data.libraries, amenities.libraries, surroundings)]),
    ],
  }
}

/**
 * Every code under which lists of libraries may print the council: its own, and those of the councils that passed into
 * it.
 */
function codesOf(council: Council, register: CouncilRegister): ReadonlySet<string> {
  return new Set(withWholePredecessors(council.e_code, register).flatMap((eCode) => register.gssCodesOf(eCode)))
}

function matchWards(
  ward: WardRow,
  districts: ReadonlySet<string>,
  { wards }: WardData,
  count: number,
): Matching<WardRow> {
  const edition = (each: WardRow) => wards.deprivation(each.ward_code).find((row) => row.edition === 2010)
  const people = (each: WardRow) => wards.homesOfWard(each.ward_code).reduce((sum, home) => sum + home.people, 0)
  const candidates = wards.register.wards.filter(
    ({ district_code, rural_urban, lsoas }) =>
      lsoas > 0 && (ward.rural_urban === null || rural_urban === ward.rural_urban) && !districts.has(district_code),
  )
  return matchNearest(
    ward,
    candidates,
    [
      {
        id: 'income-2010',
        title: 'Income-deprived residents, IMD 2010 (share)',
        of: (each) => edition(each)?.income_share ?? null,
      },
      { id: 'imd-2010', title: 'IMD 2010, overall score', of: (each) => edition(each)?.imd_score ?? null },
      { id: 'people-2015', title: 'Residents, mid-2015', of: people },
    ],
    count,
  )
}

function amenityResult(amenity: Amenity, days: StudyDays, around: Surroundings): AmenityResult {
  const { data, ward, council, comparators } = around
  const { wards } = data
  const index = amenityIndex(wards.centres, amenity, Math.max(...DISTANCES))
  const meters = new Map<Day, BoundedMeter>()
  const meterOn = (day: Day): BoundedMeter => {
    const meter = meters.get(day) ?? amenityMeter(amenity, index, day, DISTANCES)
    meters.set(day, meter)
    return meter
  }
  const studyDays = [days.base, days.claim, ...days.since]
  const places = {
    ward:
      ward === null
        ? null
        : {
            place: wards.register.placeOf(ward.ward_code),
            homes: wards.homesOfWard(ward.ward_code),
            territory: inWard(ward.ward_code),
            authorities: council.authorities,
          },
    council: {
      place: council.place,
      homes: [...council.districts].flatMap((code) => wards.homesOfDistrict(code)),
      territory: territoryOfCouncil(amenity, around),
      authorities: council.authorities,
    },
    england: { place: ENGLAND_PLACE, homes: wards.homes, territory: EVERYWHERE, authorities: null },
  }
  const yearly = [...new Set([...studyDays, ...yearsFrom(FIRST_YEAR[amenity.kind])])].sort()
  const accessOn = ({ place, homes, authorities }: Omit<MeasuredPlace, 'territory'>, day: Day): Measured[] =>
    accessValues(amenity, meterOn(day)(homes), { place, when: day }, unplacedOn(amenity, day, authorities))
  const measured = (at: MeasuredPlace, accessDays: readonly Day[]): PlaceAmenity => {
    const { place, territory, authorities } = at
    const belongs = standsIn(amenity, territory)
    const turnovers = studyDays.slice(1).map((until) => ({
      interval: { since: days.base, until },
      found: turnover(amenity, belongs, { since: days.base, until }),
    }))
    return {
      place,
      turnovers,
      values: [
        ...yearly.flatMap((day) =>
          measureStock(
            amenity,
            territory,
            { place, when: day },
            territory === EVERYWHERE ? 0 : unplacedOn(amenity, day, authorities),
          ),
        ),
        ...accessDays.flatMap((day) => accessOn(at, day)),
        ...turnovers.flatMap(({ interval, found }) => turnoverValues(amenity, found, { place, when: interval })),
        ...(amenity.kind === 'libraries'
          ? libraryValues(
              amenity,
              belongs,
              data,
              place,
              turnovers.map(({ interval }) => interval),
            )
          : []),
      ],
    }
  }
  const england = measured(places.england, studyDays)
  const ofCouncil = measured(places.council, yearly)
  const own = places.ward === null || ward === null ? null : measured(places.ward, yearly)
  const centred =
    own === null || ward === null
      ? own
      : { ...own, values: [...own.values, ...aroundCentre(amenity, ward, yearly, own.place)] }
  const authorityOf = authoritiesByWard(amenity)
  const others = comparators.map(({ ward_code }) => {
    const place = wards.register.placeOf(ward_code)
    const homes = wards.homesOfWard(ward_code)
    const authorities = new Set([authorityOf.get(ward_code) ?? ''])
    return { place, values: studyDays.flatMap((day) => accessOn({ place, homes, authorities }, day)) }
  })
  const tenthDays = [days.base, days.since.at(-1) ?? days.claim]
  return {
    kind: amenity.kind,
    amenity,
    days,
    ward: centred,
    council: ofCouncil,
    england,
    comparisons:
      centred === null ? [] : comparisonsOf(amenity.kind, days, { own: centred, council: ofCouncil, england, others }),
    sitesNear: [
      ...new Set((places.ward?.homes ?? []).flatMap(({ origin }) => sitesAround(amenity, index, origin))),
    ].sort((a, b) => a - b),
    nearest: [
      ...studyDays,
      ...(centred === null ? [] : [leastNear({ kind: amenity.kind, days, ward: centred })?.period ?? []].flat()),
    ]
      .sort()
      .map((day) => ({
        day,
        sites: (places.ward?.homes ?? []).map(({ origin }) => nearestOpen(amenity, index, origin, day)),
      })),
    tenths: tenthsOf(around, tenthDays, meterOn, amenity),
    withoutTenth: wards.homes
      .filter(({ origin }) => wards.incomeTenths[origin] == null)
      .reduce((people, home) => people + home.people, 0),
    withoutCoordinates: studyDays.map((day) => ({ day, sites: unplacedOn(amenity, day, null) })),
    nearby: studyDays.map((day) => ({ day, sites: nearbyOn(amenity, day) })),
  }
}

/** How many open sites of some authorities, or of all, are at no place on a day. */
const unplacedOn = (amenity: Amenity, day: Day, authorities: ReadonlySet<string> | null): number =>
  amenity
    .on(day)
    .filter(
      ({ open, place }, site) =>
        open !== null &&
        amenity.places[place]?.point === null &&
        (authorities === null || authorities.has(amenity.sites[site]?.authority_code ?? '')),
    ).length

/** How many open sites stand within some metres of a point on a day, not at it. */
const nearbyOn = (amenity: Amenity, day: Day): number =>
  amenity.on(day).filter(({ open, place }) => open !== null && (amenity.places[place]?.within ?? 0) > 0).length

/** Whether a site stands in a territory on a day, at its likeliest place. */
function standsIn(amenity: Amenity, { holds }: Territory): (site: number, day: Day) => boolean {
  return (site, day) => {
    const place = amenity.places[amenity.on(day)[site]?.place ?? -1]
    return place !== undefined && holds(place)
  }
}

interface MeasuredPlace {
  readonly place: Place
  readonly homes: readonly Home[]
  readonly territory: Territory
  /** The library authorities of which sites at no place may be in it or near it; null for all. */
  readonly authorities: ReadonlySet<string> | null
}

/** The library authority of each ward that has a library. */
function authoritiesByWard({ sites }: Amenity): ReadonlyMap<string, string | null> {
  return new Map(
    sites.flatMap(({ ward_code, authority_code }) =>
      ward_code === null ? [] : [[ward_code, authority_code] as const],
    ),
  )
}

const yearsFrom = (first: number): Day[] =>
  Array.from({ length: LAST_YEAR - first + 1 }, (_, i): Day => `${first + i}-04-01` as Day)

/**
 * A library belongs to the council that runs it where the council is a library authority; anything else by its ward.
 */
function territoryOfCouncil(amenity: Amenity, { council, data }: Surroundings): Territory {
  const isAuthority = amenity.sites.some(
    ({ authority_code }) => authority_code !== null && council.codes.has(authority_code),
  )
  if (isAuthority) return ofAuthority(amenity, council.codes)
  const districtOf = new Map(
    data.wards.register.wards.map(({ ward_code, district_code }) => [ward_code, district_code]),
  )
  const isInside = (ward: string | null): boolean => council.districts.has(districtOf.get(ward ?? '') ?? '')
  return {
    holds: ({ ward_code }) => isInside(ward_code),
    mayHold: ({ ward_code, possibleWards }) => isInside(ward_code) || possibleWards.some(isInside),
    surelyHolds: ({ ward_code, possibleWards }) => isInside(ward_code) && possibleWards.every(isInside),
  }
}

function aroundCentre(amenity: Amenity, ward: WardRow, days: readonly Day[], place: Place): Measured[] {
  const { longitude, latitude } = ward
  if (longitude === null || latitude === null) return []
  const index = amenityIndex([{ longitude, latitude }], amenity, AROUND_CENTRE)
  return days.flatMap((day) => centreValues(amenity, index, { place, when: day }))
}

function libraryValues(
  amenity: Amenity,
  belongs: (site: number, day: Day) => boolean,
  { libraryEvents, libraryEditions }: WardData,
  place: Place,
  intervals: readonly Interval[],
): Measured[] {
  const eventsOf = groupBy(libraryEvents, ({ library_id }) => library_id)
  const hours = HOURS_EDITIONS.flatMap((edition): Measured[] => {
    const day = LIBRARY_EDITION_DAYS[edition]
    const states = amenity.on(day)
    const open = new Set(
      amenity.sites.filter((_, site) => states[site]?.open != null && belongs(site, day)).map(({ id }) => id),
    )
    const rows = libraryEditions.filter((row) => row.edition === edition && open.has(row.library_id))
    const printed = new Map(rows.map((row) => [row.library_id, row.staffed_hours]))
    return [
      hoursValue(
        amenity,
        [...open].map((id) => printed.get(id) ?? null),
        { place, when: day },
      ),
    ]
  })
  const lost = intervals.map((interval) => {
    const own = amenity.sites.filter((_, site) => belongs(site, interval.since))
    const months = own.map(({ id }) => lostLibraryMonths(eventsOf.get(id) ?? [], interval))
    const total = (of: (each: (typeof months)[number]) => number): number =>
      Math.round(months.reduce((sum, each) => sum + of(each), 0) * 10) / 10
    return lostMonthsValue(
      amenity,
      { months: total((each) => each.months), lower: total((each) => each.lower), upper: total((each) => each.upper) },
      { place, when: interval },
    )
  })
  return [...hours, ...lost]
}

interface Compared {
  readonly own: PlaceAmenity
  readonly council: PlaceAmenity
  readonly england: PlaceAmenity
  readonly others: readonly { readonly place: Place; readonly values: readonly Measured[] }[]
}

function comparisonsOf(
  kind: AmenityKind,
  days: StudyDays,
  { own, council, england, others }: Compared,
): AmenityComparison[] {
  const spans = [
    { kind: 'claim' as const, until: days.claim },
    ...days.since.map((until) => ({ kind: 'since' as const, until })),
  ]
  return COMPARED[kind].flatMap((measure) =>
    spans.map(({ kind: of, until }): AmenityComparison => {
      const changeOf = ({ values }: Pick<PlaceAmenity, 'values'>): Change => {
        const [before, after] = [measureOn(values, measure, days.base), measureOn(values, measure, until)]
        return { before, after, change: difference(before, after) }
      }
      const comparators = others.map(changeOf)
      const ownChange = changeOf(own)
      return {
        kind: of,
        measure,
        own: ownChange,
        council: changeOf(council),
        england: changeOf(england),
        comparators,
        placebo: placeboPlacement(
          ownChange.change,
          comparators.map(({ change }) => change),
        ),
      }
    }),
  )
}

function tenthsOf(
  { data: { wards } }: Surroundings,
  days: readonly Day[],
  meterOn: (day: Day) => BoundedMeter,
  amenity: Amenity,
): TenthAccess[] {
  const tenths = groupBy(
    wards.homes.filter(({ origin }) => wards.incomeTenths[origin] != null),
    ({ origin }) => String(wards.incomeTenths[origin]),
  )
  return [...tenths]
    .map(([tenth, homes]) => ({ tenth: Number(tenth), homes }))
    .sort((a, b) => a.tenth - b.tenth)
    .flatMap(({ tenth, homes }) =>
      days.map((day): TenthAccess => {
        const access = meterOn(day)(homes)
        const place: Place = {
          kind: 'group',
          code: `income-tenth-${tenth}`,
          name: `${ordinal(tenth)} tenth of England’s LSOAs by income deprivation`,
          vintage: 'IMD2010',
        }
        return {
          tenth,
          day,
          people: access?.people ?? 0,
          values: accessValues(amenity, access, { place, when: day }, unplacedOn(amenity, day, null)),
        }
      }),
    )
}

const ordinal = (tenth: number): string =>
  ({ 1: 'most deprived', 2: 'second', 3: 'third', 10: 'least deprived' })[tenth] ?? `${tenth}th`
