import { groupBy } from '../../tables/groupBy.js'
import type { LibraryEdition } from '../../model/amenity.js'
import { type Cluster, KEEP_OLD_ENTRIES, type MatchedRow, type MatchMethod } from './cluster.js'
import type { PlacedRow, RowKind } from './editions.js'
import { oneLibraryEach } from './identity.js'
import { kindOf } from './kinds.js'
import { type Fits, isNew, isReplaced, nearbyPostcode, sameKind, sharesCore, sharesName, sharesPostcode, sharesSector, stateOf, wasThereIn2010 } from './likeness.js'
import { areClose, nameCore, nameKey } from './names.js'

/** The order in which editions are taken: the most complete first. */
const ORDER: readonly LibraryEdition[] = ['2023', '2023-raw', '2022', '2019', '2016', '2025', '2021']

/** The libraries that the rows speak of: matched edition by edition, then joined where two are one. */
export function matchLibraries(rows: readonly PlacedRow[]): Cluster[] {
  return [...groupBy(rows, ({ group }) => group).values()].flatMap((group) => oneLibraryEach(matchGroup(group)))
}

interface Draft extends Cluster {
  readonly rows: MatchedRow[]
}

function matchGroup(rows: readonly PlacedRow[]): Cluster[] {
  const clusters: Draft[] = []
  const repeats: { readonly cluster: Draft; readonly matched: MatchedRow }[] = []
  for (const edition of ORDER) {
    const { first, aside } = withoutRepeats(
      rows.filter((row) => row.edition === edition),
      (row) => isOldBuilding(row, rows),
    )
    const placed = new Map<PlacedRow, Draft>()
    for (const { method, fits } of TIERS)
      pairUp(
        first.filter((row) => !placed.has(row)),
        clusters.filter((cluster) => ![...placed.values()].includes(cluster)),
        fits(first, clusters),
      ).forEach(([row, cluster]) => {
        placed.set(row, cluster)
        cluster.rows.push({ row, method })
      })
    for (const row of first)
      if (!placed.has(row)) {
        const cluster: Draft = { rows: [{ row, method: 'first' }] }
        clusters.push(cluster)
        placed.set(row, cluster)
      }
    for (const { row, of, method } of aside) {
      const cluster = placed.get(of)
      if (cluster !== undefined) repeats.push({ cluster, matched: { row, method } })
    }
  }
  for (const { cluster, matched } of repeats) cluster.rows.push(matched)
  return clusters
}

interface Aside extends MatchedRow {
  readonly of: PlacedRow
}

/**
 * Rows of one edition that print the same library twice: the same name, postcode, kind and state; or, in lists that
 * keep old entries, a closed row of the name and postcode of an open one.
 *
 * @param isOld whether a row may be of a building that was replaced, which is a library of its own.
 */
function withoutRepeats(
  rows: readonly PlacedRow[],
  isOld: (row: PlacedRow) => boolean,
): { readonly first: PlacedRow[]; readonly aside: Aside[] } {
  const open = new Map(
    rows.filter((row) => stateOf(row) === 'open' && row.postcode !== null).map((row) => [entryKey(row), row]),
  )
  const seen = new Map<string, PlacedRow>()
  const first: PlacedRow[] = []
  const aside: Aside[] = []
  for (const row of rows) {
    const mayGoOn = stateOf(row) === 'closed' && KEEP_OLD_ENTRIES.includes(row.edition) && !isOld(row)
    const goesOn = mayGoOn ? open.get(entryKey(row)) : undefined
    const key = `${entryKey(row)}|${stateOf(row)}`
    const before = seen.get(key)
    if (goesOn !== undefined) aside.push({ row, of: goesOn, method: 'former entry' })
    else if (before !== undefined) aside.push({ row, of: before, method: 'duplicate' })
    else {
      seen.set(key, row)
      first.push(row)
    }
  }
  return { first, aside }
}

/** Whether the list of 2016 calls a building of its name or postcode replaced. */
const isOldBuilding = (row: PlacedRow, rows: readonly PlacedRow[]): boolean =>
  rows.some(
    (other) =>
      other.edition === '2016' &&
      isReplaced(other) &&
      (nameCore(other.name) === nameCore(row.name) || (other.postcode !== null && other.postcode === row.postcode)),
  )

const entryKey = (row: PlacedRow): string => [nameKey(row.name), row.postcode ?? row.row, kindOf(row)].join('|')

/** The pairs of a row and a library that fit each other and nobody else. */
function pairUp(rows: readonly PlacedRow[], clusters: readonly Draft[], fits: Fits): [PlacedRow, Draft][] {
  const fitting = rows.map((row) => ({ row, found: clusters.filter((cluster) => fits(row, cluster)) }))
  const wanted = new Map<Draft, number>()
  for (const { found } of fitting) for (const cluster of found) wanted.set(cluster, (wanted.get(cluster) ?? 0) + 1)
  return fitting.flatMap(({ row, found: [cluster, ...others] }): [PlacedRow, Draft][] =>
    cluster === undefined || others.length > 0 || wanted.get(cluster) !== 1 ? [] : [[row, cluster]],
  )
}

