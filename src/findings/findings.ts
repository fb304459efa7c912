import type { Finding } from './finding.js'
import { siteFindings } from './sites/siteFindings.js'
import { type StudyResult, isOutturn } from './studyResult.js'
import { budgetFinding, spendingFinding } from './spendingFindings.js'
import { unknownFinding } from './unknown.js'
import { voluntaryFinding } from './voluntaryFindings.js'

/**
 * The findings of a study, in this order: spending on services, by line; pools and libraries around the ward, in its
 * council and in England; access by deprivation; budgets by line; services through voluntary providers; what cannot be
 * known.
 *
 * @example
 * import { parseStudy, runStudy, findingsOf } from 'wardstick/study'
 * import { loadStudyData } from 'wardstick/data'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * const result = runStudy(parseStudy(text, file), await loadStudyData())
 * findingsOf(result).map(({ id }) => id).slice(0, 3) // => ['comparable-services', 'culture', 'pools-ward']
 */
export function findingsOf(result: StudyResult): Finding[] {
  const { ward, wider } = siteFindings(result)
  const outturn = result.indicators.filter(isOutturn)
  return [
    ...outturn.flatMap((each) => spendingFinding(each, result)),
    ...ward,
    ...wider,
    ...budgetFinding(result),
    ...voluntaryFinding(result),
    unknownFinding(result),
  ]
}
