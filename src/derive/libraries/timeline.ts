import type { EventDay, LibraryEventKind, LibraryOperator } from '../../model/amenity.js'
import { type Claim, type DatedBy, claimsInWords, claimsOf, settle } from './claims.js'
import { between, notAfter, shiftDay } from './days.js'
import { DAY_OF_YEAR, type PlacedRow } from './editions.js'
import { type LibraryEdition, LIBRARY_EDITION_DAYS } from '../../model/amenity.js'
import { isUnlisted, lastYearNotOpen, opensAfterStart, statutoryIn2010 } from './in2010.js'
import { dayOfRow, isReplaced } from './likeness.js'
import { movesOf } from './moves.js'
import { type Observation, observationsOf, operatorsOf } from './observations.js'

/** An event before the libraries have their ids. */
export interface DraftEvent extends DatedBy {
  readonly kind: LibraryEventKind
  readonly operator: LibraryOperator | null
}

/** The history of a library, and what of it had to be decided. */
export interface Timeline {
  readonly events: readonly DraftEvent[]
  readonly operator2010: LibraryOperator
  readonly statutory2010: boolean | null
  readonly statusKnown: boolean
  /**
   * False where nothing tells that it was there in 2010 and nothing that it was not: it is taken as open since before.
   */
  readonly thereIn2010Told: boolean
  /** Closings that no event took up: they contradict what other editions say. */
  readonly unused: readonly Claim[]
  /** A year of opening after 2010 of a library that was there in 2010 and did not move: a rebuilt or renamed one. */
  readonly openedAnew: Claim | null
}

/** The first day of the history: what is open on it was open before. */
const START = DAY_OF_YEAR.get(2010) ?? ''

/** What is known of a library beside the rows that tell its states. */
export interface Told {
  /** Rows that print the library as closed at an address that it left, with the year. */
  readonly formerEntries: readonly PlacedRow[]
  /** Rows of the same library that do not tell its states: what they say of 2010 is said of it. */
  readonly aside: readonly PlacedRow[]
  /** Rows of the address that it left for another when it moved. */
  readonly left: readonly PlacedRow[]
  /**
   * Whether another library is said to have been replaced by this one: then it is new in its year of opening, also
   * where a list counts it as statutory in 2010 because the service went on.
   */
  readonly replaces: boolean
  /** Whether the list of 2016, which has every library of 2010 of an authority, has the authority. */
  readonly listedAuthority: boolean
}

/**
 * Makes the history of a library from what the editions say of it.
 *
 * Between two reference days on which a library is open and then closed it closed; where it is open on both although a
 * day of closing between them is printed, it closed and opened again; a printed day that no such gap allows is kept as
 * a disagreement.
 *
 * @param rows the rows that tell its states.
 */
export function timelineOf(
  rows: readonly PlacedRow[],
  { formerEntries, aside, left, replaces, listedAuthority }: Told,
): Timeline {
  const claims = claimsOf(rows)
  const statutory2010 = statutoryIn2010([...rows, ...aside])
  const isNew = replaces || opensAfterStart(rows, statutory2010) || isUnlisted([...rows, ...aside], listedAuthority)
  const observations = isNew ? fromFirstOpen(observationsOf(rows)) : observationsOf(rows)
  const opening = isNew ? openingOf(rows, claims, observations) : null
  const { events: closings, unused } = closingsOf(rows, claims, observations, opening?.day.latest ?? START)
  const leftAt = formerEntries.flatMap(({ edition, closing, remark }) =>
    claimsOf(formerEntries)
      .filter((claim) => claim.edition === edition && closing !== null)
      .map((claim) => ({ ...claim, remark })),
  )
  const openedClaims = claims.filter(({ kind }) => kind === 'opened')
  const moves = movesOf(rows, left, [...(isNew ? [] : openedClaims), ...leftAt])
  const events: DraftEvent[] = [
    ...(opening === null ? [] : [{ ...opening, kind: 'opened' as const, operator: null }]),
    ...closings,
    ...moves.map((move) => ({ ...move, kind: 'moved' as const, operator: null })),
    ...transfersOf(rows),
  ]
  const reopens = closings.some(({ kind }) => kind === 'reopened')
  return {
    events: events.sort((a, b) =>
      a.day.latest < b.day.latest
        ? -1
        : a.day.latest > b.day.latest
          ? 1
          : KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind),
    ),
    operator2010: operatorIn2010(rows, isNew),
    statutory2010: isNew && statutory2010 === true ? false : statutory2010,
    statusKnown: isStatusKnown(rows, closings, observations),
    thereIn2010Told: isNew || statutory2010 === true || [...rows, ...aside].some(({ edition }) => edition === '2016'),
    unused,
    openedAnew: isNew || reopens || moves.length > 0 ? null : (openedClaims[0] ?? null),
  }
}

/** A new library is not closed before it opens, whatever a list calls it. */
function fromFirstOpen(observations: readonly Observation[]): readonly Observation[] {
  const first = observations.findIndex(({ state }) => state === 'open')
  return first < 0 ? observations : observations.slice(first)
}

