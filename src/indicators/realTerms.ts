import type { PriceLevelRow } from '../tables/declared/deflators.js'
import { badValue, duplicateKey } from '../errors.js'
import { type FinancialYear, financialYearText } from '../model/period.js'
import { requireList, requireText } from '../model/given.js'

/** One deflator: price levels of financial years in one edition, never spliced with another. */
export interface Deflator {
  readonly series: string
  /** The years with a level, in order; also those before the first {@link FinancialYear}. */
  readonly years: readonly string[]
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
 * @throws InputError `bad-value` when no row is of that series, a level is no positive number, or a year is none;
 * `duplicate-key` when a year stands twice in the series.
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
  requireList('rows of price levels', rows)
  const levels = levelsOf(rows, series)
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

/** The levels of a series by year: each a positive number, and each year once. */
function levelsOf(rows: readonly PriceLevelRow[], series: string): Map<string, number> {
  const levels = new Map<string, number>()
  const rowOf = new Map<string, number>()
  rows.forEach(({ series: own, financial_year: year, level }, i) => {
    if (own !== series) return
    requireYear(year)
    const before = rowOf.get(year)
    if (before !== undefined) throw duplicateKey(`deflator ${series}`, year, [before + 1, i + 1])
    if (!(Number.isFinite(level) && level > 0))
      throw badValue(`level of the deflator ${series} in ${year}`, level, 'a positive number')
    rowOf.set(year, i)
    levels.set(year, level)
  })
  return levels
}

function requireYear(year: string): void {
  requireText('financial year', year)
  if (!/^\d{4}-\d{2}$/.test(year) || financialYearText(Number(year.slice(0, 4))) !== year)
    throw badValue('financial year', year, 'a year such as 2009-10')
}
