import type { Cell } from './parse.js'

/** Rows in the order of their columns, for printing. */
export interface Grid {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

const FORMULA_START = /^[=+\-@\t\r]/

/** How a CSV text is written. */
export interface CsvWriting {
  /**
   * `escape` (the default) puts an apostrophe before a text that begins with `=`, `+`, `-`, `@` or a tab, so that no
   * spreadsheet runs it as a formula; `keep` writes it as it is, for files that programs read back.
   */
  readonly formulas?: 'escape' | 'keep'
}

/**
 * A table as CSV by RFC 4180, lines ended by `\n`, missing cells empty. Numbers are written as they are.
 *
 * In a table of one column a missing cell is `""`: many readers pass over an empty line, and would lose the row.
 *
 * @example
 * import { toCsv } from 'wardstick'
 * const changes = { columns: ['name', 'change'], rows: [['Bath, City of', -1.5], ['=1+1', null]] }
 * toCsv(changes) // => 'name,change\n"Bath, City of",-1.5\n\'=1+1,\n'
 */
export function toCsv({ columns, rows }: Grid, { formulas = 'escape' }: CsvWriting = {}): string {
  return [columns, ...rows].map((row) => `${row.map((value) => csvCell(value, formulas)).join(',') || '""'}\n`).join('')
}

function csvCell(value: Cell, formulas: 'escape' | 'keep'): string {
  if (value === null) return ''
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
 * A table as aligned plain text: numbers to the right, texts to the left, missing cells as `–`.
 *
 * @example
 * import { toText } from 'wardstick'
 * const ranks = { columns: ['council', 'rank'], rows: [['Nottingham', 60], ['Bath', null]] }
 * toText(ranks) // => 'council     rank\nNottingham    60\nBath           –'
 */
export function toText({ columns, rows }: Grid, { right: toTheRight }: TextWriting = {}): string {
  const texts = rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell))))
  const right = columns.map(
    (_, i) => toTheRight?.[i] ?? rows.some((row) => typeof row[i] === 'number' || NUMERIC.test(String(row[i]))),
  )
  const widths = columns.map((name, i) =>
    Math.max(...[name, ...texts.map((row) => row[i] ?? '')].flatMap((text) => text.split('\n')).map(displayWidth)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, i) => (right[i] === true ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(columns), ...texts.map(line)].join('\n')
}

const NUMERIC = /^–$|^[+\-−]?£?[\d,]+(\.\d+)?( ?%)?\S?$/
const displayWidth = (text: string): number => Array.from(text).length
