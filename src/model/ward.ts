/** A point in longitude and latitude, degrees of WGS84. */
export interface Point {
  readonly longitude: number
  readonly latitude: number
}

/** A ward of 2013: one row of the table `wards` of the dataset `wards`. */
export interface WardRow {
  readonly ward_code: string
  readonly ward_name: string
  /** Six-character code of the old ONS scheme, `00FYNF`. */
  readonly old_code: string | null
  readonly district_code: string
  readonly district_name: string
  readonly county_code: string | null
  readonly county_name: string | null
  readonly region_code: string
  readonly region_name: string
  /**
   * Rural-urban class of 2011: code and words. A ward whose code is not among those of 2011 has the class of the wards
   * of 2011 in which all its LSOAs lay; null when these have several, or when it has no LSOA.
   */
  readonly rural_urban_code: string | null
  readonly rural_urban: string | null
  /** How many LSOAs of 2011 lie in it by best fit; 0 for 30 wards, of which nothing else is known. */
  readonly lsoas: number
  /** Population-weighted centre (mid-2015); null without an LSOA. */
  readonly longitude: number | null
  readonly latitude: number | null
}

/** An LSOA of 2011: one row of the table `lsoas`. */
export interface LsoaRow {
  readonly lsoa_code: string
  readonly ward_code: string
  /**
   * `inside`: its population-weighted centre lies in the ward; `nearest`: it lies in no ward, and this one is nearest.
   */
  readonly placed: 'inside' | 'nearest'
  /** Population-weighted centre of Census 2011. */
  readonly longitude: number
  readonly latitude: number
}

/**
 * Residents of an LSOA of 2011: one row of `lsoa-populations`. Mid-2015 leaves prisoners out; mid-2022 is published for
 * the LSOAs of 2021 and, like the ages, stands in `ward-populations` alone.
 */
export interface LsoaPopulationRow {
  readonly lsoa_code: string
  readonly people_2015: number
  readonly people_2017: number
  readonly people_2020: number
}

/**
 * Deprivation of an LSOA of 2011 in each edition of the indices: one row of `lsoa-deprivation`; null where an edition
 * has none.
 */
export interface LsoaDeprivationRow {
  readonly lsoa_code: string
  readonly imd_2004: number | null
  readonly imd_2007: number | null
  readonly imd_2010: number | null
  readonly imd_2015: number | null
  readonly imd_2019: number | null
  /** Share of residents in income-deprived families, 0 to 1. */
  readonly income_2010: number | null
  readonly income_2019: number | null
}

/**
 * Residents of a ward in one year: one row of `ward-populations`; ages are null where the file of the year has none.
 */
export interface WardPopulationRow {
  readonly ward_code: string
  readonly year: number
  readonly people: number
  readonly aged_0_15: number | null
  readonly aged_16_59: number | null
  readonly aged_60_plus: number | null
  /** `modelled` where LSOAs of 2021 that span several wards were divided. */
  readonly status: 'observed' | 'modelled'
}

/**
 * Deprivation of a ward in one edition: one row of `ward-deprivation`; means of its LSOAs weighted by mid-2015
 * population.
 */
export interface WardDeprivationRow {
  readonly ward_code: string
  readonly edition: number
  readonly imd_score: number | null
  readonly income_share: number | null
  /** Rank by IMD score among the wards with people, 1 for the most deprived. */
  readonly imd_rank: number | null
  readonly income_rank: number | null
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
