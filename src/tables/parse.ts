import { table } from 'arquero'
import { type CsvError, parse } from '#csv-parse'
import { badCell, badFile, missingColumn } from '../errors.js'
import { isDay } from '../values/date.js'
import { readNumber } from '../values/number.js'
import { requireList, requireText } from '../model/given.js'
import type { LooseTable } from './typedTable.js'

/** The declared type of a column; a text is never guessed to be a number or a date. */
export type ColumnType = 'string' | 'integer' | 'number' | 'date' | 'boolean'

/** A column of a table file: its name, its type, and whether and what its cells must hold. */
export interface Field {
  readonly name: string
  readonly type: ColumnType
  readonly constraints?:
    | {
        readonly required?: boolean | undefined
        readonly enum?: readonly string[] | undefined
        readonly pattern?: string | undefined
      }
    | undefined
}

/** A cell of a parsed table: missing is null. */
export type Cell = string | number | boolean | null

/** How the text of a CSV file is laid out. */
export interface CsvOptions {
  /** Name of the file for error messages. */
  readonly file: string
}

/**
 * The rows of a CSV text as texts, header included, by RFC 4180: quoted cells may hold commas, quotes and line breaks.
 *
 * A byte order mark is dropped and any line ending is understood. Rows may differ in length; what that means is the
 * reader's to say.
 *
 * @throws InputError `bad-file` when a quote is never closed or stands where none may stand, with the line.
 * @example
 * import { csvRows } from 'wardstick/tables'
 * csvRows('code,name\nE1,"Bath, City of"\n', { file: 'example.csv' }) // => [['code', 'name'], ['E1', 'Bath, City of']]
 */
export function csvRows(text: string, options: CsvOptions): string[][] {
  requireText('text of a CSV file', text)
  return quickRows(text) ?? strictRows(text, options)
}

function strictRows(text: string, options: CsvOptions): string[][] {
  try {
    return parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: text.includes('\r') ? ['\r\n', '\n', '\r'] : '\n',
    })
  } catch (error) {
    throw badFile(
      options.file,
      `not a readable CSV file (${(error as CsvError).message})`,
      'Check the quotation marks at that line.',
    )
  }
}

/**
 * The rows of a text in which no quoted cell holds a line break, several times as fast: in a line without quotes every
 * comma parts cells. Undefined where a quote spans lines or stands where none may: that is for the strict reader to
 * read or to refuse.
 */
function quickRows(text: string): string[][] | undefined {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text
  const lines = bare.split(bare.includes('\r') ? /\r\n|\n|\r/ : '\n')
  if (lines.at(-1) === '') lines.pop()
  try {
    return lines.map((line) => (line.includes('"') ? quotedCells(line) : line.split(',')))
  } catch {
    return undefined
  }
}

/** A quoted cell, with doubled quotes inside, or a bare one, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y

/** The cells of one line; throws where a quote stands where none may. */
function quotedCells(line: string): string[] {
  const cells: string[] = []
  for (CELL.lastIndex = 0; ;) {
    const found = CELL.exec(line)
    if (found === null) throw new SyntaxError('quote')
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === '') return cells
  }
}

/**
 * Parses a CSV text into an arquero table, every column by its declared type.
 *
 * Empty cells become null. Columns that are not declared are left out; declared ones must be there.
 *
 * @param text the CSV text with a header row.
 * @param fields the declared columns.
 * @throws InputError `missing-column`, `bad-file` (two columns of one name, one `__proto__` that is declared, a row of
 * another length) or `bad-cell` (a cell that its column's type or constraints do not allow), naming file, row, column
 * and value.
 * @example
 * import { parseTable } from 'wardstick/tables'
 * const table = parseTable(
 *   'code,people\nE06000018,"294,808"\nE06000031,\n',
 *   [
 *     { name: 'code', type: 'string' },
 *     { name: 'people', type: 'integer' },
 *   ],
 *   { file: 'example.csv' },
 * )
 * table.objects() // => [{ code: 'E06000018', people: 294808 }, { code: 'E06000031', people: null }]
 */
export function parseTable(text: string, fields: readonly Field[], options: CsvOptions): LooseTable {
  return parseNumberedTable(text, fields, options).table
}

/** A parsed table with where its rows stand in the file. */
export interface NumberedTable {
  readonly table: LooseTable
  /** The number of each row, from 1, the header and blank lines included, as a spreadsheet shows it. */
  readonly rowNumbers: readonly number[]
}

