import type { WardRow } from '../tables/declared/wards.js'
import type { WardData } from '../datasets/wardData.js'
import { internal } from '../errors.js'
import type { AmenityResult, TenthAccess } from '../findings/neighbourhood.js'
import { type PlaceAmenity, type StudyDays, lastDay, leastNear } from '../findings/placeAmenity.js'
import type { Amenity } from '../indicators/sites/amenity.js'
import { type AmenityIndex, amenityIndex, nearestOpen, sitesAround } from '../indicators/amenityAccess.js'
import type { Measured } from '../indicators/amenityMeasures.js'
import { PANEL_TERMS } from '../indicators/panelRequest.js'
import { DISTANCES, type SiteSurroundings as Surroundings } from '../indicators/sites/measureSites.js'
import { siteHolders } from '../indicators/sites/siteHolders.js'
import { sitePanel } from '../indicators/sites/siteIndicators.js'
import { surroundingsIn } from '../indicators/sites/siteInputs.js'
import { type AmenityMeasureId, isTold } from '../indicators/sites/siteMeasures.js'
import type { AskedPeriod, FramePlace } from '../panel/frame.js'
import type { Panel } from '../panel/panel.js'
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
  readonly declared: SiteKind
  readonly surroundings: Surroundings
  /** The authority that runs the sites of each ward that has one. */
  readonly authorityOf: ReadonlyMap<string, string | null>
}

/** Measures a kind of sites around the ward of a study, in its council and in England, and beside the wards like it. */
export function siteResult(declared: SiteKind, days: StudyDays, around: SiteSurroundings): AmenityResult {
  const { data, ward, comparators } = around
  const { wards } = data
  const measuring = measuringOf(declared, days, data)
  const { amenity, studyDays, yearly, index } = measuring
  const homes = ward === null ? [] : wards.homesOfWard(ward.ward_code)
  const ofEngland = englandFrame(data)
  const england = measured(measuring, ofEngland, { yearly, accessDays: studyDays })
  const ofCouncil = measured(measuring, councilFrame(around), { yearly, accessDays: yearly })
  const own = ward === null ? null : measured(measuring, wardFrame(ward, around), { yearly, accessDays: yearly })
  const others = comparators.map((each) =>
    measured(measuring, comparatorFrame(each, measuring, data), { yearly: [], accessDays: studyDays }),
  )
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
  return {
    amenity,
    days,
    studyDays,
    yearly: [...new Set([...studyDays, ...aprils(declared)])].sort(),
    index,
    declared,
    surroundings: surroundingsIn(wards),
    authorityOf: authoritiesByWard(amenity),
  }
}

/** 1 April of each year in which a kind of sites is counted. */
function aprils({ days: { first, last } }: SiteTerms): IsoDate[] {
  const [from, to] = [first, last].map((day) => Number(day.slice(0, 4)))
  return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, i): IsoDate => `${(from ?? 0) + i}-04-01`).filter(
    (day) => day >= first && day <= last,
  )
}

/** A place of a study as a panel measures it: it reads no accounts. */
const NO_ACCOUNTS = { councils: [], isEngland: false, inherits: false } as const
const NO_CODES: ReadonlySet<string> = new Set()

const englandFrame = ({ wards }: WardData): FramePlace => ({
  ...NO_ACCOUNTS,
  place: ENGLAND_PLACE,
  parts: null,
  homes: wards.homes,
  authorities: null,
})

function councilFrame({ council, data: { wards } }: SiteSurroundings): FramePlace {
  const { place, districts, codes, authorities } = council
  const own = wards.register.wards.filter(({ district_code }) => districts.has(district_code))
  return {
    ...NO_ACCOUNTS,
    place,
    parts: [{ codes, wards: new Set(own.map(({ ward_code }) => ward_code)) }],
    homes: [...districts].flatMap((code) => wards.homesOfDistrict(code)),
    authorities,
  }
}

const wardFrame = ({ ward_code }: WardRow, { council, data: { wards } }: SiteSurroundings): FramePlace => ({
  ...NO_ACCOUNTS,
  place: wards.register.placeOf(ward_code),
  parts: [{ codes: NO_CODES, wards: new Set([ward_code]) }],
  homes: wards.homesOfWard(ward_code),
  authorities: council.authorities,
})

const comparatorFrame = ({ ward_code }: WardRow, { authorityOf }: Measuring, { wards }: WardData): FramePlace => ({
  ...NO_ACCOUNTS,
  place: wards.register.placeOf(ward_code),
  parts: [{ codes: NO_CODES, wards: new Set([ward_code]) }],
  homes: wards.homesOfWard(ward_code),
  authorities: new Set([authorityOf.get(ward_code) ?? '']),
})

/** On which days a place is measured: its stock every year, and access on some days. */
interface MeasuredDays {
  readonly yearly: readonly IsoDate[]
  readonly accessDays: readonly IsoDate[]
}

