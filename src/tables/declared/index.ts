import { type RowOf, tablesOf } from '../declare.js'
import { COUNCIL_ALIASES, COUNCIL_SUCCESSIONS, COUNCILS } from './councils.js'
import { OUTPUT_AREAS, SMALL_AREAS, WARD_CODES, WARDS_2025, WARDS_WITHOUT_LSOA } from './crosswalks.js'
import { GDP_DEFLATOR } from './deflators.js'
import {
  LIBRARIES,
  LIBRARY_EDITION_ENTRIES,
  LIBRARY_EVENTS_TABLE,
  LIBRARY_IDENTITY,
  LIBRARY_PLACES,
} from './libraries.js'
import { POOL_SITES, POOLS } from './pools.js'
import { HALLS } from './sportsHalls.js'
import { CENTRE_LISTS, CENTRES } from './childrensCentres.js'
import { POPULATIONS } from './populations.js'
import { QUALITY } from './quality.js'
import { BUDGET_TOTALS, BUDGETS, OUTTURN, OUTTURN_TOTALS, SPENDING_BREAKS, SPENDING_REMARKS } from './spending.js'
import { PROVISION, PROVISION_BREAKS_TABLE, PROVISION_TOTALS } from './voluntaryProvision.js'
import {
  LSOA_BRIDGE,
  LSOA_DEPRIVATION,
  LSOA_POPULATIONS,
  LSOAS,
  WARD_DEPRIVATION,
  WARD_POPULATIONS,
  WARDS,
} from './wards.js'

/** The built-in datasets and their tables. */
export const TABLES = {
  councils: tablesOf(COUNCILS, COUNCIL_ALIASES, COUNCIL_SUCCESSIONS, QUALITY),
  'council-spending': tablesOf(OUTTURN, OUTTURN_TOTALS, SPENDING_BREAKS, SPENDING_REMARKS, QUALITY),
  'council-budgets': tablesOf(BUDGETS, BUDGET_TOTALS, QUALITY),
  'council-populations': tablesOf(POPULATIONS, QUALITY),
  deflators: tablesOf(GDP_DEFLATOR, QUALITY),
  pools: tablesOf(POOLS, POOL_SITES, QUALITY),
  'sports-halls': tablesOf(HALLS, QUALITY),
  'childrens-centres': tablesOf(CENTRES, CENTRE_LISTS, QUALITY),
  wards: tablesOf(
    WARDS,
    WARD_POPULATIONS,
    WARD_DEPRIVATION,
    LSOAS,
    LSOA_POPULATIONS,
    LSOA_DEPRIVATION,
    LSOA_BRIDGE,
    QUALITY,
  ),
  crosswalks: tablesOf(SMALL_AREAS, OUTPUT_AREAS, WARDS_WITHOUT_LSOA, WARD_CODES, QUALITY),
  'wards-2025': tablesOf(WARDS_2025, QUALITY),
  'voluntary-provision': tablesOf(PROVISION, PROVISION_TOTALS, PROVISION_BREAKS_TABLE, QUALITY),
  libraries: tablesOf(
    LIBRARIES,
    LIBRARY_PLACES,
    LIBRARY_EVENTS_TABLE,
    LIBRARY_EDITION_ENTRIES,
    LIBRARY_IDENTITY,
    QUALITY,
  ),
} as const

/** Name of a built-in dataset. */
export type DatasetName = keyof typeof TABLES

/** Name of a table of a dataset. */
export type TableName<Dataset extends DatasetName> = keyof (typeof TABLES)[Dataset] & string

/** A row of a built-in table, by the names of its dataset and itself. */
export type TableRow<Dataset extends DatasetName, Table extends TableName<Dataset>> = RowOf<
  (typeof TABLES)[Dataset][Table]
>

/** Name of a column of a built-in table. */
export type ColumnName<Dataset extends DatasetName, Table extends TableName<Dataset>> = keyof TableRow<Dataset, Table> &
  string
