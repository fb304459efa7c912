import { table } from 'arquero'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type FinancialYear,
  type PanelRequest,
  type PanelTables,
  type SpendingDeclaration,
  type SpendingIndicatorId,
  SPENDING_INDICATORS,
  deflator,
  measurePanel,
  measureSpending,
  spendingLine,
  units,
  yearsOf,
} from '../../src/index.js'
import { type CouncilData, loadCouncilData } from '../../src/datasets/index.js'
import { existsOn } from '../../src/geography/index.js'
import { panelTables } from '../support/panel.js'

let tables: PanelTables
let data: CouncilData
beforeAll(async () => {
  ;[tables, data] = await Promise.all([panelTables(), loadCouncilData()])
})

const YEARS = yearsOf({ from: '2007-08', to: '2023-24' })
const MEASURES = [
  ['nominal', false, false],
  ['real', true, false],
  ['per-head', false, true],
  ['real-per-head', true, true],
] as const
/**
 * A city, a council that books culture elsewhere, a district and its county, councils made of others in 2009, 2019,
 * 2020, 2021 and 2023, some of them of a divided county, one that ended, the smallest ones.
 */
const CHOSEN = [
  ...['Nottingham', 'Peterborough', 'Derbyshire Dales', 'Derbyshire', 'Wiltshire', 'Cheshire East'],
  ...['Bournemouth, Christchurch and Poole', 'Dorset', 'Buckinghamshire', 'West Northamptonshire'],
  ...['Cumberland', 'North Yorkshire', 'Craven', 'City of London', 'Isles of Scilly'],
]
/** The chosen councils that existed on a day, and every sixtieth. */
const councilsOn = (day: string): string[] =>
  data.register.councils
    .filter((council, i) => existsOn(council, day) && (i % 60 === 7 || CHOSEN.includes(council.name)))
    .map(({ e_code }) => e_code)
const panelOf = (request: Omit<PanelRequest, 'periods'> & Partial<Pick<PanelRequest, 'periods'>>) =>
  measurePanel({ periods: YEARS, ...request }, tables)

const ALL = Object.keys(SPENDING_INDICATORS) as SpendingIndicatorId[]

/** Against which a year is compared, in turn; by itself too. */
const BASES = [undefined, '2009-10', '2015-16', '2020-21', '2009-10'] as const

/** What of a value must be alike. */
const told = ({ value, unit, status, owner, basis, comparable, notes }: ReturnType<typeof measureSpending>) =>
  JSON.stringify([value, unit, status, owner, basis, comparable, [...notes].sort()])

describe('a line of spending', () => {
  it.each([
    ['both', '2023-04-01', ALL],
    ['both', '2010-04-01', ['comparable-services', 'social-care', 'open-spaces-budget']],
    ['own', '2023-04-01', ['comparable-services', 'culture', 'library-budget']],
  ] as const)(
    'has for every council and year what measureSpending has, by itself and against a base (%s tiers, %s)',
    (tiers, asOf, lines) => {
      const councils = councilsOn(asOf)
      const places = [...councils, 'ENGLAND']
      const panel = panelOf({
        indicators: lines.flatMap((id) => MEASURES.map(([measure]) => `${id}/${measure}`)),
        places: { councils, england: true },
        terms: { tiers },
        asOf,
      })
      const by = deflator(data.deflators, 'hmt-2025-12')
      const different: string[] = []
      let compared = 0
      for (const line of lines)
        for (const [measure, real, perHead] of MEASURES)
          for (const place of places)
            for (const year of YEARS) {
              const base = BASES[compared++ % BASES.length]
              const code = data.accounts.placeOf(place).code
              const is = told(panel.value(code, `${line}/${measure}`, year, { base }))
              const terms = { prices: real ? ({ by, of: '2023-24' } as const) : 'nominal', perHead, tiers } as const
              const at = { place, year, base: base ?? year }
              const was = told(measureSpending(data.accounts, SPENDING_INDICATORS[line], at, terms))
              if (is !== was) different.push(`${line}/${measure} ${place} ${year} ${base ?? ''}: ${is} not ${was}`)
            }
      expect(different.slice(0, 5)).toEqual([])
      expect(compared).toBeGreaterThan(lines.length * 1000)
    },
  )
})

