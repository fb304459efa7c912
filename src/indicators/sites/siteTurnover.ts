import type { Interval, IsoDate } from '../../model/period.js'
import type { Amenity, SiteChange } from './amenity.js'
import type { SiteHolders } from './siteHolders.js'

/** What closed and opened between two days in the places of a frame, by their positions. */
export interface SiteTurnover {
  readonly gross: Float64Array
  readonly replaced: Float64Array
  readonly saidReplaced: Float64Array
  readonly openAgain: Float64Array
  readonly lasting: Float64Array
  readonly temporary: Float64Array
  readonly transferred: Float64Array
  readonly opened: Float64Array
  readonly reopened: Float64Array
  readonly lostFromSight: Float64Array
}

/**
 * Openings and closings of an amenity in every place of a frame between two days: those after the first day, up to and
 * including the last. A site is of the places that hold it on the day of the change.
 */
export function turnoverIn(amenity: Amenity, holders: SiteHolders, interval: Interval, places: number): SiteTurnover {
  const counts = (): Float64Array => new Float64Array(places)
  const found: SiteTurnover = {
    gross: counts(),
    replaced: counts(),
    saidReplaced: counts(),
    openAgain: counts(),
    lasting: counts(),
    temporary: counts(),
    transferred: counts(),
    opened: counts(),
    reopened: counts(),
    lostFromSight: counts(),
  }
  const last = amenity.on(interval.until)
  const away = new Set<string>()
  for (const change of amenity.changes) {
    const { site, day } = change
    if (day <= interval.since || day > interval.until) continue
    const kinds = countedAs(change, last[site]?.open != null)
    for (const row of holders.holds[amenity.placeOn(site, day)] ?? []) {
      for (const kind of kinds) found[kind][row] = (found[kind][row] ?? 0) + 1
      if (passesAway(change) && !away.has(`${site} ${row}`)) {
        away.add(`${site} ${row}`)
        found.transferred[row] = (found.transferred[row] ?? 0) + 1
      }
    }
  }
  return found
}

/** Whether a site passes from the council to somebody else. */
const passesAway = ({ kind, operator }: SiteChange): boolean =>
  kind === 'transferred' && operator !== 'council' && operator !== 'not known'

type Count = Exclude<keyof SiteTurnover, 'transferred'>

const CLOSED: Readonly<Record<'replaced' | 'saidReplaced' | 'openAgain' | 'lasting', readonly Count[]>> = {
  replaced: ['gross', 'replaced'],
  saidReplaced: ['gross', 'saidReplaced'],
  openAgain: ['gross', 'openAgain'],
  lasting: ['gross', 'lasting'],
}
const OTHERS: Readonly<Partial<Record<SiteChange['kind'], readonly Count[]>>> = {
  'temporarily-closed': ['temporary'],
  opened: ['opened'],
  reopened: ['reopened'],
  'lost-from-sight': ['lostFromSight'],
}

/** As what a change counts, by whether its site is open on the last day. */
function countedAs({ kind, replacedBy, saidReplaced }: SiteChange, isOpenAtLast: boolean): readonly Count[] {
  if (kind !== 'closed') return OTHERS[kind] ?? []
  if (replacedBy !== null) return CLOSED.replaced
  if (saidReplaced) return CLOSED.saidReplaced
  return isOpenAtLast ? CLOSED.openAgain : CLOSED.lasting
}

/** Whether an amenity covers both days of an interval. */
export const coversInterval = ({ covers }: Amenity, { since, until }: Interval): boolean =>
  covers.from <= since && until <= covers.to

/** Whether an amenity covers a day. */
export const coversDay = ({ covers }: Amenity, day: IsoDate): boolean => covers.from <= day && day <= covers.to
