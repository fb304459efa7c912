import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distanceInMetres } from '../../src/geography/distance.js'

const point = fc.record({ longitude: fc.double({ min: -180, max: 180, noNaN: true }), latitude: fc.double({ min: -90, max: 90, noNaN: true }) })

it('one degree of latitude is a 360th of the circumference of the mean sphere', () => {
  expect(distanceInMetres({ longitude: -1, latitude: 52 }, { longitude: -1, latitude: 53 })).toBeCloseTo((2 * Math.PI * 6_371_008.8) / 360, 6)
})

it('half way round the earth is half its circumference', () => {
  expect(distanceInMetres({ longitude: 0, latitude: 0 }, { longitude: 180, latitude: 0 })).toBeCloseTo(Math.PI * 6_371_008.8, 3)
})

it('is the same there and back, 0 to itself and never longer than half way round', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      expect(distanceInMetres(a, b)).toBe(distanceInMetres(b, a))
      expect(distanceInMetres(a, a)).toBe(0)
      expect(distanceInMetres(a, b)).toBeLessThanOrEqual(Math.PI * 6_371_008.8)
    }),
  )
})
