import type { Position, Ring, WardFeature } from '../model/boundary.js'

/** A stretch of border between two corners, from south to north, or from west to east along a parallel. */
export type Edge = readonly [Position, Position]

/** The rings of all polygons of an area: outer ones and holes alike. */
export const ringsOf = ({ geometry }: WardFeature): readonly Ring[] => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat())

/** Calls a function with every edge of some rings: the two areas on either side of an edge have the very same one, whichever way their rings run. */
export function visitEdges(rings: readonly Ring[], visit: (a: Position, b: Position) => void): void {
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [ring[i - 1], ring[i]]
      if (from === undefined || to === undefined) continue
      if (from[1] < to[1] || (from[1] === to[1] && from[0] <= to[0])) visit(from, to)
      else visit(to, from)
    }
}

/** The edges of some rings as a list. */
export function edgesOf(rings: readonly Ring[]): Edge[] {
  const edges: Edge[] = []
  visitEdges(rings, (a, b) => edges.push([a, b]))
  return edges
}
