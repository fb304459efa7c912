import { type Grid, toCsv } from '../../table/print.js'
import type { Cell } from '../../table/parse.js'
import { escapeHtml } from '../escape.js'

/** What a table needs beside its cells. */
export interface TableWords {
  readonly caption: string
  /** Whether the caption is for those alone who hear the page, as it stands beside the table already. */
  readonly quiet?: boolean
}

const MOST_DECIMALS = 2
const SHORT_TEXT = 12

/** A table for reading: numbers to the right with as many decimals as their column needs, missing cells as a dash. */
export function htmlTable({ columns, rows }: Grid, { caption, quiet = false }: TableWords): string {
  const formats = columns.map((name, i) => columnFormat(name, rows.map((row) => row[i] ?? null)))
  const head = columns.map((name, i) => `<th scope="col"${classOf(formats[i])}>${escapeHtml(name)}</th>`).join('')
  const body = rows.map((row) => `<tr>${columns.map((_, i) => htmlCell(row[i] ?? null, i === 0, formats[i])).join('')}</tr>`).join('\n')
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
  const content = cell === null ? '<span aria-hidden="true">–</span><span class="hidden">missing</span>' : escapeHtml(format?.write(cell) ?? String(cell))
  return isFirst ? `<th scope="row"${align}>${content}</th>` : `<td${align}>${content}</td>`
}

const classOf = (format: ColumnFormat | undefined): string => (format === undefined || format.kind === 'text' ? '' : ` class="${format.kind}"`)

interface ColumnFormat {
  /** How the column is set: a number to the right, short texts in one line. */
  readonly kind: 'number' | 'short' | 'text'
  readonly write: (cell: string | number | boolean) => string
}

/** Years are names of years, not quantities: they have no thousands separator. */
function columnFormat(name: string, cells: readonly Cell[]): ColumnFormat {
  const numbers = cells.filter((cell) => typeof cell === 'number')
  const grouping = !(/\byears?\b/i.test(name) && numbers.every((number) => Number.isInteger(number) && number >= 1000 && number < 3000))
  const decimals = Math.max(0, ...numbers.map(decimalsOf))
  const isShort = cells.every((cell) => cell === null || String(cell).length <= SHORT_TEXT)
  return { kind: numbers.length > 0 ? 'number' : isShort ? 'short' : 'text', write: (cell) => (typeof cell === 'number' ? writeNumber(cell, decimals, grouping) : writeText(cell)) }
}

const writeText = (cell: string | boolean): string => (typeof cell === 'string' ? cell : cell ? 'yes' : 'no')

/** How many decimals a number has, up to the most that are shown. */
function decimalsOf(value: number): number {
  const rounded = value.toFixed(MOST_DECIMALS)
  return rounded.replace(/\.?0+$/, '').split('.')[1]?.length ?? 0
}

/** A number for people; one that its decimals would make 0 keeps two significant digits. Adding 0 takes the sign from −0. */
function writeNumber(value: number, decimals: number, useGrouping: boolean): string {
  const vanishes = value !== 0 && Math.abs(value) < 0.5 / 10 ** MOST_DECIMALS
  const digits = vanishes ? { maximumSignificantDigits: 2, maximumFractionDigits: 20 } : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat('en-GB', { ...digits, useGrouping }).format(value + 0).replace('-', '−')
}

/** A link that gives the whole table as a file, without a script and without a network. */
export function csvLink(grid: Grid, file: string): string {
  const csv = Buffer.from(toCsv(grid), 'utf8').toString('base64')
  return `<a class="download" download="${escapeHtml(file)}" href="data:text/csv;charset=utf-8;base64,${csv}">Download the table <span class="file">${escapeHtml(file)}</span></a>`
}
