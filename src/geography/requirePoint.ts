import { badValue } from '../errors.js'

/**
 * @throws InputError `bad-value` that names the point, when one of its coordinates is no number: a missing one is never
 * taken for 0.
 */
export function requirePoint(longitude: unknown, latitude: unknown, nameOf: () => string = () => 'point'): void {
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude))
    throw badValue(
      `${nameOf()} (longitude, latitude)`,
      `${String(longitude)}, ${String(latitude)}`,
      'degrees of WGS84 as numbers',
    )
}
