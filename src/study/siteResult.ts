import type { WardRow } from '../tables/declared/wards.js'
import type { WardData } from '../datasets/wardData.js'
import { internal } from '../errors.js'
import type { AmenityResult, TenthAccess } from '../findings/neighbourhood.js'
import { type PlaceAmenity, type StudyDays, lastDay, leastNear } from '../findings/placeAmenity.js'
import type { Amenity } from '../indicators/amenities.js'
import {
  type AmenityIndex,
  type BoundedMeter,
  amenityIndex,
  amenityMeter,
  nearestOpen,
  sitesAround,
} from '../indicators/amenityAccess.js'
import {
  AROUND_CENTRE,
  DISTANCES,
  EVERYWHERE,
  type Measured,
  type Territory,
  accessValues,
  centreValues,
  inWard,
  measureStock,
  ofAuthority,
  turnoverValues,
} from '../indicators/amenityMeasures.js'
import { ENGLAND_PLACE } from '../indicators/councilAccounts.js'
import type { SiteKind } from '../indicators/sites/siteKind.js'
import type { SiteTerms } from '../indicators/sites/siteTerms.js'
import { turnover } from '../indicators/turnover.js'
import type { IsoDate } from '../model/period.js'
import type { Place } from '../model/value.js'
import type { Home } from '../model/ward.js'
import { groupBy } from '../tables/groupBy.js'
import { comparisonsOf } from './siteComparisons.js'

/** The ward of a study, its council and the wards like it. */
export interface SiteSurroundings {
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

/** Sites on the days on which a study measures them. */
interface Measuring {
  readonly amenity: Amenity
  readonly days: StudyDays
  /** The days of the study. */
  readonly studyDays: readonly IsoDate[]
  /** The same and 1 April of every year that the kind covers. */
  readonly yearly: readonly IsoDate[]
  readonly index: AmenityIndex
  readonly meterOn: (day: IsoDate) => BoundedMeter
}

interface MeasuredPlace {
  readonly place: Place
  readonly homes: readonly Home[]
  readonly territory: Territory
  /** The authorities of which sites at no place may be in it or near it; null for all. */
  readonly authorities: ReadonlySet<string> | null
}

/** Measures a kind of sites around the ward of a study, in its council and in England, and beside the wards like it. */
export function siteResult(declared: SiteKind, days: StudyDays, around: SiteSurroundings): AmenityResult {
  const { data, ward, council, comparators } = around
  const { wards } = data
  const measuring = measuringOf(declared, days, data)
  const { amenity, studyDays, yearly, index } = measuring
  const homes = ward === null ? [] : wards.homesOfWard(ward.ward_code)
  const england = measured(measuring, englandOf(data), studyDays)
  const ofCouncil = measured(measuring, councilOf(declared, amenity, around), yearly)
  const own =
    ward === null
      ? null
      : withCentre(
          measuring,
          ward,
          measured(
            measuring,
            {
              place: wards.register.placeOf(ward.ward_code),
              homes,
              territory: inWard(ward.ward_code),
              authorities: council.authorities,
            },
            yearly,
          ),
        )
  const others = comparatorsOf(measuring, comparators, data)
  return {
    kind: declared.id,
    declared,
    amenity,
    days,
    ward: own,
    council: ofCouncil,
    england,
    comparisons: own === null ? [] : comparisonsOf(declared, days, { own, council: ofCouncil, england, others }),
    sitesNear: [...new Set(homes.flatMap(({ origin }) => sitesAround(amenity, index, origin)))].sort((a, b) => a - b),
    nearest: [...studyDays, ...(own === null ? [] : [leastNear({ declared, days, ward: own })?.period ?? []].flat())]
      .sort()
      .map((day) => ({ day, sites: homes.map(({ origin }) => nearestOpen(amenity, index, origin, day)) })),
    tenths: tenthsOf(measuring, data),
    withoutTenth: wards.homes
      .filter(({ origin }) => wards.incomeTenths[origin] == null)
      .reduce((people, home) => people + home.people, 0),
    withoutCoordinates: studyDays.map((day) => ({ day, sites: unplacedOn(amenity, day, null) })),
    nearby: studyDays.map((day) => ({ day, sites: nearbyOn(amenity, day) })),
  }
}

function measuringOf(declared: SiteKind, days: StudyDays, { sites, wards }: WardData): Measuring {
  const amenity = sites[declared.id]
  if (amenity === undefined) throw internal(`the sites ${declared.id} are declared and not loaded`)
  const index = amenityIndex(wards.centres, amenity, Math.max(...DISTANCES))
  const studyDays = [days.base, days.claim, ...days.since]
  const meters = new Map<IsoDate, BoundedMeter>()
  return {
    amenity,
    days,
    studyDays,
    yearly: [...new Set([...studyDays, ...aprils(declared)])].sort(),
    index,
    meterOn: (day) => {
      const meter = meters.get(day) ?? amenityMeter(amenity, index, day, DISTANCES)
      meters.set(day, meter)
      return meter
    },
  }
}

/** 1 April of each year in which a kind of sites is counted. */
function aprils({ days: { first, last } }: SiteTerms): IsoDate[] {
  const [from, to] = [first, last].map((day) => Number(day.slice(0, 4)))
  return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, i): IsoDate => `${(from ?? 0) + i}-04-01`).filter(
    (day) => day >= first && day <= last,
  )
}

