import { type ColumnTable, table as tableOf } from 'arquero'
import { periodId } from '../model/period.js'
import type { DescribedTable, TableDescription } from '../tables/described.js'
import type { Cell } from '../tables/parse.js'
import type { PanelParts } from './cells.js'
import { describedPieces, parquetPiecesOf } from './pieces.js'
import { PANEL_FIELDS, blockColumns, numberOrNull } from './rows.js'

/**
 * A panel as a tidy table: one row a place, period and indicator.
 */
export function panelTable(panel: PanelParts): ColumnTable {
  const blocks = panel.blocks.map((block) => blockColumns(panel, block))
  return tableOf(PANEL_FIELDS.map(({ name }): [string, Cell[]] => [name, blocks.flatMap((columns) => columns[name])]))
}

/** What the columns of a wide table are: periods, with a row a place and indicator, or indicators. */
export type WideBy = 'period' | 'indicator'

/**
 * A panel as a wide table: the figures alone, one column a period (with a row a place and indicator) or one column an
 * indicator (with a row a place and period).
 *
 * What is said of the figures, their status first, stands in the tidy one alone.
 */
export function wideTable(panel: PanelParts, by: WideBy): ColumnTable {
  return by === 'period' ? byPeriod(panel) : byIndicator(panel)
}

function byPeriod({ blocks, places, periods }: PanelParts): ColumnTable {
  const rows = blocks.flatMap((block) => places.map((place, row) => ({ block, place, row })))
  return tableOf([
    ['place', rows.map(({ place }) => place.code)],
    ['place_name', rows.map(({ place }) => place.name)],
    ['indicator', rows.map(({ block }) => block.header.id)],
    ...periods.map((period, column): [string, Cell[]] => [
      periodId(period),
      rows.map(({ block, row }) => numberOrNull(block.values[row * periods.length + column])),
    ]),
  ])
}

function byIndicator({ blocks, places, periods }: PanelParts): ColumnTable {
  const rows = places.flatMap((place) => periods.map((period) => ({ place, period: periodId(period) })))
  return tableOf([
    ['place', rows.map(({ place }) => place.code)],
    ['place_name', rows.map(({ place }) => place.name)],
    ['period', rows.map(({ period }) => period)],
    ...blocks.map((block): [string, Cell[]] => [
      block.header.id,
      rows.map((_, cell) => numberOrNull(block.values[cell])),
    ]),
  ])
}

/**
 * A panel as CSV, with the Frictionless descriptor that says what its columns are.
 *
 * @param description name and title of the table.
 * @throws InputError `bad-value` for a name that is none.
 */
export function describedPanel(
  panel: PanelParts,
  description: Pick<TableDescription, 'name' | 'title'>,
): DescribedTable {
  const { csv, descriptor } = describedPieces(panel, description)
  return { csv: [...csv].join(''), descriptor: descriptor() }
}

/**
 * A panel as a Parquet file: the rows of the tidy table, a group of rows an indicator.
 */
export async function panelParquet(panel: PanelParts): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of parquetPiecesOf(panel)) pieces.push(piece)
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
