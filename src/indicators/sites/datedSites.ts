import { badValue } from '../../errors.js'
import { requireList, requireRecord } from '../../model/given.js'
import type { IsoDate } from '../../model/period.js'
import type { Point } from '../../model/ward.js'
import { isDay } from '../../values/date.js'
import {
  type Amenity,
  type Capacity,
  type FoundChange,
  type SitePlace,
  type SiteState,
  memoise,
  withReplacements,
} from './amenity.js'
import type { SiteTerms } from './siteTerms.js'

/** When something happened: the first and the last day on which it can have. */
export interface DatedEvent {
  readonly earliest: IsoDate
  readonly latest: IsoDate
}

/** A site that opened once and closed at most once, with what is known of its dates and place. */
export interface DatedSite {
  readonly id: string
  readonly name?: string | null
  /** Null where nothing is known of it. */
  readonly point: Point | null
  readonly ward_code: string | null
  /** GSS code of the council that runs it, or in which it is listed. */
  readonly authority_code?: string | null
  /** Null for a site that was open before the first day. */
  readonly opened: DatedEvent | null
  /** Null for a site that is still open. */
  readonly closed: DatedEvent | null
  /** How many of what it holds it has; 1 where they are not counted. */
  readonly units?: number
}

/**
 * Sites with their history, from the days on which each opened and closed. An event counts on the last day on which it
 * can have happened; on the day of its closing a site is no longer open.
 *
 * @param terms what is declared of the kind.
 * @param sites its sites.
 * @param leftOut rows that are no part of it, and why.
 * @throws InputError `bad-value` for dates that are no days or out of order, or for an id that stands there twice.
 * @example
 * import { SITE_KINDS, datedSites } from 'wardstick'
 * const [pools] = SITE_KINDS
 * const [point, ward_code] = [{ longitude: -1.2, latitude: 52.97 }, 'E05001823']
 * const closed = { earliest: '2015-08-28', latest: '2015-08-28' } as const
 * const sites = datedSites(pools, [{ id: 'a', point, ward_code, opened: null, closed }])
 * sites.on('2015-08-27')[0]?.open // => { units: 1, water: 0 }
 * sites.on('2015-08-28')[0]?.open // => null
 */
export function datedSites(terms: SiteTerms, sites: readonly DatedSite[], leftOut: Amenity['leftOut'] = []): Amenity {
  requireRecord('terms of a kind of sites', terms, 'what siteKind hands to its sites')
  requireList('sites', sites)
  refuseStrange(sites)
  const covers = { from: terms.days.first, to: terms.days.last }
  const places = sites.map(({ point, ward_code }, site): SitePlace => ({
    site,
    point,
    within: 0,
    ward_code,
    possibleWards: ward_code === null ? [] : [ward_code],
  }))
  return {
    kind: terms.id,
    terms,
    covers,
    sites: sites.map(({ id, name = null, point, ward_code, authority_code = null }) => ({
      id,
      name,
      point,
      ward_code,
      authority_code,
    })),
    places,
    on: memoise(covers, (day) => sites.map((each, site) => stateOn(each, site, day))),
    changes: withReplacements(sites.flatMap(changesOf), (site) => places[site]),
    leftOut,
    keptDespite: [],
    source: terms.source,
    placeOn: (site) => site,
  }
}

function refuseStrange(sites: readonly DatedSite[]): void {
  const seen = new Set<string>()
  for (const { id, opened, closed } of sites) {
    if (seen.has(id)) throw badValue('id of a site', id, 'each id once')
    seen.add(id)
    for (const event of [opened, closed])
      if (event !== null && (!isDay(event.earliest) || !isDay(event.latest) || event.earliest > event.latest))
        throw badValue(
          `dates of the site ${id}`,
          `${event.earliest} to ${event.latest}`,
          'two days in order, such as 2010-01-01 and 2010-12-31',
        )
    if (opened !== null && closed !== null && closed.latest < opened.latest)
      throw badValue(`closing of the site ${id}`, closed.latest, `a day after its opening on ${opened.latest}`)
  }
}

function stateOn({ opened, closed, units = 1 }: DatedSite, place: number, day: IsoDate): SiteState {
  const capacity: Capacity = { units, water: 0 }
  const isOpen = (opened === null || opened.latest <= day) && (closed === null || day < closed.latest)
  const isSure = (opened === null || opened.latest <= day) && (closed === null || day < closed.earliest)
  const mayBe = (opened === null || opened.earliest <= day) && (closed === null || day < closed.latest)
  return {
    open: isOpen ? capacity : null,
    uncertain: isSure !== mayBe,
    operator: null,
    least: isSure ? capacity : null,
    most: mayBe ? capacity : null,
    place,
    mayStandAt: [place],
  }
}

function changesOf({ opened, closed }: DatedSite, site: number): FoundChange[] {
  const change = ({ earliest, latest }: DatedEvent, kind: 'opened' | 'closed'): FoundChange => ({
    site,
    day: latest,
    earliest,
    kind,
    wasOpen: kind === 'closed',
    saidReplaced: false,
    operator: null,
  })
  return [
    ...(opened === null ? [] : [change(opened, 'opened')]),
    ...(closed === null ? [] : [change(closed, 'closed')]),
  ]
}
