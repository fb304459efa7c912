import { NOTES, type NoteId } from '../model/notes.js'
import { type Day, periodLabel } from '../model/period.js'
import type { Value } from '../model/value.js'
import { digitsOf, roundTo, writeNumber, writeSigned } from './rounding.js'
import { badValue } from '../errors.js'
import { isDay } from './date.js'
import { requireList, requireRecord, requireText } from '../model/given.js'

/**
 * An amount in words: `£84.20`, `£1,706` from a thousand pounds on, `£26.2m` for thousands of pounds from a million on,
 * `–` when missing.
 *
 * @example
 * import { amountInWords } from 'wardstick/tables'
 * amountInWords({ value: 1706.4, unit: 'GBP per head' }) // => '£1,706'
 * amountInWords({ value: 26179, unit: 'GBP thousand' }) // => '£26.2m'
 */
export function amountInWords(figure: Pick<Value, 'value' | 'unit'>): string {
  requireFigure(figure)
  const { value, unit } = figure
  if (!isKnown(value)) return '–'
  const [text, after] = unit.startsWith('GBP thousand') ? thousandsInWords(value) : [poundsInWords(value), '']
  return `${text.startsWith('−') ? '−' : ''}£${text.replace('−', '')}${after}`
}

/** Pence are said of less than a thousand pounds, once it is rounded to the penny. */
const poundsInWords = (pounds: number): string => writeNumber(pounds, Math.abs(roundTo(pounds, 2)) < 1000 ? 2 : 0)

/** Thousands are said of less than a million pounds, once it is rounded to the thousand. */
const thousandsInWords = (thousands: number): [text: string, after: string] =>
  Math.abs(roundTo(thousands, 0)) < 1000 ? [writeNumber(thousands, 0), 'k'] : [writeNumber(thousands / 1000, 1), 'm']

/**
 * A change in words: `−33.2 %`, `+4.0 %`, `–` when missing.
 *
 * @example
 * import { percentInWords } from 'wardstick/tables'
 * percentInWords(-33.215) // => '−33.2 %'
 */
export function percentInWords(value: number | null): string {
  return isKnown(value) ? `${writeSigned(value, 1)} %` : '–'
}

/** Whether a value is a number that can be said; null, NaN and what is infinite are none. */
/** Refuses a bare number, of which the unit is not known. */
const requireFigure = (figure: unknown): void => requireRecord('figure', figure, 'value and unit')

const isKnown = (value: number | null): value is number => Number.isFinite(value)

/** A change as part of a sentence: `a fall of 33.2 %`, `a rise of 4.0 %`, `no change` where it rounds to none. */
export function changeInWords(value: number): string {
  const size = digitsOf(value, 1)
  if (size === '0.0') return 'no change'
  return `a ${value < 0 ? 'fall' : 'rise'} of ${size} %`
}

/** Whether a rise is marked with a plus. */
type Sign = 'plain' | 'signed'

/**
 * A figure of an amenity in words: `29.3 %`, `2.22 km`, `2,202 m²`, `13.0 pools`, `1,345 sites`; `–` when missing.
 *
 * @example
 * import { figureInWords } from 'wardstick/tables'
 * figureInWords({ value: 29.31, unit: 'per cent of residents' }) // => '29.3 %'
 * figureInWords({ value: 1345, unit: 'sites' }) // => '1,345 sites'
 * figureInWords({ value: 60.3, unit: 'percentage points of residents' }, 'signed') // => '+60.3 points'
 */
export function figureInWords(value: Pick<Value, 'value' | 'unit'>, sign: Sign = 'plain'): string {
  requireFigure(value)
  if (!isKnown(value.value)) return '–'
  const number = numberInWords(value, sign)
  const plain = value.unit.replace(/^mean /, '')
  const unit = plain.startsWith('per cent')
    ? '%'
    : plain.startsWith('percentage points')
      ? 'points'
      : number === '1'
        ? (SINGULAR[plain] ?? plain)
        : plain
  return `${number} ${unit}`
}

/**
 * A figure in words, with the least and the most that dates and places leave open: `2 libraries (1 to 2)`, `19.3 %
 * (19.3 to 89.6)`; `not known` where they leave everything open.
 *
 * @example
 * import { boundedInWords } from 'wardstick/tables'
 * const unit = 'per cent of residents'
 * boundedInWords({ value: 19.29, unit, bounds: { lower: 19.29, upper: 89.56 } }) // => '19.3 % (19.3 to 89.6)'
 * boundedInWords({ value: 0, unit, bounds: { lower: 0, upper: 100 } }) // => 'not known'
 */
export function boundedInWords(value: Pick<Value, 'value' | 'unit' | 'bounds'>): string {
  return isAnything(value) ? 'not known' : `${figureInWords(value)}${rangeInWords(value)}`
}

/** The number of a figure in words without its unit, with its bounds: `19.3 (19.3 to 89.6)`; `not known`. */
export function boundedNumberInWords(value: Pick<Value, 'value' | 'unit' | 'bounds'>): string {
  return isAnything(value) ? 'not known' : `${numberInWords(value)}${rangeInWords(value)}`
}

