import type { Position, Ring } from '../model/boundary.js'
import { visitEdges } from './edges.js'

/** Where a point lies to an area. */
export type Side = 'inside' | 'outside' | 'border'

/** The rings of an area, and the latitudes between which they run. */
export interface Outline {
  readonly rings: readonly Ring[]
  readonly box: { readonly south: number; readonly north: number }
}

/**
 * Says where points lie to areas, by the even-odd rule over all rings of an area; the latitude must be within the
 * area's box.
 *
 * An area is cut into strips from south to north, each with the edges that run through it, so that a point is held
 * against few edges instead of a whole border. All strips of all areas lie in flat lists: a point reads from two places
 * of memory, not from dozens.
 */
export function sidesOf(outlines: readonly Outline[]): (area: number, longitude: number, latitude: number) => Side {
  const { edges, starts, firsts } = inStrips(outlines)
  const souths = Float64Array.from(outlines, ({ box }) => box.south)
  const heights = Float64Array.from(outlines, ({ box }) => box.north - box.south)
  return (area, x, y) => {
    const first = firsts[area] ?? 0
    const strip = first + stripAt(y, souths[area] ?? 0, heights[area] ?? 0, (firsts[area + 1] ?? 0) - first)
    let inside = false
    for (let i = starts[strip] ?? 0, end = starts[strip + 1] ?? 0; i < end; i += 4) {
      const [ay, by] = [edges[i + 1] ?? 0, edges[i + 3] ?? 0]
      if (y < ay || y > by) continue
      const [ax, bx] = [edges[i] ?? 0, edges[i + 2] ?? 0]
      const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
      if (turn === 0 && x >= Math.min(ax, bx) && x <= Math.max(ax, bx)) return 'border'
      if (y < by && turn > 0) inside = !inside
    }
    return inside ? 'inside' : 'outside'
  }
}

/**
 * How many edges an area has for each of its strips: with fewer, more edges stand in several strips; with more, each
 * point meets more.
 */
const EDGES_A_STRIP = 8

interface Strips {
  /** Four numbers an edge: longitude and latitude of its southern end, then of its northern end. */
  readonly edges: Float64Array
  /** Where in `edges` each strip begins, and where the last one ends. */
  readonly starts: Uint32Array
  /** The first strip of each area, and the number of all strips. */
  readonly firsts: Uint32Array
}

function inStrips(outlines: readonly Outline[]): Strips {
  const firsts = new Uint32Array(outlines.length + 1)
  outlines.forEach(({ rings }, area) => {
    const edges = rings.reduce((sum, ring) => sum + ring.length, 0)
    firsts[area + 1] = (firsts[area] ?? 0) + Math.max(1, Math.ceil(edges / EDGES_A_STRIP))
  })
  const starts = new Uint32Array((firsts[outlines.length] ?? 0) + 1)
  visitStrips(outlines, firsts, (strip) => {
    starts[strip + 1] = (starts[strip + 1] ?? 0) + 4
  })
  for (let strip = 1; strip < starts.length; strip++) starts[strip] = (starts[strip] ?? 0) + (starts[strip - 1] ?? 0)
  const edges = new Float64Array(starts.at(-1) ?? 0)
  const ends = starts.slice()
  visitStrips(outlines, firsts, (strip, a, b) => {
    const end = ends[strip] ?? 0
    ends[strip] = end + 4
    edges[end] = a[0]
    edges[end + 1] = a[1]
    edges[end + 2] = b[0]
    edges[end + 3] = b[1]
  })
  return { edges, starts, firsts }
}

/** Calls a function with every edge in every strip that it runs through. */
function visitStrips(
  outlines: readonly Outline[],
  firsts: Uint32Array,
  visit: (strip: number, a: Position, b: Position) => void,
): void {
  outlines.forEach(({ rings, box: { south, north } }, area) => {
    const first = firsts[area] ?? 0
    const count = (firsts[area + 1] ?? 0) - first
    visitEdges(rings, (a, b) => {
      const last = first + stripAt(b[1], south, north - south, count)
      for (let strip = first + stripAt(a[1], south, north - south, count); strip <= last; strip++) visit(strip, a, b)
    })
  })
}

/**
 * The strip of a latitude. It never falls as the latitude rises, whatever is rounded: a point's strip has every edge at
 * its latitude.
 */
const stripAt = (latitude: number, south: number, height: number, count: number): number =>
  height > 0 ? Math.min(count - 1, Math.floor(((latitude - south) / height) * count)) : 0