const STOCK = ['sites-open', 'units-open', 'water-open'] as const
const TURNOVER = [
  ...['closings-gross', 'closings-replaced', 'closings-open-again', 'closings-lasting', 'closings-said-replaced'],
  ...['closings-temporary', 'transferred', 'opened', 'reopened', 'lost-from-sight', 'net-change'],
] as readonly AmenityMeasureId[]
const CENTRE = ['distance-from-centre', 'sites-near-centre', 'units-near-centre', 'water-near-centre'] as const
const ACCESS = [
  ...['1km', '2km', '4km'].flatMap((distance) => ['share', 'sites', 'units', 'water'].map((of) => `${of}-${distance}`)),
  'mean-distance',
] as readonly AmenityMeasureId[]

/** Stock, access and turnover of a place, and what only the kind of sites tells of it. */
function measured(measuring: Measuring, at: FramePlace, { yearly, accessDays }: MeasuredDays): PlaceAmenity {
  const { amenity, days, studyDays } = measuring
  const isWard = at.place.kind === 'ward'
  const intervals = yearly.length === 0 ? [] : studyDays.slice(1).map((until) => ({ since: days.base, until }))
  const editions = yearly.length === 0 ? [] : (amenity.perSite?.editionDays ?? [])
  const valuesOf = (measures: readonly AmenityMeasureId[], periods: readonly AskedPeriod[]): Measured[] =>
    periods.length === 0 ? [] : valuesIn(panelOf(measuring, at, measures, periods), measures, periods, amenity)
  const belongs = standsIn(amenity, at)
  return {
    place: at.place,
    turnovers: intervals.map((interval) => ({ interval, found: turnover(amenity, belongs, interval) })),
    values: [
      ...valuesOf(STOCK, yearly),
      ...valuesOf(ACCESS, accessDays),
      ...valuesOf(TURNOVER, intervals),
      ...valuesOf(['staffed-hours'], editions),
      ...valuesOf(['lost-months'], intervals),
      ...(isWard ? valuesOf(CENTRE, yearly) : []),
    ],
  }
}

/** A panel of one place. */
const panelOf = (
  { declared, amenity, surroundings }: Measuring,
  at: FramePlace,
  measures: readonly AmenityMeasureId[],
  periods: readonly AskedPeriod[],
): Panel =>
  sitePanel({ kind: declared, amenity, surroundings, frame: { places: [at], periods, terms: PANEL_TERMS }, measures })

/** The figures of a panel of one place, period after period; those that the kind does not tell are left out. */
function valuesIn(
  panel: Panel,
  measures: readonly AmenityMeasureId[],
  periods: readonly AskedPeriod[],
  { terms }: Amenity,
): Measured[] {
  const [place] = panel.places
  const told = measures.filter((measure) => isTold(measure, terms.aspects))
  return periods.flatMap((period) =>
    told.map((measure) => ({ measure, value: panel.value(place?.code ?? '', `${terms.id}/${measure}`, period) })),
  )
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

/** Whether a site stands in a place on a day, at its likeliest point. */
function standsIn(amenity: Amenity, at: FramePlace): (site: number, day: IsoDate) => boolean {
  const { holds } = siteHolders(amenity, [at])
  return (site, day) => (holds[amenity.placeOn(site, day)]?.length ?? 0) > 0
}

/** The authority that runs the sites of each ward that has one. */
function authoritiesByWard({ sites }: Amenity): ReadonlyMap<string, string | null> {
  return new Map(
    sites.flatMap(({ ward_code, authority_code }) =>
      ward_code === null ? [] : [[ward_code, authority_code] as const],
    ),
  )
}

/** Access of each tenth of England’s small areas by deprivation, on the first day and on the last. */
function tenthsOf(measuring: Measuring, { wards }: WardData): TenthAccess[] {
  const { days } = measuring
  const tenths = groupBy(
    wards.homes.filter(({ origin }) => wards.incomeTenths[origin] != null),
    ({ origin }) => String(wards.incomeTenths[origin]),
  )
  return [...tenths]
    .map(([tenth, homes]) => ({ tenth: Number(tenth), homes }))
    .sort((a, b) => a.tenth - b.tenth)
    .flatMap(({ tenth, homes }) =>
      [days.base, lastDay({ days })].map((day): TenthAccess => ({
        tenth,
        day,
        people: homes.reduce((sum, { people }) => sum + people, 0),
        values: measured(measuring, tenthFrame(tenth, homes), { yearly: [], accessDays: [day] }).values,
      })),
    )
}

const tenthFrame = (tenth: number, homes: readonly Home[]): FramePlace => ({
  ...NO_ACCOUNTS,
  place: {
    kind: 'group',
    code: `income-tenth-${tenth}`,
    name: `${ordinal(tenth)} tenth of England’s LSOAs by income deprivation`,
    vintage: 'IMD2010',
  },
  parts: [],
  homes,
  authorities: null,
})

const ordinal = (tenth: number): string =>
  ({ 1: 'most deprived', 2: 'second', 3: 'third', 10: 'least deprived' })[tenth] ?? `${tenth}th`
