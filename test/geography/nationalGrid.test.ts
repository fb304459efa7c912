import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { distanceInMetres } from '../../src/geography/distance.js'
import { fromNationalGrid } from '../../src/geography/nationalGrid.js'

/** Test points of the Ordnance Survey’s OSTN15 developer pack in and around England: easting, northing, latitude, longitude. */
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

describe('fromNationalGrid', () => {
  it.each(SURVEYED)('places %s within 5 m of where the Ordnance Survey has it', (_, easting, northing, latitude, longitude) => {
    expect(distanceInMetres(fromNationalGrid(easting, northing), { latitude, longitude })).toBeLessThan(5)
  })

  it.each([
    [-1, 340_000],
    [457_000, 1_300_001],
    [Number.NaN, 0],
  ])('refuses %s, %s, which is off the grid', (easting, northing) => {
    expect(() => fromNationalGrid(easting, northing)).toThrow(InputError)
  })
})
