/** A point in longitude and latitude, degrees of WGS84. */
export interface Point {
  readonly longitude: number
  readonly latitude: number
}
