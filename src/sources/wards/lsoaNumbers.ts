import { badCell, duplicateKey } from '../../errors.js'
import { csvTable } from '../csvTable.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'

/**
 * The columns of a file of small areas: which holds the code, and which hold the numbers, each under the name that it
 * is to have.
 */
export interface LsoaColumns<Name extends string> {
  readonly code: string
  readonly numbers: Readonly<Record<Name, string>>
}

/** Numbers by LSOA, England only. */
export interface LsoaNumbers<Name extends string> extends Reported {
  readonly byLsoa: ReadonlyMap<string, Readonly<Record<Name, number>>>
}

/** LSOAs and the like of the other countries: of Wales, Scottish data zones, super output areas of Northern Ireland. */
const ELSEWHERE = /^([WS]01\d{6}|\d{2}[A-Z]{2}\d{2}[A-Z]\d)$/

/**
 * Reads numbers that a file gives for small areas (LSOA 2001, 2011 or 2021): populations, coordinates, scores.
 *
 * Columns are found by name, as their order differs between editions.
 *
 * @returns the numbers by LSOA code; rows of other countries are set aside and counted.
 * @throws InputError `missing-column`, `bad-cell` (no number, or no code of a small area) or `duplicate-key`.
 * @example
 * import { readLsoaNumbers } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('people,code\n"1,296",E01000001\n1500,W01000001\n')
 * const { byLsoa, counts } = readLsoaNumbers(
 *   { name: 'lsoa.csv', bytes },
 *   { code: 'code', numbers: { people: 'people' } },
 * )
 * byLsoa.get('E01000001') // => { people: 1296 }
 * counts.setAside // => [{ reason: 'outside England', rows: 1 }]
 */
export function readLsoaNumbers<Name extends string>(file: SourceFile, columns: LsoaColumns<Name>): LsoaNumbers<Name> {
  const numbers = Object.entries<string>(columns.numbers) as [Name, string][]
  const { table, rowNumbers } = csvTable(file, [
    { name: columns.code, type: 'string', constraints: { required: true } },
    ...numbers.map(([, name]) => ({ name, type: 'number' as const, constraints: { required: true } })),
  ])
  const codes = table.array(columns.code) as ArrayLike<string>
  const cells = numbers.map(([name, column]) => [name, table.array(column) as ArrayLike<number>] as const)
  const report = new QualityReport({ file: file.name })
  const byLsoa = new Map<string, Record<Name, number>>()
  const rowOf = new Map<string, number>()
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? ''
    const row = rowNumbers[i] ?? 0
    const before = rowOf.get(code)
    if (ELSEWHERE.test(code)) report.setAside('outside England')
    else if (!/^E01\d{6}$/.test(code))
      throw badCell(
        { file: file.name, row, column: columns.code },
        code,
        'codes of small areas such as E01013817',
        'Correct the cell.',
      )
    else if (before !== undefined) throw duplicateKey(file.name, code, [before, row])
    else {
      rowOf.set(code, row)
      byLsoa.set(
        code,
        Object.fromEntries(cells.map(([name, values]) => [name, values[i] ?? Number.NaN])) as Record<Name, number>,
      )
      report.keep()
    }
  }
  return { byLsoa, ...report.reported }
}
