import { badValue } from '../../errors.js'
import type { LibraryOperator } from '../../model/amenity.js'
import type { Interval, IsoDate } from '../../model/period.js'
import type { Point } from '../../model/ward.js'
import { isDay } from '../../values/date.js'
import { replacements } from '../replacement.js'
import type { SiteTerms } from './siteTerms.js'

/** Id of a kind of sites: `pools`, `libraries`, or one that is declared beside them. */
export type AmenityKind = string

/** A place where an amenity stands or stood: a library, a children’s centre, or a site with public pools or halls. */
export interface AmenitySite {
  readonly id: string
  readonly name: string | null
  /** Its likeliest point at its last address; null where nothing is known of it. */
  readonly point: Point | null
  /** The ward of that point. */
  readonly ward_code: string | null
  /** GSS code of the council that its list names; null for pools and halls, which belong to a council by their ward. */
  readonly authority_code: string | null
}

/** Where a site stands or stood for some time: a library that moved has several. */
export interface SitePlace {
  /** Position of the site. */
  readonly site: number
  /** Its likeliest point; null where nothing is known of it. */
  readonly point: Point | null
  /** It stands within so many metres of the point: 0 where the coordinates are its own. */
  readonly within: number
  /** The ward of the point. */
  readonly ward_code: string | null
  /** Every ward in which it may stand, by what is known of the point. */
  readonly possibleWards: readonly string[]
}

/** What a site offers on a day when it is open. */
export interface Capacity {
  /** Pools or halls of the site, or 1 for a library or a children’s centre. */
  readonly units: number
  /** Area in square metres as far as it is known: the water of pools, the floor of halls; 0 for what has neither. */
  readonly water: number
  /** Units whose area is not known. */
  readonly unmeasured?: number
}

/** What a site is on a day. */
export interface SiteState {
  /** Null when it is not open. */
  readonly open: Capacity | null
  /** Whether its dates leave open that it was the other way round. */
  readonly uncertain: boolean
  readonly operator: LibraryOperator | null
  /** What it offers for certain, and at most, by what its dates leave open; null when it is not open. */
  readonly least: Capacity | null
  readonly most: Capacity | null
  /** Where it stands: position in the places of the amenity. */
  readonly place: number
  /** Where it may stand, by what the dates of its moves leave open: positions in the places of the amenity. */
  readonly mayStandAt: readonly number[]
}

/** A change at a site. */
export interface SiteChange {
  /** Position of the site. */
  readonly site: number
  /** The first day of the new state: the last on which it can have happened. */
  readonly day: IsoDate
  /** The first day on which it can have happened. */
  readonly earliest: IsoDate
  /**
   * `lost-from-sight`: open on the day before by the last list that has its state, and of unknown state from then on.
   */
  readonly kind: 'opened' | 'closed' | 'temporarily-closed' | 'reopened' | 'transferred' | 'lost-from-sight'
  /** Whether it was open before: a library may close for good while it is closed for a time. */
  readonly wasOpen: boolean
  /** Whether the list itself says that another library takes its place. */
  readonly saidReplaced: boolean
  readonly operator: LibraryOperator | null
  /** For a closing: position of the site that opened within 12 months and 2 km; else null. */
  readonly replacedBy: number | null
}

/** All sites of one kind of amenity with their history. */
export interface Amenity {
  readonly kind: AmenityKind
  /** What is declared of the kind: its nouns, its measures, its days. */
  readonly terms: SiteTerms
  readonly sites: readonly AmenitySite[]
  /** Every place where one of its sites stands or stood. */
  readonly places: readonly SitePlace[]
  /** The first and the last day of which it tells. */
  readonly covers: { readonly from: IsoDate; readonly to: IsoDate }
  /**
   * The state of every site on a day, in the order of the sites. @throws InputError `bad-value` for a day that it does
   * not cover.
   */
  on(day: IsoDate): readonly SiteState[]
  /** Where a site stands on a day, at its likeliest: position in the places. */
  placeOn(site: number, day: IsoDate): number
  /** Every change at every site, by day. */
  readonly changes: readonly SiteChange[]
  /** Rows that are no part of it, and why. */
  readonly leftOut: readonly { readonly reason: string; readonly rows: number }[]
  /** Rows that are part of it though something is not known of them. */
  readonly keptDespite: readonly { readonly reason: string; readonly rows: number }[]
  /** The dataset that it is from. */
  readonly source: string
  /** What only some kinds tell of a site; nothing for most. */
  readonly perSite?: SiteReports
}

/** What only some kinds of sites tell of a site. */
export interface SiteReports {
  /** The days of the editions that print staffed hours. */
  readonly editionDays: readonly IsoDate[]
  /** Staffed hours a week of a site by the edition of a day; null where it prints none. */
  staffedHours(site: number, day: IsoDate): number | null
  /** Months for which a site was temporarily closed between two days, with what its dates allow. */
  lostMonths(site: number, interval: Interval): LostMonths
}

/** Months lost to temporary closings, by the rule, and the least and the most that dates allow. */
export interface LostMonths {
  readonly months: number
  readonly lower: number
  readonly upper: number
}

/** The one place of a site of which the coordinates are known, or nothing is. */
export const placeAt = (site: number, point: Point | null, ward_code: string | null): SitePlace => ({
  site,
  point,
  within: 0,
  ward_code,
  possibleWards: ward_code === null ? [] : [ward_code],
})

/** Computes the states of a day once, and refuses a day that is not covered. */
export function memoise(covers: Amenity['covers'], statesOn: (day: IsoDate) => readonly SiteState[]): Amenity['on'] {
  const known = new Map<IsoDate, readonly SiteState[]>()
  return (day) => {
    const before = known.get(day)
    if (before !== undefined) return before
    if (!isDay(day) || day < covers.from || day > covers.to)
      throw badValue(
        'day on which sites are counted',
        day,
        `a day from ${covers.from} to ${covers.to}, which the data cover`,
      )
    const states = statesOn(day)
    known.set(day, states)
    return states
  }
}

/** A change of which it is not yet known what replaces the site. */
export type FoundChange = Omit<SiteChange, 'replacedBy'>

/** The changes by day, each closing with the site that replaces it. */
export function withReplacements(
  found: readonly FoundChange[],
  placeOf: (site: number, day: IsoDate) => SitePlace | undefined,
): SiteChange[] {
  const changes = [...found].sort((a, b) => a.day.localeCompare(b.day) || a.site - b.site)
  const replacedBy = replacements(changes, placeOf)
  return changes.map((change, i) => ({ ...change, replacedBy: replacedBy[i] ?? null }))
}

/** The next day. */
export const dayAfter = (day: IsoDate): IsoDate =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) as IsoDate
