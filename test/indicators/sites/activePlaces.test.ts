import { SPORTS_HALLS } from '../../../src/indicators/sites/sportsHalls.js'
import { describe, expect, it } from 'vitest'
import { sportsHallAmenity } from '../../../src/indicators/sites/activePlaces.js'
import { isPublicHall } from '../../../src/indicators/sites/activePlaces.js'
import type { HallRow } from '../../../src/tables/index.js'

const hall = (change: Partial<HallRow> = {}): HallRow => ({
  hall_id: '1',
  site_id: '10',
  kind: 'main',
  status: 'operational',
  access: 'Pay and Play',
  management: null,
  built_year: 1973,
  built_estimated: false,
  opened_date: null,
  closed_date: null,
  closed_precision: null,
  closure_reason: null,
  seasonal: false,
  badminton_courts: 3,
  area_m2: 486,
  area_estimated: false,
  longitude: -1.170716,
  latitude: 52.97168,
  ward_code: 'E05001825',
  ...change,
})
const CLOSED = { status: 'closed', closed_precision: 'day' } as const

describe('sportsHallAmenity', () => {
  it('counts main halls and barns with Pay and Play, and says of the others why they are left out', () => {
    const halls = [
      hall(),
      hall({ hall_id: '2', kind: 'barn' }),
      hall({ hall_id: '3', kind: 'activity' }),
      hall({ hall_id: '4', access: 'Sports Club / Community Association' }),
      hall({ hall_id: '5', built_year: null }),
    ]
    const amenity = sportsHallAmenity(halls, SPORTS_HALLS)
    expect(halls.map(isPublicHall)).toEqual([true, true, false, false, true])
    expect(amenity.on('2010-04-01')[0]?.open).toEqual({ units: 2, water: 972 })
    expect(amenity.leftOut.map(({ rows }) => rows)).toEqual([1, 1, 1])
    expect([amenity.kind, amenity.source, amenity.sites.length]).toEqual(['sports-halls', 'sports-halls', 1])
  })

  it('has a site open while one of its halls is, and not on the day of the last closing', () => {
    const halls = sportsHallAmenity(
      [
        hall({ ...CLOSED, closed_date: '2010-04-01' }),
        hall({ ...CLOSED, hall_id: '2', closed_date: '2012-05-03', area_m2: null }),
      ],
      SPORTS_HALLS,
    )
    expect(['2010-03-31', '2010-04-01', '2012-05-03'].map((day) => halls.on(day as '2010-03-31')[0]?.open)).toEqual([
      { units: 2, water: 486, unmeasured: 1 },
      { units: 1, water: 0, unmeasured: 1 },
      null,
    ])
    expect(halls.changes.map(({ kind, day }) => [kind, day])).toEqual([
      ['opened', '1974-01-01'],
      ['closed', '2012-05-03'],
    ])
  })

  it('leaves open a hall in the year in which it was built, and one that closed in a year without a day', () => {
    const built = sportsHallAmenity([hall({ built_year: 2012 })], SPORTS_HALLS).on('2012-06-01')[0]
    expect([built?.open, built?.most?.units, built?.uncertain]).toEqual([null, 1, true])
    const closed = { ...CLOSED, closed_date: '2012-01-01', closed_precision: 'year' } as const
    const state = sportsHallAmenity([hall(closed)], SPORTS_HALLS).on('2012-06-01')[0]
    expect([state?.open, state?.most?.units]).toEqual([null, 1])
  })

  it('says how many are counted though something is not known of them', () => {
    const kept = sportsHallAmenity(
      [hall({ status: 'temporarily closed' }), hall({ hall_id: '2', seasonal: true, area_m2: null })],
      SPORTS_HALLS,
    ).keptDespite
    expect(kept.map(({ rows }) => rows)).toEqual([1, 1, 1])
    expect(kept.at(-1)?.reason).toBe(
      'public sports halls whose floor area is not given: they count as halls and not in the area',
    )
  })

  it('refuses a day that the register does not cover', () => {
    expect(() => sportsHallAmenity([hall()], SPORTS_HALLS).on('2005-04-01')).toThrow(
      'a day from 2006-04-01 to 2024-07-01',
    )
  })
})
