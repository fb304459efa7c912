import type { Unit } from './unit.js'

/** What kind of quantity an indicator is, which decides how it may be summed or averaged. */
export type IndicatorKind = 'count' | 'rate' | 'share' | 'index' | 'median' | 'amount'

/** What an indicator measures and how: everything that a reader needs before quoting it. */
export interface Indicator {
  readonly id: string
  readonly title: string
  readonly kind: IndicatorKind
  readonly unit: Unit
  /** Whether more is better. Spending has none: a cut can be a saving or a loss. */
  readonly polarity: 'more is better' | 'less is better' | 'none'
  readonly missingRule: string
  readonly method: string
  readonly source: string
  /** The level at which the figure is published; for a ward a council figure is `inherited`. */
  readonly level: 'council' | 'ward' | 'site'
  readonly availableFrom: string
}
