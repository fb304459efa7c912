import { type CellPlace, wrongCode } from '../errors.js'
import { VINTAGES, type Vintage, type WardCode, type WardCodeRow, type WardVintage } from '../model/code.js'
import { readAreaCode } from '../values/areaCode.js'

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
   * @throws InputError `wrong-code`, which says what the text is instead and what to do.
   */
  require<List extends WardVintage>(text: string, list: List, at?: CellPlace): WardCode<List>
}

/** The year of each list of wards. */
const YEARS: Readonly<Record<WardVintage, string>> = { WD11: '2011', WD13: '2013', WD25: '2025' }

/**
 * A register of ward codes over the rows of the built-in table `ward-codes`.
 *
 * @param rows one row a code.
 * @example
 * import { wardCodeRegister } from 'wardstick'
 * const codes = wardCodeRegister([{ ward_code: 'E05012270', ward_name: 'Aspley', district_code: 'E06000018', district_name: 'Nottingham', lists: '2019 2025' }])
 * codes.describe('E05012270') // => 'Aspley (Nottingham) in the wards of 2019 and 2025'
 * codes.isIn('E05012270', 'WD13') // => false
 * codes.require('E05012270', 'WD13') // throws 'wrong-code'
 */
export function wardCodeRegister(rows: readonly WardCodeRow[]): WardCodeRegister {
  const byCode = new Map(rows.map((row) => [row.ward_code, row]))
  const listsOf = (code: string): string[] => byCode.get(code)?.lists.split(' ').filter(Boolean) ?? []
  const isIn = (code: string, list: WardVintage): boolean => listsOf(code).includes(YEARS[list])
  const describe = (code: string): string => {
    const row = byCode.get(code)
    return row === undefined ? describeForm(code) : describeRow(row, listsOf(code))
  }
  return {
    get: (code) => byCode.get(code),
    isIn,
    describe,
    codesOf: <List extends WardVintage>(list: List) => [...byCode.keys()].filter((code) => isIn(code, list)).sort() as WardCode<List>[],
    require: <List extends WardVintage>(text: string, list: List, at?: CellPlace) => {
      const code = text.trim().toUpperCase()
      if (!isIn(code, list)) throw wrongCode(at === undefined ? 'ward code' : `${at.file}, row ${at.row}, column '${at.column}'`, text, VINTAGES[list], describe(code), remedyFor(code, list, isIn))
      return code as WardCode<List>
    },
  }
}

const describeRow = ({ ward_name, district_name }: WardCodeRow, lists: readonly string[]): string => `${ward_name} (${district_name}) in the wards of ${inWords(lists)}`

const inWords = (items: readonly string[]): string => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`)

function describeForm(text: string): string {
  const reading = readAreaCode(text)
  if (reading.kind === 'missing') return 'empty'
  if (reading.kind === 'unreadable') return 'no code of an area'
  const { kind, scheme, country } = reading.value
  if (scheme === 'ONS') return `the code of a ${kind} in the old scheme of the Office for National Statistics`
  if (scheme === 'finance') return 'the code of an authority in the finance returns'
  const where = country === 'several' ? 'Great Britain or the United Kingdom' : country
  return kind === 'ward' && country === 'England' ? 'a ward code that no list has' : `the code of ${/^[aeiou]|^LSOA|^MSOA/.test(kind) ? 'an' : 'a'} ${kind} of ${where}`
}

/** What to do with a code of another list. */
function remedyFor(code: string, list: WardVintage, isIn: WardCodeRegister['isIn']): string {
  const other = (Object.keys(YEARS) as WardVintage[]).find((each) => isIn(code, each))
  if (other !== undefined) return crosswalkRemedy(other, list)
  const reading = readAreaCode(code)
  if (reading.kind === 'value' && reading.value.kind === 'LSOA') return `Take a crosswalk from the LSOAs: loadCrosswalk('LSOA11', '${list}').`
  return 'Check which list the codes are of; look the ward up by its name and district if the code is wrong.'
}

/** The remedy for a table that is on another list than the one asked for. */
export const crosswalkRemedy = (from: Vintage, to: Vintage): string => `Harmonise the table first, with loadCrosswalk('${from}', '${to}'), if it is on the ${VINTAGES[from]}.`
