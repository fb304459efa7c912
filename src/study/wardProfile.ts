import { internal } from '../errors.js'
import { distanceInMetres } from '../geography/distance.js'
import type { Amenity, AmenityKind, SitePlace } from '../indicators/sites/amenity.js'
import type { Measured } from '../indicators/amenityMeasures.js'
import { PANEL_TERMS } from '../indicators/panelRequest.js'
import { sitePanel } from '../indicators/sites/siteIndicators.js'
import { surroundingsIn } from '../indicators/sites/siteInputs.js'
import { type AmenityMeasureId, isTold } from '../indicators/sites/siteMeasures.js'
import type { FramePlace } from '../panel/frame.js'
import type { SiteKind } from '../indicators/sites/siteKind.js'
import { councilsFirst } from '../indicators/sites/siteKinds.js'
import { nearMetres } from '../indicators/sites/siteTerms.js'
import type { IsoDate } from '../model/period.js'
import type { Place } from '../model/value.js'
import type { Point } from '../model/ward.js'
import type { WardDeprivationRow, WardPopulationRow, WardRow } from '../tables/declared/wards.js'
import { groupBy } from '../tables/groupBy.js'
import { changeInHistory } from '../findings/siteHistory.js'
import type { WardData } from '../datasets/wardData.js'

/** A site near a ward. */
export interface NearbySite {
  readonly id: string
  readonly name: string | null
  readonly inWard: boolean
  /**
   * From the ward’s population-weighted centre to its likeliest point, the nearest where it moved, as the crow flies.
   */
  readonly metres: number
  /** Whether it was open on each day of the profile. */
  readonly openOn: readonly boolean[]
  /** What happened to it since the first day, in words. */
  readonly history: readonly string[]
}

/** The sites of a kind around a ward. */
export interface WardAmenity {
  readonly kind: AmenityKind
  readonly days: readonly IsoDate[]
  /** Stock in the ward and access of its residents on each day. */
  readonly values: readonly Measured[]
  /** Sites of the council or county of whose place nothing is known: their names. They are in no figure. */
  readonly unplaced: readonly string[]
  /** Sites within twice the near distance of the ward’s centre, nearest first; those in the ward in any case. */
  readonly sites: readonly NearbySite[]
}

/** What the built-in data hold on one ward. */
export interface WardProfile {
  readonly ward: WardRow
  readonly place: Place
  /** Wards that have residents, among which it is ranked by deprivation. */
  readonly wardsRanked: number
  readonly populations: readonly WardPopulationRow[]
  readonly deprivation: readonly WardDeprivationRow[]
  readonly amenities: readonly WardAmenity[]
}

/**
 * One ward's profile: where it lies, its residents and deprivation by year, and the libraries and pools around it.
 *
 * @param wardCode the ward, as found by `wards.register.resolve`.
 * @param data as loaded by `loadWardData`.
 * @param populations as loaded by `loadWardPopulations`.
 * @throws InputError `unknown-place`.
 * @example
 * import { wardProfile } from 'wardstick/study'
 * import { loadWardData, loadWardPopulations } from 'wardstick/data'
 * const data = await loadWardData()
 * const profile = wardProfile(
 *   data.wards.register.resolve('Aspley', new Set(['E06000018'])).ward_code,
 *   data,
 *   await loadWardPopulations(),
 * )
 * profile.ward.region_name // => 'East Midlands'
 * profile.populations[0]?.people // => 18404
 */
export function wardProfile(wardCode: string, data: WardData, populations: readonly WardPopulationRow[]): WardProfile {
  const { wards } = data
  const ward = wards.register.get(wardCode)
  return {
    ward,
    place: wards.register.placeOf(wardCode),
    wardsRanked: wards.register.wards.filter(({ lsoas }) => lsoas > 0).length,
    populations: populations.filter(({ ward_code }) => ward_code === wardCode),
    deprivation: wards.deprivation(wardCode),
    amenities: councilsFirst(data.siteKinds, (kind) => kind).map((kind) => wardAmenity(ward, kind, data)),
  }
}

