import { badValue } from '../errors.js'
import { type FinancialYear } from '../model/period.js'

/** A row of a deflator table. */
export interface PriceLevelRow {
  readonly series: string
  readonly financial_year: FinancialYear
  readonly level: number
}

/** One deflator: price levels of financial years in one edition, never spliced with another. */
export interface Deflator {
  readonly series: string
  readonly years: readonly FinancialYear[]
  /**
   * What an amount of one year is multiplied by to be in the prices of another.
   *
   * @throws InputError `bad-value` when the series has no level for a year.
   */
  factor(from: FinancialYear, to: FinancialYear): number
}

/**
 * A deflator over the rows of one series.
 *
 * @param rows the rows of the table `deflators`; those of other series are passed over.
 * @param series the edition: `hmt-2025-12` (the default of wardstick) or `hmt-2019-09`, which ends in 2018-19.
 * @throws InputError `bad-value` when no row is of that series.
 * @example
 * import { deflator } from 'wardstick'
 * const prices = deflator(
 *   [
 *     { series: 'example', financial_year: '2009-10', level: 80 },
 *     { series: 'example', financial_year: '2014-15', level: 100 },
 *   ],
 *   'example',
 * )
 * prices.factor('2009-10', '2014-15') // => 1.25
 */
export function deflator(rows: readonly PriceLevelRow[], series: string): Deflator {
  const levels = new Map(rows.filter((row) => row.series === series).map((row) => [row.financial_year, row.level]))
  if (levels.size === 0) throw badValue('deflator', series, [...new Set(rows.map((row) => row.series))].join(', '))
  const years = [...levels.keys()].sort()
  const levelOf = (year: FinancialYear): number => {
    const level = levels.get(year)
    if (level === undefined)
      throw badValue(`year of the deflator ${series}`, year, `${years[0] ?? ''} to ${years.at(-1) ?? ''}`)
    return level
  }
  return { series, years, factor: (from, to) => levelOf(to) / levelOf(from) }
}
