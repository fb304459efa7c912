import type { IsoDate } from './period.js'

/** How exactly the day of an event is known; `between`: only that it lies between two editions of a list. */
export type DatePrecision = 'day' | 'month' | 'year' | 'between'

/**
 * When something happened to a site: on one of the days from `earliest` to `latest`, both included. `latest` is the day
 * from which it certainly has happened; a count of open sites takes an event as having happened from that day on.
 */
export interface EventDay {
  readonly earliest: string
  readonly latest: string
  readonly precision: DatePrecision
}

/**
 * What can happen to a library:
 *
 * - `opened`: its first day as a public library, for libraries that opened after 1 April 2010;
 * - `closed`: closed for good (or until a later `reopened`); on the day itself it is no longer open;
 * - `replaced`: closed, and said to be replaced by another library;
 * - `temporarily-closed`: closed for works or another reason that is meant to end; `reopened` ends it;
 * - `reopened`: open again after any kind of closing;
 * - `transferred`: run by another body from then on (`operator` says by whom), open as before;
 * - `moved`: at another address from then on, open as before.
 */
export const LIBRARY_EVENTS = [
  'opened',
  'closed',
  'replaced',
  'temporarily-closed',
  'reopened',
  'transferred',
  'moved',
] as const

/** One of {@link LIBRARY_EVENTS}. */
export type LibraryEventKind = (typeof LIBRARY_EVENTS)[number]

/**
 * What a library is; a mobile library stops at many places, a prison or archive is not open to every reader, a book
 * collection is a shelf of books in another building. `other`: an office, a private or a local history library, one of
 * a hospital.
 */
export const LIBRARY_TYPES = ['static', 'mobile', 'prison', 'archive', 'book collection', 'other', 'not known'] as const

/** One of {@link LIBRARY_TYPES}. */
export type LibraryType = (typeof LIBRARY_TYPES)[number]

/**
 * Who runs a library: the council, a trust or company commissioned by it, a community group with or without the
 * council’s help, or nobody connected with the council.
 */
export const LIBRARY_OPERATORS = ['council', 'commissioned', 'community', 'independent', 'not known'] as const

/** One of {@link LIBRARY_OPERATORS}. */
export type LibraryOperator = (typeof LIBRARY_OPERATORS)[number]

/** A library: one row of the table `libraries` of the dataset `libraries`. */
export interface LibraryRow {
  /** Council code and a slug of the name: `E06000018/strelley-road`. */
  readonly library_id: string
  readonly name: string
  /** GSS code of the library authority in the edition of 2023, or its successor then. */
  readonly authority_code: string
  readonly authority_name: string
  readonly type: LibraryType
  readonly postcode: string | null
  readonly longitude: number | null
  readonly latitude: number | null
  /** Where the coordinates are from; null without coordinates. */
  readonly coordinates_from: string | null
  /** Ward of 2013 by point in polygon; null without coordinates or outside every ward. */
  readonly ward_code: string | null
  /** Who ran it on 1 April 2010: the council where the council is the first operator told (in 2016), else not known. */
  readonly operator_2010: LibraryOperator
  /**
   * Whether the council counted it as part of its statutory service on 1 April 2010; false for one that opened later,
   * null where no edition says.
   */
  readonly statutory_2010: boolean | null
  /**
   * False for the libraries of which, on 31 December 2023, neither a closing nor an operator is known: neither open nor
   * closed. Some are shut for a time by the list as collected (then the last event is `temporarily-closed`), others are
   * in early lists alone.
   */
  readonly status_known: boolean
}

/** Something that happened to a library: one row of the table `events`. */
export interface LibraryEventRow extends EventDay {
  readonly library_id: string
  readonly kind: LibraryEventKind
  /** For `transferred`: who runs it from then on. */
  readonly operator: LibraryOperator | null
  /** For `replaced`: the library that took its place, where it can be told. */
  readonly successor_id: string | null
  /** The editions that say so, in order, separated by spaces. */
  readonly editions: string
  /** Where editions disagree: what the others say; else null. */
  readonly disagreement: string | null
  /** The words of the source that the event rests on, shortened, where there are any. */
  readonly remark: string | null
}

