import type { WardCodeRow } from '../tables/declared/crosswalks.js'
import { canonicalCode } from '../values/areaCode.js'
import { councilNameCore } from '../values/councilName.js'
import { sameWardName } from '../values/wardName.js'
import type { WardCodeRegister } from './wardCodes.js'
import { requireList } from '../model/given.js'

/** A ward code and the name that a table prints beside it. */
export interface NamedCode {
  readonly code: string
  readonly name: string
  /** Code or name of its district, where the table has one: many wards are called Central. */
  readonly district?: string | undefined
}

/** A row whose code and name are not of one ward; rows count from 0. */
export interface NameDisagreement extends NamedCode {
  readonly row: number
  /** What the code is by the register. */
  readonly codeIs: string
}

/** How a table's ward codes agree with the names beside them. */
export interface NameComparison {
  readonly rows: number
  /**
   * Rows whose code is a ward of that name, and of that district where one is given, by the latest list that has it.
   */
  readonly agreeing: number
  /** Rows whose code is a ward of another name or district. */
  readonly disagreeing: readonly NameDisagreement[]
  /** Rows whose code is in no list. */
  readonly unknown: readonly NameDisagreement[]
  /**
   * Share of the rows whose code is one more than the code of the row before: that of a true list of wards, too, until
   * it reaches other districts.
   */
  readonly sequential: number
  /** Whether the codes can be used: at least 95 of 100 agree. */
  readonly believable: boolean
  /** The finding in a sentence. */
  readonly summary: string
}

/** Names are spelt anew now and then; below this share of agreement the codes themselves are wrong. */
const BELIEVABLE = 0.95
/** From this share of consecutive codes on, a spreadsheet has filled them in. */
const FILLED = 0.99

/**
 * Compares the ward codes of a table with the ward names beside them.
 *
 * A spreadsheet in which a cell was dragged down fills a column with consecutive codes that belong to other wards;
 * every one of them may be a true code. Only the names tell.
 *
 * @param rows code and name of each row of England.
 * @param register every ward code since 2011.
 * @example
 * import { compareWardNames, wardCodeRegister } from 'wardstick/geography'
 * const ward = { district_code: 'E09000002', district_name: 'Barking and Dagenham', lists: '2011 2013' }
 * const register = wardCodeRegister([
 *   { ward_code: 'E05000026', ward_name: 'Abbey', ...ward },
 *   { ward_code: 'E05000027', ward_name: 'Alibon', ...ward },
 * ])
 * const named = [
 *   { code: 'E05000026', name: 'Abbey' },
 *   { code: 'E05000027', name: 'Aspley' },
 * ]
 * compareWardNames(named, register).agreeing // => 1
 */
export function compareWardNames(rows: readonly NamedCode[], register: WardCodeRegister): NameComparison {
  requireList('rows with codes and names', rows)
  const disagreeing: NameDisagreement[] = []
  const unknown: NameDisagreement[] = []
  rows.forEach(({ code, name, district }, row) => {
    const ward = register.get(code)
    if (ward === undefined) unknown.push({ row, code, name, codeIs: register.describe(code) })
    else if (!isNamed(ward, { name, district })) disagreeing.push({ row, code, name, codeIs: register.describe(code) })
  })
  const agreeing = rows.length - disagreeing.length - unknown.length
  const sequential =
    rows.length < 2
      ? 0
      : rows.filter(({ code }, i) => i > 0 && follows(rows[i - 1]?.code, code)).length / (rows.length - 1)
  const believable = rows.length > 0 && agreeing / rows.length >= BELIEVABLE
  return {
    rows: rows.length,
    agreeing,
    disagreeing,
    unknown,
    sequential,
    believable,
    summary: sentence(rows.length, agreeing, believable, sequential),
  }
}

function isNamed(
  { ward_name, district_code, district_name }: WardCodeRow,
  { name, district }: Omit<NamedCode, 'code'>,
): boolean {
  const inDistrict =
    district === undefined ||
    canonicalCode(district) === district_code ||
    (district_name !== null && councilNameCore(district) === councilNameCore(district_name))
  return inDistrict && sameWardName(ward_name, name)
}

const follows = (before: string | undefined, code: string): boolean =>
  before !== undefined &&
  before.slice(0, 3) === code.slice(0, 3) &&
  Number(code.trim().slice(3)) === Number(before.trim().slice(3)) + 1

function sentence(rows: number, agreeing: number, believable: boolean, sequential: number): string {
  const found = `${agreeing} of ${rows} ward codes belong to the name beside them`
  if (believable) return `${found}.`
  const cause =
    sequential >= FILLED ? ', and each code is one more than the one before: a spreadsheet has filled them in' : ''
  return (
    `${found}${cause}. Do not use these codes: find the wards by name and district, or take the table from its ` +
    `publisher.`
  )
}
