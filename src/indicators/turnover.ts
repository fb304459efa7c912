import type { Interval } from '../model/period.js'
import type { Amenity, SiteChange } from './amenities.js'

/** What became of the sites of a place between two days. */
export interface Turnover {
  /** Every closing that was not meant to be temporary. */
  readonly closings: readonly SiteChange[]
  /** How many of them: gross. */
  readonly gross: number
  /** Of the gross: another site opened within 12 months and 2 km. */
  readonly replaced: number
  /** Of the gross: the list says that another library takes its place, but none can be found within 12 months and 2 km. */
  readonly saidReplaced: number
  /** Closings that were meant to be temporary. */
  readonly temporary: number
  /** Libraries that passed to another operator and stayed open. */
  readonly transferred: number
  readonly opened: number
  readonly reopened: number
  /** Libraries that lists show open and of which later lists do not tell what became. */
  readonly lostFromSight: number
  /** Open sites on the last day less those on the first. */
  readonly net: number
}

/**
 * Openings and closings of an amenity in a place between two days: gross, replaced, temporary, transferred, and net.
 *
 * A closing is `replaced` when another site of the same kind, anywhere, opened within 12 months before or after it and within
 * 2 km, or the site itself reopened within 12 months. What happened on the first day is not counted, what happened on the last is.
 *
 * @param amenity the sites with their history.
 * @param belongs whether a site is of the place.
 * @param interval the two days.
 * @example
 * import { libraryAmenity, turnover } from 'wardstick'
 * const none = libraryAmenity([], [], new Map())
 * turnover(none, () => true, { since: '2010-04-01', until: '2015-03-31' }).gross // => 0
 */
export function turnover(amenity: Amenity, belongs: (site: number) => boolean, interval: Interval): Turnover {
  const changes = amenity.changes.filter(({ site, day }) => belongs(site) && day > interval.since && day <= interval.until)
  const closings = changes.filter(({ kind }) => kind === 'closed')
  const count = (kind: SiteChange['kind']): number => changes.filter((change) => change.kind === kind).length
  const openOn = (day: Interval['since']): number => amenity.on(day).filter(({ open }, site) => open !== null && belongs(site)).length
  const replaced = closings.filter(({ replacedBy }) => replacedBy !== null).length
  return {
    closings,
    gross: closings.length,
    replaced,
    saidReplaced: closings.filter(({ replacedBy, saidReplaced }) => replacedBy === null && saidReplaced).length,
    temporary: count('temporarily-closed'),
    transferred: new Set(changes.filter(({ kind }) => kind === 'transferred').map(({ site }) => site)).size,
    opened: count('opened'),
    reopened: count('reopened'),
    lostFromSight: count('lost-from-sight'),
    net: openOn(interval.until) - openOn(interval.since),
  }
}
