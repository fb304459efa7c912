import type { Status } from '../model/status.js'
import type { KeyEntry, MarkShape } from './spec.js'

/** The shape of a figure by its status; a missing or suppressed one has no mark and is hatched. */
const SHAPES: Readonly<Record<Status, MarkShape>> = {
  observed: 'circle',
  inherited: 'triangle',
  reallocated: 'ring',
  modelled: 'square',
  partial: 'diamond',
  suppressed: 'circle',
  missing: 'circle',
}

/** The shape that marks a figure of a status. */
export const markOf = (status: Status): MarkShape => SHAPES[status]

/** The mark that stands in a key for a series: that of its figures where all have one status, a circle otherwise. */
export function seriesMark(statuses: readonly Status[]): MarkShape {
  const [first = 'observed', ...others] = new Set(statuses)
  return others.length === 0 ? SHAPES[first] : 'circle'
}

/**
 * Entries of a key for the statuses that occur, but for `observed`, which needs none, and for those without a figure.
 */
export function statusKey(statuses: readonly Status[], colour: string): KeyEntry[] {
  const met = [...new Set(statuses)].filter((status) => !['observed', 'missing', 'suppressed'].includes(status))
  return met.map((status) => ({ label: status, sample: SHAPES[status], hollow: true, colour }))
}
