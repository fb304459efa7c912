import { roundTo } from '../values/rounding.js'
import { type NumberForm, inForm } from './numbers.js'
import { THEME } from './theme.js'
import { textWidth, widestText } from './textWidth.js'

/** Round numbers within a range, and with how many decimals they are written: as many as their step has. */
export interface Ticks {
  readonly values: readonly number[]
  readonly decimals: number
}

/** A range of figures, from the least to the greatest that an axis shows. */
export type Range = readonly [number, number]

const LABEL = { size: THEME.axis.labelFontSize } as const
/** A tick and the room on its two sides. */
const TICK = 10
/** From the end of a label to the beginning of the next. */
const BETWEEN = 10
/** Steps are ones, twos and fives, as readers count. */
const STEPS = [1, 2, 5]
/** More decimals than this are not written. */
const MOST_DECIMALS = 20

/** Round numbers within a range, evenly apart, as many as fit and at most so many. */
export function roundTicks([bottom, top]: Range, most: number): Ticks {
  const lowest = Math.floor(Math.log10((top - bottom) / most)) - 1
  for (let power = Math.max(lowest, -MOST_DECIMALS); power < lowest + 4; power++)
    for (const step of STEPS) {
      const values = multiplesWithin([bottom, top], step, power)
      if (values.length <= most) return { values, decimals: Math.max(0, -power) }
    }
  return { values: [], decimals: 0 }
}

/** The multiples of `step × 10^power` within a range, without the dust of binary fractions. */
function multiplesWithin([bottom, top]: Range, step: number, power: number): number[] {
  const multiple = (i: number): number =>
    power < 0 ? roundTo((i * step) / 10 ** -power, -power) : i * step * 10 ** power
  const size = step * 10 ** power
  const [first, last] = [Math.ceil(bottom / size - 1e-9), Math.floor(top / size + 1e-9)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => multiple(first + i) + 0)
}

/** How the numbers of an axis are written: as those of the chart, with the decimals of the ticks. */
const written = (ticks: Ticks, form: NumberForm): string[] =>
  ticks.values.map((value) => inForm(value, { ...form, decimals: ticks.decimals }))

/** The same for Vega, where the value of a tick stands under `datum.value`, in so many of the unit that is written. */
function axisOf({ values, decimals }: Ticks, { prefix = '', suffix = '' }: NumberForm, per = 1): object {
  const size = per === 1 ? 'abs(datum.value)' : `abs(datum.value) / ${per}`
  return {
    title: null,
    values: values.map((value) => value * per),
    labelExpr:
      `(datum.value < 0 ? '−' : '') + ${JSON.stringify(prefix)} + format(${size}, ',.${decimals}f') + ` +
      JSON.stringify(suffix),
  }
}

/** An axis from bottom to top, and how much room its numbers need to the left of the plot, pixels. */
export interface UprightAxis {
  readonly axis: object
  readonly room: number
}

/** An axis of figures from bottom to top, in the one form of numbers, with the room that they need. */
export function uprightAxis(range: Range, form: NumberForm, most = 8): UprightAxis {
  const ticks = roundTicks(range, most)
  return { axis: axisOf(ticks, form), room: Math.ceil(widestText(written(ticks, form), LABEL)) + TICK }
}

/** Where the numbers of an axis from left to right may stand, pixels. */
export interface LyingRoom {
  readonly width: number
  /** Room for the half of a number to the left and to the right of the plot. */
  readonly left: number
  readonly right: number
  readonly most: number
  /** How many units of the data one unit of the numbers is: 1000 where metres are written as kilometres. */
  readonly per?: number
}

/** An axis of figures from left to right: as many numbers as stand beside each other, all within the room given. */
export function lyingAxis(range: Range, form: NumberForm, room: LyingRoom): object {
  for (let most = room.most; ; most--) {
    const ticks = roundTicks(range, most)
    const labels = labelsAlong(range, ticks, form, room)
    const within = labels.map(({ from, to }) => from >= -room.left && to <= room.width + room.right)
    const shown = labels.filter((_, i) => within[i])
    if (most === 1 || shown.every(({ from }, i) => i === 0 || from >= (shown[i - 1]?.to ?? 0) + BETWEEN))
      return axisOf({ ...ticks, values: ticks.values.filter((_, i) => within[i]) }, form, room.per)
  }
}

/** From where to where each number reaches; Vega sets those at the very ends of an axis within it. */
function labelsAlong(
  [bottom, top]: Range,
  ticks: Ticks,
  form: NumberForm,
  { width }: LyingRoom,
): { readonly from: number; readonly to: number }[] {
  return written(ticks, form).map((text, i) => {
    const at = (((ticks.values[i] ?? 0) - bottom) / (top - bottom)) * width
    const size = textWidth(text, LABEL)
    const from = at < 1 ? at : at > width - 1 ? at - size : at - size / 2
    return { from, to: from + size }
  })
}
