import { badCell, badFile, badValue, missingColumn } from '../errors.js'
import { isDay } from '../values/date.js'
import type { AnyTable } from './anyTable.js'
import { isMissing } from './print.js'
import { ALLOWED_CELLS, type Cell, type CellFault, type ColumnType, constraintFaults, type Field, requireColumnNames, requireRecordNames } from './parse.js'

/** How a table is exchanged with another tool. */
export interface ExchangeOptions {
  /**
   * Declared columns, such as those of a descriptor; each must be there. A column that is not declared goes along too,
   * its type taken from its cells: a text is never taken for a date or a number.
   */
  readonly fields?: readonly Field[] | undefined
  /** What messages call the table. */
  readonly file?: string | undefined
}

/** A column of which every cell is null or of its type. */
export interface TypedColumn {
  readonly name: string
  readonly type: ColumnType
  readonly cells: ArrayLike<Cell>
}

/** Columns as they come from another tool: by name, with cells of any kind. */
export type GivenColumns = readonly (readonly [name: string, values: ArrayLike<unknown>])[]

/**
 * The columns of a table, each checked against its type. Typed arrays are handed on as they are, not copied.
 *
 * @throws InputError `bad-value` (not an arquero table), `missing-column` or `bad-cell`.
 */
export function typedColumns(table: AnyTable, { fields, file = 'table' }: ExchangeOptions): TypedColumn[] {
  requireTable(table, file)
  return checkedColumns(
    table.columnNames().map((name) => [name, valuesOf(table, name)] as const),
    { fields, file },
  )
}

/**
 * Columns that came from another tool, each checked against its type. @throws InputError `bad-file` (two of one name),
 * `missing-column` or `bad-cell`.
 */
export function checkedColumns(columns: GivenColumns, { fields = [], file = 'table' }: ExchangeOptions): TypedColumn[] {
  const names = columns.map(([name]) => name)
  requireColumnNames(names, file)
  requireRecordNames(names, file)
  const found = new Set(names)
  const absent = fields.find((field) => !found.has(field.name))
  if (absent !== undefined) throw missingColumn(file, absent.name, names)
  const fieldOf = new Map(fields.map((field) => [field.name, field]))
  return columns.map(([name, values]) =>
    checkedColumn(fieldOf.get(name) ?? { name, type: typeOf(values) }, values, file),
  )
}

/** So many cells a table read from a file may have: a gigabyte of them in memory. */
const MAXIMUM_CELLS = 50_000_000

/** Refuses a file that says it is larger than this room reads. @throws InputError `bad-file`. */
export function requireSize(rows: number, columns: number, file: string): void {
  if (rows * columns > MAXIMUM_CELLS)
    throw badFile(
      file,
      `${rows} rows of ${columns} columns are more than the ${MAXIMUM_CELLS} cells that are read at once`,
      'Write fewer columns or rows to a file of its own.',
    )
}

/** Refuses what is no arquero table, such as a list of rows. @throws InputError `bad-value`. */
export function requireTable(table: AnyTable, what: string): void {
  const methods = ['array', 'columnNames', 'numRows', 'objects'] as const
  const given = table as Partial<AnyTable> | null | undefined
  if (methods.some((method) => typeof given?.[method] !== 'function'))
    throw badValue(
      what,
      Array.isArray(table) ? 'a list' : typeof table,
      "an arquero table: of a list of rows arquero's from(rows) makes one, of columns table(columns)",
    )
}

/** The values of a column in the order of the rows; a column that is a typed array, and whole, as it is. */
function valuesOf(table: AnyTable, name: string): ArrayLike<unknown> {
  const column: unknown = table.isFiltered() || table.isOrdered() ? undefined : table.data()[name]
  return isNumberArray(column) && column.length === table.numRows() ? column : (table.array(name) as ArrayLike<unknown>)
}

type NumberArray =
  Float64Array | Float32Array | Int32Array | Int16Array | Int8Array | Uint32Array | Uint16Array | Uint8Array
/** Whether a column is an array of machine numbers, which can be handed on without looking at each value twice. */
export const isNumberArray = (column: unknown): column is NumberArray =>
  ArrayBuffer.isView(column) &&
  !(column instanceof DataView) &&
  !(column instanceof BigInt64Array) &&
  !(column instanceof BigUint64Array)

