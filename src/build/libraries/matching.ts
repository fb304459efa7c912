import { groupBy } from '../../table/groupBy.js'
import { type PlacedRow } from './editions.js'
import type { LibraryEdition } from '../../model/amenity.js'
import { areClose, nameCore, nameKey } from './names.js'

/** How a row was found to be of a library. */
export type MatchMethod =
  | 'first'
  | 'name and postcode'
  | 'name'
  | 'core name and postcode'
  | 'core name'
  | 'postcode'
  | 'name, later closed or reopened'
  | 'core name, later closed or reopened'
  | 'postcode, later closed or reopened'
  | 'close name'
  | 'duplicate'
  | 'former entry'
  | 'same postcode, never side by side'

/** A row with how it was matched. */
export interface MatchedRow {
  readonly row: PlacedRow
  readonly method: MatchMethod
}

/** A library as the rows that speak of it. */
export interface Cluster {
  readonly rows: MatchedRow[]
}

/** The order in which editions are taken: the most complete first. */
const ORDER: readonly LibraryEdition[] = ['2023', '2023-raw', '2022', '2019', '2016', '2025', '2021']

/** The libraries that the rows speak of. */
export function matchLibraries(rows: readonly PlacedRow[]): Cluster[] {
  return [...groupBy(rows, ({ group }) => group).values()].flatMap((group) =>
    withFormerEntries(joinedAtOneAddress(matchGroup(group))),
  )
}

/**
 * Libraries at one postcode that no list prints side by side are one library under several names, when all of their
 * rows have them open or all of them closed.
 */
function joinedAtOneAddress(clusters: readonly Cluster[]): Cluster[] {
  const joined: Cluster[] = []
  for (const cluster of clusters) {
    const same = joined.filter((other) => isOneAddress(cluster, other))
    const [library] = same
    if (library === undefined || same.length > 1) joined.push(cluster)
    else
      library.rows.push(
        ...cluster.rows.map(({ row }): MatchedRow => ({ row, method: 'same postcode, never side by side' })),
      )
  }
  return joined
}

function isOneAddress(a: Cluster, b: Cluster): boolean {
  const editions = new Set(a.rows.map(({ row }) => row.edition))
  const states = new Set([...a.rows, ...b.rows].map(({ row }) => row.state === 'closed'))
  const postcodes = new Set(a.rows.flatMap(({ row }) => row.postcode ?? []))
  return (
    [...a.rows, ...b.rows].every(({ row }) => kindOf(row) === 'library') &&
    states.size === 1 &&
    b.rows.every(({ row }) => !editions.has(row.edition)) &&
    b.rows.some(({ row }) => row.postcode !== null && postcodes.has(row.postcode))
  )
}

/**
 * Rows of 2019 or 2025 alone that print a library as closed under the name of one that was there in 2010 and is open
 * after that year are a former entry of it, mostly the address that it left: one library that moved or changed hands,
 * not one that closed.
 */
function withFormerEntries(clusters: readonly Cluster[]): Cluster[] {
  return clusters.filter((cluster) => {
    const [first] = cluster.rows
    if (
      first === undefined ||
      cluster.rows.some(({ row }) => row.state !== 'closed' || !LISTS_OF_FORMER_ENTRIES.includes(row.edition))
    )
      return true
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
    if (library === undefined || more.length > 0) return true
    for (const { row } of cluster.rows) library.rows.push({ row, method: 'former entry' })
    return false
  })
}

/** Lists that print the former entry of a library beside the one that goes on. */
const LISTS_OF_FORMER_ENTRIES: readonly LibraryEdition[] = ['2019', '2025']

/** Whether the list of 2023 has it open though a row says that it closed before. */
const isOpenAfter = (cluster: Cluster, closed: PlacedRow): boolean =>
  cluster.rows.some(({ row }) => row.edition === '2023' && row.state === 'open') &&
  (closed.closing?.day?.date ?? '') < '2024'

