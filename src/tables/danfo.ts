import { table as tableOf } from 'arquero'
import { badValue, missingPackage } from '../errors.js'
import type { Cell, ColumnType } from './parse.js'
import { checkedColumns, type ExchangeOptions, type TypedColumn, typedColumns } from './typedColumns.js'
import type { AnyTable } from './anyTable.js'
import type { LooseTable } from './typedTable.js'

export type { ColumnTable } from 'arquero'
export type { ExchangeOptions } from './typedColumns.js'

/** What wardstick needs of a DataFrame of danfo.js; every DataFrame of danfojs-node 1.2.0 has it. */
export interface DanfoFrame {
  readonly columns: readonly string[]
  readonly index: readonly (string | number)[]
  /** The rows, each in the order of the columns. */
  readonly values: readonly unknown[]
}

/** What wardstick needs of danfo.js: its DataFrame, made of rows. */
export interface Danfo<Frame extends DanfoFrame = DanfoFrame> {
  // danfo.js declares both as any; a narrower type would refuse it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly DataFrame: new (rows: any, options?: any) => Frame
}

/** danfo.js holds whole numbers of 32 bits as such, and every other number as a float. */
const INT32 = 2 ** 31

/**
 * A table as a DataFrame of danfo.js.
 *
 * Values go over as they are: a code `'01'` stays a text, a day stays the text `2010-03-31`. A missing number becomes
 * NaN, not null, since danfo.js counts null as 0 in `groupby().mean()`; a missing text or truth value stays null, which
 * its `isNa`, `dropNa` and `fillNa` know. What danfo.js computes from them is its own: see docs/danfo.md.
 *
 * @param table an arquero table.
 * @param danfo the module `danfojs-node`, or {@link loadDanfo}'s result.
 * @throws InputError `bad-cell` or `missing-column`; `bad-value` for a column that is named like a part of a DataFrame,
 * such as `count`.
 * @example
 * import { table } from 'arquero'
 * import { toDanfo } from 'wardstick/danfo'
 * // In place of: import * as danfo from 'danfojs-node'
 * class DataFrame {
 *   dtypes: string[] = []
 *   columns: string[] = []
 *   index: number[] = []
 *   constructor(
 *     readonly values: (string | number)[][],
 *     options: object,
 *   ) {
 *     Object.assign(this, options)
 *   }
 * }
 * const frame = toDanfo(table({ code: ['01', null], people: [294808, null] }), { DataFrame })
 * frame.values // => [['01', 294808], [null, NaN]]
 * frame.dtypes // => ['string', 'float32']
 */
export function toDanfo<Frame extends DanfoFrame>(
  table: AnyTable,
  danfo: Danfo<Frame>,
  options: ExchangeOptions = {},
): Frame {
  const columns = typedColumns(table, options)
  const names = columns.map(({ name }) => name)
  const own = names.find((name) => name in (danfo.DataFrame.prototype as object) || OWN_PROPERTY.test(name))
  if (own !== undefined)
    throw badValue(
      'column of a danfo.js frame',
      own,
      `names that danfo.js does not use itself; rename the column, for example with table.rename({ '${own}': ` +
        `'${own.replace(/\W/g, '')}_column' })`,
    )
  const cells = columns.map(danfoCells)
  const rows = Array.from({ length: table.numRows() }, (_, row) => cells.map((column) => column[row]))
  return new danfo.DataFrame(rows, { columns: names, dtypes: columns.map(danfoType) })
}

/** What danfo.js writes on a frame beside its columns. */
const OWN_PROPERTY = /^\$/

const isNumeric = (type: ColumnType): boolean => type === 'integer' || type === 'number'

const danfoCells = ({ type, cells }: TypedColumn): Cell[] =>
  Array.from(cells, (cell) => (cell === null && isNumeric(type) ? Number.NaN : cell))

function danfoType({ type, cells }: TypedColumn): string {
  if (type === 'boolean') return 'boolean'
  if (!isNumeric(type)) return 'string'
  const isInt32 = (cell: Cell): boolean => typeof cell === 'number' && cell >= -INT32 && cell < INT32
  return type === 'integer' && Array.from(cells).every(isInt32) ? 'int32' : 'float32'
}

/**
 * A DataFrame of danfo.js as a table: null, undefined and NaN are missing cells; numbers, texts and truth values stay
 * what they are.
 *
 * A `Date` at midnight of Universal Time becomes its day, `2010-03-31`. The index of row numbers is left behind; one of
 * texts, as `describe()` makes it, is refused rather than lost.
 *
 * @param frame a DataFrame; of a Series take the frame that it is a column of.
 * @throws InputError `bad-value` (no DataFrame, or an index of texts), `missing-column` or `bad-cell`.
 * @example
 * import { fromDanfo } from 'wardstick/danfo'
 * const frame = { columns: ['code', 'people'], index: [0, 1], values: [['01', 294808], ['02', NaN]] }
 * fromDanfo(frame).objects() // => [{ code: '01', people: 294808 }, { code: '02', people: null }]
 * fromDanfo({ ...frame, index: ['mean', 'std'] }) // throws 'bad-value'
 */
export function fromDanfo(frame: DanfoFrame, options: ExchangeOptions = {}): LooseTable {
  const { columns, index, values } = frame
  if (![columns, index, values].every(Array.isArray) || !values.every(Array.isArray))
    throw badValue(
      'danfo.js frame',
      typeof frame,
      'a DataFrame, which has columns, index and rows; of a Series take the frame that it is a column of',
    )
  const label = index.find((each) => typeof each !== 'number')
  if (label !== undefined)
    throw badValue(
      'index of the danfo.js frame',
      label,
      "row numbers: an index is no column and would be lost; make it one with frame.addColumn('label', " +
        'frame.index) and then frame.resetIndex()',
    )
  const rows = values as readonly (readonly unknown[])[]
  const given = columns.map((name, at) => [name, rows.map((row) => row[at])] as const)
  return tableOf(checkedColumns(given, { file: 'danfo.js frame', ...options }).map(({ name, cells }) => [name, cells]))
}

/** danfojs-node asks for a package from another site, and for a binary: these two stand in for them. */
const INSTALL =
  'npm pkg set "overrides.danfojs-node.xlsx=npm:@e965/xlsx@0.20.3" ' +
  '"overrides.danfojs-node.@tensorflow/tfjs-node=npm:@tensorflow/tfjs@3.21.0" && npm install danfojs-node@1.2.0'

/** How Node, a browser and bundlers say that it is not there; a part of it that is missing is another matter. */
const NOT_FOUND = /(find|resolve) [^'"]*['"]danfojs-node['"]/

/**
 * Loads danfo.js, which wardstick does not bring along.
 *
 * @returns the module `danfojs-node`. Its full types are those of `import * as danfo from 'danfojs-node'`.
 * @throws InputError `missing-package` with the command that installs it.
 * @example
 * import { loadDanfo } from 'wardstick/danfo'
 * // Where danfojs-node is not installed:
 * await loadDanfo() // throws 'missing-package'
 */
export async function loadDanfo(): Promise<Danfo> {
  // Named in a constant: neither the type-checker nor a bundler is to look for a package that most users do not have.
  const name: string = 'danfojs-node'
  try {
    return (await import(name)) as Danfo
  } catch (error) {
    if (NOT_FOUND.test((error as Error).message))
      throw missingPackage(name, 'a danfo.js frame', `Install it with: ${INSTALL}`)
    throw error
  }
}
