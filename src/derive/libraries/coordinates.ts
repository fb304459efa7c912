import type { Point } from '../../model/ward.js'
import { type QualityEntry, QualityReport } from '../../sources/index.js'
import type { PlacedRow } from './editions.js'
import { type Evidence, withoutSharedPoints } from './sharedPoints.js'

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

/** Finds the coordinates that are known of addresses. */
export interface CoordinateFinder {
  /** The point that the enhanced list of 2023 prints in one of the rows of a library; null where it prints none. */
  printed(rows: readonly PlacedRow[]): Located | null
  /** Where a postcode lies, by another library or by the directory of the two study cities. */
  ofPostcode(postcode: string): Located | null
  /** Every postcode of which the place is known. */
  readonly known: ReadonlyMap<string, Point>
  readonly quality: readonly QualityEntry[]
}

/**
 * Finds the coordinates of libraries: those that the enhanced list of 2023 prints, without those of another row; of a
 * postcode those of a library there, else those in the directory of the two study cities.
 */
export function coordinateFinder(
  rows: readonly PlacedRow[],
  file: string,
  directory: ReadonlyMap<string, Point>,
  evidence: Evidence,
): CoordinateFinder {
  const report = new QualityReport({ file })
  const all = new Map<PlacedRow, Point>()
  for (const row of rows) {
    const point = printedPoint(row, report)
    if (point !== null) all.set(row, point)
  }
  const own = withoutSharedPoints(all, evidence, report)
  const ofLibraries = new Map<string, Point>()
  for (const [{ postcode }, point] of own)
    if (postcode !== null && !ofLibraries.has(postcode)) ofLibraries.set(postcode, point)
  return {
    printed: (ofLibrary) => {
      const point = ofLibrary.map((row) => own.get(row)).find((each) => each !== undefined)
      return point === undefined ? null : { point, from: '2023 edition' }
    },
    ofPostcode: (postcode) => {
      const neighbour = ofLibraries.get(postcode)
      if (neighbour !== undefined)
        return { point: neighbour, from: 'another library of the postcode in the 2023 edition' }
      const listed = directory.get(postcode)
      return listed === undefined ? null : { point: listed, from: 'postcode directory of May 2025' }
    },
    known: new Map([...directory, ...ofLibraries]),
    quality: report.reported.quality,
  }
}
