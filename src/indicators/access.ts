import { badValue } from '../errors.js'
import type { AccessIndex } from '../geography/access.js'
import type { Capacity, SiteState } from './sites/amenity.js'

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

/**
 * How near the open sites of an amenity are to residents on a day: the share within a distance, the mean distance to
 * the nearest, and what is within reach.
 *
 * Every resident counts at the point given, as the crow flies. The meter gives null for nobody.
 *
 * @param index the sites around the points, with a radius of at least the largest distance.
 * @param states the state of each site of the index on the day.
 * @param distances in metres.
 * @throws InputError `bad-value` when a distance is beyond the radius of the index.
 * @example
 * import { accessMeter } from 'wardstick'
 * import { accessIndex } from 'wardstick/geography'
 * const homes = [
 *   { longitude: -1.2, latitude: 52.97 },
 *   { longitude: -1.3, latitude: 52.97 },
 * ]
 * const index = accessIndex(homes, [{ longitude: -1.2, latitude: 52.98 }], 4000)
 * const measure = accessMeter(index, [{ open: { units: 2, water: 500 } }], [2000])
 * measure([
 *   { origin: 0, people: 300 },
 *   { origin: 1, people: 100 },
 * ])?.reach[0] // => { metres: 2000, share: 75, sites: 0.75, units: 1.5, water: 375 }
 * measure([]) // => null
 */
export function accessMeter(
  index: AccessIndex,
  states: readonly Pick<SiteState, 'open'>[],
  distances: readonly number[],
): AccessMeter {
  requireWithin(index, distances)
  const openAt = (site: number): Capacity | null => states[site]?.open ?? null
  const around: Surroundings = {
    nearest: (origin) => index.nearest(origin, (site) => openAt(site) !== null)?.metres ?? null,
    visit: (origin, each) => {
      index.visit(origin, (site, metres) => {
        const open = openAt(site)
        if (open !== null) each(open, metres)
      })
    },
  }
  return meterOfFigures(figuresByOrigin(around, index.origins, distances), distances)
}

/** @throws InputError `bad-value` when a distance is beyond the radius of an index. */
export function requireWithin({ radius }: AccessIndex, distances: readonly number[]): void {
  const farthest = Math.max(...distances)
  if (farthest > radius)
    throw badValue('distance of an access meter', farthest, `at most the radius of the index, ${radius}`)
}

/** What is open around some points: how far the nearest is, and all that is near with its distance. */
export interface Surroundings {
  /** In metres; null where none is open. */
  nearest(origin: number): number | null
  visit(origin: number, each: (open: Capacity, metres: number) => void): void
}

/** Measures access by the figures around points, each of which is computed once. */
export function meterOfFigures({ figures, offsetOf }: FiguresByOrigin, distances: readonly number[]): AccessMeter {
  const width = 1 + distances.length * FIGURES
  const sums = new Float64Array(width)
  const reached = new Float64Array(distances.length)
  return (residents) => {
    sums.fill(0)
    reached.fill(0)
    let people = 0
    for (const { origin, people: count } of residents) {
      const offset = offsetOf(origin)
      people += count
      for (let i = 0; i < width; i++) sums[i] = (sums[i] ?? 0) + (figures[offset + i] ?? 0) * count
      for (let i = 0; i < distances.length; i++)
        if ((figures[offset + 1 + i * FIGURES] ?? 0) > 0) reached[i] = (reached[i] ?? 0) + count
    }
    return people === 0 ? null : accessOf(people, distances, sums, reached)
  }
}

/** The access of residents from the sums of their figures and how many of them are within reach. */
function accessOf(people: number, distances: readonly number[], sums: Float64Array, reached: Float64Array): Access {
  const mean = (i: number): number => (sums[i] ?? Number.NaN) / people
  return {
    people,
    meanDistance: Number.isFinite(mean(0)) ? mean(0) : null,
    reach: distances.map((metres, i) => ({
      metres,
      share: ((reached[i] ?? 0) / people) * 100,
      sites: mean(1 + i * FIGURES),
      units: mean(2 + i * FIGURES),
      water: mean(3 + i * FIGURES),
    })),
  }
}

/** The figures around points one after another, and where those of a point begin. */
export interface FiguresByOrigin {
  readonly figures: Float64Array
  readonly offsetOf: (origin: number) => number
}

/**
 * The figures around points, computed when first asked for.
 *
 * @param same figures of which those of some points are known to be the same, so that they are taken over.
 */
export function figuresByOrigin(
  around: Surroundings,
  origins: number,
  distances: readonly number[],
  same?: FiguresByOrigin & { readonly isSame: (origin: number) => boolean },
): FiguresByOrigin {
  const width = 1 + distances.length * FIGURES
  const figures = new Float64Array(origins * width)
  const isKnown = new Uint8Array(origins)
  const offsetOf = (origin: number): number => {
    const offset = origin * width
    if (isKnown[origin] === 0) {
      isKnown[origin] = 1
      if (same?.isSame(origin) !== true) writeFigures(figures, offset, around, origin, distances)
      else figures.set(same.figures.subarray(offset, offset + width), offset)
    }
    return offset
  }
  return { figures, offsetOf }
}

/** Writes how far the nearest open site is from a point, then sites, units and water within each distance. */
function writeFigures(
  figures: Float64Array,
  offset: number,
  around: Surroundings,
  origin: number,
  distances: readonly number[],
): void {
  figures[offset] = around.nearest(origin) ?? Number.NaN
  around.visit(origin, (open, metres) => {
    for (let i = 0; i < distances.length; i++) {
      if (metres > (distances[i] ?? 0)) continue
      const at = offset + 1 + i * FIGURES
      figures[at] = (figures[at] ?? 0) + 1
      figures[at + 1] = (figures[at + 1] ?? 0) + open.units
      figures[at + 2] = (figures[at + 2] ?? 0) + open.water
    }
  })
}

/** Figures for each distance: sites, units, water. */
const FIGURES = 3
