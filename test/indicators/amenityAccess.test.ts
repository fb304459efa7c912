import { describe, expect, it } from 'vitest'
import {
  type Amenity,
  type IsoDate,
  type Place,
  type Value,
  amenityIndex,
  amenityMeter,
  libraryAmenity,
  poolAmenity,
} from '../../src/index.js'
import { type Point, distanceInMetres } from '../../src/geography/index.js'
import { type LibraryEventRow, type LibraryPlaceRow, type LibraryRow, type PoolRow } from '../../src/tables/index.js'
import { PANEL_TERMS } from '../../src/indicators/panelRequest.js'
import { sitePanel } from '../../src/indicators/sites/siteIndicators.js'
import { declaredKind } from '../../src/indicators/sites/siteKinds.js'
import type { AmenityMeasureId } from '../../src/indicators/sites/siteMeasures.js'

const WARD = { kind: 'ward', code: 'E05001823', name: 'Aspley', vintage: 'WD13' } as const
const HERE: Point = Object.freeze({ longitude: -1.2, latitude: 52.97 })
/** A degree of latitude at 52.97 degrees north is 111,267 m on the ellipsoid of WGS84. */
const north = (metres: number) => ({ longitude: -1.2, latitude: 52.97 + metres / 111_267 })

const library = (id: string): LibraryRow =>
  Object.freeze({
    library_id: id,
    name: id,
    authority_code: 'E06000018',
    authority_name: 'Nottingham',
    type: 'static',
    postcode: null,
    longitude: null,
    latitude: null,
    coordinates_from: null,
    ward_code: null,
    operator_2010: 'council',
    statutory_2010: true,
    status_known: true,
  })
const place = (id: string, change: Partial<LibraryPlaceRow> = {}): LibraryPlaceRow =>
  Object.freeze({
    library_id: id,
    from_earliest: null,
    from_latest: null,
    postcode: null,
    ...HERE,
    known_by: 'coordinates',
    within_m: 0,
    ward_code: WARD.code,
    possible_wards: null,
    ...change,
  })
const event = (id: string, kind: LibraryEventRow['kind'], earliest: string, latest: string): LibraryEventRow =>
  Object.freeze({
    library_id: id,
    kind,
    earliest,
    latest,
    precision: 'year',
    operator: null,
    successor_id: null,
    editions: '2016',
    disagreement: null,
    remark: null,
  })
const libraries = (places: readonly LibraryPlaceRow[], events: readonly LibraryEventRow[] = []) =>
  libraryAmenity(
    [...new Set(places.map(({ library_id }) => library_id))].map(library),
    events,
    new Map<string, IsoDate>(),
    places,
  )

/** Access within 1 km of 300 residents here on a day, by the rule, at least and at most. */
function near(amenity: ReturnType<typeof libraries>, day: IsoDate, homes = [HERE]): (number | null)[] {
  const measure = amenityMeter(amenity, amenityIndex(homes, amenity, 1000), day, [1000])
  const access = measure(homes.map((_, origin) => ({ origin, people: 300 })))
  return [access, access?.least, access?.most].map((each) => each?.reach[0]?.share ?? null)
}

/** A figure of the ward whose residents and centre are at one point. */
function figure(amenity: Amenity, measure: AmenityMeasureId, when: IsoDate, ward: Place = WARD): Value {
  const place = {
    place: ward,
    councils: [],
    isEngland: false,
    inherits: false,
    parts: [{ codes: new Set<string>(), wards: new Set([ward.code]) }],
    homes: [{ origin: 0, lsoa_code: 'E01000001', ward_code: WARD.code, people: 300 }],
    authorities: new Set(['E06000018']),
  }
  const panel = sitePanel({
    kind: declaredKind(amenity.kind),
    amenity,
    surroundings: { centres: [HERE], centreOf: () => HERE },
    frame: { places: [place], periods: [when], terms: PANEL_TERMS },
    measures: [measure],
  })
  return panel.value(ward.code, `${amenity.kind}/${measure}`, when)
}

describe('a site that moved', () => {
  const moved = libraries([
    place('central'),
    place('central', { ...north(1500), from_earliest: '2023-01-01', from_latest: '2023-12-31' }),
  ])

  it('stands where it stood on the day', () => {
    expect(near(moved, '2022-12-31')).toEqual([100, 100, 100])
    expect(near(moved, '2023-12-31')).toEqual([0, 0, 0])
  })

  it('leaves open where it stands between the days on which it can have moved', () => {
    expect(near(moved, '2023-06-01')).toEqual([100, 0, 100])
  })

  it('is surely near where both addresses are', () => {
    const aside = { ...north(400), from_earliest: '2023-01-01', from_latest: '2023-12-31' }
    expect(near(libraries([place('central'), place('central', aside)]), '2023-06-01')).toEqual([100, 100, 100])
  })

  it('is counted in the ward in which it stands on the day', () => {
    const away = { ward_code: 'E05001824', from_earliest: '2023-01-01', from_latest: '2023-12-31' }
    const amenity = libraries([place('central'), place('central', away)])
    const open = (when: IsoDate) => figure(amenity, 'sites-open', when)
    expect([open('2022-04-01').value, open('2022-04-01').bounds]).toEqual([1, undefined])
    expect([open('2023-04-01').value, open('2023-04-01').bounds]).toEqual([1, { lower: 0, upper: 1 }])
    expect(open('2023-12-31').value).toBe(0)
  })
})

