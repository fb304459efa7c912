import { badCell, badFile, duplicateKey } from '../../errors.js'
import type { FinancialYear } from '../../model/period.js'
import { csvRows } from '../../tables/parse.js'
import { trimAll } from '../../values/missing.js'
import { readNumber } from '../../values/number.js'
import { decodeText } from '../../values/text.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'
import { type Section251Columns, findColumns } from './columns.js'
import { type ClassifiedLine, ROUNDING, classifyLines } from './lines.js'

/** Spending in one line by who provides, pounds; null where the cell is empty or the edition has no such column. */
export interface ProvisionCells {
  readonly voluntary: number | null
  readonly private: number | null
  readonly own: number | null
  readonly otherPublic: number | null
  /** Own and other public provision where the edition does not tell them apart. */
  readonly public: number | null
  readonly total: number | null
}

/** What one council printed in the detail lines, and its total. */
export interface Section251Council {
  /** Number of the local authority at the Department for Education. */
  readonly dfeNumber: string
  readonly name: string
  /** Row of its first line. */
  readonly row: number
  /** One a detail line, in the order of the form. */
  readonly details: readonly ProvisionCells[]
  /** Total expenditure without capital expenditure from revenue, as printed. */
  readonly total: number | null
}

/** An edition of the Section 251 outturn of children's services. */
export interface Section251Return extends Reported {
  readonly year: FinancialYear
  readonly lines: readonly ClassifiedLine[]
  readonly councils: readonly Section251Council[]
}

interface PrintedRow {
  readonly row: number
  readonly dfeNumber: string
  readonly name: string
  readonly line: string
  readonly label: string
  readonly cells: ProvisionCells
}

const PROVISIONS = ['voluntary', 'private', 'own', 'otherPublic', 'public'] as const
const WHY_ASIDE = {
  subtotal: 'subtotal of lines before it',
  capital: 'capital expenditure from revenue, or the total with it',
  memorandum: 'memorandum: part of other lines',
} as const

/**
 * Reads an edition of the Section 251 outturn (children's and young people's services): one row a council and line.
 *
 * Line numbers, names and column titles change every year. Which lines are details is known by name and by their sums
 * (see {@link ClassifiedLine}); subtotals, capital and memorandum lines are set aside, so that nothing counts twice. It
 * is checked that the providers of a line sum to its total and the details to the total of the return; where they do
 * not, both are kept and the difference is noted. `NULL` and an empty cell are missing, not 0.
 *
 * @throws InputError `missing-column`, `bad-cell`, `duplicate-key` (a line of a council twice) or `bad-file` (councils
 * with different lines, no total).
 * @example
 * import { readSection251Outturn } from 'wardstick/sources'
 * const header =
 *   'LA,LA Name,Line,S52 Line Reference,Own Provision (y),Private (z(i)),Other Public (z(ii)),' +
 *   'Voluntary (z(iii)),Total Expenditure (k)'
 * const rows = [
 *   '1,Residential care,10,5,0,3,18',
 *   '2,Fostering services,20,0,0,4,24',
 *   '3,Unknown,30,5,0,7,42',
 *   '4,SERVICES BUDGET (excluding CERA),,,,,42',
 * ]
 * const file = {
 *   name: 'outturn.csv',
 *   bytes: new TextEncoder().encode([header, ...rows.map((row) => `892,Nottingham,${row}`)].join('\n')),
 * }
 * const { lines, councils } = readSection251Outturn(file, { year: '2010-11' })
 * lines.map(({ kind }) => kind) // => ['detail', 'detail', 'subtotal', 'total']
 * councils[0]?.details.map(({ voluntary }) => voluntary) // => [3, 4]
 */
