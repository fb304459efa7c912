export { BUILT_IN_DATA, type DataLocation, loadDescriptor, loadTable } from './dataset.js'
export { DATASETS, type DatasetName, type TableName } from './registry.js'
export { builtInStudies, readStudyText, type StudyText } from './studyFiles.js'
export type { Descriptor, FieldDescriptor, ResourceDescriptor, SourceDescriptor } from '../model/descriptor.js'
