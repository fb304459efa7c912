import { POOL_ACCESS } from '../../model/amenity.js'
import type { HallKind } from '../../model/sportsHall.js'
import type { HallRow } from '../../tables/declared/sportsHalls.js'
import { type CellsOf, type CsvColumn, type RowNotes, csvReader } from '../csvReader.js'
import { STATUS_CODES } from '../pools/poolColumns.js'
import type { Reader } from '../reader.js'

/** A sports hall as the register prints it, decoded, with its row in the file and its place on the National Grid. */
export interface RegisteredHall {
  readonly hall: Omit<HallRow, 'ward_code'>
  /** Metres east and north on the National Grid. */
  readonly easting: number
  readonly northing: number
}

/** The codes of sports halls among the types and subtypes of Active Places, by `facilitysubtype.csv`. */
const HALL_TYPE = '6'
/** What kind of hall a subtype is. */
const HALL_KIND_CODES: Readonly<Record<string, HallKind>> = { 6001: 'main', 6002: 'activity', 6003: 'barn' }

const COLUMNS = {
  hall_id: { label: 'Facility ID', type: 'string', needed: true, pattern: /\d+/ },
  site_id: { label: 'Site ID', type: 'string', needed: true, pattern: /\d+/ },
  type: { label: 'Facility Type', type: 'string', needed: true, allowed: [HALL_TYPE] },
  subtype: { label: 'Facility Subtype', type: 'string', needed: true, allowed: ['6001', '6002', '6003'] },
  status: { label: 'Operational Status', type: 'string', needed: true, allowed: ['1', '2', '3', '4', '5', '8'] },
  remark: { label: 'Operational Status Notes', type: 'string' },
  access: { label: 'Accessibility Type (Text)', type: 'string', needed: true, allowed: POOL_ACCESS },
  management: { label: 'Management Type (Text)', type: 'string' },
  built: { label: 'Year Built', type: 'integer', range: [1000, 2100] },
  built_estimated: { label: 'Year Built Estimated?', type: 'string', allowed: ['0', '1'] },
  opened: { label: 'Date Opened', type: 'date' },
  closed: { label: 'Closed Date', type: 'date' },
  reason: { label: 'Closure Reason', type: 'string', pattern: /\d{3}/ },
  seasonality: { label: 'Seasonality Type', type: 'string', allowed: ['1', '2'] },
  courts: { label: 'Badminton Courts', type: 'integer', range: [0, 100] },
  area: { label: 'Area', type: 'number', range: [0, 100_000] },
  length: { label: 'Length', type: 'number', range: [0, 1_000] },
  width: { label: 'Width', type: 'number', range: [0, 1_000] },
  area_estimated: { label: 'Dimensions Estimate', type: 'string', allowed: ['0', '1'] },
  // England, roughly: a point outside has its coordinates exchanged or mistyped.
  easting: { label: 'Easting', type: 'integer', needed: true, range: [80_000, 660_000] },
  northing: { label: 'Northing', type: 'integer', needed: true, range: [5_000, 660_000] },
  latitude: { label: 'Latitude', type: 'number', needed: true, range: [49.8, 55.9] },
  longitude: { label: 'Longitude', type: 'number', needed: true, range: [-6.5, 1.8] },
} as const satisfies Record<string, CsvColumn>
type Cells = CellsOf<typeof COLUMNS>
type Notes = RowNotes<keyof typeof COLUMNS>

/**
 * Reads the sports halls of Active Places (Sport England): one row a hall, of any access and any status, closed ones
 * included.
 *
 * What is doubtful is kept and reported: closings on 1 January (known by the year alone), closing dates that the
 * register itself calls wrong, no year of building, an area of 0, a day of opening that does not fit the year of
 * building, halls alike in everything but their id. A closing date of a hall that is not closed is left out: it came
 * back. The register’s free texts are read for such remarks and not given out.
 *
 * @example
 * import { collectRecords, sportsHallReader } from 'wardstick/sources'
 * const header =
 *   'Facility ID,Site ID,Facility Type,Facility Subtype,Operational Status,Operational Status Notes,' +
 *   'Accessibility Type (Text),Management Type (Text),Year Built,Year Built Estimated?,Date Opened,Closed Date,' +
 *   'Closure Reason,Seasonality Type,Badminton Courts,Area,Length,Width,Dimensions Estimate,Easting,Northing,' +
 *   'Latitude,Longitude'
 * const row =
 *   '2001942,1002489,6,6001,5,,Pay and Play,Not Known,1973,0,,2010-04-01,' +
 *   '999,1,3,486.0,27.0,18.0,1,455720,341910,52.97168,-1.170716'
 * const file = { name: 'sportshalls.csv', bytes: new TextEncoder().encode(`${header}\n${row}\n`) }
 * const { records } = await collectRecords(sportsHallReader, file)
 * records[0]?.hall.kind // => 'main'
 * records[0]?.hall.closed_date // => '2010-04-01'
 */
