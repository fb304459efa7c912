import type { Placement } from '../evaluation/placement.js'
import type { Value } from '../model/value.js'

/** In what terms an amount is given: nominal or real, in total or per head. */
export type Measure = 'nominal' | 'real' | 'real per head'

/** One change of one place: before, after, and the change between them in per cent. */
export interface Change {
  readonly before: Value
  readonly after: Value
  readonly change: Value
}

/** The change of a group of councils: the median of its members without the place studied. */
export interface GroupChange {
  readonly label: string
  readonly median: number | null
  /** How many members have a value. */
  readonly n: number
}

/** One change of the place studied, beside its comparators, England and the named groups. */
export interface Comparison {
  /**
   * `plain` from the base to the claim's year, where the base comes before it; `window` mean over mean; `since` to a
   * later year.
   */
  readonly kind: 'plain' | 'window' | 'since'
  readonly measure: Measure
  readonly own: Change
  readonly comparators: readonly Change[]
  readonly placement: Placement
  readonly england: Change
  readonly groups: readonly GroupChange[]
}
