import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distanceInMetres } from '../../src/geography/distance.js'

const inEngland = fc.record({
  longitude: fc.double({ min: -6, max: 2, noNaN: true }),
  latitude: fc.double({ min: 49.5, max: 56, noNaN: true }),
})
const at = (longitude: number, latitude: number) => ({ longitude, latitude })

it.each([
  // Vincenty's inverse formula on WGS84, iterated to 1e-12.
  [at(-1.2, 53), at(-1.17, 53.03), 3898.7281, 3],
  [at(-1.2, 53), at(-1.14, 53), 4028.2335, 3],
  [at(-1.2, 52), at(-1.2, 52.9), 100_148.293, 1],
] as const)('from %o to %o agrees with the geodesic', (a, b, metres, digits) => {
  expect(distanceInMetres(a, b)).toBeCloseTo(metres, digits)
})

it('over 95 km and over the length of Britain is within 2 m and 0.03 % of the geodesic', () => {
  expect(Math.abs(distanceInMetres(at(-1.2, 52), at(-0.2, 52.6)) - 95_450.355)).toBeLessThan(2)
  const landsEnd = at(-(5 + 42 / 60 + 53.1 / 3600), 50 + 3 / 60 + 58.76 / 3600)
  const johnOGroats = at(-(3 + 4 / 60 + 12.34 / 3600), 58 + 38 / 60 + 38.48 / 3600)
  // 969,954.114 m: the worked example of Vincenty's formula at movable-type.co.uk.
  expect(distanceInMetres(landsEnd, johnOGroats) / 969_954.114).toBeCloseTo(1, 3)
})

it('gives a degree of latitude and of longitude the length of the published series for WGS84', () => {
  const [latitude, radians] = [52.5, (52.5 * Math.PI) / 180]
  const north = 111_132.954 - 559.822 * Math.cos(2 * radians) + 1.175 * Math.cos(4 * radians)
  const east = 111_412.84 * Math.cos(radians) - 93.5 * Math.cos(3 * radians) + 0.118 * Math.cos(5 * radians)
  expect(distanceInMetres(at(-1, latitude - 0.5), at(-1, latitude + 0.5))).toBeCloseTo(north, 1)
  expect(distanceInMetres(at(-1.5, latitude), at(-0.5, latitude))).toBeCloseTo(east, 1)
})

it('is the same there and back, and 0 to itself', () => {
  fc.assert(
    fc.property(inEngland, inEngland, (a, b) => {
      expect(distanceInMetres(a, b)).toBe(distanceInMetres(b, a))
      expect(distanceInMetres(a, a)).toBe(0)
    }),
  )
})
