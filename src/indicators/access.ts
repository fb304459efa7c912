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

/** Measures access on one day; what a point reaches is computed once, however many groups of residents it is in. */
export type AccessMeter = (residents: readonly Residents[]) => Access | null

/** What one point reaches: distance to the nearest open site, and for each distance sites, units and water. */
interface PointAccess {
  readonly nearest: number | null
  readonly reach: readonly { readonly sites: number; readonly units: number; readonly water: number }[]
}

/**
 * How near the open sites of an amenity are to residents on a day: the share within a distance, the mean distance to the
 * nearest, and what is within reach.
 *
 * Every resident counts at the point given, as the crow flies. The meter gives null for nobody.
 *
 * @param index the sites around the points, with a radius of at least the largest distance.
 * @param states the state of each site of the index on the day.
 * @param distances in metres.
 * @example
 * import { accessIndex, accessMeter } from 'wardstick'
 * const homes = [{ longitude: -1.2, latitude: 52.97 }, { longitude: -1.3, latitude: 52.97 }]
 * const index = accessIndex(homes, [{ longitude: -1.2, latitude: 52.98 }], 4000)
 * const measure = accessMeter(index, [{ open: { units: 2, water: 500 }, uncertain: false, operator: null }], [2000])
 * measure([{ origin: 0, people: 300 }, { origin: 1, people: 100 }]).reach[0] // => { metres: 2000, share: 75, sites: 0.75, units: 1.5, water: 375 }
 * measure([]) // => null
 */
export function accessMeter(index: AccessIndex, states: readonly SiteState[], distances: readonly number[]): AccessMeter {
  const isOpen = (site: number): boolean => states[site]?.open != null
  const known = new Map<number, PointAccess>()
  const at = (origin: number): PointAccess => {
    const before = known.get(origin)
    if (before !== undefined) return before
    const reach = distances.map(() => ({ sites: 0, units: 0, water: 0 }))
    for (const { site, metres } of index.within(origin)) {
      const open = states[site]?.open
      if (open == null) continue
      reach.forEach((sum, i) => {
        if (metres > (distances[i] ?? 0)) return
        sum.sites += 1
        sum.units += open.units
        sum.water += open.water
      })
    }
    const access = { nearest: index.nearest(origin, isOpen)?.metres ?? null, reach }
    known.set(origin, access)
    return access
  }
  return (residents) => meanAccess(residents, at, distances)
}

function meanAccess(residents: readonly Residents[], at: (origin: number) => PointAccess, distances: readonly number[]): Access | null {
  const people = residents.reduce((sum, each) => sum + each.people, 0)
  if (people === 0) return null
  const sums = distances.map(() => ({ share: 0, sites: 0, units: 0, water: 0 }))
  let distance: number | null = 0
  for (const { origin, people: count } of residents) {
    const { nearest, reach } = at(origin)
    distance = nearest === null || distance === null ? null : distance + nearest * count
    sums.forEach((sum, i) => {
      const { sites, units, water } = reach[i] ?? { sites: 0, units: 0, water: 0 }
      if (sites > 0) sum.share += count
      sum.sites += sites * count
      sum.units += units * count
      sum.water += water * count
    })
  }
  return {
    people,
    meanDistance: distance === null ? null : distance / people,
    reach: sums.map(({ share, sites, units, water }, i) => ({ metres: distances[i] ?? 0, share: (share / people) * 100, sites: sites / people, units: units / people, water: water / people })),
  }
}
