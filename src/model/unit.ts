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

/** A distance in kilometres or an area in square metres. */
export interface LengthUnit {
  readonly kind: 'length' | 'area'
  readonly symbol: 'km' | 'm²'
}

/** A score or a rank without a unit of its own, named by what it is. */
export interface ScoreUnit {
  readonly kind: 'score' | 'rank'
  readonly name: string
}

/** What a number counts or measures: data, so that nobody takes a text apart. */
export type Unit = MoneyUnit | PerCentUnit | PercentagePointsUnit | CountUnit | LengthUnit | ScoreUnit

/**
 * The units of wardstick, and how others are made.
 *
 * @example
 * import { unitText, units } from 'wardstick'
 * unitText(units.pounds({ per: 'head', prices: '2023-24' })) // => 'GBP per head at 2023-24 prices'
 * unitText(units.perCent('residents')) // => 'per cent of residents'
 * unitText(units.meanCount('site', 'sites')) // => 'mean sites'
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
  squareMetres: { kind: 'area', symbol: 'm²' } as LengthUnit,
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
  switch (unit.kind) {
    case 'money':
      return `${unit.scale}${unit.per === undefined ? '' : ` per ${unit.per}`}${pricesText(unit)}`
    case 'per cent':
    case 'percentage points':
      return unit.of === undefined ? unit.kind : `${unit.kind} of ${unit.of}`
    case 'count':
      return unit.mean === true ? `mean ${unit.many}` : unit.many
    case 'length':
    case 'area':
      return unit.symbol
    case 'score':
    case 'rank':
      return unit.name
  }
}

const pricesText = ({ prices }: MoneyUnit): string => (prices === undefined ? '' : ` at ${prices} prices`)
