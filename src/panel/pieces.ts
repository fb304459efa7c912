import { periodId } from '../model/period.js'
import { unitText } from '../model/unit.js'
import { type TableDescription, type TableDescriptor, tableWithDescriptor } from '../tables/described.js'
import { parquetPieces } from '../tables/parquetPieces.js'
import { csvCell } from '../tables/print.js'
import { table as tableOf } from 'arquero'
import type { Block, Provenance } from './block.js'
import { type PanelParts, provenanceAt } from './cells.js'
import {
  PANEL_FIELDS,
  blockColumn,
  blockColumns,
  measuredOf,
  notesOf,
  numberOrNull,
  requireFinite,
  sourceOf,
} from './rows.js'

/** A panel as CSV in pieces, so that one of any size is written in little memory. */
export interface DescribedPieces {
  /** The text, piece after piece; read once. */
  readonly csv: Iterable<string>
  /** The descriptor; its bytes and rows are those of the pieces read until then. */
  readonly descriptor: () => TableDescriptor
}

/**
 * The tidy table as CSV in pieces, with its descriptor.
 *
 * @throws InputError `bad-value` for a name that is none; `bad-cell`, while the pieces are read, for an infinite
 * number.
 */
export function describedPieces(
  panel: PanelParts,
  description: Pick<TableDescription, 'name' | 'title' | 'description'>,
): DescribedPieces {
  const empty = tableOf(PANEL_FIELDS.map(({ name }): [string, never[]] => [name, []]))
  const primaryKey = ['place', 'indicator', 'period']
  const { csv: header, descriptor } = tableWithDescriptor(empty, { ...description, fields: PANEL_FIELDS, primaryKey })
  let [bytes, rows] = [0, 0]
  const counted = function* (): Generator<string> {
    yield header
    bytes = utf8Length(header)
    for (const { text, lines } of csvPieces(panel)) {
      bytes += utf8Length(text)
      rows += lines
      yield text
    }
  }
  return { csv: counted(), descriptor: () => ({ ...descriptor, bytes, rows }) }
}

const ENCODER = new TextEncoder()
const utf8Length = (text: string): number => ENCODER.encode(text).length

const PLACES_A_PIECE = 500

/** The lines of the tidy table without its header. What cells share is written once. */
function* csvPieces(panel: PanelParts): Generator<{ text: string; lines: number }> {
  for (const block of panel.blocks) {
    requireFinite(panel, block)
    const line = lineWriter(panel, block)
    for (let from = 0; from < panel.places.length; from += PLACES_A_PIECE) {
      const to = Math.min(from + PLACES_A_PIECE, panel.places.length)
      let text = ''
      for (let row = from; row < to; row++)
        for (let column = 0; column < panel.periods.length; column++) text += line(row, column)
      yield { text, lines: (to - from) * panel.periods.length }
    }
  }
}

const csvText = (cells: readonly (string | boolean | null)[]): string =>
  cells.map((cell) => csvCell(cell, 'keep')).join(',')

function lineWriter(panel: PanelParts, block: Block): (row: number, column: number) => string {
  const { header, values, lower, upper } = block
  const places = panel.places.map(({ code, name, kind, vintage }) => csvText([code, name, kind, vintage, header.id]))
  const measured = measuredOf(block)
  const periods = panel.periods.map((period, i) => csvText([periodId(period), measured[i] ?? null]))
  const endingOf = endings(block)
  const number = (from: Float64Array | null, cell: number): string => String(numberOrNull(from?.[cell]) ?? '')
  return (row, column) => {
    const cell = row * panel.periods.length + column
    const ending = endingOf(provenanceAt(panel, block, { row, column }))
    const bounds = `${number(lower, cell)},${number(upper, cell)}`
    return `${places[row] ?? ''},${periods[column] ?? ''},${number(values, cell)},${bounds},${ending}\n`
  }
}

/** What stands behind the numbers of a line, made once for each way in which figures came to be known. */
function endings(block: Block): (known: Provenance) => string {
  const [unit, source] = [unitText(block.header.unit), sourceOf(block)]
  const made = new Map<Provenance, string>()
  return (known) => {
    const found = made.get(known)
    if (found !== undefined) return found
    const { status, owner, basis = null, comparable = true } = known
    const ending = csvText([unit, status, owner, basis, comparable, notesOf(known), source])
    made.set(known, ending)
    return ending
  }
}

/** The tidy table as a Parquet file in pieces, a group of rows an indicator. */
export function parquetPiecesOf(panel: PanelParts): AsyncGenerator<Uint8Array> {
  const groups = function* () {
    for (const block of panel.blocks) yield blockColumns(panel, block)
  }
  return parquetPieces(PANEL_FIELDS, groups())
}

/** Columns of the cells of a panel as JSON: indicator, place and period are positions in the lists beside them. */
const CELL_COLUMNS = ['value', 'lower', 'upper', 'measured', 'status', 'owner', 'basis', 'comparable', 'notes'] as const

/**
 * A panel as JSON in pieces: `indicators`, `places`, `periods` and `terms` as lists, and `cells` in columns, of which
 * `indicator`, `place` and `period` are positions in those lists.
 *
 * @param beside what else the document says, by its keys.
 */
export function* jsonPieces(panel: PanelParts, beside: Readonly<Record<string, unknown>> = {}): Generator<string> {
  const { blocks, places, periods, terms } = panel
  for (const block of blocks) requireFinite(panel, block)
  const indicators = blocks.map(({ header }) => ({ ...header, unit: unitText(header.unit) }))
  const lists = { ...beside, terms, indicators, places, periods: periods.map(periodId) }
  yield `${JSON.stringify(lists).slice(0, -1)},\n"cells":{\n`
  const positions = (of: (cell: number) => number): number[] =>
    Array.from({ length: places.length * periods.length }, (_, cell) => of(cell))
  yield* jsonColumn('indicator', blocks, (_, i) => positions(() => i))
  yield* jsonColumn('place', blocks, () => positions((cell) => Math.floor(cell / periods.length)))
  yield* jsonColumn('period', blocks, () => positions((cell) => cell % periods.length))
  for (const [i, name] of CELL_COLUMNS.entries())
    yield* jsonColumn(name, blocks, (block) => blockColumn(panel, block, name), i === CELL_COLUMNS.length - 1)
  yield '}}\n'
}

function* jsonColumn(
  name: string,
  blocks: readonly Block[],
  cellsOf: (block: Block, i: number) => readonly unknown[],
  isLast = false,
): Generator<string> {
  yield `${JSON.stringify(name)}:[`
  for (const [i, block] of blocks.entries()) {
    const cells = cellsOf(block, i)
    yield `${i > 0 && cells.length > 0 ? ',' : ''}${JSON.stringify(cells).slice(1, -1)}`
  }
  yield isLast ? ']\n' : '],\n'
}