const englandOf = ({ wards }: WardData): MeasuredPlace => ({
  place: ENGLAND_PLACE,
  homes: wards.homes,
  territory: EVERYWHERE,
  authorities: null,
})

const councilOf = (declared: SiteKind, amenity: Amenity, around: SiteSurroundings): MeasuredPlace => ({
  place: around.council.place,
  homes: [...around.council.districts].flatMap((code) => around.data.wards.homesOfDistrict(code)),
  territory: territoryOfCouncil(declared, amenity, around),
  authorities: around.council.authorities,
})

/** Access of the residents of a place on a day. */
const accessOn = (
  { amenity, meterOn }: Measuring,
  { place, homes, authorities }: Omit<MeasuredPlace, 'territory'>,
  day: IsoDate,
): Measured[] => accessValues(amenity, meterOn(day)(homes), { place, when: day }, unplacedOn(amenity, day, authorities))

/** Stock, access and turnover of a place, and what only the kind of sites tells of it. */
function measured(measuring: Measuring, at: MeasuredPlace, accessDays: readonly IsoDate[]): PlaceAmenity {
  const { amenity, days, studyDays, yearly } = measuring
  const { place, territory, authorities } = at
  const belongs = standsIn(amenity, territory)
  const turnovers = studyDays.slice(1).map((until) => ({
    interval: { since: days.base, until },
    found: turnover(amenity, belongs, { since: days.base, until }),
  }))
  const intervals = turnovers.map(({ interval }) => interval)
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
      ...accessDays.flatMap((day) => accessOn(measuring, at, day)),
      ...turnovers.flatMap(({ interval, found }) => turnoverValues(amenity, found, { place, when: interval })),
      ...(amenity.ownMeasures?.({ place, belongs, intervals }) ?? []),
    ],
  }
}

/** What was measured of a ward, with what is open around its population-weighted centre. */
function withCentre({ amenity, yearly }: Measuring, ward: WardRow, own: PlaceAmenity): PlaceAmenity {
  const { longitude, latitude } = ward
  if (longitude === null || latitude === null) return own
  const index = amenityIndex([{ longitude, latitude }], amenity, AROUND_CENTRE)
  const around = yearly.flatMap((day) => centreValues(amenity, index, { place: own.place, when: day }))
  return { ...own, values: [...own.values, ...around] }
}

/** Access in the wards that a ward is compared with. */
function comparatorsOf(measuring: Measuring, comparators: readonly WardRow[], { wards }: WardData) {
  const { amenity, studyDays } = measuring
  const authorityOf = authoritiesByWard(amenity)
  return comparators.map(({ ward_code }) => {
    const place = wards.register.placeOf(ward_code)
    const homes = wards.homesOfWard(ward_code)
    const authorities = new Set([authorityOf.get(ward_code) ?? ''])
    return { place, values: studyDays.flatMap((day) => accessOn(measuring, { place, homes, authorities }, day)) }
  })
}

/** How many open sites of some authorities, or of all, are at no place on a day. */
const unplacedOn = (amenity: Amenity, day: IsoDate, authorities: ReadonlySet<string> | null): number =>
  amenity
    .on(day)
    .filter(
      ({ open, place }, site) =>
        open !== null &&
        amenity.places[place]?.point === null &&
        (authorities === null || authorities.has(amenity.sites[site]?.authority_code ?? '')),
    ).length

/** How many open sites stand within some metres of a point on a day, not at it. */
const nearbyOn = (amenity: Amenity, day: IsoDate): number =>
  amenity.on(day).filter(({ open, place }) => open !== null && (amenity.places[place]?.within ?? 0) > 0).length

/** Whether a site stands in a territory on a day, at its likeliest place. */
function standsIn(amenity: Amenity, { holds }: Territory): (site: number, day: IsoDate) => boolean {
  return (site, day) => {
    const place = amenity.places[amenity.on(day)[site]?.place ?? -1]
    return place !== undefined && holds(place)
  }
}

/** The authority that runs the sites of each ward that has one. */
function authoritiesByWard({ sites }: Amenity): ReadonlyMap<string, string | null> {
  return new Map(
    sites.flatMap(({ ward_code, authority_code }) =>
      ward_code === null ? [] : [[ward_code, authority_code] as const],
    ),
  )
}

/**
 * A site that an authority runs belongs to the council where the council is such an authority; anything else by its
 * ward.
 */
function territoryOfCouncil(
  { belongsBy }: SiteTerms,
  amenity: Amenity,
  { council, data }: SiteSurroundings,
): Territory {
  const isAuthority = amenity.sites.some(
    ({ authority_code }) => authority_code !== null && council.codes.has(authority_code),
  )
  if (belongsBy === 'authority' && isAuthority) return ofAuthority(amenity, council.codes)
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

/** Access of each tenth of England’s small areas by deprivation, on the first day and on the last. */
function tenthsOf({ amenity, days, meterOn }: Measuring, { wards }: WardData): TenthAccess[] {
  const tenths = groupBy(
    wards.homes.filter(({ origin }) => wards.incomeTenths[origin] != null),
    ({ origin }) => String(wards.incomeTenths[origin]),
  )
  return [...tenths]
    .map(([tenth, homes]) => ({ tenth: Number(tenth), homes }))
    .sort((a, b) => a.tenth - b.tenth)
    .flatMap(({ tenth, homes }) =>
      [days.base, lastDay({ days })].map((day): TenthAccess => {
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
