export type { ColumnTable } from 'arquero'
export { loadPanel, loadTables } from './loadPanel.js'
export { type BoundaryLoading, loadBoundaries, loadBoundaryMap } from './boundaries.js'
export { type CrosswalkLoading, loadCrosswalk, loadWardCodes } from './crosswalks.js'
export { BUILT_IN_DATA, type DataLocation, loadDescriptor, loadTable, type TableLoading } from './dataset.js'
export { type LabelledColumns, type TableLabels, tableLabels } from './labels.js'
export { DATASETS } from './registry.js'
export type { DatasetName, TableName } from '../tables/declared/index.js'
export type { TypedTable } from '../tables/typedTable.js'
export { builtInStudies, type BuiltInStudy, readStudyText, type StudyNameOrPath, type StudyText } from './studyFiles.js'
export type {
  Descriptor,
  DocumentDescriptor,
  FieldDescriptor,
  ResourceDescriptor,
  SourceDescriptor,
} from '../model/descriptor.js'
export { type CouncilData, loadCouncilData, loadStudyData, loadStudyDescriptors, type StudyData } from './studyData.js'
export { loadWardData, loadWardPopulations, type WardData } from './wardData.js'
export { loadSites, type LoadedSites, type SitesLoading } from './sites.js'
