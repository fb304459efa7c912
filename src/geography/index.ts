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
} from '../model/boundary.js'
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
  type WardVintage,
} from '../model/code.js'
export type { WardCodeRow } from '../tables/declared/crosswalks.js'
export { LSOA_CHANGES, type LsoaChange } from '../model/crosswalk.js'
export type { LsoaBridgeRow } from '../tables/declared/wards.js'
export type { OutputAreaRow, SmallAreaPieceRow, WardAreaShareRow } from '../tables/declared/crosswalks.js'
export { COUNCIL_CLASSES, type CouncilClass } from '../model/spending.js'
export type { Point } from '../model/ward.js'
export { readAreaCode } from '../values/areaCode.js'
export { councilNameCore } from '../values/councilName.js'
export { comparableWardName } from '../values/wardName.js'
export { accessIndex, type AccessIndex, type Neighbour } from './access.js'
export type { CodedPoint } from './codedPoints.js'
export { contiguity, type ContiguityOptions } from './contiguity.js'
export { type Council, type CouncilAlias, type CoveredDays, existsOn } from './council.js'
export { councilCrosswalk, type CouncilCrosswalkOptions } from './councilCrosswalk.js'
export {
  councilRegister,
  type CouncilRegister,
  type CouncilRegisterOptions,
  type CouncilRegisterRows,
  type CouncilSuccession,
} from './councilRegister.js'
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
} from './crosswalk.js'
export {
  COUNCIL_SETS,
  type CouncilSet,
  coreCities,
  londonBoroughs,
  metropolitanDistricts,
  shireCounties,
  shireDistricts,
  singleTier,
  unitaryAuthorities,
} from './councilSets.js'
export { distanceInMetres } from './distance.js'
export { distanceBand } from './distanceBand.js'
export { districtsOfCouncil } from './districtsOfCouncil.js'
export type { UnmatchedRow } from './harmonise/grid.js'
export { harmonise, type Harmonised, type HarmoniseOptions } from './harmonise/harmonise.js'
export { describeLoss, type KnownValues, type LossReport, type SpreadTotal } from './harmonise/loss.js'
export {
  type AveragedMeasure,
  CROSSWALK_WEIGHTS,
  type Measure,
  type RefusedMeasure,
  type SpreadMeasure,
} from './harmonise/measures.js'
export { fromNationalGrid, type GridPlace, toNationalGrid } from './nationalGrid.js'
export { nearestNeighbours } from './nearestNeighbours.js'
export type { NeighbourRule, Neighbours } from './neighbours.js'
export {
  RESIDENT_YEARS,
  type ResidentYear,
  smallAreaCrosswalk,
  type SmallAreaOptions,
  type SmallAreaTables,
} from './smallAreas.js'
export { wardCodeRegister, type WardCodeRegister } from './wardCodes.js'
export { wardFeatures } from './wardFeatures.js'
export { type NearestWard, wardLocator, type WardLocator } from './wardLocator.js'
export { compareWardNames, type NameComparison, type NamedCode, type NameDisagreement } from './wardNames.js'
export { WARD_VINTAGE, wardRegister, type WardRegister, type WardRegisterOptions } from './wardRegister.js'
export type { PointColumns, PointsInWards } from './wardsOfPoints.js'
