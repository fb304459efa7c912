import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { csvRows, toCsv, toText } from '../../src/tables/index.js'

describe('toCsv', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx'])(
    'puts an apostrophe before the text %j, so that no spreadsheet runs it',
    (text) => {
      expect(toCsv({ columns: ['a'], rows: [[text]] })).toBe(`a\n'${text}\n`)
      expect(toCsv({ columns: ['a'], rows: [[text]] }, { formulas: 'keep' })).toBe(`a\n${text}\n`)
    },
  )

  it('leaves negative numbers as they are and missing cells empty', () => {
    expect(toCsv({ columns: ['a', 'b'], rows: [[-1.5, null]] })).toBe('a,b\n-1.5,\n')
    expect(toCsv({ columns: ['a'], rows: [[1], [null], [2]] })).toBe('a\n1\n""\n2\n')
  })

  it('writes what csvRows reads back', () => {
    const rows = [['a "quoted", cell', 'two\nlines', ' space ']]
    expect(csvRows(toCsv({ columns: ['x', 'y', 'z'], rows }), { file: 'a.csv' })).toEqual([['x', 'y', 'z'], ...rows])
  })
})

describe('toText', () => {
  it('aligns numbers to the right and texts to the left', () => {
    expect(
      toText({
        columns: ['name', 'change'],
        rows: [
          ['Bath', '−3.2 %'],
          ['Wigan', '+439.0 %'],
        ],
      }),
    ).toBe('name     change\nBath     −3.2 %\nWigan  +439.0 %')
  })
})

describe('tables of any making', () => {
  const grid = { columns: ['a', 'b'], rows: [[Number.NaN, undefined as unknown as null]] }
  it('have null, undefined and NaN as missing cells', () => {
    expect(toCsv(grid)).toBe('a,b\n,\n')
    expect(toText(grid)).toBe('a  b\n–  –')
  })

  it('of arquero are written as they are shown', () => {
    const shown = table({ code: ['02', '01'], n: [2, 1] }).orderby('code')
    expect(toCsv(shown)).toBe('code,n\n01,1\n02,2\n')
    expect(toText(shown)).toBe('code  n\n  01  1\n  02  2')
  })

  it('are refused by toCsv with an infinite number', () => {
    expect(() => toCsv({ columns: ['a'], rows: [[1], [Infinity]] })).toThrow(
      "table, row 3, column 'a': cannot read 'Infinity'",
    )
  })

  it('are printed however many rows they have', () => {
    expect(toText({ columns: ['a'], rows: Array.from({ length: 300_000 }, () => ['x']) }).length).toBe(600_001)
  })

  it.each(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])('do not run %j as a formula', (sign) => {
    expect(toCsv({ columns: ['a'], rows: [[`${sign}1`]] })).toContain(`'${sign}1`)
  })

  it('show the signs that a terminal obeys, and those that turn the writing', () => {
    expect(toText({ columns: ['a\u001b[31m'], rows: [['x\u202ey']] })).toBe('a\\u001b[31m\nx\\u202ey')
  })
})
