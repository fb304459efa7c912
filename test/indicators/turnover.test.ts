import { describe, expect, it } from 'vitest'
import { libraryAmenity, poolAmenity } from '../../src/index.js'
import { turnover } from '../../src/indicators/turnover.js'
import type { IsoDate } from '../../src/index.js'
import type { LibraryEventRow, LibraryPlaceRow, LibraryRow, PoolRow } from '../../src/tables/index.js'

const pool = (id: string, site: string, change: Partial<PoolRow>): PoolRow =>
  Object.freeze({
    pool_id: id,
    site_id: site,
    kind: 'main or general',
    status: 'operational',
    access: 'Pay and Play',
    management: null,
    built_year: 1970,
    built_estimated: false,
    closed_date: null,
    closed_precision: null,
    closure_reason: null,
    seasonal: false,
    area_m2: 300,
    area_estimated: false,
    length_m: 25,
    lanes: 6,
    longitude: -1.2,
    latitude: 52.97,
    ward_code: 'E05001823',
    ...change,
  } as PoolRow)
const closed = (day: string): Partial<PoolRow> => ({ status: 'closed', closed_date: day, closed_precision: 'day' })
const between = { since: '2010-03-31', until: '2023-04-01' } as const
const all = (): boolean => true

describe('turnover of pools', () => {
  it('counts a site once, when its last pool closes', () => {
    const found = turnover(
      poolAmenity([pool('1', 'a', closed('2012-01-15')), pool('2', 'a', closed('2014-06-01'))]),
      all,
      between,
    )
    expect([found.gross, found.net, found.closings[0]?.day]).toEqual([1, -1, '2014-06-01'])
  })

  it('does not close a site of which a pool stays open', () => {
    expect(turnover(poolAmenity([pool('1', 'a', closed('2012-01-15')), pool('2', 'a', {})]), all, between).gross).toBe(
      0,
    )
  })

  it('counts a closing as replaced by a site within 2 km and 12 months, and by no other', () => {
    const near = { longitude: -1.22, built_year: 2015 }
    const shut = pool('1', 'a', closed('2015-08-28'))
    expect(turnover(poolAmenity([shut, pool('2', 'b', near)]), all, between)).toMatchObject({
      gross: 1,
      replaced: 1,
      opened: 1,
      net: 0,
    })
    expect(turnover(poolAmenity([shut, pool('2', 'b', { ...near, built_year: 2017 })]), all, between).replaced).toBe(0)
    expect(turnover(poolAmenity([shut, pool('2', 'b', { ...near, longitude: -1.3 })]), all, between).replaced).toBe(0)
  })

  it('takes a site at 1.9 km as a replacement and one at 2.1 km as none', () => {
    // A degree of longitude at 52.97 degrees north is 67,180 m: 1.9 km are 0.02828 degrees.
    const replacedAt = (kilometres: number): number =>
      turnover(
        poolAmenity([
          pool('1', 'a', closed('2015-08-28')),
          pool('2', 'b', { built_year: 2015, longitude: -1.2 - kilometres / 67.18 }),
        ]),
        all,
        between,
      ).replaced
    expect([1.9, 2.1, 2.9].map(replacedAt)).toEqual([1, 0, 0])
  })

  it('counts what replaces a closing outside the place too', () => {
    const amenity = poolAmenity([
      pool('1', 'a', closed('2015-08-28')),
      pool('2', 'b', { longitude: -1.22, built_year: 2015, ward_code: 'E05001824' }),
    ])
    const inWard = (site: number): boolean => amenity.sites[site]?.ward_code === 'E05001823'
    expect(turnover(amenity, inWard, between)).toMatchObject({ gross: 1, replaced: 1, opened: 0, net: -1 })
  })

  it('does not count what happened on the first day, and counts what happened on the last', () => {
    const amenity = poolAmenity([pool('1', 'a', closed('2010-04-01'))])
    expect(turnover(amenity, all, { since: '2010-04-01', until: '2012-04-01' }).gross).toBe(0)
    expect(turnover(amenity, all, { since: '2010-03-31', until: '2010-04-01' }).gross).toBe(1)
  })

  it('leaves out members’ pools and pools of unknown year, and counts them', () => {
    const amenity = poolAmenity([
      pool('1', 'a', { access: 'Private Use' }),
      pool('2', 'b', { built_year: null }),
      pool('3', 'c', {}),
    ])
    expect(amenity.sites.map(({ id }) => id)).toEqual(['c'])
    expect(amenity.leftOut.map(({ rows }) => rows)).toEqual([1, 1])
  })
})

