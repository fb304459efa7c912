import { badValue } from '../errors.js'
/** How a number is written. */
export interface WrittenForm {
  /** Decimals that are always written; as many as may be, without it. */
  readonly least?: number
  /** Thousands apart by commas; true without it. */
  readonly grouping?: boolean
}

/** Significant digits beyond which the digits of a number are noise of its arithmetic: 18.749999999999996 is 18.75. */
const TRUE_DIGITS = 15

const MOST_DECIMALS = 20

/**
 * A number rounded to some decimals, a half away from zero: 18.75 and −18.75 have the same last digit. This is the one
 * rule by which wardstick rounds what it prints. The half is that of the number as it is written: 1.005 gives 1.01.
 *
 * @throws InputError `bad-value` for what is no finite number, or for decimals that are no whole number from 0 to 20.
 * @example
 * import { roundTo } from 'wardstick/tables'
 * [roundTo(-18.75, 1), roundTo(1.005, 2), roundTo(-0.04, 1)] // => [-18.8, 1.01, 0]
 */
export function roundTo(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw badValue('number to round', value, 'a finite number')
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MOST_DECIMALS)
    throw badValue('decimals', decimals, `a whole number from 0 to ${MOST_DECIMALS}`)
  const size = Number(digitsOf(value, decimals, { grouping: false }))
  return value < 0 && size !== 0 ? -size : size
}

/** The digits of a number, rounded by {@link roundTo}, without its sign: `1,234.50`. */
export function digitsOf(
  value: number,
  decimals: number,
  { least = decimals, grouping = true }: WrittenForm = {},
): string {
  return formatOf(decimals, least, grouping).format(Number(Math.abs(value).toPrecision(TRUE_DIGITS)))
}

/** A number with a true minus sign, rounded by {@link roundTo}: `−1,234.50`. One that rounds to nothing has no sign. */
export function writeNumber(value: number, decimals: number, form: WrittenForm = {}): string {
  const digits = digitsOf(value, decimals, form)
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits
}

/** A change with its sign, rounded by {@link roundTo}: `+1.5`, `−1.5`. One that rounds to nothing has no sign. */
export function writeSigned(value: number, decimals: number): string {
  const text = writeNumber(value, decimals)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** A number of things: `1 row`, `1,234 rows`. */
export const count = (number: number, thing: string): string =>
  `${writeNumber(number, 0)} ${thing}${number === 1 ? '' : 's'}`

/** A number with a true minus sign and no more than so many digits that count: `0.0012`. */
export function writeSignificant(value: number, digits: number): string {
  const text = significant(digits).format(Math.abs(value))
  return value < 0 ? `−${text}` : text
}

const significant = (digits: number): Intl.NumberFormat =>
  new Intl.NumberFormat('en-GB', { maximumSignificantDigits: digits, maximumFractionDigits: MOST_DECIMALS })

/** Made once for each form: to make one takes much longer than to write a number. */
const FORMATS = new Map<string, Intl.NumberFormat>()

function formatOf(decimals: number, least: number, useGrouping: boolean): Intl.NumberFormat {
  const key = `${decimals} ${least} ${String(useGrouping)}`
  const known =
    FORMATS.get(key) ??
    new Intl.NumberFormat('en-GB', { minimumFractionDigits: least, maximumFractionDigits: decimals, useGrouping })
  FORMATS.set(key, known)
  return known
}
