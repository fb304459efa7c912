export { type CellPlace, type ErrorCode, InputError, InternalError, WardstickError } from './errors.js'
export { AUSTERITY_YEARS } from './model/austerity.js'
export type { Indicator, IndicatorKind } from './model/indicator.js'
export { NOTES, type NoteId } from './model/notes.js'
export {
  type FinancialYear,
  financialYear,
  firstDay,
  type Period,
  periodLabel,
  type Span,
  startOfFinancialYear,
  type Window,
  yearsOf,
  type Day,
  type Interval,
} from './model/period.js'
export { type Unit, units, unitText } from './model/unit.js'
export { type Status, STATUSES, weakestStatus } from './model/status.js'
export { type Basis, combine, type Place, type PlaceKind, sumValues, type Value } from './model/value.js'
export { quantile, type Quartiles, quartiles, rankFromLowest } from './stats/distribution.js'
export { quantileGroups } from './stats/quantileGroups.js'
export {
  councilAccounts,
  type CouncilAccounts,
  type CouncilAccountsTables,
  ENGLAND,
  ENGLAND_PLACE,
} from './indicators/councilAccounts.js'
export { type Home, wardResidents, type WardResidents, type WardResidentsRows } from './indicators/wardResidents.js'
export { type Access, accessMeter, type AccessMeter, type Reach, type Residents } from './indicators/access.js'
export {
  type Amenity,
  type AmenityKind,
  type AmenitySite,
  type Capacity,
  libraryAmenity,
  poolAmenity,
  type SiteChange,
  type SitePlace,
  type SiteState,
} from './indicators/amenities.js'
export { isPublicHall, sportsHallAmenity } from './indicators/sites/activePlaces.js'
export { childrensCentreAmenity } from './indicators/sites/childrensCentres.js'
export {
  amenityIndex,
  type AmenityIndex,
  amenityMeter,
  type BoundedAccess,
  type BoundedMeter,
} from './indicators/amenityAccess.js'
export {
  AMENITY_MEASURES,
  type AmenityMeasure,
  type AmenityMeasureId,
  DISTANCES,
  type Measured,
  type MeasuredAt,
  EVERYWHERE,
  inWard,
  measureStock,
  ofAuthority,
  type Territory,
} from './indicators/amenityMeasures.js'
export { lastSeenOpen, libraryOn, type LibraryState, lostLibraryMonths } from './indicators/libraryState.js'
export { isPoolOpen, isPublicPool } from './indicators/poolState.js'
export { REPLACED_WITHIN } from './indicators/replacement.js'
export { turnover, type Turnover } from './indicators/turnover.js'
export { measureVoluntaryProvision, type VoluntaryMeasure } from './indicators/voluntaryProvision.js'
export { deflator, type Deflator } from './indicators/realTerms.js'
export type { PriceLevelRow } from './tables/declared/deflators.js'
export {
  measureSpending,
  SPENDING_INDICATORS,
  type SpendingIndicator,
  spendingIndicator,
  type SpendingIndicatorId,
  type BuiltInSpendingIndicator,
  type Terms,
} from './indicators/spending.js'
export { difference, percentChange, windowMean } from './evaluation/change.js'
export { type Balance, type Covariate, type Match, matchNearest, type Matching } from './evaluation/matching.js'
export { type PlaceboPlacement, placeboPlacement, type Placement, rankAmong } from './evaluation/placement.js'
