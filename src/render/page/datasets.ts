import type { PageDataset, PageSource } from './document.js'
import { count, escapeHtml, link } from '../escape.js'

/** How many rows of official files came in, went out and were set aside, in words. */
export function rowsOf(sources: readonly Pick<PageSource, 'rowsIn' | 'rowsOut' | 'setAside'>[]): string {
  const total = (of: (source: Pick<PageSource, 'rowsIn' | 'rowsOut' | 'setAside'>) => number): number =>
    sources.reduce((sum, source) => sum + of(source), 0)
  const aside = total(({ setAside }) => setAside.reduce((sum, { rows }) => sum + rows, 0))
  return `${count(
    total(({ rowsIn }) => rowsIn),
    'row',
  )} in, ${total(({ rowsOut }) => rowsOut).toLocaleString('en-GB')} out, ${aside.toLocaleString('en-GB')} set aside`
}

/** A dataset as HTML: its licence, its tables and every official file behind it. */
export function htmlDataset({ id, title, licences, tables, sources }: PageDataset): string {
  return `<section class="dataset" id="data_${id}" aria-labelledby="data_${id}_heading">
<h3 id="data_${id}_heading">${escapeHtml(title)}</h3>
${licences.length === 0 ? '' : `<p>Licence: ${licences.map((licence) => link(licence.url, licence.title)).join(', ')}.</p>`}
${tables.length === 0 ? '' : `<ul>${tables.map((table) => `<li>${escapeHtml(table.title)}: ${count(table.rows, 'row')}</li>`).join('\n')}</ul>`}
${
  sources.length === 0
    ? ''
    : `<details class="sources"><summary>${count(sources.length, 'official file')} <span class="file">${rowsOf(sources)}</span></summary>
<ol>${sources.map(htmlSource).join('\n')}</ol>
</details>`
}
</section>`
}

const htmlSource = (source: PageSource): string => `<li><p><strong>${escapeHtml(source.title)}</strong></p>
<dl>
${entry('Publisher', source.publisher)}${entry('Edition', source.edition)}${entry('File', source.file)}<div><dt>Rows</dt><dd>${rowsOf([source])}${reasons(source)}</dd></div>
${entry('Attribution', source.attribution)}<div><dt>SHA-256</dt><dd><code>${escapeHtml(source.sha256)}</code></dd></div>
</dl></li>`

const entry = (term: string, text: string): string =>
  text === '' ? '' : `<div><dt>${term}</dt><dd>${escapeHtml(text)}</dd></div>\n`

const reasons = ({ setAside }: PageSource): string =>
  setAside.length === 0
    ? ''
    : `<ul>${setAside.map(({ reason, rows }) => `<li>${rows.toLocaleString('en-GB')} set aside: ${escapeHtml(reason)}</li>`).join('')}</ul>`
