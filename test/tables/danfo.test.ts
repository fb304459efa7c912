import { type ColumnTable, table } from 'arquero'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDanfo, loadDanfo, toDanfo } from '../../src/tables/danfo.js'
import { anyTable, listsOf, tableOf } from '../support/exchange.js'

/** A DataFrame as danfojs-node 1.2.0 keeps one: its rows as they were given, its columns as properties of its own. */
class DataFrame {
  readonly columns: string[]
  readonly dtypes: string[]
  readonly index: number[]

  constructor(
    readonly values: unknown[][],
    options: { columns: string[]; dtypes: string[] },
  ) {
    this.columns = options.columns
    this.dtypes = options.dtypes
    this.index = values.map((_, row) => row)
  }

  count(): number {
    return this.values.length
  }
}
const danfo = { DataFrame }

describe('toDanfo and fromDanfo', () => {
  it('bring back every cell of every type', () => {
    fc.assert(
      fc.property(anyTable, (any) => {
        expect(
          listsOf(fromDanfo(toDanfo(tableOf(any), danfo, { fields: any.fields }), { fields: any.fields })),
        ).toEqual(any.columns)
      }),
    )
  })

  it('bring back every cell without declared fields too', () => {
    fc.assert(
      fc.property(anyTable, (any) => {
        expect(listsOf(fromDanfo(toDanfo(tableOf(any), danfo)))).toEqual(any.columns)
      }),
    )
  })

  it('write a missing number as NaN, and a missing text or truth value as null', () => {
    const frame = toDanfo(
      table({ code: ['01', null], people: [1, null], open: [null, true], since: [null, '2010-03-31'] }),
      danfo,
    )
    expect(frame.values).toEqual([
      ['01', 1, null, null],
      [null, Number.NaN, true, '2010-03-31'],
    ])
    expect(frame.dtypes).toEqual(['string', 'float32', 'boolean', 'string'])
  })

  it('take whole numbers of more than 32 bits for floats, since danfo.js would cut them', () => {
    expect(toDanfo(table({ a: [1, -(2 ** 31)], b: [1, 2 ** 31] }), danfo).dtypes).toEqual(['int32', 'float32'])
  })

  it('refuse a column that would take the place of a part of the frame', () => {
    for (const name of ['count', 'constructor', '$data'])
      expect(() => toDanfo(table([[name, [1]]]), danfo)).toThrow(
        `'${name}' is not allowed. Allowed: names that danfo.js does not use itself; rename the column`,
      )
  })

  it('read null, undefined and NaN as missing, and a date at midnight as its day', () => {
    const values = [[null, undefined, Number.NaN, new Date('2010-03-31T00:00:00Z')]]
    expect(fromDanfo({ columns: ['a', 'b', 'c', 'd'], index: [0], values }).objects()).toEqual([
      { a: null, b: null, c: null, d: '2010-03-31' },
    ])
  })

  it('refuse a moment within a day, an infinite number, and a text in a column of numbers, naming the cell', () => {
    const frame = (cell: unknown) => ({ columns: ['a'], index: [0, 1], values: [[1], [cell]] })
    expect(() => fromDanfo({ columns: ['a'], index: [0], values: [[new Date('2010-03-31T12:00:00Z')]] })).toThrow(
      "danfo.js frame, row 2, column 'a': cannot read",
    )
    expect(() => fromDanfo(frame(Number.POSITIVE_INFINITY))).toThrow(
      "row 3, column 'a': cannot read 'Infinity'. Allowed: a number, or null",
    )
    expect(() => fromDanfo(frame('x'))).toThrow("row 3, column 'a': cannot read 'x'. Allowed: a number, or null")
  })

  it('hold the cells against declared constraints', () => {
    const frame = { columns: ['class'], index: [0, 1], values: [['UA'], ['XX']] }
    expect(() =>
      fromDanfo(frame, { fields: [{ name: 'class', type: 'string', constraints: { enum: ['UA'] } }], file: 'classes' }),
    ).toThrow("classes, row 3, column 'class': cannot read 'XX'. Allowed: UA")
    expect(() => fromDanfo(frame, { fields: [{ name: 'kind', type: 'string' }] })).toThrow(
      "no column 'kind'; found 'class'",
    )
  })

  it('refuse a Series, an index of texts and what is no arquero table', () => {
    expect(() => fromDanfo({ columns: ['0'], index: [0], values: [1] })).toThrow('of a Series take the frame')
    expect(() => fromDanfo({ columns: ['a'], index: ['mean'], values: [[1]] })).toThrow(
      "'mean' is not allowed. Allowed: row numbers",
    )
    expect(() => toDanfo([{ a: 1 }] as unknown as ColumnTable, danfo)).toThrow(
      "table: 'a list' is not allowed. Allowed: an arquero table",
    )
  })
})

describe('loadDanfo', () => {
  it(
    'names the command that installs danfo.js, with the packages that stand in for what cannot be ' + 'fetched',
    async () => {
      await expect(loadDanfo()).rejects.toThrow(
        /needs the package danfojs-node, which is not installed. Install it with: npm pkg set .*@e965\/xlsx/,
      )
      await expect(loadDanfo()).rejects.toThrow(/@e965\/xlsx.* && npm install danfojs-node@1\.2\.0$/)
    },
  )
})
