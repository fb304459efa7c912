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

/** What a hollow diamond says in a key. */
export const PARTIAL = 'partial: not all is known'

/** What a status is called in a key. */
const WORDS: Readonly<Record<Status, string>> = {
  observed: 'observed',
  inherited: 'inherited from the council',
  reallocated: 'moved between ward lists',
  modelled: 'modelled',
  partial: PARTIAL,
  suppressed: 'suppressed',
  missing: 'missing',
}

/** The shape that marks a figure of a status. */
export const markOf = (status: Status): MarkShape => SHAPES[status]

/** Whether a mark is hollow, which in every chart says one thing: its figure was not observed as shown. */
export const isHollow = (status: Status): boolean => status !== 'observed'

/** The statuses of figures that are there, once each. */
const withFigure = (statuses: readonly Status[]): Status[] =>
  [...new Set(statuses)].filter((status) => status !== 'missing' && status !== 'suppressed')

/** Entries of a key for the marks of a series, exactly as they are drawn: one for each status that its figures have. */
export function markKey(label: string, statuses: readonly Status[], colour: string): KeyEntry[] {
  return withFigure(statuses).map((status) => ({
    label: isHollow(status) ? `${label}, ${WORDS[status]}` : label,
    sample: SHAPES[status],
    hollow: isHollow(status),
    colour,
  }))
}

/**
 * Entries of a key for the statuses that occur, but for `observed`, which needs none, and for those without a figure.
 */
export function statusKey(statuses: readonly Status[], colour: string): KeyEntry[] {
  return withFigure(statuses)
    .filter(isHollow)
    .map((status) => ({ label: WORDS[status], sample: SHAPES[status], hollow: true, colour }))
}
