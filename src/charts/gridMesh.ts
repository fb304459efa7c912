import { type GridPlace, toNationalGrid } from '../geography/nationalGrid.js'
import type { Position } from '../model/boundary.js'

/** Width of a mesh, degrees. */
const MESH = 0.1

/**
 * Places on the British National Grid for drawing: exact at the corners of a mesh of a tenth of a degree, and even
 * between them, which is within 2 m in England and spares most of the projecting for all its wards.
 *
 * The function that it gives throws InputError `bad-value` for a point outside Great Britain.
 */
export function gridMesh(): (position: Position) => GridPlace {
  const nodes = new Map<number, GridPlace>()
  const nodeAt = (column: number, row: number): GridPlace => {
    const key = row * 4000 + column
    const known = nodes.get(key)
    if (known !== undefined) return known
    const node = toNationalGrid({ longitude: column * MESH, latitude: row * MESH })
    nodes.set(key, node)
    return node
  }
  return (position) => {
    const [longitude, latitude] = position
    const column = Math.floor(longitude / MESH)
    const row = Math.floor(latitude / MESH)
    const east = longitude / MESH - column
    const north = latitude / MESH - row
    try {
      const a = nodeAt(column, row)
      const b = nodeAt(column + 1, row)
      const c = nodeAt(column, row + 1)
      const d = nodeAt(column + 1, row + 1)
      return {
        easting:
          (a.easting * (1 - east) + b.easting * east) * (1 - north) +
          (c.easting * (1 - east) + d.easting * east) * north,
        northing:
          (a.northing * (1 - east) + b.northing * east) * (1 - north) +
          (c.northing * (1 - east) + d.northing * east) * north,
      }
    } catch {
      // A corner of the mesh may lie outside the grid where the point does not.
      return toNationalGrid({ longitude, latitude })
    }
  }
}
