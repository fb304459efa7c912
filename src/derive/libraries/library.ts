import type { LibraryType } from '../../model/amenity.js'
import type { PlacedRow } from './editions.js'
import type { MatchedRow } from './cluster.js'
import type { Timeline } from './timeline.js'

/** A library of the union. */
export interface Library {
  readonly id: string
  readonly name: string
  /** Every name that an edition gives it. */
  readonly names: readonly string[]
  /** GSS code of its authority today. */
  readonly authorityCode: string
  readonly authorityName: string
  readonly type: LibraryType
  readonly postcode: string | null
  readonly rows: readonly PlacedRow[]
  readonly matched: readonly MatchedRow[]
  readonly timeline: Timeline
  readonly isNew: boolean
}
