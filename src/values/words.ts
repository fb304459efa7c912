import { noteText } from '../model/notes.js'
import { type IsoDate, periodLabel } from '../model/period.js'
import { type Unit, isMean, requireUnit, termsText, unitText } from '../model/unit.js'
import type { Value } from '../model/value.js'
import { digitsOf, roundTo, writeNumber, writeSigned } from './rounding.js'
import { badValue } from '../errors.js'
import { isDay } from './date.js'
import { requireList, requireRecord, requireText } from '../model/given.js'

/**
 * An amount in words: `£84.20`, `£1,706` from a thousand pounds on, `£26.2m` for thousands of pounds from a million on,
 * `–` when missing.
 *
 * @throws InputError `bad-value` for a unit that is no money.
 * @example
 * import { units } from 'wardstick'
 * import { amountInWords } from 'wardstick/tables'
 * amountInWords({ value: 1706.4, unit: units.pounds({ per: 'head' }) }) // => '£1,706'
 * amountInWords({ value: 26179, unit: units.thousandPounds() }) // => '£26.2m'
 */
export function amountInWords(figure: Pick<Value, 'value' | 'unit'>): string {
  requireFigure(figure)
  const { value, unit } = figure
  if (!isKnown(value)) return '–'
  if (unit.kind !== 'money') throw badValue('unit of an amount', unitText(unit), 'pounds or thousands of pounds')
  const [text, after] = unit.scale === 'GBP thousand' ? thousandsInWords(value) : [poundsInWords(value), '']
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
function requireFigure(figure: unknown): void {
  requireRecord('figure', figure, 'value and unit')
  requireUnit((figure as Pick<Value, 'unit'>).unit)
}

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
 * import { units } from 'wardstick'
 * import { figureInWords } from 'wardstick/tables'
 * figureInWords({ value: 29.31, unit: units.perCent('residents') }) // => '29.3 %'
 * figureInWords({ value: 1345, unit: units.count('site', 'sites') }) // => '1,345 sites'
 * figureInWords({ value: 60.3, unit: units.percentagePoints('residents') }, 'signed') // => '+60.3 points'
 */
export function figureInWords(value: Pick<Value, 'value' | 'unit'>, sign: Sign = 'plain'): string {
  requireFigure(value)
  if (!isKnown(value.value)) return '–'
  const number = numberInWords(value, sign)
  return `${number} ${unitBeside(number, value.unit)}`
}

/** The unit as it stands behind a number: `1 library`, `2 libraries`, `1.0 libraries` of a mean. */
function unitBeside(number: string, unit: Unit): string {
  switch (unit.kind) {
    case 'per cent':
      return '%'
    case 'percentage points':
      return 'points'
    case 'count':
    case 'time':
      return number === '1' ? unit.one : unit.many
    default:
      return unitText(unit)
  }
}

/**
 * A figure in words, with the least and the most that dates and places leave open: `2 libraries (1 to 2)`, `19.3 %
 * (19.3 to 89.6)`; `not known` where they leave everything open.
 *
 * @example
 * import { units } from 'wardstick'
 * import { boundedInWords } from 'wardstick/tables'
 * const unit = units.perCent('residents')
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
export function isAnything(figure: Pick<Value, 'unit' | 'bounds'>): boolean {
  requireFigure(figure)
  const { unit, bounds } = figure
  return unit.kind === 'per cent' && bounds !== undefined && bounds.lower < 0.05 && bounds.upper >= 99.95
}

/**
 * A value of any unit in words: `£84.20 per head at 2023-24 prices`, `£26.2m`, `29.3 %`, `18 libraries`; `no figure`
 * when missing.
 *
 * A change in per cent has its sign in front of it, a share has none.
 *
 * @example
 * import { units } from 'wardstick'
 * import { valueInWords } from 'wardstick/tables'
 * const unit = units.pounds({ per: 'head', prices: '2023-24' })
 * valueInWords({ value: 84.2, unit }) // => '£84.20 per head at 2023-24 prices'
 * valueInWords({ value: 26179, unit: units.thousandPounds() }) // => '£26.2m'
 * valueInWords({ value: null, unit: units.thousandPounds() }) // => 'no figure'
 */
export function valueInWords(value: Pick<Value, 'value' | 'unit'>): string {
  requireFigure(value)
  if (!isKnown(value.value)) return 'no figure'
  const { unit } = value
  if (unit.kind === 'per cent' && unit.of === undefined) return percentInWords(value.value)
  return unit.kind === 'money' ? `${amountInWords(value)}${termsText(unit)}` : figureInWords(value)
}

/**
 * The number of a figure in words, without its unit: shares with one decimal, kilometres with two, areas with none,
 * counts with none and means of counts with one.
 *
 * @example
 * import { units } from 'wardstick'
 * import { numberInWords } from 'wardstick/tables'
 * numberInWords({ value: 2201.8, unit: units.squareMetres }) // => '2,202'
 * numberInWords({ value: -94, unit: units.count('site', 'sites') }, 'signed') // => '−94'
 */
export function numberInWords(figure: Pick<Value, 'value' | 'unit'>, sign: Sign = 'plain'): string {
  requireFigure(figure)
  const { value, unit } = figure
  if (!isKnown(value)) return '–'
  const decimals = decimalsOf(unit, value)
  return sign === 'signed' ? writeSigned(value, decimals) : writeNumber(value, decimals)
}

/** How many decimals a number of a unit has; of a whole number of things none. */
function decimalsOf(unit: Unit, value: number): number {
  switch (unit.kind) {
    case 'per cent':
    case 'percentage points':
      return 1
    case 'length':
      return 2
    case 'area':
      return 0
    default:
      return Number.isInteger(value) && !isMean(unit) ? 0 : 1
  }
}

/**
 * When something happened, in words, by the first and the last day on which it can have: `on 28 August 2015`, `in
 * 2015`, `in March 2013`, `between 2 July 2016 and 31 December 2019`.
 *
 * @example
 * import { whenInWords } from 'wardstick/tables'
 * whenInWords('2015-01-01', '2015-12-31') // => 'in 2015'
 * whenInWords('2015-08-28', '2015-08-28') // => 'on 28 August 2015'
 */
export function whenInWords(earliest: IsoDate, latest: IsoDate): string {
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
  return breaks.find((each) => each.note === note)?.text ?? noteText(note) ?? note
}
