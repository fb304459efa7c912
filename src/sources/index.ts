export { readBudget, type BudgetEdition } from './councilReturns/budget.js'
export { type DerivedAmount, type DerivedOutturn, readDerivedOutturn } from './councilReturns/derivedOutturn.js'
export { type OutturnEdition, readOutturn } from './councilReturns/outturn.js'
export type {
  Amounts,
  AuthorityClass,
  AuthorityRow,
  CouncilReturn,
  OfficialTotal,
} from './councilReturns/returnTable.js'
export { childrensCentreListReader, type CentreListDate } from './childrensCentres/lists.js'
export { childrensCentreRegisterReader, type RegisteredCentre } from './childrensCentres/register.js'
export { childrensCentreUnionReader, type ListedCentre } from './childrensCentres/union.js'
export {
  type CouncilName,
  type CouncilNames,
  type CouncilRegistry,
  readCouncilNames,
  readCouncilRegistry,
  type RegisteredCouncil,
} from './councils/councilRegistry.js'
export { type DeflatorFile, type PriceLevel, readCalendarDeflator, readGrowthDeflator } from './deflators/deflators.js'
export { type OnsSeries, readOnsSeries } from './deflators/onsSeries.js'
export { type PoolKindIds, readPoolKinds } from './pools/facilityKinds.js'
export type { RegisteredPool } from './pools/poolColumns.js'
export { type PoolEdition, type PoolRegister, readSwimmingPools } from './pools/swimmingPools.js'
export {
  type AreaLookup,
  type DistrictEstimateColumns,
  type DistrictPopulations,
  type PeopleByArea,
  readAreaLookup,
  readDistrictEstimates,
  readDistrictPopulations,
  readSmallAreaPopulations,
  type SummedPopulations,
} from './populations/populations.js'
export { type BasicEdition, readBasicLibraries } from './libraries/basicDataset.js'
export { type LibraryList, readLibraries2016 } from './libraries/edition2016.js'
export { readLibraries2021 } from './libraries/edition2021.js'
export { type IntervalEdition, readIntervalLibraries } from './libraries/intervalEdition.js'
export { type PostcodePoints, readPostcodePoints } from './libraries/postcodePoints.js'
export type { PrintedClosing, PrintedLibrary, PrintedState, PrintedYear } from './libraries/printedLibrary.js'
export { type QualityEntry, QualityReport, type Reported, type ReportPlace, type RowCounts } from './quality.js'
export { readSourceFile, sha256 } from './read/file.js'
export {
  READ_LIMITS,
  type ReadInput,
  type ReadLimits,
  type ReadProgress,
  type ReadRequest,
  type Reader,
  collectRecords,
} from './reader.js'
export { READERS } from './readers.js'
export type { Problem, ReadReport, RowsRead } from './readReport.js'
export { type Rule, type RuleAction, type RuleId, RULES } from './rules.js'
export { type RegisteredHall, sportsHallReader } from './sportsHalls/sportsHalls.js'
export type { ClassifiedLine, LineKind } from './section251/lines.js'
export {
  type ProvisionCells,
  readSection251Outturn,
  type Section251Council,
  type Section251Return,
} from './section251/outturn.js'
export type { SourceFile } from './sourceFile.js'
export { readWardBoundaries, type WardBoundaries } from './wards/boundaries.js'
export { readWardBoundaries2025, type WardBoundaries2025 } from './wards/boundaries2025.js'
export { type LsoaChanges, type LsoaSuccession, readLsoaChanges } from './wards/lsoaChanges.js'
export { type LsoaColumns, type LsoaNumbers, readLsoaNumbers } from './wards/lsoaNumbers.js'
export {
  type DistrictPlace,
  type DistrictPlaces,
  readDistrictPlaces,
  readRuralUrbanClasses,
  type RuralUrbanClass,
  type RuralUrbanClasses,
} from './wards/wardLists.js'
export {
  type OutputAreaPoints,
  type OutputAreas,
  type PlacedOutputArea,
  readOutputAreaPoints,
  readOutputAreas,
} from './wards/outputAreas.js'
export { type ListedWard, readWardCodeList, type WardCodeColumns, type WardCodeList } from './wards/wardCodeList.js'
