import { badValue, unknownPlace } from '../errors.js'
import { type Council, existsOn } from '../geography/council.js'
import type { CouncilRegister } from '../geography/councilRegister.js'
import type { CouncilSet } from '../geography/councilSets.js'
import { districtsOfCouncil, withWholePredecessors } from '../geography/districtsOfCouncil.js'
import type { WardRegister } from '../geography/wardRegister.js'
import type { IsoDate } from '../model/period.js'
import type { Place } from '../model/value.js'
import type { Home } from '../model/ward.js'
import type { WardRow } from '../tables/declared/wards.js'
import type { Frame, FramePlace } from '../panel/frame.js'
import { ENGLAND_PLACE } from './councilAccounts.js'
import {
  type AskedCouncils,
  type AskedPlaces,
  type AskedWard,
  PANEL_TERMS,
  type PanelRequest,
  lastDayOf,
  periodsOf,
} from './panelRequest.js'
import type { WardResidents } from './wardResidents.js'

/** What the places of a panel are looked up in. */
export interface PlaceRegisters {
  readonly councils: CouncilRegister
  readonly wards: WardRegister
  /** Where people live; null where no indicator asks for it. */
  readonly residents: WardResidents | null
}

/**
 * The places, periods and terms of a request.
 *
 * @throws InputError `bad-value` for a request without places; `unknown-place` or `ambiguous-place`.
 */
export function frameOf(request: PanelRequest, registers: PlaceRegisters): Frame {
  const periods = periodsOf(request)
  const { from, to } = registers.councils.covers
  const lastDay = periods.map(lastDayOf).sort().at(-1) ?? to
  const asOf = request.asOf ?? ((lastDay < from ? from : lastDay > to ? to : lastDay) as IsoDate)
  const places = placesOf(request.places, { ...registers, asOf })
  if (places.length === 0) throw badValue('places of a panel', 'none', 'wards, councils, england, groups or smallAreas')
  return { places, periods, terms: { ...PANEL_TERMS, ...request.terms } }
}

interface Lookup extends PlaceRegisters {
  readonly asOf: IsoDate
}

function placesOf(asked: AskedPlaces, lookup: Lookup): FramePlace[] {
  const { wards, councils, england = false, groups = [], smallAreas = [] } = asked
  const places = [
    ...(wards === undefined ? [] : askedWards(wards, lookup).map((ward) => wardPlace(ward, lookup))),
    ...(councils === undefined ? [] : askedCouncils(councils, lookup).map((council) => councilPlace(council, lookup))),
    ...(england ? [englandPlace(lookup)] : []),
    ...groups.map(({ name, councils: members }) => groupPlace(name, askedCouncils(members, lookup), lookup)),
    ...smallAreas.map(({ name, lsoas }) => smallAreaPlace(name, lsoas, lookup)),
  ]
  return [...new Map(places.map((place) => [place.place.code, place])).values()]
}

/** The councils of a request. */
function askedCouncils(asked: AskedCouncils, { councils: register, asOf }: Lookup): Council[] {
  if (Array.isArray(asked)) return asked.map((name: string) => register.resolve(name, asOf))
  const isMember = asked === 'all' ? () => true : (asked as CouncilSet).has
  return register.councils.filter((council) => existsOn(council, asOf) && isMember(council))
}

/** The wards of a request. */
function askedWards(asked: NonNullable<AskedPlaces['wards']>, lookup: Lookup): WardRow[] {
  const { wards, councils, asOf } = lookup
  if (asked === 'england') return [...wards.wards]
  if (!isList(asked)) return wardsOf(councils.resolve(asked.council, asOf), lookup)
  return asked.map((each) => {
    if (typeof each === 'string') return wards.resolve(each)
    const council = councils.resolve(each.council, asOf)
    return wards.resolve(each.ward, districtsOfCouncil(council, councils, wards.wards))
  })
}

const isList = (asked: object): asked is readonly AskedWard[] => Array.isArray(asked)

function wardsOf(council: Council, { wards, councils }: PlaceRegisters): WardRow[] {
  return [...districtsOfCouncil(council, councils, wards.wards)].sort().flatMap((code) => [...wards.wardsOf(code)])
}

const NOWHERE: ReadonlySet<string> = new Set()

