export { type CellPlace, type ErrorCode, InputError, InternalError, WardstickError } from './errors.js'
export { AUSTERITY_YEARS } from './model/austerity.js'
export type {
  FindingForm,
  IndicatorId,
  IndicatorKind,
  IndicatorLevel,
  MeasureDescription,
  Noun,
  Polarity,
} from './model/indicator.js'
export { BREAK_NOTES, NOTES, type NoteId } from './model/notes.js'
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
  type IsoDate,
  type Interval,
} from './model/period.js'
export type { AskedCouncils, AskedPlaces, AskedWard, PanelRequest } from './indicators/panelRequest.js'
export { CATALOGUE, indicator, type IndicatorQuery, indicators } from './indicators/catalogue.js'
export { citationOf, type CitationTerms } from './indicators/indicatorEntry.js'
export {
  defineIndicator,
  type FigureFinder,
  type FoundFigure,
  type OwnIndicator,
} from './indicators/defineIndicator.js'
export { spendingLine, type SpendingDeclaration } from './indicators/spendingLine.js'
export { smallAreaScore, type ScoreMeasure, type SmallAreaScoreDeclaration } from './indicators/smallAreaScore.js'
export { councilShare, type CouncilShareDeclaration, type ShareRow } from './indicators/councilShare.js'
export { measurePanel, tablesOf } from './indicators/measurePanel.js'
export type { PanelTables } from './indicators/panelInputs.js'
export { Panel, type PanelSlice, type ComparedWith } from './panel/panel.js'
export type { PanelParts } from './panel/cells.js'
export type { Block, PanelWriter, Provenance, SeriesStep } from './panel/block.js'
export type { AskedPeriod, Frame, FramePlace, PanelTerms } from './panel/frame.js'
export type { IndicatorHeader } from './panel/header.js'
export type {
  Indicator,
  IndicatorCoverage,
  IndicatorDocumentation,
  PanelInputs,
  PanelWriters,
  TableReference,
} from './panel/indicator.js'
export { siteIndicators } from './indicators/sites/siteIndicators.js'
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
export { wardResidents, type WardResidents, type WardResidentsRows } from './indicators/wardResidents.js'
export { type Access, accessMeter, type AccessMeter, type Reach, type Residents } from './indicators/access.js'
export type {
  Amenity,
  AmenityKind,
  AmenitySite,
  Capacity,
  SiteChange,
  SitePlace,
  SiteState,
} from './indicators/sites/amenity.js'
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
} from './indicators/amenityMeasures.js'
export { libraryAmenity } from './indicators/sites/libraryAmenity.js'
export { poolAmenity } from './indicators/sites/poolAmenity.js'
export { type DatedEvent, type DatedSite, datedSites } from './indicators/sites/datedSites.js'
export { type DeclaredSites, siteKind } from './indicators/sites/declareSites.js'
export type {
  ClausePlace,
  PlaceTold,
  SiteClause,
  SiteKind,
  SiteRows,
  SiteTable,
  SiteTold,
  SiteWording,
  ToldFigures,
  WardTold,
} from './indicators/sites/siteKind.js'
export { type BuiltInSiteKindId, SITE_KINDS } from './indicators/sites/siteKinds.js'
export type { SiteAspect } from './indicators/sites/siteMeasures.js'
export type { NearMeasureId, SiteTerms, SiteWords } from './indicators/sites/siteTerms.js'
export type { Turnover } from './indicators/turnover.js'
export type { VoluntaryMeasure } from './indicators/voluntaryProvision.js'
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
export { beforeAfter, type BeforeAfter } from './evaluation/beforeAfter.js'
export { difference, percentChange, windowMean } from './evaluation/change.js'
export { type Balance, type Covariate, type Match, matchNearest, type Matching } from './evaluation/matching.js'
export { type PlaceboPlacement, placeboPlacement, type Placement, rankAmong } from './evaluation/placement.js'