const library = (id: string, change: Partial<LibraryRow> = {}): LibraryRow =>
  Object.freeze({
    library_id: id,
    name: id,
    authority_code: 'E06000018',
    authority_name: 'Nottingham',
    type: 'static',
    postcode: null,
    longitude: -1.2,
    latitude: 52.97,
    coordinates_from: null,
    ward_code: 'E05001823',
    operator_2010: 'council',
    statutory_2010: true,
    status_known: true,
    ...change,
  })
const event = (
  id: string,
  kind: LibraryEventRow['kind'],
  year: number,
  change: Partial<LibraryEventRow> = {},
): LibraryEventRow =>
  Object.freeze({
    library_id: id,
    kind,
    earliest: `${year}-01-01`,
    latest: `${year}-12-31`,
    precision: 'year',
    operator: null,
    successor_id: null,
    editions: '2016',
    disagreement: null,
    remark: null,
    ...change,
  })
const since2010 = { since: '2010-04-01', until: '2023-04-01' } as const
const ofLibraries = (
  rows: readonly LibraryRow[],
  events: readonly LibraryEventRow[],
  seen: ReadonlyMap<string, IsoDate> = new Map(),
) => turnover(libraryAmenity(rows, events, seen), all, since2010)

describe('turnover of libraries', () => {
  it('takes no library as a replacement of which the place was told by the closed one’s successor', () => {
    const place = (id: string, within_m: number): LibraryPlaceRow => ({
      library_id: id,
      from_earliest: null,
      from_latest: null,
      postcode: null,
      longitude: -1.2,
      latitude: 52.97,
      known_by: within_m === 0 ? 'coordinates' : 'successor',
      within_m,
      ward_code: 'E05001823',
      possible_wards: null,
    })
    const replacedAt = (within: number): number =>
      turnover(
        libraryAmenity(
          [library('a'), library('b')],
          [event('a', 'closed', 2012), event('b', 'opened', 2012)],
          new Map(),
          [place('a', within), place('b', 0)],
        ),
        all,
        since2010,
      ).replaced
    expect([0, 250, 2000].map(replacedAt)).toEqual([1, 1, 0])
  })

  it('counts two events of one year that say the same once', () => {
    expect(ofLibraries([library('a')], [event('a', 'closed', 2012), event('a', 'replaced', 2012)])).toMatchObject({
      gross: 1,
      net: -1,
    })
  })

  it('counts a library that is closed for a time and then for good once in the net change', () => {
    expect(
      ofLibraries([library('a')], [event('a', 'temporarily-closed', 2013), event('a', 'closed', 2016)]),
    ).toMatchObject({ gross: 1, temporary: 1, becameFinal: 1, net: -1 })
    expect(
      ofLibraries([library('a')], [event('a', 'temporarily-closed', 2016), event('a', 'closed', 2016)]),
    ).toMatchObject({ gross: 1, temporary: 1, becameFinal: 1, net: -1 })
  })

  it('does not call a closing for good when the library is open again on the last day', () => {
    expect(ofLibraries([library('a')], [event('a', 'closed', 2012), event('a', 'reopened', 2018)])).toMatchObject({
      gross: 1,
      openAgain: 1,
      lasting: 0,
      reopened: 1,
      net: 0,
    })
  })

  it(
    'counts as transferred what passes from the council while it is open, and says that it is not known before ' +
      'July 2016',
    () => {
      const away = event('a', 'transferred', 2018, { operator: 'community' })
      expect(ofLibraries([library('a')], [away]).transferred).toBe(1)
      expect(ofLibraries([library('a')], [event('a', 'transferred', 2018, { operator: 'council' })]).transferred).toBe(
        0,
      )
      const toNobodyKnown = event('a', 'transferred', 2018, { operator: 'not known' })
      expect(ofLibraries([library('a')], [toNobodyKnown]).transferred).toBe(0)
      expect(ofLibraries([library('a')], [event('a', 'closed', 2012), away]).transferred).toBe(0)
      expect(
        turnover(libraryAmenity([library('a')], [away], new Map()), all, { since: '2010-04-01', until: '2015-03-31' })
          .transferred,
      ).toBeNull()
    },
  )

  it('counts as said to be replaced what the list says is, and nothing else', () => {
    expect(ofLibraries([library('a')], [event('a', 'replaced', 2012)])).toMatchObject({
      gross: 1,
      saidReplaced: 1,
      lasting: 0,
    })
    expect(ofLibraries([library('a')], [event('a', 'closed', 2012)])).toMatchObject({
      gross: 1,
      saidReplaced: 0,
      lasting: 1,
    })
  })

  it('loses a library from sight after the last list that shows it open, and neither opens nor closes it', () => {
    const unknown = library('a', { status_known: false })
    const found = ofLibraries([unknown], [], new Map<string, IsoDate>([['a', '2016-07-01']]))
    expect(found).toMatchObject({ gross: 0, lostFromSight: 1, net: -1 })
    const amenity = libraryAmenity([unknown], [], new Map<string, IsoDate>([['a', '2016-07-01']]))
    expect([amenity.on('2016-07-01')[0]?.open !== null, amenity.on('2017-04-01')[0]]).toMatchObject([
      true,
      { open: null, uncertain: true, operator: 'council', least: null, most: { units: 1, water: 0 } },
    ])
  })

  it('takes another library’s opening as replacement, and not its reopening', () => {
    const rows = [library('a'), library('b', { longitude: -1.21 })]
    expect(ofLibraries(rows, [event('a', 'closed', 2012), event('b', 'opened', 2012)]).replaced).toBe(1)
    expect(
      ofLibraries(rows, [
        event('a', 'closed', 2012),
        event('b', 'temporarily-closed', 2011),
        event('b', 'reopened', 2012),
      ]).replaced,
    ).toBe(0)
  })
})

