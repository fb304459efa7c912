import { badCell, badFile, missingColumn } from '../../errors.js'
import type { FinancialYear } from '../../model/period.js'
import { COUNCIL_CLASSES, type CouncilClass } from '../../model/spending.js'
import { readNumber } from '../../values/number.js'
import { comparableLabel } from '../../values/text.js'
import { QualityReport, type Reported } from '../quality.js'
import type { Sheet, SheetCell } from '../workbook.js'

/** Class of an authority in a return: a council's, or `O` for every other kind of authority. */
export type AuthorityClass = CouncilClass | 'O'

/** Amounts by line, in thousands of pounds to the pound; null where the return has none. */
export type Amounts<Line extends string> = Readonly<Record<Line, number | null>>

/** One authority's row of a return. */
export interface AuthorityRow<Line extends string> {
  /** Row of the sheet, from 1. */
  readonly row: number
  readonly eCode: string
  /** GSS code as printed; null where the edition prints none. */
  readonly gssCode: string | null
  readonly name: string
  readonly class: AuthorityClass
  readonly region: string | null
  /** Whether the return was certified when the edition was published; null where the edition does not say. */
  readonly certified: boolean | null
  readonly amounts: Amounts<Line>
}

/** A total that the publisher prints below the authorities: `ENGLAND`, or a class. */
export interface OfficialTotal<Line extends string> {
  readonly area: 'ENGLAND' | AuthorityClass
  readonly amounts: Amounts<Line>
}

/** A return of one financial year as read, with everything that was met on the way. */
export interface CouncilReturn<Line extends string> extends Reported {
  readonly year: FinancialYear
  readonly authorities: readonly AuthorityRow<Line>[]
  readonly totals: readonly OfficialTotal<Line>[]
}

/** How the columns of a return are found. */
export interface ReturnLayout<Line extends string> {
  readonly file: string
  readonly sheet?: string
  readonly year: FinancialYear
  readonly lines: readonly Line[]
  /**
   * Labels that each line of this edition has had, in the form of `comparableLabel`; lines left out are not in the
   * edition.
   */
  readonly columns: ReadonlyMap<Line, readonly string[]>
  /** Which row holds the labels: the header itself, or a row of column ids above it. */
  readonly labelRow: 'header' | 'ids'
  /** Whether every labelled column up to the total must be a known line, so that no service is lost. */
  readonly complete: boolean
  /** Whether class totals are of all authorities (and kept) or of certified returns alone (and set aside). */
  readonly classTotals: 'all returns' | 'certified returns'
}

const E_CODE = /^E\d{4}$/
const GSS_CODE = /^E\d{8}$/
const CLASS_NAMES: ReadonlyMap<string, AuthorityClass> = new Map([
  ['london boroughs', 'LB'],
  ['metropolitan districts', 'MD'],
  ['unitary authorities', 'UA'],
  ['shire counties', 'SC'],
  ['shire districts', 'SD'],
  ['other authorities', 'O'],
])

/** Where the columns of a return stand; -1 for one that the edition has not. */
interface Columns<Line extends string> {
  readonly headerIndex: number
  readonly nameAt: number
  readonly classAt: number
  readonly gssAt: number
  readonly regionAt: number
  readonly certifiedAt: number
  readonly lineAt: ReadonlyMap<Line, number>
}

/** A row of the sheet, counted from 1, with its amounts. */
interface PrintedRow<Line extends string> {
  readonly row: number
  readonly cells: readonly SheetCell[]
  readonly amounts: () => Amounts<Line>
}

/**
 * Reads a return laid out as the ministry lays them out: titles, a header row that begins with `E-code`, one row an
 * authority, then totals and notes.
 *
 * @throws InputError `bad-file` (no header, another year), `missing-column` (a line of the edition is not there) or
 *   `bad-cell` (neither a number nor a known marker).
 */
export function readReturnTable<Line extends string>(sheet: Sheet, layout: ReturnLayout<Line>): CouncilReturn<Line> {
  const report = new QualityReport(layout)
  const columns = columnsOf(sheet, layout)
  const authorities = new Map<string, AuthorityRow<Line>>()
  const totals: OfficialTotal<Line>[] = []
  const rounded = { cells: 0 }

  sheet.forEach((cells, index) => {
    if (index <= columns.headerIndex || cells.every((cell) => text(cell) === '')) return
    const row = index + 1
    const printed = { row, cells, amounts: () => readAmounts(cells, row, columns.lineAt, layout, report, rounded) }
    const eCode = text(cells[0])
    const first = authorities.get(eCode)
    if (!E_CODE.test(eCode)) totals.push(...totalOf(printed, columns, layout, report))
    else if (first !== undefined) setRepeatedAside(printed, first, layout, report)
    else {
      authorities.set(eCode, authorityOf(printed, columns, layout))
      report.keep()
    }
  })

  if (rounded.cells > 0) report.note('fraction-of-a-pound', 'rounded to the pound', { count: rounded.cells })
  return { year: layout.year, authorities: [...authorities.values()], totals, ...report.reported }
}

