import { beforeAll, describe, expect, it } from 'vitest'
import {
  CATALOGUE,
  type Indicator,
  type PanelRequest,
  type PanelTables,
  defineIndicator,
  measurePanel,
  tablesOf,
  units,
} from '../../src/index.js'
import { frozen } from '../support/frozen.js'
import { fewTables } from '../support/panel.js'

let tables: PanelTables
beforeAll(async () => {
  tables = await fewTables()
})
const REQUEST: PanelRequest = frozen({
  indicators: ['culture/nominal'],
  places: { councils: ['Nottingham'] },
  periods: ['2009-10'],
} as const)
const measure = (change: Partial<PanelRequest> = {}) => measurePanel({ ...REQUEST, ...change }, tables)

const own = (change: Partial<Parameters<typeof defineIndicator>[0]> = {}): Indicator =>
  defineIndicator({
    id: 'own/visits',
    title: 'Visits',
    unit: units.count('visit', 'visits'),
    kind: 'count',
    noun: { one: 'visit', many: 'visits' },
    coverage: { from: '2009-10', to: '2014-15' },
    source: ['own'],
    method: 'Counted.',
    figures: () => () => 1,
    ...change,
  })

describe('a request of a panel', () => {
  it('takes ids and indicators alike, each once', () => {
    const panel = measure({ indicators: ['culture/nominal', own(), 'culture/nominal', own()] })
    expect(panel.indicators.map(({ id }) => id)).toEqual(['culture/nominal', 'own/visits'])
    expect(panel.value('E06000018', 'own/visits', '2009-10').value).toBe(1)
  })

  it('is refused without indicators, and for one that there is not, with the nearest', () => {
    for (const indicators of [[], undefined as unknown as []])
      expect(() => measure({ indicators })).toThrow('indicators of a panel')
    expect(() => measure({ indicators: ['culture/real-per-hed'] })).toThrow("Did you mean 'culture/real-per-head'?")
    expect(() => measurePanel(undefined as unknown as PanelRequest, tables)).toThrow('request of a panel')
    expect(() => tablesOf(undefined as unknown as PanelRequest)).toThrow('request of a panel')
  })

  it('is left as it is', () => {
    const request = structuredClone(REQUEST)
    expect(() => measure()).not.toThrow()
    expect(REQUEST).toEqual(request)
  })
})

describe('the tables of a request', () => {
  it('are those that its indicators need, each once, and no others', () => {
    const base = ['councils/councils', 'councils/aliases', 'councils/successions', 'wards/wards']
    expect(tablesOf({ ...REQUEST, indicators: [own()] })).toEqual(base)
    const spending = tablesOf(REQUEST)
    expect(spending).toEqual([...new Set(spending)])
    expect(spending).toEqual(expect.arrayContaining(['council-spending/outturn', 'deflators/gdp-deflator']))
    expect(spending).not.toContain('wards/lsoas')
  })

  it('are those of small areas too where an indicator or a place is measured by where people live', () => {
    expect(tablesOf({ ...REQUEST, indicators: ['deprivation/imd-score'] })).toContain('wards/lsoa-populations')
    expect(tablesOf({ ...REQUEST, places: { smallAreas: [] } })).toContain('wards/lsoa-populations')
    expect(tablesOf({ ...REQUEST, indicators: [own({ inputs: ['wards/lsoas'] })] })).toContain('wards/lsoa-deprivation')
  })
})

