import { missingMeaning, trimAll } from './missing.js'
import type { Reading } from './reading.js'
import { requireText } from '../model/given.js'

/** A postcode in its usual form, and whether the text had to be repaired to give it. */
export interface PostcodeText {
  /** `NG8 5DD`: upper case, one space before the inward part. */
  readonly postcode: string
  /**
   * True when a letter stood for a digit, a digit for a letter, or a mark followed; spacing and case alone are no
   * repair.
   */
  readonly repaired: boolean
}

/** A postcode as it stands; no letter that looks like a digit ends its outward part: `W1O` is no district. */
const FORM = /^([A-Z]{1,2}\d[A-HJ-NP-Z\d]?)(\d[A-Z]{2})$/
const NEVER_INWARD = /[CIKMOV]/

/**
 * What a repair may give: the forms of the postcodes of Great Britain, A9, A99, A9A, AA9, AA99 and AA9A, with the
 * letters that Royal Mail uses in each place. Areas of one letter are eight, and no district of theirs begins with 0.
 */
const REPAIRED = new RegExp(
  '^(?:[BEGLMNSW][1-9](?:\\d|[A-HJKPSTUW])?|[A-PR-UWYZ][A-HK-Y](?:\\d|[1-9](?:\\d|[ABEHMNPRVWXY])))' +
    '\\d[ABD-HJLNP-UW-Z]{2}$',
)
/** Letters and digits that are taken for each other. */
const LOOKALIKE: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', 0: 'O', 1: 'I', 5: 'S' }

/**
 * Reads a UK postcode as official lists print it, and repairs only what is certain: spacing, case, a mark after it, and
 * the letters O, I and S and the digits 0, 1 and 5 where only the other kind can stand by the forms of postcodes. The
 * repair with the fewest exchanges is taken; where two are as good (`SSS 1AA`: SS5 or S5S) there is none.
 *
 * A part of a postcode (`SK2`), a sentence in its place or one sign too many is unreadable.
 *
 * @param text the cell as printed.
 * @example
 * import { readPostcode } from 'wardstick/tables'
 * readPostcode('se29FA') // => { kind: 'value', value: { postcode: 'SE2 9FA', repaired: false } }
 * readPostcode('S024 9AQ') // => { kind: 'value', value: { postcode: 'SO24 9AQ', repaired: true } }
 * readPostcode('S1O 2TN') // => { kind: 'value', value: { postcode: 'S10 2TN', repaired: true } }
 * readPostcode('SK2') // => { kind: 'unreadable' }
 */
export function readPostcode(text: string): Reading<PostcodeText> {
  const meaning = missingMeaning(text)
  if (meaning !== undefined) return { kind: 'missing', meaning }
  const bare = trimAll(text).toUpperCase()
  const marked = bare.replace(/[.,;]+$/, '')
  const compact = marked.replace(/\s+/g, '')
  const repairedText = FORM.test(compact) ? compact : repair(compact)
  const parts = FORM.exec(repairedText)
  const [outward, inward] = [parts?.[1], parts?.[2]]
  if (outward === undefined || inward === undefined || NEVER_INWARD.test(inward)) return { kind: 'unreadable' }
  return {
    kind: 'value',
    value: { postcode: `${outward} ${inward}`, repaired: repairedText !== compact || marked !== bare },
  }
}

/**
 * The letters with which a postcode begins: its area, `NG`.
 *
 * @example
 * import { postcodeArea } from 'wardstick/tables'
 * postcodeArea('NG8 5DD') // => 'NG'
 */
export function postcodeArea(postcode: string): string {
  requireText('postcode', postcode)
  return /^[A-Z]+/.exec(postcode)?.[0] ?? ''
}

/** The one text of the form of a postcode that the fewest exchanges of lookalikes give; else the text as it is. */
function repair(compact: string): string {
  if (!/^[A-Z\d]{5,7}$/.test(compact)) return compact
  const exchanges = (text: string): number => Array.from(text).filter((sign, i) => sign !== compact[i]).length
  const found = readings(compact).filter((text) => REPAIRED.test(text))
  const fewest = Math.min(...found.map(exchanges))
  const [best, another] = found.filter((text) => exchanges(text) === fewest)
  return best !== undefined && another === undefined ? best : compact
}

/** Every text that a text can stand for when some of its lookalikes are exchanged. */
function readings(text: string): string[] {
  return Array.from(text).reduce<string[]>(
    (begun, sign) => begun.flatMap((start) => [sign, LOOKALIKE[sign] ?? []].flat().map((each) => start + each)),
    [''],
  )
}
