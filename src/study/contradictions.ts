import type { Amenity } from '../indicators/sites/amenity.js'
import type { StudyProblem } from '../errors.js'
import type { Council } from '../geography/council.js'
import type { CouncilRegister } from '../geography/councilRegister.js'
import { distanceInMetres } from '../geography/distance.js'
import { districtsOfCouncil } from '../geography/districtsOfCouncil.js'
import type { Point } from '../model/ward.js'
import type { WardRow } from '../tables/declared/wards.js'
import { listInWords } from '../values/words.js'
import { comparableWardName } from '../values/wardName.js'
import type { Study } from './schema.js'
import type { WardData } from '../datasets/wardData.js'

/** What a study file is held against: its places, and the registers that know all others. */
export interface StudyPlaces {
  readonly council: Council
  readonly ward: WardRow | null
  readonly register: CouncilRegister
  readonly data: Pick<WardData, 'wards' | 'wardCodes' | 'sites'>
}

/** A site further than this from the ward, in metres, and outside its council is none of its surroundings. */
const SURROUNDINGS = 10_000

/**
 * Where the later codes, the title and the names of sites in a study file are those of another place, and what is
 * right.
 */
export function contradictions(study: Study, places: StudyPlaces): StudyProblem[] {
  return [...laterCodeProblems(study, places), ...titleProblems(study, places), ...siteProblems(study, places)]
}

function laterCodeProblems({ ward: asked }: Study, places: StudyPlaces): StudyProblem[] {
  const { ward } = places
  if (ward === null) return []
  return (asked?.laterCodes ?? []).flatMap((code, i) => {
    const problem = laterCodeProblem(code, ward, places)
    return problem === null
      ? []
      : [{ path: `ward.laterCodes.${i}`, problem: `${problem}; ${rightCodes(ward, places)}` }]
  })
}

/** What a code is, where it is not a later code of the ward. */
function laterCodeProblem(code: string, ward: WardRow, { data, register }: StudyPlaces): string | null {
  const { wardCodes, wards } = data
  const row = wardCodes.get(code)
  if (row === undefined) return `${code} is in no list of wards`
  if (wardCodes.isIn(code, 'WD13')) return `${code} is no later code: it is ${wardCodes.describe(code)}`
  const inDistrict = isDistrictOf(row.district_code, ward, { data, register })
  const bearer = wards.register
    .wardsOf(ward.district_code)
    .find(({ ward_name }) => comparableWardName(ward_name) === comparableWardName(row.ward_name))
  const isOther = bearer !== undefined && bearer.ward_code !== ward.ward_code
  return inDistrict && !isOther ? null : `${code} is ${wardCodes.describe(code)}, not ${ward.ward_name}`
}

/** Whether a later district covers that of the ward: the same one, or one into which it passed. */
function isDistrictOf(
  districtCode: string,
  ward: WardRow,
  { data, register }: Pick<StudyPlaces, 'data' | 'register'>,
): boolean {
  if (districtCode === ward.district_code) return true
  const later = register.withCode(districtCode)
  return later !== undefined && districtsOfCouncil(later, register, data.wards.register.wards).has(ward.district_code)
}

function rightCodes(ward: WardRow, { data, register }: StudyPlaces): string {
  const { wardCodes } = data
  const right = wardCodes
    .codesOf('WD25')
    .filter((code) => !wardCodes.isIn(code, 'WD13'))
    .flatMap((code) => wardCodes.get(code) ?? [])
    .filter(
      ({ ward_name, district_code }) =>
        comparableWardName(ward_name) === comparableWardName(ward.ward_name) &&
        isDistrictOf(district_code, ward, { data, register }),
    )
  return right.length === 0
    ? `no later list has another code of ${ward.ward_name} in ${ward.district_name}: leave it out`
    : `${ward.ward_name} in ${ward.district_name} is ${listInWords(right.map(({ ward_code }) => ward_code))} later`
}

