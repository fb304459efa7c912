import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datumShift } from '../../src/geography/datumShift.js'

const metres = (min: number, max: number) => fc.double({ min, max, noNaN: true })

describe('datumShift', () => {
  /** Easting, northing and the shifts there in OSTN15_OSGM15_DataFile.txt of the Ordnance Survey's developer pack. */
  it.each([
    [0, 0, 90.75, -82.02],
    [440_000, 370_000, 98.392, -74.84],
    [450_000, 340_000, 98.45, -75.718],
    [530_000, 180_000, 98.548, -78.565],
    [520_000, 300_000, 99.553, -77.093],
    [90_000, 10_000, 92.113, -81.243],
    [700_000, 1_250_000, 109.209, -53.064],
  ])('gives at the node %s, %s the shift of OSTN15 to the centimetre', (easting, northing, east, north) => {
    const shift = datumShift(easting, northing)
    expect(Math.abs(shift.east - east)).toBeLessThan(0.0051)
    expect(Math.abs(shift.north - north)).toBeLessThan(0.0051)
  })

  it('is within 0.29 m of OSTN15 where that bends most in England', () => {
    const { east, north } = datumShift(442_000, 373_000)
    expect(Math.hypot(east - 98.191, north + 74.841)).toBeLessThan(0.29)
  })

  it('does not jump from one cell to the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 69 }), metres(0, 1_250_000), (column, northing) => {
        const [west, east] = [
          datumShift(column * 10_000 - 1e-3, northing),
          datumShift(column * 10_000 + 1e-3, northing),
        ]
        expect(Math.hypot(east.east - west.east, east.north - west.north)).toBeLessThan(1e-6)
      }),
    )
    fc.assert(
      fc.property(metres(0, 700_000), fc.integer({ min: 1, max: 124 }), (easting, row) => {
        const [south, north] = [datumShift(easting, row * 10_000 - 1e-3), datumShift(easting, row * 10_000 + 1e-3)]
        expect(Math.hypot(north.east - south.east, north.north - south.north)).toBeLessThan(1e-6)
      }),
    )
  })

  it('is beyond the nodes that of their edge', () => {
    expect(datumShift(455_000, 1_300_000)).toEqual(datumShift(455_000, 1_250_000))
    expect(datumShift(-90, 45_000)).toEqual(datumShift(0, 45_000))
  })
})
