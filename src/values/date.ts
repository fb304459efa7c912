import { missingMeaning, trimAll } from './missing.js'
import type { Reading } from './reading.js'

/** A date with how exactly it is known: `2013-03-01` with precision `month` means some day in March 2013. */
export interface DatedText {
  readonly date: string
  readonly precision: 'day' | 'month' | 'year'
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
/** Day 0 of a spreadsheet of the 1900 date system, which counts a 29 February 1900 that never was. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
const FIRST_SERIAL = 20_000
const LAST_SERIAL = 80_000

/**
 * Reads a date as British official files print it: `2013-03-31`, `31/03/2013` and `31-03-2013` (day first),
 * `20130331`, `31-Mar-13`, `March 2013`, `Dec-13`, `2013`, or a spreadsheet's day number from 20000 (1954) to 80000
 * (2119).
 *
 * Two-digit years up to 68 are 20xx, from 69 on 19xx. A day that the calendar does not have is unreadable.
 *
 * @param text the cell as printed.
 * @example
 * import { readDate } from 'wardstick/tables'
 * readDate('3/12/2012') // => { kind: 'value', value: { date: '2012-12-03', precision: 'day' } }
 * readDate('18-12-2009') // => { kind: 'value', value: { date: '2009-12-18', precision: 'day' } }
 * readDate('45019') // => { kind: 'value', value: { date: '2023-04-03', precision: 'day' } }
 * readDate('March 2013') // => { kind: 'value', value: { date: '2013-03-01', precision: 'month' } }
 * readDate('31/02/2013') // => { kind: 'unreadable' }
 */
export function readDate(text: string): Reading<DatedText> {
  const meaning = missingMeaning(text)
  if (meaning !== undefined) return { kind: 'missing', meaning }
  const value = dated(trimAll(text))
  return value === undefined ? { kind: 'unreadable' } : { kind: 'value', value }
}

function dated(text: string): DatedText | undefined {
  let match: RegExpExecArray | null
  if ((match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)))
    return day(match[1], match[2], match[3])
  if ((match = /^(\d{4})(\d{2})(\d{2})$/.exec(text))) return day(match[1], match[2], match[3])
  if ((match = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/.exec(text))) return day(match[3], match[2], match[1])
  if ((match = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text))) return day(match[3], match[2], match[1])
  if ((match = /^(\d{1,2})[- ]([a-z]{3,9})[- ](\d{4}|\d{2})$/i.exec(text)))
    return day(match[3], monthNumber(match[2]), match[1])
  if ((match = /^([a-z]{3,9})[- ](\d{4}|\d{2})$/i.exec(text))) return month(match[2], monthNumber(match[1]))
  if (/^(19|20)\d{2}$/.test(text)) return { date: `${text}-01-01`, precision: 'year' }
  if (/^\d{5}$/.test(text) && Number(text) >= FIRST_SERIAL && Number(text) <= LAST_SERIAL)
    return { date: isoDay(SERIAL_ZERO + Number(text) * 86_400_000), precision: 'day' }
  return undefined
}

function day(
  year: string | undefined,
  monthText: string | undefined,
  dayText: string | undefined,
): DatedText | undefined {
  const [y, m, d] = [fullYear(year), Number(monthText), Number(dayText)]
  const time = Date.UTC(y, m - 1, d)
  const date = Number.isFinite(time) ? isoDay(time) : ''
  return date === `${y}-${pad(m)}-${pad(d)}` ? { date, precision: 'day' } : undefined
}

function month(year: string | undefined, monthText: string | undefined): DatedText | undefined {
  const start = day(year, monthText, '1')
  return start === undefined ? undefined : { date: start.date, precision: 'month' }
}

function monthNumber(name: string | undefined): string | undefined {
  const lower = (name ?? '').toLowerCase()
  const index = MONTHS.findIndex(
    (month) => lower === month || lower === month.slice(0, 3) || (lower === 'sept' && month === 'september'),
  )
  return index < 0 ? undefined : String(index + 1)
}

function fullYear(text: string | undefined): number {
  const year = Number(text)
  if (text?.length !== 2) return year
  return year <= 68 ? 2000 + year : 1900 + year
}

/**
 * Whether a text is a day that the calendar has, written `2010-03-31`.
 *
 * @example
 * import { isDay } from 'wardstick/tables'
 * isDay('2012-02-29') // => true
 * isDay('2013-02-29') // => false
 */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dated(text) !== undefined
}

const pad = (number: number): string => String(number).padStart(2, '0')
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)
