import { LIBRARY_EDITION_DAYS, type LibraryEdition } from '../../model/amenity.js'
import type { PrintedLibrary } from '../../sources/index.js'

/** The day that a list of several years speaks of in one of them. */
export const DAY_OF_YEAR: ReadonlyMap<number, string> = new Map([
  [2010, '2010-04-01'],
  [2016, LIBRARY_EDITION_DAYS['2016']],
  [2019, LIBRARY_EDITION_DAYS['2019']],
  [2021, LIBRARY_EDITION_DAYS['2021']],
  [2022, LIBRARY_EDITION_DAYS['2022']],
  [2023, LIBRARY_EDITION_DAYS['2023']],
])

/**
 * What keeps rows apart whatever their names: a van, a prison, an archive, a shelf of books and a library are never
 * one.
 */
export type RowKind = 'mobile' | 'prison' | 'archive' | 'book collection' | 'library'

/** A row of a list with its edition and, once it is known, the authority in which it is matched. */
export interface EditionRow extends PrintedLibrary {
  readonly edition: LibraryEdition
  /** What it is, where a decision says so. */
  readonly kind?: RowKind
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