describe('what an indicator covers', () => {
  it('lets it be measured where some of a period lies in it, and no period otherwise', () => {
    expect(
      measure({ periods: ['2006-07', '2007-08'] }).value('E06000018', 'culture/nominal', '2006-07').value,
    ).toBeNull()
    expect(() => measure({ periods: ['2006-07', '2024-25'] })).toThrow(
      'The indicator culture/nominal is not available for 2006-07, 2024-25: it is measured for financial years, ' +
        'from 2007-08 to 2023-24; bring the Revenue Outturn summary (RS) of another year and build the data with it.',
    )
    expect(() => measure({ periods: ['2010-03-31'] })).toThrow('is not available for 31 March 2010')
    expect(measure({ periods: ['2007-08'] }).cells).toBe(1)
    expect(measure({ periods: ['2023-24'] }).cells).toBe(1)
  })

  it('names its editions where it has no figures between them', () => {
    expect(() => measure({ indicators: ['deprivation/income-share'], periods: ['2012-13'] })).toThrow(
      'it is measured by edition, from 2010-11 to 2019-20 (2010-11, 2019-20); bring the file of another edition',
    )
    expect(measure({ indicators: ['deprivation/income-share'], periods: ['2012-13', '2019-20'] }).cells).toBe(2)
  })

  it('of days and intervals is met by either end', () => {
    const coverage = { from: '2010-04-01', to: '2012-03-31' }
    const stock = own({ coverage, time: 'stock', periodOf: (asked) => asked })
    const asked = (periods: PanelRequest['periods']) => () => measure({ indicators: [stock], periods })
    expect(asked(['2010-04-01'])).not.toThrow()
    expect(asked(['2012-03-31'])).not.toThrow()
    expect(asked(['2010-03-31'])).toThrow('it is measured on days (for a financial year, on its last), from 2010-04-01')
    expect(asked(['2012-04-01'])).toThrow('not available for 1 April 2012: ')
    expect(asked([{ since: '2008-04-01', until: '2010-04-01' }])).not.toThrow()
    expect(asked([{ since: '2012-03-31', until: '2014-04-01' }])).not.toThrow()
    expect(asked([{ since: '2008-04-01', until: '2010-03-31' }])).toThrow('to 2012-03-31.')
    const turnover = own({ coverage, time: 'turnover', periodOf: (asked) => asked })
    expect(() => measure({ indicators: [turnover], periods: ['2020-04-01'] })).toThrow(
      'it is measured between two days (for a financial year, from its first to its last)',
    )
  })

  it('of windows and spans is met by their ends', () => {
    const with_ = (period: ReturnType<Indicator['periodOf']>) =>
      measure({ indicators: [own({ periodOf: () => period })], periods: ['2009-10'] })
    expect(() => with_({ from: '2005-06', to: '2009-10' })).not.toThrow()
    expect(() => with_({ from: '2005-06', to: '2008-09' })).toThrow('not available')
    expect(() => with_({ from: '2015-16', to: '2016-17' })).toThrow('not available')
    expect(() => with_({ before: '2005-06', after: { from: '2008-09', to: '2009-10' } })).not.toThrow()
    expect(() => with_({ before: { from: '2014-15', to: '2015-16' }, after: '2018-19' })).not.toThrow()
    expect(() => with_({ before: '2005-06', after: '2008-09' })).toThrow('not available')
    expect(() => with_(null)).toThrow('not available')
  })
})

describe('a measured panel', () => {
  it('has a header for each indicator, in the terms of the request', () => {
    const panel = measure({
      indicators: ['culture/real', 'deprivation/imd-rank'],
      periods: ['2010-11'],
      terms: { pricesOf: '2010-11' },
    })
    expect(panel.terms).toEqual({ deflator: 'hmt-2025-12', pricesOf: '2010-11', tiers: 'both' })
    expect(panel.indicators).toEqual([
      {
        id: 'culture/real',
        title: 'Culture, in total, real terms',
        unit: units.thousandPounds({ prices: '2010-11' }),
        kind: 'amount',
        polarity: 'none',
        source: ['council-spending', 'deflators'],
        interval: null,
      },
      {
        id: 'deprivation/imd-rank',
        title: 'Index of Multiple Deprivation, rank among wards',
        unit: units.rank('rank, 1 the most deprived ward'),
        kind: 'index',
        polarity: 'more is better',
        source: ['wards'],
        interval: null,
      },
    ])
  })

  it('measures indicators of one function by one call, and makes what they share once', () => {
    let calls = 0
    const first = own({ id: 'own/a' })
    const both = (id: 'own/a' | 'own/b', measureId: string): Indicator => ({ ...first, id, measureId, measure: shared })
    const shared: Indicator['measure'] = (inputs, _, out) => {
      calls += 1
      expect([...out.keys()]).toEqual(['a', 'b'])
      expect(inputs.once('x', () => ({}))).toBe(inputs.once('x', () => ({})))
    }
    measure({ indicators: [both('own/a', 'a'), own(), both('own/b', 'b')] })
    expect(calls).toBe(1)
  })

  it('gives every indicator of the catalogue a figure of some ward and some council', () => {
    const indicators = CATALOGUE.filter(({ family }) => family !== 'sites').map(({ id }) => id)
    const panel = measure({
      indicators,
      places: { wards: ['E05001823'], councils: ['Nottingham'] },
      periods: { from: '2007-08', to: '2023-24' },
    })
    const without = indicators.filter((id) =>
      panel.periods.every((period) => panel.value('E05001823', id, period).value === null),
    )
    expect(without).toEqual([])
  })
})
