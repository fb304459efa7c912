import type { EventDay } from '../../model/amenity.js'
import type { DatedText } from '../../values/date.js'

const MILLISECONDS_A_DAY = 86_400_000

/** The day after or before a day. */
export function shiftDay(day: string, by: 1 | -1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
}

/** All days that a printed date may mean: a day, every day of a month, or of a year. */
export function intervalOf({ date, precision }: DatedText): EventDay {
  if (precision === 'day') return { earliest: date, latest: date, precision }
  if (precision === 'year')
    return { earliest: `${date.slice(0, 4)}-01-01`, latest: `${date.slice(0, 4)}-12-31`, precision }
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  const first = `${date.slice(0, 7)}-01`
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return { earliest: first, latest: shiftDay(next, -1), precision }
}

/** After one day and up to another: between two editions. */
export function between(after: string, upTo: string): EventDay {
  return { earliest: shiftDay(after, 1), latest: upTo, precision: 'between' }
}

/** A year of closing or opening ends on the day on which a list has the library closed or open. */
export const notAfter = (event: EventDay, seen: string): EventDay =>
  event.earliest <= seen && event.latest > seen ? { ...event, latest: seen } : event
