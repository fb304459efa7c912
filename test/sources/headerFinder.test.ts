import { describe, expect, it } from 'vitest'
import { findHeader, headerShare } from '../../src/sources/headerFinder.js'

const WANTED = {
  code: { label: 'Area code', also: ['GSS'] },
  people: { label: 'People' },
  remark: { label: 'Remark', optional: true },
} as const

describe('findHeader', () => {
  it('finds columns by any of their labels, in any order and case, below titles and notes', () => {
    const rows = [['People of England'], [], ['PEOPLE', 'x', 'gss']]
    expect(findHeader(rows, WANTED, 'f.csv')).toEqual({ row: 2, positions: { people: 0, code: 2 }, width: 3 })
  })

  it('tells columns apart by what stands in brackets', () => {
    const wanted = { code: { label: 'LA (code)' }, name: { label: 'LA (name)' } }
    expect(findHeader([['LA (name)', 'LA (code)']], wanted, 'f.csv').positions).toEqual({ code: 1, name: 0 })
  })

  it('refuses a header without a column, and names the nearest', () => {
    expect(() => findHeader([['GSS', 'Poeple']], WANTED, 'f.csv')).toThrow(
      "f.csv: no column 'People'; found 'GSS', 'Poeple'. The nearest is 'Poeple'.",
    )
  })

  it('refuses a column that stands twice: nothing says which is meant', () => {
    expect(() => findHeader([['GSS', 'People', 'people']], WANTED, 'f.csv')).toThrow("no column 'People'")
  })
})

describe('headerShare', () => {
  it('is the share of the columns that may not be absent', () => {
    expect(headerShare([['GSS'], ['Remark']], WANTED)).toBe(0.5)
    expect(headerShare([['GSS', 'People']], WANTED)).toBe(1)
    expect(headerShare([], WANTED)).toBe(0)
  })
})
