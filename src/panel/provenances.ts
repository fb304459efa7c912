import type { NoteId } from '../model/notes.js'
import { type Status, weakestStatus } from '../model/status.js'
import type { Basis, PlaceKind } from '../model/value.js'
import type { Provenance } from './block.js'

/** How a figure came to be known, before it is anybody’s. */
export interface Known {
  readonly status: Status
  readonly basis: Basis | undefined
  readonly notes: readonly NoteId[]
}

/**
 * How figures came to be known, each kind once: the same inputs give the same object, so that a million cells share a
 * handful.
 */
export class Provenances {
  readonly #byContent = new Map<string, Known>()
  readonly #byNotes = new WeakMap<readonly NoteId[], Map<string, Map<Status, Known>>>()
  readonly #together = new Map<Known, Map<Known, Known>>()
  readonly #unknown = new Map<Known, Known>()
  readonly #noted = new Map<Known, Map<string, Known>>()
  readonly #owned = new Map<Known, Map<string, Provenance>>()

  /** The one object of a status, a basis and notes; lists of notes that are kept are found by themselves. */
  of({ status, basis, notes }: Known | { status: Status; basis?: Basis | undefined; notes: readonly NoteId[] }): Known {
    const ofNotes = found(this.#byNotes, notes, () => new Map<string, Map<Status, Known>>())
    const of = found(ofNotes, basis ?? '', () => new Map<Status, Known>())
    return found(of, status, () => {
      const content = `${status}|${basis ?? ''}|${notes.join(' ')}`
      return found(this.#byContent, content, () => ({ status, basis, notes }))
    })
  }

  /** What may be said of a figure that rests on two: the weaker status, the notes of both, the basis of the first. */
  together(one: Known, other: Known): Known {
    const of = found(this.#together, one, () => new Map<Known, Known>())
    return found(of, other, () =>
      this.of({
        status: weakestStatus([one.status, other.status]),
        basis: one.basis,
        notes: [...new Set([...one.notes, ...other.notes])],
      }),
    )
  }

  /** The same without a number. */
  unknown(known: Known): Known {
    return found(this.#unknown, known, () =>
      this.of({ ...known, status: known.status === 'suppressed' ? 'suppressed' : 'missing' }),
    )
  }

  /** The same with a note more, or without one. */
  noted(known: Known, note: NoteId, without?: NoteId): Known {
    const of = found(this.#noted, known, () => new Map<string, Known>())
    return found(of, without === undefined ? note : `${note} ${without}`, () =>
      this.of({ ...known, notes: [...new Set([...known.notes.filter((each) => each !== without), note])] }),
    )
  }

  /** As a figure of an owner; of a ward that inherits it from its council where `inherits` says so. */
  owned(known: Known, owner: PlaceKind, inherits = false): Provenance {
    const of = found(this.#owned, known, () => new Map<string, Provenance>())
    return found(of, inherits ? `inherited ${owner}` : owner, () => {
      const { status, basis, notes } = known
      return {
        status: inherits ? weakestStatus([status, 'inherited']) : status,
        owner,
        ...(basis === undefined ? {} : { basis }),
        ...(basis === 'derived-positive-only' ? { comparable: false } : {}),
        notes: inherits ? [...notes, 'council-figure-for-ward'] : notes,
      }
    })
  }
}

function found<Key extends object | string, Item>(
  items: { get(key: Key): Item | undefined; set(key: Key, item: Item): unknown },
  key: Key,
  make: () => Item,
): Item {
  const before = items.get(key)
  if (before !== undefined) return before
  const item = make()
  items.set(key, item)
  return item
}
