import type { Matching } from '../evaluation/matching.js'
import type { PlaceboPlacement } from '../evaluation/placement.js'
import type { Neighbour } from '../geography/access.js'
import type { Amenity, AmenityKind } from '../indicators/sites/amenity.js'
import type { SiteKind } from '../indicators/sites/siteKind.js'
import type { AmenityMeasureId, Measured } from '../indicators/amenityMeasures.js'
import type { IsoDate } from '../model/period.js'
import type { Point } from '../model/ward.js'
import type { WardRow } from '../tables/declared/wards.js'
import type { Change } from './comparison.js'
import type { PlaceAmenity, StudyDays } from './placeAmenity.js'

/** One change of the ward studied, beside its council, England and the matched wards. */
export interface AmenityComparison {
  readonly kind: 'claim' | 'since'
  readonly measure: AmenityMeasureId
  readonly own: Change
  readonly council: Change
  readonly england: Change
  readonly comparators: readonly Change[]
  readonly placebo: PlaceboPlacement
}

/** Access of one tenth of England’s small areas by deprivation, on one day. */
export interface TenthAccess {
  /** 1 for the most deprived tenth by the income domain of IMD 2010. */
  readonly tenth: number
  readonly day: IsoDate
  readonly people: number
  readonly values: readonly Measured[]
}

/** What a study found of one kind of sites. */
export interface AmenityResult {
  readonly kind: AmenityKind
  /** What is declared of the kind. */
  readonly declared: SiteKind
  readonly amenity: Amenity
  readonly days: StudyDays
  /** Null without a ward. */
  readonly ward: PlaceAmenity | null
  readonly council: PlaceAmenity
  readonly england: PlaceAmenity
  /** Empty without a ward. */
  readonly comparisons: readonly AmenityComparison[]
  /** Positions of the sites within the largest distance of any resident of the ward, ever open or not. */
  readonly sitesNear: readonly number[]
  /**
   * The nearest open site from each of the homes of the ward, in their order, null where none is open: on each day of
   * the study, and on the day on which the fewest residents were near one, where fewer were than on all of these.
   */
  readonly nearest: readonly { readonly day: IsoDate; readonly sites: readonly (Neighbour | null)[] }[]
  readonly tenths: readonly TenthAccess[]
  /** Residents of England in LSOAs without a score of IMD 2010, who are in no tenth. */
  readonly withoutTenth: number
  /** Open sites of whose place nothing is known, by day of the study: they count in the stock, not in access. */
  readonly withoutCoordinates: readonly { readonly day: IsoDate; readonly sites: number }[]
  /**
   * Open sites of which the neighbourhood alone is known, by day of the study: the bounds say where else they may be.
   */
  readonly nearby: readonly { readonly day: IsoDate; readonly sites: number }[]
}

/** Residents of the ward at the centre of an LSOA. */
export interface WardHome {
  readonly lsoa_code: string
  readonly people: number
  readonly point: Point
}

/** What a study found around its ward. */
export interface Neighbourhood {
  readonly ward: WardRow | null
  /** Where its residents live; empty without a ward. */
  readonly homes: readonly WardHome[]
  /** The wards compared with, and how like they are; null without a ward. */
  readonly matching: Matching<WardRow> | null
  /** Of pools and of libraries, as far as the study asks for them. */
  readonly amenities: readonly AmenityResult[]
}
