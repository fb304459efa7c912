import type { ColumnTable } from 'arquero'
import { badCell } from '../errors.js'
import { visibleText } from '../model/visibleText.js'
import type { Cell } from './parse.js'
import { requireList, requireRecord } from '../model/given.js'

/** Rows in the order of their columns, for printing. */
export interface Grid {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/

/** How a CSV text is written. */
export interface CsvWriting {
  /**
   * `escape` (the default) puts an apostrophe before a text that begins with `=`, `+`, `-` or `@`, narrow or
   * full-width, with a tab or a line break, so that no spreadsheet runs it as a formula; `keep` writes it as it is, for
   * files that programs read back.
   */
  readonly formulas?: 'escape' | 'keep'
}

/**
 * A table as CSV by RFC 4180, lines ended by `\n`, missing cells empty. Numbers are written as they are.
 *
 * Null, undefined and NaN are missing. In a table of one column a missing cell is `""`: many readers pass over an empty
 * line, and would lose the row.
 *
 * @param table columns and rows, or an arquero table.
 * @throws InputError `bad-cell` for an infinite number.
 * @example
 * import { toCsv } from 'wardstick/tables'
 * const changes = { columns: ['name', 'change'], rows: [['Bath, City of', -1.5], ['=1+1', null]] }
 * toCsv(changes) // => 'name,change\n"Bath, City of",-1.5\n\'=1+1,\n'
 */
export function toCsv(table: Grid | ColumnTable, { formulas = 'escape' }: CsvWriting = {}): string {
  const { columns, rows } = gridOf(table)
  const line = (cells: readonly string[]): string => `${cells.join(',') || '""'}\n`
  const header = line(columns.map((name) => csvCell(name, formulas)))
  const body = rows.map((row, i) => {
    refuseInfinite(row, columns, i)
    return line(row.map((value) => csvCell(value, formulas)))
  })
  return [header, ...body].join('')
}

/** The columns and rows of a table, those that it shows in the order in which it shows them. */
function gridOf(table: Grid | ColumnTable): Grid {
  requireRecord('table', table, 'columns and rows, or an arquero table')
  if (!('columnNames' in table)) {
    requireList('columns of a table', table.columns)
    requireList('rows of a table', table.rows)
    return table
  }
  const columns = table.columnNames()
  const cells = columns.map((name) => table.array(name) as ArrayLike<Cell>)
  return {
    columns,
    rows: Array.from({ length: table.numRows() }, (_, row) => cells.map((column) => column[row] ?? null)),
  }
}

/** Null, undefined and NaN: what is missing in a table, however it was made. */
export const isMissing = (value: unknown): value is null | undefined =>
  value === null || value === undefined || Number.isNaN(value)

const isInfinite = (value: unknown): boolean => value === Infinity || value === -Infinity

function refuseInfinite(row: readonly unknown[], columns: readonly string[], index: number): void {
  const at = row.findIndex(isInfinite)
  if (at >= 0)
    throw badCell(
      { file: 'table', row: index + HEADER_AND_FIRST, column: columns[at] ?? '' },
      String(row[at]),
      'a finite number, or null',
      'Correct the cell: most programs cannot read an infinite number.',
    )
}

/** A spreadsheet counts from 1, and counts the header. */
const HEADER_AND_FIRST = 2

/** A cell as CSV has it. */
export function csvCell(value: Cell, formulas: 'escape' | 'keep'): string {
  if (isMissing(value)) return ''
  if (typeof value !== 'string') return String(value)
  const safe = formulas === 'escape' && FORMULA_START.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** How a text is written. */
export interface TextWriting {
  /** Which columns stand to the right; those that hold numbers, or texts like numbers, when left out. */
  readonly right?: readonly boolean[]
}

/**
 * A table as aligned plain text: numbers to the right, texts to the left, missing cells (null, undefined, NaN) as `–`.
 * Control characters, which a terminal would obey, are written as `\\u001b`.
 *
 * @param table columns and rows, or an arquero table.
 * @example
 * import { toText } from 'wardstick/tables'
 * const ranks = { columns: ['council', 'rank'], rows: [['Nottingham', 60], ['Bath', null]] }
 * toText(ranks) // => 'council     rank\nNottingham    60\nBath           –'
 */
export function toText(table: Grid | ColumnTable, { right: toTheRight }: TextWriting = {}): string {
  const { columns: names, rows } = gridOf(table)
  const columns = names.map(visibleText)
  const texts = rows.map((row) => row.map((cell) => (isMissing(cell) ? '–' : visibleText(String(cell)))))
  const right = columns.map(
    (_, i) => toTheRight?.[i] ?? rows.some((row) => typeof row[i] === 'number' || NUMERIC.test(String(row[i]))),
  )
  const widths = columns.map((name, i) =>
    texts.reduce((width, row) => Math.max(width, displayWidth(row[i] ?? '')), displayWidth(name)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, i) => (right[i] === true ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(columns), ...texts.map(line)].join('\n')
}

const NUMERIC = /^–$|^[+\-−]?£?[\d,]+(\.\d+)?( ?%)?\S?$/
/** The width of the widest line. */
const displayWidth = (text: string): number =>
  text.split('\n').reduce((width, line) => Math.max(width, Array.from(line).length), 0)
