import { table } from 'arquero'
import fc from 'fast-check'
import type { Cell, Field } from '../../src/tables/index.js'

/** A table with a column of every type of {@link Field}, missing cells among them. */
export interface AnyTable {
  readonly fields: readonly Field[]
  readonly columns: Readonly<Record<string, readonly Cell[]>>
}

const day = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const CELLS: Readonly<Record<string, readonly [Field['type'], fc.Arbitrary<Cell>]>> = {
  code: ['string', fc.constantFrom('01', '007', 'E05001823', '1e5', 'NA', 'null', '=1+1', '-1', 'TRUE')],
  text: ['string', fc.string({ unit: 'binary', minLength: 1 })],
  people: ['integer', fc.maxSafeInteger()],
  small: ['integer', fc.integer({ min: -9, max: 9 })],
  share: ['number', fc.double({ noNaN: true, noDefaultInfinity: true })],
  since: ['date', day],
  open: ['boolean', fc.boolean()],
  homes_status: ['string', fc.constantFrom('observed', 'reallocated', 'missing')],
  unknown: ['number', fc.constant(null)],
}

/** Tables of any rows, with a column of every type. */
export const anyTable: fc.Arbitrary<AnyTable> = fc
  .integer({ min: 0, max: 30 })
  .chain((rows) =>
    fc.record(
      Object.fromEntries(
        Object.entries(CELLS).map(([name, [, cell]]) => [
          name,
          fc.array(fc.option(cell, { nil: null }), { minLength: rows, maxLength: rows }),
        ]),
      ),
    ),
  )
  .map((columns) => ({ columns, fields: Object.entries(CELLS).map(([name, [type]]) => ({ name, type })) }))

export const tableOf = ({ columns }: AnyTable): ReturnType<typeof table> => table(columns)

/** The columns of a table as plain lists, so that a typed array and a list of the same numbers are equal. */
export const listsOf = (of: ReturnType<typeof table>): Record<string, Cell[]> =>
  Object.fromEntries(of.columnNames().map((name) => [name, [...(of.array(name) as Iterable<Cell>)]]))

/** Columns as a CSV text gives them back: it writes -0 as 0. */
export const withoutSignOfZero = (columns: AnyTable['columns']): Record<string, Cell[]> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, cells]) => [name, cells.map((cell) => (cell === 0 ? 0 : cell))]),
  )
