import { LIBRARY_EDITION_DAYS, type LibraryEdition } from '../../model/amenity.js'
import type { Cluster } from './cluster.js'
import type { PlacedRow } from './editions.js'
import { kindOf } from './kinds.js'
import { nameCore, nameKey } from './names.js'

/** Whether a row is like a library in one respect. */
export type Fits = (row: PlacedRow, cluster: Cluster) => boolean

const someRow =
  (alike: (a: PlacedRow, b: PlacedRow) => boolean): Fits =>
  (row, cluster) =>
    cluster.rows.some((other) => alike(row, other.row))

export const sharesName: Fits = someRow((a, b) => nameKey(a.name) === nameKey(b.name))
export const sharesCore: Fits = someRow((a, b) => nameCore(a.name) === nameCore(b.name))
export const sharesPostcode: Fits = someRow((a, b) => a.postcode !== null && a.postcode === b.postcode)
export const sharesSector: Fits = someRow((a, b) => b.postcode !== null && sector(b.postcode) === sector(a.postcode))
export const sameKind: Fits = someRow((a, b) => kindOf(a) === kindOf(b))

/** The same outward part, or no postcode to compare. */
export const nearbyPostcode: Fits = (row, cluster) =>
  row.postcode === null ||
  cluster.rows.every((other) => other.row.postcode === null) ||
  cluster.rows.some((other) => outward(other.row.postcode) === outward(row.postcode))

const outward = (postcode: string | null): string => postcode?.split(' ')[0] ?? ''
const sector = (postcode: string | null): string => postcode?.slice(0, -2) ?? ''

/** Closed for good by what the row says, or not. */
export const stateOf = (row: PlacedRow): 'open' | 'closed' => (row.state === 'closed' ? 'closed' : 'open')

export const wasThereIn2010 = (row: PlacedRow): boolean =>
  row.years.some(({ year, statutory, state }) => year === 2010 && (statutory === true || state === 'open'))

/**
 * A row without hours or years that prints a year of opening alone may mean that of its closing (Wells Road,
 * Nottingham, 2019).
 */
export const isNew = (row: PlacedRow): boolean =>
  !wasThereIn2010(row) &&
  (row.years.some(({ year, state }) => year === 2010 && state === 'not open yet') ||
    (row.opened !== null &&
      row.opened.date >= '2010' &&
      row.closing === null &&
      (row.years.length > 0 || (row.hours ?? 0) > 0)))

/** Whether a list calls the building replaced: it stands beside the new one as a row of its own. */
export const isReplaced = (row: PlacedRow): boolean => row.closing?.kind === 'replaced'

/** The day of the edition of a row. */
export const dayOfRow = ({ edition }: PlacedRow): string => LIBRARY_EDITION_DAYS[edition]

/** The editions in which a library has a row. */
export const editionsOf = ({ rows }: Cluster): ReadonlySet<LibraryEdition> =>
  new Set(rows.map(({ row }) => row.edition))
