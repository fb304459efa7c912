import { describe, expect, it } from 'vitest'
import { type Amenity, SITE_KINDS, type SiteChange, datedSites, siteIndicators, siteKind } from '../../../src/index.js'
import { distanceInMetres } from '../../../src/geography/index.js'
import { PANEL_TERMS } from '../../../src/indicators/panelRequest.js'
import { sitePanel } from '../../../src/indicators/sites/siteIndicators.js'
import type { AmenityMeasureId } from '../../../src/indicators/sites/siteMeasures.js'
import type { IsoDate } from '../../../src/model/period.js'
import { unitText } from '../../../src/model/unit.js'
import type { AskedPeriod, FramePlace } from '../../../src/panel/frame.js'

/** A degree of latitude at 52.97 degrees north is 111,267 m on the ellipsoid of WGS84. */
const north = (metres: number) => ({ longitude: -1.2, latitude: 52.97 + metres / 111_267 })
const on = (day: IsoDate) => ({ earliest: day, latest: day })
const COUNCIL = 'E06000018'
const KIND = siteKind({
  id: 'halls',
  one: 'hall',
  many: 'halls',
  unit: { one: 'room', many: 'rooms' },
  aspects: [
    'units',
    'water',
    'said-replaced',
    'temporary',
    'transferred',
    'lost-from-sight',
    'lost-months',
    'staffed-hours',
  ],
  days: { first: '2009-04-01', last: '2020-04-01' },
  editionDays: ['2016-07-01'],
  transfersFrom: '2016-07-01',
  belongsBy: 'authority',
  source: 'halls',
  publisher: 'A list',
  amenity: (_, terms) => datedSites(terms, []),
})
const site = (id: string, metres: number, ward_code: string, more = {}) => ({
  id,
  point: north(metres),
  ward_code,
  authority_code: COUNCIL,
  opened: null,
  closed: null,
  ...more,
})
const change = (site: number, day: IsoDate, kind: SiteChange['kind'], more: Partial<SiteChange> = {}): SiteChange => ({
  site,
  day,
  earliest: day,
  kind,
  wasOpen: kind !== 'opened' && kind !== 'reopened',
  saidReplaced: false,
  operator: null,
  replacedBy: null,
  ...more,
})
const SITES = datedSites(KIND, [
  site('always', 500, 'A', { units: 2 }),
  site('closing', 1500, 'B', { closed: { earliest: '2012-01-01', latest: '2012-12-31' } }),
  site('opening', 3000, 'A', { opened: on('2014-05-01'), units: 3 }),
  site('abroad', 9000, 'Z', { authority_code: 'E06000031' }),
])

const place = (code: string, kind: 'ward' | 'council' | 'country', change: Partial<FramePlace>): FramePlace => ({
  place: { kind, code, name: code, vintage: 'WD13' },
  councils: [],
  isEngland: false,
  inherits: false,
  parts: [],
  homes: [],
  authorities: new Set([COUNCIL]),
  ...change,
})
const home = (origin: number, people: number) => ({ origin, people, lsoa_code: `L${origin}`, ward_code: 'A' })
const NO_CODES = new Set<string>()
const PLACES = [
  place('A', 'ward', { parts: [{ codes: NO_CODES, wards: new Set(['A']) }], homes: [home(0, 300), home(1, 100)] }),
  place('B', 'ward', { parts: [{ codes: NO_CODES, wards: new Set(['B']) }] }),
  place('C', 'council', { parts: [{ codes: new Set([COUNCIL]), wards: new Set(['A']) }], homes: [home(0, 300)] }),
  place('E', 'country', { parts: null, authorities: null, homes: [home(0, 300), home(1, 100)] }),
]
const CENTRES = [north(0), north(2000)]

function panelOf(amenity: Amenity, measures: readonly AmenityMeasureId[], periods: readonly AskedPeriod[]) {
  const frame = { places: PLACES, periods, terms: PANEL_TERMS }
  const surroundings = { centres: CENTRES, centreOf: (code: string) => (code === 'A' ? north(100) : null) }
  return sitePanel({ kind: KIND, amenity, surroundings, frame, measures })
}