const KIND_ORDER: readonly LibraryEventKind[] = [
  'opened',
  'reopened',
  'moved',
  'transferred',
  'temporarily-closed',
  'replaced',
  'closed',
]

function openingOf(
  rows: readonly PlacedRow[],
  claims: readonly Claim[],
  observations: readonly Observation[],
): DatedBy {
  const firstSeen = observations.find(({ state }) => state === 'open')
  const notYet = rows
    .flatMap((row) => DAY_OF_YEAR.get(lastYearNotOpen(row) ?? 0) ?? [])
    .filter((day) => firstSeen === undefined || day < firstSeen.day)
  const otherwise = between(
    [START, ...notYet].sort().at(-1) ?? START,
    firstSeen?.day ?? claims.find(({ kind }) => kind === 'closed')?.day.latest ?? LIBRARY_EDITION_DAYS['2025'],
  )
  const opened = claims
    .filter(({ kind }) => kind === 'opened')
    .map((claim) => ({ ...claim, day: notBeforeStart(claim.day) }))
  const settled = settle(
    opened,
    (day) => firstSeen === undefined || day.earliest <= firstSeen.day,
    otherwise,
    firstSeen?.editions ?? [],
  )
  return firstSeen === undefined ? settled : { ...settled, day: notAfter(settled.day, firstSeen.day) }
}

/** A year or month of opening that begins before the history is the part of it within the history. */
const notBeforeStart = (day: EventDay): EventDay =>
  day.earliest <= START && day.latest > START ? { ...day, earliest: shiftDay(START, 1) } : day

type Closings = DraftEvent[]

function closingsOf(
  rows: readonly PlacedRow[],
  claims: readonly Claim[],
  observations: readonly Observation[],
  from: string,
): { readonly events: Closings; readonly unused: readonly Claim[] } {
  const closing = claims.filter(({ kind }) => kind === 'closed' || kind === 'replaced' || kind === 'temporarily-closed')
  const reopening = [
    ...claims.filter(({ kind }) => kind === 'opened'),
    ...claimsInWords(rows).filter(({ kind }) => kind === 'reopened'),
  ]
  const timed = withUndatedEnd(rows, observations)
  const events: Closings = []
  const used = new Set<Claim>()
  let last = { day: from, state: 'open' as Observation['state'] }
  let closedAt: EventDay | null = null
  for (const { day, state, editions, against } of timed) {
    const gap = last
    if (state === 'open' && gap.state === 'open') {
      const inside = closing.filter(
        (claim) =>
          !used.has(claim) && claim.edition !== '2025' && claim.day.earliest > gap.day && claim.day.latest < day,
      )
      if (inside.length > 0 && !closesLater(timed, day)) {
        const settled = settle(inside, () => true, between(gap.day, day), editions)
        events.push(
          { ...settled, kind: kindOf(inside, 'closed'), operator: null },
          { ...reopened(reopening, settled.day, day, editions), kind: 'reopened', operator: null },
        )
        inside.forEach((claim) => used.add(claim))
      }
    } else if (state === 'open') {
      if (!staysReplaced(events, rows))
        events.push({
          ...reopened(reopening, closedAt ?? between(gap.day, day), day, editions),
          kind: 'reopened',
          operator: null,
        })
    } else if (gap.state === 'open' || (gap.state === 'temporarily closed' && state === 'closed')) {
      const kinds: readonly Claim['kind'][] = state === 'closed' ? ['closed', 'replaced'] : ['temporarily-closed']
      const ofKind = closing.filter((claim) => kinds.includes(claim.kind) && !used.has(claim))
      const inWords =
        state === 'temporarily closed' ? claimsInWords(rows).filter(({ kind }) => kind === 'temporarily-closed') : []
      const fits = (each: EventDay): boolean => each.latest >= gap.day && each.earliest <= day
      const known = gap.state === 'open' ? [...ofKind, ...(ofKind.length === 0 ? inWords : [])] : ofKind
      const settled = settle(known, fits, between(gap.day, day), editions)
      const printedKind = rows.some((row) => isReplaced(row) && dayOfRow(row) === day) ? 'replaced' : 'closed'
      events.push({
        ...settled,
        day: notAfter(settled.day, day),
        disagreement: joined(settled.disagreement, against),
        editions: withEditions(settled.editions, editions, known.length === 0),
        remark: settled.remark ?? remarkOf(rows, day),
        kind: state === 'closed' ? printedKind : 'temporarily-closed',
        operator: null,
      })
      closedAt = settled.day
      known.filter((claim) => fits(claim.day)).forEach((claim) => used.add(claim))
    }
    last = { day, state }
  }
  const left = closing.filter((claim) => !used.has(claim))
  const after = closingAfter(left, last)
  const told = [...events, ...after].map(({ disagreement }) => disagreement ?? '').join('; ')
  return {
    events: [...events, ...after],
    unused: after.length > 0 ? [] : left.filter((claim) => !told.includes(`${claim.edition}:`)),
  }
}

