import { median, quantileSorted } from 'simple-statistics'
import { badValue } from '../errors.js'
import { requireList } from '../model/given.js'
import { isLower } from './ties.js'

/** Where the middle and the quarters of a set of numbers lie. */
export interface Quartiles {
  readonly n: number
  readonly lower: number
  readonly median: number
  readonly upper: number
}

/**
 * A quantile by linear interpolation between the two nearest ranks: type 7 of Hyndman and Fan (1996), the default of R.
 *
 * @param values the numbers, in any order; not changed.
 * @param p the share of the numbers below the quantile, from 0 to 1.
 * @throws InputError `bad-value` when there is no number, one is not finite, or `p` is outside 0 to 1.
 * @example
 * import { quantile } from 'wardstick'
 * quantile([4, 1, 2, 3], 0.25) // => 1.75
 */
export function quantile(values: readonly number[], p: number): number {
  if (!(typeof p === 'number' && p >= 0 && p <= 1)) throw badValue('p of a quantile', p, 'a share from 0 to 1')
  requireList('values of a quantile', values)
  if (values.length === 0) throw badValue('values of a quantile', 'none', 'at least one number')
  requireNumbers(values, 'values of a quantile')
  return quantileSorted(
    [...values].sort((a, b) => a - b),
    p,
  )
}

/** Refuses a set with something that is no finite number, such as null or undefined. @throws InputError `bad-value`. */
export function requireNumbers(values: readonly number[], what: string): void {
  requireList(what, values)
  const odd = values.findIndex((value) => !Number.isFinite(value))
  if (odd >= 0) throw badValue(what, values[odd], 'finite numbers; drop and count the missing ones first')
}

/**
 * Median and quartiles of a set of numbers; the quartiles by {@link quantile}.
 *
 * @throws InputError as {@link quantile}.
 * @example
 * import { quartiles } from 'wardstick'
 * quartiles([1, 2, 3, 4, 5]) // => { n: 5, lower: 2, median: 3, upper: 4 }
 */
export function quartiles(values: readonly number[]): Quartiles {
  requireList('values of quartiles', values)
  return { n: values.length, lower: quantile(values, 0.25), median: median([...values]), upper: quantile(values, 0.75) }
}

/**
 * The rank of a number in a set, 1 for the lowest; equal numbers share the lowest rank of their run, and numbers that
 * differ by the noise of their arithmetic alone are equal.
 *
 * @param value the number to place; it need not be in the set.
 * @throws InputError `bad-value` when it, or one of the set, is no finite number.
 * @example
 * import { rankFromLowest } from 'wardstick'
 * rankFromLowest(-33, [-50, -33, -20]) // => 2
 */
export function rankFromLowest(value: number, values: readonly number[]): number {
  requireNumbers(values, 'numbers to rank')
  requireNumbers([value], 'number to rank')
  return 1 + values.filter((other) => isLower(other, value)).length
}

/**
 * The rank of every number of a set, in the order given, as {@link rankFromLowest} has it; in one pass over the set.
 */
export function ranksFromLowest(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  let lower = 0
  const rankOf = new Map(
    sorted.map((value) => {
      while (isLower(sorted[lower] ?? value, value)) lower++
      return [value, lower + 1]
    }),
  )
  return values.map((value) => rankOf.get(value) ?? 1)
}
