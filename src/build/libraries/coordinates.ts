import type { Point } from '../../model/ward.js'
import { type QualityEntry, QualityReport } from '../../sources/index.js'
import type { PlacedRow } from './editions.js'

/** Where a library lies, and by what. */
export interface Located {
  readonly point: Point
  readonly from: string
}

/** England, in degrees, with some sea around it. */
const ENGLAND = { west: -6.5, east: 1.9, south: 49.8, north: 55.9 }
const isInEngland = ({ longitude, latitude }: Point): boolean =>
  longitude > ENGLAND.west && longitude < ENGLAND.east && latitude > ENGLAND.south && latitude < ENGLAND.north

/** The point that a row prints: swapped coordinates are put right, those outside England left out, both noted. */
function printedPoint(row: PlacedRow, report: QualityReport): Point | null {
  if (row.longitude === null || row.latitude === null) return null
  const point = { longitude: row.longitude, latitude: row.latitude }
  if (isInEngland(point)) return point
  const value = `${row.longitude}, ${row.latitude}`
  const swapped = { longitude: row.latitude, latitude: row.longitude }
  if (isInEngland(swapped)) {
    report.note('coordinates-swapped', 'longitude and latitude exchanged', { row: row.row, column: 'Longitude', value })
    return swapped
  }
  report.note('coordinates-outside-england', 'left out', { row: row.row, column: 'Longitude', value })
  return null
}

/** Places libraries. */
export interface CoordinateFinder {
  locate(rows: readonly PlacedRow[], postcode: string | null): Located | null
  readonly quality: readonly QualityEntry[]
}

/**
 * Finds the coordinates of a library: those that the enhanced list of 2023 prints for it; else those that it prints for
 * another library of the same postcode; else those of the postcode in the directory of the two study cities.
 */
export function coordinateFinder(
  rows: readonly PlacedRow[],
  file: string,
  directory: ReadonlyMap<string, Point>,
): CoordinateFinder {
  const report = new QualityReport({ file })
  const own = new Map<PlacedRow, Point>()
  const ofPostcode = new Map<string, Point>()
  for (const row of rows) {
    const point = printedPoint(row, report)
    if (point === null) continue
    own.set(row, point)
    if (row.postcode !== null && !ofPostcode.has(row.postcode)) ofPostcode.set(row.postcode, point)
  }
  const locate = (ofLibrary: readonly PlacedRow[], postcode: string | null): Located | null => {
    const printed = ofLibrary.map((row) => own.get(row)).find((point) => point !== undefined)
    if (printed !== undefined) return { point: printed, from: '2023 edition' }
    if (postcode === null) return null
    const neighbour = ofPostcode.get(postcode)
    if (neighbour !== undefined)
      return { point: neighbour, from: 'another library of the postcode in the 2023 edition' }
    const listed = directory.get(postcode)
    return listed === undefined ? null : { point: listed, from: 'postcode directory of May 2025' }
  }
  return { locate, quality: report.reported.quality }
}
