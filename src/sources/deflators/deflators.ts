import { badFile } from '../../errors.js'
import { type FinancialYear, financialYear } from '../../model/period.js'
import { parseTable } from '../../table/parse.js'
import { rowsOf } from '../../table/rows.js'
import { decodeText } from '../../values/text.js'
import type { SourceFile } from '../sourceFile.js'

/** The level of prices in a financial year; only ratios between years of one series mean anything. */
export interface PriceLevel {
  readonly year: FinancialYear
  readonly level: number
}

/**
 * Reads the GDP deflator of calendar years and turns it into financial years: year Y is 3/4 of calendar year Y and 1/4 of Y + 1.
 *
 * @throws InputError `missing-column`, `bad-cell`, or `bad-file` when a calendar year is missing between the first and the last.
 * @example
 * import { readCalendarDeflator } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('year,value\n2023,96\n2024,100\n')
 * readCalendarDeflator({ name: 'deflator.csv', bytes }) // => [{ year: '2023-24', level: 97 }]
 */
export function readCalendarDeflator(file: SourceFile): PriceLevel[] {
  const rows = rowsOf<{ year: number; value: number }>(
    parseTable(
      decodeText(file.bytes).text,
      [
        { name: 'year', type: 'integer', constraints: { required: true } },
        { name: 'value', type: 'number', constraints: { required: true } },
      ],
      { file: file.name },
    ),
    ['year', 'value'],
  )
  requireConsecutive(rows.map((row) => row.year), file.name)
  return rows.slice(0, -1).map(({ year, value }, i) => ({ year: financialYear(year), level: 0.75 * value + 0.25 * (rows[i + 1]?.value ?? Number.NaN) }))
}

/**
 * Reads growth factors from one financial year to the next and chains them into levels; the year before the first is 1.
 *
 * @param lastOutturn the last year that is no forecast; later years are left out.
 * @returns the levels, and how many forecast years were left out.
 * @throws InputError as {@link readCalendarDeflator}.
 * @example
 * import { readGrowthDeflator } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('fy_start,yoy_factor\n2009,1.5\n2010,1.5\n2011,1.5\n')
 * readGrowthDeflator({ name: 'growth.csv', bytes }, 2010) // => { levels: [{ year: '2009-10', level: 1.5 }, { year: '2010-11', level: 2.25 }], forecasts: 1 }
 */
export function readGrowthDeflator(file: SourceFile, lastOutturn: number): { readonly levels: PriceLevel[]; readonly forecasts: number } {
  const rows = rowsOf<{ fy_start: number; yoy_factor: number }>(
    parseTable(
      decodeText(file.bytes).text,
      [
        { name: 'fy_start', type: 'integer', constraints: { required: true } },
        { name: 'yoy_factor', type: 'number', constraints: { required: true } },
      ],
      { file: file.name },
    ),
    ['fy_start', 'yoy_factor'],
  )
  requireConsecutive(rows.map((row) => row.fy_start), file.name)
  const kept = rows.filter((row) => row.fy_start <= lastOutturn)
  let level = 1
  const levels = kept.map(({ fy_start, yoy_factor }) => ({ year: financialYear(fy_start), level: (level *= yoy_factor) }))
  return { levels, forecasts: rows.length - kept.length }
}

function requireConsecutive(years: readonly number[], file: string): void {
  const gap = years.findIndex((year, i) => i > 0 && year !== (years[i - 1] ?? 0) + 1)
  if (gap > 0) throw badFile(file, `year ${years[gap] ?? '?'} does not follow ${years[gap - 1] ?? '?'}`, 'A deflator needs every year between its first and its last.')
}
