import { badValue } from '../errors.js'
import { requireList } from './given.js'

/**
 * How a value came to be known, from the strongest to the weakest:
 *
 * - `observed`: published for that ward, site or council as shown;
 * - `inherited`: the council's figure, shown for its ward;
 * - `reallocated`: moved between ward vintages by a share;
 * - `modelled`: estimated or interpolated, or resting on an estimate that its publisher has replaced since;
 * - `partial`: a part of what it should contain is missing;
 * - `suppressed`: withheld by the publisher;
 * - `missing`: not known. Missing is never 0.
 */
export const STATUSES = [
  'observed',
  'inherited',
  'reallocated',
  'modelled',
  'partial',
  'suppressed',
  'missing',
] as const

/** One of {@link STATUSES}. */
export type Status = (typeof STATUSES)[number]

/** What each status tells a reader. */
export const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  observed: 'Published for that ward, site or council as shown, or counted from what is.',
  inherited: 'The council’s figure, shown for its ward.',
  reallocated: 'Moved between lists of wards by a share.',
  modelled: 'Estimated or interpolated, or residents counted at the centre of their small area.',
  partial: 'A part of what it should contain is not known.',
  suppressed: 'Withheld by the publisher.',
  missing: 'Not known; never 0.',
}

/**
 * The weakest of several statuses: what a value computed from them may claim.
 *
 * @param statuses the statuses of the inputs; with none the result is `observed`.
 * @throws InputError `bad-value` for a status that there is not.
 * @returns the status that stands last in {@link STATUSES}.
 * @example
 * import { weakestStatus } from 'wardstick'
 * weakestStatus(['observed', 'modelled', 'inherited']) // => 'modelled'
 */
export function weakestStatus(statuses: readonly Status[]): Status {
  requireList('statuses', statuses)
  const unknown = statuses.findIndex((status) => !STATUSES.includes(status))
  if (unknown >= 0) throw badValue('status', statuses[unknown], STATUSES.join(', '))
  return STATUSES[Math.max(0, ...statuses.map((status) => STATUSES.indexOf(status)))] ?? 'observed'
}