interface Tier {
  readonly method: MatchMethod
  readonly fits: (rows: readonly PlacedRow[], clusters: readonly Cluster[]) => Fits
}

const all =
  (...each: readonly Fits[]): Fits =>
  (row, cluster) =>
    each.every((fits) => fits(row, cluster))
const tier = (method: MatchMethod, ...each: readonly Fits[]): Tier => ({ method, fits: () => all(sameKind, ...each) })
const alone = (method: MatchMethod, ...each: readonly Fits[]): Tier => ({
  method,
  fits: (rows, clusters) => all(sameKind, ...each, (row, cluster) => aloneAtPostcode(row, cluster, rows, clusters)),
})

/** Kinds of which a name may change while the place stays. */
const SETTLED: readonly RowKind[] = ['library', 'book collection']

/** Whether a library is the only one at a postcode, and the row the only one there in its edition. */
function aloneAtPostcode(
  row: PlacedRow,
  cluster: Cluster,
  rows: readonly PlacedRow[],
  clusters: readonly Cluster[],
): boolean {
  if (row.postcode === null || !sharesPostcode(row, cluster) || !SETTLED.includes(kindOf(row))) return false
  const at = ({ postcode }: PlacedRow): boolean => postcode === row.postcode
  return (
    rows.filter(at).length === 1 &&
    clusters.filter((other) => other.rows.some((matched) => at(matched.row))).length === 1
  )
}

/** A list without kinds may print an archive as a library. */
const archiveOfUnknownKind: Fits = (row, cluster) =>
  row.type === 'not known' && kindOf(row) === 'library' && cluster.rows.some((other) => kindOf(other.row) === 'archive')

/** Not an old building and the new one, of which a list prints both under the new postcode. */
const mayBeOneBuilding: Fits = (row, cluster) =>
  !isOldAndNew(row, cluster) &&
  !cluster.rows.some(({ row: other }) => opensAsCloses(row, other) || opensAsCloses(other, row))
const sameState: Fits = (row, cluster) =>
  cluster.rows.some((other) => stateOf(other.row) === stateOf(row)) && !isOldAndNew(row, cluster)

/**
 * Whether a library that is open in one edition and closed in another can be one: not if the earlier is replaced or
 * elsewhere, nor if the open one is new.
 */
const mayFollow: Fits = (row, cluster) => {
  if (isOldAndNew(row, cluster)) return false
  return cluster.rows.every(({ row: other }) => {
    if (stateOf(row) === stateOf(other)) return true
    const [closed, open] = stateOf(row) === 'closed' ? [row, other] : [other, row]
    const reopens = closed.edition.slice(0, 4) <= open.edition.slice(0, 4)
    if (!reopens) return true
    return closed.postcode !== null && closed.postcode === open.postcode
  })
}

/** Whether one is said to have gone while the other is said to have come since 2010: an old building and a new one. */
const isOldAndNew: Fits = (row, cluster) =>
  cluster.rows.some(({ row: other }) => goesAsComes(row, other) || goesAsComes(other, row))

function goesAsComes(old: PlacedRow, fresh: PlacedRow): boolean {
  if (old.state !== 'closed' || isNew(old) || !isNew(fresh)) return false
  const [closed, opened] = [old.closing?.day?.date, fresh.opened?.date]
  return wasThereIn2010(old) || closed === undefined || opened === undefined || closed <= opened
}

const opensAsCloses = (fresh: PlacedRow, old: PlacedRow): boolean =>
  fresh.state === 'open' &&
  old.state === 'closed' &&
  fresh.opened !== null &&
  old.closing?.day != null &&
  fresh.opened.date >= '2010' &&
  old.closing.day.date <= fresh.opened.date

const hasCloseName: Fits = (row, cluster) =>
  cluster.rows.some((other) => areClose(nameCore(row.name), nameCore(other.row.name)))
const sameStateOrFollows: Fits = (row, cluster) => sameState(row, cluster) || mayFollow(row, cluster)

/**
 * From the surest to the least sure way of matching; each takes what the ones before it left. An equal name and
 * postcode goes before an equal state: a library that is open in one list and closed in the next is one that closed.
 */
const TIERS: readonly Tier[] = [
  tier('name and postcode', sameState, sharesName, sharesPostcode),
  tier('name and postcode, other state', mayBeOneBuilding, sharesName, sharesPostcode),
  tier('core name and postcode', sameState, sharesCore, sharesPostcode),
  tier('core name and postcode, other state', mayBeOneBuilding, sharesCore, sharesPostcode),
  tier('name', sameState, sharesName),
  tier('core name', sameState, sharesCore, nearbyPostcode),
  alone('postcode', sameState),
  tier('name, later closed or reopened', mayFollow, sharesName),
  tier('core name, later closed or reopened', mayFollow, sharesCore, nearbyPostcode),
  alone('postcode, later closed or reopened', mayFollow),
  tier('close name', sameStateOrFollows, hasCloseName, sharesSector),
  { method: 'name', fits: () => all(archiveOfUnknownKind, sharesName) },
]
