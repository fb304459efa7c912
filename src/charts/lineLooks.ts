import { type KeyEntry, type MarkShape, shapeOf } from './spec.js'
import { GREY, PALETTE } from './theme.js'

/** How the lines of a chart are told apart, by their number: in colour, in dashes and in marks. */
const LOOKS: readonly {
  readonly colour: string
  readonly dash: readonly number[]
  readonly sample: KeyEntry['sample']
  readonly shape: MarkShape
}[] = [
  { colour: PALETTE.darkBlue, dash: [1, 0], sample: 'line', shape: 'circle' },
  { colour: PALETTE.darkPink, dash: [6, 4], sample: 'dashes', shape: 'square' },
  { colour: PALETTE.turquoise, dash: [2, 3], sample: 'dots', shape: 'diamond' },
  { colour: GREY.text, dash: [8, 3, 2, 3], sample: 'dashes', shape: 'triangle' },
]

/** How many lines can be told apart. */
export const MOST_LINES = LOOKS.length

/** The key of lines, in their order. */
export function lineKey(names: readonly string[]): KeyEntry[] {
  return LOOKS.slice(0, names.length).map(({ colour, sample }, line) => ({ label: names[line] ?? '', sample, colour }))
}

/**
 * The look of a line by its number, which stands in a field of the data; every line keeps its own, whatever others are
 * there.
 */
export const byLine =
  (field: string, count: number) =>
  (look: 'colour' | 'dash' | 'shape'): object => {
    const range = LOOKS.slice(0, count).map((each) => (look === 'shape' ? shapeOf(each.shape) : each[look]))
    return { field, type: 'nominal', scale: { domain: range.map((_, line) => line), range }, legend: null }
  }
