import type { Figure } from './figures.js'
import type { FindingId } from './ids.js'

/** One thing that a study says: a sentence made from its figures, and what a reader must know before quoting it. */
export interface Finding {
  readonly id: FindingId
  /** The finding in a few words. */
  readonly headline: string
  readonly question: string
  /** One sentence with its unit, window and comparator. */
  readonly sentence: string
  /** More figures behind it. */
  readonly detail: readonly string[]
  /** What a reader must know before quoting it, the weightiest first. */
  readonly caveats: readonly string[]
  /** How the figures of the sentence are made, a rule a text. */
  readonly method: readonly string[]
  /** The figures from which the sentence is made. */
  readonly figures: readonly Figure[]
  /** Which rows of the data were used, which were not, and why. */
  readonly rows: readonly string[]
}
