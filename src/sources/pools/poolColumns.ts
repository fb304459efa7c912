import { POOL_ACCESS, type PoolStatus } from '../../model/amenity.js'
import type { PoolRow } from '../../tables/declared/pools.js'
import type { Field } from '../../tables/parse.js'

/** A pool as the register prints it, decoded, with its row in the file and its place on the National Grid. */
export interface RegisteredPool {
  readonly pool: Omit<PoolRow, 'ward_code' | 'same_pool_as'>
  readonly row: number
  /** Metres east and north on the National Grid. */
  readonly easting: number
  readonly northing: number
}

/**
 * The meaning of the register's codes; the files do not print it, but that closed pools alone have a closed date agrees
 * with it.
 */
export const STATUS_CODES: Readonly<Record<string, PoolStatus>> = {
  1: 'planned',
  2: 'under construction',
  3: 'operational',
  4: 'temporarily closed',
  5: 'closed',
  8: 'not known',
}

const required = { constraints: { required: true } } as const
const flag = { type: 'string', constraints: { required: true, enum: ['0', '1'] } } as const

/** The columns that are read, of the 68 that the file has. */
export const POOL_COLUMNS = [
  { name: 'Facility ID', type: 'string', constraints: { required: true, pattern: '\\d+' } },
  { name: 'Site ID', type: 'string', constraints: { required: true, pattern: '\\d+' } },
  { name: 'Facility Type', type: 'string', ...required },
  { name: 'Facility Subtype', type: 'string', ...required },
  { name: 'Operational Status', type: 'string', constraints: { required: true, enum: Object.keys(STATUS_CODES) } },
  { name: 'Operational Status Notes', type: 'string' },
  { name: 'Accessibility Type (Text)', type: 'string', constraints: { required: true, enum: POOL_ACCESS } },
  { name: 'Management Type (Text)', type: 'string', ...required },
  { name: 'Year Built', type: 'integer' },
  { name: 'Year Built Estimated?', ...flag },
  { name: 'Date Opened', type: 'date' },
  { name: 'Closed Date', type: 'date' },
  { name: 'Closure Reason', type: 'string', constraints: { pattern: '\\d{3}' } },
  { name: 'Seasonality Type', type: 'string', constraints: { required: true, enum: ['1', '2'] } },
  { name: 'Area', type: 'number', ...required },
  { name: 'Length', type: 'number', ...required },
  { name: 'Width', type: 'number', ...required },
  { name: 'Dimensions Estimate', ...flag },
  { name: 'Lanes', type: 'integer', ...required },
  { name: 'Easting', type: 'integer', ...required },
  { name: 'Northing', type: 'integer', ...required },
  { name: 'Latitude', type: 'number', ...required },
  { name: 'Longitude', type: 'number', ...required },
] as const satisfies readonly Field[]

type Column = (typeof POOL_COLUMNS)[number]['name']
type Always = 'Lanes' | 'Area' | 'Length' | 'Width' | 'Easting' | 'Northing' | 'Latitude' | 'Longitude'
/** A row of the file with its cells parsed. */
export type PrintedPool = { readonly [Name in Exclude<Column, Always | 'Year Built'>]: string | null } & {
  readonly [Name in Always]: number
} & { readonly 'Year Built': number | null }