describe('a line of spending of a ward', () => {
  it('is inherited from its council, and says so', () => {
    const panel = panelOf({
      indicators: ['culture/nominal', 'culture/real-per-head'],
      places: { wards: ['E05001823'], councils: ['Nottingham'] },
    })
    // The outturn of Nottingham: 26,179 thousand pounds in 2009-10, as published.
    expect(panel.value('E05001823', 'culture/nominal', '2009-10')).toMatchObject({
      value: 26179,
      status: 'inherited',
      owner: 'council',
      notes: ['council-figure-for-ward'],
      place: { kind: 'ward', code: 'E05001823', name: 'Aspley', vintage: 'WD13' },
    })
    const [own, council] = ['E05001823', 'E06000018'].map((code) =>
      panel.value(code, 'culture/real-per-head', '2014-15'),
    )
    expect(own).toMatchObject({ value: council?.value, status: 'modelled', owner: 'council' })
    expect(own?.notes).toEqual([...(council?.notes ?? []), 'council-figure-for-ward'])
    expect(panel.value('E05001823', 'culture/nominal', '2019-20')).toMatchObject({
      comparable: false,
      basis: 'derived-positive-only',
    })
  })
})

describe('a line of spending of a district', () => {
  it('is not comparable, per person with its county’s, across what the county books elsewhere', () => {
    const remarks = table({
      e_code: ['E1021'],
      account: ['outturn'],
      line: ['cultural_and_related'],
      from: ['2010-11'],
      note: ['vivacity-takes-over-culture'],
      text: [''],
      source: [''],
    })
    const at = (measure: string, tiers: 'own' | 'both') =>
      measurePanel(
        {
          indicators: [`culture/${measure}`],
          places: { councils: ['Derbyshire Dales'] },
          periods: YEARS,
          terms: { tiers },
        },
        { ...tables, 'council-spending/remarks': remarks },
      ).value('E07000035', `culture/${measure}`, '2011-12', { base: '2009-10' }).comparable
    expect(at('per-head', 'both')).toBe(false)
    expect(at('real-per-head', 'both')).toBe(false)
    expect(at('nominal', 'both')).toBe(true)
    expect(at('per-head', 'own')).toBe(true)
  })
})

describe('a line of spending of several councils', () => {
  it('is their sum; per person, of their residents', () => {
    const panel = panelOf({
      indicators: ['culture/nominal', 'culture/per-head', 'people/residents'],
      places: { councils: ['Nottingham', 'Derby'], groups: [{ name: 'The two', councils: ['Nottingham', 'Derby'] }] },
      periods: ['2009-10', '2020-21'],
    })
    const sum = (id: string) =>
      ['E06000018', 'E06000015'].reduce((all, code) => all + (panel.value(code, id, '2009-10').value ?? Number.NaN), 0)
    const total = panel.value('the-two', 'culture/nominal', '2009-10')
    expect(total).toMatchObject({ value: sum('culture/nominal'), status: 'observed', owner: 'group', notes: [] })
    expect(panel.value('the-two', 'culture/per-head', '2009-10').value).toBe(
      (sum('culture/nominal') * 1000) / sum('people/residents'),
    )
  })

  it('of two tiers says that each is alone, and adds no county', () => {
    const groups = [{ name: 'Dales', councils: ['Derbyshire Dales', 'Nottingham'] }]
    const panel = panelOf({ indicators: ['culture/nominal', 'culture/per-head'], places: { groups } })
    for (const id of ['culture/nominal', 'culture/per-head'])
      expect(panel.value('dales', id, '2009-10').notes).toEqual(['one-tier-alone'])
  })

  it('is missing for small areas that lie in several councils', () => {
    const panel = panelOf({
      indicators: ['culture/nominal'],
      // In Nottingham (Aspley) and in the City of London.
      places: { smallAreas: [{ name: 'apart', lsoas: ['E01013819', 'E01000001'] }] },
      periods: ['2009-10'],
    })
    expect(panel.value('apart', 'culture/nominal', '2009-10')).toMatchObject({ value: null, status: 'missing' })
  })
})

describe('terms of amounts', () => {
  it('name the prices in the unit, and real terms end where the deflator does', () => {
    const panel = panelOf({
      indicators: ['culture/real', 'culture/nominal', 'culture/real-per-head', 'culture/per-head'],
      places: { councils: ['Nottingham'], england: true },
      terms: { deflator: 'hmt-2019-09', pricesOf: '2014-15' },
    })
    expect(panel.indicators.map(({ unit }) => unit)).toEqual([
      units.thousandPounds({ prices: '2014-15' }),
      units.thousandPounds(),
      units.pounds({ per: 'head', prices: '2014-15' }),
      units.pounds({ per: 'head' }),
    ])
    // The year of the prices is left as it is.
    expect(panel.value('E06000018', 'culture/real', '2014-15').value).toBe(20436)
    for (const id of ['culture/real', 'culture/real-per-head'])
      expect(panel.value('E06000018', id, '2020-21')).toMatchObject({ value: null, status: 'missing' })
    expect(panel.value('E06000018', 'culture/nominal', '2020-21').value).not.toBeNull()
  })

  it('leave out the county where only the own tier is asked for', () => {
    const request = { indicators: ['culture/per-head'], places: { councils: ['Derbyshire Dales', 'Derbyshire'] } }
    const at = (code: string, tiers: 'own' | 'both') =>
      panelOf({ ...request, terms: { tiers } }).value(code, 'culture/per-head', '2009-10')
    expect(at('E07000035', 'own').notes).toEqual(['one-tier-alone'])
    expect(at('E07000035', 'both').notes).toEqual(['both-tiers-added'])
    expect(at('E07000035', 'both').value).toBeCloseTo(
      (at('E07000035', 'own').value ?? Number.NaN) + (at('E10000007', 'own').value ?? Number.NaN),
      9,
    )
  })
})

