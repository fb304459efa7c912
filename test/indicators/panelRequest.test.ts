import { describe, expect, it } from 'vitest'
import { PANEL_TERMS, isYear, lastDayOf, periodsOf } from '../../src/indicators/panelRequest.js'
import type { AskedPeriod } from '../../src/index.js'
import { frozen } from '../support/frozen.js'

const year2009 = { since: '2009-04-01', until: '2010-03-31' } as const

describe('the periods of a request', () => {
  it('are those of the list, each once, or the years from one to another', () => {
    const periods = frozen(['2009-10', year2009, '2010-03-31', '2009-10', { ...year2009 }] as const)
    expect(periodsOf({ periods })).toEqual(['2009-10', year2009, '2010-03-31'])
    expect(periodsOf({ periods: { from: '2008-09', to: '2010-11' } })).toEqual(['2008-09', '2009-10', '2010-11'])
  })

  it('are refused where there is none', () => {
    expect(() => periodsOf({ periods: [] })).toThrow('periods of a panel')
    expect(() => periodsOf({ periods: undefined as unknown as [] })).toThrow('periods of a panel')
  })

  it('are refused where one is no year and no day', () => {
    for (const period of ['2009-11', '2009', '2013-02-29', ''])
      expect(() => periodsOf({ periods: [period as AskedPeriod] })).toThrow('financial year')
  })

  it('are refused where an interval ends before it begins, or has no days', () => {
    const of = (since: string, until: string) => () => periodsOf({ periods: [{ since, until } as typeof year2009] })
    expect(of('2010-03-31', '2010-03-31')).toThrow("interval of a panel: '2010-03-31 to 2010-03-31' is not allowed")
    expect(of('2010-03-31', '2009-04-01')).toThrow('a second day after the first')
    expect(of('2009-10', '2010-03-31')).toThrow("day of an interval: '2009-10' is not allowed")
    expect(of('2009-04-01', '2010-02-30')).toThrow("day of an interval: '2010-02-30'")
    expect(of('2010-03-30', '2010-03-31')).not.toThrow()
  })
})

describe('a period', () => {
  it('is a financial year, or it is not', () => {
    expect(isYear('2009-10')).toBe(true)
    expect(isYear('2010-03-31')).toBe(false)
    expect(isYear(year2009)).toBe(false)
  })

  it('has a last day', () => {
    expect(lastDayOf('2009-10')).toBe('2010-03-31')
    expect(lastDayOf('2012-02-29')).toBe('2012-02-29')
    expect(lastDayOf({ since: '2009-04-01', until: '2011-05-06' })).toBe('2011-05-06')
  })
})

describe('the terms of a request that names none', () => {
  it('are those that the documentation says', () => {
    expect(PANEL_TERMS).toEqual({ deflator: 'hmt-2025-12', pricesOf: '2023-24', tiers: 'both' })
  })
})
