import type { IdentityDecision } from '../../model/amenity.js'
import type { LibraryIdentityRow } from '../../tables/declared/libraries.js'
import { groupBy } from '../../tables/groupBy.js'
import { type MatchedRow, type MatchMethod, SET_ASIDE } from './cluster.js'
import { correctionOf, JOINS, REPLACEMENTS, type RowRef } from './decisions.js'
import type { PlacedRow } from './editions.js'
import { typeOf } from './kinds.js'
import type { Library } from './library.js'
import { nameCore } from './names.js'

/** Ways of matching that leave no doubt: they are no decision. */
const EXACT: readonly MatchMethod[] = ['first', 'name and postcode', 'name']

const RULES: Readonly<Partial<Record<MatchMethod, string>>> = {
  'name and postcode, other state': 'equal name and postcode; open in one list and closed in another',
  'core name and postcode': 'equal name without words such as hub or centre, equal postcode',
  'core name and postcode, other state': 'as by core name and postcode; open in one list and closed in another',
  'core name': 'equal name without words such as hub or centre, in the same outward postcode',
  postcode: 'renamed: no other library at the postcode in either list',
  'name, later closed or reopened': 'equal name, other postcode; closed or reopened between the lists',
  'core name, later closed or reopened': 'as by core name; closed or reopened between the lists',
  'postcode, later closed or reopened': 'as by postcode; closed or reopened between the lists',
  'close name': 'one name holds the other or differs by a slip, in the same postcode sector',
  'same name at one address': 'equal core name and postcode, in rows that no tier of matching brings together',
  'same postcode, never side by side': 'no list prints both, and all rows agree on open or closed',
  moved: 'equal core name and outward postcode; closed at one address and first seen at the other within a year',
}

/** What was decided on which rows are of one library, what is none, and which two are rightly two. */
export function identityRows(libraries: readonly Library[]): LibraryIdentityRow[] {
  const rows = libraries.flatMap((library) => [
    ...library.matched.filter(({ method }) => !EXACT.includes(method)).map((matched) => matchedRow(library, matched)),
    ...library.matched.flatMap(({ row }) => correctedRow(library, row)),
    ...leftOutRow(library),
    ...replacedRow(library),
  ])
  return [...rows, ...twins(libraries)].sort(
    (a, b) => compare(a.library_id, b.library_id) || compare(a.edition, b.edition) || a.row - b.row,
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function decided(
  { id }: Library,
  { edition, row, name, postcode }: PlacedRow,
  rule: string,
  decision: IdentityDecision,
  reason: string,
): LibraryIdentityRow {
  return { library_id: id, edition, row, name, postcode, rule, decision, reason }
}

function matchedRow(library: Library, { row, method }: MatchedRow): LibraryIdentityRow {
  const aside = Object.entries(SET_ASIDE).find(([each]) => each === method)?.[1]
  const byHand = handReason(library)
  if (aside !== undefined) return decided(library, row, method, 'set aside', byHand ?? aside)
  const decision = method.startsWith('moved') ? 'moved' : 'one library'
  return decided(library, row, method, decision, RULES[method] ?? byHand ?? method)
}

const isOf = (library: Library, ref: RowRef): boolean =>
  library.matched.some(({ row }) => row.edition === ref.edition && row.row === ref.row)

const handReason = (library: Library): string | null =>
  JOINS.find(({ rows }) => rows.every((ref) => isOf(library, ref)))?.reason ?? null

function correctedRow(library: Library, row: PlacedRow): LibraryIdentityRow[] {
  const correction = correctionOf(row)
  if (correction === undefined) return []
  return [decided(library, row, 'by hand', 'corrected', correction.reason)]
}

function leftOutRow(library: Library): LibraryIdentityRow[] {
  const { because } = typeOf(library.rows)
  const [row] = library.rows
  if (because === null || row === undefined) return []
  return [decided(library, row, 'name or words', 'no library', because)]
}

function replacedRow(library: Library): LibraryIdentityRow[] {
  return REPLACEMENTS.filter(({ old }) => isOf(library, old)).flatMap(({ old, reason }) =>
    library.matched
      .filter(({ row }) => row.edition === old.edition && row.row === old.row)
      .map(({ row }) => decided(library, row, 'by hand', 'replaced', reason)),
  )
}

/**
 * Static libraries of one core name and postcode that stay two: the building that a list calls replaced, and the new.
 */
function twins(libraries: readonly Library[]): LibraryIdentityRow[] {
  const printed = libraries
    .filter(({ type }) => type === 'static')
    .flatMap((library) => library.matched.map(({ row }) => ({ library, row })))
    .filter(({ row }) => row.postcode !== null)
  const alike = groupBy(printed, ({ library, row }) =>
    [library.authorityCode, nameCore(row.name.replace(/\([^)]*\)/g, '')), row.postcode].join('|'),
  )
  return [...alike.values()].flatMap((rows) => {
    const several = new Map(rows.map(({ library, row }) => [library.id, { library, row }]))
    if (several.size < 2) return []
    return [...several.values()].map(({ library, row }) =>
      decided(library, row, 'core name and postcode', 'two libraries', OLD_AND_NEW),
    )
  })
}

const OLD_AND_NEW =
  'the old building, which the list of 2016 calls replaced, and the one that replaced it; never open on one day'
