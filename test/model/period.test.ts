import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  type FinancialYear,
  type IsoDate,
  financialYear,
  firstDay,
  periodLabel,
  startOfFinancialYear,
  yearsOf,
} from '../../src/index.js'

describe('financial years', () => {
  it('of any start give that start back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2049 }),
        (start) => startOfFinancialYear(financialYear(start)) === start,
      ),
    )
  })

  it.each([1999.5, 99, Number.NaN, 1989, 2050])('do not begin in %s', (start) => {
    expect(() => financialYear(start)).toThrow(
      `start of a financial year: '${start}' is not allowed. Allowed: a whole number from 1990 to 2049.`,
    )
  })

  it.each(['2009-11', '2009/10', '09-10', '', '1989-90', '2050-51', '7-banana'])('are not written %s', (text) => {
    expect(() => startOfFinancialYear(text as FinancialYear)).toThrow(
      'Allowed: a year such as 2009-10, from 1990-91 to 2049-50.',
    )
  })

  it('are told from other texts by the types', () => {
    expectTypeOf<'2009-10'>().toExtend<FinancialYear>()
    expectTypeOf<'1999-00'>().toExtend<FinancialYear>()
    // @ts-expect-error 2009-11 is no financial year
    expect(() => startOfFinancialYear('2009-11')).toThrow()
    // @ts-expect-error a number and a text are none
    expect(() => startOfFinancialYear('7-banana')).toThrow()
    // @ts-expect-error the years end with 2049-50
    expect(() => startOfFinancialYear('2050-51')).toThrow()
    expectTypeOf<string>().not.toExtend<FinancialYear>()
    expectTypeOf<IsoDate>().not.toExtend<FinancialYear>()
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

describe('days', () => {
  it('are year, month and day in figures', () => {
    expectTypeOf<'2010-03-31'>().toExtend<IsoDate>()
    expectTypeOf(firstDay('2009-10')).toEqualTypeOf<IsoDate>()
    // @ts-expect-error there is no month 13
    const month: IsoDate = '2010-13-01'
    // @ts-expect-error a month has no more than 31 days
    const day: IsoDate = '2010-03-32'
    // @ts-expect-error both have two figures
    const short: IsoDate = '2010-3-1'
    // @ts-expect-error a financial year is no day
    const year: IsoDate = '2009-10'
    expect([month, day, short, year]).toHaveLength(4)
  })
})
