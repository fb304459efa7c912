import { beforeAll, describe, expect, it } from 'vitest'
import { type CouncilAccounts, units } from '../../src/index.js'
import { studyData } from '../support/data.js'

let accounts: CouncilAccounts
beforeAll(async () => {
  ;({ accounts } = await studyData())
})
const culture = (place: string, year: Parameters<CouncilAccounts['spending']>[2]) =>
  accounts.spending(place, 'cultural_and_related', year, 'outturn')

describe('spending of a council', () => {
  it('is observed with its unit, basis, place, vintage and source', () => {
    expect(culture('E3001', '2009-10')).toEqual({
      value: 26179,
      unit: units.thousandPounds(),
      period: '2009-10',
      place: { kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2025' },
      owner: 'council',
      basis: 'outturn',
      status: 'observed',
      comparable: true,
      notes: [],
      source: ['council-spending'],
    })
  })

  it('before it was made is the sum of the councils that passed whole into it', () => {
    const parts = accounts.register
      .predecessorsOf('E1302')
      .map(({ predecessor_e_code }) => culture(predecessor_e_code, '2007-08').value ?? Number.NaN)
    expect(parts.length).toBe(8)
    expect(culture('E1302', '2007-08')).toMatchObject({
      value: parts.reduce((a, b) => a + b, 0),
      status: 'observed',
      notes: ['sum-of-predecessors'],
      place: { name: 'County Durham' },
    })
  })

  it('before it was made from a divided county is missing, and says why', () => {
    expect(culture('E0202', '2008-09')).toMatchObject({
      value: null,
      status: 'missing',
      notes: ['predecessor-divided'],
    })
  })

  it('reaches through two reorganisations', () => {
    expect(culture('E3301', '2015-16').notes).toEqual(['sum-of-predecessors'])
    expect(culture('E3301', '2015-16').value).toBeGreaterThan(culture('E3320', '2015-16').value ?? Number.NaN)
  })

  it('is missing, not 0, when it was not returned, not in the form, not covered, or the council had ended', () => {
    expect(culture('E4601', '2022-23')).toMatchObject({ value: null, status: 'missing', notes: ['not-returned'] })
    expect(accounts.spending('E3001', 'public_health', '2012-13', 'outturn')).toMatchObject({
      value: null,
      notes: ['not-in-the-form'],
    })
    expect(accounts.spending('E3001', 'library_service', '2020-21', 'budget')).toMatchObject({
      value: null,
      notes: ['no-edition'],
    })
    expect(accounts.spending('E3001', 'sure_start', '2010-11', 'budget')).toMatchObject({
      value: null,
      notes: ['not-in-the-form'],
    })
    expect(accounts.spending('ENGLAND', 'library_service', '2023-24', 'budget')).toMatchObject({
      value: null,
      notes: ['no-official-total'],
    })
    expect(accounts.spending('ENGLAND', 'cultural_and_related', '2018-19', 'outturn')).toMatchObject({
      value: null,
      basis: 'derived-positive-only',
      notes: ['no-official-total'],
    })
    expect(culture('E1201', '2021-22')).toMatchObject({ value: null, notes: ['council-ended'] })
  })

  it('of the years without negatives has a basis of its own', () => {
    expect(culture('E3001', '2018-19')).toMatchObject({
      value: 9480,
      basis: 'derived-positive-only',
      notes: ['negatives-dropped'],
    })
  })
})

describe('population', () => {
  it('between two estimates is modelled', () => {
    expect(accounts.population('E3001', '2014-15')).toMatchObject({
      value: 315484,
      status: 'modelled',
      notes: ['population-interpolated', 'population-superseded'],
    })
  })

  it('made before Census 2021 for a year after 2011 says so, and is not observed', () => {
    const replaced = ['2012-13', '2013-14', '2016-17', '2017-18', '2019-20', '2020-21'] as const
    for (const year of replaced)
      expect(accounts.population('E3001', year)).toMatchObject({ status: 'modelled', notes: ['population-superseded'] })
    for (const year of ['2010-11', '2011-12', '2021-22', '2022-23', '2023-24'] as const)
      expect(accounts.population('E3001', year)).toMatchObject({ status: 'observed', notes: [] })
  })

  it('of a council that had ended by then is missing', () => {
    expect(accounts.population('E0931', '2023-24')).toMatchObject({
      value: null,
      status: 'missing',
      notes: ['population-missing'],
    })
  })

  it('of a county is that of its districts', () => {
    const districts = accounts.register.districtsOf('E3021', '2013-06-30')
    expect(accounts.population('E3021', '2013-14').value).toBe(
      districts.reduce((sum, { e_code }) => sum + (accounts.population(e_code, '2013-14').value ?? Number.NaN), 0),
    )
  })
})

describe('unknown places', () => {
  it('are refused', () => {
    expect(() => culture('E9999', '2009-10')).toThrow("unknown code of a council 'E9999'")
  })
})

describe('places', () => {
  it('go by e-code, by any GSS code that the council has or had, and England by either', () => {
    for (const code of ['E06000057', 'E06000048']) {
      expect(culture(code, '2009-10')).toEqual(culture('E2901', '2009-10'))
      expect(accounts.population(code, '2009-10')).toEqual(accounts.population('E2901', '2009-10'))
    }
    expect(culture('E92000001', '2009-10')).toEqual(culture('ENGLAND', '2009-10'))
    expect([accounts.keyOf('E06000018'), accounts.keyOf('E92000001')]).toEqual(['E3001', 'ENGLAND'])
  })
})
