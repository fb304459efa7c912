import { distanceInMetres } from '../geography/distance.js'
import type { Point } from '../model/ward.js'

/** How near and how soon another site must open for a closing to count as replaced. */
export const REPLACED_WITHIN = { metres: 2000, days: 366 } as const

/** A change at a site, as far as replacement is concerned. */
interface Change {
  readonly site: number
  readonly day: string
  readonly kind: string
}

/**
 * For each closing the site that replaces it: of the sites that opened for the first time within 12 months before or
 * after and within 2 km the nearest, or the site itself where it reopened within 12 months; null where there is none.
 * One new site may replace several. Null for any other change.
 *
 * @param changes every change of the amenity, anywhere.
 * @param points where the sites stand.
 */
export function replacements(changes: readonly Change[], points: readonly (Point | null)[]): (number | null)[] {
  const dayNumber = (day: string): number => Date.parse(day) / 86_400_000
  const openings = changes
    .filter(({ kind }) => kind === 'opened' || kind === 'reopened')
    .map(({ site, day, kind }) => ({ site, kind, day: dayNumber(day) }))
  return changes.map(({ site, day, kind }) => {
    if (kind !== 'closed') return null
    const [closed, from] = [dayNumber(day), points[site] ?? null]
    const near = openings.flatMap((opening) => {
      if (Math.abs(opening.day - closed) > REPLACED_WITHIN.days) return []
      if (opening.site === site) return opening.day > closed ? [{ site, metres: 0 }] : []
      if (opening.kind !== 'opened') return []
      const to = points[opening.site] ?? null
      const metres = from === null || to === null ? Number.POSITIVE_INFINITY : distanceInMetres(from, to)
      return metres <= REPLACED_WITHIN.metres ? [{ site: opening.site, metres }] : []
    })
    return near.sort((a, b) => a.metres - b.metres || a.site - b.site)[0]?.site ?? null
  })
}
