import type { LibraryEdition } from '../../model/amenity.js'
import type { PlacedRow } from './editions.js'

/** How a row was found to be of a library. */
export type MatchMethod =
  | 'first'
  | 'name and postcode'
  | 'name and postcode, other state'
  | 'core name and postcode'
  | 'core name and postcode, other state'
  | 'name'
  | 'core name'
  | 'postcode'
  | 'name, later closed or reopened'
  | 'core name, later closed or reopened'
  | 'postcode, later closed or reopened'
  | 'close name'
  | 'duplicate'
  | 'former entry'
  | 'second entry'
  | 'former address'
  | 'same name at one address'
  | 'same postcode, never side by side'
  | 'moved'
  | 'moved by hand'
  | 'by hand'

/** A row with how it was matched. */
export interface MatchedRow {
  readonly row: PlacedRow
  readonly method: MatchMethod
}

/** A library as the rows that speak of it. */
export interface Cluster {
  readonly rows: readonly MatchedRow[]
}

/**
 * Ways in which a row belongs to a library without telling its state: printed twice, or the entry of an address that
 * the library left.
 */
export const SET_ASIDE = {
  duplicate: 'the same library in a row before',
  'former entry': 'a former entry of a library that goes on; its year dates the move',
  'second entry': 'the same library in another row of the list',
  'former address': 'the address that the library left; its year dates the move',
} as const satisfies Partial<Record<MatchMethod, string>>

/** Whether a row tells the state of its library. */
export const speaks = ({ method }: MatchedRow): boolean => !Object.hasOwn(SET_ASIDE, method)

/** Lists that print the former entry of a library beside the one that goes on. */
export const KEEP_OLD_ENTRIES: readonly LibraryEdition[] = ['2019', '2025']
