import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { rowsIn } from '../../src/charts/rowsIn.js'
import { frozen } from '../support/frozen.js'

interface Row {
  readonly label: string
  readonly value: number | null
  readonly ends?: { readonly lower: number } | null | undefined
}
const FORM = z.object({
  label: z.string().min(1),
  value: z.number().nullable(),
  ends: z.object({ lower: z.number() }).nullish(),
})
const read = (rows: unknown): Row[] => rowsIn<Row>('example', rows as Row[], FORM)

describe('rows given to a chart', () => {
  it('are read alike from objects and from an arquero table, in their order', () => {
    const rows = frozen([
      { label: 'b', value: 2 },
      { label: 'a', value: null },
    ])
    expect(read(rows)).toEqual([
      { label: 'b', value: 2 },
      { label: 'a', value: null },
    ])
    expect(read(table({ label: ['b', 'a'], value: [2, null] }))).toEqual(read(rows))
  })

  it('keep the order of a sorted table, and leave its filtered rows out', () => {
    const given = table({ label: ['c', 'a', 'b'], value: [1, 2, 3] })
      .orderby('label')
      .filter('d => d.value < 3')
    expect(read(given).map(({ label }) => label)).toEqual(['a', 'c'])
  })

  it('lose the columns that the chart does not use', () => {
    expect(read(table({ label: ['a'], value: [1], code: ['E06000018'] }))).toEqual([{ label: 'a', value: 1 }])
  })

  it('have null where a table has no optional figure', () => {
    expect(read(table({ label: ['a'], value: [1], ends: [null] }))).toEqual([{ label: 'a', value: 1, ends: null }])
  })

  it('are refused with row, field and value, so that a cell of a notebook can be mended', () => {
    expect(() =>
      read([
        { label: 'a', value: 1 },
        { label: 'b', value: '2' },
      ]),
    ).toThrow(`chart 'example': row 2, field 'value' is "2": `)
    expect(() => read([{ label: 'a' }])).toThrow(`row 1, field 'value' is missing: `)
    expect(() => read([{ label: 'a', value: 1, ends: { lower: 'x' } }])).toThrow(`row 1, field 'ends.lower' is "x": `)
    expect(() => read([3])).toThrow('row 1, ')
  })

  it('are refused when a figure is no finite number, and the message says which', () => {
    expect(() => read([{ label: 'a', value: Number.NaN }])).toThrow(`row 1, field 'value' is NaN: `)
    expect(() => read(table({ label: ['a'], value: [Number.POSITIVE_INFINITY] }))).toThrow(
      `row 1, field 'value' is Infinity: `,
    )
  })
})
