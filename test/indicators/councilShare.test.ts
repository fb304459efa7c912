import { table } from 'arquero'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  ENGLAND_PLACE,
  type FinancialYear,
  type Panel,
  type PanelTables,
  councilShare,
  measurePanel,
  units,
  yearsOf,
} from '../../src/index.js'
import { measureVoluntaryProvision } from '../../src/indicators/voluntaryProvision.js'
import { loadCouncilData } from '../../src/datasets/index.js'
import { type VoluntaryProvision, loadProvision } from '../../src/datasets/provision.js'
import { withWholePredecessors } from '../../src/geography/districtsOfCouncil.js'
import type { CouncilRegister } from '../../src/geography/index.js'
import { fewTables } from '../support/panel.js'

const YEARS = yearsOf({ from: '2008-09', to: '2013-14' })
const AMOUNT = 'voluntary-provision/amount'
const SHARE = 'voluntary-provision/share-of-expenditure'

let tables: PanelTables
let provision: VoluntaryProvision
let register: CouncilRegister
let panel: Panel
beforeAll(async () => {
  let data
  ;[tables, provision, data] = await Promise.all([fewTables(), loadProvision(), loadCouncilData()])
  register = data.register
  panel = measurePanel(
    {
      indicators: [AMOUNT, SHARE],
      places: { councils: 'all', england: true, wards: ['E05001823'] },
      periods: [...YEARS, '2014-15'],
    },
    tables,
  )
})

const told = ({ value, unit, status, owner, basis, notes, source }: ReturnType<Panel['value']>) =>
  JSON.stringify([value, unit, status, owner, basis, notes, source])

describe('a share of what councils report', () => {
  it('is for every council what measureVoluntaryProvision has, its county’s return for a district', () => {
    const different: string[] = []
    for (const place of panel.places.filter(({ kind }) => kind === 'council')) {
      const council = register.get(place.code)
      const provider = council.county_e_code ?? council.e_code
      // As a study reads them: the return of a year before a council took over one other whole is that council's.
      const returns = withWholePredecessors(provider, register).flatMap((eCode) =>
        provision.councils.filter(({ e_code }) => e_code === eCode),
      )
      for (const year of YEARS) {
        const own = returns.find((row) => row.financial_year === year)
        const was = measureVoluntaryProvision(own, own?.voluntary_return ?? 'none', { place, year })
        for (const [id, value] of [
          [AMOUNT, was.amount],
          [SHARE, was.share],
        ] as const)
          if (told(panel.value(place.code, id, year)) !== told(value)) different.push(`${place.name} ${id} ${year}`)
      }
    }
    expect(different).toEqual([])
  })

  it('is for England that of the totals, and never says that a zero was reported', () => {
    for (const year of YEARS) {
      const row = provision.england.find((each) => each.financial_year === year)
      const was = measureVoluntaryProvision(row, 'amount', { place: ENGLAND_PLACE, year })
      expect(told(panel.value('E92000001', AMOUNT, year))).toBe(told(was.amount))
      expect(told(panel.value('E92000001', SHARE, year))).toBe(told(was.share))
    }
  })

  it('is inherited by a ward, a returned 0 with its note', () => {
    // Nottingham returned 0 for 2013-14.
    expect(panel.value('E05001823', SHARE, '2013-14')).toMatchObject({
      value: 0,
      status: 'inherited',
      owner: 'council',
      notes: ['reported-zero', 'council-figure-for-ward'],
    })
    expect(panel.value('E06000018', SHARE, '2013-14')).toMatchObject({ value: 0, notes: ['reported-zero'] })
  })

  it('is missing in a year without a return, and not comparable across the breaks of the return', () => {
    expect(panel.value('E06000018', AMOUNT, '2014-15')).toMatchObject({
      value: null,
      status: 'missing',
      notes: ['not-returned'],
    })
    expect(panel.value('E05001823', AMOUNT, '2014-15').status).toBe('missing')
    const [first] = provision.breaks
    expect(first).toMatchObject({ from: '2010-11', note: 'section-251-scope-widens' })
    expect(panel.value('E06000018', SHARE, '2010-11', { base: '2009-10' })).toMatchObject({
      comparable: false,
      notes: expect.arrayContaining(['section-251-scope-widens']) as unknown,
    })
    expect(panel.value('E06000018', SHARE, '2011-12', { base: '2010-11' }).comparable).toBe(true)
  })
})