describe('spendingLine', () => {
  const declared: SpendingDeclaration = Object.freeze({
    id: 'my-culture',
    title: 'Culture',
    inWords: 'culture',
    account: 'outturn',
    lines: ['cultural_and_related'],
    method: 'The line.',
  } as const)

  it('gives four measures, each with its unit, kind, sources and what it says', () => {
    const made = spendingLine(declared)
    expect(made.map(({ id, kind, source, title }) => [id, kind, source.join(' '), title])).toEqual([
      ['my-culture/nominal', 'amount', 'council-spending', 'Culture, in total, nominal'],
      ['my-culture/real', 'amount', 'council-spending deflators', 'Culture, in total, real terms'],
      ['my-culture/per-head', 'rate', 'council-spending council-populations', 'Culture, per person, nominal'],
      [
        'my-culture/real-per-head',
        'rate',
        'council-spending council-populations deflators',
        'Culture, per person, real terms',
      ],
    ])
    for (const each of made)
      expect(each).toMatchObject({
        family: 'spending',
        member: 'my-culture',
        polarity: 'none',
        level: 'council',
        time: 'flow',
        form: 'change',
        interval: null,
        noun: { one: 'culture', many: 'culture' },
        coverage: { from: '2007-08', to: '2023-24' },
      })
    expect(made[3]?.description).toBe('What councils spent on culture, per person, real terms.')
    expect(made.map(({ processing }) => processing.split('. ').length)).toEqual([1, 2, 2, 3])
    expect(made[0]?.method).toBe('The line. Revenue Outturn, net current expenditure.')
  })

  it('takes what is said of a line and when it begins from its declaration', () => {
    const said = { description: 'D', keyFacts: ['K'], processing: 'P', cannotSay: 'C' }
    const [budget] = spendingLine({
      ...declared,
      ...said,
      account: 'budget',
      lines: ['library_service'],
      availableFrom: '2012-13',
    })
    expect(budget).toMatchObject({ ...said, coverage: { from: '2012-13', to: '2023-24' }, source: ['council-budgets'] })
    expect(spendingLine({ ...declared, account: 'budget' })[0]?.coverage.from).toBe('2010-11')
  })

  it('measures years alone: a day or an interval has no figure', () => {
    const [nominal] = spendingLine(declared)
    expect(nominal?.periodOf('2009-10')).toBe('2009-10')
    expect(nominal?.periodOf('2010-03-31')).toBeNull()
    const panel = panelOf({
      indicators: spendingLine(declared),
      places: { councils: ['Nottingham'] },
      periods: ['2010-03-31', '2009-10'],
    })
    expect(panel.value('E06000018', 'my-culture/nominal', '2009-10').value).toBe(26179)
    expect(panel.value('E06000018', 'my-culture/nominal', '2010-03-31')).toMatchObject({
      value: null,
      period: '2010-03-31',
    })
  })

  it('finds the breaks of a line under its own name, unless another is declared', () => {
    const at = (change: Partial<SpendingDeclaration>, base: FinancialYear, year: FinancialYear) => {
      const indicators = spendingLine({ ...declared, account: 'budget', lines: ['young_people'], ...change })
      return panelOf({ indicators, places: { councils: ['Nottingham'] } }).value(
        'E06000018',
        'my-culture/nominal',
        year,
        { base },
      ).comparable
    }
    const { breaks } = data.accounts
    const first = breaks.find(({ basis, line }) => basis === 'budget' && line === 'young_people')
    if (first === undefined) throw new Error('no break of the line')
    const before = YEARS[YEARS.indexOf(first.from) - 1] as FinancialYear
    expect(at({}, before, first.from)).toBe(false)
    expect(at({ breakLine: 'no-such-line' }, before, first.from)).toBe(true)
    expect(at({ breakLines: ['no-such-line', 'young_people'] }, before, first.from)).toBe(false)
    expect(at({}, first.from, first.from)).toBe(true)
  })
})
