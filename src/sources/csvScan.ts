/** A row of a CSV text: its cells, or what is wrong with it. `row` counts from 1, as a spreadsheet shows it. */
export type ScannedRow =
  | { readonly row: number; readonly cells: readonly string[]; readonly ended: boolean }
  | { readonly row: number; readonly fault: 'row-quotes' | 'cell-too-long'; readonly text: string }

/** How a CSV text is scanned. */
export interface ScanOptions {
  /** Characters of a cell; a longer one is a fault. */
  readonly longestCell: number
  /**
   * How many cells a row has, once that is known: a row over several lines with another number of them is one whose
   * quotation marks are wrong.
   */
  readonly width?: (() => number | undefined) | undefined
}

/**
 * The rows of a CSV text one after another, by RFC 4180: quoted cells may hold commas, quotation marks and line breaks.
 * Where the quotation marks of a line are wrong that line is a fault, and the next one is read on its own: a mark that
 * is never closed costs one row, not the rest of the file. Blank lines are no rows.
 *
 * @param text the text, without a byte order mark.
 */
export function* scanCsv(text: string, options: ScanOptions): Generator<ScannedRow> {
  let [at, row] = [0, 1]
  while (at < text.length) {
    const scanned = rowAt(text, at, options.longestCell)
    const fault = faultOf(scanned, options.width?.())
    if (fault === undefined) {
      const { cells, end, ended } = scanned as WellFormed
      if (cells.length > 1 || cells[0] !== '') yield { row, cells, ended }
      at = end
    } else {
      const [line, next] = lineAt(text, at)
      yield { row, fault, text: line }
      at = next
    }
    row += 1
  }
}

interface WellFormed {
  readonly cells: readonly string[]
  /** Where the next row begins. */
  readonly end: number
  /** How many lines of the text it takes. */
  readonly lines: number
  /** Whether a line break ends it. */
  readonly ended: boolean
}
type Fault = 'row-quotes' | 'cell-too-long'

function faultOf(scanned: WellFormed | Fault, width: number | undefined): Fault | undefined {
  if (typeof scanned === 'string') return scanned
  return scanned.lines > 1 && width !== undefined && scanned.cells.length !== width ? 'row-quotes' : undefined
}

/** A bare cell up to what ends it. */
const BARE = /[^",\r\n]*/y
const LINE_BREAK = /\r\n|\n|\r/y

function rowAt(text: string, start: number, longest: number): WellFormed | Fault {
  const cells: string[] = []
  let [at, lines] = [start, 1]
  for (;;) {
    const cell = text[at] === '"' ? quotedAt(text, at, longest) : bareAt(text, at)
    if (cell === undefined) return 'row-quotes'
    if (cell === 'cell-too-long' || cell.value.length > longest) return 'cell-too-long'
    cells.push(cell.value)
    lines += cell.breaks
    at = cell.end
    if (at >= text.length) return { cells, end: at, lines, ended: false }
    if (text[at] === ',') at += 1
    else {
      LINE_BREAK.lastIndex = at
      if (!LINE_BREAK.test(text)) return 'row-quotes'
      return { cells, end: LINE_BREAK.lastIndex, lines, ended: true }
    }
  }
}

interface ScannedCell {
  readonly value: string
  readonly end: number
  readonly breaks: number
}

function bareAt(text: string, at: number): ScannedCell {
  BARE.lastIndex = at
  const value = BARE.exec(text)?.[0] ?? ''
  return { value, end: at + value.length, breaks: 0 }
}

/** A quoted cell; undefined where it is never closed. */
function quotedAt(text: string, start: number, longest: number): ScannedCell | 'cell-too-long' | undefined {
  let at = start + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return undefined
    if (close - start > 2 * longest) return 'cell-too-long'
    if (text[close + 1] !== '"') {
      const inside = text.slice(start + 1, close)
      return { value: inside.replaceAll('""', '"'), end: close + 1, breaks: breaksIn(inside) }
    }
    at = close + 2
  }
}

const breaksIn = (text: string): number => (/[\r\n]/.test(text) ? (text.match(/\r\n|\n|\r/g)?.length ?? 0) : 0)

/** The line at a place, and where the next one begins. */
function lineAt(text: string, start: number): [line: string, next: number] {
  const found = /\r\n|\n|\r/g
  found.lastIndex = start
  const end = found.exec(text)
  return end === null ? [text.slice(start), text.length] : [text.slice(start, end.index), found.lastIndex]
}
