import { closest, distance } from 'fastest-levenshtein'
import { ambiguousPlace, type InputError, unknownPlace } from '../errors.js'
import { WARD_LIST_YEARS, type WardVintage } from '../model/code.js'
import type { Place } from '../model/value.js'
import type { WardRow } from '../tables/declared/wards.js'
import { canonicalCode, readAreaCode } from '../values/areaCode.js'
import { comparableWardName, wardNameCore } from '../values/wardName.js'
import { groupBy } from '../tables/groupBy.js'
import type { WardCodeRegister } from './wardCodes.js'
import { requireList } from '../model/given.js'

/** The list that the built-in wards are of. */
export const WARD_VINTAGE = 'WD13'

/** What a register of wards knows beside its rows. */
export interface WardRegisterOptions {
  /** The list that the rows are of; by default the wards of 2013. */
  readonly list?: WardVintage | undefined
  /** Every ward code since 2011, so that a code of another list is told by its name. */
  readonly codes?: WardCodeRegister | undefined
}

/** Finds the wards of a list by code or name. */
export interface WardRegister {
  /** All wards, in the order of their codes. */
  readonly wards: readonly WardRow[]
  /**
   * The ward that a name or code stands for.
   *
   * @param text a GSS code (`E05001823`), an old ONS code (`00FYNF`), or a name as lists print it (`Aspley Ward`).
   * @param districts codes of the districts that it may lie in; without them a name that several wards bear is
   * ambiguous.
   * @throws InputError `unknown-place` with suggestions, or `ambiguous-place` with the candidates.
   */
  resolve(text: string, districts?: ReadonlySet<string>): WardRow
  /** The ward of a GSS code. @throws InputError `unknown-place`. */
  get(wardCode: string): WardRow
  /** The wards of a district. */
  wardsOf(districtCode: string): readonly WardRow[]
  /** The ward as a place. */
  placeOf(wardCode: string): Place
  /**
   * What a code is that is not among these wards, and the ward of its name in its district; null for a text that is no
   * code.
   */
  whatIs(code: string): string | null
}

const MOST_SUGGESTIONS = 4

/**
 * A register of wards over the rows of the built-in table `wards`, of 2013 or of 2025.
 *
 * @param rows the wards.
 * @example
 * import { wardRegister } from 'wardstick/geography'
 * const ward = {
 *   county_code: null,
 *   county_name: null,
 *   region_code: 'E12000004',
 *   region_name: 'East Midlands',
 *   rural_urban_code: null,
 *   rural_urban: null,
 *   lsoas: 10,
 *   longitude: -1.2,
 *   latitude: 52.97,
 * } as const
 * const register = wardRegister([
 *   {
 *     ward_code: 'E05001823',
 *     ward_name: 'Aspley',
 *     old_code: '00FYNF',
 *     district_code: 'E06000018',
 *     district_name: 'Nottingham',
 *     ...ward,
 *   },
 *   {
 *     ward_code: 'E05000026',
 *     ward_name: 'Abbey',
 *     old_code: null,
 *     district_code: 'E09000002',
 *     district_name: 'Barking and Dagenham',
 *     ...ward,
 *   },
 *   {
 *     ward_code: 'E05002354',
 *     ward_name: 'Abbey',
 *     old_code: null,
 *     district_code: 'E06000038',
 *     district_name: 'Reading',
 *     ...ward,
 *   },
 * ])
 * register.resolve('aspley').ward_code // => 'E05001823'
 * register.resolve('Abbey', new Set(['E06000038'])).ward_code // => 'E05002354'
 */
