import type { Amenity, SiteChange } from '../indicators/sites/amenity.js'
import { periodLabel } from '../model/period.js'
import { whenInWords } from '../values/words.js'

/** A change at a site in words: `closed on 28 August 2015`, `built in 2015`, `temporarily closed in 2015`. */
export function changeInHistory({ terms }: Pick<Amenity, 'terms'>, { kind, earliest, day }: SiteChange): string {
  if (terms.opensBy === 'year built' && kind !== 'closed') return `built in ${earliest.slice(0, 4)}`
  if (kind === 'lost-from-sight') return `in no list that has its state from ${periodLabel(day)} on`
  return `${kind.replaceAll('-', ' ')} ${whenInWords(earliest, day)}`
}

/** The same with the site that replaced it, where another one did. */
export function siteHistory(amenity: Amenity, change: SiteChange, nameOf: (site: number) => string): string {
  const replaced =
    change.replacedBy === null || change.replacedBy === change.site ? '' : ` (replaced by ${nameOf(change.replacedBy)})`
  return `${changeInHistory(amenity, change)}${replaced}`
}
