import { describe, expect, it } from 'vitest'
import { type PriceLevelRow, deflator } from '../../src/index.js'
import { frozen } from '../support/frozen.js'

const row = (financial_year: string, level: number, series = 'own'): PriceLevelRow => ({
  series,
  financial_year,
  level,
})
const rows = frozen([row('2014-15', 100), row('2009-10', 80), row('2009-10', 50, 'other'), row('1955-56', 4)])

describe('a deflator', () => {
  it('multiplies by the level of the later year over that of the earlier, of its own series', () => {
    const prices = deflator(rows, 'own')
    expect(prices.factor('2009-10', '2014-15')).toBe(1.25)
    expect(prices.factor('2014-15', '2009-10')).toBe(0.8)
    expect(prices).toMatchObject({ series: 'own', years: ['1955-56', '2009-10', '2014-15'] })
    expect(deflator(rows, 'other').years).toEqual(['2009-10'])
  })

  it('has no factor of a year without a level', () => {
    expect(() => deflator(rows, 'own').factor('2010-11', '2014-15')).toThrow(
      "year of the deflator own: '2010-11' is not allowed. Allowed: 1955-56 to 2014-15.",
    )
  })

  it('is refused for a series that there is not, with those that there are', () => {
    expect(() => deflator(rows, 'none')).toThrow("deflator: 'none' is not allowed. Allowed: own, other.")
    expect(() => deflator(undefined as unknown as [], 'own')).toThrow('rows of price levels')
  })

  it('is refused for a year that stands twice, is none, or has no positive level', () => {
    expect(() => deflator([...rows, row('2009-10', 81)], 'own')).toThrow(/2009-10.*2.*5/)
    for (const year of ['2009', '2009-11', '2009-2010'])
      expect(() => deflator([row(year, 1)], 'own')).toThrow(`financial year: '${year}' is not allowed`)
    expect(() => deflator([row(2009 as unknown as string, 1)], 'own')).toThrow('financial year')
    for (const level of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => deflator([row('2009-10', level)], 'own')).toThrow('level of the deflator own in 2009-10')
    expect(() => deflator([row('2009', 0, 'other'), row('2009-10', 1)], 'own')).not.toThrow()
  })
})
