import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FinancialYear, financialYear, periodLabel, startOfFinancialYear, yearsOf } from '../../src/index.js'

describe('financial years', () => {
  it('of any start give that start back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9998 }),
        (start) => startOfFinancialYear(financialYear(start)) === start,
      ),
    )
  })

  it.each([1999.5, 99, Number.NaN])('do not begin in %s', (start) => {
    expect(() => financialYear(start)).toThrow('start of a financial year')
  })

  it.each(['2009-11', '2009/10', '09-10', ''])('are not written %s', (text) => {
    expect(() => startOfFinancialYear(text as FinancialYear)).toThrow('financial year')
  })
})

describe('windows', () => {
  it('of one year are that year', () => {
    expect(yearsOf({ from: '2009-10', to: '2009-10' })).toEqual(['2009-10'])
    expect(periodLabel({ from: '2009-10', to: '2009-10' })).toBe('2009-10')
  })

  it('that end before they begin are refused', () => {
    expect(() => yearsOf({ from: '2014-15', to: '2009-10' })).toThrow('window')
  })
})
