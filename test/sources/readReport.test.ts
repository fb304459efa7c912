import { describe, expect, it } from 'vitest'
import { ReadAccount, qualityEntriesOf, rowCountsOf } from '../../src/sources/readReport.js'

describe('the account of a reading', () => {
  it('does not close while a row that came in is neither a record nor set aside nor joined', () => {
    const account = new ReadAccount('f.csv', 10)
    account.enter()
    expect(() => account.close()).toThrow('the rows of f.csv do not add up')
    account.lose('row-length', { row: 2 })
    expect(account.close().rows).toEqual({ in: 1, records: 0, setAside: 1, joined: 0 })
  })

  it('quotes no more of a value than is read', () => {
    const account = new ReadAccount('f.csv', 10)
    account.note('area-zero', { value: 'x'.repeat(1000) })
    expect(account.close().problems[0]?.value).toHaveLength(201)
  })
})

describe('what is told of a report', () => {
  const reportOf = (times: number) => {
    const account = new ReadAccount('f.csv', 1000)
    account.enter()
    account.lose('row-repeated', { row: 2, value: 'a' })
    for (let row = 0; row < times; row++) account.note('area-zero', { row, column: 'Area', value: '0' })
    return account.close()
  }

  it('is each problem of a rule, or one entry with a count where there are more than twenty', () => {
    expect(qualityEntriesOf(reportOf(20))).toHaveLength(21)
    expect(qualityEntriesOf(reportOf(21)).at(-1)).toEqual({
      ...{ file: 'f.csv', sheet: null, row: null, column: 'Area', value: null },
      ...{ rule: 'area-zero', action: 'taken as missing', count: 21 },
    })
  })

  it('is the number of rows that came in, went out and did not, by the rule', () => {
    expect(rowCountsOf(reportOf(0))).toEqual({
      rowsIn: 1,
      rowsOut: 0,
      setAside: [{ reason: 'a row is printed again, cell by cell', rows: 1 }],
    })
  })
})