/** The type of a column by its cells: that of the first, and a number where not all are whole; of none, a text. */
function typeOf(values: ArrayLike<unknown>): ColumnType {
  if (values instanceof Float64Array || values instanceof Float32Array) return 'number'
  const known = Array.from(values).filter((value) => !isMissing(value))
  const [first] = known
  if (typeof first === 'boolean') return 'boolean'
  if (first instanceof Date) return 'date'
  if (typeof first !== 'number' && typeof first !== 'bigint') return 'string'
  return known.every((value) => typeof value === 'bigint' || Number.isSafeInteger(value)) ? 'integer' : 'number'
}

function checkedColumn(field: Field, values: ArrayLike<unknown>, file: string): TypedColumn {
  const faultOf = constraintFaults(field)
  const refuse = (value: unknown, row: number, { allowed, remedy }: CellFault) =>
    badCell({ file, row: row + HEADER_AND_FIRST, column: field.name }, textOf(value), allowed, remedy)
  const read = (value: unknown, row: number): Cell => {
    const cell = isMissing(value) ? null : CELLS[field.type](value)
    if (cell === undefined) throw refuse(value, row, faultOfValue(value, field.type))
    const fault = faultOf(cell === null ? '' : String(cell))
    if (fault !== undefined) throw refuse(value, row, fault)
    return cell
  }
  const cells = Array.from(values, read)
  const same = cells.every((cell, row) => Object.is(cell, values[row]))
  return { name: field.name, type: field.type, cells: same ? (values as ArrayLike<Cell>) : cells }
}

function textOf(value: unknown): string {
  if (!(value instanceof Date)) return String(value)
  return Number.isFinite(value.getTime()) ? value.toISOString() : 'a moment that no date holds'
}

/** What is wrong with a value that is no cell of its column, in words for those who can write the column anew. */
function faultOfValue(value: unknown, type: ColumnType): CellFault {
  const allowed = `${ALLOWED_CELLS[type]}, or null`
  if (value instanceof Date)
    return {
      allowed: `${ALLOWED_CELLS.date}, a moment at midnight of Universal Time, or null`,
      remedy: 'Write the column as dates, as texts where the time counts, or leave it out.',
    }
  if (typeof value === 'bigint' || (type === 'integer' && Number.isInteger(value)))
    return {
      allowed: `${allowed}, up to 9,007,199,254,740,991: a number holds no larger one exactly`,
      remedy: 'Write the column as texts if it holds codes, as doubles if it may be rounded, or leave it out.',
    }
  return { allowed, remedy: 'Correct the cell, or declare the type of the column in fields.' }
}

/** A spreadsheet counts from 1, and counts the header. */
const HEADER_AND_FIRST = 2
const MILLISECONDS_A_DAY = 86_400_000

/** What a value of another tool is as a cell of each type; undefined where it is none. */
const CELLS: Readonly<Record<ColumnType, (value: unknown) => Cell | undefined>> = {
  string: (value) => (typeof value === 'string' && isWellFormed(value) ? value : undefined),
  integer: (value) =>
    typeof value === 'bigint' ? safe(value) : Number.isSafeInteger(value) ? (value as number) : undefined,
  number: (value) => (typeof value === 'bigint' ? safe(value) : Number.isFinite(value) ? (value as number) : undefined),
  date: (value) =>
    value instanceof Date ? dayOf(value) : typeof value === 'string' && isDay(value) ? value : undefined,
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
}

/** A bigint as a number, where that loses nothing. */
const safe = (value: bigint): number | undefined => (Number.isSafeInteger(Number(value)) ? Number(value) : undefined)

/** Half of a character pair without the other is no Unicode, and no file could hold it. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text)

/** The day of a date at midnight of Universal Time; a moment within a day is no date. */
function dayOf(date: Date): string | undefined {
  const time = date.getTime()
  const day = time % MILLISECONDS_A_DAY === 0 ? date.toISOString().slice(0, 10) : ''
  return isDay(day) ? day : undefined
}
