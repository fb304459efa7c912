/** A moment that no `Date` holds, as it has a part of a millisecond: no day, and refused as a cell. */
const NO_DATE = new Date(Number.NaN)

/**
 * A moment from a whole number of parts of a millisecond since 1970; {@link NO_DATE} where the parts make no whole one.
 *
 * @param parts how many of them a millisecond has.
 */
export const momentOf = (time: bigint, parts: bigint): Date =>
  time % parts === 0n ? new Date(Number(time / parts)) : NO_DATE

/**
 * A decimal number from its digits and how many of them stand behind the point: the double that is nearest. One so
 * large that doubles have gaps between whole numbers is given without its fraction, as a bigint, for the caller to
 * refuse.
 */
export function decimalOf(digits: bigint | number, scale: number): number | bigint {
  const number = Number(`${digits}e${-scale}`)
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : BigInt(digits) / 10n ** BigInt(Math.max(0, scale))
}
