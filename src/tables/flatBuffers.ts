/** A table of FlatBuffers, the form in which Arrow describes its messages: fields by number, each there or not. */
export interface FlatTable {
  /** Where the value of a field is; undefined where the table has none. */
  readonly at: (field: number) => number | undefined
  /** The table that a field points to. */
  readonly table: (field: number) => FlatTable | undefined
  /** The vector that a field points to; one without entries where there is none. */
  readonly vector: (field: number, entryBytes: number) => FlatList
}

/** Where the entries of a vector begin, and how many there are. */
export interface FlatList {
  readonly start: number
  readonly count: number
}

/** Where the fields of a table begin in its list of fields. */
const FIRST_FIELD = 4

/**
 * A table at a position.
 *
 * @see https://flatbuffers.dev/internals
 * @throws RangeError where it or a vector of it lies beyond the bytes: a reader would make room for any length.
 */
export function flatTable(view: DataView, position: number): FlatTable {
  const fields = position - view.getInt32(position, true)
  const size = view.getInt16(fields, true)
  const at = (field: number): number | undefined => {
    const place = FIRST_FIELD + 2 * field
    const offset = place < size ? view.getInt16(fields + place, true) : 0
    return offset === 0 ? undefined : position + offset
  }
  const target = (field: number): number | undefined => {
    const place = at(field)
    return place === undefined ? undefined : pointed(view, place)
  }
  return {
    at,
    table: (field) => {
      const position = target(field)
      return position === undefined ? undefined : flatTable(view, position)
    },
    vector: (field, entryBytes) => {
      const position = target(field)
      if (position === undefined) return { start: 0, count: 0 }
      const [start, count] = [position + 4, view.getUint32(position, true)]
      if (start + count * entryBytes > view.byteLength) throw new RangeError('a list lies beyond its message')
      return { start, count }
    },
  }
}

/** The position that a place points to. */
export const pointed = (view: DataView, place: number): number => place + view.getUint32(place, true)