function columnsOf<Line extends string>(sheet: Sheet, layout: ReturnLayout<Line>): Columns<Line> {
  const headerIndex = sheet.findIndex((row) => text(row[0]) === 'E-code')
  const header = sheet[headerIndex]
  if (header === undefined)
    throw badFile(layout.file, "no header row that begins with 'E-code'", 'Use the file as published.')
  requireYear(sheet.slice(0, headerIndex), layout)
  const needed = columnFinder(header, layout.file)
  const [nameAt, classAt] = [needed('Local authority'), needed('Class')]
  const optional = (name: string): number => header.findIndex((cell) => text(cell) === name)
  return {
    headerIndex,
    nameAt,
    classAt,
    gssAt: optional('ONS Code'),
    regionAt: optional('Region'),
    certifiedAt: optional('Certified'),
    lineAt: lineColumns(sheet, headerIndex, classAt, layout),
  }
}

function authorityOf<Line extends string>(
  { row, cells, amounts }: PrintedRow<Line>,
  { nameAt, classAt, gssAt, regionAt, certifiedAt }: Columns<Line>,
  layout: ReturnLayout<Line>,
): AuthorityRow<Line> {
  const gssCode = gssAt < 0 ? '' : text(cells[gssAt])
  return {
    row,
    eCode: text(cells[0]),
    gssCode: GSS_CODE.test(gssCode) ? gssCode : null,
    name: text(cells[nameAt]),
    class: classOf(text(cells[classAt]), { ...layout, row }),
    region: regionAt < 0 ? null : text(cells[regionAt]) || null,
    certified: certifiedAt < 0 ? null : (CERTIFICATION.get(text(cells[certifiedAt])) ?? null),
    amounts: amounts(),
  }
}

/** Sets aside the second row of an authority, and says whether it has the amounts of the first. */
function setRepeatedAside<Line extends string>(
  { row, amounts }: PrintedRow<Line>,
  first: AuthorityRow<Line>,
  { lines }: ReturnLayout<Line>,
  report: QualityReport,
): void {
  const repeated = amounts()
  const differing = lines.filter((line) => repeated[line] !== first.amounts[line])
  const compared = differing.length === 0 ? 'with the same amounts' : `which differs in ${differing.join(', ')}`
  const place = { row, column: 'E-code', value: first.eCode }
  report.note('repeated-authority', `set aside; the row kept is ${first.row}, ${compared}`, place)
  report.setAside('authority printed a second time')
}

/** The official total in a row that is no authority’s, where there is one to keep. */
function totalOf<Line extends string>(
  { row, cells, amounts }: PrintedRow<Line>,
  { nameAt, classAt, lineAt }: Columns<Line>,
  layout: ReturnLayout<Line>,
  report: QualityReport,
): OfficialTotal<Line>[] {
  const name = text(cells[nameAt])
  const area = areaOf(name)
  if (area === 'ENGLAND' || (area !== undefined && layout.classTotals === 'all returns')) {
    const total = { area, amounts: amounts() }
    report.setAside('official total, kept in the table of totals')
    return [total]
  }
  if (area !== undefined || CERTIFIED.test(text(cells[0]))) report.setAside('class total of certified returns alone')
  else if (/ REGION$/.test(name)) report.setAside('official total of a region')
  else {
    refuseLostAuthority(cells, row, classAt, lineAt, layout)
    report.setAside('heading or note')
  }
  return []
}

/** Refuses a row that has amounts and a class but no readable e-code: an authority must not pass for a note. */
function refuseLostAuthority(
  cells: readonly SheetCell[],
  row: number,
  classAt: number,
  lineAt: ReadonlyMap<string, number>,
  { file, sheet }: Pick<ReturnLayout<string>, 'file' | 'sheet'>,
): void {
  const hasAmounts = [...lineAt.values()].some(
    (index) => text(cells[index]) !== '' && readNumber(text(cells[index])).kind === 'value',
  )
  if (!hasAmounts || !isClass(text(cells[classAt]))) return
  throw badCell(
    { file, ...(sheet === undefined ? {} : { sheet }), row, column: 'E-code' },
    text(cells[0]),
    'E and four digits, such as E3001',
    'Compare the row with the published file.',
  )
}

const isClass = (printed: string): boolean => ['O', 'L', ...COUNCIL_CLASSES].includes(printed)

const CERTIFICATION: ReadonlyMap<string, boolean> = new Map([
  ['Y', true],
  ['N', false],
])
const CERTIFIED = /^\[[YN]\]$/

