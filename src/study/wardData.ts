import { type DataLocation, loadTable } from '../datasets/index.js'
import { type Amenity, libraryAmenity, poolAmenity } from '../indicators/amenities.js'
import type { LibraryEditionRow, LibraryEventRow, LibraryRow, PoolRow } from '../model/amenity.js'
import type { LsoaDeprivationRow, LsoaPopulationRow, LsoaRow, WardDeprivationRow, WardPopulationRow, WardRow } from '../model/ward.js'
import { type WardPanel, wardPanel } from '../panel/wardPanel.js'

/** What studies and profiles of wards are made from. */
export interface WardData {
  readonly wards: WardPanel
  readonly pools: Amenity
  readonly libraries: Amenity
  readonly libraryEvents: readonly LibraryEventRow[]
  readonly libraryEditions: readonly LibraryEditionRow[]
}

/**
 * Loads the built-in tables of wards, libraries and pools.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`.
 * @example
 * import { loadWardData } from 'wardstick/study'
 * const { wards } = await loadWardData()
 * wards.register.resolve('Aspley', new Set(['E06000018'])).ward_code // => 'E05001823'
 */
export async function loadWardData(location: DataLocation = {}): Promise<WardData> {
  const rows = async <Row extends object>(...at: Parameters<typeof loadTable>): Promise<readonly Row[]> => (await loadTable(...at)).objects() as Row[]
  const [wards, lsoas, lsoaPopulations, lsoaDeprivation, wardDeprivation, pools, libraries, libraryEvents, libraryEditions] = await Promise.all([
    rows<WardRow>('wards', 'wards', location),
    rows<LsoaRow>('wards', 'lsoas', location),
    rows<LsoaPopulationRow>('wards', 'lsoa-populations', location),
    rows<LsoaDeprivationRow>('wards', 'lsoa-deprivation', location),
    rows<WardDeprivationRow>('wards', 'ward-deprivation', location),
    rows<PoolRow>('pools', 'pools', location),
    rows<LibraryRow>('libraries', 'libraries', location),
    rows<LibraryEventRow>('libraries', 'events', location),
    rows<LibraryEditionRow>('libraries', 'editions', location),
  ])
  return {
    wards: wardPanel({ wards, lsoas, lsoaPopulations, lsoaDeprivation, wardDeprivation }),
    pools: poolAmenity(pools),
    libraries: libraryAmenity(libraries, libraryEvents),
    libraryEvents,
    libraryEditions,
  }
}

/**
 * Loads the residents of every ward by year and age, which only profiles need.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`.
 * @example
 * import { loadWardPopulations } from 'wardstick/study'
 * const rows = await loadWardPopulations()
 * rows.find(({ ward_code, year }) => ward_code === 'E05001823' && year === 2015).aged_0_15 // => 5989
 */
export async function loadWardPopulations(location: DataLocation = {}): Promise<readonly WardPopulationRow[]> {
  return (await loadTable('wards', 'ward-populations', location)).objects() as WardPopulationRow[]
}
