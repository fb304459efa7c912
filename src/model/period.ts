import { badValue } from '../errors.js'
import { requireRecord, requireText } from './given.js'

/** The financial years that wardstick knows, in order. */
const FINANCIAL_YEARS = [
  '1990-91',
  '1991-92',
  '1992-93',
  '1993-94',
  '1994-95',
  '1995-96',
  '1996-97',
  '1997-98',
  '1998-99',
  '1999-00',
  '2000-01',
  '2001-02',
  '2002-03',
  '2003-04',
  '2004-05',
  '2005-06',
  '2006-07',
  '2007-08',
  '2008-09',
  '2009-10',
  '2010-11',
  '2011-12',
  '2012-13',
  '2013-14',
  '2014-15',
  '2015-16',
  '2016-17',
  '2017-18',
  '2018-19',
  '2019-20',
  '2020-21',
  '2021-22',
  '2022-23',
  '2023-24',
  '2024-25',
  '2025-26',
  '2026-27',
  '2027-28',
  '2028-29',
  '2029-30',
  '2030-31',
  '2031-32',
  '2032-33',
  '2033-34',
  '2034-35',
  '2035-36',
  '2036-37',
  '2037-38',
  '2038-39',
  '2039-40',
  '2040-41',
  '2041-42',
  '2042-43',
  '2043-44',
  '2044-45',
  '2045-46',
  '2046-47',
  '2047-48',
  '2048-49',
  '2049-50',
] as const

/** A financial year of a council, 1 April to 31 March, written `2009-10`: one of `1990-91` to `2049-50`. */
export type FinancialYear = (typeof FINANCIAL_YEARS)[number]

/** A run of financial years, both ends included. */
export interface Window {
  readonly from: FinancialYear
  readonly to: FinancialYear
}

/** From one period to a later one, for a change. */
export interface Span {
  readonly before: FinancialYear | IsoDate | Window
  readonly after: FinancialYear | IsoDate | Window
}

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
type Month = `0${Exclude<Digit, 0>}` | '10' | '11' | '12'
type DayOfMonth = `0${Exclude<Digit, 0>}` | `${1 | 2}${Digit}` | '30' | '31'

/** A day, written `2010-03-31`: when a stock is counted. The type knows 12 months of 31 days each, and not February. */
export type IsoDate = `${number}-${Month}-${DayOfMonth}`

/** What happened after one day, up to and including another. */
export interface Interval {
  readonly since: IsoDate
  readonly until: IsoDate
}

/**
 * What a value is about in time: a financial year, the mean of a run of them, a day, what happened between two days, or
 * the change between two periods.
 */
export type Period = FinancialYear | IsoDate | Window | Interval | Span

/**
 * The financial year that begins on 1 April of a calendar year.
 *
 * @param start the calendar year in which it begins.
 * @throws InputError `bad-value` when `start` is not a whole number from 1990 to 2049.
 * @example
 * import { financialYear } from 'wardstick'
 * financialYear(2009) // => '2009-10'
 * financialYear(1999) // => '1999-00'
 */
export function financialYear(start: number): FinancialYear {
  const year = Number.isInteger(start) ? FINANCIAL_YEARS[start - FIRST_START] : undefined
  if (year === undefined) throw badValue('start of a financial year', start, 'a whole number from 1990 to 2049')
  return year
}

const FIRST_START = 1990

/** A financial year of any century as text: series of prices begin before those of {@link FinancialYear}. */
export const financialYearText = (start: number): string => `${start}-${String((start + 1) % 100).padStart(2, '0')}`

/** Whether a text is one of the financial years that wardstick knows. */
export const isFinancialYear = (text: string): text is FinancialYear =>
  (FINANCIAL_YEARS as readonly string[]).includes(text)

/**
 * The calendar year in which a financial year begins.
 *
 * @throws InputError `bad-value` when the text is not a financial year from `1990-91` to `2049-50`, such as `2009-11`.
 * @example
 * import { startOfFinancialYear } from 'wardstick'
 * startOfFinancialYear('2009-10') // => 2009
 */
export function startOfFinancialYear(year: FinancialYear): number {
  requireText('financial year', year)
  const position = FINANCIAL_YEARS.indexOf(year)
  if (position < 0) throw badValue('financial year', year, 'a year such as 2009-10, from 1990-91 to 2049-50')
  return FIRST_START + position
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
export function firstDay(year: FinancialYear): IsoDate {
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