/** The figures of the four places: value, or value with its bounds. */
function figures(measure: AmenityMeasureId, period: AskedPeriod, amenity = SITES) {
  const panel = panelOf(amenity, [measure], [period])
  return PLACES.map(({ place: { code } }) => {
    const { value, bounds } = panel.value(code, `halls/${measure}`, period)
    return bounds === undefined ? value : [value, bounds.lower, bounds.upper]
  })
}
const detail = (measure: AmenityMeasureId, period: AskedPeriod, code: string, amenity = SITES) =>
  panelOf(amenity, [measure], [period]).value(code, `halls/${measure}`, period)

describe('measureSites', () => {
  it('counts what is open in a ward by its wards, in a council by its authority, and in England everywhere', () => {
    expect(figures('sites-open', '2010-04-01')).toEqual([1, 1, 2, 3])
    expect(figures('sites-open', '2012-06-01')).toEqual([1, [1, 0, 1], [2, 1, 2], [3, 2, 3]])
    expect(figures('sites-open', '2013-01-01')).toEqual([1, 0, 1, 2])
    expect(figures('sites-open', '2014-05-01')).toEqual([2, 0, 2, 3])
    expect(figures('units-open', '2014-05-01')).toEqual([5, 0, 5, 6])
    expect(detail('sites-open', '2012-06-01', 'B').notes).toEqual(['dates-by-year'])
    expect(detail('sites-open', '2012-06-01', 'A').notes).toEqual([])
    expect(detail('sites-open', '2012-06-01', 'A')).toMatchObject({
      status: 'observed',
      owner: 'ward',
      source: ['halls'],
    })
  })

  it('says that the area is of some where others have none', () => {
    const measured = { ...SITES, on: (day: IsoDate) => SITES.on(day).map(withWater) }
    expect(figures('water-open', '2014-05-01', measured)).toEqual([200, 0, 200, 300])
    expect(detail('water-open', '2014-05-01', 'A', measured)).toMatchObject({
      status: 'partial',
      notes: ['water-of-some'],
    })
    expect(detail('water-open', '2014-05-01', 'B', measured)).toMatchObject({ status: 'observed', notes: [] })
  })

  it('measures how near open sites are to residents, weighted by people, and nothing without them', () => {
    expect(figures('share-1km', '2010-04-01')).toEqual([100, null, 100, 100])
    expect(figures('share-2km', '2014-05-01')).toEqual([100, null, 100, 100])
    expect(figures('share-1km', '2013-01-01')).toEqual([75, null, 100, 75])
    expect(figures('share-1km', '2012-06-01')).toEqual([[100, 75, 100], null, 100, [100, 75, 100]])
    expect(figures('sites-2km', '2010-04-01')).toEqual([2, null, 2, 2])
    expect(figures('sites-4km', '2014-05-01')).toEqual([2, null, 2, 2])
    expect(figures('units-4km', '2014-05-01')).toEqual([5, null, 5, 5])
    expect(detail('share-1km', '2012-06-01', 'A').notes).toEqual([
      'residents-at-lsoa-centres',
      'near-by-dates-and-places',
    ])
    expect(detail('share-1km', '2013-01-01', 'A')).toMatchObject({
      status: 'modelled',
      notes: ['residents-at-lsoa-centres'],
    })
    const metres = distanceInMetres(north(0), north(500)) * 300 + distanceInMetres(north(2000), north(1500)) * 100
    expect(detail('mean-distance', '2010-04-01', 'A').value).toBeCloseTo(metres / 400 / 1000, 9)
    const { value, bounds } = detail('mean-distance', '2012-06-01', 'A')
    expect([value, bounds?.lower].map((each) => each?.toFixed(2))).toEqual(['0.50', '0.50'])
    expect(bounds?.upper.toFixed(2)).toBe('0.75')
  })

  it('measures around the centre of a ward, and of nothing else', () => {
    expect(figures('sites-near-centre', '2010-04-01')).toEqual([2, null, null, null])
    expect(figures('sites-near-centre', '2012-06-01')).toEqual([[2, 1, 2], null, null, null])
    expect(figures('units-near-centre', '2014-05-01')).toEqual([5, null, null, null])
    expect(detail('distance-from-centre', '2010-04-01', 'A').value).toBeCloseTo(
      distanceInMetres(north(100), north(500)) / 1000,
      9,
    )
    expect(detail('distance-from-centre', '2010-04-01', 'A').notes).toEqual(['around-ward-centre'])
    expect(detail('sites-near-centre', '2012-06-01', 'A').notes).toEqual([
      'around-ward-centre',
      'near-by-dates-and-places',
    ])
  })

  it('counts each change once, as what it was, where the site stood, after the first day up to the last', () => {
    const changes = [
      change(0, '2011-01-01', 'closed', { replacedBy: 2 }),
      change(0, '2011-02-01', 'reopened'),
      change(1, '2011-03-01', 'closed', { saidReplaced: true }),
      change(2, '2011-04-01', 'closed'),
      change(1, '2011-05-01', 'closed'),
      change(2, '2011-06-01', 'temporarily-closed'),
      change(1, '2011-07-01', 'lost-from-sight'),
      change(2, '2011-08-01', 'opened'),
      change(0, '2017-01-01', 'transferred', { operator: 'community' }),
      change(0, '2017-02-01', 'transferred', { operator: 'community' }),
      change(1, '2017-03-01', 'transferred', { operator: 'council' }),
      change(1, '2017-03-02', 'transferred', { operator: 'not known' }),
    ]
    const amenity = { ...SITES, changes }
    const then = { since: '2011-01-01', until: '2011-12-31' } as const
    const all = { since: '2010-12-31', until: '2017-12-31' } as const
    expect(figures('closings-gross', then, amenity)).toEqual([1, 2, 3, 3])
    expect(figures('closings-gross', all, amenity)).toEqual([2, 2, 4, 4])
    expect(figures('closings-replaced', all, amenity)).toEqual([1, 0, 1, 1])
    expect(figures('closings-said-replaced', all, amenity)).toEqual([0, 1, 1, 1])
    expect(figures('closings-open-again', then, amenity)).toEqual([0, 1, 1, 1])
    expect(figures('closings-lasting', then, amenity)).toEqual([1, 0, 1, 1])
    expect(figures('closings-temporary', then, amenity)).toEqual([1, 0, 1, 1])
    expect(figures('lost-from-sight', then, amenity)).toEqual([0, 1, 1, 1])
    expect(figures('opened', then, amenity)).toEqual([1, 0, 1, 1])
    expect(figures('reopened', then, amenity)).toEqual([1, 0, 1, 1])
    expect(figures('transferred', all, amenity)).toEqual([1, 0, 1, 1])
    expect(detail('transferred', then, 'A', amenity)).toMatchObject({ value: null, notes: ['transfers-from-2016'] })
    expect(figures('net-change', { since: '2010-04-01', until: '2014-05-01' })).toEqual([1, -1, 0, 0])
  })

  it('sums hours and lost months over the sites of a place', () => {
    const reports = {
      editionDays: ['2016-07-01'] as const,
      staffedHours: (site: number) => [20, null, 15.5, 40][site] ?? null,
      lostMonths: (site: number) => ({ months: site, lower: site === 2 ? 1 : site, upper: site + 0.04 }),
    }
    const amenity = { ...SITES, perSite: reports }
    expect(figures('staffed-hours', '2016-07-01', amenity)).toEqual([35.5, null, 35.5, 75.5])
    expect(detail('staffed-hours', '2016-07-01', 'A', amenity)).toMatchObject({ status: 'observed', notes: [] })
    const some = { ...amenity, perSite: { ...reports, staffedHours: (site: number) => (site === 0 ? 20 : null) } }
    expect(detail('staffed-hours', '2016-07-01', 'A', some)).toMatchObject({
      value: 20,
      status: 'partial',
      notes: ['hours-of-some'],
    })
    const span = { since: '2014-06-01', until: '2015-06-01' } as const
    expect(figures('lost-months', span, amenity)).toEqual([[2, 1, 2.1], 1, [3, 2, 3.1], [6, 5, 6.2]])
    expect(detail('lost-months', span, 'A', amenity).notes).toEqual(['dates-by-year'])
    expect(detail('lost-months', span, 'B', amenity).notes).toEqual([])
  })

  it('has no figure of a day or an interval that the sites do not cover', () => {
    for (const [measure, period] of [
      ['sites-open', '2009-03-31'],
      ['share-1km', '2020-04-02'],
      ['opened', { since: '2009-03-31', until: '2010-04-01' }],
      ['opened', { since: '2019-04-01', until: '2020-04-02' }],
      ['lost-months', { since: '2009-03-31', until: '2010-04-01' }],
    ] as const)
      expect(detail(measure, period, 'A')).toMatchObject({ value: null, status: 'missing', notes: ['no-edition'] })
    expect(detail('sites-open', '2009-04-01', 'A').value).toBe(1)
    expect(detail('sites-open', '2020-04-01', 'A').value).toBe(2)
    expect(detail('opened', { since: '2009-04-01', until: '2020-04-01' }, 'A').value).toBe(1)
  })
})

