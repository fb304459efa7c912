import type { Crosswalk } from '../geography/crosswalk.js'
import {
  defaultYear,
  requireDirection,
  RESIDENT_YEARS,
  type SmallAreaOptions,
  smallAreaCrosswalk,
} from '../geography/smallAreas.js'
import { type WardCodeRegister, wardCodeRegister } from '../geography/wardCodes.js'
import type { Vintage } from '../model/code.js'
import { type DataLocation, loadRows } from './dataset.js'
import { requireLocation } from './dataset.js'

/** How a crosswalk is weighted, and where its tables are loaded from. */
export interface CrosswalkLoading extends SmallAreaOptions, DataLocation {}

/**
 * Loads a crosswalk: from wards to wards (`WD11`, `WD13`, `WD25`), from LSOAs (`LSOA01`, `LSOA11`, `LSOA21`) to LSOAs
 * or wards, from output areas of Nottingham and Peterborough (`OA11`) to LSOAs of 2011 or wards.
 *
 * A ward whose code is in both lists is one and the same. Otherwise LSOAs carry their residents from ward to ward, by
 * best fit; in Nottingham and Peterborough wards are divided by the number of their output areas; a ward of 2013 or
 * 2025 without an LSOA goes by area. Every link says on which of these it rests; `docs/geography.md` tells how good
 * they are.
 *
 * @param from the list that a table is on.
 * @param to the list that it is to be moved to.
 * @throws InputError `bad-value` where there is no crosswalk: a ward’s figure says nothing of its parts.
 * `missing-dataset` or `altered-dataset`.
 * @example
 * import { loadCrosswalk } from 'wardstick/data'
 * import { overlaps } from 'wardstick/geography'
 * const crosswalk = await loadCrosswalk('WD13', 'WD25')
 * const castle = overlaps(crosswalk).find(({ target }) => target === 'E05012277')
 * castle?.largestShare?.toFixed(2) // => '0.63'
 * crosswalk.links.filter(({ target }) => target === 'E05012277').map(({ source, weight }) => [source, weight])
 * // => [['E05001828', 22], ['E05001837', 13]]
 */
export async function loadCrosswalk<From extends Vintage, To extends Vintage>(
  from: From,
  to: To,
  { folder, ...options }: CrosswalkLoading = {},
): Promise<Crosswalk<From, To>> {
  requireDirection(from, to)
  const location = { folder }
  const year = options.year ?? defaultYear(from, to)
  const residents =
    (RESIDENT_YEARS as readonly number[]).includes(year) && year !== 2022 ? ([`people_${year}`] as const) : []
  const [pieces, lsoas, populations, bridge, outputAreas, areaShares, codes] = await Promise.all([
    loadRows('crosswalks', 'small-areas', {
      ...location,
      columns: ['lsoa_2011', 'lsoa_2021', 'change', 'people_2022', 'ward_2011', 'ward_2025'],
    }),
    loadRows('wards', 'lsoas', {
      ...location,
      columns: ['lsoa_code', 'ward_code'],
    }),
    loadRows('wards', 'lsoa-populations', {
      ...location,
      columns: ['lsoa_code', ...residents],
    }),
    from === 'LSOA01' || to === 'LSOA01' ? loadRows('wards', 'lsoa-bridge', location) : [],
    loadRows('crosswalks', 'output-areas', location),
    loadRows('crosswalks', 'wards-without-lsoa', location),
    loadRows('crosswalks', 'ward-codes', location),
  ])
  return smallAreaCrosswalk({ pieces, lsoas, populations, bridge, outputAreas, areaShares, codes }, from, to, options)
}

/**
 * Loads the register of the ward codes of England since 2011: what a code is, and which lists have it.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`.
 * @example
 * import { loadWardCodes } from 'wardstick/data'
 * const codes = await loadWardCodes()
 * codes.describe('E05012270') // => 'Aspley (Nottingham) in the wards of 2019, 2024 and 2025'
 * codes.codesOf('WD13').length // => 7681
 * codes.require('E05012270', 'WD13') // throws 'wrong-code'
 */
export async function loadWardCodes(location: DataLocation = {}): Promise<WardCodeRegister> {
  requireLocation(location)
  return wardCodeRegister(await loadRows('crosswalks', 'ward-codes', location))
}
