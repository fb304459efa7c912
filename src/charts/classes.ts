import { roundTo } from '../values/rounding.js'
import { badChart } from '../errors.js'
import { quantile } from '../stats/distribution.js'
import { type NumberForm, exactInForm } from './numbers.js'
import type { Polarity } from './polarity.js'
import { CLASS_COLOURS, INK, PAPER } from './theme.js'

/** Classes by what a value means beside a reference, such as a change beside 0. */
export interface ClassesAround {
  /** Whether more is better: the classes are worse, about the same, better; for `none` fall, about the same, rise. */
  readonly polarity: Polarity
  /** Values up to so far from the reference, on either side, are about the same. */
  readonly within: number
  /** 0, no change, when left out. */
  readonly reference?: number | undefined
}

/** Into which classes values are divided: at most three, as no more lightnesses differ by 3 to 1 on white paper. */
export interface Classing {
  /**
   * One or two numbers, rising: each class holds the values from one number to below the next. Thirds of the values
   * when left out.
   */
  readonly breaks?: readonly number[] | undefined
  /** Classes around a reference, in the place of `breaks`. */
  readonly around?: ClassesAround | undefined
}

/** A class of values. */
export interface ValueClass {
  /** Its values in words: `20.0 % to below 35.0 %`. */
  readonly range: string
  readonly colour: string
  /** The colour of a text upon it. */
  readonly ink: string
  readonly holds: (value: number) => boolean
}

type ClassName = keyof typeof CLASS_COLOURS

const classOf = (name: ClassName, range: string, holds: ValueClass['holds']): ValueClass => ({
  range,
  holds,
  colour: CLASS_COLOURS[name],
  ink: ['high', 'worse', 'fall'].includes(name) ? PAPER : INK,
})

/**
 * The classes of values, light to dark.
 *
 * @throws InputError `bad-chart` when breaks are no one or two rising numbers, or both kinds of classes are asked for.
 */
export function classesOf(
  chart: string,
  values: readonly number[],
  { breaks, around }: Classing,
  writing: NumberForm,
): ValueClass[] {
  if (breaks !== undefined && around !== undefined)
    throw badChart(chart, 'it has breaks and classes around a reference; give one of them')
  if (around !== undefined) return classesAround(chart, around, writing)
  const [first, second] = breaks === undefined ? thirds(values, writing.decimals ?? 2) : checkedBreaks(chart, breaks)
  const text = (value: number): string => exactInForm(value, writing)
  const last = classOf('high', `${text(second ?? first)} and more`, (value) => value >= (second ?? first))
  const low = classOf('low', `below ${text(first)}`, (value) => value < first)
  return second === undefined
    ? [low, last]
    : [
        low,
        classOf('middle', `${text(first)} to below ${text(second)}`, (value) => value >= first && value < second),
        last,
      ]
}

function checkedBreaks(chart: string, breaks: readonly number[]): readonly [number, number | undefined] {
  const [first, second] = breaks
  if (
    first === undefined ||
    breaks.length > 2 ||
    !breaks.every(Number.isFinite) ||
    (second !== undefined && second <= first)
  )
    throw badChart(
      chart,
      `its breaks are ${breaks.join(', ') || 'none'}; give one or two rising numbers, for at most three classes`,
    )
  return [first, second]
}

/** Thirds of the values, at numbers as they are written, so that the key is exact. */
function thirds(values: readonly number[], decimals: number): readonly [number, number] {
  const at = (p: number): number => roundTo(quantile(values, p), decimals)
  return [at(1 / 3), at(2 / 3)]
}

function classesAround(
  chart: string,
  { polarity, within, reference = 0 }: ClassesAround,
  writing: NumberForm,
): ValueClass[] {
  if (!(within >= 0 && Number.isFinite(within) && Number.isFinite(reference)))
    throw badChart(
      chart,
      `values within ${within} of ${reference} cannot be about the same; give a number from 0 and a reference`,
    )
  const [lower, upper] = [reference - within, reference + within].map((edge) => roundTo(edge, 10)) as [number, number]
  const [below, above] =
    polarity === 'none'
      ? (['fall', 'rise'] as const)
      : polarity === 'more is better'
        ? (['worse', 'better'] as const)
        : (['better', 'worse'] as const)
  const text = (value: number): string => `${reference === 0 && value > 0 ? '+' : ''}${exactInForm(value, writing)}`
  const classes = [
    classOf(below, `${below}: below ${text(lower)}`, (value) => value < lower),
    classOf(
      'same',
      lower === upper ? `the same: ${text(lower)}` : `about the same: ${text(lower)} to ${text(upper)}`,
      (value) => value >= lower && value <= upper,
    ),
    classOf(above, `${above}: above ${text(upper)}`, (value) => value > upper),
  ]
  return above === 'worse' ? classes : classes.reverse()
}
