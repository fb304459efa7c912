import { badFile } from '../errors.js'
import { readDate } from '../values/date.js'
import { missingMeaning } from '../values/missing.js'
import { readNumber } from '../values/number.js'
import { decodeText } from '../values/text.js'
import { type ScannedRow, scanCsv } from './csvScan.js'
import { type FoundHeader, type WantedColumn, findHeader, headerShare } from './headerFinder.js'
import { type ProblemPlace, ReadAccount, type ReadReport } from './readReport.js'
import {
  READ_LIMITS,
  type ReadInput,
  type ReadLimits,
  type Reader,
  type ReadRequest,
  beyondLimit,
  collectBytes,
} from './reader.js'
import type { RuleId } from './rules.js'
import type { SourceFile } from './sourceFile.js'

/** A column of a family of CSV files. */
export interface CsvColumn extends WantedColumn {
  readonly type: 'string' | 'integer' | 'number' | 'date'
  /** Whether a row without a readable cell here says nothing: it is set aside. Elsewhere such a cell is missing. */
  readonly needed?: boolean
  /** The only texts that may stand there. */
  readonly allowed?: readonly string[]
  /** The form of the texts that may stand there, as a regular expression for the whole cell. */
  readonly pattern?: RegExp
  /** The least and the largest number that may stand there. */
  readonly range?: readonly [least: number, most: number]
}
type CsvColumns = Readonly<Record<string, CsvColumn>>

type Kind<Column extends CsvColumn> = Column['type'] extends 'integer' | 'number'
  ? number
  : Column extends { readonly allowed: readonly (infer Text)[] }
    ? Text
    : string

/** The cells of a row by the names of the columns, each of its kind; null where missing. Dates are ISO days. */
export type CellsOf<Columns extends CsvColumns> = {
  readonly [Name in keyof Columns]: Columns[Name] extends { readonly needed: true }
    ? Kind<Columns[Name]>
    : Kind<Columns[Name]> | null
}

/** Says what is to be said of a row; the column is named, and the value quoted, as the file prints them. */
export interface RowNotes<Name> {
  note(rule: RuleId, column: Name): void
  /** Sets the row aside. */
  setAside(rule: RuleId, column: Name): null
}

/** A family of CSV files: its columns, by what it is known, and how a row becomes a record. */
export interface CsvFamily<Columns extends CsvColumns, Row> {
  readonly id: string
  readonly title: string
  readonly columns: Columns
  /** The columns without any of which a file is of another family. */
  readonly signature: readonly (keyof Columns & string)[]
  /** Whether a row is of this family, where other families have the same columns. */
  readonly isOne?: (cells: { readonly [Name in keyof Columns]: CellsOf<Columns>[Name] | null }) => boolean
  /** What no two records share. */
  readonly keyOf: (record: Row) => string
  /** For one file: a function that makes the record of a row, or sets the row aside. */
  readonly records: () => (cells: CellsOf<Columns>, row: RowNotes<keyof Columns & string>) => Row | null
}

/** The reader of a family of CSV files. */
export function csvReader<const Columns extends CsvColumns, Row>(family: CsvFamily<Columns, Row>): Reader<Row> {
  return {
    id: family.id,
    title: family.title,
    recognises: (start) => confidenceIn(family, start),
    read: (input, request) => readCsv(family, input, request),
  }
}

/** How many rows of a file’s beginning are looked at. */
const LOOKED_AT = 40

function confidenceIn<Columns extends CsvColumns, Row>(family: CsvFamily<Columns, Row>, start: SourceFile): number {
  const scanned = scanCsv(decodeText(start.bytes).text, { longestCell: READ_LIMITS.cell })
  const rows: (readonly string[])[] = []
  for (const each of scanned) {
    if (rows.length === LOOKED_AT) break
    if ('cells' in each) rows.push(each.cells)
  }
  const signature = Object.fromEntries(family.signature.map((name) => [name, family.columns[name] as CsvColumn]))
  if (rows.length === 0 || headerShare(rows, signature) < 1) return 0
  return looksForeign(family, rows, start.name) ? 0 : headerShare(rows, family.columns)
}

/** Whether the rows below a header are of another family with the same columns. */
function looksForeign<Columns extends CsvColumns, Row>(
  { columns, signature, isOne }: CsvFamily<Columns, Row>,
  rows: readonly (readonly string[])[],
  file: string,
): boolean {
  if (isOne === undefined) return false
  const optional = Object.entries(columns).map(([name, column]): [string, CsvColumn] => [
    name,
    { ...column, optional: !signature.includes(name) },
  ])
  const header = findHeader<string>(rows, Object.fromEntries(optional), file)
  const body = rows.slice(header.row + 1).filter(({ length }) => length === header.width)
  return body.length > 0 && !body.some((texts) => isOne(cellsOf(columns, header, texts).cells as CellsOf<Columns>))
}

