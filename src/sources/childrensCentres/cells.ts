import type { CentreType } from '../../model/childrensCentre.js'
import { readPostcode } from '../../values/postcode.js'
import type { RuleId } from '../rules.js'

const CENTRE = "Children's centre"
const LINKED_SITE = "Children's centre linked site"
/** What a list prints for the types of centre; the case of its letters changed through the years. */
export const TYPES = [CENTRE, LINKED_SITE] as const

/** The type that a printed one stands for. */
export const typeIn = (printed: (typeof TYPES)[number]): CentreType =>
  printed === LINKED_SITE ? 'linked site' : 'centre'

/** A postcode in its usual form; one that had to be repaired, or has no form of a postcode, is noted. */
export function postcodeIn(text: string | null, note: (rule: RuleId) => void): string | null {
  const reading = readPostcode(text ?? '')
  if (reading.kind === 'unreadable') note('postcode-unreadable')
  if (reading.kind !== 'value') return null
  if (reading.value.repaired) note('postcode-repaired')
  return reading.value.postcode
}
