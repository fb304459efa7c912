export { type CellPlace, type ErrorCode, InputError, InternalError, WardstickError } from './errors.js'

export type {
  MultiPolygonGeometry,
  PolygonGeometry,
  Position,
  Ring,
  WardFeature,
  WardProperties,
  WardTopologies,
  WardTopology,
  WardTopologyGeometry,
} from './model/boundary.js'
export {
  type DatePrecision,
  type EventDay,
  IDENTITY_DECISIONS,
  type IdentityDecision,
  LIBRARY_EVENTS,
  LIBRARY_OPERATORS,
  LIBRARY_TYPES,
  LIBRARY_EDITION_DAYS,
  LIBRARY_EDITIONS,
  type LibraryEdition,
  type LibraryEditionRow,
  type LibraryEventKind,
  type LibraryEventRow,
  type LibraryIdentityRow,
  LIBRARY_PLACES_KNOWN_BY,
  type LibraryOperator,
  type LibraryPlaceKnownBy,
  type LibraryPlaceRow,
  type LibraryRow,
  type LibraryType,
  type PoolRow,
} from './model/amenity.js'
export { AUSTERITY_YEARS } from './model/austerity.js'
export {
  AREA_KINDS,
  type AreaCode,
  type AreaKind,
  type Code,
  type CouncilCode,
  type CouncilVintage,
  type LsoaCode,
  type LsoaVintage,
  type OutputAreaCode,
  type Vintage,
  VINTAGES,
  type WardCode,
  type WardCodeRow,
  type WardVintage,
} from './model/code.js'
export {
  LSOA_CHANGES,
  type LsoaBridgeRow,
  type LsoaChange,
  type OutputAreaRow,
  type SmallAreaPieceRow,
  type WardAreaShareRow,
} from './model/crosswalk.js'
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
export {
  type Account,
  BUDGET_LINES,
  type BudgetLine,
  COUNCIL_CLASSES,
  type CouncilClass,
  isCollected,
  OUTTURN_LINES,
  type OutturnLine,
  type SeriesBreak,
  type SpendingRemark,
} from './model/spending.js'
export { type Status, STATUSES, weakestStatus } from './model/status.js'
export { type Basis, combine, type Place, type PlaceKind, sumValues, type Value } from './model/value.js'
export type {
  LsoaDeprivationRow,
  LsoaPopulationRow,
  LsoaRow,
  Point,
  WardDeprivationRow,
  WardPopulationRow,
  WardRow,
} from './model/ward.js'

export { readAreaCode } from './values/areaCode.js'
export { councilNameCore } from './values/councilName.js'
export { type DatedText, isDay, readDate } from './values/date.js'
export { readFinancialYear } from './values/financialYear.js'
export { missingMeaning, type MissingMeaning } from './values/missing.js'
export { readNumber } from './values/number.js'
export { readOpeningIntervals, readWeeklyHours } from './values/openingHours.js'
export { postcodeArea, type PostcodeText, readPostcode } from './values/postcode.js'
export type { Reading } from './values/reading.js'
export { roundTo } from './values/rounding.js'
export { comparableWardName } from './values/wardName.js'
export {
  amountInWords,
  figureInWords,
  noteInWords,
  numberInWords,
  percentInWords,
  valueInWords,
  whenInWords,
} from './values/words.js'
export { comparableLabel, decodeText, type DecodedText, wrapText } from './values/text.js'

export type { ColumnTable } from 'arquero'
export type { AnyTable } from './table/anyTable.js'
export { fromArrow, toArrow } from './table/arrow.js'
export {
  type Described,
  type DescribedTable,
  tableWithDescriptor,
  type TableDescription,
  type TableDescriptor,
} from './table/described.js'
export { joinTables, type Joined, type JoinOptions } from './table/join.js'
export { type Cell, type ColumnType, type CsvOptions, csvRows, type Field, parseTable } from './table/parse.js'
export { fromParquet, type ParquetReading, toParquet } from './table/parquet.js'
export { type CsvWriting, type Grid, type TextWriting, toCsv, toText } from './table/print.js'
export { rowsOf } from './table/rows.js'
export type { ExchangeOptions } from './table/typedColumns.js'

export { quantile, type Quartiles, quartiles, rankFromLowest } from './stats/distribution.js'
export { quantileGroups } from './stats/quantileGroups.js'

export { accessIndex, type AccessIndex, type Neighbour } from './geography/access.js'
export type { CodedPoint } from './geography/codedPoints.js'
export { contiguity, type ContiguityOptions } from './geography/contiguity.js'
export { type Council, type CouncilAlias, type CoveredDays, existsOn } from './geography/council.js'
export { councilCrosswalk, type CouncilCrosswalkOptions } from './geography/councilCrosswalk.js'
export {
  councilRegister,
  type CouncilRegister,
  type CouncilRegisterOptions,
  type CouncilRegisterRows,
  type CouncilSuccession,
} from './geography/councilRegister.js'
export {
  type CodeExplanation,
  type Crosswalk,
  crosswalk,
  type CrosswalkLink,
  type CrosswalkParts,
  type CrosswalkPiece,
  LINK_BASES,
  type LinkBasis,
  MOSTLY_ONE_SOURCE,
  overlaps,
  reversed,
  sourceCode,
  type TargetOverlap,
} from './geography/crosswalk.js'
export { distanceInMetres } from './geography/distance.js'
export { distanceBand } from './geography/distanceBand.js'
export { districtsOfCouncil } from './geography/districtsOfCouncil.js'
export type { UnmatchedRow } from './geography/harmonise/grid.js'
export { harmonise, type Harmonised, type HarmoniseOptions } from './geography/harmonise/harmonise.js'
export { describeLoss, type KnownValues, type LossReport, type SpreadTotal } from './geography/harmonise/loss.js'
export {
  type AveragedMeasure,
  CROSSWALK_WEIGHTS,
  type Measure,
  type RefusedMeasure,
  type SpreadMeasure,
} from './geography/harmonise/measures.js'
export { fromNationalGrid, type GridPlace, toNationalGrid } from './geography/nationalGrid.js'
export { nearestNeighbours } from './geography/nearestNeighbours.js'
export type { NeighbourRule, Neighbours } from './geography/neighbours.js'
export {
  RESIDENT_YEARS,
  type ResidentYear,
  smallAreaCrosswalk,
  type SmallAreaOptions,
  type SmallAreaTables,
} from './geography/smallAreas.js'
export { wardCodeRegister, type WardCodeRegister } from './geography/wardCodes.js'
export { wardFeatures } from './geography/wardFeatures.js'
export { type NearestWard, wardLocator, type WardLocator } from './geography/wardLocator.js'
export { compareWardNames, type NameComparison, type NamedCode, type NameDisagreement } from './geography/wardNames.js'
export { WARD_VINTAGE, wardRegister, type WardRegister, type WardRegisterOptions } from './geography/wardRegister.js'
export type { PointColumns, PointsInWards } from './geography/wardsOfPoints.js'

export {
  councilPanel,
  type CouncilPanel,
  type CouncilPanelTables,
  ENGLAND,
  ENGLAND_PLACE,
} from './panel/councilPanel.js'
export { type Home, wardPanel, type WardPanel, type WardPanelRows } from './panel/wardPanel.js'

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
export { deflator, type Deflator, type PriceLevelRow } from './indicators/realTerms.js'
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
export { type PlaceboPlacement, placeboPlacement, type Placement, placeAmong } from './evaluation/placement.js'
