import { describe, expect, it } from 'vitest'
import { csvRows, toCsv, toText } from '../../src/index.js'

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
