import { type InputError, unknownName } from '../errors.js'

/** The built-in datasets and their tables. */
export const DATASETS = {
  councils: ['councils', 'aliases', 'successions', 'quality'],
  'council-spending': ['outturn', 'totals', 'breaks', 'remarks', 'quality'],
  'council-budgets': ['budgets', 'totals', 'quality'],
  'council-populations': ['populations', 'quality'],
  deflators: ['gdp-deflator', 'quality'],
  pools: ['pools', 'sites', 'quality'],
  wards: [
    'wards',
    'ward-populations',
    'ward-deprivation',
    'lsoas',
    'lsoa-populations',
    'lsoa-deprivation',
    'lsoa-bridge',
    'quality',
  ],
  crosswalks: ['small-areas', 'output-areas', 'wards-without-lsoa', 'ward-codes', 'quality'],
  'wards-2025': ['wards', 'quality'],
  'voluntary-provision': ['provision', 'totals', 'breaks', 'quality'],
  libraries: ['libraries', 'places', 'events', 'editions', 'identity', 'quality'],
} as const

/** Name of a built-in dataset. */
export type DatasetName = keyof typeof DATASETS

/** Name of a table of a dataset. */
export type TableName<Name extends DatasetName> = (typeof DATASETS)[Name][number]

/** A name as that of a built-in dataset. @throws InputError `bad-value` with the nearest name. */
export function requireDataset(name: string): DatasetName {
  if (!Object.hasOwn(DATASETS, name)) throw unknownName('dataset', name, Object.keys(DATASETS))
  return name as DatasetName
}

/** A table that a dataset does not have, as an error with the nearest name */
export function unknownTable(name: DatasetName, table: string): InputError {
  return unknownName(`table of the dataset ${name}`, table, DATASETS[name])
}
