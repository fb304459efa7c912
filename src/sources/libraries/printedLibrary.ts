import type { LibraryOperator, LibraryType } from '../../model/amenity.js'
import type { DatedText } from '../../values/date.js'

/**
 * What a list says of a library in one year: open, shut for a time, closed, not there yet; `not known` where it says
 * that.
 */
export type PrintedState = 'open' | 'closed' | 'temporarily closed' | 'not open yet' | 'not known'

/** What a list of several years says of one of them. */
export interface PrintedYear {
  readonly year: number
  readonly state: PrintedState
  readonly operator: LibraryOperator | null
  readonly statutory: boolean | null
}

/** A closing that a list prints; `day` is null where it gives none. */
export interface PrintedClosing {
  readonly kind: 'closed' | 'replaced' | 'temporarily-closed'
  readonly day: DatedText | null
}

/** A row of a library list, in the form that all lists are read into. */
export interface PrintedLibrary {
  /** Row of the file, header included. */
  readonly row: number
  /** Library authority as printed. */
  readonly authority: string
  /** GSS code of the authority, where the list has one. */
  readonly authorityCode: string | null
  readonly name: string
  /** First line of the address. */
  readonly address: string
  readonly postcode: string | null
  readonly type: LibraryType
  /** State when the list was made; null where it does not say. */
  readonly state: 'open' | 'closed' | 'temporarily closed' | null
  readonly operator: LibraryOperator | null
  readonly statutory: boolean | null
  readonly hours: number | null
  readonly staffedHours: number | null
  readonly closing: PrintedClosing | null
  /** When it is said to have opened; null where the list does not say. */
  readonly opened: DatedText | null
  /** True where the list calls it a new or replacing library without a day that can be read. */
  readonly newWithoutDay: boolean
  /** What the list says of each of its years. */
  readonly years: readonly PrintedYear[]
  /** The list’s own words on closing, moving or replacing. */
  readonly remark: string | null
  readonly longitude: number | null
  readonly latitude: number | null
}

/** What most lists leave out of a row. */
export const UNSAID = {
  authorityCode: null,
  type: 'not known',
  state: null,
  operator: null,
  statutory: null,
  hours: null,
  staffedHours: null,
  closing: null,
  opened: null,
  newWithoutDay: false,
  years: [],
  remark: null,
  longitude: null,
  latitude: null,
} as const satisfies Partial<PrintedLibrary>
