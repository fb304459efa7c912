import { type Cluster, KEEP_OLD_ENTRIES, type MatchedRow, type MatchMethod, speaks } from './cluster.js'
import { joinedByHand } from './decisions.js'
import type { PlacedRow } from './editions.js'
import { kindOf } from './kinds.js'
import { dayOfRow, editionsOf, isNew, isReplaced, nearbyPostcode, sameKind, sharesCore, sharesName, sharesPostcode, wasThereIn2010 } from './likeness.js'

/**
 * Joins what the lists print as several libraries and is one: one name at one address, one address under several names,
 * a library that moved, the former entry of one that goes on, and what the words of the lists say of single libraries.
 */
export function oneLibraryEach(clusters: readonly Cluster[]): Cluster[] {
  const named = joinedWhere(clusters, isOneNameAtOneAddress, 'same name at one address')
  const placed = joinedWhere(named, isOneAddress, 'same postcode, never side by side')
  const moved = joinedWhere(placed, (a, b) => movesTo(a, b) || movesTo(b, a), 'moved')
  return withFormerEntries(
    joinedByHand(moved, (a, b, how) => joined(a, b, how === 'moved' ? 'moved by hand' : 'by hand')),
  )
}

type AreOne = (a: Cluster, b: Cluster) => boolean

/** Joins clusters that are one by a test; one that fits several is left alone. */
function joinedWhere(clusters: readonly Cluster[], areOne: AreOne, method: MatchMethod): Cluster[] {
  const kept: Cluster[] = []
  for (const cluster of clusters) {
    const same = kept.filter((other) => areOne(cluster, other))
    const [library] = same
    if (library === undefined || same.length > 1) kept.push(cluster)
    else kept[kept.indexOf(library)] = joined(library, cluster, method)
  }
  return kept
}

/**
 * Two clusters as one: that which is seen open last goes on, and its rows tell its states. A closed row of the other
 * dates the move; a row of an edition that both have is a second entry.
 */
function joined(a: Cluster, b: Cluster, method: MatchMethod): Cluster {
  const [main, other] = goesOnLonger(a, b) ? [a, b] : [b, a]
  const editions = editionsOf(main)
  const stoodIn = other.rows.filter((matched) => speaks(matched) && standsIn(matched.row, main))
  const stoodInFor = new Set(stoodIn.map(({ row }) => row.edition))
  const moves = method === 'moved' || method === 'moved by hand'
  const asPart = (matched: MatchedRow): MatchedRow => {
    const { row } = matched
    if (!speaks(matched)) return matched
    if (row.state === 'closed' && moves) return { row, method: 'former address' }
    if (!editions.has(row.edition) || stoodIn.includes(matched)) return { row, method }
    return { row, method: row.state === 'closed' ? 'former entry' : 'second entry' }
  }
  const asMain = (matched: MatchedRow): MatchedRow =>
    speaks(matched) && stoodInFor.has(matched.row.edition) ? { row: matched.row, method: 'second entry' } : matched
  return { rows: [...main.rows.map(asMain), ...other.rows.map(asPart)] }
}

const goesOnLonger: AreOne = (a, b) =>
  lastOpen(a) === lastOpen(b) ? a.rows.length >= b.rows.length : lastOpen(a) > lastOpen(b)

/** Whether a row has hours where the library’s own row of that edition, open as well, has none: it was there then. */
const standsIn = (row: PlacedRow, { rows }: Cluster): boolean =>
  isOpen(row) &&
  row.hours !== null &&
  rows.some(({ row: own }) => own.edition === row.edition && isOpen(own) && own.hours === null)

const isOpen = ({ state }: PlacedRow): boolean => state === 'open'
const openDays = ({ rows }: Cluster): string[] =>
  rows
    .filter(speaks)
    .flatMap(({ row }) => (isOpen(row) ? [dayOfRow(row)] : []))
    .sort()
const lastOpen = (cluster: Cluster): string => openDays(cluster).at(-1) ?? ''

const isLibrary = ({ rows }: Cluster): boolean => rows.every(({ row }) => kindOf(row) === 'library')

/** Whether one is a building that a list calls replaced and the other is new. */
const isReplacement: AreOne = (a, b) =>
  (a.rows.some(({ row }) => isReplaced(row)) && b.rows.some(({ row }) => isNew(row))) ||
  (b.rows.some(({ row }) => isReplaced(row)) && a.rows.some(({ row }) => isNew(row)))

/** One core name and one postcode are one library, unless a list prints the old building and the new one. */
const isOneNameAtOneAddress: AreOne = (a, b) =>
  isLibrary(a) &&
  isLibrary(b) &&
  !isReplacement(a, b) &&
  b.rows.some(({ row }) => a.rows.some((other) => isNameAndPostcode(row, { rows: [other] })))

