import { missingColumn } from '../../errors.js'
import type { LibraryOperator, LibraryType } from '../../model/amenity.js'
import { csvRows } from '../../tables/parse.js'
import { type DatedText, readDate } from '../../values/date.js'
import { trimAll } from '../../values/missing.js'
import { readOpeningIntervals, readWeeklyHours } from '../../values/openingHours.js'
import { readPostcode } from '../../values/postcode.js'
import { decodeText } from '../../values/text.js'
import { QualityReport } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'

/** A row of a list: a cell by the name of its column, cleaned. */
export interface ListRow {
  readonly row: number
  readonly cell: (column: string) => string
}

/** The rows of a list with what is met while its cells are read. */
export interface ListTable {
  readonly rows: readonly ListRow[]
  readonly report: QualityReport
}

/**
 * Reads a list into rows of clean cells: no line breaks or non-breaking spaces, no spaces at the ends.
 *
 * @param columns the columns that the reader needs; with `header: 'none'` they are those of the file, in its order.
 */
export function listTable(
  file: SourceFile,
  columns: readonly string[],
  header: 'first row' | 'none' = 'first row',
): ListTable {
  const report = new QualityReport({ file: file.name })
  const { text, encoding } = decodeText(file.bytes)
  const printed = csvRows(text, { file: file.name }).map((cells, i) => ({ cells, row: i + 1 }))
  const names = header === 'none' ? columns : (printed[0]?.cells ?? []).map(trimAll)
  for (const column of columns) if (!names.includes(column)) throw missingColumn(file.name, column, names)
  const body = printed.slice(header === 'none' ? 0 : 1).filter(({ cells }) => cells.some((cell) => cell !== ''))
  const position = new Map(names.map((name, i) => [name, i]))
  noteNoise(
    report,
    body.flatMap(({ cells }) => cells),
    encoding,
  )
  return {
    report,
    rows: body.map(({ cells, row }) => ({ row, cell: (column) => cleanCell(cells[position.get(column) ?? -1] ?? '') })),
  }
}

/** What a damaged pound sign becomes when UTF-8 is read as Windows-1252 twice. */
const MOJIBAKE = 'ï¿½'

function noteNoise(report: QualityReport, cells: readonly string[], encoding: string): void {
  const count = (test: (cell: string) => boolean): number => cells.filter(test).length
  const note = (rule: string, action: string, found: number): void => {
    if (found > 0) report.note(rule, action, { count: found })
  }
  if (encoding !== 'utf-8') report.note('encoding', `not UTF-8; read as ${encoding}`, { value: encoding })
  note(
    'line-break-in-cell',
    'read as a space',
    count((cell) => /[\r\n]/.test(cell)),
  )
  note(
    'non-breaking-space',
    'read as a space',
    count((cell) => cell.includes('\u00a0')),
  )
  note(
    'damaged-character',
    'removed: what stood there cannot be told',
    count((cell) => cell.includes(MOJIBAKE)),
  )
}

const cleanCell = (text: string): string => trimAll(text.replaceAll(MOJIBAKE, '').replace(/[\s\u00a0]+/g, ' '))

/** Where a cell stands, for a quality entry. */
export interface CellAt {
  readonly row: number
  readonly column: string
}

/** The postcode of a cell, or null; what is repaired or unreadable is noted. */
export function postcodeOf(text: string, at: CellAt, report: QualityReport): string | null {
  const reading = readPostcode(text)
  if (reading.kind === 'value') {
    if (reading.value.repaired)
      report.note('postcode-repaired', `read as ${reading.value.postcode}`, { ...at, value: text })
    return reading.value.postcode
  }
  if (reading.kind === 'unreadable') report.note('postcode-not-readable', 'kept as missing', { ...at, value: text })
  return null
}

/** Texts that say, in place of hours, that there are none to give. */
const NO_HOURS = new Set([
  'n/a closed',
  'not currently open',
  '[unknown]',
  'varied by schedule',
  'appointment only',
  'no regular opening',
  'closed',
  'na',
])

/** The hours of a cell, or null; what cannot be read is noted. */
export function hoursOf(text: string, at: CellAt, report: QualityReport): number | null {
  const reading = readWeeklyHours(text)
  if (reading.kind === 'value') return Math.round(reading.value * 100) / 100
  if (reading.kind === 'unreadable' && !NO_HOURS.has(text.toLowerCase()))
    report.note('hours-not-readable', 'kept as missing', { ...at, value: text })
  return null
}

