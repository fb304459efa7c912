import { createHash } from 'node:crypto'
import { type Draw, drawChart } from '../drawing.js'
import { fontFaces } from '../font.js'
import { checkDocument } from './checks.js'
import { htmlDataset } from './datasets.js'
import type { PageDocument } from './document.js'
import { escapeHtml, paragraphs } from '../escape.js'
import { drawFigure, htmlCitation } from './figures.js'
import { packCharts } from './packedCharts.js'
import { loadRuntime } from './runtime.js'
import { type DrawnSection, heading, htmlSection } from './sections.js'
import { pageStyle } from './style.js'

/** How a page is made. */
export interface PageOptions {
  /** Draws a chart: here by default, or in the threads of a `drawingPool`. */
  readonly draw?: Draw
}

/**
 * Composes a page to read, print and quote: one HTML file with its charts, tables, data and script inside.
 *
 * Nothing is fetched when it is read, and without a script it loses nothing but the exact values under the pointer.
 * Every text of the document is shown as text; only `http:` and `https:` addresses become links. The same document
 * gives the same page.
 *
 * @param document what is said, what shows it, how it is known.
 * @throws InputError `bad-page` when an id is no address or stands twice, or a section names a dataset that is not
 * there; `bad-chart` as {@link render}.
 * @example
 * import { renderPage } from 'wardstick/render'
 * const section = {
 *   id: 'pools',
 *   headline: 'Nearer, fewer',
 *   question: 'What became of the pools?',
 *   sentence: 'There were 6 <sites>, then 5.',
 *   caveats: [],
 *   detail: [],
 *   figures: [],
 *   evidence: null,
 * }
 * const rest = { datasets: [], citation: 'Pools (2025)', colophon: [] }
 * const pools = { title: 'Pools', about: [], sections: [section], ...rest }
 * const page = await renderPage(pools)
 * page.includes('There were 6 &lt;sites&gt;, then 5.') // => true
 * const twice = { ...pools, sections: [section, section] }
 * await renderPage(twice) // throws 'bad-page'
 */
export async function renderPage(document: PageDocument, { draw = drawChart }: PageOptions = {}): Promise<string> {
  checkDocument(document)
  const [script, sections] = await Promise.all([loadRuntime(), drawSections(document, draw)])
  const pictures = sections
    .flatMap(({ figures }) => figures)
    .flatMap((figure) => (figure.pictures === null ? [] : [figure.pictures.wide, figure.pictures.narrow]))
  const font = pictures.length === 0 ? '' : await fontFaces(pictures.map(({ svg }) => svg).join(''))
  const datasets = new Map(document.datasets.map((dataset) => [dataset.id, dataset]))
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${escapeHtml(document.about[0] ?? document.title)}">
<title>${escapeHtml(document.title)}</title>
<link rel="icon" href="data:,">
<style>${font}${pageStyle()}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the findings</a>
<header class="head">
<h1>${escapeHtml(document.title)}</h1>
<div class="about">${paragraphs(document.about)}</div>
</header>
${htmlContents(document)}
<main id="main" tabindex="-1">
${sections.map((section) => htmlSection(section, datasets)).join('\n')}
${htmlData(document)}
<section id="cite-this-page" aria-labelledby="cite-this-page_heading">
${heading('cite-this-page', 'Cite this page')}
${htmlCitation(document.citation)}
</section>
</main>
<footer id="about-this-page">
<h2>About this page</h2>
${paragraphs(document.colophon)}
</footer>
<script type="text/plain" id="charts_data">${packCharts(pictures)}</script>
<script>${script}</script>
</body>
</html>
`
}

/** Figures are numbered through the page. */
async function drawSections({ sections }: PageDocument, draw: Draw): Promise<DrawnSection[]> {
  let before = 0
  return Promise.all(
    sections.map(async (section) => {
      const first = before + 1
      before += section.figures.length
      return {
        ...section,
        figures: await Promise.all(section.figures.map((figure, i) => drawFigure(figure, first + i, draw))),
      }
    }),
  )
}

function contentSecurityPolicy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64')
  return (
    `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data: blob:; font-src ` +
    `data:; connect-src 'none'; base-uri 'none'; form-action 'none'`
  )
}

function htmlContents({ sections, datasets }: PageDocument): string {
  const entry = (id: string, words: string): string => `<li><a href="#${id}">${escapeHtml(words)}</a></li>`
  return `<nav class="contents" id="contents" aria-label="Contents">
<h2>Contents</h2>
<ol>
${sections.map(({ id, headline }) => entry(id, headline)).join('\n')}
</ol>
<ul>
${datasets.length === 0 ? '' : entry('data-and-licences', 'Data and licences')}
${entry('cite-this-page', 'Cite this page')}
${entry('about-this-page', 'About this page')}
</ul>
</nav>`
}

const htmlData = ({ datasets }: PageDocument): string =>
  datasets.length === 0
    ? ''
    : `<section id="data-and-licences" aria-labelledby="data-and-licences_heading">
${heading('data-and-licences', 'Data and licences')}
${datasets.map(htmlDataset).join('\n')}
</section>`
