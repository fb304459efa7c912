import { type ColumnTable, table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { requireSize, requireTable, typedColumns } from '../../src/tables/typedColumns.js'

describe('typedColumns', () => {
  it('takes the type of a column from its cells, and never a text for a date or a number', () => {
    const given = table({
      code: ['01', null],
      day: ['2010-03-31', null],
      whole: [null, 1],
      real: [0.5, 1],
      mixed: [1, 0.5],
      open: [true, false],
      at: [new Date(0), null],
      none: [null, null],
      double: Float64Array.of(1, 2),
    })
    expect(typedColumns(given, {}).map(({ name, type }) => `${name} ${type}`)).toEqual([
      'code string',
      'day string',
      'whole integer',
      'real number',
      'mixed number',
      'open boolean',
      'at date',
      'none string',
      'double number',
    ])
  })

  it('hands a typed array on as it is, unless the table shows a part of it', () => {
    const share = Float64Array.of(2, 1)
    expect(typedColumns(table({ share }), {})[0]?.cells).toBe(share)
    expect(typedColumns(table({ first: [1], share }), {})[1]?.cells).toEqual([2])
    expect(typedColumns(table({ share }).orderby('share'), {})[0]?.cells).toEqual([1, 2])
  })
})

describe('requireSize', () => {
  it('refuses more than 50 million cells', () => {
    expect(() => requireSize(25_000_001, 2, 'a.parquet')).toThrow(
      'a.parquet: 25000001 rows of 2 columns are more than the 50000000 cells that are read at once',
    )
    expect(() => requireSize(25_000_000, 2, 'a.parquet')).not.toThrow()
  })
})

describe('requireTable', () => {
  it.each([
    [[{ a: 1 }], 'a list'],
    [null, 'object'],
    ['a', 'string'],
  ])('refuses %j', (given, what) => {
    expect(() => requireTable(given as unknown as ColumnTable, 'table')).toThrow(
      `table: '${what}' is not allowed. Allowed: an arquero table`,
    )
  })
})