function requireYear(titles: Sheet, { file, year }: { file: string; year: FinancialYear }): void {
  const named = titles.flatMap((row) => row.flatMap((cell) => text(cell).match(/\b\d{4}-\d{2}\b/g) ?? []))
  if (named.length > 0 && !named.includes(year))
    throw badFile(
      file,
      `its titles speak of ${[...new Set(named)].join(', ')}, not of ${year}`,
      'Check that the file is the edition that its name says.',
    )
}

function columnFinder(header: readonly SheetCell[], file: string): (name: string) => number {
  return (name) => {
    const index = header.findIndex((cell) => text(cell) === name)
    if (index < 0) throw missingColumn(file, name, header.map(text).filter(Boolean))
    return index
  }
}

function lineColumns<Line extends string>(
  sheet: Sheet,
  headerIndex: number,
  classAt: number,
  layout: ReturnLayout<Line>,
): ReadonlyMap<Line, number> {
  const ids = sheet.slice(0, headerIndex).find((row) => row.some((cell) => /-net-cur-exp$/.test(text(cell))))
  const labels = (layout.labelRow === 'ids' ? (ids ?? []) : (sheet[headerIndex] ?? [])).map((cell) =>
    comparableLabel(text(cell)),
  )
  const end = labels.findIndex(
    (label, index) => index > classAt && /^total service expenditure$|^rsx-totsx-net-cur-exp$/.test(label),
  )
  const block = labels.slice(0, end < 0 ? labels.length : end + 1)
  const found = new Map<Line, number>()
  for (const [line, names] of layout.columns) {
    const [index, second] = block.flatMap((label, at) => (at > classAt && names.includes(label) ? [at] : []))
    if (index === undefined)
      throw missingColumn(layout.file, names.join("' or '"), block.slice(classAt + 1).filter(Boolean))
    if (second !== undefined)
      throw badFile(
        layout.file,
        `columns ${index + 1} and ${second + 1} are both titled '${block[index] ?? ''}'`,
        'Say in its layout which of them is meant.',
      )
    found.set(line, index)
  }
  const known = new Set(found.values())
  const strange = block.findIndex(
    (label, at) =>
      at > classAt &&
      label !== '' &&
      !known.has(at) &&
      (layout.labelRow === 'header' || label.endsWith('-net-cur-exp')),
  )
  if (layout.complete && strange >= 0)
    throw badFile(
      layout.file,
      `column '${block[strange] ?? ''}' is no service line that wardstick knows for ${layout.year}`,
      'Add the line to its layout, so that no spending is lost.',
    )
  return found
}

function readAmounts<Line extends string>(
  cells: readonly SheetCell[],
  row: number,
  lineAt: ReadonlyMap<Line, number>,
  layout: ReturnLayout<Line>,
  report: QualityReport,
  rounded: { cells: number },
): Amounts<Line> {
  const amounts = Object.fromEntries(layout.lines.map((line) => [line, null])) as Record<Line, number | null>
  for (const [line, index] of lineAt) {
    const printed = text(cells[index])
    const reading =
      typeof cells[index] === 'number' ? ({ kind: 'value', value: cells[index] } as const) : readNumber(printed)
    if (reading.kind === 'unreadable')
      throw badCell(
        { file: layout.file, ...(layout.sheet === undefined ? {} : { sheet: layout.sheet }), row, column: line },
        printed,
        'a number, or a marker for a missing one (…, [x], -)',
        'Compare the cell with the published file.',
      )
    if (reading.kind === 'missing')
      report.note(`missing-${reading.meaning.replaceAll(' ', '-')}`, 'kept as missing, not as 0', {
        row,
        column: line,
        value: printed,
      })
    else {
      const toThePound = Math.round(reading.value * 1000) / 1000
      if (Math.abs(toThePound - reading.value) > 1e-9) rounded.cells += 1
      amounts[line] = toThePound
    }
  }
  return amounts
}

function classOf(printed: string, { file, sheet, row }: { file: string; sheet?: string; row: number }): AuthorityClass {
  const found = printed === 'L' ? 'LB' : printed
  if (found === 'O' || (COUNCIL_CLASSES as readonly string[]).includes(found)) return found as AuthorityClass
  throw badCell(
    { file, ...(sheet === undefined ? {} : { sheet }), row, column: 'Class' },
    printed,
    'UA, MD, L or LB, SC, SD, O',
    'Compare the cell with the published file.',
  )
}

const areaOf = (name: string): OfficialTotal<string>['area'] | undefined =>
  name.toUpperCase() === 'ENGLAND' ? 'ENGLAND' : CLASS_NAMES.get(name.toLowerCase())

const text = (cell: SheetCell | undefined): string => (cell === null || cell === undefined ? '' : String(cell).trim())