const isNameAndPostcode = (row: PlacedRow, cluster: Cluster): boolean =>
  sharesCore(row, cluster) && sharesPostcode(row, cluster)

/**
 * Libraries at one postcode that no list prints side by side are one library under several names, when all of their
 * rows have them open or all of them closed.
 */
const isOneAddress: AreOne = (a, b) => {
  const editions = editionsOf(a)
  const states = new Set([...a.rows, ...b.rows].map(({ row }) => row.state === 'closed'))
  return (
    isLibrary(a) &&
    isLibrary(b) &&
    states.size === 1 &&
    b.rows.every(({ row }) => !editions.has(row.edition)) &&
    b.rows.some(({ row }) => sharesPostcode(row, a))
  )
}

/** How many years may lie between the closing at the old address and the opening at the new one. */
const YEARS_BETWEEN = 1

/**
 * Whether a library that closed at one address goes on at another: the same core name and outward postcode, closed in
 * one list and first seen elsewhere in that list or the next, within a year, and never open at both.
 */
function movesTo(left: Cluster, arrived: Cluster): boolean {
  const closed = left.rows.filter(({ row }) => row.state === 'closed')
  return (
    closed.length > 0 &&
    !left.rows.some(({ row }) => isReplaced(row)) &&
    isLibrary(left) &&
    isLibrary(arrived) &&
    arrived.rows.some(({ row }) => isNameNearby(row, left)) &&
    begins(arrived) &&
    lastOpen(left) < (openDays(arrived)[0] ?? '') &&
    isInTime(closed, arrived)
  )
}

const isNameNearby = (row: PlacedRow, cluster: Cluster): boolean =>
  cluster.rows.some((other) => sharesCore(row, { rows: [other] }) && nearbyPostcode(row, { rows: [other] }))

/** Whether it is not in the list of 2016, or new in it. */
const begins = ({ rows }: Cluster): boolean => {
  const of2016 = rows.filter(({ row }) => row.edition === '2016')
  return of2016.length === 0 || of2016.some(({ row }) => isNew(row))
}

function isInTime(closed: readonly MatchedRow[], arrived: Cluster): boolean {
  const closings = closed.flatMap(({ row }) => row.closing?.day?.date.slice(0, 4) ?? []).map(Number)
  const openings = arrived.rows.flatMap(({ row }) => row.opened?.date.slice(0, 4) ?? []).map(Number)
  return (
    closings.length === 0 ||
    openings.length === 0 ||
    closings.some((closing) => openings.some((opening) => Math.abs(opening - closing) <= YEARS_BETWEEN))
  )
}

/**
 * Rows of 2019 or 2025 alone that print a library as closed under the name of one that was there in 2010 and is open
 * after that year are a former entry of it, mostly the address that it left: one library that moved or changed hands,
 * not one that closed.
 */
function withFormerEntries(clusters: readonly Cluster[]): Cluster[] {
  const kept = [...clusters]
  for (const cluster of clusters) {
    const library = goesOnAs(cluster, clusters)
    if (library === undefined) continue
    const at = kept.indexOf(library)
    if (at < 0) continue
    kept[at] = { rows: [...library.rows, ...cluster.rows.map(({ row }) => ({ row, method: 'former entry' as const }))] }
    kept.splice(kept.indexOf(cluster), 1)
  }
  return kept
}

function goesOnAs(cluster: Cluster, clusters: readonly Cluster[]): Cluster | undefined {
  const [first] = cluster.rows
  if (
    first === undefined ||
    cluster.rows.some(({ row }) => row.state !== 'closed' || !KEEP_OLD_ENTRIES.includes(row.edition))
  )
    return undefined
  const entry = first.row
  const goneOn = clusters.filter(
    (other) =>
      other !== cluster &&
      isOpenAfter(other, entry) &&
      sameKind(entry, other) &&
      other.rows.some(({ row }) => wasThereIn2010(row)),
  )
  const named = goneOn.filter(
    (other) => sharesName(entry, other) || (sharesCore(entry, other) && sharesPostcode(entry, other)),
  )
  const [library, ...more] = named.length > 0 ? named : goneOn.filter((other) => sharesCore(entry, other))
  return more.length > 0 ? undefined : library
}

/** Whether the list of 2023 has it open though a row says that it closed before. */
const isOpenAfter = (cluster: Cluster, closed: PlacedRow): boolean =>
  cluster.rows.some(({ row }) => row.edition === '2023' && row.state === 'open') &&
  (closed.closing?.day?.date ?? '') < '2024'
