import type { LibraryType } from '../../model/amenity.js'
import type { PlacedRow, RowKind } from './editions.js'

const MOBILE = /\bmobile\b|\bbook ?bus\b/i
const PRISON = /\bHM ?P\b|\bprison\b/i
const BOOK_COLLECTION = /\bbook (?:collection|drop)\b|\bneighbourhood collection\b/i
const SAID_BOOK_COLLECTION = /\bsimply collections of books\b|\bunofficial book drop\b/i

/** The kind of a row, by its name, its list’s own column and its words. */
export function kindOf({ type, name, remark, kind }: PlacedRow): RowKind {
  if (kind !== undefined) return kind
  if (type === 'mobile' || MOBILE.test(name)) return 'mobile'
  if (type === 'prison' || PRISON.test(name)) return 'prison'
  if (BOOK_COLLECTION.test(name) || SAID_BOOK_COLLECTION.test(remark ?? '')) return 'book collection'
  return type === 'archive' || isArchiveByName(name) ? 'archive' : 'library'
}

const isArchiveByName = (name: string): boolean => /\barchives?\b/i.test(name) && !/library/i.test(name)

/** Names and words of what a list prints as a static library and readers cannot use as one, and what it is. */
const NO_PUBLIC_LIBRARY: readonly { readonly what: string; readonly name?: RegExp; readonly words?: RegExp }[] = [
  { what: 'an office of the library service', name: /\blibrary support unit\b/i },
  { what: 'of a hospital', name: /\bhospital library\b/i },
  { what: 'a local history library', name: /\bheritage centre$|\blocal studies$/i },
  { what: 'a private library', words: /\bnever been the responsibility of\b/i },
]

/** What a library is, and why where its list says otherwise. */
export interface Typed {
  readonly type: LibraryType
  /**
   * Why it is no static library though a list prints it among them; null where it is one, or its list says the kind.
   */
  readonly because: string | null
}

/**
 * What a library is: by its kind, by what is known of such names, else as a list prints it. The lists of 2016 and 2019
 * and the register have no kinds and hold static libraries.
 */
export function typeOf(rows: readonly PlacedRow[]): Typed {
  const printed = rows.find(({ type }) => type !== 'not known')?.type
  const kind = rows.map(kindOf).find((each): each is Exclude<RowKind, 'library'> => each !== 'library')
  if (kind !== undefined)
    return { type: kind, because: printed === kind ? null : `its name or the words of a list say: ${kind}` }
  const known = NO_PUBLIC_LIBRARY.find(({ name, words }) =>
    rows.some((row) => name?.test(row.name) === true || words?.test(row.remark ?? '') === true),
  )
  if (known !== undefined) return { type: 'other', because: known.what }
  return { type: printed ?? 'static', because: null }
}
