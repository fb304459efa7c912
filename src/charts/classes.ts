import { roundTo } from '../values/rounding.js'
import { badChart } from '../errors.js'
import { type NumberForm, exactInForm, inForm } from './numbers.js'
import type { Polarity } from '../model/indicator.js'
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
   * One or two numbers, rising: each class holds the values from one number to below the next. When left out, classes
   * of equal number, as far as equal values allow: three, or as many as there are different values.
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
  const [first, second] = breaks === undefined ? thirds(values) : checkedBreaks(chart, breaks)
  const text = (value: number): string => exactInForm(value, writing)
  const lowest = first ?? Math.min(...values)
  const highest = second ?? lowest
  const last = classOf('high', `${text(highest)} and more`, (value) => value >= highest)
  if (first === undefined) return [last]
  const low = classOf('low', `below ${text(first)}`, (value) => value < first)
  const middle = classOf(
    'middle',
    `${text(first)} to below ${text(highest)}`,
    (value) => value >= first && value < highest,
  )
  return second === undefined ? [low, last] : [low, middle, last]
}

/** How the classes of values were chosen, in a sentence; classes around a reference say it in the key. */
export function classNotes({ breaks, around }: Classing): string[] {
  if (around !== undefined) return []
  return [
    breaks === undefined
      ? 'Classes hold equal numbers, as far as equal figures allow.'
      : 'Classes begin at numbers that were chosen, not computed.',
  ]
}

/**
 * A value as it is written, with as many more decimals as it needs to stand in the class of which it is: 0.976 is not
 * written 1.0 where a class ends below 1.0.
 *
 * @param write writes a number with so many decimals.
 */
export function writtenInClass(
  value: number,
  classes: readonly ValueClass[],
  { decimals = 2 }: NumberForm,
  write: (form: { readonly decimals: number }) => string,
): string {
  const classAt = (at: number): ValueClass | undefined => classes.find(({ holds }) => holds(at))
  let enough = decimals
  while (enough < MOST_DECIMALS && classAt(asWritten(value, enough)) !== classAt(value)) enough += 1
  return write({ decimals: enough })
}

const MOST_DECIMALS = 12
/** The number that a reader of the written one takes it for. */
const asWritten = (value: number, decimals: number): number =>
  Number(inForm(value, { decimals }).replaceAll(',', '').replace('−', '-'))

function checkedBreaks(chart: string, breaks: readonly number[]): Breaks {
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

/** Where classes begin after the first: none, one or two numbers. */
type Breaks = readonly [number?, (number | undefined)?]

/** Breaks into classes of equal number, each where it parts no equal values and leaves the numbers nearest to equal. */
function thirds(values: readonly number[]): Breaks {
  const sorted = values.map((value) => Number(value.toPrecision(12))).sort((a, b) => a - b)
  const cuts = sorted.flatMap((value, i) => (i > 0 && value !== sorted[i - 1] ? [i] : []))
  if (cuts.length <= 2) return cuts.map((cut) => breakAt(sorted, cut)) as [number?, number?]
  const [first, second] = nearestToThirds(cuts, sorted.length)
  return [breakAt(sorted, first), breakAt(sorted, second)]
}

/** The two cuts that leave three classes with the least sum of squares, which is least where they are equal. */
function nearestToThirds(cuts: readonly number[], count: number): readonly [number, number] {
  const uneven = ([first, second]: readonly [number, number]): number =>
    first ** 2 + (second - first) ** 2 + (count - second) ** 2
  let at = 1
  const pairs = cuts.slice(0, -1).map((first, i) => {
    const middle = (first + count) / 2
    at = Math.max(at, i + 1)
    while (at < cuts.length - 1 && isNearer(cuts[at + 1], cuts[at], middle)) at += 1
    return [first, cuts[at] ?? count] as const
  })
  return pairs.reduce((best, pair) => (uneven(pair) < uneven(best) ? pair : best))
}

const isNearer = (one = Number.POSITIVE_INFINITY, other = Number.POSITIVE_INFINITY, place: number): boolean =>
  Math.abs(one - place) < Math.abs(other - place)

/** The shortest number above the value before a cut, and not above the one after it. */
function breakAt(sorted: readonly number[], cut: number): number {
  const [below, from] = [sorted[cut - 1] ?? 0, sorted[cut] ?? 0]
  for (let power = Math.floor(Math.log10(Math.max(Math.abs(from), Math.abs(below)))); power > -MOST_DECIMALS; power--) {
    const scale = 10 ** -power
    const candidate = Number((Math.floor(from * scale) / scale).toPrecision(12))
    if (candidate > below && candidate <= from) return candidate
  }
  return from
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
