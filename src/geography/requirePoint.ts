import { badValue } from '../errors.js'

/** Degrees of longitude and of latitude that are on the earth. */
const [FARTHEST_EAST, FARTHEST_NORTH] = [180, 90]
const isWithin = (value: unknown, most: number): boolean => typeof value === 'number' && Math.abs(value) <= most

/**
 * @throws InputError `bad-value` that names the point, when one of its coordinates is no number of degrees: a missing
 * one is never taken for 0, and easting and northing never for degrees.
 */
export function requirePoint(longitude: unknown, latitude: unknown, nameOf: () => string = () => 'point'): void {
  if (!isWithin(longitude, FARTHEST_EAST) || !isWithin(latitude, FARTHEST_NORTH))
    throw badValue(
      `${nameOf()} (longitude, latitude)`,
      `${String(longitude)}, ${String(latitude)}`,
      'degrees of WGS84 as numbers, longitude from -180 to 180 and latitude from -90 to 90',
    )
}
