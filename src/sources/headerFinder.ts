import { missingColumn } from '../errors.js'
import { comparableText } from '../values/text.js'

/** A column that a reader looks for: its label, and other labels that it goes or went by. */
export interface WantedColumn {
  readonly label: string
  readonly also?: readonly string[] | undefined
  /** Whether a file may lack it. */
  readonly optional?: boolean | undefined
}

/** A header that was found: its row among those given, from 0, and the position of each column that it has. */
export interface FoundHeader<Name extends string> {
  readonly row: number
  readonly positions: Readonly<Partial<Record<Name, number>>>
  /** How many columns the header has. */
  readonly width: number
}

/** How many rows a header may come after: titles and notes stand above it. */
const ROWS_ABOVE = 30

/**
 * Finds the header of a table by the labels of its columns, in any order and case: the row among the first thirty that
 * has the most of them, the earlier of two.
 *
 * @param rows the first rows of the file, as texts.
 * @param wanted the columns, by the names under which they are asked for.
 * @throws InputError `missing-column`, with the nearest label, when the best row lacks a column that may not be absent,
 * or has one twice.
 */
export function findHeader<Name extends string>(
  rows: readonly (readonly string[])[],
  wanted: Readonly<Record<Name, WantedColumn>>,
  file: string,
): FoundHeader<Name> {
  const { row, positions } = bestRow(rows, wanted)
  const header = rows[row] ?? []
  for (const name of Object.keys(wanted) as Name[])
    if (positions[name] === undefined && wanted[name].optional !== true)
      throw missingColumn(file, wanted[name].label, header)
  return { row, positions, width: header.length }
}

/** What share of the columns that may not be absent some row of a file’s beginning has, from 0 to 1. */
export function headerShare(
  rows: readonly (readonly string[])[],
  wanted: Readonly<Record<string, WantedColumn>>,
): number {
  const needed = Object.entries(wanted).filter(([, { optional }]) => optional !== true)
  const { positions } = bestRow(rows, Object.fromEntries(needed))
  return needed.filter(([name]) => positions[name] !== undefined).length / needed.length
}

interface Candidate<Name extends string> {
  readonly row: number
  readonly positions: Partial<Record<Name, number>>
}

function bestRow<Name extends string>(
  rows: readonly (readonly string[])[],
  wanted: Readonly<Record<Name, WantedColumn>>,
): Candidate<Name> {
  const found = rows.slice(0, ROWS_ABOVE).map((cells, row) => ({ row, positions: positionsIn(cells, wanted) }))
  const size = ({ positions }: Candidate<Name>): number => Object.keys(positions).length
  return found.reduce((best, each) => (size(each) > size(best) ? each : best), found[0] ?? { row: 0, positions: {} })
}

/** Where the wanted columns stand in a row; one that stands twice is not found, as nothing says which is meant. */
function positionsIn<Name extends string>(
  cells: readonly string[],
  wanted: Readonly<Record<Name, WantedColumn>>,
): Partial<Record<Name, number>> {
  const labels = cells.map(comparableText)
  const positions: Partial<Record<Name, number>> = {}
  for (const name of Object.keys(wanted) as Name[]) {
    const { label, also = [] } = wanted[name]
    const sought = new Set([label, ...also].map(comparableText))
    const at = labels.flatMap((each, i) => (sought.has(each) ? [i] : []))
    if (at.length === 1 && at[0] !== undefined) positions[name] = at[0]
  }
  return positions
}
