import { describe, expect, it } from 'vitest'
import { scanCsv } from '../../src/sources/csvScan.js'

const scan = (text: string, width?: number, longestCell = 100) =>
  [...scanCsv(text, { longestCell, width: () => width })].map((row) =>
    'cells' in row ? [row.row, ...row.cells] : [row.row, row.fault],
  )

describe('scanCsv', () => {
  it('takes any line break, quoted commas, quotation marks and line breaks, and a last line without an end', () => {
    expect(scan('a,b\r\n1,"x, ""y"""\r2,"p\nq"\n3,')).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x, "y"'],
      [3, '2', 'p\nq'],
      [4, '3', ''],
    ])
  })

  it('counts a row over several lines as one, a blank line as a row that is not given', () => {
    expect(scan('"a\nb",c\n\n1,2\n')).toEqual([
      [1, 'a\nb', 'c'],
      [3, '1', '2'],
    ])
  })

  it('says whether a line break ends the last row', () => {
    const ended = (text: string) => [...scanCsv(text, { longestCell: 9 })].map((row) => 'cells' in row && row.ended)
    expect([ended('a\nb'), ended('a\nb\n')]).toEqual([
      [true, false],
      [true, true],
    ])
  })

  it('loses the one line whose quotation mark is never closed, or stands where none may stand', () => {
    expect(scan('1,2\n"3,4\n5,6\n')).toEqual([
      [1, '1', '2'],
      [2, 'row-quotes'],
      [3, '5', '6'],
    ])
    expect(scan('1,2"\n3,4\n')).toEqual([
      [1, 'row-quotes'],
      [2, '3', '4'],
    ])
  })

  it('loses the one line whose mark another line closes, when the row over both has the wrong number of cells', () => {
    expect(scan('1,"2\n3,4\n5,"6"\n', 2)).toEqual([
      [1, 'row-quotes'],
      [2, '3', '4'],
      [3, '5', '6'],
    ])
    expect(scan('1,"2\n3,4\n5",6\n7,8\n', 2)).toEqual([
      [1, 'row-quotes'],
      [2, '3', '4'],
      [3, 'row-quotes'],
      [4, '7', '8'],
    ])
  })

  it('loses the line of a cell that is longer than the limit', () => {
    expect(scan(`${'x'.repeat(6)},1\n2,3\n`, 2, 5)).toEqual([
      [1, 'cell-too-long'],
      [2, '2', '3'],
    ])
    expect(scan(`"${'x'.repeat(20)}",1\n2,3\n`, 2, 5)).toEqual([
      [1, 'cell-too-long'],
      [2, '2', '3'],
    ])
  })
})
