import type { IndicatorId, IndicatorKind, Polarity } from '../model/indicator.js'
import type { Unit } from '../model/unit.js'

/** What a reader needs before quoting a figure of an indicator. */
export interface IndicatorHeader {
  /** Family member and measure: `culture/real-per-head`. */
  readonly id: IndicatorId
  readonly title: string
  readonly unit: Unit
  readonly kind: IndicatorKind
  readonly polarity: Polarity
  /** Ids of the datasets that its figures are computed from. */
  readonly source: readonly string[]
  /** What `lower` and `upper` of its cells are: what dates and places leave open, or a sampling interval. */
  readonly interval: 'bounds' | 'sampling' | null
}
