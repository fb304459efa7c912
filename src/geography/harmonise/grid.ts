import { badCell, badValue, duplicateKey, missingColumn, wrongCode } from '../../errors.js'
import { type Status, STATUSES } from '../../model/status.js'
import type { Cell } from '../../tables/parse.js'
import type { Crosswalk } from '../crosswalk.js'
import { SUPPRESSED } from './move.js'
import type { AnyTable } from '../../tables/anyTable.js'

/** A row whose code is not in the list of the crosswalk. */
export interface UnmatchedRow {
  /** Row of the table, header included, as a spreadsheet shows it. */
  readonly row: number
  readonly code: string
  /** What the code is instead. */
  readonly is: string
}

/** The rows of a table by group (such as year) and source. */
export interface Grid {
  /** The values of the grouping columns, in the order of their first rows. */
  readonly groups: readonly (readonly Cell[])[]
  /** For each group, the row of each source of the crosswalk; -1 without one. */
  readonly rowsOf: readonly Int32Array[]
  readonly unmatched: readonly UnmatchedRow[]
}

/** How a table is read. */
export interface GridOptions {
  readonly key: string
  readonly by: readonly string[]
  readonly unmatched: 'error' | 'report'
  readonly file: string
}

/** A spreadsheet counts from 1, and counts the header. */
const HEADER_AND_FIRST = 2
/** A row of a table as a spreadsheet counts it. */
const printedRow = (row: number): number => row + HEADER_AND_FIRST
/** The row of a table that a spreadsheet shows as such a row. */
export const rowOfPrinted = (printed: number): number => printed - HEADER_AND_FIRST

/** Finds the row of each group and source. @throws InputError `missing-column`, `wrong-code` or `duplicate-key`. */
export function gridOf(table: AnyTable, crosswalk: Crosswalk, { key, by, unmatched, file }: GridOptions): Grid {
  const [codes, ...grouping] = [key, ...by].map((name) => columnOf(table, name, file))
  const indexOf = new Map(crosswalk.sources.map((code, i) => [code, i]))
  const groupOf = new Map<string, number>()
  const groups: Cell[][] = []
  const rowsOf: Int32Array[] = []
  const strange: UnmatchedRow[] = []
  for (let row = 0; row < table.numRows(); row++) {
    const values = grouping.map((column) => column[row] ?? null)
    const label = JSON.stringify(values)
    const group = groupOf.get(label) ?? groups.length
    if (group === groups.length) {
      groupOf.set(label, group)
      groups.push(values)
      rowsOf.push(new Int32Array(crosswalk.sources.length).fill(-1))
    }
    const code = crosswalk.canonical(String(codes?.[row] ?? ''))
    const source = indexOf.get(code)
    if (source === undefined) strange.push(unmatchedRow(row, code, crosswalk, { key, unmatched, file }))
    else {
      const rows = rowsOf[group] as Int32Array
      const before = rows[source] ?? -1
      if (before >= 0) throw duplicateKey(file, [code, ...values].join(' | '), [printedRow(before), printedRow(row)])
      rows[source] = row
    }
  }
  return { groups, rowsOf, unmatched: strange }
}

function unmatchedRow(
  row: number,
  code: string,
  { fromTitle, explain }: Crosswalk,
  { key, unmatched, file }: Omit<GridOptions, 'by'>,
): UnmatchedRow {
  const { what, remedy } = explain(code)
  if (unmatched === 'error')
    throw wrongCode(
      { file, row: printedRow(row), column: key },
      code,
      fromTitle,
      what,
      `${remedy} To set such rows aside and have them reported: unmatched: 'report'.`,
    )
  return { row: printedRow(row), code, is: what }
}

/** A column of a table by name. @throws InputError `missing-column`. */
function columnOf(table: AnyTable, name: string, file: string): ArrayLike<Cell> {
  if (!table.columnNames().includes(name)) throw missingColumn(file, name, table.columnNames())
  return table.array(name) as ArrayLike<Cell>
}

/** A column as numbers, missing as NaN. @throws InputError `missing-column` or `bad-cell`. */
export function numbersOf(table: AnyTable, name: string, file: string): Float64Array {
  const cells = columnOf(table, name, file)
  return Float64Array.from(cells, (cell, row) => {
    // arquero gives undefined for what an outer join did not find.
    if ((cell as Cell | undefined) == null) return Number.NaN
    if (typeof cell === 'number' && Number.isFinite(cell)) return cell
    throw badCell(
      { file, row: printedRow(row), column: name },
      String(cell),
      'finite numbers, and null for missing',
      'Parse the column by its type (parseTable), or set the cell to null.',
    )
  })
}

/**
 * A column of counts that others are divided by: no number of it is negative. @throws InputError `missing-column` or
 * `bad-cell`.
 */
export function denominatorsOf(table: AnyTable, name: string, file: string): Float64Array {
  const numbers = numbersOf(table, name, file)
  const row = numbers.findIndex((number) => number < 0)
  if (row >= 0)
    throw badCell(
      { file, row: printedRow(row), column: name },
      String(numbers[row]),
      'counts from 0 on: it is a denominator',
      'Correct the cell, or set it to null.',
    )
  return numbers
}

/**
 * A column of statuses, each by its place in the order of weakness; beside a number none may say that it is not known.
 *
 * @throws InputError `missing-column` or `bad-cell`.
 */
export function statusesOf(
  table: AnyTable,
  name: string | undefined,
  values: Float64Array,
  file: string,
): Uint8Array | undefined {
  if (name === undefined) return undefined
  return Uint8Array.from(columnOf(table, name, file), (cell, row) => {
    const place = STATUSES.indexOf(cell as Status)
    if (place < 0)
      throw badCell(
        { file, row: printedRow(row), column: name },
        String(cell),
        STATUSES.join(', '),
        'Use one of these.',
      )
    if (place >= SUPPRESSED && !Number.isNaN(values[row]))
      throw badCell(
        { file, row: printedRow(row), column: name },
        String(cell),
        `such a status beside an empty value alone, and not beside ${values[row] ?? ''}`,
        'Set the value to null if it is not known.',
      )
    return place
  })
}

/** The roles that the columns of a table have in a move. */
export interface ColumnRoles {
  readonly key: string
  readonly by: readonly string[]
  readonly measures: readonly string[]
  /** Denominators and statuses: read, and moved only if they are measures too. */
  readonly helpers: readonly string[]
  readonly drop: readonly string[]
}

/**
 * Refuses columns whose role nobody declared: dropping them would be a silent loss. @throws InputError `bad-value` or
 * `missing-column`.
 */
export function requireRoles(table: AnyTable, { key, by, measures, helpers, drop }: ColumnRoles, file: string): void {
  const names = table.columnNames()
  const missing = [key, ...by, ...measures, ...helpers, ...drop].find((name) => !names.includes(name))
  if (missing !== undefined) throw missingColumn(file, missing, names)
  const roles = [key, ...by, ...measures, ...drop]
  const twice = roles.find((name, i) => roles.indexOf(name) !== i)
  if (twice !== undefined)
    throw badValue(`column '${twice}' of ${file}`, 'two roles', 'one of key, by, measures and drop')
  const undeclared = names.find((name) => !roles.includes(name) && !helpers.includes(name))
  if (undeclared !== undefined)
    throw badValue(
      `column '${undeclared}' of ${file}`,
      'not declared',
      `columns that are the key, a grouping (by), a measure with its kind, its denominator or status, or ` +
        `named in drop (the table has ${names.join(', ')})`,
    )
}
