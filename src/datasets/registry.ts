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
