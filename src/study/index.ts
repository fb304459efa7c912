export type { StudyChart } from '../findings/charts/studyChart.js'
export { studyCharts } from '../findings/charts/charts.js'
export type { Change, Comparison, GroupChange, Measure } from '../findings/comparison.js'
export { findingsDocument, type FindingsDocument } from './document.js'
export { type Figure, figureId } from '../findings/figures.js'
export type { Finding } from '../findings/finding.js'
export type {
  ChartId,
  FigureId,
  FigureIndicator,
  FigureMeasure,
  FigureMeasureId,
  FindingId,
  MatchedChartId,
  OutturnIndicatorId,
} from '../findings/ids.js'
export { findingsOf } from '../findings/findings.js'
export {
  type AmenityComparison,
  type AmenityResult,
  type Neighbourhood,
  type TenthAccess,
  type WardHome,
} from '../findings/neighbourhood.js'
export { measureOn, type PlaceAmenity, type StudyDays } from '../findings/placeAmenity.js'
export { openStudy, type OpenStudy } from './openStudy.js'
export type { OwnWard } from './ownWard.js'
export { type IndicatorResult, type OutturnResult, type SeriesYear, type StudyResult } from '../findings/studyResult.js'
export { runStudy } from './run.js'
export { kindsOf, parseStudy, type Study, type StudySites } from './schema.js'
export { studyPage, type StudyPageParts } from './page.js'
export { type CouncilProfile, councilProfile, type ProfileYear } from './profile.js'
export { loadWardsAround } from './surroundings.js'
export { studyTables } from './tables.js'
export { UNKNOWN, type Unknown } from '../findings/unknown.js'
export type { ShownFinding } from './view.js'
export { type NearbySite, type WardAmenity, wardProfile, type WardProfile } from './wardProfile.js'
export { PAGE_FILE, STUDY_FORMATS, type StudyFormat, writeStudy, type StudyWriting } from './write.js'
