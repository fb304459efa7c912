import type { Basis } from '../model/value.js'
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
  { colour: GREY.text, dash: [8, 3, 2, 3], sample: 'dash-dots', shape: 'triangle' },
]

/** The entry of a key for figures of a file without negative amounts, where there are any. */
export const derivedKey = (bases: readonly (Basis | null | undefined)[]): KeyEntry[] =>
  bases.some(isDerived) ? [{ label: DERIVED.label, sample: 'thin line', colour: DERIVED.colour }] : []

/** The shape that marks the observed figures of a line, by its number. */
export const lineShape = (line: number): MarkShape => LOOKS[line]?.shape ?? 'circle'

/**
 * How figures of a file without negative amounts are drawn: thin and grey, as they count more than the official ones,
 * and what the key calls them.
 */
export const DERIVED = { label: 'from a file without negative amounts', colour: GREY.line, width: 1, size: 20 } as const

/** Whether figures are of a file without negative amounts. */
export const isDerived = (basis: Basis | null | undefined): boolean => basis === 'derived-positive-only'

/** The colour of a line, by its number. */
export const lineColour = (line: number): string => LOOKS[line]?.colour ?? GREY.text

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
