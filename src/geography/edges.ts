import type { Position, Ring, WardFeature } from '../model/boundary.js'

/** A stretch of border between two corners, from south to north, or from west to east along a parallel. */
export type Edge = readonly [Position, Position]

/** The rings of all polygons of an area: outer ones and holes alike. */
export const ringsOf = ({ geometry }: WardFeature): readonly Ring[] => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat())

/** The edges of rings: the two areas on either side of an edge have the very same one, whichever way their rings run. */
export function edgesOf(rings: readonly Ring[]): Edge[] {
  return rings.flatMap((ring) =>
    ring.slice(1).flatMap((to, i): Edge[] => {
      const from = ring[i]
      if (from === undefined) return []
      return from[1] < to[1] || (from[1] === to[1] && from[0] <= to[0]) ? [[from, to]] : [[to, from]]
    }),
  )
}
