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
  type LibraryEventKind,
  LIBRARY_PLACES_KNOWN_BY,
  type LibraryOperator,
  type LibraryPlaceKnownBy,
  type LibraryType,
} from '../model/amenity.js'
export type {
  LibraryEditionRow,
  LibraryEventRow,
  LibraryIdentityRow,
  LibraryPlaceRow,
  LibraryRow,
} from './declared/libraries.js'
export type { PoolRow } from './declared/pools.js'
export type { CentreListRow, CentreRow } from './declared/childrensCentres.js'
export type { HallRow } from './declared/sportsHalls.js'
export { type Account, BUDGET_LINES, type BudgetLine, OUTTURN_LINES, type OutturnLine } from '../model/spending.js'
export type { SeriesBreak, SpendingRemark } from './declared/spending.js'
export type {
  LsoaDeprivationRow,
  LsoaPopulationRow,
  LsoaRow,
  WardDeprivationRow,
  WardPopulationRow,
  WardRow,
} from './declared/wards.js'
export { isCollected } from './collected.js'
export { COVERAGE } from './coverage.js'
export { type DatedText, isDay, readDate } from '../values/date.js'
export { readFinancialYear } from '../values/financialYear.js'
export { missingMeaning, type MissingMeaning } from '../values/missing.js'
export { readNumber } from '../values/number.js'
export { readOpeningIntervals, readWeeklyHours } from '../values/openingHours.js'
export { postcodeArea, type PostcodeText, readPostcode } from '../values/postcode.js'
export type { Reading } from '../values/reading.js'
export { roundTo } from '../values/rounding.js'
export {
  amountInWords,
  boundedInWords,
  figureInWords,
  noteInWords,
  numberInWords,
  percentInWords,
  valueInWords,
  whenInWords,
} from '../values/words.js'
export { comparableLabel, decodeText, type DecodedText, wrapText } from '../values/text.js'
export type { ColumnTable } from 'arquero'
export type { AnyTable } from './anyTable.js'
export type { ColumnDeclaration, ColumnDeclarations, RowOf, TableDeclaration } from './declare.js'
export { tableSchema, type TableSchema } from './tableSchema.js'
export { TABLES } from './declared/index.js'
export type { LooseTable, RowExpression, RowExpressions, TypedTable } from './typedTable.js'
export { fromArrow, toArrow } from './arrow.js'
export {
  type Described,
  type DescribedTable,
  tableWithDescriptor,
  type TableDescription,
  type TableDescriptor,
} from './described.js'
export { joinTables, type Joined, type JoinOptions } from './join.js'
export { type Cell, type ColumnType, type CsvOptions, csvRows, type Field, parseTable } from './parse.js'
export { fromParquet, type ParquetReading, toParquet } from './parquet.js'
export { type CsvWriting, type Grid, type TextWriting, toCsv, toText } from './print.js'
export { rowsOf } from './rows.js'
export type { ExchangeOptions } from './typedColumns.js'
