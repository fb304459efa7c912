import type { Position, Ring, WardFeature } from '../../src/geography/index.js'

const properties = (ward_code: string) => ({ ward_code, ward_name: ward_code, district_code: 'E06000001' })

/** An area of one polygon. */
export const areaOf = (ward_code: string, ...rings: readonly Ring[]): WardFeature => ({
  type: 'Feature',
  properties: properties(ward_code),
  geometry: { type: 'Polygon', coordinates: rings },
})

/** A square by its south-western corner. */
export const square = (west: number, south: number, side = 1): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]

/** A cell of a grid by the corner with its least coordinates. */
export type Cell = readonly [column: number, row: number]

/**
 * An area of unit squares, which may touch, lie apart or surround others; `move` puts a corner of the grid where the
 * area has it.
 */
export const areaOfCells = (
  ward_code: string,
  cells: readonly Cell[],
  move: (corner: Position) => Position = (corner) => corner,
): WardFeature => ({
  type: 'Feature',
  properties: properties(ward_code),
  geometry: { type: 'MultiPolygon', coordinates: cells.map(([column, row]) => [square(column, row).map(move)]) },
})
