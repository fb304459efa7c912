import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { joinTables } from '../../src/tables/index.js'

const left = table({ code: ['A', 'B', 'A'], spent: [1, 2, 3] })
const names = table({ code: ['A', 'C'], name: ['Bath', 'Cork'] })

describe('joinTables', () => {
  it('keeps every left row once, in order, and counts what did not match on either side', () => {
    const joined = joinTables(left, names, { on: ['code'], cardinality: 'many-to-one', unmatched: 'missing' })
    expect(joined.table.objects()).toEqual([
      { code: 'A', spent: 1, name: 'Bath' },
      { code: 'B', spent: 2, name: null },
      { code: 'A', spent: 3, name: 'Bath' },
    ])
    expect([joined.matched, joined.unmatchedLeft, joined.unusedRight]).toEqual([2, ['B'], ['C']])
  })

  const missing = { on: ['code'], cardinality: 'one-to-one', unmatched: 'missing' } as const
  it.each([
    ['null and null', [null], [null]],
    ["'null' and null", ['null'], [null]],
    ['undefined and undefined', [undefined], [undefined]],
    ['NaN and NaN', [Number.NaN], [Number.NaN]],
    ["1 and '1'", [1], ['1']],
    ["true and 'true'", [true], ['true']],
  ])('does not match %s', (_, here, there) => {
    const joined = joinTables(table({ code: here }), table({ code: there, name: ['wrong'] }), missing)
    expect([
      joined.table.array('name'),
      joined.matched,
      joined.unmatchedLeft.length,
      joined.unusedRight.length,
    ]).toEqual([[null], 0, 1, 1])
  })

  it('takes two missing keys neither for the same nor for a repeat, and names them', () => {
    const joined = joinTables(
      table({ code: [null, null, 'A'] }),
      table({ code: ['A', null, null], name: ['Bath', 'x', 'y'] }),
      missing,
    )
    expect(joined.table.array('name')).toEqual([null, null, 'Bath'])
    expect(joined.unmatchedLeft).toEqual(['(missing)', '(missing)'])
  })

  it('does not match parts of keys that are one text when written together', () => {
    const joined = joinTables(table({ a: ['X | Y'], b: ['Z'] }), table({ a: ['X'], b: ['Y | Z'], name: ['wrong'] }), {
      ...missing,
      on: ['a', 'b'],
    })
    expect(joined.table.array('name')).toEqual([null])
  })

  it('refuses what is not declared: repeats, unmatched keys, clashing columns, missing keys', () => {
    const options = { on: ['code'], cardinality: 'one-to-one', unmatched: 'missing' } as const
    expect(() => joinTables(left, names, options)).toThrow("key 'A' stands in rows 1 and 3")
    expect(() => joinTables(names, table({ code: ['A', 'A'], x: [1, 2] }), options)).toThrow(
      "right table of the join: key 'A' stands in rows 1 and 2",
    )
    expect(() => joinTables(left, names, { ...options, cardinality: 'many-to-one', unmatched: 'error' })).toThrow(
      "1 key(s) without a match: 'B'",
    )
    expect(() =>
      joinTables(left, table({ code: ['A'], spent: [1] }), { ...options, cardinality: 'many-to-one' }),
    ).toThrow("'spent' is not allowed")
    expect(() => joinTables(left, names, { ...options, on: ['id'] })).toThrow("no column 'id'")
    expect(() => joinTables(left, [{ code: 'A' }] as unknown as typeof left, options)).toThrow(
      "right table of the join: 'a list' is not allowed. Allowed: an arquero table",
    )
  })
})
