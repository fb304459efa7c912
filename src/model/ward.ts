/** A point in longitude and latitude, degrees of WGS84. */
export interface Point {
  readonly longitude: number
  readonly latitude: number
}

/** Residents of one LSOA at its centre. */
export interface Home {
  /** Position of the LSOA’s centre in the list of centres. */
  readonly origin: number
  readonly lsoa_code: string
  readonly ward_code: string
  /** Residents of mid-2015. */
  readonly people: number
}
