import type { PrintedLibrary } from '../../sources/index.js'

/** The editions of the lists, in order; `2023-raw` holds the rows that Libraries Hacked left out of the enhanced file. */
export const EDITIONS = ['2016', '2019', '2021', '2022', '2023', '2023-raw', '2025'] as const

/** One of {@link EDITIONS}. */
export type Edition = (typeof EDITIONS)[number]

/**
 * The day whose state an edition describes. The list of 2016 names its own; the others are collected at the end of a year.
 * The register of 2025 is kept up to date by hand and prints nothing after 2023 for most authorities.
 */
export const REFERENCE_DAYS: Readonly<Record<Edition, string>> = {
  '2016': '2016-07-01',
  '2019': '2019-12-31',
  '2021': '2021-12-31',
  '2022': '2022-12-31',
  '2023': '2023-12-31',
  '2023-raw': '2023-12-31',
  '2025': '2025-12-31',
}

/** The day that a list of several years speaks of in one of them. */
export const DAY_OF_YEAR: ReadonlyMap<number, string> = new Map([
  [2010, '2010-04-01'],
  [2016, REFERENCE_DAYS['2016']],
  [2019, REFERENCE_DAYS['2019']],
  [2021, REFERENCE_DAYS['2021']],
  [2022, REFERENCE_DAYS['2022']],
  [2023, REFERENCE_DAYS['2023']],
])

/** A row of a list with its edition and, once it is known, the authority in which it is matched. */
export interface EditionRow extends PrintedLibrary {
  readonly edition: Edition
  /** Name of the file. */
  readonly file: string
}

/** A row placed under the authority that it belongs to. */
export interface PlacedRow extends EditionRow {
  /** E-code of the authority on the day of the edition. */
  readonly eCode: string
  /** The authorities of today among which it is matched: one, or the several into which its authority was divided. */
  readonly group: string
}