export function readSection251Outturn(file: SourceFile, { year }: { readonly year: FinancialYear }): Section251Return {
  const report = new QualityReport({ file: file.name })
  const byCouncil = groupRows(file.name, printedRows(file))
  const form = formOf(file.name, byCouncil)
  const lines = classifyLines(
    form.map(({ line, label }, i) => ({
      number: line,
      label,
      amounts: byCouncil.map((rows) => rows[i]?.cells.total ?? null),
    })),
  )
  if (!lines.some(({ kind }) => kind === 'total'))
    throw badFile(
      file.name,
      'no line is the total without CERA',
      "Use an edition that has the line '... BUDGET (excluding CERA)'.",
    )
  noteLines(report, lines)
  const councils = byCouncil.map((rows) => councilOf(rows, lines, report))
  return { year, lines, councils, ...report.reported }
}

function printedRows(file: SourceFile): PrintedRow[] {
  const [header = [], ...body] = csvRows(decodeText(file.bytes).text, { file: file.name })
  const columns = findColumns(file.name, header)
  return body.flatMap((cells, i): PrintedRow[] => {
    if (cells.length === 1 && cells[0] === '') return []
    const row = i + 2
    const label = plain(cells[columns.label] ?? '')
    const inLabel = /^(\d+)\s*/.exec(label)
    const line = columns.line === null ? inLabel?.[1] : cells[columns.line]
    if (line === undefined || line === '')
      throw badCell(
        { file: file.name, row, column: header[columns.label] ?? '' },
        label,
        'a label that begins with the number of the line',
        'Compare the row with the published file.',
      )
    const named = inLabel?.[1] === line ? label.slice(inLabel[0].length) : label
    const dfeNumber = trimAll(cells[columns.number] ?? '')
    if (!/^\d{3}$/.test(dfeNumber))
      throw badCell(
        { file: file.name, row, column: header[columns.number] ?? '' },
        dfeNumber,
        'a number of three digits',
        'Check whether the row is shifted.',
      )
    return [
      {
        row,
        dfeNumber,
        name: plain(cells[columns.name] ?? ''),
        line,
        label: named,
        cells: cellsOf(cells, columns, { file: file.name, row, header }),
      },
    ]
  })
}

function cellsOf(
  cells: readonly string[],
  columns: Section251Columns,
  { file, row, header }: { file: string; row: number; header: readonly string[] },
): ProvisionCells {
  const amount = (index: number | null): number | null => {
    if (index === null) return null
    const reading = readNumber(cells[index] ?? '')
    if (reading.kind === 'unreadable')
      throw badCell(
        { file, row, column: header[index] ?? '' },
        cells[index] ?? '',
        'an amount in pounds, NULL or nothing',
        'Compare the cell with the published file.',
      )
    return reading.kind === 'value' ? reading.value : null
  }
  return {
    voluntary: amount(columns.voluntary),
    private: amount(columns.private),
    own: amount(columns.own),
    otherPublic: amount(columns.otherPublic),
    public: amount(columns.public),
    total: amount(columns.total),
  }
}

/** The rows of each council in the order of the form, whatever the order of the file. */
function groupRows(file: string, rows: readonly PrintedRow[]): PrintedRow[][] {
  const councils = new Map<string, Map<string, PrintedRow>>()
  for (const row of rows) {
    const lines = councils.get(row.dfeNumber) ?? new Map<string, PrintedRow>()
    const before = lines.get(row.line)
    if (before !== undefined) throw duplicateKey(file, `${row.dfeNumber} line ${row.line}`, [before.row, row.row])
    lines.set(row.line, row)
    councils.set(row.dfeNumber, lines)
  }
  return [...councils]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, lines]) => [...lines.values()].sort((a, b) => Number(a.line) - Number(b.line)))
}

/** The lines of the form: every council prints the same. */
function formOf(file: string, councils: readonly (readonly PrintedRow[])[]): readonly PrintedRow[] {
  const [form = []] = councils
  for (const rows of councils) {
    const strange = rows.find(({ line, label }, i) => form[i]?.line !== line || form[i].label !== label)
    if (strange === undefined && rows.length === form.length) continue
    const where =
      strange === undefined ? `${rows.length} of ${form.length}` : `row ${strange.row}, line ${strange.line}`
    throw badFile(
      file,
      `council ${rows[0]?.dfeNumber ?? ''} has other lines than ${form[0]?.dfeNumber ?? ''} (${where})`,
      'Use the file of one edition, whole.',
    )
  }
  return form
}

