import { LIBRARY_EDITION_DAYS } from '../../model/amenity.js'
import type { PlacedRow } from './editions.js'
import { kindOf } from './kinds.js'

/** Whether it was statutory on 1 April 2010: by any row of the list of 2016, else by the latest list that says. */
export function statutoryIn2010(rows: readonly PlacedRow[]): boolean | null {
  for (const edition of ['2016', '2023', '2023-raw', '2022'] as const) {
    const said = rows
      .filter((row) => row.edition === edition)
      .flatMap(({ years }) => years.find(({ year }) => year === 2010)?.statutory ?? [])
    if (said.length > 0) return said.includes(true)
  }
  return null
}

/**
 * Whether nothing tells that a library was there on 1 April 2010: it is in no list that has the authority’s libraries
 * of 2010, none counts it as statutory then, and none has it closed by 2016. It opened before the first list that has
 * it.
 */
export function isUnlisted(rows: readonly PlacedRow[], listedAuthority: boolean): boolean {
  const closedBy2016 = rows.some(
    ({ closing, years }) =>
      years.some(({ year, state }) => year === 2016 && state === 'closed') ||
      (closing?.day != null && closing.day.date < LIBRARY_EDITION_DAYS['2016']),
  )
  return (
    listedAuthority &&
    statutoryIn2010(rows) !== true &&
    rows.every((row) => kindOf(row) === 'library' && row.edition !== '2016') &&
    !closedBy2016
  )
}

/**
 * Whether a library first opened after 1 April 2010. The list of 2016 says so of a library that was not statutory in
 * 2010 and is called new; where it does not list the library, a later one does by `Facility Not Open` or by a year of
 * opening of a library that no edition has in 2010. That an early list lacks a library is no evidence.
 */
export function opensAfterStart(rows: readonly PlacedRow[], statutory2010: boolean | null): boolean {
  const of2016 = rows.find(({ edition }) => edition === '2016')
  const saidNew = rows.some((row) => row.edition !== '2016' && lastYearNotOpen(row) !== null)
  const yearOpened = rows.some((row) => row.opened !== null && row.opened.date >= '2010' && !isReopening(row))
  const new2016 =
    of2016 !== undefined &&
    of2016.closing?.kind !== 'temporarily-closed' &&
    (of2016.newWithoutDay || (of2016.opened !== null && of2016.opened.date >= '2010'))
  if (of2016 !== undefined) return statutory2010 !== true && (new2016 || saidNew)
  return statutory2010 !== true && (saidNew || yearOpened)
}

/** The last year in which a row has the library not open yet before it is open; null where there is none. */
export function lastYearNotOpen({ years }: PlacedRow): number | null {
  const opens = years.findIndex(({ state }) => state === 'open' || state === 'temporarily closed')
  const before = years.slice(0, Math.max(opens, 0)).filter(({ state }) => state === 'not open yet')
  return before.at(-1)?.year ?? null
}

const isReopening = ({ opened, closing, state }: PlacedRow): boolean =>
  closing?.day != null &&
  opened !== null &&
  (opened.date > closing.day.date || (state !== 'closed' && opened.date === closing.day.date))
