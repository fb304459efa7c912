import { digitsOf, writeNumber, writeSignificant } from '../values/rounding.js'
import type { Cell } from './parse.js'

const MOST_DECIMALS = 2
const SHORT_TEXT = 12

/** How the cells of a column are written for people. */
export interface ColumnFormat {
  /** How the column is set: a number to the right, short texts in one line. */
  readonly kind: 'number' | 'short' | 'text'
  readonly write: (cell: string | number | boolean) => string
}

/**
 * The format that fits the cells of a column. Years are names of years, not quantities: they have no thousands
 * separator.
 */
export function columnFormat(name: string, cells: readonly Cell[]): ColumnFormat {
  const numbers = cells.filter((cell) => typeof cell === 'number')
  const grouping = !(
    /(\b|_)(years?|period)(\b|_)/i.test(name) &&
    numbers.every((number) => Number.isInteger(number) && number >= 1000 && number < 3000)
  )
  const decimals = Math.max(0, ...numbers.map(decimalsOf))
  const isShort = cells.every((cell) => cell === null || String(cell).length <= SHORT_TEXT)
  return {
    kind: numbers.length > 0 ? 'number' : isShort ? 'short' : 'text',
    write: (cell) => (typeof cell === 'number' ? writeCell(cell, decimals, grouping) : writeText(cell)),
  }
}

const writeText = (cell: string | boolean): string => (typeof cell === 'string' ? cell : cell ? 'yes' : 'no')

/** How many decimals a number has, up to the most that are shown. */
function decimalsOf(value: number): number {
  return digitsOf(value, MOST_DECIMALS, { least: 0 }).split('.')[1]?.length ?? 0
}

/**
 * A number for people; one that its decimals would make 0 keeps two significant digits.
 */
function writeCell(value: number, decimals: number, grouping: boolean): string {
  const vanishes = value !== 0 && Math.abs(value) < 0.5 / 10 ** MOST_DECIMALS
  return vanishes ? writeSignificant(value, 2) : writeNumber(value, decimals, { grouping })
}
