import type { BuiltInSiteKindId } from '../indicators/sites/siteKinds.js'
import type { AmenityMeasureId } from '../indicators/amenityMeasures.js'
import type { NearMeasureId } from '../indicators/sites/siteTerms.js'
import type { SpendingIndicatorId } from '../indicators/spending.js'
import type { Measure } from './comparison.js'

/** Id of an indicator of what was spent: the ids of budgets end in `-budget`. */
export type OutturnIndicatorId = Exclude<SpendingIndicatorId, `${string}-budget`>

/** Id of a kind of sites: a built-in one, or one that is declared beside them. */
export type SiteKindId = BuiltInSiteKindId | (string & {})

/** Id of a finding of a study, or of one of a kind of sites of your own. Which of them a study has is its choice. */
export type FindingId =
  | OutturnIndicatorId
  | `${BuiltInSiteKindId}-${'ward' | 'wider' | 'england'}`
  | 'access-tenths'
  | 'budgets'
  | 'voluntary-provision'
  | 'unknown'
  | (string & {})

/** Id of a chart of a ward beside the wards that are like it, in one measure. */
export type MatchedChartId = `${BuiltInSiteKindId}-ward-matched-${NearMeasureId | 'units-4km'}`

/** Id of a chart of a study: the name of its files, and its address in the page. */
export type ChartId =
  | OutturnIndicatorId
  | `${OutturnIndicatorId}-${'councils' | 'ranked'}`
  | `${BuiltInSiteKindId}-ward-${'map' | 'timeline'}`
  | MatchedChartId
  | `${BuiltInSiteKindId}-open`
  | `access-tenths-${BuiltInSiteKindId}`
  | 'budgets'
  | 'voluntary-provision'
  | (string & {})

/** What a figure of a study is of: a line of spending, an amenity, or services through voluntary providers. */
export type FigureIndicator = SpendingIndicatorId | SiteKindId | 'voluntary-provision'

/** In which measure a figure of a study is given. */
export type FigureMeasure = Measure | AmenityMeasureId | 'amount' | 'share of expenditure'

/** A measure as it stands in the id of a figure. */
export type FigureMeasureId =
  Exclude<FigureMeasure, 'real per head' | 'share of expenditure'> | 'real-per-head' | 'share-of-expenditure'

/** Id of a figure: indicator, measure, code of the place, period. */
export type FigureId = `${FigureIndicator}/${FigureMeasureId}/${string}/${string}`
