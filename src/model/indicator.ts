import type { Unit } from './unit.js'

/** What kind of quantity an indicator is, which decides how it may be summed or averaged. */
export type IndicatorKind = 'count' | 'rate' | 'share' | 'index' | 'median' | 'amount'

/** Whether more is better. Spending has none: a cut can be a saving or a loss. */
export type Polarity = 'more is better' | 'less is better' | 'none'

/** The level at which a figure is published; for a ward a council figure is `inherited`. */
export type IndicatorLevel = 'council' | 'ward' | 'site'

/** Id of an indicator of a panel: family member and measure, `culture/real-per-head`. */
export type IndicatorId = `${string}/${string}`

/** The form of the finding that words an indicator. */
export type FindingForm = 'course' | 'change' | 'turnover' | 'gradient' | 'unknown'

/** A noun for one and for many, within a sentence. */
export interface Noun {
  readonly one: string
  readonly many: string
}

/** What a family of indicators says of each of its measures. */
export interface MeasureDescription {
  readonly id: string
  readonly title: string
  readonly kind: IndicatorKind
  readonly unit: Unit
  readonly polarity: Polarity
  readonly missingRule: string
  readonly method: string
  readonly source: string
  readonly level: IndicatorLevel
  readonly availableFrom: string
}
