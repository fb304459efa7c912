import { writeNumber } from '../../values/rounding.js'
import type { UnmatchedRow } from './grid.js'

/** Where the total of a measure that is spread went: `before` is the sum of the other four. */
export interface SpreadTotal {
  readonly measure: string
  /** Sum of its known values in the table. */
  readonly before: number
  /** Sum of its values in the result. */
  readonly after: number
  /** In rows whose code is not in the list of the crosswalk. */
  readonly unmatched: number
  /** In sources that lie in no target, or in part in none. */
  readonly unplaced: number
  /** In targets that are missing because another part of them is. */
  readonly withheld: number
}

/** How many values of a measure are known before and after. */
export interface KnownValues {
  readonly measure: string
  readonly cellsBefore: number
  readonly missingBefore: number
  readonly cellsAfter: number
  readonly missingAfter: number
  readonly partialAfter: number
}

/** What a move from one list of areas to another lost, and where. */
export interface LossReport {
  readonly rows: number
  readonly unmatched: readonly UnmatchedRow[]
  /** Sources that lie in no target, or of which a part lies in none. */
  readonly unplaced: readonly { readonly code: string; readonly share: number }[]
  /** Sources that have no row in one group or more. */
  readonly absent: readonly { readonly code: string; readonly groups: number }[]
  /** Targets that no source lies in: they are missing. */
  readonly emptyTargets: readonly string[]
  /** Targets that also hold a part of a source that nobody can divide. */
  readonly incompleteTargets: readonly string[]
  readonly totals: readonly SpreadTotal[]
  readonly values: readonly KnownValues[]
}

/**
 * A loss report in sentences, for a notebook or a log; one that says that nothing was lost when nothing was.
 *
 * @example
 * import { describeLoss } from 'wardstick/geography'
 * const residents = { measure: 'residents', before: 10, after: 10, unmatched: 0, unplaced: 0, withheld: 0 }
 * const nothing = { unmatched: [], unplaced: [], absent: [], emptyTargets: [], incompleteTargets: [], values: [] }
 * const loss = { rows: 2, totals: [residents], ...nothing }
 * describeLoss(loss) // => ['residents: 10 before, 10 after; nothing is lost.']
 */
export function describeLoss({
  rows,
  unmatched,
  unplaced,
  absent,
  emptyTargets,
  incompleteTargets,
  totals,
  values,
}: LossReport): string[] {
  return [
    ...totals.map(describeTotal),
    ...values.flatMap(describeValues),
    ...(unmatched.length === 0
      ? []
      : [
          `${unmatched.length} of ${rows} rows have codes of another list: ` +
            `${named(unmatched.map(({ code, is }) => `${code} is ${is}`))}.`,
        ]),
    ...(unplaced.length === 0
      ? []
      : [
          `${unplaced.length} areas lie wholly or partly outside every target: ` +
            `${named(unplaced.map(({ code }) => code))}.`,
        ]),
    ...(absent.length === 0
      ? []
      : [
          `${absent.length} areas of the list have no row in the table, which is missing and not 0: ` +
            `${named(absent.map(({ code }) => code))}.`,
        ]),
    ...(emptyTargets.length === 0
      ? []
      : [`${emptyTargets.length} targets have no source and are missing: ${named(emptyTargets)}.`]),
    ...(incompleteTargets.length === 0
      ? []
      : [
          `${incompleteTargets.length} targets also hold a part of an area that nobody can divide: ` +
            `${named(incompleteTargets)}.`,
        ]),
  ]
}

const NAMED = 5
const named = (items: readonly string[]): string =>
  `${items.slice(0, NAMED).join(', ')}${items.length > NAMED ? ` and ${items.length - NAMED} more` : ''}`
const figure = (number: number): string => writeNumber(number, 2, { least: 0 })

function describeTotal({ measure, before, after, unmatched, unplaced, withheld }: SpreadTotal): string {
  const lost = [
    ...(unmatched === 0 ? [] : [`${figure(unmatched)} in rows of another list`]),
    ...(unplaced === 0 ? [] : [`${figure(unplaced)} in areas outside every target`]),
    ...(withheld === 0 ? [] : [`${figure(withheld)} in targets of which another part is missing`]),
  ]
  return (
    `${measure}: ${figure(before)} before, ${figure(after)} after; ` +
    `${lost.length === 0 ? 'nothing is lost' : lost.join(', ')}.`
  )
}

function describeValues({
  measure,
  cellsBefore,
  missingBefore,
  cellsAfter,
  missingAfter,
  partialAfter,
}: KnownValues): string[] {
  if (missingBefore + missingAfter + partialAfter === 0) return []
  const partial = partialAfter === 0 ? '' : `, ${partialAfter} are partial`
  return [
    `${measure}: ${missingBefore} of ${cellsBefore} values are missing before, ${missingAfter} of ` +
      `${cellsAfter} after${partial}.`,
  ]
}
