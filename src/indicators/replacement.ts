import { distanceInMetres } from '../geography/distance.js'
import type { IsoDate } from '../model/period.js'
import type { Point } from '../model/ward.js'

/** How near and how soon another site must open for a closing to count as replaced. */
export const REPLACED_WITHIN = { metres: 2000, days: 366 } as const

/** A change at a site, as far as replacement is concerned. */
interface Change {
  readonly site: number
  readonly day: IsoDate
  readonly kind: string
}

/** Where a site stands: within so many metres of a point. */
interface Standing {
  readonly point: Point | null
  readonly within: number
}

/** How far apart two sites are at most, in metres. */
function farthestApart(a: Standing | undefined, b: Standing | undefined): number {
  if (a?.point == null || b?.point == null) return Number.POSITIVE_INFINITY
  if (Math.max(a.within, b.within) >= REPLACED_WITHIN.metres) return Number.POSITIVE_INFINITY
  return distanceInMetres(a.point, b.point) + a.within + b.within
}

/**
 * For each closing the site that replaces it: of the sites that opened for the first time within 12 months before or
 * after and surely within 2 km the nearest, or the site itself where it reopened within 12 months; null where there is
 * none. One new site may replace several. Null for any other change.
 *
 * A place that is known to 2 km or worse is no evidence: it may have been told by the site that took its place.
 *
 * @param changes every change of the amenity, anywhere.
 * @param placeOf where a site stands on a day, and within how many metres of the point.
 */
export function replacements(
  changes: readonly Change[],
  placeOf: (site: number, day: IsoDate) => Standing | undefined,
): (number | null)[] {
  const dayNumber = (day: string): number => Date.parse(day) / 86_400_000
  const openings = changes
    .filter(({ kind }) => kind === 'opened' || kind === 'reopened')
    .map(({ site, day, kind }) => ({ site, kind, day: dayNumber(day), place: placeOf(site, day) }))
  return changes.map(({ site, day, kind }) => {
    if (kind !== 'closed') return null
    const [closed, from] = [dayNumber(day), placeOf(site, day)]
    const near = openings.flatMap((opening) => {
      if (Math.abs(opening.day - closed) > REPLACED_WITHIN.days) return []
      if (opening.site === site) return opening.day > closed ? [{ site, metres: 0 }] : []
      if (opening.kind !== 'opened') return []
      const metres = farthestApart(from, opening.place)
      return metres <= REPLACED_WITHIN.metres ? [{ site: opening.site, metres }] : []
    })
    return near.sort((a, b) => a.metres - b.metres || a.site - b.site)[0]?.site ?? null
  })
}