function matchGroup(rows: readonly PlacedRow[]): Cluster[] {
  const clusters: Cluster[] = []
  for (const edition of ORDER) {
    const { first, duplicates } = withoutDuplicates(rows.filter((row) => row.edition === edition))
    const placed = new Map<PlacedRow, Cluster>()
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
        const cluster: Cluster = { rows: [{ row, method: 'first' }] }
        clusters.push(cluster)
        placed.set(row, cluster)
      }
    for (const { row, of } of duplicates) placed.get(of)?.rows.push({ row, method: 'duplicate' })
  }
  return clusters
}

/** Rows of one edition that print the same library twice: the same name, postcode, kind and state. */
function withoutDuplicates(rows: readonly PlacedRow[]): {
  first: PlacedRow[]
  duplicates: { row: PlacedRow; of: PlacedRow }[]
} {
  const seen = new Map<string, PlacedRow>()
  const first: PlacedRow[] = []
  const duplicates: { row: PlacedRow; of: PlacedRow }[] = []
  for (const row of rows) {
    const key = [
      nameKey(row.name),
      row.postcode ?? row.row,
      kindOf(row),
      stateOf(row),
      row.closing?.day?.date ?? '',
    ].join('|')
    const before = seen.get(key)
    if (before === undefined) {
      seen.set(key, row)
      first.push(row)
    } else duplicates.push({ row, of: before })
  }
  return { first, duplicates }
}

type Fits = (row: PlacedRow, cluster: Cluster) => boolean

/** The pairs of a row and a library that fit each other and nobody else. */
function pairUp(rows: readonly PlacedRow[], clusters: readonly Cluster[], fits: Fits): [PlacedRow, Cluster][] {
  const fitting = rows.map((row) => ({ row, found: clusters.filter((cluster) => fits(row, cluster)) }))
  const wanted = new Map<Cluster, number>()
  for (const { found } of fitting) for (const cluster of found) wanted.set(cluster, (wanted.get(cluster) ?? 0) + 1)
  return fitting.flatMap(({ row, found: [cluster, ...others] }): [PlacedRow, Cluster][] =>
    cluster === undefined || others.length > 0 || wanted.get(cluster) !== 1 ? [] : [[row, cluster]],
  )
}

interface Tier {
  readonly method: MatchMethod
  readonly fits: (rows: readonly PlacedRow[], clusters: readonly Cluster[]) => Fits
}

const tier = (method: MatchMethod, fits: Fits): Tier => ({
  method,
  fits: () => (row, cluster) => sameKind(row, cluster) && fits(row, cluster),
})

/** From the surest to the least sure way of matching; each takes what the ones before it left. */
const TIERS: readonly Tier[] = [
  tier(
    'name and postcode',
    (row, cluster) => sameState(row, cluster) && sharesName(row, cluster) && sharesPostcode(row, cluster),
  ),
  tier('name', (row, cluster) => sameState(row, cluster) && sharesName(row, cluster)),
  tier(
    'core name and postcode',
    (row, cluster) => sameState(row, cluster) && sharesCore(row, cluster) && sharesPostcode(row, cluster),
  ),
  tier(
    'core name',
    (row, cluster) => sameState(row, cluster) && sharesCore(row, cluster) && nearbyPostcode(row, cluster),
  ),
  {
    method: 'postcode',
    fits: (rows, clusters) => (row, cluster) =>
      sameKind(row, cluster) && sameState(row, cluster) && aloneAtPostcode(row, cluster, rows, clusters),
  },
  tier('name, later closed or reopened', (row, cluster) => mayFollow(row, cluster) && sharesName(row, cluster)),
  tier(
    'core name, later closed or reopened',
    (row, cluster) => mayFollow(row, cluster) && sharesCore(row, cluster) && nearbyPostcode(row, cluster),
  ),
  {
    method: 'postcode, later closed or reopened',
    fits: (rows, clusters) => (row, cluster) =>
      sameKind(row, cluster) && mayFollow(row, cluster) && aloneAtPostcode(row, cluster, rows, clusters),
  },
  tier(
    'close name',
    (row, cluster) =>
      (sameState(row, cluster) || mayFollow(row, cluster)) &&
      cluster.rows.some((other) => areClose(nameCore(row.name), nameCore(other.row.name))) &&
      sharesSector(row, cluster),
  ),
  { method: 'name', fits: () => (row, cluster) => archiveOfUnknownKind(row, cluster) && sharesName(row, cluster) },
]

