import { badChart } from '../errors.js'
import { writeNumber } from '../values/rounding.js'

/** Rows that are drawn, and what is said where they are not all. */
export interface SampledRows<Row> {
  readonly rows: readonly Row[]
  readonly notes: readonly string[]
}

/**
 * At most so many rows: the first, the last and those that must be kept, and of the others every so many, evenly along
 * their order. A note says how many of how many are drawn. Rows that must be kept are drawn even where they alone are
 * more than the limit.
 *
 * @throws InputError `bad-chart` when the limit is no whole number from 2.
 */
export function sampledRows<Row>(
  chart: string,
  rows: readonly Row[],
  limit: number,
  keep: (row: Row) => boolean,
): SampledRows<Row> {
  if (!(Number.isInteger(limit) && limit >= 2))
    throw badChart(chart, `its limit of ${limit} rows is not allowed; give a whole number from 2`)
  if (rows.length <= limit) return { rows, notes: [] }
  const ends = [0, rows.length - 1]
  const kept = new Set([...ends, ...rows.flatMap((row, i) => (keep(row) ? [i] : []))])
  const others = rows.map((_, i) => i).filter((i) => !kept.has(i))
  const room = Math.max(0, limit - kept.size)
  for (let i = 0; i < room; i++) kept.add(others[Math.floor(((i + 0.5) * others.length) / room)] ?? 0)
  const drawn = rows.filter((_, i) => kept.has(i))
  return {
    rows: drawn,
    notes: [
      `Drawn are ${writeNumber(drawn.length, 0)} of ${writeNumber(rows.length, 0)} rows: the ` +
        `first, the last, those marked out, and of the others some evenly along the order.`,
    ],
  }
}
