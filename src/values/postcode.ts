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

const FORM = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/
const NEVER_INWARD = /[CIKMOV]/
const DIGIT_OF: Readonly<Record<string, string>> = { O: '0', I: '1' }

/**
 * Reads a UK postcode as official lists print it, and repairs only what is certain: spacing, case, a mark after it, and
 * the letters O and I where only a digit can stand (the first sign of the inward part, and the last of an outward part
 * of three or four signs that begins with two letters) or the digits 0 and 1 where the area’s first letter stands.
 *
 * A part of a postcode (`SK2`), a sentence in its place or one sign too many is unreadable.
 *
 * @param text the cell as printed.
 * @example
 * import { readPostcode } from 'wardstick'
 * readPostcode('se29FA') // => { kind: 'value', value: { postcode: 'SE2 9FA', repaired: false } }
 * readPostcode('S024 9AQ') // => { kind: 'value', value: { postcode: 'SO24 9AQ', repaired: true } }
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
 * import { postcodeArea } from 'wardstick'
 * postcodeArea('NG8 5DD') // => 'NG'
 */
export function postcodeArea(postcode: string): string {
  requireText('postcode', postcode)
  return /^[A-Z]+/.exec(postcode)?.[0] ?? ''
}

/** Swaps O and 0, I and 1 where only the other kind of sign can stand. */
function repair(compact: string): string {
  if (!/^[A-Z\d]{5,7}$/.test(compact)) return compact
  const inward = compact.slice(-3)
  const outward = compact.slice(0, -3)
  const digit = (sign: string): string => DIGIT_OF[sign] ?? sign
  return `${repairOutward(outward)}${digit(inward.slice(0, 1))}${inward.slice(1)}`
}

/** `C013` is `CO13` and `S024` is `SO24`: an area of one letter has no district that begins with 0. */
const repairOutward = (outward: string): string =>
  outward
    .replace(/^([A-Z])0(\d{1,2})$/, '$1O$2')
    .replace(/^([A-Z]{2})([OI])$/, (_, area: string, sign: string) => `${area}${DIGIT_OF[sign] ?? sign}`)
