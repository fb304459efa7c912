import { badValue } from '../errors.js'
import { STATUSES, STATUS_MEANINGS, type Status } from '../model/status.js'
import { escapeHtml } from '../render/escape.js'
import { columnFormat } from '../tables/columnFormat.js'
import type { Cell } from '../tables/parse.js'
import { type Grid, isMissing, toText } from '../tables/print.js'
import { valueInWords } from '../values/words.js'
import { type HtmlBlock, isValue } from './displayable.js'
import { remark, stacked } from './html.js'
import type { AnyTable } from '../tables/anyTable.js'
import { count, writeNumber } from '../values/rounding.js'

/** How a table is shown. */
export interface TableViewOptions {
  readonly title?: string
  /** The unit of a column, by its name: it stands below the name. */
  readonly units?: Readonly<Record<string, string>>
  /** How many rows are shown, from the first; 20 when left out. Where there are more, or none, a line says how many. */
  readonly rows?: number
  /** Whose figures, in which edition. */
  readonly source?: string
}

const ROWS = 20
const STATUS = '_status'

/** Columns and rows, the cells as they come. */
export interface RawGrid {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

/** A column as it is shown, with the statuses of its figures where they are not all observed. */
interface ShownColumn {
  readonly name: string
  readonly unit: string | undefined
  readonly index: number
  readonly ofValues: boolean
  readonly status: number | null
}

/**
 * A table as HTML for a notebook, and as text.
 *
 * Numbers and values stand to the right, numbers with as many decimals as their column needs, two at most. A column
 * `x_status` stands beside its column `x` where not all figures of the rows shown are observed; otherwise one line
 * below says that they are. Missing cells are a dash.
 *
 * @param table an arquero table, or a grid of columns and rows.
 * @throws InputError `bad-value` for a unit of a column that is not there, a number of rows that is none, or a row of a
 * grid that has not one cell for each column.
 * @example
 * import { table } from 'arquero'
 * import { tableView } from 'wardstick/notebook'
 * const spending = table({
 *   council: ['Nottingham', 'Leeds'],
 *   spent: [84.2, null],
 *   spent_status: ['modelled', 'missing'],
 * })
 * const view = tableView(spending, { units: { spent: '£ a head' }, source: 'an example' })
 * const lines = view.text.split('\n')
 * lines.at(0) // => 'council     spent, £ a head  status'
 * lines.at(1) // => 'Nottingham             84.2  modelled'
 * lines.at(2) // => 'Leeds                     –  missing'
 * lines.at(3) // => 'Source: an example.'
 * lines.at(-1) // => 'missing: Not known; never 0.'
 * tableView(spending, { units: { cost: '£' } }) // throws 'bad-value'
 */
export function tableView(table: AnyTable | RawGrid, options: TableViewOptions = {}): HtmlBlock {
  const { title, units = {}, rows: limit = ROWS, source } = options
  const grid = gridOf(table, limit)
  const { columns, rows, total } = grid
  const strange = Object.keys(units).find((name) => !columns.includes(name))
  if (strange !== undefined) throw badValue('column with a unit', strange, columns.join(', '))
  const shown = shownColumns(grid, units)
  const notes = [
    ...(total === 0 ? ['No rows.'] : []),
    ...(rows.length < total ? [`${writeNumber(rows.length, 0)} of ${count(total, 'row')} shown, the first ones.`] : []),
    ...allObserved(columns, shown, rows),
    ...(source === undefined ? [] : [`Source: ${source.replace(/\.$/, '')}.`]),
    ...statusesIn(grid).map((status) => `${status}: ${STATUS_MEANINGS[status]}`),
  ]
  const body = {
    html: htmlOf(shown, rows, title),
    text: [...(title === undefined ? [] : [title]), textOf(shown, rows)].join('\n'),
  }
  return stacked([body, ...notes.map(remark)])
}

interface Shown extends Grid {
  /** Which columns hold values with their status. */
  readonly ofValues: readonly boolean[]
  readonly statuses: readonly Status[]
  /** How many rows there are in all. */
  readonly total: number
}

/** The first rows of a table, their cells as they can be shown. */
function gridOf(table: AnyTable | RawGrid, limit: number): Shown {
  if (!Number.isInteger(limit) || limit < 1) throw badValue('number of rows to show', limit, 'a whole number from 1')
  const { columns, rows, total } =
    'columnNames' in table ? rawGridOf(table, limit) : { ...table, total: table.rows.length }
  const first = rows.slice(0, limit)
  const uneven = first.findIndex((row) => row.length !== columns.length)
  if (uneven >= 0)
    throw badValue(
      `row ${uneven + 1} of a grid`,
      `${first[uneven]?.length ?? 0} cells`,
      `${columns.length}, one for each column`,
    )
  const ofValues = columns.map(
    (_, i) => first.some((row) => isValue(row[i])) && first.every((row) => row[i] == null || isValue(row[i])),
  )
  const statuses = first.flatMap((row) => row.filter(isValue).map(({ status }) => status))
  return { columns, rows: first.map((row) => row.map(cellOf)), ofValues, statuses, total }
}

function rawGridOf(table: AnyTable, limit: number): RawGrid & { readonly total: number } {
  const columns = table.columnNames()
  const cells = columns.map((name) => table.array(name) as ArrayLike<unknown>)
  const shown = Math.min(limit, table.numRows())
  const rows = Array.from({ length: shown }, (_, row) => cells.map((column) => column[row]))
  return { columns, rows, total: table.numRows() }
}

function cellOf(value: unknown): Cell {
  if (isMissing(value)) return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return String(value)
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'not a date' : value.toISOString().replace('T00:00:00.000Z', '')
  if (isValue(value)) return `${valueInWords(value)}${value.status === 'observed' ? '' : ` (${value.status})`}`
  return typeof value === 'object'
    ? JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner))
    : typeof value
}