/** Hours a week from the cells of its days: null where no day is given or one cannot be read, which is noted. */
export function weekOf(
  days: readonly { readonly text: string; readonly column: string }[],
  row: number,
  report: QualityReport,
): number | null {
  const readings = days.map(({ text, column }) => {
    const reading = readOpeningIntervals(text)
    if (reading.kind === 'unreadable')
      report.note('opening-times-not-readable', 'the hours of the week are kept as missing', {
        row,
        column,
        value: text,
      })
    return reading
  })
  if (readings.some(({ kind }) => kind === 'unreadable') || readings.every(({ kind }) => kind === 'missing'))
    return null
  return (
    Math.round(readings.reduce((sum, reading) => sum + (reading.kind === 'value' ? reading.value : 0), 0) * 100) / 100
  )
}

/** More staffed than open hours are kept as printed, and noted. */
export function noteStaffedHours(
  {
    hours,
    staffedHours,
    row,
  }: { readonly hours: number | null; readonly staffedHours: number | null; readonly row: number },
  report: QualityReport,
): void {
  if (hours !== null && staffedHours !== null && staffedHours > hours)
    report.note('staffed-exceed-open-hours', 'both kept as printed', {
      row,
      column: 'staffed hours',
      value: `${staffedHours} staffed, ${hours} open`,
    })
}

const OPERATORS: Readonly<Record<string, LibraryOperator>> = {
  LA: 'council',
  LAL: 'council',
  'LAL-': 'council',
  LAU: 'council',
  C: 'commissioned',
  CL: 'commissioned',
  CR: 'community',
  CRL: 'community',
  'CRL+': 'community',
  ICL: 'independent',
  'ICL+': 'independent',
}

/**
 * Who runs a library by the code of its type of operation; null for an empty cell or a word for a library that is not
 * open.
 */
export function operatorOf(code: string): LibraryOperator | null {
  return OPERATORS[code.toUpperCase()] ?? null
}

/** Yes and no in any case; null for anything else. */
export function yesNo(text: string): boolean | null {
  return { yes: true, no: false }[text.toLowerCase()] ?? null
}

/** The kind of library that a list’s own column says. */
export function typeOf(text: string): LibraryType {
  const lower = text.toLowerCase()
  if (lower === 'static library') return 'static'
  if (lower.startsWith('mobile')) return 'mobile'
  if (lower.startsWith('prison')) return 'prison'
  if (lower.includes('archive')) return 'archive'
  return lower === '' ? 'not known' : 'other'
}

/** The year that lists of closings print for a closing without a year. */
const SENTINEL = '1900'

/** A closing or opening as printed: whether anything is said, and the day, month or year if that can be read. */
export interface PrintedDay {
  readonly said: boolean
  readonly day: DatedText | null
}

/** When a library closed, or opened anew: `Closed`, `yes` and the year 1900 say that it did without saying when. */
export function dayOf(text: string, at: CellAt, report: QualityReport): PrintedDay {
  if (text === '') return { said: false, day: null }
  const reading = readDate(text)
  if (reading.kind === 'value' && !(reading.value.precision === 'year' && reading.value.date.startsWith(SENTINEL)))
    return { said: true, day: reading.value }
  const year = /^\D+((?:19|20)\d{2})$/.exec(text)?.[1]
  if (year !== undefined && !text.includes('?')) {
    report.note('date-within-words', `the year ${year} is used`, { ...at, value: text })
    return { said: true, day: yearDay(year) }
  }
  report.note('date-not-readable', 'taken as having happened on a day that is not known', { ...at, value: text })
  return { said: true, day: null }
}

/** When a library first opened: a year of any century, of which decades (`1960s`) and guesses (`1985c`) are noted. */
export function openedOf(text: string, at: CellAt, report: QualityReport): DatedText | null {
  if (text === '') return null
  const year = /^(1[6-9]|20)\d{2}/.exec(text)?.[0]
  if (year === undefined) report.note('year-opened-not-known', 'kept as missing', { ...at, value: text })
  else if (text !== year) report.note('year-opened-about', `the year ${year} is used`, { ...at, value: text })
  return year === undefined ? null : yearDay(year)
}

const yearDay = (year: string): DatedText => ({ date: `${year}-01-01`, precision: 'year' })

const CONTACT = /\S+@\S+\.\S+|(?:\+44|\b0)[\d ()-]{8,}\d|(?:https?:\/\/|www\.)\S+/g
const LONGEST_REMARK = 200

/** The words of a list without addresses of mail or web and telephone numbers, shortened; null where there are none. */
export function remarkOf(...texts: readonly string[]): string | null {
  const words = [...new Set(texts.filter((text) => text !== ''))]
    .join('; ')
    .replace(CONTACT, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (words === '') return null
  return words.length <= LONGEST_REMARK ? words : `${words.slice(0, LONGEST_REMARK - 1).trimEnd()}…`
}
