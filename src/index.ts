export { type CellPlace, type ErrorCode, InputError, InternalError, WardstickError } from './errors.js'

export type { MultiPolygonGeometry, PolygonGeometry, Position, Ring, WardFeature, WardProperties, WardTopologies, WardTopology, WardTopologyGeometry } from './model/boundary.js'
export type { Indicator, IndicatorKind } from './model/indicator.js'
export { NOTES, type NoteId } from './model/notes.js'
export { type FinancialYear, financialYear, firstDay, type Period, periodLabel, type Span, startOfFinancialYear, type Window, yearsOf } from './model/period.js'
export { type Account, BUDGET_LINES, type BudgetLine, COUNCIL_CLASSES, type CouncilClass, isCollected, OUTTURN_LINES, type OutturnLine, type SeriesBreak, type SpendingRemark } from './model/spending.js'
export { type Status, STATUSES, weakestStatus } from './model/status.js'
export { type Basis, combine, type Place, type PlaceKind, sumValues, type Value } from './model/value.js'
export type { LsoaDeprivationRow, LsoaPopulationRow, LsoaRow, Point, WardDeprivationRow, WardPopulationRow, WardRow } from './model/ward.js'

export { councilNameCore } from './values/councilName.js'
export { type DatedText, isDay, readDate } from './values/date.js'
export { readFinancialYear } from './values/financialYear.js'
export { missingMeaning, type MissingMeaning } from './values/missing.js'
export { readNumber } from './values/number.js'
export { readOpeningIntervals, readWeeklyHours } from './values/openingHours.js'
export { postcodeArea, type PostcodeText, readPostcode } from './values/postcode.js'
export type { Reading } from './values/reading.js'
export { comparableLabel, decodeText, type DecodedText, wrapText } from './values/text.js'

export { joinTables, type Joined, type JoinOptions } from './table/join.js'
export { type Cell, type ColumnType, type CsvOptions, csvRows, type Field, parseTable } from './table/parse.js'
export { type CsvWriting, type Grid, toCsv, toText } from './table/print.js'
export { rowsOf } from './table/rows.js'

export { quantile, type Quartiles, quartiles, rankFromLowest } from './stats/distribution.js'

export { type Council, type CouncilAlias, existsOn } from './geography/council.js'
export { councilRegister, type CouncilRegister, type CouncilRegisterRows, type CouncilSuccession } from './geography/councilRegister.js'
export { distanceInMetres } from './geography/distance.js'
export { fromNationalGrid } from './geography/nationalGrid.js'
export { wardFeatures } from './geography/wardFeatures.js'
export { type NearestWard, wardLocator, type WardLocator } from './geography/wardLocator.js'

export { councilPanel, type CouncilPanel, type CouncilPanelTables, ENGLAND } from './panel/councilPanel.js'

export { deflator, type Deflator, type PriceLevelRow } from './indicators/realTerms.js'
export { measureSpending, SPENDING_INDICATORS, type SpendingIndicator, spendingIndicator, type SpendingIndicatorId, type Terms } from './indicators/spending.js'

export { percentChange, windowMean } from './evaluation/change.js'
export { type Placement, placeAmong } from './evaluation/placement.js'
