import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { joinTables } from '../../src/index.js'

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
