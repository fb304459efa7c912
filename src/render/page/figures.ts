import { csvLink, htmlTable } from './tables.js'
import type { PageFigure } from './document.js'
import type { Draw } from '../drawing.js'
import { escapeHtml } from '../escape.js'
import { type Picture, drawPicture } from './pictures.js'
import { WIDE } from './style.js'
import { count } from '../../values/rounding.js'

/** Tables with more rows than this are opened by the reader. */
const SHORT_TABLE = 12

/** A figure with its number in the page and, where it has a chart, the pictures of both forms. */
export interface DrawnFigure extends PageFigure {
  readonly number: number
  readonly pictures: { readonly wide: Picture; readonly narrow: Picture } | null
}

/** Draws the chart of a figure for a wide screen and for a phone. */
export async function drawFigure(figure: PageFigure, number: number, draw: Draw): Promise<DrawnFigure> {
  if (figure.chart === null) return { ...figure, number, pictures: null }
  const { wide, narrow } = figure.chart
  const [wideOne, narrowOne] = await Promise.all([
    drawPicture(wide, `${figure.id}_wide`, draw),
    drawPicture(narrow, `${figure.id}_narrow`, draw),
  ])
  return { ...figure, number, pictures: { wide: wideOne, narrow: narrowOne } }
}

/** A figure as HTML: caption, which HTML wants first or last, chart, table, download and citation. */
export function htmlFigure(figure: DrawnFigure): string {
  const { id, number, pictures, table, citation } = figure
  const name = pictures === null ? `Table ${number}` : `Figure ${number}`
  const isOpen = pictures === null && table.grid.rows.length <= SHORT_TABLE
  return `<figure id="${id}"${pictures === null ? '' : ' data-chart'}>
<figcaption><a class="permalink" href="#${id}">${name}</a> ${escapeHtml(table.caption)}</figcaption>
${pictures === null ? '' : htmlPictures(pictures)}
${isOpen ? htmlTable(table.grid, { caption: `${name}: ${table.caption}`, quiet: true }) : ''}
<div class="tools">
${isOpen ? '' : foldedTable(figure, name)}
${csvLink(table.grid, table.file)}
<details><summary>Cite this figure</summary>
${htmlCitation(citation)}
</details>
</div>
</figure>`
}

function htmlPictures({ wide, narrow }: { readonly wide: Picture; readonly narrow: Picture }): string {
  const form = (name: string, { id, svg, exchangeable }: Picture): string =>
    `<div class="picture ${name}${exchangeable ? ' exchangeable' : ''}" data-form="${name}" ` +
    `data-chart="${id}" data-media="${WIDE}">${svg}</div>`
  return `${form('wide', wide)}\n${form('narrow', narrow)}`
}

const foldedTable = ({ table }: DrawnFigure, name: string): string =>
  `<details><summary>Show the table <span class="file">${count(table.grid.rows.length, 'row')}</span></summary>
${htmlTable(table.grid, { caption: `${name}: ${table.caption}`, quiet: true })}
</details>`

/** A citation, with a button that copies it where scripts run. */
export const htmlCitation = (
  citation: string,
): string => `<div class="citation"><blockquote>${escapeHtml(citation)}</blockquote>
<p><button type="button" hidden>Copy</button> <span role="status" aria-live="polite"></span></p></div>`
