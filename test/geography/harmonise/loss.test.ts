import { describe, expect, it } from 'vitest'
import { describeLoss, type LossReport } from '../../../src/geography/index.js'

const nothing: LossReport = {
  rows: 3,
  unmatched: [],
  unplaced: [],
  absent: [],
  emptyTargets: [],
  incompleteTargets: [],
  totals: [],
  values: [],
}
const total = { measure: 'homes', before: 1234.5, after: 1000, unmatched: 0, unplaced: 0, withheld: 0 }
const codes = (count: number): string[] => Array.from({ length: count }, (_, i) => `E0500000${i}`)

describe('describeLoss', () => {
  it('says that nothing is lost when nothing is', () => {
    expect(describeLoss({ ...nothing, totals: [{ ...total, after: 1234.5 }] })).toEqual([
      'homes: 1,234.5 before, 1,234.5 after; nothing is lost.',
    ])
  })

  it('says where every part of a total went', () => {
    expect(describeLoss({ ...nothing, totals: [{ ...total, unmatched: 200, unplaced: 30, withheld: 4.5 }] })).toEqual([
      'homes: 1,234.5 before, 1,000 after; 200 in rows of another list, 30 in areas outside every target, 4.5 ' +
        'in targets of which another part is missing.',
    ])
  })

  it('counts missing values before and after, and partial ones', () => {
    expect(
      describeLoss({
        ...nothing,
        values: [
          { measure: 'rate', cellsBefore: 9, missingBefore: 2, cellsAfter: 8, missingAfter: 0, partialAfter: 1 },
        ],
      }),
    ).toEqual(['rate: 2 of 9 values are missing before, 0 of 8 after, 1 are partial.'])
  })

  it('names five areas of each kind of loss, and counts the rest', () => {
    const lines = describeLoss({
      ...nothing,
      unmatched: [{ row: 2, code: 'E05012270', is: 'Aspley (Nottingham) in the wards of 2019 and 2025' }],
      unplaced: [{ code: 'E05000002', share: 1 }],
      absent: codes(7).map((code) => ({ code, groups: 1 })),
      emptyTargets: ['E05009880'],
      incompleteTargets: ['E06000063'],
    })
    expect(lines).toEqual([
      '1 of 3 rows have codes of another list: E05012270 is Aspley (Nottingham) in the wards of 2019 and 2025.',
      '1 areas lie wholly or partly outside every target: E05000002.',
      '7 areas of the list have no row in the table, which is missing and not 0: E05000000, E05000001, ' +
        'E05000002, E05000003, E05000004 and 2 more.',
      '1 targets have no source and are missing: E05009880.',
      '1 targets also hold a part of an area that nobody can divide: E06000063.',
    ])
  })
})