/**
 * By what the place of a library is known:
 *
 * - `coordinates`: those that a list prints for it;
 * - `postcode`: those of another library of its postcode, or of the postcode in the directory of the study cities;
 * - `successor`: where it went, its own later address or that of the library that took its place;
 * - `postcode sector`, `postcode district`: the middle of the known places of the sector or district;
 * - `place name`: the wards of its authority that bear its name;
 * - `none`: not known.
 */
export const LIBRARY_PLACES_KNOWN_BY = [
  'coordinates',
  'postcode',
  'successor',
  'postcode sector',
  'postcode district',
  'place name',
  'none',
] as const

/** One of {@link LIBRARY_PLACES_KNOWN_BY}. */
export type LibraryPlaceKnownBy = (typeof LIBRARY_PLACES_KNOWN_BY)[number]

/** Where a library stood, and since when: one row of the table `places` of the dataset `libraries`. */
export interface LibraryPlaceRow {
  readonly library_id: string
  /** First day on which it may have come to this address; null for its first address since 1 April 2010. */
  readonly from_earliest: string | null
  /** Day from which it certainly stood at this address; null for its first address since 1 April 2010. */
  readonly from_latest: string | null
  readonly postcode: string | null
  /** Its likeliest point; null where nothing is known. */
  readonly longitude: number | null
  readonly latitude: number | null
  readonly known_by: LibraryPlaceKnownBy
  /** It stood within so many metres of the point; 0 where coordinates are printed, null where nothing is known. */
  readonly within_m: number | null
  /** Ward of 2013 at the point; null without a point or outside every ward. */
  readonly ward_code: string | null
  /**
   * The wards of 2013 in which it may have stood, by what is known of the point: codes in order, separated by spaces.
   * Null where the ward is certain, or nothing is known.
   */
  readonly possible_wards: string | null
}

/**
 * The editions of the lists of libraries, in order; `2023-raw` is the list of 2023 as collected, for what the cleaned
 * one leaves out.
 */
export const LIBRARY_EDITIONS = ['2016', '2019', '2021', '2022', '2023', '2023-raw', '2025'] as const

/** One of {@link LIBRARY_EDITIONS}. */
export type LibraryEdition = (typeof LIBRARY_EDITIONS)[number]

/**
 * The day whose state each edition describes. The list of 2016 names its own; the others are collected at the end of a
 * year. The register of 2025 is kept by hand and prints nothing after 2023 for most authorities.
 */
export const LIBRARY_EDITION_DAYS: Readonly<Record<LibraryEdition, IsoDate>> = {
  '2016': '2016-07-01',
  '2019': '2019-12-31',
  '2021': '2021-12-31',
  '2022': '2022-12-31',
  '2023': '2023-12-31',
  '2023-raw': '2023-12-31',
  '2025': '2025-12-31',
}

/** What one edition prints of a library: one row of the table `editions`. */
export interface LibraryEditionRow {
  readonly library_id: string
  /**
   * Year of the edition: 2016, 2019, 2021, 2022, 2023 (the enhanced file), 2023-raw (rows that the file as collected
   * has alone), 2025.
   */
  readonly edition: LibraryEdition
  /** Row of the source file, header included. */
  readonly row: number
  readonly name: string
  readonly postcode: string | null
  /** Open, closed or temporarily closed as the edition has it (2023: as collected); null where it does not say. */
  readonly state: 'open' | 'closed' | 'temporarily closed' | null
  readonly operator: LibraryOperator | null
  readonly statutory: boolean | null
  /** Hours a week; null where not given or not readable. 0 is printed as 0. */
  readonly hours: number | null
  readonly staffed_hours: number | null
}

/**
 * What was decided on a row of a library list:
 *
 * - `one library`: of the same library as others, though its name, postcode or state differ;
 * - `moved`: of the same library at an address that it left;
 * - `set aside`: of a library that another row of the list tells of, so that it is not counted twice;
 * - `corrected`: a cell of it is read otherwise than printed;
 * - `replaced`: of a library that closed and that the words of a list call replaced by another;
 * - `two libraries`: of one name and postcode with another library, and rightly two;
 * - `no library`: of what is no public library.
 */
