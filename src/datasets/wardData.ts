import { loadWardCodes } from './crosswalks.js'
import { type DataLocation, loadRows, requireLocation } from './dataset.js'
import type { WardCodeRegister } from '../geography/wardCodes.js'
import { type Amenity, libraryAmenity, poolAmenity } from '../indicators/amenities.js'
import { lastSeenOpen } from '../indicators/libraryState.js'
import type { LibraryEditionRow, LibraryEventRow } from '../tables/declared/libraries.js'
import type { WardPopulationRow } from '../tables/declared/wards.js'
import { type WardResidents, wardResidents } from '../indicators/wardResidents.js'

/** What studies and profiles of wards are made from. */
export interface WardData {
  readonly wards: WardResidents
  /** Every ward code since 2011. */
  readonly wardCodes: WardCodeRegister
  readonly pools: Amenity
  readonly libraries: Amenity
  readonly libraryEvents: readonly LibraryEventRow[]
  readonly libraryEditions: readonly Pick<LibraryEditionRow, 'library_id' | 'edition' | 'state' | 'staffed_hours'>[]
}

/**
 * Loads the built-in tables of wards, libraries and pools.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`.
 * @example
 * import { loadWardData } from 'wardstick/data'
 * const { wards } = await loadWardData()
 * wards.register.resolve('Aspley', new Set(['E06000018'])).ward_code // => 'E05001823'
 */
export async function loadWardData(location: DataLocation = {}): Promise<WardData> {
  requireLocation(location)
  const [
    wards,
    lsoas,
    lsoaPopulations,
    lsoaDeprivation,
    wardDeprivation,
    pools,
    libraries,
    libraryPlaces,
    libraryEvents,
    libraryEditions,
    codes,
  ] = await Promise.all([
    loadRows('wards', 'wards', location),
    loadRows('wards', 'lsoas', location),
    loadRows('wards', 'lsoa-populations', {
      ...location,
      columns: ['lsoa_code', 'people_2015'],
    }),
    loadRows('wards', 'lsoa-deprivation', {
      ...location,
      columns: ['lsoa_code', 'imd_2010', 'income_2010'],
    }),
    loadRows('wards', 'ward-deprivation', location),
    loadRows('pools', 'pools', location),
    loadRows('libraries', 'libraries', location),
    loadRows('libraries', 'places', location),
    loadRows('libraries', 'events', location),
    loadRows('libraries', 'editions', {
      ...location,
      columns: ['library_id', 'edition', 'state', 'staffed_hours'],
    }),
    loadWardCodes(location),
  ])
  return {
    wards: wardResidents({ wards, lsoas, lsoaPopulations, lsoaDeprivation, wardDeprivation, codes }),
    wardCodes: codes,
    pools: poolAmenity(pools),
    libraries: libraryAmenity(libraries, libraryEvents, lastSeenOpen(libraryEditions), libraryPlaces),
    libraryEvents,
    libraryEditions,
  }
}

/**
 * Loads the residents of every ward by year and age, which only profiles need.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`.
 * @example
 * import { loadWardPopulations } from 'wardstick/data'
 * const rows = await loadWardPopulations()
 * rows.find(({ ward_code, year }) => ward_code === 'E05001823' && year === 2015)?.aged_0_15 // => 5989
 */
export async function loadWardPopulations(location: DataLocation = {}): Promise<readonly WardPopulationRow[]> {
  return loadRows('wards', 'ward-populations', location)
}
