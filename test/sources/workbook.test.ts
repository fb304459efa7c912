import { describe, expect, it } from 'vitest'
import { workbookSheet } from '../../src/sources/workbook.js'
import { writtenWorkbook, xlsxOf } from '../support/workbooks.js'

const ROWS = Array.from({ length: 400 }, (_, i) => [`E${i}`, i, i / 8])
const read = (bytes: Uint8Array) => workbookSheet({ name: 'book', bytes }, 'S')
const cell = (at: string) => `<c r="${at}"><v>1</v></c>`
const FIRST = `<row r="1">${cell('A1')}</row>`

describe('workbookSheet', () => {
  it.each(['xlsx', 'biff8'] as const)('reads a whole workbook (%s)', async (type) => {
    expect(await read(writtenWorkbook(type, ROWS))).toEqual(ROWS)
  })

  it.each(['xlsx', 'biff8'] as const)('refuses one that is cut off anywhere (%s)', async (type) => {
    const whole = writtenWorkbook(type, ROWS)
    const lengths = [8, 30, 100, 511, 512, 600, 1000, whole.length >> 1, whole.length - 2000]
    for (const length of lengths)
      await expect(read(whole.subarray(0, length)), `cut to ${length}`).rejects.toThrow(
        'not a whole workbook: it is cut',
      )
  })

  it.each([
    ['a row beyond all others', `<sheetData>${FIRST}<row r="999999999">${cell('A999999999')}</row></sheetData>`],
    [
      'the same, under a range that hides it',
      `<dimension ref="A1:B2"/><sheetData>${FIRST}<row r="999999999">${cell('A999999999')}</row></sheetData>`,
    ],
    ['a column beyond all others', `<sheetData><row r="1">${cell('A1')}${cell('ZZZZZZ1')}</row></sheetData>`],
    ['the last cell that there can be', `<sheetData>${FIRST}<row r="1048576">${cell('XFD1048576')}</row></sheetData>`],
    ['a range of all cells', `<dimension ref="A1:XFD1048576"/><sheetData>${FIRST}</sheetData>`],
  ])('refuses %s, which would fill the memory', async (_, sheet) => {
    await expect(read(xlsxOf(sheet))).rejects.toThrow(
      /^book: sheet 'S' spans [\d,]+ rows and [\d,]+ columns; at most 20,000,000 cells are read\. Delete/,
    )
  })

  it('refuses links that cover all cells', async () => {
    const links = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
    await expect(read(xlsxOf(`<sheetData>${FIRST}</sheetData>${links}`))).rejects.toThrow(
      'book: not a whole workbook: links in xl/worksheets/sheet1.xml cover 17,179,869,184 cells',
    )
  })

  it('reads the rows that the range of the sheet leaves out', async () => {
    const rows = ['A1', 'A2', 'C3'].map((at, i) => `<row r="${i + 1}">${cell(at)}</row>`).join('')
    expect(await read(xlsxOf(`<dimension ref="A1:B2"/><sheetData>${rows}</sheetData>`))).toEqual([
      [1, null, null],
      [1, null, null],
      [null, null, 1],
    ])
  })

  it('counts rows from the first of the sheet, where the range begins below it', async () => {
    const row = `<row r="3">${cell('A3')}</row>`
    expect(await read(xlsxOf(`<dimension ref="A3:A3"/><sheetData>${row}</sheetData>`))).toEqual([[null], [], [1]])
  })

  it('reads a sheet without cells as no rows', async () => {
    expect(await read(xlsxOf('<sheetData/>'))).toEqual([])
  })

  it('names the sheets of a workbook that lacks the one asked for', async () => {
    await expect(workbookSheet({ name: 'book', bytes: writtenWorkbook('xlsx', ROWS) }, 'RS')).rejects.toThrow(
      "book: no sheet 'RS'; found S.",
    )
  })
})
