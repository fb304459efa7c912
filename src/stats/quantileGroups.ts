import { badValue } from '../errors.js'
import { ranksFromLowest, requireNumbers } from './distribution.js'
import { requireList } from '../model/given.js'

/**
 * Divides values into groups of about equal number by rank, such as tenths: group 1 holds the lowest values.
 *
 * The rule is that of the English public health profiles: a value of ascending rank r among n goes to group
 * floor(k + 1 − ceil((n + 1 − r) / (n / k))), at least 1. Equal values share the lowest rank of their run, so that they
 * are never parted; values that differ by the noise of their arithmetic alone are equal.
 *
 * @param values the numbers, in any order; not changed.
 * @param groups how many groups.
 * @returns the group of each value, in the order given.
 * @throws InputError `bad-value` when there are fewer values than groups or one is not finite.
 * @source Office for Health Improvement and Disparities, `phe_quantile` of PHEindicatormethods: the rule as published
 * in its documentation.
 * @example
 * import { quantileGroups } from 'wardstick'
 * quantileGroups([10, 40, 20, 30], 2) // => [1, 2, 1, 2]
 */
export function quantileGroups(values: readonly number[], groups: number): number[] {
  requireList('values to group', values)
  if (!Number.isInteger(groups) || groups < 1 || values.length < groups)
    throw badValue('number of groups', groups, `a whole number from 1 to the ${values.length} values`)
  requireNumbers(values, 'values to group')
  const n = values.length
  // Whole numbers are multiplied before the one division, which so is exact where it has no remainder.
  const fromHighest = (rank: number): number => Math.ceil(((n + 1 - rank) * groups) / n)
  return ranksFromLowest(values).map((rank) => Math.max(1, groups + 1 - fromHighest(rank)))
}