/** The bounds of a figure behind it: ` (1 to 2)`; nothing where they are the figure in words. */
function rangeInWords({ value, unit, bounds }: Pick<Value, 'value' | 'unit' | 'bounds'>): string {
  if (value === null || bounds === undefined) return ''
  const [lower, upper] = [bounds.lower, bounds.upper].map((each) => numberInWords({ value: each, unit }))
  const told = numberInWords({ value, unit })
  return lower === told && upper === told ? '' : ` (${lower ?? ''} to ${upper ?? ''})`
}

/** Whether the bounds of a share leave everything open, so that the figure says nothing. */
export function isAnything({ unit, bounds }: Pick<Value, 'unit' | 'bounds'>): boolean {
  return unit.startsWith('per cent') && bounds !== undefined && bounds.lower < 0.05 && bounds.upper >= 99.95
}

/**
 * A value of any unit in words: `£84.20 per head at 2023-24 prices`, `£26.2m`, `29.3 %`, `18 libraries`; `no figure`
 * when missing.
 *
 * A change in per cent has its sign in front of it, a share has none.
 *
 * @example
 * import { valueInWords } from 'wardstick/tables'
 * valueInWords({ value: 84.2, unit: 'GBP per head at 2023-24 prices' }) // => '£84.20 per head at 2023-24 prices'
 * valueInWords({ value: 26179, unit: 'GBP thousand' }) // => '£26.2m'
 * valueInWords({ value: null, unit: 'GBP thousand' }) // => 'no figure'
 */
export function valueInWords(value: Pick<Value, 'value' | 'unit'>): string {
  requireFigure(value)
  if (!isKnown(value.value)) return 'no figure'
  if (value.unit === 'per cent') return percentInWords(value.value)
  if (!value.unit.startsWith('GBP')) return figureInWords(value)
  return `${amountInWords(value)}${value.unit.replace(/^GBP( thousand)?/, '')}`
}

/**
 * The number of a figure in words, without its unit: shares with one decimal, kilometres with two, areas with none,
 * counts with none and means of counts with one.
 *
 * @example
 * import { numberInWords } from 'wardstick/tables'
 * numberInWords({ value: 2201.8, unit: 'm²' }) // => '2,202'
 * numberInWords({ value: -94, unit: 'sites' }, 'signed') // => '−94'
 */
export function numberInWords(figure: Pick<Value, 'value' | 'unit'>, sign: Sign = 'plain'): string {
  requireFigure(figure)
  const { value, unit } = figure
  if (!isKnown(value)) return '–'
  const decimals = DECIMALS.find(([prefix]) => unit.startsWith(prefix))?.[1] ?? (Number.isInteger(value) ? 0 : 1)
  return sign === 'signed' ? writeSigned(value, decimals) : writeNumber(value, decimals)
}

const SINGULAR: Readonly<Record<string, string>> = {
  sites: 'site',
  pools: 'pool',
  libraries: 'library',
  closings: 'closing',
  openings: 'opening',
}
const DECIMALS: readonly (readonly [string, number])[] = [
  ['per cent', 1],
  ['percentage points', 1],
  ['km', 2],
  ['m²', 0],
  ['mean', 1],
]

/**
 * When something happened, in words, by the first and the last day on which it can have: `on 28 August 2015`, `in
 * 2015`, `in March 2013`, `between 2 July 2016 and 31 December 2019`.
 *
 * @example
 * import { whenInWords } from 'wardstick/tables'
 * whenInWords('2015-01-01', '2015-12-31') // => 'in 2015'
 * whenInWords('2015-08-28', '2015-08-28') // => 'on 28 August 2015'
 */
export function whenInWords(earliest: Day, latest: Day): string {
  for (const day of [earliest, latest]) if (!isDay(day)) throw badValue('day', day, 'a day such as 2010-03-31')
  if (earliest === latest) return `on ${periodLabel(latest)}`
  const year = latest.slice(0, 4)
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return `in ${year}`
  const sameMonth = earliest.slice(0, 7) === latest.slice(0, 7) && earliest.endsWith('-01')
  return sameMonth
    ? `in ${periodLabel(latest).replace(/^\d+ /, '')}`
    : `between ${periodLabel(earliest)} and ${periodLabel(latest)}`
}

/** A text with a capital: the head of a sentence. */
export const sentenceCase = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** Several texts as part of a sentence: `a, b and c`. */
export function listInWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

/**
 * What a note means: the text of a break of the study, or of a built-in note.
 *
 * @example
 * import { noteInWords } from 'wardstick/tables'
 * noteInWords('council-ended', []) // => 'The council no longer existed.'
 */
export function noteInWords(note: string, breaks: readonly { readonly note: string; readonly text: string }[]): string {
  requireText('note', note)
  requireList('breaks of a series', breaks)
  return breaks.find((each) => each.note === note)?.text ?? NOTES[note as NoteId]
}
