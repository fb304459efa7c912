import { table } from 'arquero'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUSES } from '../../src/index.js'
import { parseTable, tableWithDescriptor } from '../../src/tables/index.js'
import { anyTable, listsOf, tableOf, withoutSignOfZero } from '../support/exchange.js'

const of = { name: 'homes', title: 'Homes' }

describe('tableWithDescriptor', () => {
  it('writes a text that its own fields read back', () => {
    fc.assert(
      fc.property(anyTable, (any) => {
        const { csv, descriptor } = tableWithDescriptor(tableOf(any), { ...of, fields: any.fields })
        expect(listsOf(parseTable(csv, descriptor.schema.fields, { file: descriptor.path }))).toEqual(
          withoutSignOfZero(any.columns),
        )
      }),
    )
  })

  it('leaves a text that looks like a formula as it is', () => {
    expect(tableWithDescriptor(table({ code: ['=1+1', '-1', '@a'] }), of).csv).toBe('code\n=1+1\n-1\n@a\n')
  })

  it('refuses an empty text, which CSV cannot tell from a missing cell', () => {
    expect(() => tableWithDescriptor(table({ code: ['a', ''] }), of)).toThrow(
      "homes.csv, row 3, column 'code': cannot read ''",
    )
  })

  it('says what the statuses mean, and that no other stands there', () => {
    const { descriptor } = tableWithDescriptor(table({ homes: [1, null], homes_status: ['observed', 'missing'] }), of)
    expect(descriptor.schema.fields[1]).toMatchObject({
      name: 'homes_status',
      type: 'string',
      constraints: { required: true, enum: [...STATUSES] },
    })
    expect(descriptor.schema.fields[1]?.description).toMatch(
      /^How the value of homes came to be known. observed: Published .* missing: Not known; never 0\.$/,
    )
  })

  it('takes a column for statuses only if all its cells are', () => {
    const { descriptor } = tableWithDescriptor(table({ pool_status: ['open', 'closed'] }), of)
    expect(descriptor.schema.fields).toEqual([{ name: 'pool_status', type: 'string', description: '' }])
  })

  it('describes file, rows and size', () => {
    const { csv, descriptor } = tableWithDescriptor(table({ code: ['é'] }), {
      ...of,
      description: 'By ward',
      primaryKey: ['code'],
    })
    expect(descriptor).toEqual({
      ...of,
      description: 'By ward',
      path: 'homes.csv',
      profile: 'tabular-data-resource',
      format: 'csv',
      encoding: 'utf-8',
      bytes: Buffer.byteLength(csv),
      rows: 1,
      schema: {
        fields: [{ name: 'code', type: 'string', description: '' }],
        primaryKey: ['code'],
        missingValues: [''],
      },
    })
  })

  it('refuses a key that is none, and a name that is no file', () => {
    const twice = table({ code: ['a', 'a', null] })
    expect(() => tableWithDescriptor(twice, { ...of, primaryKey: ['code'] })).toThrow(
      "homes.csv: key 'a' stands in rows 2 and 3",
    )
    expect(() => tableWithDescriptor(table({ code: ['a', null] }), { ...of, primaryKey: ['code'] })).toThrow(
      "row 3, column 'code'",
    )
    expect(() => tableWithDescriptor(twice, { ...of, primaryKey: ['id'] })).toThrow(
      "primaryKey of homes.csv: 'id' is not allowed. Allowed: code",
    )
    expect(() => tableWithDescriptor(twice, { ...of, name: '../x' })).toThrow(
      "name of the table: '../x' is not allowed",
    )
  })

  it('takes keys of two parts that look alike when joined for two keys', () => {
    const two = table({ a: ['x | y', 'x'], b: ['z', 'y | z'] })
    expect(tableWithDescriptor(two, { name: 'two', title: 'Two', primaryKey: ['a', 'b'] }).descriptor.rows).toBe(2)
  })
})
