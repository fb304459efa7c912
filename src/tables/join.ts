import { table } from 'arquero'
import { badValue, duplicateKey, missingColumn, unmatchedKeys } from '../errors.js'
import type { Cell } from './parse.js'
import { isMissing } from './print.js'
import { requireTable } from './typedColumns.js'
import type { AnyTable } from './anyTable.js'
import type { LooseTable } from './typedTable.js'

/** How two tables are joined. */
export interface JoinOptions {
  /** The key columns; both tables have them under the same names. */
  readonly on: readonly string[]
  /** How many left rows may share a right row. A right key may stand once in either case, so that no row multiplies. */
  readonly cardinality: 'one-to-one' | 'many-to-one'
  /** What becomes of a left row without a match: an error, or kept with nulls and counted. */
  readonly unmatched: 'error' | 'missing'
}

/** A joined table and what the join did. */
export interface Joined {
  readonly table: LooseTable
  readonly matched: number
  /** Keys of left rows without a match, as many as there are such rows. */
  readonly unmatchedLeft: readonly string[]
  /** Keys of right rows that no left row asked for. */
  readonly unusedRight: readonly string[]
}

/**
 * Adds the columns of a look-up table to the rows of another by key; every left row is kept exactly once, in its order.
 *
 * A key with a missing part (null, undefined or NaN) matches no other, also none that is missing too. Keys match when
 * their parts are of one kind and equal: the number 1 is not the text `'1'`.
 *
 * @param left the table whose rows are kept.
 * @param right the look-up; each key stands in it once.
 * @throws InputError `duplicate-key` (a key that may stand once stands twice), `unmatched-key` (with `unmatched:
 * 'error'`), `missing-column`, or `bad-value` (no arquero table, or both tables have a column of the same name beside
 * the key).
 * @example
 * import { joinTables } from 'wardstick/tables'
 * import { table } from 'arquero'
 * const spending = table({ code: ['E1', 'E2'], spent: [10, 20] })
 * const names = table({ code: ['E1'], name: ['Bath'] })
 * const joined = joinTables(spending, names, { on: ['code'], cardinality: 'one-to-one', unmatched: 'missing' })
 * joined.table.objects() // => [{ code: 'E1', spent: 10, name: 'Bath' }, { code: 'E2', spent: 20, name: null }]
 * joined.unmatchedLeft // => ['E2']
 */
export function joinTables(left: AnyTable, right: AnyTable, options: JoinOptions): Joined {
  requireTable(left, 'left table of the join')
  requireTable(right, 'right table of the join')
  const leftKeys = keysOf(left, options.on, 'left table of the join')
  const rightKeys = keysOf(right, options.on, 'right table of the join')
  const rightRow = rowsByKey(rightKeys, 'right table of the join')
  if (options.cardinality === 'one-to-one') rowsByKey(leftKeys, 'left table of the join')
  const matches = leftKeys.map(({ id }) => (id === null ? undefined : rightRow.get(id)))
  const unmatchedLeft = leftKeys.filter((_, row) => matches[row] === undefined).map(({ text }) => text)
  if (options.unmatched === 'error' && unmatchedLeft.length > 0)
    throw unmatchedKeys('left table of the join', unmatchedLeft)
  const asked = new Set(matches)
  const added = right.columnNames().filter((name) => !options.on.includes(name))
  const clash = added.find((name) => left.columnNames().includes(name))
  if (clash !== undefined)
    throw badValue('join', clash, 'columns whose names differ between the tables; rename or drop one')
  const columns: [string, Cell[]][] = [
    ...left.columnNames().map((name): [string, Cell[]] => [name, [...left.array(name)] as Cell[]]),
    ...added.map((name): [string, Cell[]] => {
      const values = right.array(name) as ArrayLike<Cell>
      return [name, matches.map((row) => (row === undefined ? null : (values[row] ?? null)))]
    }),
  ]
  return {
    table: table(columns),
    matched: leftKeys.length - unmatchedLeft.length,
    unmatchedLeft,
    unusedRight: rightKeys.filter((_, row) => !asked.has(row)).map(({ text }) => text),
  }
}

/** The key of a row: null where a part of it is missing, which is the same as no other. */
interface Key {
  /** Parts of the same kind and text, and those alone, have the same id. */
  readonly id: string | null
  /** How messages and results write it. */
  readonly text: string
}

function keyOf(parts: readonly Cell[]): Key {
  const id = parts.some(isMissing) ? null : JSON.stringify(parts.map((part) => [typeof part, String(part)]))
  return { id, text: parts.map((part) => (isMissing(part) ? MISSING : String(part))).join(' | ') }
}

const MISSING = '(missing)'

function keysOf(from: AnyTable, on: readonly string[], where: string): Key[] {
  const columns = on.map((name) => {
    if (!from.columnNames().includes(name)) throw missingColumn(where, name, from.columnNames())
    return from.array(name) as ArrayLike<Cell>
  })
  return Array.from({ length: from.numRows() }, (_, row) => keyOf(columns.map((column) => column[row] ?? null)))
}

/** The row of each key that has no part missing. @throws InputError `duplicate-key` where one stands twice. */
function rowsByKey(keys: readonly Key[], where: string): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  keys.forEach(({ id, text }, row) => {
    if (id === null) return
    const before = rows.get(id)
    if (before !== undefined) throw duplicateKey(where, text, [before + 1, row + 1])
    rows.set(id, row)
  })
  return rows
}
