import { Matrix, determinant, inverse } from 'ml-matrix'
import { mean, sampleCovariance, sampleStandardDeviation } from 'simple-statistics'
import { badValue } from '../errors.js'

/** Something that units are matched on. */
export interface Covariate<Unit> {
  readonly id: string
  readonly title: string
  /** Null when it is not known: such a unit is no candidate. */
  of(unit: Unit): number | null
}

/** A comparator and how unlike it is. */
export interface Match<Unit> {
  readonly unit: Unit
  /** Mahalanobis distance to the unit studied, over the covariates. */
  readonly distance: number
}

/** How like the comparators are to the unit studied, in one covariate. */
export interface Balance {
  readonly id: string
  readonly title: string
  readonly own: number
  /** Mean over the comparators. */
  readonly matched: number
  /** Mean over all candidates. */
  readonly candidates: number
  /** Own less mean of all candidates, in standard deviations of the candidates. */
  readonly differenceBefore: number
  /** Own less mean of the comparators, in the same standard deviations. Beyond 0.25 the comparators are not alike. */
  readonly differenceAfter: number
}

/** Comparators, the most alike first, and how alike they are. */
export interface Matching<Unit> {
  readonly matched: readonly Match<Unit>[]
  readonly balance: readonly Balance[]
  /** How many candidates there were, and how many had a covariate missing. */
  readonly candidates: number
  readonly incomplete: number
}

/**
 * The candidates most like a unit: nearest by Mahalanobis distance over some covariates, without replacement.
 *
 * The covariance is that of the candidates. Of candidates equally near those that come first in the list are taken.
 *
 * @param own the unit studied.
 * @param candidates the others; leave out what may not be compared.
 * @param covariates what to match on; a candidate that lacks one is counted in `incomplete` and not taken.
 * @param count how many comparators.
 * @throws InputError `bad-value` when the unit itself lacks a covariate, there are fewer complete candidates than
 * wanted, or a covariate does not vary or is the sum of others.
 * @example
 * import { matchNearest } from 'wardstick'
 * const size = { id: 'size', title: 'Size', of: (unit: { size: number }) => unit.size }
 * const { matched, balance } = matchNearest(
 *   { size: 10 },
 *   [{ size: 1 }, { size: 9 }, { size: 12 }, { size: 30 }],
 *   [size],
 *   2,
 * )
 * matched.map(({ unit }) => unit.size) // => [9, 12]
 * balance[0]?.matched // => 10.5
 */
export function matchNearest<Unit>(
  own: Unit,
  candidates: readonly Unit[],
  covariates: readonly Covariate<Unit>[],
  count: number,
): Matching<Unit> {
  if (!Number.isInteger(count) || count < 1) throw badValue('comparators wanted', count, 'a whole number from 1')
  if (covariates.length === 0) throw badValue('covariates', 'none', 'at least one')
  const target = covariates.map((covariate) => {
    const value = covariate.of(own)
    if (value === null || !Number.isFinite(value))
      throw badValue(`covariate ${covariate.id} of the unit to match`, value ?? 'missing', 'a number')
    return value
  })
  const others = candidates.filter((unit) => unit !== own)
  const complete = others.flatMap((unit) => {
    const values = covariates.map((covariate) => covariate.of(unit))
    const known = values.filter((value) => value !== null && Number.isFinite(value)) as number[]
    return known.length === values.length ? [{ unit, values: known }] : []
  })
  if (complete.length < Math.max(count, covariates.length + 2))
    throw badValue(
      'comparators wanted',
      count,
      `at most the ${complete.length} candidates that have every covariate, of at least ${covariates.length + 2}`,
    )
  const columns = covariates.map((_, i) => complete.map(({ values }) => values[i] ?? Number.NaN))
  const spreads = columns.map((column) => sampleStandardDeviation(column))
  const correlation = new Matrix(
    columns.map((a, i) => columns.map((b, j) => sampleCovariance(a, b) / ((spreads[i] ?? 0) * (spreads[j] ?? 0)))),
  )
  if (spreads.includes(0) || !(determinant(correlation) > SINGULAR))
    throw badValue(
      'covariates',
      covariates.map(({ id }) => id).join(', '),
      'ones that vary among the candidates and are no sums of each other',
    )
  const precision = inverse(new Matrix(columns.map((a) => columns.map((b) => sampleCovariance(a, b)))))
  const matched = complete
    .map(({ unit, values }, i) => ({ unit, values, i, distance: mahalanobis(values, target, precision) }))
    .sort((a, b) => a.distance - b.distance || a.i - b.i)
    .slice(0, count)
  return {
    matched: matched.map(({ unit, distance }) => ({ unit, distance })),
    balance: covariates.map(({ id, title }, i): Balance => {
      const column = columns[i] ?? []
      const [ownValue, spread] = [target[i] ?? Number.NaN, spreads[i] ?? Number.NaN]
      const [all, taken] = [mean(column), mean(matched.map(({ values }) => values[i] ?? Number.NaN))]
      return {
        id,
        title,
        own: ownValue,
        matched: taken,
        candidates: all,
        differenceBefore: (ownValue - all) / spread,
        differenceAfter: (ownValue - taken) / spread,
      }
    }),
    candidates: others.length,
    incomplete: others.length - complete.length,
  }
}

/** Determinant of the correlations below which covariates are taken as sums of each other. */
const SINGULAR = 1e-10

function mahalanobis(values: readonly number[], target: readonly number[], precision: Matrix): number {
  const gap = Matrix.columnVector(values.map((value, i) => value - (target[i] ?? Number.NaN)))
  return Math.sqrt(Math.max(0, gap.transpose().mmul(precision).mmul(gap).get(0, 0)))
}
