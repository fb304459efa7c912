import type { Point } from '../model/ward.js'

/** Mean radius of the earth, metres (IUGG). */
export const EARTH_RADIUS_METRES = 6_371_008.8

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/**
 * The straight-line distance between two points in metres: along the great circle, by the haversine formula on a sphere of
 * the earth's mean radius, 6,371,008.8 m. Not along roads, and up to 0.5 % from the distance on the ellipsoid.
 *
 * @example
 * import { distanceInMetres } from 'wardstick'
 * const aspleyLibrary = { longitude: -1.1988, latitude: 52.9728 }
 * const oldMarketSquare = { longitude: -1.1497, latitude: 52.9536 }
 * Math.round(distanceInMetres(aspleyLibrary, oldMarketSquare)) // => 3921
 */
export function distanceInMetres(a: Point, b: Point): number {
  const [latitudeA, latitudeB] = [radians(a.latitude), radians(b.latitude)]
  const north = Math.sin((latitudeB - latitudeA) / 2) ** 2
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(north + Math.cos(latitudeA) * Math.cos(latitudeB) * east)))
}
