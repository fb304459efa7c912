import { badValue } from '../errors.js'
import { requireRecord, requireText } from './given.js'

/** A financial year of a council, 1 April to 31 March, written `2009-10`. */
export type FinancialYear = `${number}-${string}`

/** A run of financial years, both ends included. */
export interface Window {
  readonly from: FinancialYear
  readonly to: FinancialYear
}

/** From one period to a later one, for a change. */
export interface Span {
  readonly before: FinancialYear | Day | Window
  readonly after: FinancialYear | Day | Window
}

/** A day, written `2010-03-31`: when a stock is counted. */
export type Day = `${number}-${number}-${number}`

/** What happened after one day, up to and including another. */
export interface Interval {
  readonly since: Day
  readonly until: Day
}

/**
 * What a value is about in time: a financial year, the mean of a run of them, a day, what happened between two days, or
 * the change between two periods.
 */
export type Period = FinancialYear | Day | Window | Interval | Span

/**
 * The financial year that begins on 1 April of a calendar year.
 *
 * @param start the calendar year in which it begins.
 * @throws InputError `bad-value` when `start` is not a whole number of four digits.
 * @example
 * import { financialYear } from 'wardstick'
 * financialYear(2009) // => '2009-10'
 * financialYear(1999) // => '1999-00'
 */
export function financialYear(start: number): FinancialYear {
  if (!Number.isInteger(start) || start < 1000 || start > 9998)
    throw badValue('start of a financial year', start, 'a whole number such as 2009')
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`
}

/**
 * The calendar year in which a financial year begins.
 *
 * @throws InputError `bad-value` when the text is not a financial year, such as `2009-11`.
 * @example
 * import { startOfFinancialYear } from 'wardstick'
 * startOfFinancialYear('2009-10') // => 2009
 */
export function startOfFinancialYear(year: FinancialYear): number {
  requireText('financial year', year)
  const start = Number(year.slice(0, 4))
  if (!/^\d{4}-\d{2}$/.test(year) || financialYear(start) !== year)
    throw badValue('financial year', year, 'a year such as 2009-10')
  return start
}

/**
 * The financial years of a window, in order, both ends included.
 *
 * @throws InputError `bad-value` when the window ends before it begins.
 * @example
 * import { yearsOf } from 'wardstick'
 * yearsOf({ from: '2007-08', to: '2009-10' }) // => ['2007-08', '2008-09', '2009-10']
 */
export function yearsOf(window: Window): FinancialYear[] {
  requireRecord('window', window, 'from and to')
  const first = startOfFinancialYear(window.from)
  const last = startOfFinancialYear(window.to)
  if (last < first)
    throw badValue('window', periodLabel(window), 'a window that ends in or after the year in which it begins')
  return Array.from({ length: last - first + 1 }, (_, i) => financialYear(first + i))
}

/**
 * A period in words, for a table or a sentence.
 *
 * @example
 * import { periodLabel } from 'wardstick'
 * periodLabel('2009-10') // => '2009-10'
 * periodLabel({ from: '2007-08', to: '2009-10' }) // => 'mean of 2007-08 to 2009-10'
 * periodLabel({ before: '2009-10', after: '2014-15' }) // => '2009-10 to 2014-15'
 * periodLabel('2010-03-31') // => '31 March 2010'
 * periodLabel({ since: '2010-04-01', until: '2015-03-31' }) // => 'after 1 April 2010, to 31 March 2015'
 */
export function periodLabel(period: Period): string {
  if (typeof period === 'string') return DAY.test(period) ? dayLabel(period) : period
  requireRecord('period', period, 'since and until, before and after, or from and to')
  if ('since' in period) return `after ${dayLabel(period.since)}, to ${dayLabel(period.until)}`
  if ('before' in period) return `${periodLabel(period.before)} to ${periodLabel(period.after)}`
  return period.from === period.to ? period.from : `mean of ${period.from} to ${period.to}`
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function dayLabel(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${dayOfMonth ?? ''} ${MONTHS[(month ?? 1) - 1] ?? ''} ${year ?? ''}`
}

/**
 * The day on which a financial year begins.
 *
 * @example
 * import { firstDay } from 'wardstick'
 * firstDay('2009-10') // => '2009-04-01'
 */
export function firstDay(year: FinancialYear): string {
  return `${startOfFinancialYear(year)}-04-01`
}

/**
 * A period in letters that an address takes: two dots for a change or what happened between, a plus for a mean of
 * years.
 */
export function periodId(period: Period): string {
  if (typeof period === 'string') return period
  if ('since' in period) return `${period.since}..${period.until}`
  if ('before' in period) return `${periodId(period.before)}..${periodId(period.after)}`
  return period.from === period.to ? period.from : `${period.from}+${period.to}`
}
