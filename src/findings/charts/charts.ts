import type { WardFeature } from '../../model/boundary.js'
import type { StudyResult } from '../studyResult.js'
import { amenityCharts } from './amenityCharts.js'
import { budgetCharts, spendingCharts } from './spendingCharts.js'
import type { StudyChart } from './studyChart.js'
import { voluntaryCharts } from './voluntaryCharts.js'

/**
 * The charts of a study, in the order of its findings, each for a page and for a phone, with the table behind it.
 *
 * @param result what `runStudy` found.
 * @param around the boundaries of the ward and of those around it, by `loadWardsAround`; without them no map is drawn.
 * @example
 * import { parseStudy, runStudy, studyCharts } from 'wardstick/study'
 * import { loadStudyData } from 'wardstick/data'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * const result = runStudy(parseStudy(text, file), await loadStudyData())
 * const charts = studyCharts(result, [])
 * charts.map(({ id }) => id).slice(0, 3)
 * // => ['comparable-services', 'comparable-services-councils', 'comparable-services-ranked']
 * charts[0]?.specs.wide.title.subtitle[0]?.slice(0, 23) // => 'Net current expenditure'
 */
export function studyCharts(result: StudyResult, around: readonly WardFeature[]): StudyChart[] {
  return [
    ...spendingCharts(result),
    ...amenityCharts(result, around),
    ...budgetCharts(result),
    ...voluntaryCharts(result),
  ]
}
