import { table as tableOf } from 'arquero'
import {
  bool,
  type Column,
  columnFromArray,
  type DataType,
  type Field,
  dateDay,
  float64,
  int64,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  Type,
  utf8,
} from '@uwdata/flechette'
import { badFile, WardstickError } from '../errors.js'
import { hasEnd, messagesOf } from './arrowMessages.js'
import { decimalOf, momentOf } from './exactValues.js'
import type { Cell, ColumnType } from './parse.js'
import {
  checkedColumns,
  type ExchangeOptions,
  type GivenColumns,
  isNumberArray,
  requireSize,
  type TypedColumn,
  typedColumns,
} from './typedColumns.js'
import type { AnyTable } from './anyTable.js'
import type { LooseTable } from './typedTable.js'

/**
 * A table as an Arrow stream (IPC), which pyarrow, R's arrow, DuckDB and polars read.
 *
 * Whole numbers become INT64, others DOUBLE, days DATE32, texts UTF8; a column that is a typed array keeps its machine
 * type. A missing cell is an Arrow null, and so is NaN; an infinite number is refused.
 *
 * @param table an arquero table.
 * @throws InputError `bad-cell` or `missing-column`.
 * @example
 * import { table } from 'arquero'
 * import { fromArrow, toArrow } from 'wardstick/tables'
 * const bytes = toArrow(table({ code: ['01', '02'], people: [294808, null] }))
 * fromArrow(bytes).objects() // => [{ code: '01', people: 294808 }, { code: '02', people: null }]
 */
export function toArrow(table: AnyTable, options: ExchangeOptions = {}): Uint8Array {
  const columns = typedColumns(table, options).map((column): [string, Column<unknown>] => [
    column.name,
    arrowColumn(column),
  ])
  return tableToIPC(tableFromColumns(columns), { format: 'stream' }) ?? new Uint8Array()
}

const ARROW_TYPES: Readonly<Record<ColumnType, () => DataType>> = {
  string: utf8,
  integer: int64,
  number: float64,
  date: dateDay,
  boolean: bool,
}

function arrowColumn({ type, cells }: TypedColumn): Column<unknown> {
  if (isNumberArray(cells)) return columnFromArray(cells)
  // flechette's days are milliseconds, and its 64 bits bigints.
  const values = Array.from(cells, (cell): unknown =>
    cell !== null && type === 'date'
      ? Date.parse(String(cell))
      : cell !== null && type === 'integer'
        ? BigInt(cell)
        : cell,
  )
  return columnFromArray(values, ARROW_TYPES[type]())
}

/**
 * A table from an Arrow stream or file (IPC).
 *
 * A column of machine numbers without a missing value, written in one piece, is a view of the bytes given and not a
 * copy: do not change those bytes afterwards. Nulls and NaN are missing cells, days are texts such as `2010-03-31`. A
 * decimal is the nearest double. Whole numbers that a double cannot hold, moments within a day or in a time zone other
 * than Universal Time, lists, times and spans of time are refused.
 *
 * @param bytes an uncompressed Arrow stream or file.
 * @throws InputError `bad-file` when it is none or broken, `missing-column` or `bad-cell`.
 * @example
 * import { table } from 'arquero'
 * import { fromArrow, toArrow } from 'wardstick/tables'
 * fromArrow(toArrow(table({ share: Float64Array.of(0.5, 0.25) }))).array('share') // => [0.5, 0.25]
 * fromArrow(new Uint8Array(4)) // throws 'bad-file'
 */
export function fromArrow(bytes: Uint8Array, options: ExchangeOptions = {}): LooseTable {
  const { file = 'Arrow data' } = options
  const columns = checkedColumns(readColumns(bytes, file), { ...options, file })
  return tableOf(columns.map(({ name, cells }): [string, ArrayLike<Cell>] => [name, cells]))
}

function readColumns(bytes: Uint8Array, file: string): GivenColumns {
  try {
    if (!hasEnd(bytes)) throw new Error('its end is missing, and rows with it')
    const arrow = tableFromIPC(messagesOf(bytes), EXTRACTION)
    if (arrow.numCols === 0) throw new Error('it has no columns')
    arrow.schema.fields.forEach((field) => {
      requireReadable(field, file)
    })
    requireSize(arrow.numRows, arrow.numCols, file)
    return arrow.schema.fields.map(({ name, type }, at) => {
      const column = arrow.getChildAt<unknown>(at)
      if (column.length !== arrow.numRows) throw new Error('its columns have different numbers of rows')
      return [name, column.length === 0 ? [] : valuesOf(column, type)] as const
    })
  } catch (error) {
    if (error instanceof WardstickError) throw error
    throw badFile(
      file,
      `not a readable Arrow stream or file (${(error as Error).message})`,
      'Write it again, without compression.',
    )
  }
}

/** Whole numbers of 64 bits, moments and decimals come as they are written: flechette's own numbers are rounded. */
const EXTRACTION = { useDate: true, useBigInt: true, useBigIntTimestamp: true, useDecimalInt: true } as const

function requireReadable({ name, type }: Field, file: string): void {
  const { typeId, timezone } = valueType(type) as DataType & { readonly timezone?: string | null }
  if (typeId === Type.Time || typeId === Type.Duration)
    throw badFile(
      file,
      `column '${name}' holds times of day or spans of time, which are not read`,
      'Write it as a number whose unit its name says, or leave it out.',
    )
  if (typeId === Type.Timestamp && !UNIVERSAL_TIME.test(timezone ?? ''))
    throw badFile(
      file,
      `column '${name}' holds moments in the time zone ${timezone ?? ''}, which are not read`,
      'Write their days as dates, or the moments as texts.',
    )
}

/** The time zones in which midnight is that of Universal Time; none is a moment without a zone. */
const UNIVERSAL_TIME = /^$|^([+-]00:?00|Z|(Etc\/)?(UTC|UCT|GMT|Zulu|Universal))$/i

/** The type of the values of a column, also where they are looked up in a dictionary. */
const valueType = (type: DataType): DataType => (type.typeId === Type.Dictionary ? type.dictionary : type)

/** How many parts of a millisecond the unit of a moment is, by its number in the format; seconds have none. */
const PARTS: Readonly<Record<number, bigint>> = { 1: 1n, 2: 1_000n, 3: 1_000_000n }

function valuesOf(column: Column<unknown>, type: DataType): ArrayLike<unknown> {
  const values = column.toArray() as ArrayLike<unknown>
  const of = valueType(type)
  if (of !== type && Array.from(values).includes(undefined)) throw new Error('a dictionary lacks some of its values')
  if (of.typeId === Type.Decimal) return known(values, (digits) => decimalOf(digits as bigint | number, of.scale))
  if (of.typeId !== Type.Timestamp) return values
  const parts = PARTS[of.unit]
  return known(values, (time) =>
    parts === undefined ? momentOf((time as bigint) * 1_000n, 1n) : momentOf(time as bigint, parts),
  )
}

const known = (values: ArrayLike<unknown>, convert: (value: unknown) => unknown): unknown[] =>
  Array.from(values, (value) => (value === null ? null : convert(value)))