/** A title that begins with the name of another place, as `Aspley, Nottingham: ...` over Leeds, and has not its own. */
function titleProblems({ title }: Study, places: StudyPlaces): StudyProblem[] {
  const { council, ward } = places
  const has = (name: string): boolean => plain(title).includes(plain(name))
  const [first = '', ...others] = (title.split(':')[0] ?? '').split(',').map((part) => part.trim())
  const own = ward?.ward_name ?? council.name
  const strangers = [
    ...(!has(own) && (isOtherCouncil(first, places) || isOtherWard(first, places)) ? [first] : []),
    ...others.filter((name) => !has(council.name) && isOtherCouncil(name, places)),
  ]
  const studied = [...(ward === null ? [] : [ward.ward_name]), council.name].join(', ')
  return strangers.map((name) => ({ path: 'title', problem: `names ${name}, and the study is of ${studied}` }))
}

const plain = (text: string): string => text.toLocaleLowerCase('en-GB')

/** Whether a name is that of a council, and not of the one studied, of its county or of one that passed into it. */
function isOtherCouncil(name: string, { council, register }: StudyPlaces): boolean {
  const own = [council.e_code, ...(council.county_e_code === null ? [] : [council.county_e_code])]
  const before = own.flatMap((eCode) => register.predecessorsOf(eCode).map((each) => each.predecessor_e_code))
  const bearers = register.councils.filter((each) => plain(each.name) === plain(name))
  return bearers.length > 0 && !bearers.some(({ e_code }) => own.includes(e_code) || before.includes(e_code))
}

/** Whether a name is that of a ward, and neither of the one studied nor, without one, of a ward of the council. */
function isOtherWard(name: string, { ward, council, data, register }: StudyPlaces): boolean {
  const { wards } = data.wards.register
  const isOwn =
    ward === null
      ? ({ district_code }: WardRow) => districtsOfCouncil(council, register, wards).has(district_code)
      : ({ ward_code }: WardRow) => ward_code === ward.ward_code
  const bearers = wards.filter(({ ward_name }) => comparableWardName(ward_name) === comparableWardName(name))
  return bearers.length > 0 && !bearers.some(isOwn)
}

/** The sites without names that a study may name: those that it asks for, or all where it asks for none. */
function withoutNames(amenities: Study['amenities'], { data }: StudyPlaces): Amenity[] {
  const unnamed = Object.values(data.sites).filter(({ terms }) => !terms.hasNames)
  const asked = unnamed.filter(({ kind }) => amenities?.kinds[kind] !== undefined)
  return asked.length > 0 ? asked : unnamed
}

function siteProblems({ amenities }: Study, places: StudyPlaces): StudyProblem[] {
  const { data, council, register } = places
  const nameless = withoutNames(amenities, places)
  const byId = new Map(nameless.flatMap(({ sites }) => sites.map((site) => [site.id, site])))
  const registers = [...new Set(nameless.map(({ terms }) => terms.words.register))].join(' or the ')
  const districts = districtsOfCouncil(council, register, data.wards.register.wards)
  return (amenities?.siteNames ?? []).flatMap(({ site: id, name }, i) => {
    const site = byId.get(id)
    const path = `amenities.siteNames.${i}.site`
    if (site === undefined) return [{ path, problem: `${id} (${name}) is no site of the ${registers}` }]
    const at = site.ward_code === null ? undefined : data.wards.register.get(site.ward_code)
    if (at === undefined || districts.has(at.district_code) || isNear(site.point, places.ward)) return []
    const from = places.ward?.ward_name ?? council.name
    return [
      { path, problem: `${id} (${name}) stands in ${at.ward_name} (${at.district_name}), which is not around ${from}` },
    ]
  })
}

function isNear(point: Point | null, ward: WardRow | null): boolean {
  if (point === null || ward === null || ward.longitude === null || ward.latitude === null) return false
  return distanceInMetres(point, { longitude: ward.longitude, latitude: ward.latitude }) <= SURROUNDINGS
}
