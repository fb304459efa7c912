import type { AccessIndex } from '../geography/access.js'
import type { SiteState } from './amenities.js'

/** Residents at a point from which distances are measured. */
export interface Residents {
  /** Position of the point in the list that the access index was made of. */
  readonly origin: number
  readonly people: number
}

/** What residents can reach within one distance. */
export interface Reach {
  readonly metres: number
  /** Share of the residents with an open site within the distance, in per cent. */
  readonly share: number
  /** Open sites, units (pools or libraries) and water area within the distance: mean over the residents. */
  readonly sites: number
  readonly units: number
  readonly water: number
}

/** How near an amenity is to some residents. */
export interface Access {
  readonly people: number
  /** Mean distance to the nearest open site over the residents, in metres; null when none is open. */
  readonly meanDistance: number | null
  readonly reach: readonly Reach[]
}

/**
 * How near the open sites of an amenity are to some residents: the share within a distance, the mean distance to the
 * nearest, and what is within reach.
 *
 * Every resident counts at the point given, as the crow flies. Null without residents.
 *
 * @param index the sites around the points, with a radius of at least the largest distance.
 * @param states the state of each site of the index on a day.
 * @param residents how many people live at which point.
 * @param distances in metres.
 * @example
 * import { accessIndex, measureAccess } from 'wardstick'
 * const homes = [{ longitude: -1.2, latitude: 52.97 }, { longitude: -1.3, latitude: 52.97 }]
 * const index = accessIndex(homes, [{ longitude: -1.2, latitude: 52.98 }], 4000)
 * const open = [{ open: { units: 2, water: 500 }, uncertain: false, operator: null }]
 * const access = measureAccess(index, open, [{ origin: 0, people: 300 }, { origin: 1, people: 100 }], [2000])
 * access.reach[0] // => { metres: 2000, share: 75, sites: 0.75, units: 1.5, water: 375 }
 */
export function measureAccess(index: AccessIndex, states: readonly SiteState[], residents: readonly Residents[], distances: readonly number[]): Access | null {
  const people = residents.reduce((sum, each) => sum + each.people, 0)
  if (people === 0) return null
  const isOpen = (site: number): boolean => states[site]?.open != null
  const sums = distances.map(() => ({ share: 0, sites: 0, units: 0, water: 0 }))
  let distance: number | null = 0
  for (const each of residents) {
    const nearest = index.nearest(each.origin, isOpen)
    distance = nearest === null || distance === null ? null : distance + nearest.metres * each.people
    const near = index.within(each.origin).filter(({ site }) => isOpen(site))
    sums.forEach((sum, i) => {
      const reached = near.filter(({ metres }) => metres <= (distances[i] ?? 0))
      sum.share += reached.length > 0 ? each.people : 0
      sum.sites += reached.length * each.people
      for (const { site } of reached) {
        sum.units += (states[site]?.open?.units ?? 0) * each.people
        sum.water += (states[site]?.open?.water ?? 0) * each.people
      }
    })
  }
  return {
    people,
    meanDistance: distance === null ? null : distance / people,
    reach: sums.map(({ share, sites, units, water }, i) => ({ metres: distances[i] ?? 0, share: (share / people) * 100, sites: sites / people, units: units / people, water: water / people })),
  }
}
