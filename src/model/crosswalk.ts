/**
 * How the Office for National Statistics says that a small area changed: unchanged, split, merged, or changed in a more
 * complex way.
 */
export const LSOA_CHANGES = ['U', 'S', 'M', 'X'] as const

/** One of {@link LSOA_CHANGES}. */
export type LsoaChange = (typeof LSOA_CHANGES)[number]

/**
 * What an LSOA of 2011 and one of 2021 share, and the wards that it lies in: one row of the table `small-areas` of the
 * dataset `crosswalks`.
 */
export interface SmallAreaPieceRow {
  readonly lsoa_2011: string
  readonly lsoa_2021: string
  readonly change: LsoaChange
  /** Residents, mid-2022: those of an LSOA of 2021 that lies on several of 2011 are divided between them. */
  readonly people_2022: number
  /** Wards of 2011 and 2025; the ward of 2013 stands in the table `lsoas`. */
  readonly ward_2011: string
  readonly ward_2025: string
  /** How the ward of 2025 was found. */
  readonly placed_by: 'same code' | 'best fit of 2024' | 'centre' | 'nearest centre'
}

/** An LSOA of 2001 and one of 2011 that share ground: one row of the table `lsoa-bridge` of the dataset `wards`. */
export interface LsoaBridgeRow {
  readonly lsoa_2001: string
  readonly lsoa_2011: string
  readonly change: LsoaChange
}

/** An output area of 2011 of Nottingham or Peterborough: one row of the table `output-areas`. */
export interface OutputAreaRow {
  readonly output_area: string
  readonly lsoa_2011: string
  readonly ward_2013: string
  readonly ward_2025: string
  /** Postcodes of May 2025 in it, and the mean of their points; null without one. */
  readonly postcodes: number
  readonly longitude: number | null
  readonly latitude: number | null
}

/** Where a ward lies in which no LSOA has its centre: one row of the table `wards-without-lsoa`. */
export interface WardAreaShareRow {
  readonly list: 'WD13' | 'WD25'
  readonly ward_code: string
  readonly other_list: 'WD13' | 'WD25'
  readonly other_ward_code: string
  /** Share of its area that lies in the other ward. */
  readonly share: number
}
