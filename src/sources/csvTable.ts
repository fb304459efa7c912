import { type Field, type NumberedTable, parseNumberedTable } from '../tables/parse.js'
import { rowsOf } from '../tables/rows.js'
import { decodeText } from '../values/text.js'
import type { SourceFile } from './sourceFile.js'

/** A row of a source file: its cells by the name of their column, and its number as a spreadsheet shows it. */
export interface CsvRecord<Cells extends object> {
  readonly row: number
  readonly cells: Cells
}

/** A CSV source file as a table, with the number that each row has in the file: blank lines count. */
export function csvTable(file: SourceFile, fields: readonly Field[]): NumberedTable {
  return parseNumberedTable(decodeText(file.bytes).text, fields, { file: file.name })
}

/** The rows of a CSV source file as records, each with its number in the file. */
export function csvRecords<Cells extends object>(file: SourceFile, fields: readonly Field[]): CsvRecord<Cells>[] {
  const { table, rowNumbers } = csvTable(file, fields)
  const names = fields.map(({ name }) => name) as (keyof Cells & string)[]
  return rowsOf<Cells>(table, names).map((cells, i) => ({ row: rowNumbers[i] ?? 0, cells }))
}
