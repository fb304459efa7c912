/**
 * The lists of areas that wardstick knows, and the words for what is in them:
 *
 * - `WD11`, `WD13`, `WD25`: the wards of England at the end of 2011 and 2013, and in 2025;
 * - `LSOA01`, `LSOA11`, `LSOA21`: the small areas (lower layer super output areas) of the censuses of 2001, 2011 and
 *   2021;
 * - `OA11`: the output areas of 2011, of Nottingham and Peterborough alone.
 */
export const VINTAGES = {
  WD11: 'wards of 2011',
  WD13: 'wards of 2013',
  WD25: 'wards of 2025',
  LSOA01: 'LSOAs of 2001',
  LSOA11: 'LSOAs of 2011',
  LSOA21: 'LSOAs of 2021',
  OA11: 'output areas of 2011',
} as const

/** A list of areas: a code means something only together with it. */
export type Vintage = keyof typeof VINTAGES
/** A list of wards. */
export type WardVintage = 'WD11' | 'WD13' | 'WD25'
/** The year of each list of wards. */
export const WARD_LIST_YEARS: Readonly<Record<WardVintage, string>> = { WD11: '2011', WD13: '2013', WD25: '2025' }
/** A list of lower layer super output areas. */
export type LsoaVintage = 'LSOA01' | 'LSOA11' | 'LSOA21'

/** The councils of a year, as of 1 April: `LAD2015`. */
export type CouncilVintage = `LAD${number}`

declare const vintage: unique symbol

/**
 * A code that was found in a list, by `require` of a register or by `sourceCode` of a crosswalk. It is a text like any
 * other; where your own functions ask for `WardCode<'WD13'>`, a code of another list, or one that nobody checked, does
 * not pass.
 */
export type Code<List extends Vintage | CouncilVintage = Vintage> = string & { readonly [vintage]: List }
/** The code of a ward in one list of wards. */
export type WardCode<List extends WardVintage = WardVintage> = Code<List>
/** The code of a small area (LSOA) of one census. */
export type LsoaCode<List extends LsoaVintage = LsoaVintage> = Code<List>
/** The code of an output area of 2011. */
export type OutputAreaCode = Code<'OA11'>
/** The GSS code, or e-code, of a council of a year. */
export type CouncilCode<List extends CouncilVintage = CouncilVintage> = Code<List>

/** What a code is of, as its form tells. */
export const AREA_KINDS = [
  'ward',
  'census merged ward',
  'electoral division',
  'output area',
  'LSOA',
  'MSOA',
  'unitary authority',
  'shire district',
  'metropolitan district',
  'London borough',
  'county',
  'metropolitan county',
  'part of London',
  'parish',
  'region',
  'country',
  'district',
  'finance authority',
  'other area',
] as const

/** One of {@link AREA_KINDS}. */
export type AreaKind = (typeof AREA_KINDS)[number]

/** A code as its form shows it; whether there is such an area, and in which list, its form does not tell. */
export interface AreaCode {
  readonly code: string
  readonly kind: AreaKind
  /**
   * `GSS`: nine characters, E05001823; `ONS`: the old scheme, 00FYNF for a ward and 00FY for a district; `finance`: the
   * e-codes of the finance returns, E3001.
   */
  readonly scheme: 'GSS' | 'ONS' | 'finance'
  readonly country: 'England' | 'Wales' | 'Scotland' | 'Northern Ireland' | 'several'
}
