import { badFile } from '../../errors.js'
import { financialYearText } from '../../model/period.js'
import { csvRecords } from '../csvTable.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'

/** The level of prices in a financial year; only ratios between years of one series mean anything. */
export interface PriceLevel {
  /** The financial year, `1956-57`: series begin before the years of `FinancialYear`. */
  readonly year: string
  readonly level: number
}

/** The price levels of a deflator file. */
export interface DeflatorFile extends Reported {
  readonly levels: readonly PriceLevel[]
}

/**
 * Reads the GDP deflator of calendar years and turns it into financial years: year Y is 3/4 of calendar year Y and 1/4
 * of Y + 1.
 *
 * @throws InputError `missing-column`, `bad-cell`, or `bad-file` when a calendar year is missing between the first and
 * the last.
 * @example
 * import { readCalendarDeflator } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('year,value\n2023,96\n2024,100\n')
 * readCalendarDeflator({ name: 'deflator.csv', bytes }).levels // => [{ year: '2023-24', level: 97 }]
 */
export function readCalendarDeflator(file: SourceFile): DeflatorFile {
  const rows = yearlyNumbers(file, 'year', 'value')
  const report = new QualityReport({ file: file.name })
  report.keep(rows.length - 1)
  report.setAside('last calendar year, used for the last quarter of the year before alone')
  const levels = rows.slice(0, -1).map(({ year, number }, i) => ({
    year: financialYearText(year),
    level: 0.75 * number + 0.25 * (rows[i + 1]?.number ?? Number.NaN),
  }))
  return { levels, ...report.reported }
}

/**
 * Reads growth factors from one financial year to the next and chains them into levels; the year before the first is 1.
 *
 * @param lastOutturn the last year that is no forecast; later years are set aside.
 * @throws InputError as {@link readCalendarDeflator}.
 * @example
 * import { readGrowthDeflator } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('fy_start,yoy_factor\n2009,1.5\n2010,1.5\n2011,1.5\n')
 * const { levels, counts } = readGrowthDeflator({ name: 'growth.csv', bytes }, 2010)
 * levels // => [{ year: '2009-10', level: 1.5 }, { year: '2010-11', level: 2.25 }]
 * counts.setAside // => [{ reason: 'forecast', rows: 1 }]
 */
export function readGrowthDeflator(file: SourceFile, lastOutturn: number): DeflatorFile {
  const rows = yearlyNumbers(file, 'fy_start', 'yoy_factor')
  const kept = rows.filter((row) => row.year <= lastOutturn)
  const report = new QualityReport({ file: file.name })
  report.keep(kept.length)
  const forecasts = rows.slice(kept.length)
  if (forecasts.length > 0) report.setAside('forecast', forecasts.length)
  forecasts.forEach(({ row, year, number }) =>
    report.note('forecast', 'set aside: a forecast is no price level', {
      row,
      column: 'yoy_factor',
      value: `${year}: ${number}`,
    }),
  )
  let level = 1
  return {
    levels: kept.map(({ year, number }) => ({ year: financialYearText(year), level: (level *= number) })),
    ...report.reported,
  }
}

interface YearlyNumber {
  readonly row: number
  readonly year: number
  readonly number: number
}

/** The rows of a file with one number a year, every year between the first and the last. */
function yearlyNumbers(file: SourceFile, year: string, number: string): YearlyNumber[] {
  const required = { constraints: { required: true } } as const
  const rows = csvRecords<Record<string, number>>(file, [
    { name: year, type: 'integer', ...required },
    { name: number, type: 'number', ...required },
  ]).map(({ row, cells }) => ({
    row,
    year: cells[year] ?? Number.NaN,
    number: cells[number] ?? Number.NaN,
  }))
  const gap = rows.findIndex((each, i) => i > 0 && each.year !== (rows[i - 1]?.year ?? 0) + 1)
  if (gap > 0)
    throw badFile(
      file.name,
      `year ${rows[gap]?.year ?? '?'} in row ${rows[gap]?.row ?? '?'} does not follow ${rows[gap - 1]?.year ?? '?'}`,
      'A deflator needs every year between its first and its last.',
    )
  return rows
}
