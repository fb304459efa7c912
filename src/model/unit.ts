import { badValue } from '../errors.js'
import { requireRecord } from './given.js'
import type { FinancialYear } from './period.js'

/** Pounds, or thousands of them; nominal unless a year of prices is named. */
export interface MoneyUnit {
  readonly kind: 'money'
  readonly scale: 'GBP' | 'GBP thousand'
  /** For each resident. */
  readonly per?: 'head'
  /** The financial year whose prices they are in. */
  readonly prices?: FinancialYear
}

/** A share, or a change, in per cent; `of` says of what. */
export interface PerCentUnit {
  readonly kind: 'per cent'
  readonly of?: string
}

/** A difference of two shares. */
export interface PercentagePointsUnit {
  readonly kind: 'percentage points'
  readonly of?: string
}

/** Things counted, in words for one and for many; their mean over residents where `mean` says so. */
export interface CountUnit {
  readonly kind: 'count'
  readonly one: string
  readonly many: string
  readonly mean?: true
}

/** A distance in kilometres or an area in square metres; their mean over residents where `mean` says so. */
export interface LengthUnit {
  readonly kind: 'length' | 'area'
  readonly symbol: 'km' | 'm²'
  readonly mean?: true
}

/** Time that passes or recurs, in words for one and for many: hours a week, months. */
export interface TimeUnit {
  readonly kind: 'time'
  readonly one: string
  readonly many: string
}

/** A score or a rank without a unit of its own, named by what it is. */
export interface ScoreUnit {
  readonly kind: 'score' | 'rank'
  readonly name: string
}

/** What a number counts or measures: data, so that nobody takes a text apart. */
export type Unit = MoneyUnit | PerCentUnit | PercentagePointsUnit | CountUnit | LengthUnit | TimeUnit | ScoreUnit

/**
 * The units of wardstick, and how others are made.
 *
 * @example
 * import { unitText, units } from 'wardstick'
 * unitText(units.pounds({ per: 'head', prices: '2023-24' })) // => 'GBP per head at 2023-24 prices'
 * unitText(units.perCent('residents')) // => 'per cent of residents'
 * unitText(units.meanCount('site', 'sites')) // => 'mean sites'
 * unitText(units.hoursAWeek) // => 'hours a week'
 */
export const units = {
  pounds: (terms: Pick<MoneyUnit, 'per' | 'prices'> = {}): MoneyUnit => ({ kind: 'money', scale: 'GBP', ...terms }),
  thousandPounds: (terms: Pick<MoneyUnit, 'prices'> = {}): MoneyUnit => ({
    kind: 'money',
    scale: 'GBP thousand',
    ...terms,
  }),
  perCent: (of?: string): PerCentUnit => (of === undefined ? { kind: 'per cent' } : { kind: 'per cent', of }),
  percentagePoints: (of?: string): PercentagePointsUnit =>
    of === undefined ? { kind: 'percentage points' } : { kind: 'percentage points', of },
  count: (one: string, many: string): CountUnit => ({ kind: 'count', one, many }),
  meanCount: (one: string, many: string): CountUnit => ({ kind: 'count', one, many, mean: true }),
  people: { kind: 'count', one: 'person', many: 'people' } as CountUnit,
  kilometres: { kind: 'length', symbol: 'km' } as LengthUnit,
  meanKilometres: { kind: 'length', symbol: 'km', mean: true } as LengthUnit,
  squareMetres: { kind: 'area', symbol: 'm²' } as LengthUnit,
  meanSquareMetres: { kind: 'area', symbol: 'm²', mean: true } as LengthUnit,
  hoursAWeek: { kind: 'time', one: 'hour a week', many: 'hours a week' } as TimeUnit,
  libraryMonths: { kind: 'time', one: 'library-month', many: 'library-months' } as TimeUnit,
  score: (name: string): ScoreUnit => ({ kind: 'score', name }),
  rank: (name: string): ScoreUnit => ({ kind: 'rank', name }),
} as const

/**
 * A unit as tables, files and charts write it.
 *
 * @example
 * import { unitText, units } from 'wardstick'
 * unitText(units.thousandPounds()) // => 'GBP thousand'
 */
export function unitText(unit: Unit): string {
  requireUnit(unit)
  switch (unit.kind) {
    case 'money':
      return `${unit.scale}${termsText(unit)}`
    case 'per cent':
    case 'percentage points':
      return unit.of === undefined ? unit.kind : `${unit.kind} of ${unit.of}`
    case 'count':
      return unit.mean === true ? `mean ${unit.many}` : unit.many
    case 'time':
      return unit.many
    case 'length':
    case 'area':
      return unit.symbol
    case 'score':
    case 'rank':
      return unit.name
  }
}

/** The terms of an amount, behind it: ` per head at 2023-24 prices`. */
export const termsText = ({ per, prices }: MoneyUnit): string =>
  `${per === undefined ? '' : ` per ${per}`}${prices === undefined ? '' : ` at ${prices} prices`}`

const KINDS: readonly Unit['kind'][] = [
  'money',
  'per cent',
  'percentage points',
  'count',
  'length',
  'area',
  'time',
  'score',
  'rank',
]

/** Refuses what is no unit, such as its text. @throws InputError `bad-value`. */
export function requireUnit(given: unknown): void {
  requireRecord('unit', given, 'a kind, such as units.pounds()')
  const { kind } = given as Partial<Unit>
  if (!KINDS.includes(kind as Unit['kind'])) throw badValue('kind of a unit', kind, KINDS.join(', '))
}

/** Whether a unit is of a mean over residents. */
export const isMean = (unit: Unit): boolean => 'mean' in unit

/** Whether two units are one: of one kind, written alike, both means or neither. */
export const sameUnit = (a: Unit, b: Unit): boolean =>
  a === b || (a.kind === b.kind && isMean(a) === isMean(b) && unitText(a) === unitText(b))

/** Why values of a unit have no sum, and what to do; null where they have one. */
export function whyNoSum(unit: Unit): string | null {
  if (unit.kind === 'per cent' || unit.kind === 'percentage points')
    return 'a share has no sum: sum what it is a share of, then divide'
  if (unit.kind === 'score' || unit.kind === 'rank') return `a ${unit.kind} has no sum: show the values side by side`
  return isMean(unit) ? 'a mean has no sum: measure the larger place from its small areas' : null
}
