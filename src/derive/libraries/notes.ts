import { groupBy } from '../../tables/groupBy.js'
import type { LibraryRow } from '../../tables/declared/libraries.js'
import { type QualityEntry, QualityReport } from '../../sources/index.js'
import type { Library } from './library.js'
import { LIBRARY_SOURCES } from './sources.js'

/** What was decided in making the union: how rows were matched, and what an event was not made of. */
export function decisionNotes(libraries: readonly Library[], rows: readonly LibraryRow[]): QualityEntry[] {
  const matched = libraries.flatMap((library) => library.matched.map((each) => ({ ...each, library })))
  const byFile = [...groupBy(matched, ({ row }) => row.file)].sort(([a], [b]) => (a < b ? -1 : 1))
  const matching = byFile.flatMap(([file, ofFile]) => {
    const report = new QualityReport({ file })
    for (const [method, alike] of groupBy(ofFile, (each) => each.method))
      report.note('matched', COUNTED[method] ?? DECIDED, { value: method, count: alike.length })
    const alone = ofFile.filter(({ library }) => library.matched.length === 1)
    if (alone.length > 0) report.note('in-one-edition-alone', 'a library of its own', { count: alone.length })
    return [...report.reported.quality]
  })
  return [
    ...matching,
    ...openedAnew(libraries),
    ...notTold(libraries),
    ...unusedClosings(libraries),
    ...coordinateNotes(rows),
  ]
}

const DECIDED = 'each row is in the table identity'
const COUNTED: Readonly<Record<string, string>> = {
  first: 'a library that no edition taken before has',
  'name and postcode': 'one library: the same name and postcode in the authority',
  name: 'one library: the same name in the authority, with another postcode or none',
}

function openedAnew(libraries: readonly Library[]): QualityEntry[] {
  return libraries.flatMap(({ id, timeline: { openedAnew: claim }, rows }) => {
    const row = rows.find((each) => each.edition === claim?.edition)
    if (claim === null || row === undefined) return []
    const report = new QualityReport({ file: row.file })
    report.note(
      'opened-though-there-in-2010',
      `no opening and no move: ${id} was a library on 1 April 2010 or earlier, at the same address or one not printed`,
      { row: row.row, column: 'year opened', value: claim.day.earliest.slice(0, 4) },
    )
    return [...report.reported.quality]
  })
}

function notTold(libraries: readonly Library[]): QualityEntry[] {
  return libraries.flatMap(({ id, timeline: { thereIn2010Told }, rows: [row] }) => {
    if (thereIn2010Told || row === undefined) return []
    const report = new QualityReport({ file: row.file })
    report.note(
      'no-evidence-of-opening',
      `${id} is taken as open since before 1 April 2010: an early list that lacks a library is no evidence ` +
        `that it was not there`,
      { row: row.row, column: 'name', value: row.name },
    )
    return [...report.reported.quality]
  })
}

function unusedClosings(libraries: readonly Library[]): QualityEntry[] {
  return libraries.flatMap(({ id, timeline: { unused }, rows }) =>
    unused.flatMap((claim) => {
      const row = rows.find((each) => each.edition === claim.edition)
      if (row === undefined) return []
      const report = new QualityReport({ file: row.file })
      report.note(
        'closing-contradicted',
        `no closing of ${id}: later or fuller lists have it open or shut for a time`,
        { row: row.row, column: 'year closed', value: claim.day.earliest.slice(0, 4) },
      )
      return [...report.reported.quality]
    }),
  )
}

function coordinateNotes(rows: readonly LibraryRow[]): QualityEntry[] {
  const report = new QualityReport({ file: LIBRARY_SOURCES.edition2023.file })
  const without = rows.filter(({ longitude }) => longitude === null)
  for (const [type, alike] of groupBy(without, (row) => row.type))
    report.note('no-coordinates', 'kept without coordinates and ward', {
      column: 'Longitude',
      value: type,
      count: alike.length,
    })
  const outside = rows.filter(({ longitude, ward_code }) => longitude !== null && ward_code === null)
  if (outside.length > 0)
    report.note('in-no-ward', 'kept with coordinates, without ward', {
      column: 'Longitude',
      count: outside.length,
      value: outside
        .map(({ library_id }) => library_id)
        .slice(0, 10)
        .join(' '),
    })
  return [...report.reported.quality]
}
