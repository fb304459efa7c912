import { badValue } from '../errors.js'
import type { Point } from '../model/ward.js'
import { byCells } from './byCells.js'
import { requirePoint } from './requirePoint.js'

/** Many points as two columns of the same length, in degrees of WGS84. */
export interface PointColumns {
  readonly longitude: ArrayLike<number>
  readonly latitude: ArrayLike<number>
}

/** The wards of many points, and how many points lie where. */
export interface PointsInWards {
  /** The code of the ward of each point, in the order of the points; null outside every ward. */
  readonly codes: readonly (string | null)[]
  readonly inside: number
  readonly outside: number
  /** How many of those inside lie exactly on the border of their ward. */
  readonly onBorder: number
}

/** Where a point was found: its ward, null outside every ward, and whether it lies exactly on that ward's border. */
export interface Found {
  readonly code: string | null
  readonly onBorder: boolean
}

/**
 * Finds every point. @throws InputError `bad-value` for columns of two lengths, or for a point without numbers, naming
 * its position from 0.
 */
export function wardsOfPoints(
  points: readonly Point[] | PointColumns,
  find: (longitude: number, latitude: number) => Found,
): PointsInWards {
  const { longitude, latitude } = columnsOf(points)
  for (let i = 0; i < longitude.length; i++) requirePoint(longitude[i], latitude[i], () => `point at position ${i}`)
  const codes = new Array<string | null>(longitude.length).fill(null)
  let [inside, onBorder] = [0, 0]
  for (const i of byCells(longitude, latitude)) {
    const found = find(longitude[i] ?? 0, latitude[i] ?? 0)
    codes[i] = found.code
    if (found.code !== null) inside++
    if (found.onBorder) onBorder++
  }
  return { codes, inside, outside: codes.length - inside, onBorder }
}

function columnsOf(points: readonly Point[] | PointColumns): PointColumns {
  if (!('longitude' in points))
    return { longitude: points.map(({ longitude }) => longitude), latitude: points.map(({ latitude }) => latitude) }
  const [longitudes, latitudes] = [points.longitude.length, points.latitude.length]
  if (longitudes !== latitudes)
    throw badValue(
      'columns of points',
      `${longitudes} longitudes, ${latitudes} latitudes`,
      'as many longitudes as latitudes',
    )
  return points
}