export const IDENTITY_DECISIONS = [
  'one library',
  'moved',
  'set aside',
  'corrected',
  'replaced',
  'two libraries',
  'no library',
] as const

/** One of {@link IDENTITY_DECISIONS}. */
export type IdentityDecision = (typeof IDENTITY_DECISIONS)[number]

/** A decision on which library a row of a list is of: one row of the table `identity`. */
export interface LibraryIdentityRow {
  readonly library_id: string
  readonly edition: LibraryEdition
  /** Row of the source file, header included. */
  readonly row: number
  readonly name: string
  readonly postcode: string | null
  /** The rule that decided; `by hand` where none can tell. */
  readonly rule: string
  readonly decision: IdentityDecision
  readonly reason: string
}

/**
 * Kinds of pool: `main` (main or general), `leisure` (free-form), `learner` (learner, teaching or training), `diving`,
 * `lido` (in the open air; all others are indoors).
 */
export const POOL_KINDS = ['main', 'leisure', 'learner', 'diving', 'lido'] as const

/** One of {@link POOL_KINDS}. */
export type PoolKind = (typeof POOL_KINDS)[number]

/**
 * What the register says of a pool on the day of the edition. `temporarily closed` holds pools under repair and lidos
 * out of season, and has no date; `closed` is for good.
 */
export const POOL_STATUSES = [
  'planned',
  'under construction',
  'operational',
  'temporarily closed',
  'closed',
  'not known',
] as const

/** One of {@link POOL_STATUSES}. */
export type PoolStatus = (typeof POOL_STATUSES)[number]

/** Who may swim, in the register's words: the last known state, also for past years. */
export const POOL_ACCESS = [
  'Pay and Play',
  'Free Public Access',
  'Registered Membership use',
  'Sports Club / Community Association',
  'Private Use',
  'Not Known',
] as const

/** One of {@link POOL_ACCESS}. */
export type PoolAccess = (typeof POOL_ACCESS)[number]

/** The access that makes a pool a public one: anybody may pay and swim. */
export const PUBLIC_POOL_ACCESS = 'Pay and Play' satisfies PoolAccess

/** A swimming pool: one row of the table `pools` of the dataset `pools`. A site may hold several. */
export interface PoolRow {
  readonly pool_id: string
  readonly site_id: string
  readonly kind: PoolKind
  readonly status: PoolStatus
  readonly access: PoolAccess
  /** Who runs it, in the register's words; the last known state, null where not known. */
  readonly management: string | null
  /** Year of building: the first year of the pool, as the day of opening is seldom known. */
  readonly built_year: number | null
  readonly built_estimated: boolean
  /** Day of opening, where one is printed that fits the year of building (that year or the next). */
  readonly opened_date: string | null
  /** First day on which it was no longer open. */
  readonly closed_date: string | null
  /** `year` for 1 January, on which closings that are known by the year alone are entered. */
  readonly closed_precision: 'day' | 'year' | null
  /** The register's code of the reason for closing; its words are not in the files. 999 is the commonest. */
  readonly closure_reason: string | null
  /** Open for a part of the year only. */
  readonly seasonal: boolean
  /** Water area in square metres. */
  readonly area_m2: number | null
  readonly area_estimated: boolean
  readonly length_m: number | null
  /** As printed; 0 both for a pool without lanes and for one whose lanes are not recorded. */
  readonly lanes: number
  readonly longitude: number
  readonly latitude: number
  /** Ward of 2013 by point in polygon; null outside every ward. */
  readonly ward_code: string | null
  /** The open entry of the same pool under another site, by which it is counted; null or left out for others. */
  readonly same_pool_as?: string | null
}

/** A site with one or more pools: one row of the table `sites`. */
export interface PoolSiteRow {
  readonly site_id: string
  readonly longitude: number
  readonly latitude: number
  /** Ward of 2013 by point in polygon; null outside every ward. */
  readonly ward_code: string | null
  /** Pools of any access and status, closed ones too. */
  readonly pools: number
  /** Those of them with public access. */
  readonly public_pools: number
}
