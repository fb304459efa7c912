import { describe, expect, it } from 'vitest'
import { NEAREST_WITHIN } from '../../../src/derive/activePlaces/placing.js'
import { buildPools } from '../../../src/derive/pools/pools.js'
import type { RegisteredPool } from '../../../src/sources/index.js'

const registered = (change: Partial<RegisteredPool['pool']> = {}, row = 2): RegisteredPool => ({
  pool: {
    pool_id: '1',
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
    area_m2: 312.5,
    area_estimated: false,
    length_m: 25,
    lanes: 6,
    longitude: -1.192334,
    latitude: 52.96079,
    ...change,
  },
  row,
  easting: 454350,
  northing: 340682,
})
const locatedAt = (metres: number) => ({
  wardAt: () => (metres === 0 ? 'E05000001' : null),
  wardsAt: () => ({ codes: [], inside: 0, outside: 0, onBorder: 0 }),
  nearestWard: () => ({ code: 'E05000001', metres }),
})
const build = (pools: RegisteredPool[], metres = 0) => buildPools('pools.csv', pools, locatedAt(metres))

describe('buildPools', () => {
  it(
    'gives a site that stands a few metres outside the generalised boundaries its nearest ward, and one further ' +
      'away none; both are noted',
    () => {
      const near = build([registered()], 3)
      const far = build([registered()], NEAREST_WITHIN + 1)
      expect([near, far].map(({ pools, sites }) => [pools[0]?.ward_code, sites[0]?.ward_code])).toEqual([
        ['E05000001', 'E05000001'],
        [null, null],
      ])
      expect([near, far].flatMap(({ quality }) => quality.map(({ rule, action }) => `${rule}: ${action}`))).toEqual([
        'outside-generalised-boundary: given the nearest ward, E05000001, 3 m away',
        'outside-every-ward: no ward: the nearest, E05000001, is 51 m away',
      ])
    },
  )

  it('places a site where its pool with the lowest id is, and notes one that lies elsewhere', () => {
    const { sites, quality } = build([
      registered({ pool_id: '2', longitude: -1.19235 }, 2),
      registered({ access: 'Private Use' }, 3),
    ])
    expect(sites).toEqual([
      { site_id: '10', longitude: -1.192334, latitude: 52.96079, ward_code: 'E05000001', pools: 2, public_pools: 1 },
    ])
    expect(quality).toMatchObject([{ rule: 'pools-of-a-site-apart', row: 2, value: '-1.19235, 52.96079' }])
  })

  it('notes coordinates that disagree with the National Grid, and two sites at one point', () => {
    const { quality } = build([
      registered({ latitude: 52.97 }),
      registered({ pool_id: '2', site_id: '11', latitude: 52.97 }, 3),
    ])
    expect(quality.map(({ rule, row }) => [rule, row])).toEqual([
      ['coordinates-disagree', 2],
      ['coordinates-disagree', 3],
      ['sites-at-one-point', null],
    ])
  })
})
