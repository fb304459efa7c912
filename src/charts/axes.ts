import type { ChartLayout, ChartRow } from './spec.js'
import { badValue } from '../errors.js'
import { isDay } from '../values/date.js'

const HATCH_GAP = 14

/** Parts of a plot to hatch: from one place of the x axis to another. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Rows of slanting lines that fill spans of the x axis over the whole height: `start`, `end` in x, `value`, `to` in y.
 */
export function hatching(spans: readonly Span[], [bottom, top]: readonly [number, number], height: number): ChartRow[] {
  const lines = Math.ceil(height / HATCH_GAP)
  const at = (i: number): number => bottom + ((top - bottom) * i) / lines
  return spans.flatMap(({ from, to }) =>
    Array.from({ length: lines }, (_, i) => ({ start: from, end: to, value: at(i), to: at(i + 1) })),
  )
}

/** A range of round numbers that holds all that is shown, with some room above. */
export function niceRange(lowest: number, highest: number): [number, number] {
  const span = highest > lowest ? highest - lowest : Math.max(Math.abs(highest), 1)
  const step = 10 ** Math.floor(Math.log10(span)) / 2
  const bottom = Math.floor(lowest / step) * step
  return [bottom, Math.max(Math.ceil((highest + span * 0.12) / step) * step, bottom + step)]
}

/** The axis of financial years, which stand in the data by the calendar year in which they begin. */
export function financialYearAxis(first: number, last: number, layout: ChartLayout): object {
  return {
    ...yearTicks(first, last, layout === 'wide' ? 1 : 2),
    labelExpr: "datum.value + '-' + slice(toString(datum.value + 1), 2)",
    labelAngle: -45,
  }
}

/**
 * The axis of days, which stand in the data as a year and its part that has passed; ticks are at the first of April.
 */
export function dayAxis(first: number, last: number, layout: ChartLayout): object {
  const years = yearTicks(
    Math.ceil(first - FIRST_OF_APRIL - A_DAY),
    Math.floor(last - FIRST_OF_APRIL + A_DAY),
    layout === 'wide' ? 1 : 3,
  )
  return {
    ...years,
    values: years.values.map((year) => year + FIRST_OF_APRIL),
    labelExpr: "format(datum.value - 0.2466, 'd')",
  }
}

/** The part of a year that has passed on 1 April. */
const FIRST_OF_APRIL = 90 / 365
/** A leap year has a day more before it. */
const A_DAY = 1 / 365

function yearTicks(
  first: number,
  last: number,
  step: number,
): { readonly values: number[]; readonly [property: string]: unknown } {
  return {
    title: null,
    grid: false,
    values: Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step),
    format: 'd',
  }
}

/**
 * A day as a year and the part of it that has passed: `2010-04-01` is 2010.2466.
 *
 * @example
 * import { yearsAt } from 'wardstick/charts'
 * yearsAt('2010-04-01').toFixed(3) // => '2010.247'
 */
export function yearsAt(day: string): number {
  if (!isDay(day)) throw badValue('day on an axis', day, 'a day such as 2010-03-31')
  const year = Number(day.slice(0, 4))
  const [start, end, at] = [`${year}-01-01`, `${year + 1}-01-01`, day].map((each) => Date.parse(each)) as [
    number,
    number,
    number,
  ]
  return year + (at - start) / (end - start)
}