describe('days and bounds of an amenity', () => {
  it('refuses a day that the data do not cover', () => {
    expect(() => libraryAmenity([library('a')], [], new Map()).on('2008-04-01')).toThrow(
      'Allowed: a day from 2010-04-01 to 2023-12-31',
    )
    expect(() => poolAmenity([]).on('2035-04-01')).toThrow('a day from 2006-04-01 to 2024-07-01')
  })

  it(
    'is uncertain of a site in the year that its only pool was built in or, without a day, closed in, and of ' +
      'no other',
    () => {
      const on = (rows: readonly PoolRow[], day: IsoDate) => poolAmenity(rows).on(day)[0]
      expect(on([pool('1', 'a', { built_year: 2015 })], '2015-04-01')).toMatchObject({ open: null, uncertain: true })
      expect(on([pool('1', 'a', {}), pool('2', 'a', { built_year: 2015 })], '2015-04-01')?.uncertain).toBe(false)
      expect(on([pool('1', 'a', { built_year: 2015, status: 'planned' })], '2015-04-01')?.uncertain).toBe(false)
      expect(
        on([pool('1', 'a', { status: 'closed', closed_date: '2015-01-01', closed_precision: 'year' })], '2015-04-01'),
      ).toMatchObject({ open: null, uncertain: true })
    },
  )

  it('does not take an unknown water area for 0 without saying so', () => {
    expect(poolAmenity([pool('1', 'a', { area_m2: null }), pool('2', 'a', {})]).on('2015-04-01')[0]?.open).toEqual({
      units: 2,
      water: 300,
      unmeasured: 1,
    })
  })
})
