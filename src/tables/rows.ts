import { missingColumn } from '../errors.js'
import type { RowOf, TableDeclaration } from './declare.js'
import { requireTable } from './typedColumns.js'
import type { AnyTable } from './anyTable.js'

/**
 * The rows of a table as records of the columns named, or of those that a declaration has and then of its types: a
 * table whose columns only the data tell is taken at its word. That the columns exist is checked.
 *
 * @param table an arquero table.
 * @param columns the columns that a record has, or the declaration of the table.
 * @throws InputError `missing-column` when the table lacks one of them, `bad-value` when it is no arquero table.
 * @example
 * import { parseTable, rowsOf } from 'wardstick/tables'
 * const table = parseTable(
 *   'code,people\nE06000018,294808\n',
 *   [
 *     { name: 'code', type: 'string' },
 *     { name: 'people', type: 'integer' },
 *   ],
 *   { file: 'example.csv' },
 * )
 * rowsOf<{ code: string; people: number }>(table, ['code', 'people']) // => [{ code: 'E06000018', people: 294808 }]
 */
export function rowsOf<Table extends TableDeclaration>(table: AnyTable, declaration: Table): RowOf<Table>[]
export function rowsOf<Row extends object>(table: AnyTable, columns: readonly (keyof Row & string)[]): Row[]
export function rowsOf(table: AnyTable, columns: TableDeclaration | readonly string[]): object[] {
  requireTable(table, 'table')
  const names = table.columnNames()
  const wanted = 'columns' in columns ? Object.keys(columns.columns) : [...columns]
  for (const column of wanted) if (!names.includes(column)) throw missingColumn('table', column, names)
  return table.select(wanted).objects()
}