function wardPlace(ward: WardRow, lookup: Lookup): FramePlace {
  const council = councilOfDistrict(ward.district_code, lookup)
  return {
    place: lookup.wards.placeOf(ward.ward_code),
    councils: council === null ? [] : [council.e_code],
    isEngland: false,
    inherits: true,
    parts: [{ codes: NOWHERE, wards: new Set([ward.ward_code]) }],
    homes: lookup.residents?.homesOfWard(ward.ward_code) ?? [],
    authorities: council === null ? NOWHERE : authoritiesOf(council, lookup),
  }
}

/** The council that a district of 2013 is, or passed whole into, as of a day. */
function councilOfDistrict(code: string, { councils, asOf }: Lookup): Council | null {
  let council = councils.withCode(code)
  while (council !== undefined && council.end_date !== null && council.end_date <= asOf) {
    const next = councils.successorsOf(council.e_code).find(({ extent }) => extent === 'whole')
    if (next === undefined) break
    council = councils.get(next.successor_e_code)
  }
  return council ?? null
}

/** Under which GSS codes services of a council’s area are listed: the county’s where it has one. */
function authoritiesOf(council: Council, { councils }: PlaceRegisters): ReadonlySet<string> {
  const { e_code } = council.county_e_code === null ? council : councils.get(council.county_e_code)
  return new Set(withWholePredecessors(e_code, councils).flatMap((each) => councils.gssCodesOf(each)))
}

function councilPlace(council: Council, lookup: Lookup): FramePlace {
  return {
    place: lookup.councils.placeOf(council.e_code),
    councils: [council.e_code],
    isEngland: false,
    inherits: false,
    ...areaOf(council, lookup),
    authorities: authoritiesOf(council, lookup),
  }
}

/** The area of a council, and its residents. */
function areaOf(council: Council, lookup: Lookup): Pick<FramePlace, 'parts' | 'homes'> {
  const { residents, councils } = lookup
  const wards = wardsOf(council, lookup)
  const codes = new Set(withWholePredecessors(council.e_code, councils).flatMap((each) => councils.gssCodesOf(each)))
  return {
    parts: [{ codes, wards: new Set(wards.map(({ ward_code }) => ward_code)) }],
    homes: residents === null ? [] : wards.flatMap(({ ward_code }) => residents.homesOfWard(ward_code)),
  }
}

const englandPlace = ({ residents }: PlaceRegisters): FramePlace => ({
  place: ENGLAND_PLACE,
  councils: [],
  isEngland: true,
  inherits: false,
  parts: null,
  homes: residents?.homes ?? [],
  authorities: null,
})

function groupPlace(name: string, members: readonly Council[], lookup: Lookup): FramePlace {
  if (members.length === 0) throw badValue('councils of a group', name, 'at least one council that existed on the day')
  const areas = members.map((council) => councilPlace(council, lookup))
  return {
    place: groupOf(name, `LAD${lookup.asOf.slice(0, 4)}`),
    councils: members.map(({ e_code }) => e_code),
    isEngland: false,
    inherits: false,
    parts: areas.flatMap(({ parts }) => parts ?? []),
    homes: areas.flatMap(({ homes }) => homes),
    authorities: new Set(areas.flatMap(({ authorities }) => [...(authorities ?? [])])),
  }
}

const groupOf = (name: string, vintage: string): Place => ({
  kind: 'group',
  code: name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, ''),
  name,
  vintage,
})

/** A set of small areas: its residents, and the council of its wards where that is one; no site lies in it. */
function smallAreaPlace(name: string, lsoas: readonly string[], lookup: Lookup): FramePlace {
  const homes = homesOf(lsoas, lookup)
  const wards = [...new Set(homes.map(({ ward_code }) => ward_code))].map((code) => lookup.wards.get(code))
  const councils = new Set(wards.map(({ district_code }) => councilOfDistrict(district_code, lookup)))
  const [council = null] = councils
  return {
    place: groupOf(name, 'LSOA11'),
    councils: councils.size === 1 && council !== null ? [council.e_code] : [],
    isEngland: false,
    inherits: true,
    parts: [],
    homes,
    authorities: new Set([...councils].flatMap((each) => (each === null ? [] : [...authoritiesOf(each, lookup)]))),
  }
}

function homesOf(lsoas: readonly string[], { residents }: PlaceRegisters): Home[] {
  const byCode = new Map(residents?.homes.map((home) => [home.lsoa_code, home]))
  return [...new Set(lsoas)].map((code) => {
    const home = byCode.get(code)
    if (home === undefined) throw unknownPlace('LSOA of 2011', code, undefined, [])
    return home
  })
}
