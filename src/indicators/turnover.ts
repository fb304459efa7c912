import type { IsoDate, Interval } from '../model/period.js'
import type { Amenity, SiteChange } from './sites/amenity.js'

/** What became of the sites of a place between two days. */
export interface Turnover {
  /** Every closing that was not meant to be temporary. */
  readonly closings: readonly SiteChange[]
  /** How many of them: gross. */
  readonly gross: number
  /** Of the gross: another site opened within 12 months and 2 km. */
  readonly replaced: number
  /**
   * Of the gross: the list says that another library takes its place, but none can be found within 12 months and 2 km.
   */
  readonly saidReplaced: number
  /** Of the gross: neither replaced nor said to be, and open again by the last day. */
  readonly openAgain: number
  /** Of the gross: neither replaced nor said to be, and not open on the last day. */
  readonly lasting: number
  /** Closings that were meant to be temporary. */
  readonly temporary: number
  /**
   * Of the temporary closings before the last day: sites that then closed for good, and so are among the gross closings
   * too.
   */
  readonly becameFinal: number
  /**
   * Open libraries that passed from the council to a commissioned body, a community group or an independent one; null
   * before July 2016, when nothing is known of it.
   */
  readonly transferred: number | null
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
 * A closing is `replaced` when another site of the same kind, anywhere, opened within 12 months before or after it and
 * within 2 km, or the site itself reopened within 12 months. What happened on the first day is not counted, what
 * happened on the last is.
 *
 * @param amenity the sites with their history.
 * @param belongs whether a site is of the place on a day.
 * @param interval the two days.
 */
export function turnover(
  amenity: Amenity,
  belongs: (site: number, day: IsoDate) => boolean,
  interval: Interval,
): Turnover {
  const changes = amenity.changes.filter(
    ({ site, day }) => day > interval.since && day <= interval.until && belongs(site, day),
  )
  const closings = changes.filter(({ kind }) => kind === 'closed')
  const count = (kind: SiteChange['kind']): number => changes.filter((change) => change.kind === kind).length
  const openOn = (day: Interval['since']): number =>
    amenity.on(day).filter(({ open }, site) => open !== null && belongs(site, day)).length
  const plain = closings.filter(({ replacedBy, saidReplaced }) => replacedBy === null && !saidReplaced)
  const last = amenity.on(interval.until)
  const openAgain = plain.filter(({ site }) => last[site]?.open != null).length
  const away = changes.filter(
    ({ kind, operator }) => kind === 'transferred' && operator !== 'council' && operator !== 'not known',
  )
  return {
    closings,
    gross: closings.length,
    replaced: closings.filter(({ replacedBy }) => replacedBy !== null).length,
    saidReplaced: closings.filter(({ replacedBy, saidReplaced }) => replacedBy === null && saidReplaced).length,
    openAgain,
    lasting: plain.length - openAgain,
    temporary: count('temporarily-closed'),
    becameFinal: closings.filter(({ wasOpen }) => !wasOpen).length,
    transferred:
      amenity.terms.transfersFrom !== null && interval.until < amenity.terms.transfersFrom
        ? null
        : new Set(away.map(({ site }) => site)).size,
    opened: count('opened'),
    reopened: count('reopened'),
    lostFromSight: count('lost-from-sight'),
    net: openOn(interval.until) - openOn(interval.since),
  }
}
