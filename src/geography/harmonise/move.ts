import { STATUSES } from '../../model/status.js'
import { isAveraged, type MovableMeasure } from './measures.js'

/** The links of a crosswalk in flat lists: those of target t are from `starts[t]` to `starts[t + 1]`. */
export interface FlatLinks {
  readonly starts: Int32Array
  readonly sources: Int32Array
  readonly shares: Float64Array
  /** Weights within the target; its shares where nobody is known to live there. */
  readonly weights: Float64Array
}

/** A column that is moved, with what is needed for it. */
export interface MovedColumn {
  readonly name: string
  readonly measure: MovableMeasure
  /** Its values by row of the table, NaN where missing. */
  readonly values: Float64Array
  /** For a measure that is averaged over a column of counts: those counts. */
  readonly denominators: Float64Array | undefined
  readonly statuses: Uint8Array | undefined
}

/** What came out for one target. */
export interface Outcome {
  /** NaN when nothing is known of it. */
  value: number
  /** Share of the target, by weight, of which the value is known. */
  covered: number
  /** Whether every source that lies in the target has a value. */
  complete: boolean
  /** The weakest status of what went in, by its place in the order of weakness. */
  weakest: number
}

/**
 * What a target has of a column: the sum of the parts of its sources that lie in it, or, for a measure with a
 * denominator, their mean weighted by the parts of the denominators that lie in it. A source of denominator 0 adds
 * nothing, and is not missed; nor is an unknown one of weight 0.
 */
export function move(
  links: FlatLinks,
  target: number,
  rows: Int32Array,
  { measure, values, denominators, statuses }: MovedColumn,
  outcome: Outcome,
): void {
  const averaged = isAveraged(measure)
  let [sum, divisor, known, all] = [0, 0, 0, 0]
  outcome.weakest = 0
  outcome.complete = true
  for (let i = links.starts[target] ?? 0, end = links.starts[target + 1] ?? 0; i < end; i++) {
    const weight = links.weights[i] ?? 0
    const row = rows[links.sources[i] ?? -1] ?? -1
    const value = row < 0 ? Number.NaN : (values[row] ?? Number.NaN)
    const part =
      denominators === undefined
        ? averaged
          ? weight
          : (links.shares[i] ?? 0)
        : row < 0
          ? Number.NaN
          : (denominators[row] ?? Number.NaN) * (links.shares[i] ?? 0)
    all += weight
    if (averaged && part === 0) {
      known += weight
      continue
    }
    const unknown = Number.isNaN(value) || Number.isNaN(part)
    // Where others live in the target, a source in which nobody is known to live is not missed.
    if (unknown && weight === 0) continue
    outcome.weakest = Math.max(outcome.weakest, statusOf(row < 0 ? undefined : statuses?.[row], unknown))
    if (unknown) outcome.complete = false
    else {
      known += weight
      sum += value * part
      divisor += part
    }
  }
  outcome.covered = all === 0 ? 0 : known / all
  outcome.value = divisor === 0 ? Number.NaN : averaged ? sum / divisor : sum
}

/** The place of `suppressed` in the order of weakness. */
export const SUPPRESSED = STATUSES.indexOf('suppressed')
const MISSING = STATUSES.indexOf('missing')

/** The status of one part: what is not known is missing, unless it is said to be suppressed. */
const statusOf = (declared: number | undefined, unknown: boolean): number =>
  unknown && (declared ?? 0) < SUPPRESSED ? MISSING : (declared ?? 0)
