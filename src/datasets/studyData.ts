import { type DataLocation, loadDescriptor, loadRows, loadTable, requireLocation } from './dataset.js'
import type { SiteKind } from '../indicators/sites/siteKind.js'
import type { BuiltInSiteKindId } from '../indicators/sites/siteKinds.js'
import type { DatasetName } from '../tables/declared/index.js'
import { requireDataset } from './registry.js'
import { type IdOf, type SitesLoading, kindsAsked } from './sites.js'
import { type CouncilRegister, councilRegister } from '../geography/councilRegister.js'
import type { PriceLevelRow } from '../tables/declared/deflators.js'
import type { Descriptor } from '../model/descriptor.js'
import { type CouncilAccounts, councilAccounts } from '../indicators/councilAccounts.js'
import { type VoluntaryProvision, loadProvision } from './provision.js'
import { type WardData, loadWardData } from './wardData.js'

/** What studies and profiles of council spending are made from. */
export interface CouncilData {
  readonly accounts: CouncilAccounts
  readonly register: CouncilRegister
  readonly deflators: readonly PriceLevelRow[]
}

/**
 * Loads the built-in tables of council spending and puts the accounts together.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`.
 * @example
 * import { loadCouncilData } from 'wardstick/data'
 * const { accounts, register } = await loadCouncilData()
 * const { e_code } = register.resolve('Nottingham')
 * accounts.spending(e_code, 'cultural_and_related', '2009-10', 'outturn').value // => 26179
 */
export async function loadCouncilData(location: DataLocation = {}): Promise<CouncilData> {
  requireLocation(location)
  const [
    councils,
    aliases,
    successions,
    outturn,
    outturnTotals,
    breaks,
    remarks,
    budgets,
    budgetTotals,
    populations,
    deflators,
  ] = await Promise.all([
    loadRows('councils', 'councils', location),
    loadRows('councils', 'aliases', location),
    loadRows('councils', 'successions', location),
    loadTable('council-spending', 'outturn', location),
    loadTable('council-spending', 'totals', location),
    loadTable('council-spending', 'breaks', location),
    loadTable('council-spending', 'remarks', location),
    loadTable('council-budgets', 'budgets', location),
    loadTable('council-budgets', 'totals', location),
    loadTable('council-populations', 'populations', location),
    loadRows('deflators', 'gdp-deflator', location),
  ])
  const register = councilRegister({ councils, aliases, successions })
  return {
    register,
    accounts: councilAccounts(
      { outturn, outturnTotals, budgets, budgetTotals, populations, breaks, remarks },
      register,
    ),
    deflators,
  }
}

/** What a study is run on: the tables of councils, and those of wards, sites and voluntary provision. */
export interface StudyData<Id extends string = string> extends CouncilData, WardData<Id> {
  readonly provision: VoluntaryProvision
}

/**
 * Loads every built-in table that a study needs.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`.
 * @example
 * import { loadStudyData } from 'wardstick/data'
 * const { wards } = await loadStudyData()
 * wards.register.wards.length // => 7681
 */
export async function loadStudyData<Kind extends string | SiteKind = BuiltInSiteKindId>(
  loading: SitesLoading<Kind> = {},
): Promise<StudyData<IdOf<Kind>>> {
  requireLocation(loading)
  const { kinds, ...location } = loading
  const [councils, wards, provision] = await Promise.all([
    loadCouncilData(location),
    loadWardData({ ...location, kinds }),
    loadProvision(location),
  ])
  return { ...councils, ...wards, provision }
}

/** The datasets that figures of a study name as their source, before and after those of its sites. */
const SOURCES = ['council-spending', 'council-budgets', 'council-populations', 'deflators'] as const
const LAST_SOURCES = ['wards', 'voluntary-provision'] as const

/**
 * Loads the descriptors of the datasets that a study is made from: their official files, licences and row counts.
 *
 * @throws InputError `missing-dataset` or `bad-file`.
 * @example
 * import { loadStudyDescriptors } from 'wardstick/data'
 * const descriptors = await loadStudyDescriptors()
 * descriptors.find(({ name }) => name === 'pools')?.sources[0]?.rowsIn // => 6484
 */
export async function loadStudyDescriptors(loading: SitesLoading = {}): Promise<Descriptor[]> {
  requireLocation(loading)
  const { kinds, ...location } = loading
  const ofSites = kindsAsked(kinds)
  const names = [...SOURCES, ...ofSites.flatMap(({ tables }) => datasetsOf(tables)), ...LAST_SOURCES]
  return Promise.all([...new Set(names)].map((name) => loadDescriptor(name, location)))
}

const datasetsOf = (tables: SiteKind['tables']): DatasetName[] =>
  Object.values(tables).map(({ dataset }) => requireDataset(dataset))
