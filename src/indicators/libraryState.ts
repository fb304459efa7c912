import { LIBRARY_EDITION_DAYS, type LibraryOperator } from '../model/amenity.js'
import type { LibraryEditionRow, LibraryEventRow, LibraryRow } from '../tables/declared/libraries.js'
import type { IsoDate } from '../model/period.js'
import { requireList, requireRecord, requireText } from '../model/given.js'
import { roundTo } from '../values/rounding.js'

/** What a library is on a day. */
export interface LibraryState {
  readonly state: 'not yet open' | 'open' | 'temporarily closed' | 'closed'
  readonly operator: LibraryOperator
  /**
   * The states that it may have been in on the day, by what is known of its dates. One where the dates leave nothing
   * open.
   */
  readonly possible: readonly LibraryState['state'][]
}

type Event = Pick<LibraryEventRow, 'kind' | 'operator' | 'earliest' | 'latest'>

const AFTER: Readonly<Partial<Record<Event['kind'], LibraryState['state']>>> = {
  opened: 'open',
  reopened: 'open',
  closed: 'closed',
  replaced: 'closed',
  'temporarily-closed': 'temporarily closed',
}

/** Events of one day in the order in which they make sense: what opens comes before what closes. */
const KIND_ORDER: readonly Event['kind'][] = [
  'opened',
  'reopened',
  'moved',
  'transferred',
  'temporarily-closed',
  'replaced',
  'closed',
]

/** Events in the order in which they count. */
function inOrder<Each extends Event>(events: readonly Each[]): Each[] {
  return [...events].sort(
    (a, b) =>
      a.latest.localeCompare(b.latest) ||
      a.earliest.localeCompare(b.earliest) ||
      KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind),
  )
}

/** An event with the state before it and after it. */
export interface LibraryStep<Each> {
  readonly event: Each
  readonly before: LibraryState['state']
  readonly after: LibraryState['state']
}

/**
 * The events of a library in order, each with the states that it parts; an event that changes nothing has the same on
 * both sides.
 *
 * @param events its events, in any order.
 */
export function libraryTimeline<Each extends Event>(events: readonly Each[]): LibraryStep<Each>[] {
  requireList('events of a library', events)
  const ordered = inOrder(events)
  let state: LibraryState['state'] =
    ordered.find(({ kind }) => AFTER[kind] !== undefined)?.kind === 'opened' ? 'not yet open' : 'open'
  return ordered.map((event) => {
    const before = state
    state = AFTER[event.kind] ?? state
    return { event, before, after: state }
  })
}

/**
 * What a library is on a day, by its events.
 *
 * An event counts from the last day on which it can have happened: a library known to have closed in 2014 is open on 1
 * April 2014 and closed on 1 April 2015; one that closed on a day is no longer open on it. Without an event it is open.
 *
 * @param library who ran it on 1 April 2010.
 * @param events its events, in any order.
 */
export function libraryOn(
  library: Pick<LibraryRow, 'operator_2010'>,
  events: readonly Event[],
  day: IsoDate,
): LibraryState {
  requireRecord('library', library, 'operator_2010')
  requireText('day on which a library is looked at', day)
  const { operator_2010 } = library
  const timeline = libraryTimeline(events)
  const happened = timeline.filter(({ event }) => event.latest <= day)
  const state = happened.at(-1)?.after ?? timeline[0]?.before ?? 'open'
  const open = timeline.filter(
    ({ event: { earliest, latest, kind } }) => earliest <= day && day < latest && AFTER[kind] !== undefined,
  )
  return {
    state,
    operator: happened.filter(({ event }) => event.kind === 'transferred').at(-1)?.event.operator ?? operator_2010,
    possible: [...new Set([state, ...open.map(({ after }) => after)])],
  }
}

/**
 * For each library the last day on which a list up to that of 2023 shows it open.
 *
 * A library of which later lists say neither that it is open nor that it closed is out of sight after that day.
 *
 * @param editions the rows of the table `editions`.
 */
export function lastSeenOpen(
  editions: readonly Pick<LibraryEditionRow, 'library_id' | 'edition' | 'state'>[],
): ReadonlyMap<string, IsoDate> {
  requireList('rows of library editions', editions)
  const last = new Map<string, IsoDate>()
  for (const { library_id, edition, state } of editions) {
    const day = LIBRARY_EDITION_DAYS[edition]
    if (state === 'open' && edition !== '2025' && day > (last.get(library_id) ?? '')) last.set(library_id, day)
  }
  return last
}

/**
 * Months that a library was temporarily closed between two days, as the smallest and the largest number that its dates
 * allow and the number by the rule of {@link libraryOn}. Whole months of 1/12 year, to one decimal.
 */
export function lostLibraryMonths(
  events: readonly Event[],
  interval: { readonly since: IsoDate; readonly until: IsoDate },
): { readonly months: number; readonly lower: number; readonly upper: number } {
  requireRecord('time in which months were lost', interval, 'since and until')
  const { since, until } = interval
  const steps = libraryTimeline(events)
  const spells = steps.flatMap(({ event, before, after }, i) =>
    before === 'open' && after === 'temporarily closed'
      ? [{ from: event, to: steps.slice(i + 1).find((step) => step.after !== 'temporarily closed')?.event }]
      : [],
  )
  const total = (from: (event: Event) => string, to: (event: Event) => string): number =>
    spells.reduce(
      (sum, spell) =>
        sum +
        monthsBetween(later(from(spell.from), since), earlier(spell.to === undefined ? until : to(spell.to), until)),
      0,
    )
  return {
    months: rounded(
      total(
        ({ latest }) => latest,
        ({ latest }) => latest,
      ),
    ),
    lower: rounded(
      total(
        ({ latest }) => latest,
        ({ earliest }) => earliest,
      ),
    ),
    upper: rounded(
      total(
        ({ earliest }) => earliest,
        ({ latest }) => latest,
      ),
    ),
  }
}

const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string): string => (a < b ? a : b)
const monthsBetween = (from: string, to: string): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000 / (365.25 / 12))
const rounded = (months: number): number => roundTo(months, 1)