function wardAmenity(ward: WardRow, declared: SiteKind, { wards, sites }: WardData): WardAmenity {
  const amenity = sites[declared.id]
  if (amenity === undefined) throw internal(`the sites ${declared.id} are declared and not loaded`)
  const days = declared.profileDays
  const unplaced = (site: number): boolean =>
    amenity.sites[site]?.point === null &&
    [ward.district_code, ward.county_code].includes(amenity.sites[site].authority_code)
  return {
    kind: declared.id,
    days,
    values: wardValues(ward, { declared, amenity, wards }),
    unplaced: amenity.sites.flatMap(({ id, name }, site) =>
      unplaced(site) && days.some((day) => amenity.on(day)[site]?.open != null) ? [name ?? id] : [],
    ),
    sites: nearbySites(ward, amenity, days),
  }
}

/** Stock in a ward and access of its residents on the days of a profile. */
function wardValues(
  { ward_code, district_code, county_code }: WardRow,
  { declared, amenity, wards }: { declared: SiteKind; amenity: Amenity; wards: WardData['wards'] },
): Measured[] {
  const periods = declared.profileDays
  const place: FramePlace = {
    place: wards.register.placeOf(ward_code),
    councils: [],
    isEngland: false,
    inherits: false,
    parts: [{ codes: new Set(), wards: new Set([ward_code]) }],
    homes: wards.homesOfWard(ward_code),
    authorities: new Set([district_code, county_code ?? '']),
  }
  const measures = PROFILE_MEASURES.filter((measure) => isTold(measure, declared.aspects))
  const panel = sitePanel({
    kind: declared,
    amenity,
    surroundings: surroundingsIn(wards),
    frame: { places: [place], periods, terms: PANEL_TERMS },
    measures,
  })
  return periods.flatMap((day) =>
    measures.map((measure) => ({ measure, value: panel.value(ward_code, `${declared.id}/${measure}`, day) })),
  )
}

const PROFILE_MEASURES = [
  ...['sites-open', 'units-open', 'water-open'],
  ...['1km', '2km', '4km'].flatMap((distance) => ['share', 'sites', 'units', 'water'].map((of) => `${of}-${distance}`)),
  'mean-distance',
] as readonly AmenityMeasureId[]

/** From a centre to the nearest of the places where a site stood; infinite where neither is known. */
const nearestOf = (places: readonly SitePlace[], centre: Point | null): number =>
  Math.min(
    ...places.map(({ point }) =>
      centre === null || point === null ? Number.POSITIVE_INFINITY : distanceInMetres(centre, point),
    ),
  )

function nearbySites(ward: WardRow, amenity: Amenity, days: readonly IsoDate[]): NearbySite[] {
  const centre =
    ward.longitude === null || ward.latitude === null ? null : { longitude: ward.longitude, latitude: ward.latitude }
  const placesOf = groupBy(amenity.places, ({ site }) => String(site))
  return amenity.sites
    .flatMap(({ id, name }, site): NearbySite[] => {
      const places = placesOf.get(String(site)) ?? []
      const inWard = places.some(({ ward_code }) => ward_code === ward.ward_code)
      const metres = nearestOf(places, centre)
      if (!inWard && metres > 2 * nearMetres(amenity.terms)) return []
      const openOn = days.map((day) => amenity.on(day)[site]?.open != null)
      const history = amenity.changes
        .filter((change) => change.site === site && change.day > (days[0] ?? ''))
        .map((change) => changeInHistory(amenity, change))
      return openOn.some(Boolean) || history.length > 0 ? [{ id, name, inWard, metres, openOn, history }] : []
    })
    .sort((a, b) => a.metres - b.metres || (a.id < b.id ? -1 : 1))
}
