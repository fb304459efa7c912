import type { Point } from '../model/ward.js'
import { requirePoint } from './requirePoint.js'
import { requireRecord } from '../model/given.js'

/** Half the longer axis of the ellipsoid of WGS84 in metres, and the square of its eccentricity. */
const WGS84 = { semiMajorAxis: 6_378_137, squaredEccentricity: 0.006_694_379_990_14 } as const

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** How many metres a degree of latitude and a degree of longitude have at a latitude, on the ellipsoid of WGS84. */
export function metresADegree(latitude: number): { readonly north: number; readonly east: number } {
  const flattening = 1 - WGS84.squaredEccentricity * Math.sin(radians(latitude)) ** 2
  const primeVertical = WGS84.semiMajorAxis / Math.sqrt(flattening)
  const meridian = (primeVertical * (1 - WGS84.squaredEccentricity)) / flattening
  return { north: radians(meridian), east: radians(primeVertical * Math.cos(radians(latitude))) }
}

/** A little more than nothing, so that rounding leaves no point outside that lies at the very distance. */
const ROUNDING = 1.000_001

/**
 * Half the height and half the width, in degrees, of a box around a point at a latitude that holds all that is within
 * some metres of it.
 */
export function boxAround(latitude: number, metres: number): { readonly high: number; readonly wide: number } {
  // A degree of latitude is shortest at the equator, one of longitude where the box is nearest to a pole.
  const high = (metres * ROUNDING) / metresADegree(0).north
  return { high, wide: (metres * ROUNDING) / metresADegree(Math.min(90, Math.abs(latitude) + high)).east }
}

/**
 * The straight-line distance between two points in metres: on the ellipsoid of WGS84, by its radii of curvature at the
 * mean latitude. In England right to a millimetre over 4 km and to 2 m over 100 km; not meant for other continents, and
 * not along roads.
 *
 * Two points on either side of the antimeridian are measured across it, not around the earth.
 *
 * A sphere of the earth's mean radius makes distances in England 0.1 to 0.3 % too short, which is up to 6 m at 2 km.
 *
 * @throws InputError `bad-value` for a point whose coordinates are no degrees; a missing one is never taken for 0.
 * @example
 * import { distanceInMetres } from 'wardstick/geography'
 * const aspleyLibrary = { longitude: -1.1988, latitude: 52.9728 }
 * const oldMarketSquare = { longitude: -1.1497, latitude: 52.9536 }
 * Math.round(distanceInMetres(aspleyLibrary, oldMarketSquare)) // => 3931
 */
export function distanceInMetres(a: Point, b: Point): number {
  requireRecord('point', a, 'longitude and latitude')
  requireRecord('point', b, 'longitude and latitude')
  requirePoint(a.longitude, a.latitude)
  requirePoint(b.longitude, b.latitude)
  return metresBetween(a, b)
}

/** The same for points that were looked at before. */
export function metresBetween(a: Point, b: Point): number {
  const { north, east } = metresADegree((a.latitude + b.latitude) / 2)
  const turn = Math.abs(b.longitude - a.longitude)
  return Math.hypot(north * (b.latitude - a.latitude), east * Math.min(turn, 360 - turn))
}
