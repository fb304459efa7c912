import type { PageDataset, PageSource } from './document.js'
import { escapeHtml, link } from '../escape.js'
import { count, writeNumber } from '../../values/rounding.js'

/** How many rows of official files came in, went out and were set aside, in words. */
export function rowsOf(sources: readonly Pick<PageSource, 'rowsIn' | 'rowsOut' | 'setAside'>[]): string {
  const total = (of: (source: Pick<PageSource, 'rowsIn' | 'rowsOut' | 'setAside'>) => number): number =>
    sources.reduce((sum, source) => sum + of(source), 0)
  const aside = total(({ setAside }) => setAside.reduce((sum, { rows }) => sum + rows, 0))
  return `${count(
    total(({ rowsIn }) => rowsIn),
    'row',
  )} in, ${writeNumber(
    total(({ rowsOut }) => rowsOut),
    0,
  )} out, ${writeNumber(aside, 0)} set aside`
}

/** A dataset as HTML: its licence, its tables and every official file behind it. */
export function htmlDataset({ id, title, licences, tables, sources }: PageDataset): string {
  const links = licences.map((licence) => link(licence.url, licence.title))
  const items = tables.map((table) => `<li>${escapeHtml(table.title)}: ${count(table.rows, 'row')}</li>`)
  return `<section class="dataset" id="data_${id}" aria-labelledby="data_${id}_heading">
<h3 id="data_${id}_heading">${escapeHtml(title)}</h3>
${licences.length === 0 ? '' : `<p>Licence: ${links.join(', ')}.</p>`}
${tables.length === 0 ? '' : `<ul>${items.join('\n')}</ul>`}
${sources.length === 0 ? '' : htmlSources(sources)}
</section>`
}

function htmlSources(sources: readonly PageSource[]): string {
  const summary = `${count(sources.length, 'official file')} <span class="file">${rowsOf(sources)}</span>`
  return `<details class="sources"><summary>${summary}</summary>
<ol>${sources.map(htmlSource).join('\n')}</ol>
</details>`
}

const htmlSource = (source: PageSource): string => `<li><p><strong>${escapeHtml(source.title)}</strong></p>
<dl>
${published(source)}<div><dt>Rows</dt><dd>${rowsOf([source])}${reasons(source)}</dd></div>
${entry('Attribution', source.attribution)}<div><dt>SHA-256</dt><dd><code>${escapeHtml(source.sha256)}</code></dd></div>
</dl></li>`

const published = ({ publisher, edition, file }: PageSource): string =>
  entry('Publisher', publisher) + entry('Edition', edition) + entry('File', file)

const entry = (term: string, text: string): string =>
  text === '' ? '' : `<div><dt>${term}</dt><dd>${escapeHtml(text)}</dd></div>\n`

function reasons({ setAside }: PageSource): string {
  const items = setAside.map(({ reason, rows }) => `<li>${writeNumber(rows, 0)} set aside: ${escapeHtml(reason)}</li>`)
  return setAside.length === 0 ? '' : `<ul>${items.join('')}</ul>`
}
