import { type QualityEntry, QualityReport } from '../../sources/index.js'
import type { PlacedRow } from './editions.js'
import { nameKey } from './names.js'

/**
 * The rows of the enhanced file with the words of the file as collected, and the rows that the enhanced file leaves
 * out.
 */
export interface WithRawCodes {
  readonly rows: readonly PlacedRow[]
  /** Rows of the file as collected that the enhanced file has as well. */
  readonly used: number
  readonly quality: readonly QualityEntry[]
}

/**
 * Gives the rows of the enhanced edition of 2023 what its file as collected says of each year: the enhanced file has an
 * empty cell for a library that is closed, closed for a time, not open yet or not known alike.
 */
export function withRawCodes(enhanced: readonly PlacedRow[], raw: readonly PlacedRow[]): WithRawCodes {
  const left = new Set(raw)
  const keys: readonly ((row: PlacedRow) => string)[] = [
    (row) => [row.group, nameKey(row.name), row.type, plain(row.address), row.postcode].join('|'),
    (row) => [row.group, nameKey(row.name), row.type, plain(row.address)].join('|'),
    (row) => [row.group, nameKey(row.name), row.type, row.postcode].join('|'),
    (row) => [row.group, nameKey(row.name), row.type].join('|'),
  ]
  const found = new Map<PlacedRow, PlacedRow>()
  for (const keyOf of keys) {
    const open = uniqueBy([...left], keyOf)
    for (const row of enhanced.filter((each) => !found.has(each))) {
      const match = open.get(keyOf(row))
      if (match === undefined) continue
      found.set(row, match)
      left.delete(match)
    }
  }
  const merged = enhanced.map((row): PlacedRow => {
    const match = found.get(row)
    return match === undefined
      ? row
      : { ...row, years: match.years, state: match.state, closing: match.closing ?? row.closing }
  })
  const report = new QualityReport({ file: enhanced[0]?.file ?? '' })
  for (const [row, match] of found)
    if (match.closing?.day === null && row.closing?.day != null)
      report.note('year-of-closing-added', 'not used: the file as collected has none', {
        row: row.row,
        column: 'Year closed',
        value: row.closing.day.date.slice(0, 4),
      })
  return { rows: [...merged, ...left], used: raw.length - left.size, quality: report.reported.quality }
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Items by a key; an item whose key another has before it is left out. */
function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> {
  const byKey = new Map<string, Item>()
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item)
  return byKey
}
