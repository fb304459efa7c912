import type { WardPopulationRow } from '../tables/declared/wards.js'
import type { SiteKind } from '../indicators/sites/siteKind.js'
import type { BuiltInSiteKindId } from '../indicators/sites/siteKinds.js'
import { type IdOf, type LoadedSites, type SitesLoading, loadSites } from './sites.js'
import { loadWardCodes } from './crosswalks.js'
import { type DataLocation, loadRows, requireLocation } from './dataset.js'
import type { WardCodeRegister } from '../geography/wardCodes.js'
import { type WardResidents, wardResidents } from '../indicators/wardResidents.js'

/** What studies and profiles of wards are made from. */
export interface WardData<Id extends string = string> extends LoadedSites<Id> {
  readonly wards: WardResidents
  /** Every ward code since 2011. */
  readonly wardCodes: WardCodeRegister
}

/**
 * Loads the built-in tables of wards, and of the kinds of sites asked for: all that are built in by default.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`.
 * @example
 * import { loadWardData } from 'wardstick/data'
 * const { wards } = await loadWardData()
 * wards.register.resolve('Aspley', new Set(['E06000018'])).ward_code // => 'E05001823'
 */
export async function loadWardData<Kind extends string | SiteKind = BuiltInSiteKindId>(
  loading: SitesLoading<Kind> = {},
): Promise<WardData<IdOf<Kind>>> {
  requireLocation(loading)
  const { kinds, ...location } = loading
  const [wards, lsoas, lsoaPopulations, lsoaDeprivation, wardDeprivation, codes, sites] = await Promise.all([
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
    loadWardCodes(location),
    loadSites({ ...location, kinds }),
  ])
  return {
    wards: wardResidents({ wards, lsoas, lsoaPopulations, lsoaDeprivation, wardDeprivation, codes }),
    wardCodes: codes,
    ...sites,
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
  requireLocation(location)
  return loadRows('wards', 'ward-populations', location)
}
