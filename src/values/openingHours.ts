import { missingMeaning, trimAll } from './missing.js'
import type { Reading } from './reading.js'

/** Hours of one week; nothing has more. */
const HOURS_OF_A_WEEK = 168
const CLOCK = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/
const MIDNIGHT = 24 * 60
const HOURS_AND_MINUTES = /^(\d{1,3})\s*(?:h|hrs?|hours?)\s*(?:(\d{1,2})\s*(?:m|mins?|minutes?))?$/i

/**
 * Reads hours a week as library lists print them: `40`, `42.5`, `49:30:00`, `54h30m`, `35 hours per week`.
 *
 * Two numbers (`48in the Summer, 34 in the winter`), words in their place (`CLOSED 2011`) or more hours than a week has
 * are unreadable: the reader says so and gives no number.
 *
 * @param text the cell as printed.
 * @example
 * import { readWeeklyHours } from 'wardstick/tables'
 * readWeeklyHours('49:30:00') // => { kind: 'value', value: 49.5 }
 * readWeeklyHours('48in the Summer, 34 in the winter') // => { kind: 'unreadable' }
 */
export function readWeeklyHours(text: string): Reading<number> {
  const meaning = missingMeaning(text)
  if (meaning !== undefined) return { kind: 'missing', meaning }
  const value = weeklyHours(trimAll(text).replace(/\s*per week$/i, ''))
  return value === undefined || value > HOURS_OF_A_WEEK ? { kind: 'unreadable' } : { kind: 'value', value }
}

function weeklyHours(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  const clock = /^(\d{1,3}):([0-5]\d)(?::00)?$/.exec(text) ?? HOURS_AND_MINUTES.exec(text)
  return clock === null ? undefined : Number(clock[1]) + Number(clock[2] ?? 0) / 60
}

/**
 * The hours of one day from its opening intervals, `10:00-13:00,14:00-17:00`; `00:00-00:00` is a day on which it does
 * not open.
 *
 * A later `00:00` is midnight; an interval that ends before it begins, or anything else, is unreadable.
 *
 * @param text the cell as printed.
 * @example
 * import { readOpeningIntervals } from 'wardstick/tables'
 * readOpeningIntervals('10:00-13:00,14:00-17:30') // => { kind: 'value', value: 6.5 }
 * readOpeningIntervals('00:00-00:00') // => { kind: 'value', value: 0 }
 * readOpeningIntervals('18:00-09:00') // => { kind: 'unreadable' }
 */
export function readOpeningIntervals(text: string): Reading<number> {
  const meaning = missingMeaning(text)
  if (meaning !== undefined) return { kind: 'missing', meaning }
  const lengths = trimAll(text)
    .split(/\s*[,;]\s*/)
    .map(intervalHours)
  const known = lengths.filter((length) => length !== undefined)
  return known.length < lengths.length
    ? { kind: 'unreadable' }
    : { kind: 'value', value: known.reduce((a, b) => a + b, 0) }
}

function intervalHours(text: string): number | undefined {
  const match = CLOCK.exec(text)
  if (match === null) return undefined
  const minutes = (hour: string | undefined, minute: string | undefined): number => Number(hour) * 60 + Number(minute)
  const [from, printedTo] = [minutes(match[1], match[2]), minutes(match[3], match[4])]
  const to = printedTo === 0 && from > 0 ? MIDNIGHT : printedTo
  return to < from || to > MIDNIGHT ? undefined : (to - from) / 60
}
