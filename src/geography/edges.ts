import type { Position, Ring, WardFeature } from '../model/boundary.js'

/** A stretch of border between two corners, from south to north, or from west to east along a parallel. */
export type Edge = readonly [Position, Position]

/** The rings of all polygons of an area: outer ones and holes alike. */
export const ringsOf = ({ geometry }: WardFeature): readonly Ring[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()

/**
 * Calls a function with every edge of some rings: the two areas on either side of an edge have the very same one,
 * whichever way their rings run.
 */
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

/** On which side of an edge a position lies: 1 to the left, -1 to the right, 0 on its line. */
export const sideOf = ([[ax, ay], [bx, by]]: Edge, [x, y]: Position): number =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax))

/** The distance from a position to the nearest one of an edge, in the unit of a plane. */
export function distanceToEdge([[ax, ay], [bx, by]]: Edge, [x, y]: Position): number {
  const [dx, dy] = [bx - ax, by - ay]
  const squaredLength = dx * dx + dy * dy
  const along = squaredLength === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squaredLength))
  return Math.hypot(ax + along * dx - x, ay + along * dy - y)
}
