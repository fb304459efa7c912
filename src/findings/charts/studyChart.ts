import type { ChartLayout, ChartWords, VegaLiteSpec } from '../../charts/spec.js'
import type { Grid } from '../../tables/print.js'
import type { ChartId, FindingId } from '../ids.js'

/** A chart of a study with the table behind it. */
export interface StudyChart {
  /** Short name: that of its files, and its address in the page. */
  readonly id: ChartId
  /** Id of the finding that it shows. */
  readonly finding: FindingId
  /** Title, unit, place, source, alternative text, notes. */
  readonly words: ChartWords
  /** The chart for a page or a print, and for a phone. */
  readonly specs: Readonly<Record<ChartLayout, VegaLiteSpec>>
  /** What the chart is drawn from, with units in the headings. */
  readonly table: { readonly caption: string; readonly grid: Grid }
}

/** The two layouts of a chart. */
export const inBothLayouts = (draw: (layout: ChartLayout) => VegaLiteSpec): StudyChart['specs'] => ({
  wide: draw('wide'),
  narrow: draw('narrow'),
})