export function wardRegister(
  rows: readonly WardRow[],
  { list = WARD_VINTAGE, codes }: WardRegisterOptions = {},
): WardRegister {
  const year = WARD_LIST_YEARS[list]
  const kind = `ward of ${year}`
  requireList('rows of wards', rows)
  const wards = [...rows].sort((a, b) => (a.ward_code < b.ward_code ? -1 : 1))
  const byCode = new Map(wards.map((ward) => [ward.ward_code, ward]))
  const byOldCode = new Map(wards.flatMap((ward) => (ward.old_code === null ? [] : [[ward.old_code, ward] as const])))
  const named = wardsByName(wards)
  const byDistrict = groupBy(wards, ({ district_code }) => district_code)
  const whatIs = (text: string): string | null => {
    const other = codes?.get(text)
    if (codes === undefined) return null
    if (other === undefined) return readAreaCode(text).kind === 'value' ? codes.describe(text) : null
    const [namesake] = named(other.ward_name, ({ district_name }) => district_name === other.district_name)
    const today =
      namesake === undefined ? '' : `; the ward of that name in the wards of ${year} is ${namesake.ward_code}`
    return `${codes.describe(other.ward_code)}${today}`
  }
  const unknown = (text: string, suggested: readonly string[]): InputError => {
    const other = whatIs(text)
    const remedy =
      `Give its name as the council used it in ${year}, or its GSS code in the wards of ` +
      `${year}${list === 'WD13' ? ' (E05001823); codes that began later are not among them' : ''}.`
    return unknownPlace(kind, text, undefined, suggested, other === null ? remedy : `It is ${other}.`)
  }
  const get = (wardCode: string): WardRow => {
    const ward = byCode.get(wardCode)
    if (ward === undefined) throw unknown(wardCode, [])
    return ward
  }
  return {
    wards,
    get,
    whatIs,
    wardsOf: (districtCode) => byDistrict.get(districtCode) ?? [],
    placeOf: (wardCode) => ({ kind: 'ward', code: wardCode, name: get(wardCode).ward_name, vintage: list }),
    resolve: (text, districts) => {
      const code = canonicalCode(text)
      const coded = byCode.get(code) ?? byOldCode.get(code)
      const inDistrict = ({ district_code }: WardRow): boolean =>
        districts === undefined || districts.has(district_code)
      const found = coded === undefined ? named(text, inDistrict) : [coded].filter(inDistrict)
      if (found.length > 1)
        throw ambiguousPlace(
          'ward',
          text,
          undefined,
          found.map(describeWard),
          'Give one of these codes, or the council that it lies in.',
        )
      if (found[0] !== undefined) return found[0]
      const elsewhere = (coded === undefined ? named(text) : [coded]).map(describeWard)
      throw unknown(text, elsewhere.length > 0 ? elsewhere : suggestions(wards.filter(inDistrict), text))
    },
  }
}

/**
 * A function that finds the wards of a name among those that may be meant: those of exactly that name, else those that
 * bear it apart from what stands in brackets.
 */
function wardsByName(
  wards: readonly WardRow[],
): (name: string, among?: (ward: WardRow) => boolean) => readonly WardRow[] {
  const byName = groupBy(wards, ({ ward_name }) => comparableWardName(ward_name))
  const byCore = groupBy(wards, ({ ward_name }) => wardNameCore(ward_name))
  return (name, among = () => true) => {
    const [whole, core] = [comparableWardName(name), wardNameCore(name)]
    const exact = (byName.get(whole) ?? []).filter(among)
    if (exact.length > 0) return exact
    return ((whole === core ? byCore : byName).get(core) ?? []).filter(among)
  }
}

function suggestions(wards: readonly WardRow[], text: string): string[] {
  const wanted = comparableWardName(text)
  const labels = wards.map(({ ward_name }) => comparableWardName(ward_name))
  if (wanted === '' || labels.length === 0 || /^e\d{8}$/.test(wanted)) return []
  const beginning = wards.filter((_, i) => labels[i]?.startsWith(wanted))
  if (beginning.length > 0) return beginning.slice(0, MOST_SUGGESTIONS).map(describeWard)
  const best = closest(wanted, labels)
  return distance(wanted, best) > Math.max(2, wanted.length / 3)
    ? []
    : wards
        .filter((_, i) => labels[i] === best)
        .slice(0, MOST_SUGGESTIONS)
        .map(describeWard)
}

const describeWard = ({ ward_name, ward_code, district_name }: WardRow): string =>
  `'${ward_name}' (${ward_code}, ${district_name})`
