import type { IsoDate, Interval } from '../../model/period.js'
import type { Value } from '../../model/value.js'
import type { IndicatorDocumentation } from '../../panel/indicator.js'
import type { Amenity } from './amenity.js'
import type { Turnover } from '../turnover.js'
import type { AmenityMeasureId } from './siteMeasures.js'
import type { SiteTerms } from './siteTerms.js'

/** A table from which a kind of sites is made, and the columns that are wanted of it. */
export interface SiteTable {
  readonly dataset: string
  readonly table: string
  readonly columns?: readonly string[]
}

/** The rows of the tables of a kind of sites, by the names that it gives them. */
export type SiteRows = (name: string) => readonly object[]

/** What became of the sites of one place, and the words for it. */
export interface PlaceTold {
  readonly name: string
  readonly turnovers: readonly { readonly interval: Interval; readonly found: Turnover }[]
  /** The value of a measure on a day or between two. */
  value(measure: AmenityMeasureId, when: IsoDate | Interval): Value
  /** Every value of a measure, in order. */
  series(measure: AmenityMeasureId): readonly Value[]
  /** A measure on each day of the study: `29.3 % on 31 March 2010 and 19.3 % on 31 March 2015`. */
  course(measure: AmenityMeasureId): string
  /** The numbers of a measure on each day with their unit once: `6, 6 and 5 sites`. */
  numbers(measure: AmenityMeasureId, unit?: string): string
  /** A word for the direction between the first and the last day. */
  direction(
    measure: AmenityMeasureId,
    words: { readonly less: string; readonly same: string; readonly more: string },
  ): string
  /** Its change in per cent from the base to a day: `a fall of 3.3 %`. */
  change(measure: AmenityMeasureId, until: IsoDate): string
}

/** A value of one day. */
export interface ValueOfDay extends Value {
  readonly period: IsoDate
}

/** What the sentences of a kind of sites are made from. */
export interface SiteTold {
  readonly amenity: Amenity
  /** The base, the claim’s day and the later ones. */
  readonly days: readonly IsoDate[]
  readonly claim: IsoDate
  readonly council: PlaceTold
  readonly england: PlaceTold
  /** The least share of the ward’s residents near a site, where a day between those of the study had less. */
  readonly least: ValueOfDay | null
  /** Where the names of sites that the study file gives are from. */
  readonly nameSources: readonly string[]
}

/** The same around a ward. */
export interface WardTold extends SiteTold {
  readonly ward: PlaceTold
}

/** Where in a finding a clause stands. */
export type ClausePlace = 'detail first' | 'detail last' | 'caveat first' | 'caveat last'

/** A sentence that only one kind of sites has: what it says, of which measures, and where it stands. */
export type SiteClause =
  | {
      readonly id: string
      readonly form: 'ward'
      readonly place: ClausePlace
      readonly measures: readonly AmenityMeasureId[]
      readonly say: (told: WardTold) => readonly string[]
    }
  | {
      readonly id: string
      readonly form: 'wider'
      readonly place: ClausePlace
      readonly measures: readonly AmenityMeasureId[]
      readonly say: (told: SiteTold) => readonly string[]
    }

/** How the finding of a form is headed and said, where a kind has words of its own. */
export interface SiteWording<Told> {
  readonly headline: (told: Told) => string
  readonly question: (told: Told) => string
  readonly sentence: (told: Told) => string
  /** The measures whose method is told. */
  readonly method: readonly AmenityMeasureId[]
  /** The figures behind the sentence, in order. */
  readonly figures: readonly ToldFigures[]
}

/** Figures behind a sentence: measures of a place on days, or of what happened between them. */
export interface ToldFigures {
  readonly of: 'ward' | 'council' | 'england'
  readonly measures: readonly AmenityMeasureId[]
  /** On every day of the study, on the first, on the day of the least share; between the first and each or the last. */
  readonly when: 'days' | 'base' | 'least' | 'intervals' | 'last interval'
}

/** A kind of sites: anything that opens and closes at a place. */
export interface SiteKind extends SiteTerms {
  /** What is said of its indicators to those who quote them. */
  readonly documentation: IndicatorDocumentation & { readonly otherwise?: string }
  /** The days of the editions that print what stands in no other, such as staffed hours. */
  readonly editionDays?: readonly IsoDate[]
  /** The tables that it is made from, by the names that {@link SiteKind.amenity} asks for. */
  readonly tables: Readonly<Record<string, SiteTable>>
  /** Its sites with their history. */
  readonly amenity: (rows: SiteRows) => Amenity
  /** Its own words for what residents of a ward can reach, and for what became of its stock. */
  readonly wordings?: { readonly ward?: SiteWording<WardTold>; readonly wider?: SiteWording<SiteTold> }
  /** Sentences that only it has. */
  readonly clauses?: readonly SiteClause[]
}
