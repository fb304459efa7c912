import { missingColumn } from '../errors.js'
import { requireTable } from './typedColumns.js'
import type { AnyTable } from './anyTable.js'

/**
 * The rows of a table as typed records.
 *
 * The caller states the type of a row, which a table parsed by its descriptor has; that the named columns exist is
 * checked.
 *
 * @param table an arquero table.
 * @param columns the columns that a record has.
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
export function rowsOf<Row extends object>(table: AnyTable, columns: readonly (keyof Row & string)[]): Row[] {
  requireTable(table, 'table')
  const names = table.columnNames()
  for (const column of columns) if (!names.includes(column)) throw missingColumn('table', column, names)
  return table.select([...columns]).objects() as Row[]
}
