import type { Displayable, DisplayBlock, HtmlBlock } from '../display/displayable.js'
import { caveat, folded, heading, paragraph, remark, stacked } from '../display/html.js'
import type { StudyChart } from '../findings/charts/studyChart.js'
import type { Finding } from '../findings/finding.js'
import type { StudyResult } from '../findings/studyResult.js'

/** A finding that a notebook can show: its sentence and caveat, with its first chart. */
export interface ShownFinding extends Finding, Displayable {}

/** A finding as a notebook shows it. */
export function shownFinding(finding: Finding, charts: readonly StudyChart[]): ShownFinding {
  return { ...finding, toBlocks: () => findingBlocks(finding, charts) }
}

/** A whole study as a notebook shows it: each finding with its first chart. */
export function studyBlocks(
  { study }: StudyResult,
  findings: readonly Finding[],
  charts: readonly StudyChart[],
): readonly DisplayBlock[] {
  const opening = [
    heading(study.title),
    paragraph(
      'No council is known to have stood outside the cuts of these years, so nothing here is a comparison ' +
        'with no cuts, and no sentence claims a cause.',
    ),
  ]
  return [stacked(opening), ...findings.flatMap((finding) => findingBlocks(finding, charts))]
}

function findingBlocks(finding: Finding, charts: readonly StudyChart[]): readonly DisplayBlock[] {
  const [first, ...more] = charts.filter((chart) => chart.finding === finding.id)
  const others =
    more.length === 0
      ? []
      : [remark(`More charts of this finding: ${more.map(({ id }) => `chart('${id}')`).join(', ')}.`)]
  return [stacked([...inWords(finding), ...others]), ...(first === undefined ? [] : [first.specs.wide])]
}

/** A finding in words, the weightiest caveat beside it; the rest is folded. */
function inWords({ headline, sentence, caveats, detail, method, rows }: Finding): HtmlBlock[] {
  const [weightiest, ...others] = caveats
  const rest = [...detail, ...others, ...method, ...rows]
  return [
    heading(headline),
    paragraph(sentence),
    ...(weightiest === undefined ? [] : [caveat(weightiest)]),
    ...(rest.length === 0 ? [] : [folded('More figures, caveats, method and rows used', rest.map(paragraph))]),
  ]
}