const joined = (disagreement: string | null, against: readonly string[]): string | null =>
  disagreement === null && against.length === 0
    ? null
    : [...(disagreement === null ? [] : [disagreement]), ...against].join('; ')

const withEditions = (
  dated: readonly LibraryEdition[],
  seen: readonly LibraryEdition[],
  undated: boolean,
): readonly LibraryEdition[] => (undated || dated.length === 0 ? seen : dated)

/**
 * A library whose rows end before the last reference day but say that it closed: the list that says so is the last
 * word.
 */
function withUndatedEnd(rows: readonly PlacedRow[], observations: readonly Observation[]): readonly Observation[] {
  const known = observations.filter(({ day }) => day > START)
  const end = rows
    .filter((row) => row.state === 'closed' && row.years.length === 0)
    .sort((a, b) => (a.edition < b.edition ? -1 : 1))[0]
  if (end === undefined || known.some(({ state }) => state === 'closed')) return known
  const day = LIBRARY_EDITION_DAYS[end.edition]
  const last = known.at(-1)
  if (last !== undefined && last.day >= day) return known
  if (last !== undefined && last.day >= LIBRARY_EDITION_DAYS['2023'] && (end.closing?.day?.date ?? '1900') < '2024')
    return known
  return [...known, { day, state: 'closed', editions: [end.edition], against: [] }]
}

const closesLater = (observations: readonly Observation[], day: string): boolean =>
  observations.some((later) => later.day > day && later.state === 'closed')

const kindOf = (claims: readonly Claim[], otherwise: 'closed'): LibraryEventKind =>
  claims.find(({ kind }) => kind === 'temporarily-closed') === undefined ? otherwise : 'temporarily-closed'

/** A building that the list of 2016 calls replaced does not open again because the list of 2019 still prints it. */
function staysReplaced(events: Closings, rows: readonly PlacedRow[]): boolean {
  return (
    events.at(-1)?.kind === 'replaced' &&
    !rows.some(({ edition }) => edition === '2022' || edition === '2023' || edition === '2023-raw')
  )
}

function reopened(
  claims: readonly Claim[],
  closed: EventDay,
  seen: string,
  editions: readonly LibraryEdition[],
): DatedBy {
  const fits = (day: EventDay): boolean => day.latest > closed.latest && day.earliest <= seen
  const settled = settle(
    claims.filter(({ day }) => fits(day)),
    fits,
    between(closed.latest < seen ? closed.latest : closed.earliest, seen),
    editions,
  )
  return { ...settled, day: notAfter(settled.day, seen) }
}

/**
 * Closings that lie after the last day on which the library is seen open: in the future of the edition that prints
 * them.
 */
function closingAfter(
  claims: readonly Claim[],
  last: { readonly day: string; readonly state: Observation['state'] },
): Closings {
  if (last.state !== 'open') return []
  const later = claims.filter(({ day }) => day.latest > last.day)
  if (later.length === 0) return []
  return [
    {
      ...settle(later, () => true, between(last.day, LIBRARY_EDITION_DAYS['2025']), []),
      kind: 'closed',
      operator: null,
    },
  ]
}

const remarkOf = (rows: readonly PlacedRow[], day: string): string | null =>
  rows.find((row) => row.remark !== null && LIBRARY_EDITION_DAYS[row.edition] === day)?.remark ?? null

function transfersOf(rows: readonly PlacedRow[]): DraftEvent[] {
  const seen = operatorsOf(rows)
  return seen.flatMap((now, i): DraftEvent[] => {
    const before = seen[i - 1]
    if (before === undefined || before.operator === now.operator) return []
    return [
      {
        kind: 'transferred',
        day: between(before.day, now.day),
        operator: now.operator,
        editions: [now.edition],
        disagreement: null,
        remark: null,
      },
    ]
  })
}

/**
 * The council, where the first that is told of a library’s operator is the council; the lists tell nothing before 2016.
 */
function operatorIn2010(rows: readonly PlacedRow[], isNew: boolean): LibraryOperator {
  if (isNew) return 'not known'
  const first = operatorsOf(rows)[0]?.operator ?? rows.find((row) => row.edition === '2019')?.operator
  return first === 'council' ? 'council' : 'not known'
}

/** Known: closed, or open in the list of 2023; an authority that only the register of 2025 has is taken at its word. */
function isStatusKnown(rows: readonly PlacedRow[], closings: Closings, observations: readonly Observation[]): boolean {
  const lastClosing = closings.at(-1)?.kind
  if (lastClosing === 'closed' || lastClosing === 'replaced') return true
  const last = observations.at(-1)
  return (
    (last?.day === LIBRARY_EDITION_DAYS['2023'] && last.state === 'open') ||
    rows.every(({ edition, state }) => edition === '2025' && state === 'open')
  )
}