function shownColumns({ columns, rows, ofValues }: Shown, units: Readonly<Record<string, string>>): ShownColumn[] {
  return columns.flatMap((name, index) => {
    if (isStatusColumn(name, columns)) return []
    const status = columns.indexOf(`${name}${STATUS}`)
    const plain = status < 0 || rows.every((row) => row[status] === 'observed')
    return [{ name, unit: units[name], index, ofValues: ofValues[index] === true, status: plain ? null : status }]
  })
}

const isStatusColumn = (name: string, columns: readonly string[]): boolean =>
  name.endsWith(STATUS) && columns.includes(name.slice(0, -STATUS.length))

/** A line for the columns of which the status is not shown, as every figure of them is observed. */
function allObserved(columns: readonly string[], shown: readonly ShownColumn[], rows: Grid['rows']): string[] {
  const names = shown
    .filter(({ name, status }) => status === null && columns.includes(`${name}${STATUS}`))
    .map(({ name }) => name)
  return names.length === 0 || rows.length === 0 ? [] : [`Every figure shown of ${names.join(', ')} is observed.`]
}

/** The statuses that occur, but for observed. */
function statusesIn({ columns, rows, statuses }: Shown): Status[] {
  const places = columns.flatMap((name, i) => (isStatusColumn(name, columns) || name === 'status' ? [i] : []))
  const met = new Set<unknown>([...statuses, ...rows.flatMap((row) => places.map((i) => row[i]))])
  return STATUSES.filter((status) => status !== 'observed' && met.has(status))
}

const RIGHT = 'align="right" style="text-align:right;font-variant-numeric:tabular-nums"'
const LEFT = 'align="left" style="text-align:left"'

interface WrittenColumn {
  readonly label: string
  readonly unit: string
  readonly right: boolean
  readonly cells: readonly string[]
}

function writtenColumns(shown: readonly ShownColumn[], rows: Grid['rows']): WrittenColumn[] {
  return shown.flatMap(({ name, unit = '', index, ofValues, status }) => {
    const cells = rows.map((row) => row[index] ?? null)
    const { kind, write } = columnFormat(name.replaceAll('_', ' '), cells)
    const column = {
      label: name,
      unit,
      right: kind === 'number' || ofValues,
      cells: cells.map((cell) => (cell === null ? '–' : write(cell).replace(/\s*[\r\n]+\s*/g, ' '))),
    }
    return status === null
      ? [column]
      : [column, { label: 'status', unit: '', right: false, cells: rows.map((row) => String(row[status] ?? '–')) }]
  })
}

function htmlOf(shown: readonly ShownColumn[], rows: Grid['rows'], title: string | undefined): string {
  const columns = writtenColumns(shown, rows)
  const head = columns
    .map(({ label, unit, right }) => {
      const small = unit === '' ? '' : `<br><small>${escapeHtml(unit)}</small>`
      return `<th scope="col" ${right ? RIGHT : LEFT}>${escapeHtml(label)}${small}</th>`
    })
    .join('')
  const lines = rows.map((_, i) => {
    const cellsOfRow = columns.map(
      ({ right, cells }) => `<td ${right ? RIGHT : LEFT}>${escapeHtml(cells[i] ?? '')}</td>`,
    )
    return `<tr>${cellsOfRow.join('')}</tr>`
  })
  const caption = title === undefined ? '' : `<caption ${LEFT}><strong>${escapeHtml(title)}</strong></caption>\n`
  return `<table>\n${caption}<thead><tr>${head}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody></table>`
}

function textOf(shown: readonly ShownColumn[], rows: Grid['rows']): string {
  const columns = writtenColumns(shown, rows)
  const grid = {
    columns: columns.map(({ label, unit }) => (unit === '' ? label : `${label}, ${unit}`)),
    rows: rows.map((_, i) => columns.map(({ cells }) => cells[i] ?? '')),
  }
  return toText(grid, { right: columns.map(({ right }) => right) })
}
