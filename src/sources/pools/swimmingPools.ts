import { badCell, badFile, duplicateKey } from '../../errors.js'
import type { PoolAccess, PoolStatus } from '../../model/amenity.js'
import { csvRecords } from '../csvTable.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'
import { notePools } from './doubts.js'
import type { PoolKindIds } from './facilityKinds.js'
import { POOL_COLUMNS, type PrintedPool, type RegisteredPool, STATUS_CODES } from './poolColumns.js'

/** The swimming pools of Active Places. */
export interface PoolRegister extends Reported {
  readonly pools: readonly RegisteredPool[]
}

/** What a reader of pools must know that the file does not say. */
export interface PoolEdition {
  /** The ids of the look-up files. */
  readonly kinds: Pick<PoolKindIds, 'facilityType' | 'kindOf'>
  /** The day of the edition, `2024-07-01`. */
  readonly asOf: string
}

/** Of the two codes of seasonality, records of this one alone have a first or last month within the year. */
const SEASONAL = '2'
const NOT_KNOWN = 'Not Known'
/** England, roughly: a point outside has its coordinates swapped or mistyped. */
const ENGLAND = {
  longitude: [-6.5, 1.8],
  latitude: [49.8, 55.9],
  easting: [80_000, 660_000],
  northing: [5_000, 660_000],
} as const

/**
 * Reads the swimming pools of Active Places: one row a pool, of any access and any status, closed ones included.
 *
 * A pool is never dropped. What is doubtful is kept and reported: closings on 1 January (known by the year alone),
 * closing dates that the register itself calls wrong, no year of building, an area of 0, a day of opening that does not
 * fit the year of building, pools alike in everything but their id. The register's free texts are read for such remarks
 * and not given out.
 *
 * @param file `swimmingpools.csv`.
 * @throws InputError `bad-cell`, `missing-column`, `duplicate-key` (a facility id twice) or `bad-file` (a closed pool
 * without a closing date, or the other way round).
 * @example
 * import { readSwimmingPools } from 'wardstick/sources'
 * const header =
 *   'Facility ID,Site ID,Facility Type,Facility Subtype,Operational Status,Operational Status Notes,' +
 *   'Accessibility Type (Text),Management Type (Text),Year Built,Year Built Estimated?,Date Opened,Closed Date,' +
 *   'Closure Reason,Seasonality Type,Area,Length,Width,Dimensions Estimate,Lanes,Easting,Northing,Latitude,Longitude'
 * const row =
 *   '2010979,1002450,7,7001,5,,Pay and Play,Not Known,1970,0,,2015-08-28,' +
 *   '999,1,313.0,25.0,12.5,0,6,454350,340682,52.96079,-1.192334'
 * const file = { name: 'swimmingpools.csv', bytes: new TextEncoder().encode(`${header}\n${row}\n`) }
 * const kinds = { facilityType: '7', kindOf: new Map([['7001', 'main' as const]]) }
 * const [registered] = readSwimmingPools(file, { kinds, asOf: '2024-07-01' }).pools
 * registered?.pool.kind // => 'main'
 * registered?.pool.closed_date // => '2015-08-28'
 */
export function readSwimmingPools(file: SourceFile, { kinds, asOf }: PoolEdition): PoolRegister {
  const records = csvRecords<PrintedPool>(file, POOL_COLUMNS)
  const report = new QualityReport({ file: file.name })
  const pools = records.map(({ row, cells }) => poolOf(cells, { file: file.name, row, kinds }))
  refuseRepeats(file.name, pools)
  notePools(
    report,
    pools,
    records.map(({ cells }) => cells),
    asOf,
  )
  report.keep(pools.length)
  return { pools, ...report.reported }
}

function poolOf(
  cells: PrintedPool,
  { file, row, kinds }: { file: string; row: number; kinds: PoolEdition['kinds'] },
): RegisteredPool {
  const kind =
    cells['Facility Type'] === kinds.facilityType ? kinds.kindOf.get(cells['Facility Subtype'] ?? '') : undefined
  if (kind === undefined)
    throw badCell(
      { file, row, column: 'Facility Subtype' },
      cells['Facility Subtype'] ?? '',
      [...kinds.kindOf.keys()].join(', '),
      'Use the look-up of the same edition.',
    )
  const status = STATUS_CODES[cells['Operational Status'] ?? ''] as PoolStatus
  const closed = cells['Closed Date']
  if ((status === 'closed') !== (closed !== null))
    throw badFile(
      file,
      `row ${row} is ${status} and ${closed === null ? 'has no closed date' : `closed on ${closed}`}`,
      'A pool has a closed date when it is closed for good, and only then.',
    )
  const built = cells['Year Built']
  const opened = cells['Date Opened']
  const at = { file, row }
  return {
    pool: {
      pool_id: cells['Facility ID'] ?? '',
      site_id: cells['Site ID'] ?? '',
      kind,
      status,
      access: cells['Accessibility Type (Text)'] as PoolAccess,
      management: cells['Management Type (Text)'] === NOT_KNOWN ? null : cells['Management Type (Text)'],
      built_year: built,
      built_estimated: cells['Year Built Estimated?'] === '1',
      opened_date: fitsBuilding(opened, built) ? opened : null,
      closed_date: closed,
      closed_precision: closed === null ? null : closed.endsWith('-01-01') ? 'year' : 'day',
      closure_reason: cells['Closure Reason'],
      seasonal: cells['Seasonality Type'] === SEASONAL,
      area_m2: cells.Area === 0 ? null : cells.Area,
      area_estimated: cells['Dimensions Estimate'] === '1',
      length_m: cells.Length === 0 ? null : cells.Length,
      lanes: cells.Lanes,
      longitude: within(cells, 'Longitude', at),
      latitude: within(cells, 'Latitude', at),
    },
    row,
    easting: within(cells, 'Easting', at),
    northing: within(cells, 'Northing', at),
  }
}

/** Lidos print the first day of a season of 2012 or 2013 as the day of opening: only a day near the building is one. */
function fitsBuilding(opened: string | null, built: number | null): boolean {
  const years = opened === null || built === null ? Number.NaN : Number(opened.slice(0, 4)) - built
  return years === 0 || years === 1
}

function within(
  cells: PrintedPool,
  column: 'Longitude' | 'Latitude' | 'Easting' | 'Northing',
  { file, row }: { file: string; row: number },
): number {
  const [from, to] = ENGLAND[column.toLowerCase() as keyof typeof ENGLAND]
  const value = cells[column]
  if (value >= from && value <= to) return value
  throw badCell(
    { file, row, column },
    String(value),
    `${from} to ${to}, which holds England`,
    'Check whether two coordinates are swapped.',
  )
}

function refuseRepeats(file: string, pools: readonly RegisteredPool[]): void {
  const rows = new Map<string, number>()
  for (const { pool, row } of pools) {
    const before = rows.get(pool.pool_id)
    if (before !== undefined) throw duplicateKey(file, pool.pool_id, [before, row])
    rows.set(pool.pool_id, row)
  }
}
