import { describe, expect, it } from 'vitest'
import { csvReader } from '../../src/sources/csvReader.js'
import { collectRecords } from '../../src/sources/index.js'
import { textFile } from '../support/sources.js'

const reader = csvReader({
  id: 'swings',
  title: 'Swings',
  columns: {
    id: { label: 'Id', type: 'string', needed: true, pattern: /\d+/ },
    kind: { label: 'Kind', type: 'string', allowed: ['Baby', 'Tyre'] },
    seats: { label: 'Seats', type: 'integer', range: [0, 9] },
    put_up: { label: 'Put up', type: 'date', optional: true },
  },
  signature: ['id', 'seats'],
  records: () => (cells, row) => {
    if (cells.seats === 0) row.note('area-zero', 'seats')
    return cells.kind === 'Tyre' && cells.seats === null ? row.setAside('cell-missing', 'seats') : cells
  },
  keyOf: ({ id }) => id,
})
const read = (rows: string) => collectRecords(reader, textFile('swings.csv', `Id,Kind,Seats,Put up\n${rows}`))

describe('csvReader', () => {
  it('gives each cell by its column: choices in any case, numbers, days, null for a missing one', async () => {
    const { records } = await read('1,TYRE,2,18-12-2009\n2,,..,\n')
    expect(records).toEqual([
      { id: '1', kind: 'Tyre', seats: 2, put_up: '2009-12-18' },
      { id: '2', kind: null, seats: null, put_up: null },
    ])
  })

  it('takes a cell that is not allowed as missing where the row can do without it, and says what is', async () => {
    const { records, report } = await read('1,Rope,10,March 2013\n')
    expect(records).toEqual([{ id: '1', kind: null, seats: null, put_up: null }])
    expect(report.problems.map(({ column, value, action, remedy }) => [column, value, action, remedy])).toEqual(
      [
        ['Kind', 'Rope', 'Baby, Tyre'],
        ['Seats', '10', 'a whole number from 0 to 9'],
        ['Put up', 'March 2013', 'a day such as 2010-03-31'],
      ].map(([column, value, allowed]) => [
        column,
        value,
        'repaired',
        `Correct the cell, or leave it empty if the value is not known. Allowed: ${allowed ?? ''}.`,
      ]),
    )
  })

  it('sets a row aside where a cell is missing or unreadable without which it says nothing', async () => {
    const { records, report } = await read(',Baby,1,\nx1,Baby,1,\n3,Tyre,,\n4,Baby,1,\n')
    expect(records.map(({ id }) => id)).toEqual(['4'])
    expect(report.problems.map(({ rule, row, column }) => [rule, row, column])).toEqual([
      ['cell-missing', 2, 'Id'],
      ['cell-unreadable', 3, 'Id'],
      ['cell-missing', 4, 'Seats'],
    ])
    expect(report.rows).toEqual({ in: 4, records: 1, setAside: 3, joined: 0 })
  })

  it('notes what is odd of a row once, though the row is printed twice', async () => {
    const { report } = await read('1,Baby,0,\n1,Baby,0,\n')
    expect(report.problems.map(({ rule, row }) => [rule, row])).toEqual([
      ['area-zero', 2],
      ['row-repeated', 3],
    ])
  })

  it('reads a file that lacks a column which may be absent, and is as sure of it as of any', async () => {
    const file = textFile('swings.csv', 'Id,Kind,Seats\n1,Baby,1\n')
    expect((await collectRecords(reader, file)).records[0]?.put_up).toBe(null)
    expect(reader.recognises(file)).toBe(1)
  })

  it('is less sure of a file that lacks a column', () => {
    expect(reader.recognises(textFile('swings.csv', 'Id,Seats\n1,1\n'))).toBeCloseTo(2 / 3)
  })
})
