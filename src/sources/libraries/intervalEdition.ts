import type { QualityReport } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'
import { type ListRow, dayOf, listTable, noteStaffedHours, openedOf, operatorOf, postcodeOf, remarkOf, weekOf, yesNo } from './cells.js'
import type { LibraryList } from './edition2016.js'
import { type PrintedLibrary, UNSAID } from './printedLibrary.js'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const STAFFED = DAYS.map((day) => `${day} staffed hours`)
const UNSTAFFED = DAYS.map((day) => `${day} unstaffed hours`)
const COLUMNS = [
  'Local authority',
  'Library name',
  'Address 1',
  'Postcode',
  'Statutory',
  'Type of library',
  'Year opened',
  'Year closed',
  ...STAFFED,
  ...UNSTAFFED,
  'Notes',
]

/** Options of a list with opening intervals. */
export interface IntervalEdition {
  /** True for the authorities whose rows are read; the others are set aside. */
  readonly isEnglish: (authority: string) => boolean
}

/**
 * Reads a list of libraries in the schema with opening intervals a day: the list of 2019 and the running register of
 * 2025.
 *
 * Hours a week are the sum of the intervals, staffed and unstaffed. A library with a year of closing is closed, unless
 * it is said to have opened in a later year: then it reopened.
 *
 * @param edition which authorities are English: the register is of the whole United Kingdom.
 * @example
 * import { readIntervalLibraries } from 'wardstick/sources'
 * const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
 * const names = [...days.map((day) => day + ' staffed hours'), ...days.map((day) => day + ' unstaffed hours')]
 * const header = [
 *   'Local authority',
 *   'Library name',
 *   'Address 1',
 *   'Postcode',
 *   'Statutory',
 *   'Type of library',
 *   'Year opened',
 *   'Year closed',
 *   ...names,
 *   'Notes',
 * ]
 * const row = [
 *   'Nottingham',
 *   'Aspley Library',
 *   'Nuthall Road',
 *   'NG8 5DD',
 *   'no',
 *   'LAL',
 *   '',
 *   '',
 *   '09:00-18:00',
 *   '09:00-13:00',
 *   ...Array(12).fill('00:00-00:00'),
 *   '',
 * ]
 * const bytes = new TextEncoder().encode(header.join(',') + '\n' + row.join(',') + '\n')
 * readIntervalLibraries({ name: 'list.csv', bytes }, { isEnglish: () => true }).libraries[0]?.hours // => 13
 */
export function readIntervalLibraries(file: SourceFile, { isEnglish }: IntervalEdition): LibraryList {
  const { rows, report } = listTable(file, COLUMNS)
  const english = rows.filter(({ cell }) => isEnglish(cell('Local authority')))
  const libraries = english.map((row) => library(row, report))
  report.keep(libraries.length)
  if (english.length < rows.length) report.setAside('outside England', rows.length - english.length)
  return { libraries, ...report.reported }
}

function library({ row, cell }: ListRow, report: QualityReport): PrintedLibrary {
  const closed = dayOf(cell('Year closed'), { row, column: 'Year closed' }, report)
  const opened = openedOf(cell('Year opened'), { row, column: 'Year opened' }, report)
  const reopened = closed.day !== null && opened !== null && opened.date > closed.day.date
  const days = (columns: readonly string[]) => columns.map((column) => ({ column, text: cell(column) }))
  const staffedHours = weekOf(days(STAFFED), row, report)
  const unstaffed = weekOf(days(UNSTAFFED), row, report)
  const hours = staffedHours === null ? unstaffed : Math.round((staffedHours + (unstaffed ?? 0)) * 100) / 100
  noteStaffedHours({ hours, staffedHours, row }, report)
  if (reopened)
    report.note('opened-after-closing', 'read as closed and opened again', {
      row,
      column: 'Year opened',
      value: `opened ${cell('Year opened')}, closed ${cell('Year closed')}`,
    })
  return {
    ...UNSAID,
    row,
    authority: cell('Local authority'),
    name: cell('Library name'),
    address: cell('Address 1'),
    postcode: postcodeOf(cell('Postcode'), { row, column: 'Postcode' }, report),
    state: closed.said && !reopened ? 'closed' : 'open',
    operator: operatorOf(cell('Type of library')),
    statutory: yesNo(cell('Statutory')),
    hours,
    staffedHours,
    closing: closed.said ? { kind: 'closed', day: closed.day } : null,
    opened,
    remark: remarkOf(cell('Notes')),
  }
}
