import type { Status } from '../model/status.js'
import { writeNumber } from '../values/rounding.js'

/** A figure of a chart with its status. */
interface Figure {
  readonly value: number | null
  readonly status: Status
}

const known = (figures: readonly Figure[]): Status[] =>
  figures.flatMap(({ value, status }) => (value === null ? [] : [status]))

/** Whether the figures that are there have more than one status, so that each needs its mark. */
export const mixedStatuses = (figures: readonly Figure[]): boolean => new Set(known(figures)).size > 1

/**
 * What a note says of statuses that no mark tells; nothing of `observed`. Where not all figures are meant, `whose` says
 * which.
 */
export function statusNotes(figures: readonly Figure[], whose?: string): string[] {
  const statuses = known(figures)
  const of = whose === undefined ? '' : ` of ${whose}`
  return [...new Set(statuses)]
    .filter((status) => status !== 'observed')
    .map((status) => {
      const count = statuses.filter((each) => each === status).length
      return count === statuses.length
        ? `All figures${of} are ${status}.`
        : `${writeNumber(count, 0)} of the ${writeNumber(statuses.length, 0)} figures${of} are ` + `${status}.`
    })
}
