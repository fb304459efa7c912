import { requireList } from '../model/given.js'
import { type Value, requireOwnFigure } from '../model/value.js'
import { type Quartiles, quartiles, rankFromLowest } from '../stats/distribution.js'
import { isLower, isTied } from '../stats/ties.js'

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
 * @throws InputError `bad-value` for a figure of a larger place, such as a council’s that is shown for its ward: the
 * wards of a council would all rank alike.
 * @example
 * import { rankAmong, units } from 'wardstick'
 * const of = (code: string, value: number | null) =>
 *   ({
 *     value,
 *     unit: units.perCent(),
 *     period: '2014-15',
 *     place: { kind: 'council', code, name: code, vintage: 'LAD2014' },
 *     owner: 'council',
 *     status: value === null ? 'missing' : 'observed',
 *     comparable: true,
 *     notes: [],
 *     source: [],
 *   }) as const
 * const placement = rankAmong(of('A', -30), [of('B', -20), of('C', -10), of('D', null)])
 * placement.rank // => 1
 * placement.distribution // => { n: 3, lower: -25, median: -20, upper: -15 }
 * placement.without.length // => 1
 */
export function rankAmong(own: Value, all: readonly Value[]): Placement {
  requireOwnFigure(own)
  requireList('values to place it among', all)
  for (const value of all) requireOwnFigure(value)
  const values = [own, ...all.filter((value) => value.place.code !== own.place.code)]
  const known = values.map((value) => value.value).filter((value) => value !== null)
  const distribution = known.length === 0 ? null : quartiles(known)
  const without = values.filter((value) => value.value === null)
  if (own.value === null || distribution === null) return { distribution, rank: null, part: null, without }
  const part = isLower(distribution.upper, own.value)
    ? 'highest quarter'
    : isLower(distribution.lower, own.value)
      ? 'middle half'
      : 'lowest quarter'
  return { distribution, rank: rankFromLowest(own.value, known), part, without }
}

/** Where one value lies among those of comparators. */
export interface PlaceboPlacement {
  /**
   * Share of the comparators with a lower value, in per cent; equal values count half. Null when the value is missing
   * or nobody has one.
   */
  readonly percentile: number | null
  /** How many comparators have a lower, an equal and a higher value. */
  readonly lower: number
  readonly equal: number
  readonly higher: number
  /** Median and quartiles of the comparators, the placed value left out. */
  readonly distribution: Quartiles | null
  readonly without: readonly Value[]
}

/**
 * The placebo percentile of a value: its place among the values of comparators, itself left out.
 *
 * It is not a p-value: the place studied was chosen and not drawn, and the comparators were matched, not randomised.
 *
 * @param own the value to place.
 * @param comparators the values of the comparators.
 * @throws InputError `bad-value` as {@link rankAmong}.
 * @example
 * import { placeboPlacement, units } from 'wardstick'
 * const of = (code: string, value: number) =>
 *   ({
 *     value,
 *     unit: units.count('site', 'sites'),
 *     period: '2014-15',
 *     place: { kind: 'ward', code, name: code, vintage: 'WD13' },
 *     owner: 'ward',
 *     status: 'observed',
 *     comparable: true,
 *     notes: [],
 *     source: [],
 *   }) as const
 * placeboPlacement(of('A', 3), [of('B', 1), of('C', 2), of('D', 3), of('E', 4)]).percentile // => 62.5
 */
export function placeboPlacement(own: Value, comparators: readonly Value[]): PlaceboPlacement {
  requireOwnFigure(own)
  requireList('comparators', comparators)
  for (const value of comparators) requireOwnFigure(value)
  const others = comparators.filter(({ place }) => place.code !== own.place.code)
  const known = others.map(({ value }) => value).filter((value) => value !== null)
  const without = others.filter(({ value }) => value === null)
  const distribution = known.length === 0 ? null : quartiles(known)
  if (own.value === null || known.length === 0)
    return { percentile: null, lower: 0, equal: 0, higher: 0, distribution, without }
  const value = own.value
  const lower = known.filter((other) => isLower(other, value)).length
  const equal = known.filter((other) => isTied(other, value)).length
  return {
    percentile: ((lower + equal / 2) / known.length) * 100,
    lower,
    equal,
    higher: known.length - lower - equal,
    distribution,
    without,
  }
}
