import { LIBRARY_EDITION_DAYS } from '../../model/amenity.js'
import type { IsoDate } from '../../model/period.js'
import { groupBy } from '../../tables/groupBy.js'
import type { LibraryEditionRow, LibraryEventRow } from '../../tables/declared/libraries.js'
import { lostLibraryMonths } from '../libraryState.js'
import type { Amenity } from './amenity.js'

/** What the editions of the list print of each library. */
export type LibraryEdition = Pick<LibraryEditionRow, 'library_id' | 'edition' | 'state' | 'staffed_hours'>

/** Editions of the list of libraries that print staffed hours. */
const HOURS_EDITIONS = ['2016', '2022', '2023'] as const
/** Their days. */
export const HOURS_DAYS: readonly IsoDate[] = HOURS_EDITIONS.map((edition) => LIBRARY_EDITION_DAYS[edition])

/** Libraries with what only their lists tell: staffed hours by edition, and months lost to temporary closings. */
export function withLibraryReports(
  amenity: Amenity,
  events: readonly LibraryEventRow[],
  editions: readonly LibraryEdition[],
): Amenity {
  const eventsOf = groupBy(events, ({ library_id }) => library_id)
  const dayOf = new Map<string, IsoDate>(HOURS_EDITIONS.map((edition) => [edition, LIBRARY_EDITION_DAYS[edition]]))
  const hours = new Map(editions.map((row) => [`${row.library_id} ${dayOf.get(row.edition) ?? ''}`, row.staffed_hours]))
  const idOf = (site: number): string => amenity.sites[site]?.id ?? ''
  return {
    ...amenity,
    perSite: {
      editionDays: HOURS_DAYS,
      staffedHours: (site, day) => hours.get(`${idOf(site)} ${day}`) ?? null,
      lostMonths: (site, interval) => lostLibraryMonths(eventsOf.get(idOf(site)) ?? [], interval),
    },
  }
}
