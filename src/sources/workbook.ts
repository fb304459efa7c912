import type { DenseWorkSheet, Range } from '@e965/xlsx'
import { badFile } from '../errors.js'
import { csvRows } from '../tables/parse.js'
import { decodeText } from '../values/text.js'
import { compoundProblem } from './compoundContainer.js'
import { type QualityEntry, QualityReport } from './quality.js'
import type { SourceFile } from './sourceFile.js'
import { zipProblem } from './zipContainer.js'

/** A cell as a spreadsheet holds it. */
export type SheetCell = string | number | boolean | null

/** The cells of a sheet by row, from row 1 on, empty rows included; rows may differ in length. */
export type Sheet = readonly (readonly SheetCell[])[]

/** The two kinds of workbook, by how they begin; without that the library would read any text as a sheet. */
const CONTAINERS = [
  { signature: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], problem: compoundProblem },
  { signature: [0x50, 0x4b, 0x03, 0x04], problem: (bytes: Uint8Array) => zipProblem(bytes, linksProblem) },
] as const

/** The most cells that the used part of a sheet may span; the widest return of councils spans a tenth of it. */
const MOST_CELLS = 20_000_000
const REMEDY = 'Use the file as published.'

/**
 * The cells of one sheet of a legacy (.xls) or current (.xlsx) workbook; numbers as stored, not as displayed.
 *
 * @throws InputError `bad-file` when the file is no workbook, is cut off or damaged, has no sheet of that name, or one
 * whose cells span more than can be read.
 */
export async function workbookSheet(file: SourceFile, sheet: string): Promise<Sheet> {
  requireWhole(file)
  const { read, utils } = await import('@e965/xlsx')
  let workbook
  try {
    workbook = read(file.bytes, { dense: true, cellText: false, cellFormula: false, sheets: sheet })
  } catch (error) {
    throw badFile(file.name, `not a readable workbook (${(error as Error).message})`, REMEDY)
  }
  const cells = workbook.Sheets[sheet]
  if (cells === undefined)
    throw badFile(
      file.name,
      `no sheet '${sheet}'; found ${workbook.SheetNames.join(', ')}`,
      'Use the edition of the file that has it.',
    )
  if (cells['!ref'] === undefined) return []
  const range = usedRange(utils.decode_range(cells['!ref']), (cells as Partial<DenseWorkSheet>)['!data'] ?? [])
  requireBounded(file, sheet, range)
  return utils.sheet_to_json<SheetCell[]>(cells, { header: 1, raw: true, defval: null, blankrows: true, range })
}

/** Refuses a workbook that is cut off or damaged before the library reads it, which would not end on some of them. */
function requireWhole({ name, bytes }: SourceFile): void {
  const container = CONTAINERS.find(({ signature }) => signature.every((byte, i) => bytes[i] === byte))
  if (container === undefined) throw badFile(name, 'not a workbook (.xls or .xlsx)', REMEDY)
  const problem = container.problem(bytes)
  if (problem !== null) throw badFile(name, `not a whole workbook: ${problem}`, 'Get the file again.')
}

/**
 * The range that a sheet says it uses, from its first row on, and the cells that it has outside it: no cell is lost to
 * a wrong range, and rows count as a spreadsheet shows them.
 */
function usedRange({ s, e }: Range, rows: DenseWorkSheet['!data']): Range {
  const widths = Object.values(rows).map((row) => row.length)
  const columns = widths.reduce((widest, width) => Math.max(widest, width), 0)
  return { s: { r: 0, c: s.c }, e: { r: Math.max(e.r, rows.length - 1), c: Math.max(e.c, columns - 1) } }
}

/** Refuses a sheet whose used part would take more memory than there is once each of its cells is written out. */
function requireBounded({ name }: SourceFile, sheet: string, { s, e }: Range): void {
  const [rows, columns] = [e.r - s.r + 1, e.c - s.c + 1]
  if (rows * columns <= MOST_CELLS) return
  throw badFile(
    name,
    `sheet '${sheet}' spans ${grouped(rows)} rows and ${grouped(columns)} columns; at most ` +
      `${grouped(MOST_CELLS)} cells are read`,
    'Delete the empty rows and columns around the table, or use the file as published.',
  )
}

const SHEET_PART = /^xl\/worksheets\/[^/]+$/
const LINK = /<(?:\w+:)?hyperlink\b[^>]*?\bref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g

/** Links that cover more cells than are read: the library would make a cell for each. */
function linksProblem(part: string, content: Uint8Array): string | null {
  if (!SHEET_PART.test(part)) return null
  let linked = 0
  for (const [, left = '', top, right = '', bottom] of new TextDecoder().decode(content).matchAll(LINK))
    linked += (Number(bottom) - Number(top) + 1) * (columnNumber(right) - columnNumber(left) + 1)
  return linked <= MOST_CELLS ? null : `links in ${part} cover ${grouped(linked)} cells`
}

const columnNumber = (letters: string): number =>
  Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((number, digit) => number * 26 + digit, 0)

const grouped = (count: number): string => count.toLocaleString('en-GB')

/** The cells of a CSV file that is laid out like a sheet, as texts, and a note where it is not in UTF-8. */
export function csvSheet(file: SourceFile): { readonly sheet: Sheet; readonly quality: readonly QualityEntry[] } {
  const { text, encoding } = decodeText(file.bytes)
  const report = new QualityReport({ file: file.name })
  if (encoding !== 'utf-8') report.note('not-utf-8', 'decoded by its real encoding', { value: encoding })
  return { sheet: csvRows(text, { file: file.name }), quality: report.reported.quality }
}
