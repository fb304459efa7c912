import { LSOA_CHANGES, type LsoaChange } from '../../model/crosswalk.js'
import { csvRecords } from '../csvTable.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'

/** A small area of one census and one that shares ground with it at the next. */
export interface LsoaSuccession {
  readonly from: string
  readonly to: string
  readonly change: LsoaChange
}

/** The small areas of two censuses, England only. */
export interface LsoaChanges extends Reported {
  readonly successions: readonly LsoaSuccession[]
}

/**
 * Reads how the small areas (LSOA) of one census became those of the next; one row a pair.
 *
 * @param columns the names of the columns, which differ between editions.
 * @returns pairs of England; those of Wales are set aside and counted.
 * @throws InputError `missing-column` or `bad-cell`.
 * @example
 * import { readLsoaChanges } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('LSOA01CD,LSOA11CD,CHGIND\nE01000001,E01000001,U\n')
 * const columns = { from: 'LSOA01CD', to: 'LSOA11CD', change: 'CHGIND' }
 * const { successions } = readLsoaChanges({ name: 'changes.csv', bytes }, columns)
 * successions // => [{ from: 'E01000001', to: 'E01000001', change: 'U' }]
 */
export function readLsoaChanges(
  file: SourceFile,
  columns: { readonly from: string; readonly to: string; readonly change: string },
): LsoaChanges {
  const code = { required: true, pattern: '[EW]01\\d{6}' }
  const rows = csvRecords<Record<string, string>>(file, [
    { name: columns.from, type: 'string', constraints: code },
    { name: columns.to, type: 'string', constraints: code },
    { name: columns.change, type: 'string', constraints: { required: true, enum: LSOA_CHANGES } },
  ])
  const successions = rows
    .map(({ cells }) => ({
      from: cells[columns.from] ?? '',
      to: cells[columns.to] ?? '',
      change: cells[columns.change] as LsoaChange,
    }))
    .filter(({ to }) => to.startsWith('E'))
  const report = new QualityReport({ file: file.name })
  report.keep(successions.length)
  if (successions.length < rows.length) report.setAside('outside England', rows.length - successions.length)
  return { successions, ...report.reported }
}
