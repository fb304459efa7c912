import type { ZodType } from 'zod'
import { badChart } from '../errors.js'

/** What a chart needs of an arquero table; every arquero table has it. */
export interface TableOfRows {
  numRows(): number
  columnNames(): string[]
  objects(): object[]
}

/** The rows that a chart is drawn from: objects, or an arquero table whose columns are named as their fields. */
export type RowsIn<Row extends object> = readonly Row[] | TableOfRows

/**
 * The rows given to a chart, each checked against the form of a row.
 *
 * A table may have more columns than the chart uses; they are left out. Rows keep their order.
 *
 * @param chart the chart's short name, for error messages.
 * @param form the form of one row; a field that may be left out is `nullish` in it, as a table has null where an object
 * has no field.
 * @throws InputError `bad-chart` naming row, field, value and what is allowed.
 */
export function rowsIn<Row extends object>(chart: string, rows: RowsIn<Row>, form: ZodType<Row>): Row[] {
  if (!isRows(rows)) throw badChart(chart, 'its rows are neither a list of objects nor an arquero table')
  const given = Array.isArray(rows) ? (rows as readonly unknown[]) : (rows as TableOfRows).objects()
  return given.map((row, i) => {
    const { data, error } = form.safeParse(row)
    if (data !== undefined) return data
    const [issue] = error?.issues ?? []
    const field = issue?.path.join('.') ?? ''
    const value = issue?.path.reduce<unknown>(
      (at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key],
      row,
    )
    const shown = value === undefined ? 'missing' : typeof value === 'number' ? value : JSON.stringify(value)
    const where = field === '' ? '' : `field '${field}' is ${shown}: `
    throw badChart(chart, `row ${i + 1}, ${where}${issue?.message ?? 'not of the form of a row'}`)
  })
}

const isRows = (rows: unknown): boolean =>
  Array.isArray(rows) || typeof (rows as Partial<TableOfRows> | null | undefined)?.objects === 'function'
