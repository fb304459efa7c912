import type { CentreListRow, CentreRow } from '../../tables/declared/childrensCentres.js'
import { requireList } from '../../model/given.js'
import type { IsoDate } from '../../model/period.js'
import { badValue } from '../../errors.js'
import {
  type Amenity,
  type AmenitySite,
  type Capacity,
  dayAfter,
  type FoundChange,
  memoise,
  placeAt,
  type SitePlace,
  type SiteState,
  withReplacements,
} from './amenity.js'
import type { SiteTerms } from './siteTerms.js'

/**
 * The Sure Start children’s centres that are listed open, without linked sites. What a list calls open is listed, not
 * known to be open.
 *
 * A centre is listed from the first list that it is in up to the first that it is absent from: it left on one of the
 * days after the last list that it is in, and is counted until the last of these. Before the first list the stock is
 * not known: the opening dates of those still listed do not make one.
 *
 * @param centres the rows of the table `centres`.
 * @param lists the rows of the table `lists`: the days of which it tells.
 * @param terms what is declared of the kind.
 * @throws InputError `bad-value` without lists.
 */
export function childrensCentreAmenity(
  centres: readonly CentreRow[],
  lists: readonly CentreListRow[],
  terms: SiteTerms,
): Amenity {
  requireList('rows of children’s centres', centres)
  const days = daysOf(lists)
  const covers = { from: days[0] as IsoDate, to: days.at(-1) as IsoDate }
  const counted = centres.filter(({ type }) => type === 'centre')
  const places = counted.map(placeOf)
  const before = previousLists(days)
  return {
    kind: terms.id,
    terms,
    covers,
    sites: counted.map((centre, site) => siteOf(centre, places[site])),
    places,
    on: memoise(covers, (day) => counted.map((centre, site) => stateOn(centre, site, day, before))),
    changes: withReplacements(
      counted.flatMap((centre, site) => changesOf(centre, site, covers.from, before)),
      (site) => places[site],
    ),
    leftOut: [{ reason: 'linked sites, which are no centres of their own', rows: centres.length - counted.length }],
    keptDespite: keptDespite(counted),
    source: terms.source,
    placeOn: (site) => site,
  }
}

/** The days of the lists in order. */
function daysOf(lists: readonly CentreListRow[]): string[] {
  requireList('rows of lists of children’s centres', lists)
  if (lists.length === 0) throw badValue('lists of children’s centres', 'none', 'the rows of the table lists')
  return lists.map(({ list_date }) => list_date).sort()
}

/** For the day of each list the day after the list before it: the first on which a centre that joined may be open. */
const previousLists = (days: readonly string[]): ReadonlyMap<string, IsoDate> =>
  new Map(days.slice(1).map((day, i) => [day, dayAfter(days[i] as IsoDate)]))

/** A centre has a place where its own postcode is known; of all others the council alone is. */
function placeOf(centre: CentreRow, site: number): SitePlace {
  const { longitude, latitude, known_by, within_m, ward_code, possible_wards } = centre
  const isKnown = known_by === 'postcode' && (within_m ?? 0) <= WITHIN_OF_POSTCODE
  if (!isKnown || longitude === null || latitude === null) return placeAt(site, null, null)
  const placed = placeAt(site, { longitude, latitude }, ward_code)
  return { ...placed, within: within_m ?? 0, possibleWards: possible_wards?.split(' ') ?? placed.possibleWards }
}

/** How far from its point the houses of a postcode may lie, in metres, so that it says where a centre stands. */
const WITHIN_OF_POSTCODE = 1000

const siteOf = ({ urn, name, gss_code }: CentreRow, place: SitePlace | undefined): AmenitySite => ({
  id: urn,
  name,
  point: place?.point ?? null,
  ward_code: place?.ward_code ?? null,
  authority_code: gss_code,
})

const ONE_CENTRE: Capacity = { units: 1, water: 0 }

function stateOn(
  { first_listed, last_listed, first_absent }: CentreRow,
  place: number,
  day: IsoDate,
  before: ReadonlyMap<string, IsoDate>,
): SiteState {
  const isThere = (from: string, until: string | null): Capacity | null =>
    from <= day && (until === null || day < until) ? ONE_CENTRE : null
  const open = isThere(first_listed, first_absent)
  const least = isThere(first_listed, first_absent === null ? null : dayAfter(last_listed as IsoDate))
  const most = isThere(before.get(first_listed) ?? first_listed, first_absent)
  return {
    open,
    uncertain: (least === null) !== (most === null),
    operator: null,
    least,
    most,
    place,
    mayStandAt: [place],
  }
}

/** Its joining after the first list, and its leaving. */
function changesOf(
  { first_listed, last_listed, first_absent }: CentreRow,
  site: number,
  firstList: IsoDate,
  before: ReadonlyMap<string, IsoDate>,
): FoundChange[] {
  const change = { site, saidReplaced: false, operator: null } as const
  const [joined, left] = [first_listed as IsoDate, first_absent as IsoDate | null]
  return [
    ...(joined === firstList
      ? []
      : [{ ...change, kind: 'opened' as const, day: joined, earliest: before.get(joined) ?? joined, wasOpen: false }]),
    ...(left === null
      ? []
      : [{ ...change, kind: 'closed' as const, day: left, earliest: dayAfter(last_listed as IsoDate), wasOpen: true }]),
  ]
}

/** Centres of which something is not known. */
function keptDespite(centres: readonly CentreRow[]): Amenity['keptDespite'] {
  const rows = (holds: (centre: CentreRow) => boolean): number => centres.filter(holds).length
  return [
    {
      reason: 'centres that lists between their first and their last do not have: listed throughout',
      rows: rows(({ lists_missed }) => lists_missed > 0),
    },
    {
      reason: 'centres that another list has as linked sites: counted by their last list',
      rows: rows(({ type, type_2016 }) => type_2016 !== null && type_2016 !== type),
    },
    {
      reason: 'centres whose postcode is in no directory held: in the count of their council and at no distance',
      rows: rows(({ known_by }) => known_by !== 'postcode'),
    },
  ]
}
