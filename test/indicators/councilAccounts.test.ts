import { table } from 'arquero'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CouncilAccounts, type FinancialYear, councilAccounts, units } from '../../src/index.js'
import { councilRegister } from '../../src/geography/index.js'
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

describe('accounts of tables of one’s own', () => {
  const register = councilRegister({
    councils: ['E3001', 'E3021', 'E3031', 'E3032'].map((e_code, i) => ({
      e_code,
      gss_code: `E0600000${i}`,
      name: e_code,
      class: 'UA' as const,
      region: 'East Midlands',
      county_e_code: null,
      start_date: i === 3 ? '2010-04-01' : null,
      end_date: i === 2 ? '2010-04-01' : null,
    })),
    aliases: [],
    successions: [],
  })
  const spent = {
    e_code: ['E3001', 'E3001', 'E3021'],
    financial_year: ['2010-11', '2009-10', '2009-10'],
    basis: ['outturn', 'outturn', 'outturn'],
    certified: [null, 'false', 'true'],
    housing: [0, 5, null],
    total_service_expenditure: [10, 20, null],
  }
  const tables = {
    outturn: table(spent),
    outturnTotals: table({
      area: ['ENGLAND', 'ENGLAND', 'O'],
      financial_year: ['2009-10', '2010-11', '2010-11'],
      housing: [100, 200, 7],
    }),
    budgets: table({ ...spent, basis: ['budget', 'budget', 'budget'], library_service: [1, 2, 3] }),
    budgetTotals: table({ area: ['ENGLAND'], financial_year: ['2010-11'], library_service: [9] }),
    populations: table({
      e_code: ['E3001', 'E3001', 'E3021'],
      year: [2009, 2010, 2009],
      population: [300, 310, 40],
      status: ['observed', 'modelled', 'observed'],
      superseded: ['false', 'false', 'true'],
    }),
    breaks: table({ basis: ['outturn'], line: ['housing'], from: ['2010-11'], note: ['a'], text: [''], source: [''] }),
    remarks: table({ e_code: [], account: [], line: [], from: [], note: [], text: [], source: [] }),
  }
  const made = councilAccounts(tables, register)
  const housing = (place: string, year: FinancialYear) => made.spending(place, 'housing', year, 'outturn')

  it('know their years in order, their basis and their source', () => {
    expect(made.years('outturn')).toEqual(['2009-10', '2010-11'])
    expect(made.spending('E3001', 'library_service', '2010-11', 'budget')).toMatchObject({
      value: 1,
      basis: 'budget',
      source: ['council-budgets'],
    })
    expect(made.breaks).toEqual([
      { basis: 'outturn', line: 'housing', from: '2010-11', note: 'a', text: '', source: '' },
    ])
    expect(made.remarks).toEqual([])
  })

  it('keep a returned 0, and mark a return that was not certified', () => {
    expect(housing('E3001', '2010-11')).toMatchObject({ value: 0, status: 'observed', notes: [] })
    expect(housing('E3001', '2009-10')).toMatchObject({ value: 5, notes: ['uncertified-return'] })
    expect(housing('E3021', '2009-10')).toMatchObject({ value: null, status: 'missing', notes: ['not-returned'] })
    expect(housing('E3021', '2010-11')).toMatchObject({ value: null, notes: ['not-returned'] })
    // Made on 1 April 2010, of nobody.
    expect(housing('E3032', '2009-10')).toMatchObject({ value: null, status: 'missing', notes: ['not-returned'] })
    expect(housing('E3031', '2009-10').notes).toEqual(['not-returned'])
    expect(housing('E3031', '2010-11').notes).toEqual(['council-ended'])
  })

  it('take authorities that are no councils off the total of England, which may hold estimates', () => {
    expect(housing('ENGLAND', '2010-11')).toMatchObject({
      value: 193,
      owner: 'country',
      notes: ['official-total-without-class-o'],
    })
    expect(housing('ENGLAND', '2009-10')).toMatchObject({
      value: 100,
      notes: ['official-total-without-class-o', 'england-may-hold-estimates'],
    })
  })

  it('have the people of the year in which a financial year begins, modelled where they are', () => {
    expect(made.population('E3001', '2009-10')).toMatchObject({ value: 300, status: 'observed', unit: units.people })
    expect(made.population('E3001', '2010-11')).toMatchObject({
      status: 'modelled',
      notes: ['population-interpolated'],
    })
    expect(made.population('E3021', '2009-10')).toMatchObject({ status: 'modelled', notes: ['population-superseded'] })
    expect(made.population('E3021', '2010-11')).toMatchObject({ value: null, notes: ['population-missing'] })
    expect(made.population('E3021', '2010-11')).not.toHaveProperty('basis')
  })

  it('are refused without rows or a key column', () => {
    const none = table({ e_code: [], financial_year: [], basis: [], total_service_expenditure: [] })
    expect(() => councilAccounts({ ...tables, outturn: none }, register)).toThrow(
      "table of council spending: 'no rows'",
    )
    const unkeyed = table({ e_code: ['E3001'], population: [1] })
    expect(() => councilAccounts({ ...tables, populations: unkeyed }, register)).toThrow('table of council accounts')
    expect(() => made.spending('E3001', 'court', '2008-09', 'outturn')).not.toThrow()
    expect(() => made.spending('E3001', 'police', '2009-10', 'outturn')).toThrow('police')
  })
})
