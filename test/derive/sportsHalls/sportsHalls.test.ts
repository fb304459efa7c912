import { describe, expect, it } from 'vitest'
import { type NumberedHall, buildHalls } from '../../../src/derive/sportsHalls/sportsHalls.js'

const registered = (change: Partial<NumberedHall['hall']> = {}, row = 2): NumberedHall => ({
  hall: {
    hall_id: '1',
    site_id: '10',
    kind: 'main',
    status: 'operational',
    access: 'Pay and Play',
    management: null,
    built_year: 1970,
    built_estimated: false,
    opened_date: null,
    closed_date: null,
    closed_precision: null,
    closure_reason: null,
    seasonal: false,
    badminton_courts: 4,
    area_m2: 594,
    area_estimated: false,
    longitude: -1.192334,
    latitude: 52.96079,
    ...change,
  },
  row,
  easting: 454350,
  northing: 340682,
})
const build = (halls: NumberedHall[], metres = 0) =>
  buildHalls({ file: 'halls.csv', asOf: '2024-07-01' }, halls, {
    nearestWard: () => ({ code: 'E05000001', metres }),
  })

describe('buildHalls', () => {
  it('gives every hall its ward, in the order of the ids', () => {
    const { halls, quality } = build([registered({ hall_id: '2' }, 2), registered({ hall_id: '1' }, 3)])
    expect(halls.map(({ hall_id, ward_code }) => [hall_id, ward_code])).toEqual([
      ['1', 'E05000001'],
      ['2', 'E05000001'],
    ])
    expect(quality).toEqual([])
  })

  it('notes a site outside every ward once, two sites at one point, and what the edition could not know', () => {
    const { quality } = build(
      [
        registered({ built_year: 2025 }),
        registered({ hall_id: '2', status: 'closed', closed_date: '2024-07-02', closed_precision: 'day' }, 3),
        registered({ hall_id: '3', site_id: '11' }, 4),
      ],
      60,
    )
    expect(quality.map(({ rule, row }) => [rule, row])).toEqual([
      ['built-after-edition', 2],
      ['closed-after-edition', 3],
      ['outside-every-ward', 2],
      ['outside-every-ward', 4],
      ['sites-at-one-point', null],
    ])
  })
})