function noteLines(report: QualityReport, lines: readonly ClassifiedLine[]): void {
  for (const { number, label, knownBy } of lines.filter(({ kind }) => kind === 'subtotal')) {
    if (knownBy === 'sums')
      report.note(
        'subtotal-without-name',
        `line ${number} set aside: it is the sum of lines before it in every council`,
        { column: `line ${number}`, value: label },
      )
    if (knownBy === 'name')
      report.note('subtotal-does-not-sum', `line ${number} set aside by its name`, {
        column: `line ${number}`,
        value: label,
      })
  }
}

function councilOf(
  rows: readonly PrintedRow[],
  lines: readonly ClassifiedLine[],
  report: QualityReport,
): Section251Council {
  const details = rows.filter((_, i) => lines[i]?.kind === 'detail').map(({ cells }) => cells)
  const total = rows.find((_, i) => lines[i]?.kind === 'total')?.cells.total ?? null
  rows.forEach((row, i) => {
    const kind = lines[i]?.kind ?? 'detail'
    if (kind === 'detail' || kind === 'total') report.keep()
    else report.setAside(WHY_ASIDE[kind])
    if (kind === 'detail') noteProviders(report, row)
    if (kind === 'total' || kind === 'capital') noteStray(report, row)
  })
  const [first] = rows as [PrintedRow, ...PrintedRow[]]
  noteEmpty(report, first, details)
  const sum = details.reduce((all, cells) => all + (cells.total ?? 0), 0)
  if (Math.abs(sum - (total ?? 0)) > ROUNDING)
    report.note('details-do-not-sum-to-total', 'both kept; the printed total is used', {
      row: first.row,
      column: 'total',
      value: `${first.name}: ${pence(sum)} against ${String(total)}`,
    })
  return { dfeNumber: first.dfeNumber, name: first.name, row: first.row, details, total }
}

/** Notes a line whose providers do not sum to its total, and amounts below 0. */
function noteProviders(report: QualityReport, { row, cells }: PrintedRow): void {
  const printed = PROVISIONS.filter((column) => cells[column] !== null)
  const sum = printed.reduce((all, column) => all + (cells[column] ?? 0), 0)
  if (printed.length > 0 && Math.abs(sum - (cells.total ?? 0)) > ROUNDING)
    report.note('providers-do-not-sum-to-line', 'both kept', {
      row,
      column: 'total',
      value: `${pence(sum)} against ${String(cells.total)}`,
    })
  if ((cells.voluntary ?? 0) < 0)
    report.note('negative-amount', 'kept', { row, column: 'voluntary', value: String(cells.voluntary) })
}

/** Notes amounts by provider in a total of the return, which has none. */
function noteStray(report: QualityReport, { row, cells }: PrintedRow): void {
  for (const column of PROVISIONS)
    if (Math.abs(cells[column] ?? 0) > ROUNDING)
      report.note('amount-where-the-form-has-none', 'not used', { row, column, value: String(cells[column]) })
}

/**
 * Notes how many voluntary cells of a council are empty in lines of which it prints another provider, or in all of
 * them.
 */
function noteEmpty(report: QualityReport, { row, name }: PrintedRow, details: readonly ProvisionCells[]): void {
  const printed = details.filter(({ voluntary }) => voluntary !== null).length
  const inForm = details.filter((cells) => PROVISIONS.some((column) => cells[column] !== null)).length
  if (printed < inForm || printed === 0)
    report.note('missing-empty', 'kept as missing, not as 0', {
      row,
      column: 'voluntary',
      value: name,
      count: details.length - printed,
    })
}

const plain = (text: string): string => trimAll(text.replace(/\s+/g, ' '))
const pence = (pounds: number): string => String(Math.round(pounds * 100) / 100)