/** Parses as {@link parseTable}, and keeps the number that each row has in the file. */
export function parseNumberedTable(text: string, fields: readonly Field[], options: CsvOptions): NumberedTable {
  requireList('fields of a table', fields)
  const [header = [], ...body] = csvRows(text, options)
  requireColumnNames(header, options.file)
  requireRecordNames(
    fields.map(({ name }) => name),
    options.file,
  )
  const { rows, rowNumbers } = filledRows(body, header.length, options.file)
  const indexOf = new Map(header.map((name, i) => [name, i]))
  const columns = fields.map((field): [string, Cell[]] => {
    const index = indexOf.get(field.name)
    if (index === undefined) throw missingColumn(options.file, field.name, header)
    const read = cellReader(field, options.file)
    return [field.name, rows.map((cells, i) => read(cells[index] ?? '', rowNumbers[i] ?? 0))]
  })
  return { table: table(columns), rowNumbers }
}

/**
 * The rows of a table with their numbers. A blank line is a missing cell where the table has one column, and no row
 * where it has more.
 */
function filledRows(
  body: readonly (readonly string[])[],
  columns: number,
  file: string,
): { readonly rows: readonly (readonly string[])[]; readonly rowNumbers: readonly number[] } {
  const numbered = body.map((cells, i) => ({ cells, row: i + 2 }))
  const filled = numbered.filter(({ cells }) => columns === 1 || cells.length > 1 || cells[0] !== '')
  const ragged = filled.find(({ cells }) => cells.length !== columns)
  if (ragged !== undefined)
    throw badFile(
      file,
      `row ${ragged.row} has ${ragged.cells.length} cells, the header has ${columns}`,
      'Check the commas and quotation marks of that row.',
    )
  return { rows: filled.map(({ cells }) => cells), rowNumbers: filled.map(({ row }) => row) }
}

/** Refuses two columns of one name, of which one would be lost. @throws InputError `bad-file`. */
export function requireColumnNames(names: readonly string[], file: string): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw badFile(file, `two columns are named '${name}'`, 'Give each column a name of its own.')
    seen.add(name)
  }
}

/** Refuses a column `__proto__`, which no record can have: its rows would be lost. @throws InputError `bad-file`. */
export function requireRecordNames(names: readonly string[], file: string): void {
  if (names.includes('__proto__'))
    throw badFile(file, "a column is named '__proto__', which no record can have", 'Rename it, or leave it out.')
}

type CellReader = (text: string, row: number) => Cell

function cellReader(field: Field, file: string): CellReader {
  const faultOf = constraintFaults(field)
  const at = (row: number) => ({ file, row, column: field.name })
  return (text, row) => {
    const fault = faultOf(text)
    if (fault !== undefined) throw badCell(at(row), text, fault.allowed, fault.remedy)
    if (text === '') return null
    const value = READERS[field.type](text)
    if (value === undefined)
      throw badCell(
        at(row),
        text,
        ALLOWED_CELLS[field.type],
        'Correct the cell, or leave it empty if the value is not known.',
      )
    return value
  }
}

/** What a column allows instead of a cell, and what to do about it. */
export interface CellFault {
  readonly allowed: string
  readonly remedy: string
}

/**
 * What the constraints of a column have against the text of a cell, empty for a missing one; undefined where they have
 * nothing.
 */
export function constraintFaults({
  constraints = {},
}: Pick<Field, 'constraints'>): (text: string) => CellFault | undefined {
  const { required, enum: allowed, pattern } = constraints
  const expression = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`)
  return (text) => {
    if (text === '')
      return required === true
        ? { allowed: 'a value in every row', remedy: 'Fill the cell or remove the row.' }
        : undefined
    if (allowed !== undefined && !allowed.includes(text))
      return { allowed: allowed.join(', '), remedy: 'Use one of these.' }
    if (expression !== undefined && !expression.test(text))
      return { allowed: `texts of the form ${pattern ?? ''}`, remedy: 'Correct the cell.' }
    return undefined
  }
}

const READERS: Readonly<Record<ColumnType, (text: string) => Cell | undefined>> = {
  string: (text) => text,
  integer: (text) => {
    const value = numberOf(text)
    return value !== undefined && Number.isSafeInteger(value) ? value : undefined
  },
  number: numberOf,
  date: (text) => (isDay(text) ? text : undefined),
  boolean: (text) => ({ true: true, false: false })[text],
}

/** What the cells of a column of each type are, in words. */
export const ALLOWED_CELLS: Readonly<Record<ColumnType, string>> = {
  string: 'any text',
  integer: 'a whole number',
  number: 'a number',
  date: 'a date such as 2010-03-31',
  boolean: 'true or false',
}

function numberOf(text: string): number | undefined {
  const reading = readNumber(text)
  return reading.kind === 'value' ? reading.value : undefined
}
