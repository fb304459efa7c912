import { describe, expect, it } from 'vitest'
import { readFinancialYear } from '../../src/tables/index.js'

describe('readFinancialYear', () => {
  it.each([
    ['2009-10', '2009-10'],
    [' 2009 / 2010 ', '2009-10'],
    ['fy 2009/10', '2009-10'],
    ['1999-2000', '1999-00'],
    ['1999–00', '1999-00'],
    ['1990-91', '1990-91'],
    ['2049-50', '2049-50'],
  ])('reads %j as %s', (text, year) => {
    expect(readFinancialYear(text)).toEqual({ kind: 'value', value: year })
  })

  it.each([
    '2009-11',
    '2017/19',
    '2009-2011',
    '1989-90',
    '2050-51',
    '2009',
    '2009-1',
    'x2009-10',
    '2009-10x',
    '2010-09',
  ])('does not read %j', (text) => {
    expect(readFinancialYear(text)).toEqual({ kind: 'unreadable' })
  })

  it('is missing where a marker stands', () => {
    expect(readFinancialYear('[x]')).toEqual({ kind: 'missing', meaning: 'not submitted' })
  })
})
