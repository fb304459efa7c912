export { yearsAt } from './axes.js'
export {
  type DistanceCurves,
  distanceCurves,
  type DistanceLine,
  type DistanceRow,
  MOST_STEPS,
  type SharePoint,
  STEP_GRID,
} from './distanceCurves.js'
export { drawnRows } from './drawnRows.js'
export { dumbbell, type Dumbbell, type DumbbellEnd, type DumbbellRow } from './dumbbell.js'
export {
  gradient,
  type Gradient,
  GRADIENT_GROUPS,
  GRADIENT_POINTS,
  type GradientLine,
  type GradientRow,
} from './gradient.js'
export { HEAT_MAP_PLACES, heatMap, type HeatMap, type HeatMapRow } from './heatMap.js'
export {
  type IndexedBehind,
  indexedMultiples,
  type IndexedMultiples,
  type IndexedRow,
  MULTIPLES_BEHIND,
  MULTIPLES_PANELS,
} from './indexedMultiples.js'
export { type NumberForm } from './numbers.js'
export type { ChangeSense } from './polarity.js'
export { type RankedChange, rankedChanges, type RankedChanges } from './rankedChanges.js'
export { RANKED_ROWS, type RankedIntervalRow, rankedIntervals, type RankedIntervals } from './rankedIntervals.js'
export { type RowsIn, type TableOfRows } from './rowsIn.js'
export { type MapHome, type MapPanel, type MapSite, siteMap, type SiteMap, type SiteOnMap } from './siteMap.js'
export {
  siteTimeline,
  type SiteTimeline,
  type TimelineEvent,
  type TimelineEventKind,
  type TimelineSite,
} from './siteTimeline.js'
export { slope, type Slope, SLOPE_LINES, type SlopeRow } from './slope.js'
export {
  type ChartBody,
  type ChartLayout,
  type ChartRow,
  type ChartWords,
  composeChart,
  type KeyEntry,
  type MarkShape,
  shapeOf,
  type VegaLiteSpec,
} from './spec.js'
export { type PointStatus, type SpendingSeries, spendingSeries, type SpendingYear } from './spendingSeries.js'
export { type TenthShare, accessByTenth, type AccessByTenth } from './accessByTenth.js'
export { waterfall, type Waterfall, type WaterfallRow, type WaterfallTotal } from './waterfall.js'
export { type TimeBand, type TimeEvent } from './timeMarks.js'
export { type ClassesAround, type Classing } from './classes.js'
export { CLASS_COLOURS, DARK, FONT, GREY, INK, PALETTE, PAPER, THEME } from './theme.js'
export { type TimeLine, type TimePoint, timeSeries, type TimeSeries } from './timeSeries.js'
export { wardMap, type WardMap, type WardMapRow, WARDS_DRAWN_SINGLY } from './wardMap.js'
