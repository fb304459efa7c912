import type { LibraryPlaceKnownBy } from './amenity.js'

/** What a row of the register is: a children’s centre, or a site linked to one. */
export const CENTRE_TYPES = ['centre', 'linked site'] as const

/** One of {@link CENTRE_TYPES}. */
export type CentreType = (typeof CENTRE_TYPES)[number]

/**
 * By what the place of a centre is known: its postcode, the middle of the known places of its postcode sector or
 * district, or nothing.
 */
export const CENTRE_PLACES_KNOWN_BY = [
  'postcode',
  'postcode sector',
  'postcode district',
  'none',
] as const satisfies readonly LibraryPlaceKnownBy[]

/** One of {@link CENTRE_PLACES_KNOWN_BY}. */
export type CentrePlaceKnownBy = (typeof CENTRE_PLACES_KNOWN_BY)[number]

/** A children’s centre that was ever listed open: one row of the table `centres` of the dataset `childrens-centres`. */
export interface CentreRow {
  /** Unique Reference Number of Get Information About Schools. */
  readonly urn: string
  readonly name: string
  /** Code of the finance returns of its council, as of the last list that it is in. */
  readonly e_code: string
  /** Latest GSS code of that council. */
  readonly gss_code: string
  /** Name of that council in the register of councils. */
  readonly council: string
  /** Code of the finance returns of its council as of the first list that it is in. */
  readonly first_e_code: string
  /** As its last list has it. */
  readonly type: CentreType
  /** As the first list that is held whole, of 4 August 2016, has it; null for one that joined later. */
  readonly type_2016: CentreType | null
  /** Day of opening, as printed; null for 702 centres. */
  readonly opened_date: string | null
  readonly first_listed: string
  readonly last_listed: string
  /** The first list that it is absent from; null while it is listed. */
  readonly first_absent: string | null
  /** Lists between its first and its last that it is absent from. */
  readonly lists_missed: number
  readonly postcode: string | null
  /** Its likeliest point; null where nothing is known of it. */
  readonly longitude: number | null
  readonly latitude: number | null
  readonly known_by: CentrePlaceKnownBy
  /** It stands within so many metres of the point; null where nothing is known. */
  readonly within_m: number | null
  /** Ward of 2013 at the point, where the postcode itself is placed; else null. */
  readonly ward_code: string | null
  /**
   * The wards of 2013 in which it may stand: codes in order, separated by spaces. Null where one is certain or none is
   * known.
   */
  readonly possible_wards: string | null
}

/** A dated list of the register: one row of the table `lists`. */
export interface CentreListRow {
  readonly list_date: string
  /** Centres and linked sites that it has. */
  readonly listed: number
}
