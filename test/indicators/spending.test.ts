import { beforeAll, describe, expect, it } from 'vitest'
import {
  type FinancialYear,
  SPENDING_INDICATORS,
  deflator,
  measureSpending,
  spendingIndicator,
} from '../../src/index.js'
import type { CouncilData } from '../../src/datasets/index.js'
import { studyData } from '../support/data.js'

let data: CouncilData
beforeAll(async () => {
  data = await studyData()
})

const measure = (place: string, year: FinancialYear, terms: { perHead: boolean; tiers?: 'own' | 'both' }) =>
  measureSpending(
    data.accounts,
    spendingIndicator('comparable-services'),
    { place, year, base: '2009-10' },
    { prices: 'nominal', ...terms },
  )

describe('comparable services', () => {
  it('are the total without education, public health, police and fire', () => {
    const of = (line: 'total_service_expenditure' | 'education' | 'public_health' | 'police' | 'fire_and_rescue') =>
      data.accounts.spending('E3001', line, '2014-15', 'outturn').value ?? 0
    const rest =
      of('total_service_expenditure') - of('education') - of('public_health') - of('police') - of('fire_and_rescue')
    expect(measure('E3001', '2014-15', { perHead: false }).value).toBeCloseTo(rest, 0)
  })

  it('are comparable with 2009-10 up to 2013-14 and not from 2014-15 on', () => {
    expect(measure('E3001', '2013-14', { perHead: false }).comparable).toBe(true)
    expect(measure('E3001', '2014-15', { perHead: false })).toMatchObject({
      comparable: false,
      notes: ['comparable-services-gain-sure-start-and-youth'],
    })
  })

  it('meet a break that begins in the base year only from before it', () => {
    const againstTheBreak = (year: '2013-14' | '2014-15' | '2015-16') =>
      measureSpending(
        data.accounts,
        spendingIndicator('comparable-services'),
        { place: 'E3001', year, base: '2014-15' },
        { prices: 'nominal', perHead: false },
      ).comparable
    expect(['2013-14', '2014-15', '2015-16'].map((year) => againstTheBreak(year as '2014-15'))).toEqual([
      false,
      true,
      true,
    ])
  })

  it('per head are not comparable across Census 2021, nor where negatives are dropped', () => {
    for (const year of ['2021-22', '2022-23', '2023-24'] as const)
      expect(measure('E3001', year, { perHead: true })).toMatchObject({
        comparable: false,
        notes: expect.arrayContaining(['population-rebased']) as unknown,
      })
    expect(measure('E3001', '2020-21', { perHead: true }).notes).not.toContain('population-rebased')
    expect(measure('E3001', '2018-19', { perHead: false }).comparable).toBe(false)
  })

  it('per head say of every year from 2012-13 to 2020-21 that the ONS has replaced the population', () => {
    const said = data.accounts
      .years('outturn')
      .filter((year) => measure('E3001', year, { perHead: true }).notes.includes('population-superseded'))
    expect([said.at(0), said.at(-1), said.length]).toEqual(['2012-13', '2020-21', 9])
    expect(measure('E3001', '2014-15', { perHead: true }).status).toBe('modelled')
  })

  it('of a shire district can have its county’s added per head', () => {
    const [own, county, both] = [
      measure('E3031', '2009-10', { perHead: true }),
      measure('E3021', '2009-10', { perHead: true }),
      measure('E3031', '2009-10', { perHead: true, tiers: 'both' }),
    ]
    expect(both.value).toBeCloseTo((own.value ?? Number.NaN) + (county.value ?? Number.NaN), 9)
    expect(both.notes).toContain('both-tiers-added')
    expect(measure('E3001', '2009-10', { perHead: true, tiers: 'both' }).notes).not.toContain('both-tiers-added')
  })
})

describe('indicators', () => {
  it.each(Object.values(SPENDING_INDICATORS).map((indicator) => [indicator.id, indicator] as const))(
    '%s declares what a reader needs',
    (id, indicator) => {
      expect(SPENDING_INDICATORS[id]).toBe(indicator)
      for (const key of [
        'title',
        'unit',
        'kind',
        'polarity',
        'missingRule',
        'method',
        'source',
        'level',
        'availableFrom',
      ] as const)
        expect(indicator[key]).not.toBe('')
    },
  )
})

describe('deflator', () => {
  it('refuses a series that is not there and names those that are', () => {
    expect(() => deflator(data.deflators, 'cpi')).toThrow(
      "deflator: 'cpi' is not allowed. Allowed: hmt-2025-12, hmt-2019-09.",
    )
  })

  it('leaves amounts of its own year as they are, and going there and back changes nothing', () => {
    const prices = deflator(data.deflators, 'hmt-2025-12')
    expect(prices.factor('2009-10', '2009-10')).toBe(1)
    expect(prices.factor('2009-10', '2023-24') * prices.factor('2023-24', '2009-10')).toBeCloseTo(1, 12)
  })
})
