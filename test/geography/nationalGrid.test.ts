import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { distanceInMetres } from '../../src/geography/distance.js'
import { fromNationalGrid, toNationalGrid } from '../../src/geography/nationalGrid.js'

/**
 * Test points of the Ordnance Survey’s OSTN15 developer pack in and around England: easting, northing, latitude,
 * longitude.
 */
const SURVEYED = [
  ['TP01 St Mary’s', 91492.146, 11318.804, 49.9222639373, -6.29977752014],
  ['TP03 Plymouth', 250359.811, 62016.569, 50.4388582561, -4.10864563561],
  ['TP04 St Catherine’s', 449816.371, 75335.861, 50.57563665, -1.2978227724],
  ['TP05 Former OSHQ', 438710.92, 114792.25, 50.9312793791, -1.450514337],
  ['TP07 North Foreland', 639821.835, 169565.858, 51.3744702555, 1.44454730409],
  ['TP08 Brislington', 362269.991, 169978.69, 51.4275474302, -2.54407618349],
  ['TP09 Lambeth', 530624.974, 178388.464, 51.4893656495, -0.1199255718],
  ['TP11 Colchester', 599445.59, 225722.826, 51.8943663735, 0.89724327012],
  ['TP12 Droitwich', 389544.19, 261912.153, 52.2552938163, -2.15458614387],
  ['TP14 King’s Lynn', 562180.547, 319784.995, 52.7513668717, 0.40153547065],
  ['TP15 Nottingham', 454002.834, 340834.943, 52.9621910941, -1.19747655922],
  ['TP16 STFC Daresbury', 357455.843, 383290.436, 53.3448028019, -2.6404932081],
  ['TP20 Leeds', 422242.186, 433818.701, 53.8002151963, -1.66379168242],
  ['TP22 Flamborough', 525745.67, 470703.214, 54.1168514429, -0.07773133187],
  ['TP24 Carlisle', 339921.145, 556034.761, 54.8954234042, -2.93827741149],
  ['TP25 Newcastle', 424639.355, 565012.703, 54.9791227366, -1.61657685184],
] as const

/**
 * By the whole of OSTN15, as the Python package convertbng 2.0.0 computes it (crates lonlat_bng 0.9.0, ostn15_phf
 * 1.3.0).
 */
const COMPUTED = [
  ['Hugh Town, Isles of Scilly', 90300, 10600, 49.91520122, -6.31576125],
  ['Lizard', 170100, 11500, 49.959307, -5.20677124],
  ['Lundy', 213700, 144500, 51.16932198, -4.66624628],
  ['Charing Cross, London', 530000, 180400, 51.50758691, -0.1281815],
  ['Bank, London', 532700, 181100, 51.51325059, -0.08903598],
  ['Lowestoft', 655100, 293700, 52.48156324, 1.75553842],
  ['Peterborough Cathedral', 519400, 298700, 52.57304223, -0.23957044],
  ['Old Market Square, Nottingham', 457200, 339900, 52.95345687, -1.15004954],
  ['Aspley, Nottingham', 454400, 342600, 52.97801541, -1.19126836],
  ['Staveley, where OSTN15 bends most', 442000, 373000, 53.25237704, -1.37195749],
  ['Barrow-in-Furness', 319700, 469300, 54.11328804, -3.22984918],
  ['Berwick-upon-Tweed', 399800, 652900, 55.76943606, -2.00476608],
] as const

describe('fromNationalGrid', () => {
  it.each(SURVEYED)(
    'places %s within 0.1 m of where the Ordnance Survey has it',
    (_, easting, northing, latitude, longitude) => {
      expect(distanceInMetres(fromNationalGrid(easting, northing), { latitude, longitude })).toBeLessThan(0.1)
    },
  )

  it.each(COMPUTED)(
    'places %s within 0.3 m of where the whole of OSTN15 has it',
    (_, easting, northing, latitude, longitude) => {
      expect(distanceInMetres(fromNationalGrid(easting, northing), { latitude, longitude })).toBeLessThan(0.3)
    },
  )

  it.each([
    [-1, 340_000],
    [457_000, 1_300_001],
    [Number.NaN, 0],
  ])('refuses %s, %s, which is off the grid', (easting, northing) => {
    expect(() => fromNationalGrid(easting, northing)).toThrow(InputError)
  })
})

describe('toNationalGrid', () => {
  it.each([...SURVEYED, ...COMPUTED])(
    'places %s within 0.3 m of its place on the grid',
    (_, easting, northing, latitude, longitude) => {
      const place = toNationalGrid({ latitude, longitude })
      expect(Math.hypot(place.easting - easting, place.northing - northing)).toBeLessThan(0.3)
    },
  )

  it('undoes fromNationalGrid to less than a millimetre everywhere on the grid', () => {
    const inside = (end: number) => fc.double({ min: 1, max: end - 1, noNaN: true })
    fc.assert(
      fc.property(inside(700_000), inside(1_300_000), (easting, northing) => {
        const place = toNationalGrid(fromNationalGrid(easting, northing))
        expect(Math.hypot(place.easting - easting, place.northing - northing)).toBeLessThan(0.001)
      }),
    )
  })

  it.each([
    [2.35, 48.86],
    [180, 90],
    [Number.NaN, 52],
  ])('refuses %s, %s, which is off the grid', (longitude, latitude) => {
    expect(() => toNationalGrid({ longitude, latitude })).toThrow(InputError)
  })
})
