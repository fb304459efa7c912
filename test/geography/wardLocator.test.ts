import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { distanceInMetres } from '../../src/geography/distance.js'
import { wardLocator } from '../../src/geography/wardLocator.js'
import type { Position, Ring, WardFeature } from '../../src/model/boundary.js'

const polygon = (ward_code: string, ...rings: Ring[]): WardFeature => ({
  type: 'Feature',
  properties: { ward_code, ward_name: ward_code, district_code: 'E06000001' },
  geometry: { type: 'Polygon', coordinates: rings },
})
const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const at = (longitude: number, latitude: number) => ({ longitude, latitude })
const reversed = (ring: Ring): Ring => [...ring].reverse()

describe('wardAt', () => {
  it('finds the ward whichever way its ring runs', () => {
    for (const ring of [square(0, 50, 1), reversed(square(0, 50, 1))])
      expect(wardLocator([polygon('A', ring)]).wardAt(at(0.5, 50.5))).toBe('A')
  })

  it('is null in a hole and finds the ward that fills it', () => {
    const around = polygon('A', square(0, 50, 3), square(1, 51, 1))
    expect(wardLocator([around]).wardAt(at(1.5, 51.5))).toBeNull()
    expect(wardLocator([around, polygon('B', square(1, 51, 1))]).wardAt(at(1.5, 51.5))).toBe('B')
  })

  it('finds a ward of several parts in each of them and not between', () => {
    const parts: WardFeature = {
      ...polygon('A'),
      geometry: { type: 'MultiPolygon', coordinates: [[square(0, 50, 1)], [square(2, 50, 1), square(2.4, 50.4, 0.2)]] },
    }
    const { wardAt } = wardLocator([parts])
    expect([at(0.5, 50.5), at(1.5, 50.5), at(2.1, 50.1), at(2.5, 50.5)].map(wardAt)).toEqual(['A', null, 'A', null])
  })

  it('gives a point on a border, a corner or an overlap to the lower code, in whatever order the wards come', () => {
    const wards = [polygon('B', square(0, 50, 1)), polygon('A', square(1, 50, 1)), polygon('C', square(0.5, 50.5, 1))]
    for (const order of [wards, [...wards].reverse()]) {
      const { wardAt } = wardLocator(order)
      expect([at(1, 50.25), at(1, 50), at(0, 50), at(0.25, 50), at(0.75, 50.75), at(1, 51)].map(wardAt)).toEqual([
        'A',
        'A',
        'B',
        'B',
        'B',
        'A',
      ])
    }
  })

  it('sees a ring that touches itself as the two rings it is', () => {
    const bowTie: Ring = [
      [0, 50],
      [1, 51],
      [2, 50],
      [2, 52],
      [1, 51],
      [0, 52],
      [0, 50],
    ]
    const { wardAt } = wardLocator([polygon('A', bowTie)])
    expect([at(0.2, 51), at(1.8, 51), at(1, 50.5), at(1, 51.5), at(1, 51)].map(wardAt)).toEqual([
      'A',
      'A',
      null,
      null,
      'A',
    ])
  })

  it('gives every point of a divided rectangle exactly one ward', () => {
    const line = fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), { minLength: 1, maxLength: 20 })
    const point = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 50, max: 51, noNaN: true }))
    fc.assert(
      fc.property(line, fc.array(point, { minLength: 1, maxLength: 50 }), (turns, points) => {
        const border: Position[] = [
          [0.5, 50],
          ...turns.map((x, i): Position => [x, 50 + (i + 1) / (turns.length + 1)]),
          [0.5, 51],
        ]
        const west = polygon('W', [[0, 50], ...border, [0, 51], [0, 50]])
        const east = polygon('E', [[1, 50], [1, 51], ...[...border].reverse(), [1, 50]])
        const alone = [wardLocator([west]), wardLocator([east])]
        const both = wardLocator([west, east])
        for (const [x, y] of [...points, ...border]) {
          const found = alone.map(({ wardAt }) => wardAt(at(x, y))).filter((code) => code !== null)
          expect(found.length).toBeGreaterThan(0)
          expect(both.wardAt(at(x, y))).toBe([...found].sort()[0])
        }
      }),
    )
  })

  it('is null for every point when there are no wards', () => {
    expect([wardLocator([]).wardAt(at(0, 50)), wardLocator([]).nearestWard(at(0, 50))]).toEqual([null, null])
  })

  it('refuses a point whose coordinates are no numbers', () => {
    const { wardAt, nearestWard } = wardLocator([polygon('A', square(0, 50, 1))])
    expect(() => wardAt(at(Number.NaN, 50))).toThrow(InputError)
    expect(() => nearestWard(at(0, Number.POSITIVE_INFINITY))).toThrow('point (longitude, latitude)')
  })

  it('mutates nothing that it is given', () => {
    const frozen = (value: unknown): unknown => {
      if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen)
      return Object.freeze(value)
    }
    const wards = [polygon('B', square(0, 50, 1)), polygon('A', square(1, 50, 1))]
    frozen(wards)
    expect(wardLocator(wards).wardAt(at(0.5, 50.5))).toBe('B')
  })
})

describe('nearestWard', () => {
  it('is the ward itself, at 0 m, for a point inside', () => {
    expect(wardLocator([polygon('A', square(0, 50, 1))]).nearestWard(at(0.5, 50.5))).toEqual({ code: 'A', metres: 0 })
  })

  it('measures to the border and not to the centre', () => {
    const wide = polygon('A', [
      [-3, 50],
      [0, 50],
      [0, 51],
      [-3, 51],
      [-3, 50],
    ])
    const narrow = polygon('B', square(0.3, 50.4, 0.1))
    expect(wardLocator([wide, narrow]).nearestWard(at(0.1, 50.45))?.code).toBe('A')
  })

  it('agrees with the distance to the nearest point of the border', () => {
    const { nearestWard } = wardLocator([polygon('A', square(0, 50, 1))])
    for (const [point, foot] of [
      [at(1.01, 50.5), at(1, 50.5)],
      [at(0.5, 49.98), at(0.5, 50)],
      [at(-0.02, 51.01), at(0, 51)],
    ] as const)
      expect(nearestWard(point)?.metres).toBeCloseTo(distanceInMetres(point, foot), 0)
  })
})