const sharesName: Fits = (row, cluster) => cluster.rows.some((other) => nameKey(other.row.name) === nameKey(row.name))
const sharesCore: Fits = (row, cluster) => cluster.rows.some((other) => nameCore(other.row.name) === nameCore(row.name))
const sharesPostcode: Fits = (row, cluster) =>
  row.postcode !== null && cluster.rows.some((other) => other.row.postcode === row.postcode)

/** The same outward part, or no postcode to compare. */
const nearbyPostcode: Fits = (row, cluster) =>
  row.postcode === null ||
  cluster.rows.every((other) => other.row.postcode === null) ||
  cluster.rows.some((other) => outward(other.row.postcode) === outward(row.postcode))
const sharesSector: Fits = (row, cluster) =>
  cluster.rows.some((other) => other.row.postcode !== null && sector(other.row.postcode) === sector(row.postcode))
const outward = (postcode: string | null): string => postcode?.split(' ')[0] ?? ''
const sector = (postcode: string | null): string => postcode?.slice(0, -2) ?? ''

function aloneAtPostcode(
  row: PlacedRow,
  cluster: Cluster,
  rows: readonly PlacedRow[],
  clusters: readonly Cluster[],
): boolean {
  if (row.postcode === null || !sharesPostcode(row, cluster) || kindOf(row) !== 'library') return false
  const at = ({ postcode }: PlacedRow): boolean => postcode === row.postcode
  return (
    rows.filter(at).length === 1 &&
    clusters.filter((other) => other.rows.some((matched) => at(matched.row))).length === 1
  )
}

/** What keeps rows apart whatever their names: a van, a prison, an archive and a library are never one. */
function kindOf(row: PlacedRow): 'mobile' | 'prison' | 'archive' | 'library' {
  if (row.type === 'mobile' || /\bmobile\b|\bbook ?bus\b/i.test(row.name)) return 'mobile'
  if (row.type === 'prison' || /\bHM ?P\b|\bprison\b/i.test(row.name)) return 'prison'
  return row.type === 'archive' ? 'archive' : 'library'
}

const sameKind: Fits = (row, cluster) => cluster.rows.some((other) => kindOf(other.row) === kindOf(row))

/** A list without kinds may print an archive as a library. */
const archiveOfUnknownKind: Fits = (row, cluster) =>
  row.type === 'not known' && kindOf(row) === 'library' && cluster.rows.some((other) => kindOf(other.row) === 'archive')

/** Closed for good by what the row says, or not. */
const stateOf = (row: PlacedRow): 'open' | 'closed' => (row.state === 'closed' ? 'closed' : 'open')
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
    const reopens = rank(closed.edition) <= rank(open.edition)
    if (!reopens) return true
    return closed.postcode !== null && closed.postcode === open.postcode
  })
}

/** Whether one is said to have gone while the other is said to have come since 2010: an old building and a new one. */
const isOldAndNew: Fits = (row, cluster) =>
  cluster.rows.some(({ row: other }) => goesAsComes(row, other) || goesAsComes(other, row))

function goesAsComes(old: PlacedRow, fresh: PlacedRow): boolean {
  if (!isOld(old) || !isNew(fresh)) return false
  const [closed, opened] = [old.closing?.day?.date, fresh.opened?.date]
  return wasThereIn2010(old) || closed === undefined || opened === undefined || closed <= opened
}

const wasThereIn2010 = (row: PlacedRow): boolean =>
  row.years.some(({ year, statutory, state }) => year === 2010 && (statutory === true || state === 'open'))
const isOld = (row: PlacedRow): boolean => row.state === 'closed' && !isNew(row)
/**
 * A row without hours or years that prints a year of opening alone may mean that of its closing (Wells Road,
 * Nottingham, 2019).
 */
const isNew = (row: PlacedRow): boolean =>
  !wasThereIn2010(row) &&
  (row.years.some(({ year, state }) => year === 2010 && state === 'not open yet') ||
    (row.opened !== null &&
      row.opened.date >= '2010' &&
      row.closing === null &&
      (row.years.length > 0 || (row.hours ?? 0) > 0)))

const rank = (edition: LibraryEdition): string => edition.slice(0, 4)
