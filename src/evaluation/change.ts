import { mean } from 'simple-statistics'
import { badValue } from '../errors.js'
import type { NoteId } from '../model/notes.js'
import {
  type IsoDate,
  type FinancialYear,
  financialYear,
  firstDay,
  isFinancialYear,
  type Span,
  type Window,
  periodLabel,
  startOfFinancialYear,
  yearsOf,
} from '../model/period.js'
import { type Value, combine, requireSamePlace, requireValue } from '../model/value.js'
import { type Unit, sameUnit, unitText, units } from '../model/unit.js'
import { requireList } from '../model/given.js'

/**
 * The mean of a run of years: what a window before or after is.
 *
 * @param values one value a year, in order, all of one unit; with a missing one the mean is missing.
 * @throws InputError `bad-value` when there is no value, a period is no year, years are missing or out of order, or
 * units or places differ.
 * @example
 * import { units, windowMean } from 'wardstick'
 * const place = { kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2009' } as const
 * const of = (period: '2008-09' | '2009-10', value: number) =>
 *   ({
 *     value,
 *     unit: units.pounds(),
 *     period,
 *     place,
 *     owner: 'council',
 *     status: 'observed',
 *     comparable: true,
 *     notes: [],
 *     source: [],
 *   }) as const
 * windowMean([of('2008-09', 10), of('2009-10', 20)]).value // => 15
 */
export function windowMean(values: readonly Value[]): Value {
  requireList('values of a window', values)
  const [first, ...rest] = values
  if (first === undefined) throw badValue('window', 'no values', 'at least one year')
  for (const value of rest) requireSameKind(first, value)
  const sameBasis = rest.every((value) => value.basis === first.basis)
  const period: Window = { from: yearOf(first), to: yearOf(values.at(-1) ?? first) }
  if (yearsOf(period).join() !== values.map(yearOf).join())
    throw badValue(
      'years of a window',
      values.map(yearOf).join(', '),
      `each year of the ${periodLabel(period)} once, in order`,
    )
  const average = combine([first, ...rest], (...numbers) => mean(numbers), { period })
  return sameBasis ? average : refused(average, 'basis-differs')
}

/**
 * The change from one value to a later one, in per cent of the first.
 *
 * Refused (missing, with a note) when the two are of different bases, when the first is zero or negative, or when the
 * second is negative. Comparable only when both values are; its status is the weaker of the two.
 *
 * @throws InputError `bad-value` when units or places differ, or the second value is of an earlier time than the first.
 * @example
 * import { percentChange, units } from 'wardstick'
 * const place = { kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2009' } as const
 * const of = (period: '2009-10' | '2014-15', value: number) =>
 *   ({
 *     value,
 *     unit: units.pounds(),
 *     period,
 *     place,
 *     owner: 'council',
 *     status: 'observed',
 *     comparable: true,
 *     notes: [],
 *     source: [],
 *   }) as const
 * percentChange(of('2009-10', 80), of('2014-15', 60)).value // => -25
 * percentChange(of('2009-10', -5), of('2014-15', 60)).notes // => ['through-zero']
 */
export function percentChange(before: Value, after: Value): Value {
  const period = spanOf(before, after)
  const change = combine([before, after], (a, b) => (b / a - 1) * 100, { unit: units.perCent(), period })
  if (before.value === null || after.value === null) return change
  if (before.basis !== after.basis) return refused(change, 'basis-differs')
  return before.value <= 0 || after.value < 0 ? refused(change, 'through-zero') : change
}

/**
 * The change from one value to a later one in the unit of the values; of shares in per cent, in percentage points.
 *
 * @throws InputError `bad-value` when units or places differ, or the second value is of an earlier time than the first.
 * @example
 * import { difference, unitText, units } from 'wardstick'
 * const place = { kind: 'ward', code: 'E05001823', name: 'Aspley', vintage: 'WD13' } as const
 * const on = (period: '2010-03-31' | '2023-04-01', value: number) =>
 *   ({
 *     value,
 *     unit: units.perCent('residents'),
 *     period,
 *     place,
 *     owner: 'ward',
 *     status: 'modelled',
 *     comparable: true,
 *     notes: [],
 *     source: [],
 *   }) as const
 * difference(on('2010-03-31', 29.3), on('2023-04-01', 89.3)).value // => 60
 * const { unit } = difference(on('2010-03-31', 29.3), on('2023-04-01', 89.3))
 * unitText(unit) // => 'percentage points of residents'
 */
export function difference(before: Value, after: Value): Value {
  const period = spanOf(before, after)
  return combine([before, after], (a, b) => b - a, { unit: unitOfDifference(before.unit), period })
}

const unitOfDifference = (unit: Unit): Unit => (unit.kind === 'per cent' ? units.percentagePoints(unit.of) : unit)

function refused(value: Value, note: NoteId): Value {
  return { ...value, value: null, status: 'missing', notes: [...new Set([...value.notes, note])] }
}

function requireSameKind(a: Value, b: Value): void {
  requireValue(a)
  requireValue(b)
  if (!sameUnit(a.unit, b.unit)) throw badValue('unit of a value to compare', unitText(b.unit), unitText(a.unit))
  requireSamePlace(a, b)
}

/** From the period of one value to that of a later one. */
function spanOf(before: Value, after: Value): Span {
  requireSameKind(before, after)
  const span = { before: plainPeriod(before), after: plainPeriod(after) }
  if (beginOf(span.after) < beginOf(span.before))
    throw badValue(
      'period of the later value',
      periodLabel(span.after),
      `a period that does not begin before ${periodLabel(span.before)}`,
    )
  return span
}

/** The day on which a period begins, or the day that it is. */
function beginOf(period: FinancialYear | IsoDate | Window): string {
  if (typeof period !== 'string') return firstDay(period.from)
  return isFinancialYear(period) ? firstDay(period) : period
}

function yearOf({ period }: Value): FinancialYear {
  if (typeof period !== 'string')
    throw badValue('period of a value in a window', JSON.stringify(period), 'one financial year')
  return financialYear(startOfFinancialYear(period as FinancialYear))
}

function plainPeriod({ period }: Value): FinancialYear | IsoDate | Window {
  if (typeof period === 'object' && !('from' in period))
    throw badValue('period of a value to compare', JSON.stringify(period), 'a financial year, a window or a day')
  return period
}
