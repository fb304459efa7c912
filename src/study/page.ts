import type { Descriptor } from '../model/descriptor.js'
import { STATUSES, STATUS_MEANINGS } from '../model/status.js'
import type { PageDataset, PageDocument, PageEvidence, PageFigure, PageSection } from '../render/page/document.js'
import type { StudyChart } from '../findings/charts/studyChart.js'
import type { Finding } from '../findings/finding.js'
import { figureId } from '../findings/figures.js'
import { findingsOf } from '../findings/findings.js'
import type { StudyResult } from '../findings/studyResult.js'
import { UNKNOWN } from '../findings/unknown.js'

/** What a page of a study is made from, beside what the study found. */
export interface StudyPageParts {
  readonly charts: readonly StudyChart[]
  /** The descriptors of the datasets that the figures come from, by `loadStudyDescriptors`. */
  readonly descriptors: readonly Descriptor[]
  /** Version of wardstick, which the citations name. */
  readonly version: string
}

/**
 * The findings of a study as a page: each with its charts and their tables, its caveats, how it is known, and how it is
 * cited.
 *
 * @param result what `runStudy` found.
 * @example
 * import { parseStudy, runStudy, studyCharts, studyPage } from 'wardstick/study'
 * import { loadStudyData, loadStudyDescriptors } from 'wardstick/data'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * const result = runStudy(parseStudy(text, file), await loadStudyData())
 * const page = studyPage(result, {
 *   charts: studyCharts(result, []),
 *   descriptors: await loadStudyDescriptors(),
 *   version: '0.1.0',
 * })
 * page.sections.map(({ id }) => id).slice(0, 2) // => ['comparable-services', 'culture']
 */
export function studyPage(result: StudyResult, { charts, descriptors, version }: StudyPageParts): PageDocument {
  const { study, council, ward } = result
  const cite = (what: string, source: string): string =>
    `${what} In: ${study.title}. wardstick ${version}, study “${study.name}”. Computed from: ${source}`
  const findings = findingsOf(result)
  const used = new Set(findings.flatMap(sourcesOf))
  return {
    title: study.title,
    about: [
      `What changed around ${ward === null ? council.name : `${ward.name}, a ward of ${council.name},`} from ` +
        `${study.baseYear} to ${study.claimYear} and since, by official data: each finding in a sentence, ` +
        `with the weightiest caveat beside it, its charts and the tables behind them.`,
      'No council is known to have stood outside the cuts of these years, so nothing here is a comparison ' +
        'with no cuts, and no sentence claims a cause. What open data do not tell stands in the last finding.',
    ],
    sections: findings.map((finding) =>
      sectionOf(finding, charts, { study: study.name, cite, described: new Set(descriptors.map(({ name }) => name)) }),
    ),
    datasets: descriptors.filter(({ name }) => used.has(name)).map(datasetOf),
    citation: `${study.title}. wardstick ${version}, study “${study.name}”.`,
    colophon: [
      `Made by wardstick ${version} from the tables that come with it; the same study on the same version ` +
        `gives the same page, byte by byte.`,
      'The figures are in findings.json, written beside this page, under the ids that each finding names. The ' +
        'code of wardstick is under the MIT licence; the data are under the licences named above.',
    ],
  }
}

interface SectionParts {
  readonly study: string
  /** Datasets of which the descriptor is given. */
  readonly described: ReadonlySet<string>
  readonly cite: (what: string, source: string) => string
}

function sectionOf(finding: Finding, charts: readonly StudyChart[], parts: SectionParts): PageSection {
  const { id, headline, question, sentence, caveats, detail } = finding
  const unknown = id === 'unknown'
  return {
    id,
    headline,
    question,
    sentence,
    caveats,
    detail: unknown ? [] : detail,
    figures: unknown
      ? [unknownTable(parts)]
      : charts.filter((chart) => chart.finding === id).map((chart) => figureOf(chart, parts)),
    evidence: finding.figures.length === 0 ? null : evidenceOf(finding, parts.described),
  }
}

function figureOf({ id, words, specs, table }: StudyChart, { study, cite }: SectionParts): PageFigure {
  return {
    id: `chart-${id}`,
    chart: specs,
    table: { caption: table.caption, file: `${study}-${id}.csv`, grid: table.grid },
    citation: cite(`Chart “${words.title}” (${words.unit}; ${words.place}).`, words.source),
  }
}

function unknownTable({ study, cite }: SectionParts): PageFigure {
  return {
    id: 'table-unknown',
    chart: null,
    table: {
      caption: 'What open data do not tell, and the file that would',
      file: `${study}-unknown.csv`,
      grid: { columns: ['not known', 'bring this file'], rows: UNKNOWN.map(({ what, file }) => [what, file]) },
    },
    citation: cite('Table “What open data do not tell, and the file that would”.', 'no data.'),
  }
}

function evidenceOf(finding: Finding, described: ReadonlySet<string>): PageEvidence {
  const { method, figures, rows } = finding
  const once = [...new Map(figures.map((figure) => [figureId(figure), figure])).entries()]
  return {
    method,
    statuses: STATUSES.flatMap((status) => {
      const count = once.filter(([, { value }]) => value.status === status).length
      return count === 0 ? [] : [{ status, meaning: STATUS_MEANINGS[status], figures: count }]
    }),
    rows,
    datasets: sourcesOf(finding).filter((name) => described.has(name)),
    figureIds: once.map(([id]) => id),
  }
}

const sourcesOf = ({ figures }: Finding): string[] => [...new Set(figures.flatMap(({ value }) => value.source))]

function datasetOf({ name, title, licenses, resources, sources }: Descriptor): PageDataset {
  return {
    id: name,
    title,
    licences: licenses.map((licence) => ({ title: licence.title, url: licence.path })),
    tables: resources
      .filter((resource) => resource.name !== 'quality')
      .map((resource) => ({ title: resource.title, rows: resource.rows })),
    sources: sources.map(({ title: of, publisher, edition, file, attribution, sha256, rowsIn, rowsOut, setAside }) => ({
      title: of,
      publisher,
      edition,
      file,
      attribution,
      sha256,
      rowsIn,
      rowsOut,
      setAside,
    })),
  }
}
