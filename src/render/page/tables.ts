import { type Grid, toCsv } from '../../tables/print.js'
import { type ColumnFormat, columnFormat } from '../../tables/columnFormat.js'
import type { Cell } from '../../tables/parse.js'
import { escapeHtml } from '../escape.js'

/** What a table needs beside its cells. */
export interface TableWords {
  readonly caption: string
  /** Whether the caption is for those alone who hear the page, as it stands beside the table already. */
  readonly quiet?: boolean
}

/** A table for reading: numbers to the right with as many decimals as their column needs, missing cells as a dash. */
export function htmlTable({ columns, rows }: Grid, { caption, quiet = false }: TableWords): string {
  const formats = columns.map((name, i) =>
    columnFormat(
      name,
      rows.map((row) => row[i] ?? null),
    ),
  )
  const head = columns.map((name, i) => `<th scope="col"${classOf(formats[i])}>${escapeHtml(name)}</th>`).join('')
  const body = rows
    .map((row) => `<tr>${columns.map((_, i) => htmlCell(row[i] ?? null, i === 0, formats[i])).join('')}</tr>`)
    .join('\n')
  const label = escapeHtml(caption)
  return `<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table>
<caption${quiet ? ' class="hidden"' : ''}>${label}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody></table></div>`
}

function htmlCell(cell: Cell, isFirst: boolean, format: ColumnFormat | undefined): string {
  const align = classOf(format)
  const content =
    cell === null
      ? '<span aria-hidden="true">–</span><span class="hidden">missing</span>'
      : escapeHtml(format?.write(cell) ?? String(cell))
  return isFirst ? `<th scope="row"${align}>${content}</th>` : `<td${align}>${content}</td>`
}

const classOf = (format: ColumnFormat | undefined): string =>
  format === undefined || format.kind === 'text' ? '' : ` class="${format.kind}"`

/** A link that gives the whole table as a file, without a script and without a network. */
export function csvLink(grid: Grid, file: string): string {
  const csv = Buffer.from(toCsv(grid), 'utf8').toString('base64')
  return (
    `<a class="download" download="${escapeHtml(file)}" ` +
    `href="data:text/csv;charset=utf-8;base64,${csv}">Download the table <span ` +
    `class="file">${escapeHtml(file)}</span></a>`
  )
}
