import { type ColumnTable, table as tableOf } from 'arquero'
import {
  bool,
  type Column,
  columnFromArray,
  type DataType,
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
 * import { fromArrow, toArrow } from 'wardstick'
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
 * copy: do not change those bytes afterwards. Nulls and NaN are missing cells, days are texts such as `2010-03-31`.
 * Lists, decimals with a fraction, moments within a day, times and spans of time are refused.
 *
 * @param bytes an uncompressed Arrow stream or file.
 * @throws InputError `bad-file` when it is none or broken, `missing-column` or `bad-cell`.
 * @example
 * import { table } from 'arquero'
 * import { fromArrow, toArrow } from 'wardstick'
 * fromArrow(toArrow(table({ share: Float64Array.of(0.5, 0.25) }))).array('share') // => [0.5, 0.25]
 * fromArrow(new Uint8Array(4)) // throws 'bad-file'
 */
export function fromArrow(bytes: Uint8Array, options: ExchangeOptions = {}): ColumnTable {
  const { file = 'Arrow data' } = options
  const columns = checkedColumns(readColumns(bytes, file), { ...options, file })
  return tableOf(columns.map(({ name, cells }): [string, ArrayLike<Cell>] => [name, cells]))
}

function readColumns(bytes: Uint8Array, file: string): GivenColumns {
  try {
    if (!hasEnd(bytes)) throw new Error('its end is missing, and rows with it')
    const arrow = tableFromIPC(bytes, { useDate: true, useBigInt: true })
    if (arrow.numCols === 0) throw new Error('it has no columns')
    const timed = arrow.schema.fields.find(({ type }) => type.typeId === Type.Time || type.typeId === Type.Duration)
    if (timed !== undefined)
      throw badFile(
        file,
        `column '${timed.name}' holds times of day or spans of time, which are not read`,
        'Write it as a number whose unit its name says, or leave it out.',
      )
    requireSize(arrow.numRows, arrow.numCols, file)
    return arrow.names.map((name, at) => [name, arrow.numRows === 0 ? [] : arrow.getChildAt(at).toArray()] as const)
  } catch (error) {
    if (error instanceof WardstickError) throw error
    throw badFile(
      file,
      `not a readable Arrow stream or file (${(error as Error).message})`,
      'Write it again, without compression.',
    )
  }
}

/**
 * Whether bytes end as an Arrow stream (FF FF FF FF 00 00 00 00) or file (ARROW1) does; flechette takes a part for the
 * whole.
 */
function hasEnd(bytes: Uint8Array): boolean {
  const last = Array.from(bytes.subarray(-8))
  return last.join() === '255,255,255,255,0,0,0,0' || String.fromCharCode(...last.slice(2)) === 'ARROW1'
}
