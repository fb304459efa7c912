import type { LibraryOperator } from '../../model/amenity.js'
import { readNumber } from '../../values/number.js'
import type { QualityReport } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'
import { type ListRow, dayOf, hoursOf, listTable, noteStaffedHours, openedOf, operatorOf, postcodeOf, typeOf, yesNo } from './cells.js'
import type { LibraryList } from './edition2016.js'
import { type PrintedLibrary, type PrintedState, type PrintedYear, UNSAID } from './printedLibrary.js'

/** The columns of one layout of the basic dataset. */
interface Layout {
  readonly authority: string
  readonly authorityCode?: string
  readonly name: string
  readonly address: string
  readonly postcode: string
  readonly type: string
  readonly opened: string
  readonly closed: string
  readonly hours: string
  readonly staffedHours: string
  readonly longitude?: string
  readonly latitude?: string
  readonly statutory: (year: number) => string
  readonly operation: (year: number) => string
}

const AS_COLLECTED: Layout = {
  authority: 'reporting',
  name: 'name',
  address: 'address1',
  postcode: 'postcode',
  type: 'type',
  opened: 'opened',
  closed: 'closed',
  hours: 'hours',
  staffedHours: 'staffed_hours',
  statutory: (year) => `statutory_${year % 100}`,
  operation: (year) => `operation_${year % 100}`,
}

const ENHANCED: Layout = {
  authority: 'Reporting service',
  authorityCode: 'Reporting service code',
  name: 'Name',
  address: 'Address 1',
  postcode: 'Postcode',
  type: 'Type',
  opened: 'Year opened',
  closed: 'Year closed',
  hours: 'Hours open per week',
  staffedHours: 'Staffed hours per week',
  longitude: 'Longitude',
  latitude: 'Latitude',
  statutory: (year) => `Statutory in ${year}`,
  operation: (year) => `Operation in ${year}`,
}

/** Which edition of the basic dataset a file is. */
export interface BasicEdition {
  /**
   * `as collected` by Arts Council England, or `enhanced` by Libraries Hacked: cleaned, with coordinates, without words
   * for libraries that are not open.
   */
  readonly layout: 'as collected' | 'enhanced'
  /** The years that it speaks of, the last being its own; the first, 2010, has no type of operation. */
  readonly years: readonly number[]
}

/**
 * Reads an edition of the basic dataset for libraries: what each library was in 2010, 2016, 2019, 2021, 2022 and 2023.
 *
 * A type of operation is read as open; `Closed`, `Temporary Closure` and `Facility Not Open` as they say. The enhanced
 * layout has an empty cell for all three: closed where a year of closing is given, not known otherwise.
 *
 * @param edition its layout and years.
 * @example
 * import { readBasicLibraries } from 'wardstick/sources'
 * const header =
 *   'reporting,name,address1,postcode,type,statutory_10,statutory_16,operation_16,closed,opened,hours,staffed_hours'
 * const bytes = new TextEncoder().encode(
 *   header + '\nNottingham,Dales Centre Library,,NG2 4HJ,Static Library,Facility Not Open,Yes,LA,,2017,35,35\n',
 * )
 * const { libraries } = readBasicLibraries(
 *   { name: 'basic.csv', bytes },
 *   { layout: 'as collected', years: [2010, 2016] },
 * )
 * libraries[0]?.years.map(({ state }) => state) // => ['not open yet', 'open']
 */
export function readBasicLibraries(file: SourceFile, { layout: name, years }: BasicEdition): LibraryList {
  const layout = name === 'enhanced' ? ENHANCED : AS_COLLECTED
  const { authority, name: nameColumn, address, postcode, type, opened, closed, hours, staffedHours } = layout
  const own = [authority, nameColumn, address, postcode, type, opened, closed, hours, staffedHours]
  const yearly = years.flatMap((year) => [layout.statutory(year), ...(year > 2010 ? [layout.operation(year)] : [])])
  const optional = [layout.authorityCode, layout.longitude, layout.latitude].filter((column) => column !== undefined)
  const { rows, report } = listTable(file, [...own, ...yearly, ...optional])
  const libraries = rows.map((row) => library(row, layout, years, report))
  report.keep(libraries.length)
  return { libraries, ...report.reported }
}