async function readCsv<Columns extends CsvColumns, Row>(
  family: CsvFamily<Columns, Row>,
  input: ReadInput,
  request: ReadRequest<Row>,
): Promise<ReadReport> {
  const limits = { ...READ_LIMITS, ...request.limits }
  request.signal?.throwIfAborted()
  const { text, encoding } = decodeText(await collectBytes(input, limits))
  const account = new ReadAccount(input.name, limits.problems)
  if (encoding !== 'utf-8') account.note('encoding-not-utf-8', { value: encoding })
  const { header, rows } = opened(family, { file: input.name, text, limits })
  const taking = { family, header, account, recordOf: family.records(), printed: new Map<string, string>() }
  const { count, ended } = await pour(rows, taking, { ...request, file: input.name, mostRows: limits.rows })
  if (count === 0) account.note('no-rows')
  else if (!ended) account.note('no-line-break-at-end')
  return account.close()
}

interface Pouring<Row> extends Pick<ReadRequest<Row>, 'sink' | 'onProgress' | 'signal'> {
  readonly file: string
  readonly mostRows: number
}

/** Takes row after row, and gives what becomes a record away; how many rows came, and whether the last was ended. */
async function pour<Columns extends CsvColumns, Row>(
  rows: Iterable<ScannedRow>,
  taking: Taking<Columns, Row>,
  { sink, onProgress, signal, file, mostRows }: Pouring<Row>,
): Promise<{ readonly count: number; readonly ended: boolean }> {
  let [count, ended] = [0, true]
  for (const scanned of rows) {
    count += 1
    if (count > mostRows) throw beyondLimit(file, 'rows', mostRows)
    ended = !('cells' in scanned) || scanned.ended
    const record = take(taking, scanned)
    if (record !== null) await sink(record, scanned.row)
    if (count % ROWS_A_STEP === 0) await step(signal, () => onProgress?.({ file, rows: count }))
  }
  onProgress?.({ file, rows: count })
  return { count, ended }
}

/** After how many rows a reader tells how far it has come, and may be stopped. */
const ROWS_A_STEP = 10_000

/** Lets others run, and stops where that is asked for. */
async function step(signal: AbortSignal | undefined, tell: () => void): Promise<void> {
  tell()
  await new Promise((resolve) => setTimeout(resolve, 0))
  signal?.throwIfAborted()
}

interface Opened<Name extends string> {
  readonly header: FoundHeader<Name>
  /** The rows below the header. */
  readonly rows: Iterable<ScannedRow>
}

/** The header of a file and the rows below it. @throws InputError when it is empty, or has no such header. */
function opened<Columns extends CsvColumns, Row>(
  { columns }: CsvFamily<Columns, Row>,
  { file, text, limits }: { readonly file: string; readonly text: string; readonly limits: ReadLimits },
): Opened<keyof Columns & string> {
  const known: { width?: number } = {}
  const scanned = scanCsv(text, { longestCell: limits.cell, width: () => known.width })
  const first: ScannedRow[] = []
  for (const row of scanOf(scanned, LOOKED_AT)) first.push(row)
  if (first.length === 0) throw badFile(file, 'it is empty', 'Fetch the file again.')
  const texts = first.map((row) => ('cells' in row ? row.cells : []))
  if (texts.some(({ length }) => length > limits.columns)) throw beyondLimit(file, 'columns', limits.columns)
  const header = findHeader<keyof Columns & string>(texts, columns, file)
  known.width = header.width
  return { header, rows: chained(first.slice(header.row + 1), scanned) }
}

/** The first so many of what a generator gives; it can be gone on with. */
function* scanOf<Item>(items: Iterator<Item>, count: number): Generator<Item> {
  for (let taken = 0; taken < count; taken++) {
    const next = items.next()
    if (next.done === true) return
    yield next.value
  }
}

function* chained<Item>(first: readonly Item[], rest: Iterable<Item>): Generator<Item> {
  yield* first
  yield* rest
}

/** What the rows of a file are taken by, and what was met so far. */
interface Taking<Columns extends CsvColumns, Row> {
  readonly family: CsvFamily<Columns, Row>
  readonly header: FoundHeader<keyof Columns & string>
  readonly account: ReadAccount
  readonly recordOf: ReturnType<CsvFamily<Columns, Row>['records']>
  /** The texts of each row that became a record, by its key. */
  readonly printed: Map<string, string>
}

