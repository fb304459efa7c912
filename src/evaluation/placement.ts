import type { Value } from '../model/value.js'
import { type Quartiles, quartiles, rankFromLowest } from '../stats/distribution.js'

/** Where one value lies among those of comparators. */
export interface Placement {
  /** Median and quartiles over every place with a value, the placed one included. */
  readonly distribution: Quartiles | null
  /** 1 for the lowest; null when the placed value is missing. */
  readonly rank: number | null
  /** Which part of the distribution it lies in: at or below the lower quartile, above the upper one, or between. */
  readonly part: 'lowest quarter' | 'middle half' | 'highest quarter' | null
  /** The places without a value, and why: their notes. */
  readonly without: readonly Value[]
}

/**
 * Places a value among those of its comparators.
 *
 * The values are of a complete register, not of a sample, so the placement has no sampling error.
 *
 * @param own the value to place; if `all` has a value of the same place it is counted once.
 * @param all the values of the comparators.
 * @example
 * import { placeAmong } from 'wardstick'
 * const of = (code: string, value: number | null) => ({ value, unit: 'per cent', period: '2014-15', place: { kind: 'council', code, name: code, vintage: 'LAD2014' }, status: value === null ? 'missing' : 'observed', comparable: true, notes: [], source: [] }) as const
 * const placement = placeAmong(of('A', -30), [of('B', -20), of('C', -10), of('D', null)])
 * placement.rank // => 1
 * placement.distribution // => { n: 3, lower: -25, median: -20, upper: -15 }
 * placement.without.length // => 1
 */
export function placeAmong(own: Value, all: readonly Value[]): Placement {
  const values = [own, ...all.filter((value) => value.place.code !== own.place.code)]
  const known = values.map((value) => value.value).filter((value) => value !== null)
  const distribution = known.length === 0 ? null : quartiles(known)
  const without = values.filter((value) => value.value === null)
  if (own.value === null || distribution === null) return { distribution, rank: null, part: null, without }
  const part = own.value <= distribution.lower ? 'lowest quarter' : own.value > distribution.upper ? 'highest quarter' : 'middle half'
  return { distribution, rank: rankFromLowest(own.value, known), part, without }
}
