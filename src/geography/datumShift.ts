import { NO_STEP, NODES, NODE_SPACING } from './datumShiftNodes.js'

/** Metres to add to an easting and a northing. */
export interface Shift {
  readonly east: number
  readonly north: number
}

const ROWS = NODES.length
const COLUMNS = (NODES[0]?.[1].length ?? 0) + 1

/** Read when first used: the shifts of all nodes in metres, row after row from the south. */
let shifts: { readonly east: Float64Array; readonly north: Float64Array } | undefined

/**
 * The shift that takes a place on ETRS89, projected as the British National Grid is, to the National Grid: what the
 * Ordnance Survey's OSTN15 gives, between its nodes 10 km apart bilinearly. Beyond the nodes it is that of their edge.
 *
 * Within 0.29 m of the whole of OSTN15 everywhere on land in England (0.03 m in the mean), within 0.40 m in Great
 * Britain.
 *
 * Formula and nodes: Ordnance Survey, "Transformations and OSGM15 user guide", version 1.3, chapter 3.
 */
export function datumShift(easting: number, northing: number): Shift {
  shifts ??= readNodes()
  const column = cellOf(easting, COLUMNS)
  const row = cellOf(northing, ROWS)
  const corner = row.cell * COLUMNS + column.cell
  return {
    east: bilinear(shifts.east, corner, column.within, row.within),
    north: bilinear(shifts.north, corner, column.within, row.within),
  }
}

function readNodes(): NonNullable<typeof shifts> {
  const east = NODES.flatMap(([first, steps]) => shiftsOf(first, steps, NO_STEP.east))
  const north = NODES.flatMap(([, , first, steps]) => shiftsOf(first, steps, NO_STEP.north))
  return { east: Float64Array.from(east), north: Float64Array.from(north) }
}

function shiftsOf(first: number, steps: string, noStep: number): number[] {
  let centimetres = first
  return [first / 100, ...Array.from(steps, (step) => (centimetres += step.charCodeAt(0) - noStep) / 100)]
}

/** The cell that a coordinate lies in, counted from 0, and how much of it lies before the coordinate, 0 to 1. */
function cellOf(metres: number, nodes: number): { readonly cell: number; readonly within: number } {
  const cells = Math.min(Math.max(metres / NODE_SPACING, 0), nodes - 1)
  const cell = Math.min(Math.floor(cells), nodes - 2)
  return { cell, within: cells - cell }
}

function bilinear(values: Float64Array, corner: number, east: number, north: number): number {
  const along = (west: number): number =>
    (values[west] ?? Number.NaN) * (1 - east) + (values[west + 1] ?? Number.NaN) * east
  return along(corner) * (1 - north) + along(corner + COLUMNS) * north
}