/** The record of a row; null where it goes into the account as set aside or joined. */
function take<Columns extends CsvColumns, Row>(taking: Taking<Columns, Row>, scanned: ScannedRow): Row | null {
  const { account, header } = taking
  const { row } = scanned
  account.enter()
  if (!('cells' in scanned)) return lost(account, scanned.fault, { row, value: scanned.text })
  const texts = scanned.cells
  if (texts.length === header.width) return recordIn(taking, row, texts)
  const allowed = `${header.width} cells, not ${texts.length}`
  return lost(account, 'row-length', { row, value: texts.join(','), allowed })
}

function recordIn<Columns extends CsvColumns, Row>(
  { family, header, account, recordOf, printed }: Taking<Columns, Row>,
  row: number,
  texts: readonly string[],
): Row | null {
  const { cells, faults } = cellsOf(family.columns, header, texts)
  const fatal = faults.find(({ rule }) => rule !== 'cell-left-empty')
  if (fatal !== undefined) return lost(account, fatal.rule, { row, ...fatal })
  const notes: (() => void)[] = faults.map((fault) => () => account.note(fault.rule, { row, ...fault }))
  const record = recordOf(cells as CellsOf<Columns>, rowNotes(family.columns, { header, texts, row, notes }, account))
  if (record === null) return null
  const [key, whole] = [family.keyOf(record), texts.join('\u0000')]
  const before = printed.get(key)
  if (before !== undefined)
    return lost(account, before === whole ? 'row-repeated' : 'key-repeated', { row, value: key })
  printed.set(key, whole)
  for (const note of notes) note()
  account.keep()
  return record
}

function lost(account: ReadAccount, rule: RuleId, at: ProblemPlace): null {
  account.lose(rule, at)
  return null
}

interface RowAt {
  readonly header: FoundHeader<string>
  readonly texts: readonly string[]
  readonly row: number
  /** What is to be noted once the row is known to go out. */
  readonly notes: (() => void)[]
}

function rowNotes<Columns extends CsvColumns>(
  columns: Columns,
  { header, texts, row, notes }: RowAt,
  account: ReadAccount,
): RowNotes<keyof Columns & string> {
  const at = (name: keyof Columns & string): ProblemPlace => ({
    row,
    column: columns[name]?.label,
    value: texts[header.positions[name] ?? -1] ?? '',
  })
  return {
    note: (rule, name) => void notes.push(() => account.note(rule, at(name))),
    setAside: (rule, name) => lost(account, rule, at(name)),
  }
}

interface CellFault {
  readonly rule: RuleId
  readonly column: string
  readonly value: string
  readonly allowed: string
}

/** The cells of a row by column, and what is wrong with them. */
function cellsOf(
  columns: CsvColumns,
  { positions }: FoundHeader<string>,
  texts: readonly string[],
): { readonly cells: Readonly<Record<string, string | number | null>>; readonly faults: readonly CellFault[] } {
  const faults: CellFault[] = []
  const cells = Object.entries(columns).map(([name, column]): [string, string | number | null] => {
    const text = (texts[positions[name] ?? -1] ?? '').trim()
    const missing = text === '' || (column.type !== 'string' && missingMeaning(text) !== undefined)
    const value = missing ? null : cellIn(column, text)
    if (value === undefined || (value === null && column.needed === true))
      faults.push({ rule: ruleFor(column, text), column: column.label, value: text, allowed: allowedIn(column) })
    return [name, value ?? null]
  })
  return { cells: Object.fromEntries(cells), faults }
}

const ruleFor = ({ needed }: CsvColumn, text: string): RuleId =>
  needed !== true ? 'cell-left-empty' : text === '' ? 'cell-missing' : 'cell-unreadable'

/** The value of a cell; undefined where its column does not allow it. */
function cellIn({ type, allowed, pattern, range }: CsvColumn, text: string): string | number | undefined {
  if (allowed !== undefined) return allowed.find((each) => each.toLowerCase() === text.toLowerCase())
  if (pattern !== undefined && pattern.exec(text)?.[0] !== text) return undefined
  if (type === 'string') return text
  if (type === 'date') return dayIn(text)
  const number = readNumber(text)
  if (number.kind !== 'value' || (type === 'integer' && !Number.isSafeInteger(number.value))) return undefined
  const [least, most] = range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  return number.value >= least && number.value <= most ? number.value : undefined
}

function dayIn(text: string): string | undefined {
  const date = readDate(text)
  return date.kind === 'value' && date.value.precision === 'day' ? date.value.date : undefined
}

const IN_WORDS = { string: 'a text', integer: 'a whole number', number: 'a number', date: 'a day such as 2010-03-31' }

function allowedIn({ type, allowed, pattern, range }: CsvColumn): string {
  if (allowed !== undefined) return allowed.join(', ')
  if (pattern !== undefined) return `texts of the form ${pattern.source}`
  return range === undefined ? IN_WORDS[type] : `${IN_WORDS[type]} from ${range[0]} to ${range[1]}`
}
