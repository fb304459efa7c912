import type { PageDataset, PageEvidence, PageSection } from './document.js'
import { escapeHtml, paragraphs } from '../escape.js'
import { type DrawnFigure, htmlFigure } from './figures.js'
import { htmlTable } from './tables.js'
import { rowsOf } from './datasets.js'
import { count } from '../../values/rounding.js'

/** A section whose figures are drawn. */
export interface DrawnSection extends Omit<PageSection, 'figures'> {
  readonly figures: readonly DrawnFigure[]
}

/** A finding as HTML: question, headline, sentence and weightiest caveat, figures, and how it is known. */
export function htmlSection(
  { id, headline, question, sentence, caveats, detail, figures, evidence }: DrawnSection,
  datasets: ReadonlyMap<string, PageDataset>,
): string {
  const [weightiest, ...further] = caveats
  return `<section id="${id}" aria-labelledby="${id}_heading">
<p class="question">${escapeHtml(question)}</p>
${heading(id, headline)}
<p class="sentence">${escapeHtml(sentence)}</p>
${weightiest === undefined ? '' : `<p class="caveat"><strong>Bear in mind</strong> ${escapeHtml(weightiest)}</p>`}
${figures.length === 0 ? paragraphs(detail) : ''}
${figures.map(htmlFigure).join('\n')}
<div class="folds">
${figures.length > 0 && detail.length > 0 ? fold('More figures', paragraphs(detail)) : ''}
${further.length > 0 ? fold(count(further.length, 'more caveat'), list(further)) : ''}
${evidence === null ? '' : fold('How do we know?', htmlEvidence(evidence, headline, datasets))}
</div>
</section>`
}

/** The heading of a section, with a link to the section. */
export const heading = (id: string, words: string): string =>
  `<h2><span id="${id}_heading">${escapeHtml(words)}</span> <a class="permalink" href="#${id}" ` +
  `aria-label="Link to: ${escapeHtml(words)}">#</a></h2>`

const fold = (
  title: string,
  content: string,
): string => `<details class="printed"><summary>${escapeHtml(title)}</summary>
${content}
</details>`

const list = (texts: readonly string[]): string =>
  `<ul>${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('\n')}</ul>`

function htmlEvidence(
  { method, statuses, rows, datasets: named, figureIds }: PageEvidence,
  headline: string,
  datasets: ReadonlyMap<string, PageDataset>,
): string {
  const statusRows = statuses.map(({ status, meaning, figures }) => [status, meaning, figures])
  const used = named.map((id) => datasets.get(id)).filter((dataset) => dataset !== undefined)
  return [
    part('Method', paragraphs(method)),
    part(
      'How the figures are known',
      statuses.length === 0
        ? ''
        : htmlTable(
            { columns: ['status', 'what it means', 'figures'], rows: statusRows },
            { caption: `How the figures are known: ${headline}`, quiet: true },
          ),
    ),
    part('Rows used', rows.length === 0 ? '' : list(rows)),
    part('Data', used.length === 0 ? '' : `<ul>${used.map(datasetLine).join('\n')}</ul>`),
    part(
      'Figures of the sentence in findings.json',
      figureIds.length === 0
        ? ''
        : `<ul class="ids">${figureIds.map((id) => `<li><code>${escapeHtml(id)}</code></li>`).join('\n')}</ul>`,
    ),
  ].join('\n')
}

const part = (title: string, content: string): string => (content === '' ? '' : `<h3>${title}</h3>\n${content}`)

const datasetLine = (dataset: PageDataset): string =>
  `<li><a href="#data_${dataset.id}">${escapeHtml(dataset.title)}</a>: ` +
  `${count(dataset.sources.length, 'official file')}, ${rowsOf(dataset.sources)}</li>`