describe('councilShare', () => {
  const said = {
    title: 'Grants',
    question: 'How much?',
    noun: { one: 'grant', many: 'grants' },
    description: 'D',
    keyFacts: [],
    processing: 'P',
    cannotSay: 'C',
    method: 'M',
    missingRule: 'R',
  }
  /** A return of pounds by four councils; the county returns 30 of 60. */
  const returned = table({
    e_code: ['E3001', 'E1021', 'E1035', 'E3001', 'E3001', 'E0101', 'E1001'],
    financial_year: ['2010-11', '2010-11', '2010-11', '2011-12', '2012-13', '2010-11', '2010-11'],
    grants: [1, 30, 7, null, 5, 8, 0],
    all: [4, 60, 70, 10, 0, null, 9],
  })
  const declared = (byCounty: boolean) =>
    councilShare({
      ...said,
      id: 'grants',
      source: 'own',
      coverage: { from: '2010-11', to: '2012-13' },
      tables: { councils: 'own/councils', england: 'own/england', breaks: 'own/breaks' },
      part: 'grants',
      whole: 'all',
      wholeInWords: 'spending',
      isReportedZero: (row) => row['grants'] === 0,
      byCounty,
    })
  const own = (byCounty = true) => {
    const made = {
      ...tables,
      'own/councils': returned,
      'own/england': table({ financial_year: ['2010-11'], grants: [0], all: [50] }),
      'own/breaks': table({ from: ['2011-12'], note: ['section-251-scope-widens'] }),
    }
    const periods: FinancialYear[] = ['2010-11', '2011-12', '2012-13']
    const groups = [{ name: 'Both', councils: ['Nottingham', 'Derby'] }]
    const councils = ['E06000018', 'Derbyshire', 'Derbyshire Dales', 'Amber Valley', 'E0101', 'E1001']
    return measurePanel({ indicators: declared(byCounty), places: { councils, groups, england: true }, periods }, made)
  }
  const of = (measured: Panel, place: string, year: FinancialYear = '2010-11') =>
    (['amount', 'share-of-expenditure'] as const).map((id) => measured.value(place, `grants/${id}`, year).value)

  it('gives the amount and its share in per cent', () => {
    expect(
      declared(true).map(({ id, kind, unitIn, family, level, form, time, source, inputs }) => [
        [id, kind, unitIn({ deflator: 'hmt-2025-12', pricesOf: '2023-24', tiers: 'own' })],
        [family, level, form, time, source],
        inputs.slice(-3),
      ]),
    ).toEqual([
      [
        ['grants/amount', 'amount', units.pounds()],
        ['councilShare', 'council', 'course', 'flow', ['own']],
        ['own/councils', 'own/england', 'own/breaks'],
      ],
      [
        ['grants/share-of-expenditure', 'share', units.perCent('spending')],
        ['councilShare', 'council', 'course', 'flow', ['own']],
        ['own/councils', 'own/england', 'own/breaks'],
      ],
    ])
    expect(of(own(), 'E06000018')).toEqual([1, 25])
  })

  it('takes the county’s return for its districts where the county reports for them, and theirs otherwise', () => {
    const derbyshireDales = 'E07000035'
    expect(of(own(true), 'E10000007')).toEqual([30, 50])
    expect(of(own(true), derbyshireDales)).toEqual([30, 50])
    expect(of(own(false), derbyshireDales)).toEqual([7, 10])
  })

  it('has no share of a whole that is missing or 0, and no figure without a part', () => {
    const measured = own()
    expect(of(measured, 'E06000018', '2011-12')).toEqual([null, null])
    expect(measured.value('E06000018', 'grants/amount', '2011-12')).toMatchObject({
      status: 'missing',
      notes: ['not-returned'],
      basis: 'outturn',
    })
    expect(of(measured, 'E06000018', '2012-13')).toEqual([5, null])
    expect(measured.value('E06000018', 'grants/share-of-expenditure', '2012-13')).toMatchObject({
      status: 'missing',
      notes: [],
    })
    expect(of(measured, 'E06000022')).toEqual([8, null])
  })

  it('has none for a group of councils, and England’s own total without the note of a reported zero', () => {
    const measured = own()
    expect(of(measured, 'both')).toEqual([null, null])
    expect(of(measured, 'E92000001')).toEqual([0, 0])
    expect(measured.value('E92000001', 'grants/amount', '2010-11')).toMatchObject({ status: 'observed', notes: [] })
    expect(measured.value('E06000015', 'grants/amount', '2010-11').value).toBe(0)
  })

  it('measures years alone', () => {
    const [amount] = declared(true)
    expect([amount?.periodOf('2010-11'), amount?.periodOf('2011-03-31')]).toEqual(['2010-11', null])
  })
})
