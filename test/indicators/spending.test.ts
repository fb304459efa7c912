import { beforeAll, describe, expect, it } from 'vitest'
import {
  type FinancialYear,
  SPENDING_INDICATORS,
  type Terms,
  deflator,
  measureSpending,
  spendingIndicator,
  units,
} from '../../src/index.js'
import { breaksOf } from '../../src/indicators/spending.js'
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

describe('an amount', () => {
  const culture = (terms: Terms, place = 'E3001', year: FinancialYear = '2014-15') =>
    measureSpending(data.accounts, spendingIndicator('culture'), { place, year, base: year }, terms)

  it('is of its own place, unit and sources in each of its terms', () => {
    const by = deflator(data.deflators, 'hmt-2025-12')
    const prices = { by, of: '2009-10' } as const
    // Nottingham spent 20,436 thousand pounds on culture in 2014-15 and had 315,484 residents by its interpolation.
    const factor = by.factor('2014-15', '2009-10')
    expect(culture({ prices: 'nominal', perHead: false })).toMatchObject({
      value: 20436,
      unit: units.thousandPounds(),
      source: ['council-spending'],
      status: 'observed',
    })
    expect(culture({ prices, perHead: false })).toMatchObject({
      value: 20436 * factor,
      unit: units.thousandPounds({ prices: '2009-10' }),
      source: ['council-spending', 'deflators'],
    })
    expect(culture({ prices: 'nominal', perHead: true })).toMatchObject({
      value: (20436 * 1000) / 315484,
      unit: units.pounds({ per: 'head' }),
      source: ['council-spending', 'council-populations'],
      status: 'modelled',
    })
    expect(culture({ prices, perHead: true })).toMatchObject({
      value: (20436 * factor * 1000) / 315484,
      unit: units.pounds({ per: 'head', prices: '2009-10' }),
      source: ['council-spending', 'deflators', 'council-populations'],
    })
  })

  it('of one tier of two says so, and of both is inherited', () => {
    const nominal = { prices: 'nominal', perHead: true } as const
    for (const place of ['E1035', 'E1021']) {
      expect(culture(nominal, place, '2009-10').notes).toEqual(['one-tier-alone'])
      expect(culture({ ...nominal, perHead: false, tiers: 'both' }, place, '2009-10').notes).toEqual(['one-tier-alone'])
    }
    expect(culture({ ...nominal, tiers: 'both' }, 'E1035', '2009-10')).toMatchObject({
      status: 'inherited',
      notes: ['both-tiers-added'],
      owner: 'council',
      place: { name: 'Derbyshire Dales' },
    })
    expect(culture(nominal, 'ENGLAND', '2009-10').notes).not.toContain('one-tier-alone')
    expect(culture({ ...nominal, tiers: 'both' }, 'E1021', '2009-10').notes).toEqual(['one-tier-alone'])
  })

  it('is not comparable across what one council books elsewhere', () => {
    const remark = data.accounts.remarks.find(({ note }) => note === 'vivacity-takes-over-culture')
    if (remark === undefined) throw new Error('no remark')
    const at = (place: string, base: FinancialYear) =>
      measureSpending(
        data.accounts,
        spendingIndicator('culture'),
        { place, year: remark.from, base },
        { prices: 'nominal', perHead: false },
      )
    expect(at(remark.e_code, '2007-08')).toMatchObject({ comparable: false, notes: ['vivacity-takes-over-culture'] })
    expect(at(remark.e_code, remark.from).comparable).toBe(true)
    expect(at('E3001', '2007-08').comparable).toBe(true)
  })
})

describe('indicators', () => {
  it('read the lines of the Revenue Outturn and of the budgets by which they are named', () => {
    const [outturn, budget] = (['outturn', 'budget'] as const).map((account) =>
      Object.values(SPENDING_INDICATORS)
        .filter((indicator) => indicator.account === account)
        .map(({ id, lines, breakLine, availableFrom }) => [id, lines.join(' '), breakLine, availableFrom].join(': ')),
    )
    const comparable =
      'highways_and_transport social_care housing cultural_and_related environmental_and_regulatory ' +
      'planning_and_development court central other'
    expect(outturn).toEqual([
      `comparable-services: ${comparable}: comparable_services: 2007-08`,
      'culture: cultural_and_related: cultural_and_related: 2007-08',
      'education: education: education: 2007-08',
      'highways-and-transport: highways_and_transport: highways_and_transport: 2007-08',
      'social-care: social_care: social_care: 2007-08',
      'children-social-care: children_social_care: children_social_care: 2011-12',
      'adult-social-care: adult_social_care: adult_social_care: 2011-12',
      'public-health: public_health: public_health: 2013-14',
      'housing: housing: housing: 2007-08',
      'environment: environmental_and_regulatory: environmental_and_regulatory: 2007-08',
      'planning: planning_and_development: planning_and_development: 2007-08',
      'police: police: police: 2007-08',
      'fire-and-rescue: fire_and_rescue: fire_and_rescue: 2007-08',
      'central-services: central: central: 2007-08',
      'other-services: other: other: 2007-08',
      'all-services: total_service_expenditure: total_service_expenditure: 2007-08',
    ])
    expect(budget).toEqual([
      'library-budget: library_service: library_service: 2010-11',
      'open-spaces-budget: open_spaces: open_spaces: 2010-11',
      'recreation-budget: recreation_and_sport: recreation_and_sport: 2010-11',
      'community-development-budget: community_development: community_development: 2010-11',
      'young-people-budget: young_people: young_people: 2011-12',
      'sure-start-budget: sure_start: sure_start: 2014-15',
    ])
  })

  it('name their service within a sentence', () => {
    expect(Object.values(SPENDING_INDICATORS).map(({ inWords }) => inWords)).toEqual([
      'comparable services (all but education, public health, police and fire)',
      'cultural and related services (libraries, leisure, parks, museums, tourism)',
      'the library service',
      'parks and open spaces',
      'recreation and sport',
      'community development',
      'services for young people',
      'Sure Start children’s centres and early years',
      'education',
      'highways and transport',
      'social care of children and adults',
      'children’s social care',
      'adult social care',
      'public health',
      'housing services',
      'environmental and regulatory services',
      'planning and development',
      'the police',
      'fire and rescue',
      'central services',
      'other services',
      'all services together',
    ])
  })

  it('have the breaks of their line; social care has those of children’s too', () => {
    for (const indicator of Object.values(SPENDING_INDICATORS))
      expect(breaksOf(indicator)).toEqual(
        indicator.id === 'social-care' ? ['social_care', 'children_social_care'] : [indicator.breakLine],
      )
    expect(SPENDING_INDICATORS.culture).toMatchObject({
      unit: units.pounds(),
      kind: 'amount',
      polarity: 'none',
      level: 'council',
      source: 'Revenue Outturn, net current expenditure',
    })
    expect(SPENDING_INDICATORS['library-budget'].source).toBe('Revenue Account budgets, net current expenditure')
  })

  it('are found by their id, and refused otherwise', () => {
    expect(spendingIndicator('housing')).toBe(SPENDING_INDICATORS.housing)
    expect(() => spendingIndicator('houses' as 'housing')).toThrow("indicator of spending: 'houses' is not allowed")
    expect(() => spendingIndicator('toString' as 'housing')).toThrow('Allowed: comparable-services, culture')
  })

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
