import type { CouncilRegister } from '../../geography/councilRegister.js'
import { groupBy } from '../../tables/groupBy.js'
import { authoritiesOfToday } from './authorities.js'
import type { PlacedRow } from './editions.js'
import { LIBRARY_EDITION_DAYS, type LibraryEdition } from '../../model/amenity.js'
import type { Library } from './library.js'
import { type Cluster, type MatchMethod, speaks } from './cluster.js'
import { typeOf } from './kinds.js'
import { nameCore, nameKey, nameSlug } from './names.js'
import { successorOf } from './successors.js'
import { timelineOf } from './timeline.js'

/** The day whose codes of authorities are used, so that the ids of libraries last. */
const AUTHORITY_DAY = LIBRARY_EDITION_DAYS['2023']

/** Whose word on name, postcode and kind goes first. */
const LATEST: readonly LibraryEdition[] = ['2023', '2023-raw', '2022', '2025', '2019', '2016', '2021']

/** Makes libraries of the clusters, with ids that are theirs alone. */
export function makeLibraries(clusters: readonly Cluster[], register: CouncilRegister): Library[] {
  const of2016 = clusters.flatMap(({ rows }) => rows.filter(({ row }) => row.edition === '2016'))
  const known: Known = {
    register,
    outwardAuthority: authorityByOutward(clusters, register),
    listedGroups: new Set(of2016.map(({ row }) => row.group)),
  }
  const first = withIds(clusters.map((cluster) => draft(cluster, known, false)))
  const replacing = new Set(
    first.flatMap((library) =>
      library.timeline.events.some(({ kind }) => kind === 'replaced') ? [replacementOf(library, first)] : [],
    ),
  )
  const all = first.map((library) =>
    replacing.has(library) ? { ...library, ...draft({ rows: library.matched }, known, true) } : library,
  )
  return all.map((library) => endedByOpening(library, all))
}

/**
 * A replaced building of a name is open no longer than until the new one of the name opened: Towcester opened in April
 * 2015 and its old building closed in 2015, Camberwell opened in 2015 and its old building closed, as is said, in 2016.
 */
function endedByOpening(library: Library, all: readonly Library[]): Library {
  const { events } = library.timeline
  const replaced = events.find(({ kind }) => kind === 'replaced')
  const successor = replaced === undefined ? null : successorOf(library, all)
  const opened = successor?.timeline.events.find(({ kind }) => kind === 'opened')?.day
  if (replaced === undefined || opened === undefined || !sharesCoreName(library, successor)) return library
  const { earliest, latest } = replaced.day
  if (opened.latest >= latest) return library
  const ended =
    opened.latest >= earliest
      ? { ...replaced, day: { ...replaced.day, latest: opened.latest } }
      : { ...replaced, day: opened, disagreement: `${replaced.editions.join(' ')}: ${earliest.slice(0, 4)}` }
  return {
    ...library,
    timeline: { ...library.timeline, events: events.map((event) => (event === replaced ? ended : event)) },
  }
}

const sharesCoreName = (a: Library, b: Library | null): boolean =>
  b?.names.some((name) => a.names.some((own) => nameCore(own) === nameCore(name))) === true

/** How many years may lie between the closing of a library and the opening of the one that replaced it. */
const YEARS_BETWEEN = 1

/** The library that replaced another, where it is said to have opened when the other closed. */
function replacementOf(library: Library, all: readonly Library[]): Library | undefined {
  const successor = successorOf(library, all)
  const closed = library.timeline.events.find(({ kind }) => kind === 'replaced')?.day
  const opened = successor?.rows.flatMap((row) => (row.opened === null ? [] : [Number(row.opened.date.slice(0, 4))]))
  const inTime =
    closed !== undefined &&
    opened?.some(
      (year) =>
        year >= Number(closed.earliest.slice(0, 4)) - YEARS_BETWEEN &&
        year <= Number(closed.latest.slice(0, 4)) + YEARS_BETWEEN,
    )
  return inTime === true ? (successor ?? undefined) : undefined
}

