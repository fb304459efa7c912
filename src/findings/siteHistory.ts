import type { AmenityKind, SiteChange } from '../indicators/amenities.js'
import { periodLabel } from '../model/period.js'
import { whenInWords } from '../values/words.js'

/** A change at a site in words: `closed on 28 August 2015`, `built in 2015`, `temporarily closed in 2015`. */
export function changeInHistory(amenity: AmenityKind, { kind, earliest, day }: SiteChange): string {
  if (amenity === 'pools' && kind !== 'closed') return `built in ${earliest.slice(0, 4)}`
  if (kind === 'lost-from-sight') return `in no list that has its state from ${periodLabel(day)} on`
  return `${kind.replaceAll('-', ' ')} ${whenInWords(earliest, day)}`
}
