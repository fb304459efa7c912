import type { LibraryEditionRow, LibraryEventRow } from '../../tables/declared/libraries.js'
import { LIBRARY_EDITION_DAYS } from '../../model/amenity.js'
import type { Interval } from '../../model/period.js'
import { groupBy } from '../../tables/groupBy.js'
import { roundTo } from '../../values/rounding.js'
import type { Amenity, AskedSites } from '../amenities.js'
import { type Measured, hoursValue, lostMonthsValue } from '../amenityMeasures.js'
import { lostLibraryMonths } from '../libraryState.js'

/** What the editions of the list print of each library. */
export type LibraryEdition = Pick<LibraryEditionRow, 'library_id' | 'edition' | 'state' | 'staffed_hours'>

/** Editions of the list of libraries that print staffed hours. */
const HOURS_EDITIONS = ['2016', '2022', '2023'] as const

/** Libraries with what only their lists tell: staffed hours by edition, and months lost to temporary closings. */
export function withLibraryMeasures(
  amenity: Amenity,
  events: readonly LibraryEventRow[],
  editions: readonly LibraryEdition[],
): Amenity {
  const eventsOf = groupBy(events, ({ library_id }) => library_id)
  const lostIn = (asked: AskedSites, interval: Interval): Measured => {
    const own = amenity.sites.filter((_, site) => asked.belongs(site, interval.since))
    const months = own.map(({ id }) => lostLibraryMonths(eventsOf.get(id) ?? [], interval))
    const total = (of: (each: (typeof months)[number]) => number): number =>
      roundTo(
        months.reduce((sum, each) => sum + of(each), 0),
        1,
      )
    return lostMonthsValue(
      amenity,
      { months: total((each) => each.months), lower: total((each) => each.lower), upper: total((each) => each.upper) },
      { place: asked.place, when: interval },
    )
  }
  return {
    ...amenity,
    ownMeasures: (asked) => [
      ...HOURS_EDITIONS.map((edition) => hoursIn(amenity, editions, edition, asked)),
      ...asked.intervals.map((interval) => lostIn(asked, interval)),
    ],
  }
}

/** Staffed hours of the libraries of a place that are open by an edition. */
function hoursIn(
  amenity: Amenity,
  editions: readonly LibraryEdition[],
  edition: (typeof HOURS_EDITIONS)[number],
  { place, belongs }: AskedSites,
): Measured {
  const day = LIBRARY_EDITION_DAYS[edition]
  const states = amenity.on(day)
  const open = new Set(
    amenity.sites.filter((_, site) => states[site]?.open != null && belongs(site, day)).map(({ id }) => id),
  )
  const rows = editions.filter((row) => row.edition === edition && open.has(row.library_id))
  const printed = new Map(rows.map((row) => [row.library_id, row.staffed_hours]))
  return hoursValue(
    amenity,
    [...open].map((id) => printed.get(id) ?? null),
    { place, when: day },
  )
}