export const sportsHallReader: Reader<RegisteredHall> = csvReader({
  id: 'active-places-sports-halls',
  title: 'Active Places: sports halls, England',
  columns: COLUMNS,
  signature: ['hall_id', 'site_id', 'subtype', 'courts'],
  isOne: ({ type }) => type === HALL_TYPE,
  keyOf: ({ hall }) => hall.hall_id,
  records: () => {
    const twins = new Set<string>()
    return (cells, row) => recordOf(cells, row, twins)
  },
})

function recordOf(cells: Cells, row: Notes, twins: Set<string>): RegisteredHall | null {
  const status = STATUS_CODES[cells.status] ?? 'not known'
  if (status === 'closed' && cells.closed === null) return row.setAside('status-without-closing-date', 'closed')
  if (status !== 'closed' && cells.closed !== null) row.note('closing-date-of-an-open-facility', 'closed')
  const closed = status === 'closed' ? cells.closed : null
  const hall = hallOf(cells, { status, closed_date: closed })
  noteDates(cells, hall, row)
  noteSize(cells, hall, row)
  if (hall.management === null) row.note('management-not-known', 'management')
  noteTwin(cells, row, twins)
  return {
    hall,
    easting: cells.easting,
    northing: cells.northing,
  }
}

function hallOf(
  cells: Cells,
  { status, closed_date }: Pick<HallRow, 'status' | 'closed_date'>,
): RegisteredHall['hall'] {
  const { hall_id, site_id, access, built, longitude, latitude } = cells
  return {
    hall_id,
    site_id,
    kind: HALL_KIND_CODES[cells.subtype] ?? 'activity',
    status,
    access,
    management: cells.management === 'Not Known' ? null : cells.management,
    built_year: built,
    built_estimated: cells.built_estimated === '1',
    opened_date: fitsBuilding(cells.opened, built) ? cells.opened : null,
    closed_date,
    closed_precision: closed_date === null ? null : closed_date.endsWith('-01-01') ? 'year' : 'day',
    closure_reason: closed_date === null ? null : cells.reason,
    seasonal: cells.seasonality === '2',
    badminton_courts: cells.courts,
    area_m2: cells.area === 0 ? null : cells.area,
    area_estimated: cells.area_estimated === '1',
    longitude,
    latitude,
  }
}

/** A printed day of opening is one of a season or of a new entry, unless it is near the building. */
function fitsBuilding(opened: string | null, built: number | null): boolean {
  const years = opened === null || built === null ? Number.NaN : Number(opened.slice(0, 4)) - built
  return years === 0 || years === 1
}

/** Remarks by which the register says that a closing date of its own is not right, or that a facility came back. */
const DATE_IN_DOUBT = /re-?opened on active places|clos(?:ure|ed|ing) dat/i
/** Halls older than this are rare and their year is hardly that of the hall; nothing that is counted depends on it. */
const HARDLY_EARLIER = 1850

function noteDates(cells: Cells, hall: RegisteredHall['hall'], row: Notes): void {
  const { built_year, closed_date } = hall
  if (hall.closed_precision === 'year') row.note('closed-on-1-january', 'closed')
  if (hall.closure_reason !== null) row.note('closure-reason-not-decoded', 'reason')
  if (hall.status === 'temporarily closed') row.note('temporarily-closed', 'status')
  if (built_year === null) row.note('no-year-built', 'built')
  else if (built_year < HARDLY_EARLIER) row.note('built-year-early', 'built')
  if (cells.opened !== null && hall.opened_date === null) row.note('opened-long-after-built', 'opened')
  if (closed_date === null) return
  if (built_year !== null && Number(closed_date.slice(0, 4)) < built_year) row.note('closed-before-built', 'closed')
  if (DATE_IN_DOUBT.test(cells.remark ?? '')) row.note('closed-date-in-doubt', 'closed')
}

/** How far a printed area may lie from length times width, in square metres. */
const ROUNDING = 1

function noteSize({ area, length, width, courts }: Cells, hall: RegisteredHall['hall'], row: Notes): void {
  if (area === 0) row.note('area-zero', 'area')
  else if (area !== null && length !== null && width !== null && Math.abs(area - length * width) > ROUNDING)
    row.note('area-is-not-length-by-width', 'area')
  if (courts === 0 && hall.kind !== 'activity') row.note('courts-zero', 'courts')
}

function noteTwin(cells: Cells, row: Notes, twins: Set<string>): void {
  const { site_id, subtype, status, built, closed, area, length, width, courts } = cells
  const likeness = [site_id, subtype, status, built, closed, area, length, width, courts].join(' ')
  if (twins.has(likeness)) row.note('facility-like-another', 'hall_id')
  twins.add(likeness)
}
