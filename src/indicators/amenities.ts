import { badValue } from '../errors.js'
import type { LibraryOperator } from '../model/amenity.js'
import type { IsoDate, Interval } from '../model/period.js'
import type { Place, Value } from '../model/value.js'
import type { Point } from '../model/ward.js'
import { isDay } from '../values/date.js'
import type { AmenityMeasureId } from './sites/siteMeasures.js'
import type { SiteTerms } from './sites/siteTerms.js'
import { replacements } from './replacement.js'

/** Id of a kind of amenity: `pools`, `libraries`, or one that is declared beside them. */
export type AmenityKind = string

/** A place where an amenity stands or stood: a library, or a site with one or more public pools. */
export interface AmenitySite {
  readonly id: string
  readonly name: string | null
  /** Its likeliest point at its last address; null where nothing is known of it. */
  readonly point: Point | null
  /** The ward of that point. */
  readonly ward_code: string | null
  /** GSS code of the library authority; null for pools, which belong to a council by their ward. */
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
  /** Pools of the site, or 1 for a library. */
  readonly units: number
  /** Water area of its pools in square metres, as far as it is known; 0 for a library. */
  readonly water: number
  /** Units whose water area is not known. */
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
  /** Every change at every site, by day. */
  readonly changes: readonly SiteChange[]
  /** Rows that are no part of it, and why. */
  readonly leftOut: readonly { readonly reason: string; readonly rows: number }[]
  /** Rows that are part of it though something is not known of them. */
  readonly keptDespite: readonly { readonly reason: string; readonly rows: number }[]
  /** The dataset that it is from. */
  readonly source: string
  /** What only this kind tells of a place, in some intervals and on days of its own; nothing for most kinds. */
  readonly ownMeasures?: (asked: AskedSites) => readonly OwnMeasure[]
}

/** A place of which a kind of sites tells measures of its own. */
export interface AskedSites {
  readonly place: Place
  /** Whether a site is of the place on a day. */
  readonly belongs: (site: number, day: IsoDate) => boolean
  readonly intervals: readonly Interval[]
}

/** A measured value with the measure that it is of. */
export interface OwnMeasure {
  readonly measure: AmenityMeasureId
  readonly value: Value
}

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

/** A change at a site before it is known what replaces it. */
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

/** The one place of a site of which the coordinates are known, or nothing is. */
export const placeAt = (site: number, point: Point | null, ward_code: string | null): SitePlace => ({
  site,
  point,
  within: 0,
  ward_code,
  possibleWards: ward_code === null ? [] : [ward_code],
})