describe('a site of which the neighbourhood alone is known', () => {
  const within = (metres: number, within_m: number) =>
    libraries([place('lost', { ...north(metres), known_by: 'postcode sector', within_m })])

  it('is surely near where its whole circle is, and may be near where some of it is', () => {
    expect(near(within(500, 400), '2012-04-01')).toEqual([100, 100, 100])
    expect(near(within(500, 600), '2012-04-01')).toEqual([100, 0, 100])
    expect(near(within(1500, 600), '2012-04-01')).toEqual([0, 0, 100])
    expect(near(within(1500, 400), '2012-04-01')).toEqual([0, 0, 0])
  })

  it('is near to those at most whom one circle can hold', () => {
    const homes = [HERE, north(3000), north(6000)]
    expect(near(within(3000, 4000), '2012-04-01', homes)).toEqual([(1 / 3) * 100, 0, (1 / 3) * 100])
  })

  it('has bounds of the distance too', () => {
    const amenity = within(1500, 600)
    const value = figure(amenity, 'mean-distance', '2012-04-01')
    expect([value.value, value.bounds?.lower, value.bounds?.upper].map((each) => each?.toFixed(2))).toEqual([
      '1.50',
      '0.90',
      '2.10',
    ])
  })

  it('counts at most in every ward in which it may stand, and for certain in none', () => {
    const amenity = libraries([
      place('lost', { within_m: 2000, known_by: 'successor', possible_wards: 'E05001823 E05001824' }),
    ])
    const open = (code: string) => figure(amenity, 'sites-open', '2012-04-01', { ...WARD, code })
    expect(['E05001823', 'E05001824', 'E05001825'].map((code) => [open(code).value, open(code).bounds])).toEqual([
      [1, { lower: 0, upper: 1 }],
      [0, { lower: 0, upper: 1 }],
      [0, undefined],
    ])
  })

  it('of no known place is in no number, and makes shares partial while most others have one', () => {
    const none = { longitude: null, latitude: null, known_by: 'none', within_m: null } as const
    const amenity = libraries([place('lost', none), place('far', north(9000))])
    expect(near(amenity, '2012-04-01')).toEqual([0, 0, 0])
    const value = figure(amenity, 'share-1km', '2012-04-01')
    expect(value).toMatchObject({ status: 'partial', value: 0 })
    expect(value.notes).toContain('sites-without-coordinates')
  })

  it('of no known place, where most are, leaves the count of a ward and every distance missing', () => {
    const amenity = libraries([place('lost', { longitude: null, latitude: null, known_by: 'none', within_m: null })])
    for (const measure of ['sites-open', 'share-1km', 'mean-distance', 'sites-near-centre'] as const)
      expect(figure(amenity, measure, '2012-04-01')).toMatchObject({
        value: null,
        status: 'missing',
        notes: ['most-sites-without-coordinates'],
      })
  })
})

describe('a site known by its year alone', () => {
  it('gives a closed and reopened library bounds instead of a share of 0', () => {
    const amenity = libraries(
      [place('shut')],
      [
        event('shut', 'temporarily-closed', '2014-01-01', '2014-12-31'),
        event('shut', 'reopened', '2015-01-01', '2015-12-31'),
      ],
    )
    expect((['2014-04-01', '2015-04-01', '2016-04-01'] as const).map((day) => near(amenity, day))).toEqual([
      [100, 0, 100],
      [0, 0, 100],
      [100, 100, 100],
    ])
  })

  const pool = (change: Partial<PoolRow>): PoolRow =>
    Object.freeze({
      pool_id: '1',
      site_id: 'a',
      kind: 'main',
      status: 'operational',
      access: 'Pay and Play',
      management: null,
      built_year: 2015,
      built_estimated: false,
      opened_date: null,
      closed_date: null,
      closed_precision: null,
      closure_reason: null,
      seasonal: false,
      area_m2: 300,
      area_estimated: false,
      length_m: 25,
      lanes: 6,
      same_pool_as: null,
      ...HERE,
      ward_code: WARD.code,
      ...change,
    })

  it('counts a pool from 1 January of the year after, and perhaps in the year before', () => {
    const amenity = poolAmenity([pool({})])
    expect((['2014-12-31', '2015-12-31', '2016-01-01'] as const).map((day) => near(amenity, day))).toEqual([
      [0, 0, 0],
      [0, 0, 100],
      [100, 100, 100],
    ])
    expect(figure(amenity, 'units-near-centre', '2015-04-01').bounds).toEqual({ lower: 0, upper: 1 })
  })

  it('does not take a pool as open before the day of opening that the register prints', () => {
    const amenity = poolAmenity([pool({ opened_date: '2015-09-14' })])
    expect(near(amenity, '2015-09-13')).toEqual([0, 0, 0])
    expect(near(amenity, '2015-09-14')).toEqual([0, 0, 100])
  })
})

describe('access at a distance', () => {
  it('holds what stands at exactly the distance, and nothing a hair farther', () => {
    const metres = distanceInMetres(HERE, north(1000))
    const amenity = libraries([place('edge', north(1000))])
    const share = (distance: number): number | undefined => {
      const measure = amenityMeter(amenity, amenityIndex([HERE], amenity, 4000), '2012-04-01', [distance])
      return measure([{ origin: 0, people: 300 }])?.reach[0]?.share
    }
    expect([share(metres), share(metres - 1e-6)]).toEqual([100, 0])
  })

  it('may hold what may be open at exactly the distance', () => {
    const metres = distanceInMetres(HERE, north(1000))
    const opened = event('edge', 'opened', '2012-01-01', '2012-12-31')
    const amenity = libraries([place('edge', north(1000))], [opened])
    const most = (distance: number): number | undefined => {
      const measure = amenityMeter(amenity, amenityIndex([HERE], amenity, 4000), '2012-04-01', [distance])
      return measure([{ origin: 0, people: 300 }])?.most.reach[0]?.share
    }
    expect([most(metres), most(metres - 1e-6)]).toEqual([100, 0])
  })
})
