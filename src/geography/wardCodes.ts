import { badValue, type CellPlace, wrongCode } from '../errors.js'
import { VINTAGES, WARD_LIST_YEARS, type WardCode, type WardVintage } from '../model/code.js'
import type { WardCodeRow } from '../tables/declared/crosswalks.js'
import { canonicalCode, readAreaCode } from '../values/areaCode.js'
import { requireList } from '../model/given.js'

/** Knows every ward code since 2011, and which lists have it. */
export interface WardCodeRegister {
  /** The row of a code; undefined when no list has it. */
  get(code: string): WardCodeRow | undefined
  /** Whether a list of wards has a code. */
  isIn(code: string, list: WardVintage): boolean
  /** All codes of a list, in their order. */
  codesOf<List extends WardVintage>(list: List): readonly WardCode<List>[]
  /** What a code is, in words: `Aspley (Nottingham) in the wards of 2019 and 2025`. */
  describe(code: string): string
  /**
   * A text as a code of a list of wards.
   *
   * @param at where the text stands, for the message.
   * @throws InputError `wrong-code`, which says what the text is instead and what to do; `bad-value` for a list that
   * there is not.
   */
  require<List extends WardVintage>(text: string, list: List, at?: CellPlace): WardCode<List>
}

/**
 * A register of ward codes over the rows of the built-in table `ward-codes`.
 *
 * @param rows one row a code.
 * @example
 * import { wardCodeRegister } from 'wardstick/geography'
 * const codes = wardCodeRegister([
 *   {
 *     ward_code: 'E05012270',
 *     ward_name: 'Aspley',
 *     district_code: 'E06000018',
 *     district_name: 'Nottingham',
 *     lists: '2019 2025',
 *   },
 * ])
 * codes.describe('E05012270') // => 'Aspley (Nottingham) in the wards of 2019 and 2025'
 * codes.isIn('E05012270', 'WD13') // => false
 * codes.require('E05012270', 'WD13') // throws 'wrong-code'
 */
export function wardCodeRegister(rows: readonly WardCodeRow[]): WardCodeRegister {
  requireList('rows of ward codes', rows)
  const byCode = new Map(rows.map((row) => [row.ward_code, row]))
  const get = (code: string): WardCodeRow | undefined => byCode.get(canonicalCode(code))
  const listsOf = (code: string): string[] => get(code)?.lists.split(' ').filter(Boolean) ?? []
  const isIn = (code: string, list: WardVintage): boolean => listsOf(code).includes(WARD_LIST_YEARS[list])
  const describe = (code: string): string => {
    const row = get(code)
    return row === undefined ? describeForm(code) : describeRow(row, listsOf(code))
  }
  return {
    get,
    isIn,
    describe,
    codesOf: <List extends WardVintage>(list: List) =>
      [...byCode.keys()].filter((code) => isIn(code, list)).sort() as WardCode<List>[],
    require: <List extends WardVintage>(text: string, list: List, at?: CellPlace) => {
      const code = canonicalCode(text)
      if (!(list in WARD_LIST_YEARS)) throw badValue('list of wards', list, Object.keys(WARD_LIST_YEARS).join(', '))
      if (!isIn(code, list))
        throw wrongCode(at ?? 'ward code', text, VINTAGES[list], describe(code), remedyFor(code, list, isIn))
      return code as WardCode<List>
    },
  }
}

const describeRow = ({ ward_name, district_name }: WardCodeRow, lists: readonly string[]): string =>
  `${ward_name} (${district_name}) in the wards of ${inWords(lists)}`

const inWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`

function describeForm(text: string): string {
  const reading = readAreaCode(text)
  if (reading.kind === 'missing') return 'empty'
  if (reading.kind === 'unreadable') return 'no code of an area'
  const { kind, scheme, country } = reading.value
  if (scheme === 'ONS') return `the code of a ${kind} in the old scheme of the Office for National Statistics`
  if (scheme === 'finance') return 'the code of an authority in the finance returns'
  if (kind === 'other area') return 'the code of an area of a kind that wardstick does not use'
  const where = country === 'several' ? 'Great Britain or the United Kingdom' : country
  return kind === 'ward' && country === 'England'
    ? 'a ward code that no list has'
    : `the code of ${/^[aeiou]|^LSOA|^MSOA/.test(kind) ? 'an' : 'a'} ${kind} of ${where}`
}

/** What to do with a code of another list. */
function remedyFor(code: string, list: WardVintage, isIn: WardCodeRegister['isIn']): string {
  const others = (Object.keys(WARD_LIST_YEARS) as WardVintage[]).filter((each) => isIn(code, each))
  if (others.length > 0)
    return (
      `If the table is on the ${others.map((each) => VINTAGES[each]).join(' or the ')}, harmonise it first, ` +
      `with ${others.map((each) => `loadCrosswalk('${each}', '${list}')`).join(' or ')}.`
    )
  const reading = readAreaCode(code)
  if (reading.kind === 'value' && reading.value.kind === 'LSOA')
    return (
      `Take a crosswalk from the LSOAs of its census: loadCrosswalk('LSOA11', '${list}') or ` +
      `loadCrosswalk('LSOA21', '${list}').`
    )
  return CHECK_THE_LIST
}

/** The remedy where nothing better can be said. */
export const CHECK_THE_LIST =
  'Check which list the codes are of; look the area up by its name and district if the code is wrong.'