function library(row: ListRow, layout: Layout, years: readonly number[], report: QualityReport): PrintedLibrary {
  const { cell } = row
  const at = (column: string) => ({ row: row.row, column })
  const closed = dayOf(cell(layout.closed), at(layout.closed), report)
  const opened = openedOf(cell(layout.opened), at(layout.opened), report)
  const hours = hoursOf(cell(layout.hours), at(layout.hours), report)
  const staffedHours = hoursOf(cell(layout.staffedHours), at(layout.staffedHours), report)
  noteStaffedHours({ hours, staffedHours, row: row.row }, report)
  const printed = openBeforeClosing(
    years.map((year) => yearOf(row, layout, year, closed.day?.date.slice(0, 4) ?? null, report)),
    row.row,
    report,
  )
  const last = printed.at(-1)
  if (last?.state === 'open' && closed.said)
    report.note('dated-closing-of-an-open-library', 'kept as open on the day of the list, and closed in that year', {
      ...at(layout.closed),
      value: cell(layout.closed),
    })
  return {
    ...UNSAID,
    row: row.row,
    authority: cell(layout.authority),
    authorityCode: layout.authorityCode === undefined ? null : cell(layout.authorityCode),
    name: cell(layout.name),
    address: cell(layout.address),
    postcode: postcodeOf(cell(layout.postcode), at(layout.postcode), report),
    type: typeOf(cell(layout.type)),
    state: last === undefined || last.state === 'not known' || last.state === 'not open yet' ? null : last.state,
    operator: last?.operator ?? null,
    statutory: last?.statutory ?? null,
    hours,
    staffedHours,
    closing: closed.said || last?.state === 'closed' ? { kind: 'closed', day: closed.day } : null,
    opened,
    years: printed,
    longitude: layout.longitude === undefined ? null : coordinate(cell(layout.longitude)),
    latitude: layout.latitude === undefined ? null : coordinate(cell(layout.latitude)),
  }
}

function yearOf(
  { row, cell }: ListRow,
  layout: Layout,
  year: number,
  closedYear: string | null,
  report: QualityReport,
): PrintedYear {
  const statutory = yesNo(cell(layout.statutory(year)))
  const code = year === 2010 ? '' : cell(layout.operation(year))
  const operator: LibraryOperator | null = operatorOf(code)
  const words = (code === '' ? cell(layout.statutory(year)) : code).toLowerCase()
  if (operator === null && code !== '' && STATES[code.toLowerCase()] === undefined)
    report.note('operation-not-readable', 'kept as not known', { row, column: layout.operation(year), value: code })
  if (operator !== null) return { year, state: 'open', operator, statutory }
  if (code === '' && year > 2010)
    return {
      year,
      state: closedYear !== null && Number(closedYear) <= year ? 'closed' : 'not known',
      operator,
      statutory,
    }
  if (year === 2010 && statutory === true) return { year, state: 'open', operator, statutory }
  return { year, state: STATES[words] ?? 'not known', operator, statutory }
}

/**
 * A library that is not open in 2010 and closed in every later year was open before it closed: the 2010 of such rows
 * says nothing.
 */
function openBeforeClosing(years: readonly PrintedYear[], row: number, report: QualityReport): readonly PrintedYear[] {
  const [first, ...later] = years
  if (
    first?.state !== 'not open yet' ||
    later.some(({ state }) => state === 'open' || state === 'temporarily closed' || state === 'not open yet')
  )
    return years
  report.note('not-open-and-then-closed', 'nothing is read from the year 2010 of a library that was never open after', {
    row,
    column: 'statutory 2010',
    value: 'Facility Not Open',
  })
  return [{ ...first, state: 'not known', statutory: null }, ...later]
}

const STATES: Readonly<Record<string, PrintedState>> = {
  closed: 'closed',
  'temporary closure': 'temporarily closed',
  'facility not open': 'not open yet',
  '[unknown]': 'not known',
}

function coordinate(text: string): number | null {
  const reading = readNumber(text)
  return reading.kind === 'value' ? reading.value : null
}