function withIds(drafts: readonly Draft[]): Library[] {
  return [...groupBy(drafts, ({ authorityCode, name }) => `${authorityCode}/${nameSlug(name)}`)].flatMap(
    ([id, alike]) => {
      const taken = new Set<string>()
      return [...alike]
        .sort((a, b) => rank(a) - rank(b) || firstRow(a) - firstRow(b))
        .map((library) => ({ ...library, id: freeId(id, library, taken) }))
    },
  )
}

type Draft = Omit<Library, 'id'>

/** What is known of all libraries. */
interface Known {
  readonly register: CouncilRegister
  readonly outwardAuthority: ReadonlyMap<string, string>
  /** The groups of authorities that the list of 2016 has. */
  readonly listedGroups: ReadonlySet<string>
}

function draft(
  { rows: matched }: Cluster,
  { register, outwardAuthority, listedGroups }: Known,
  replaces: boolean,
): Draft {
  const speaking = matched.filter(speaks).map(({ row }) => row)
  const rows = [...speaking].sort((a, b) => LATEST.indexOf(a.edition) - LATEST.indexOf(b.edition))
  const [latest] = rows
  const eCode = authorityOf(rows, register, outwardAuthority)
  const council = register.get(eCode)
  const by = (...methods: readonly MatchMethod[]) =>
    matched.filter(({ method }) => methods.includes(method)).map(({ row }) => row)
  const timeline = timelineOf(rows, {
    formerEntries: by('former entry', 'former address'),
    aside: by('second entry', 'former address', 'former entry'),
    left: by('former address'),
    replaces,
    listedAuthority: listedGroups.has(rows[0]?.group ?? ''),
  })
  return {
    name: latest?.name ?? '',
    names: [...new Set(rows.map(({ name }) => name))],
    authorityCode: register.gssCodeOn(eCode, AUTHORITY_DAY) ?? eCode,
    authorityName: council.name,
    type: typeOf(rows).type,
    postcode: rows.find(({ postcode }) => postcode !== null)?.postcode ?? null,
    rows,
    matched,
    timeline,
    isNew: timeline.events.some(({ kind }) => kind === 'opened'),
  }
}

function authorityOf(
  rows: readonly PlacedRow[],
  register: CouncilRegister,
  outwardAuthority: ReadonlyMap<string, string>,
): string {
  const certain = rows.map(({ eCode }) => authoritiesOfToday(eCode, register)).find(({ length }) => length === 1)?.[0]
  if (certain !== undefined) return certain
  const among = authoritiesOfToday(rows[0]?.eCode ?? '', register)
  const byOutward = rows
    .map(({ postcode }) => outwardAuthority.get(postcode?.split(' ')[0] ?? ''))
    .find((code) => code !== undefined && among.includes(code))
  return byOutward ?? among[0] ?? ''
}

/** The authority of most libraries of an outward postcode, to place those of a divided authority. */
function authorityByOutward(clusters: readonly Cluster[], register: CouncilRegister): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { row } of clusters.flatMap(({ rows }) => rows)) {
    const [code, ...others] = authoritiesOfToday(row.eCode, register)
    if (row.edition !== '2023' || row.postcode === null || code === undefined || others.length > 0) continue
    const outward = row.postcode.split(' ')[0] ?? ''
    const ofOutward = counts.get(outward) ?? new Map<string, number>()
    ofOutward.set(code, (ofOutward.get(code) ?? 0) + 1)
    counts.set(outward, ofOutward)
  }
  return new Map(
    [...counts].map(([outward, ofOutward]) => [
      outward,
      [...ofOutward].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '',
    ]),
  )
}

const rank = ({ rows }: Draft): number => LATEST.indexOf(rows[0]?.edition ?? '2021')
const firstRow = ({ rows }: Draft): number => rows[0]?.row ?? 0

/** The slug alone for the library of the latest edition; others of the name add their postcode, or a number. */
function freeId(id: string, library: Draft, taken: Set<string>): string {
  const withPostcode = library.postcode === null ? id : `${id}-${library.postcode.toLowerCase().replace(' ', '')}`
  const free =
    [id, withPostcode, ...Array.from({ length: 20 }, (_, i) => `${id}-${i + 2}`)].find((each) => !taken.has(each)) ??
    `${id}-${nameKey(library.name)}`
  taken.add(free)
  return free
}
