import type { IsoDate } from './period.js'

/** How exactly the day of an event is known; `between`: only that it lies between two editions of a list. */
export const DATE_PRECISIONS = ['day', 'month', 'year', 'between'] as const

/** One of {@link DATE_PRECISIONS}. */
export type DatePrecision = (typeof DATE_PRECISIONS)[number]

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