const withWater = (state: ReturnType<Amenity['on']>[number], site: number) => ({
  ...state,
  open:
    state.open === null
      ? null
      : { ...state.open, water: site === 2 ? 0 : site === 0 ? 200 : 100, ...(site === 2 ? { unmeasured: 1 } : {}) },
})

describe('the indicators of a kind of sites', () => {
  const periodsOf = (measure: AmenityMeasureId, asked: AskedPeriod) =>
    siteIndicators(KIND)
      .find(({ measureId }) => measureId === measure)
      ?.periodOf(asked)

  it('count stock at the end of a financial year, turnover within it, and hours by edition', () => {
    expect(periodsOf('sites-open', '2009-10')).toBe('2010-04-01')
    expect(periodsOf('share-1km', '2010-03-31')).toBe('2010-03-31')
    expect(periodsOf('sites-open', { since: '2010-04-01', until: '2011-04-01' })).toBeNull()
    expect(periodsOf('opened', '2009-10')).toEqual({ since: '2009-04-01', until: '2010-04-01' })
    expect(periodsOf('net-change', '2010-03-31')).toBeNull()
    expect(periodsOf('lost-from-sight', { since: '2010-04-01', until: '2012-04-01' })).toEqual({
      since: '2010-04-01',
      until: '2012-04-01',
    })
    expect(periodsOf('staffed-hours', '2016-17')).toBe('2016-07-01')
    expect(periodsOf('staffed-hours', '2015-16')).toBeNull()
    expect(periodsOf('staffed-hours', '2016-07-01')).toBe('2016-07-01')
    expect(periodsOf('staffed-hours', '2016-07-02')).toBeNull()
  })

  it('say what they are, in the nouns of their kind', () => {
    const said = SITE_KINDS.flatMap((kind) => siteIndicators(kind)).map((each) => {
      const { id, title, family, member, kind, polarity, level, time, form, interval, source, coverage, method } = each
      const unit = unitText(each.unitIn(PANEL_TERMS))
      return [
        id,
        title,
        unit,
        family,
        member,
        kind,
        polarity,
        level,
        time,
        form,
        interval,
        source.join('+'),
        `${coverage.from} to ${coverage.to}; ${coverage.otherwise ?? ''}`,
        each.noun.one,
        each.noun.many,
        each.question,
        each.missingRule,
        method,
        each.description,
        each.processing,
        each.cannotSay,
        ...each.keyFacts,
      ].join(' | ')
    })
    expect(said).toMatchSnapshot()
  })

  it('are declared with the words by which findings and charts go', () => {
    const isData = ([key]: [string, unknown]) => !['wordings', 'clauses', 'amenity', 'documentation'].includes(key)
    expect(SITE_KINDS.map((kind) => Object.fromEntries(Object.entries(kind).filter(isData)))).toMatchSnapshot()
  })
})
