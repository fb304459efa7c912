import { type ColumnTable, table as tableOf } from 'arquero'
import { STATUSES, STATUS_MEANINGS } from '../model/status.js'
import { periodId } from '../model/period.js'
import { unitText } from '../model/unit.js'
import { type DescribedTable, type TableDescription, tableWithDescriptor } from '../tables/described.js'
import type { Cell, Field } from '../tables/parse.js'
import { toParquet } from '../tables/parquet.js'
import type { Block } from './block.js'
import { type PanelParts, provenanceAt } from './cells.js'

/** The columns of a panel as a table, one row a place, period and indicator. */
export const PANEL_FIELDS = [
  { name: 'place', type: 'string', description: 'Code of the place' },
  { name: 'place_name', type: 'string', description: 'Its name' },
  { name: 'place_kind', type: 'string', description: 'ward, council, group or country' },
  { name: 'vintage', type: 'string', description: 'The list that the code is from' },
  { name: 'indicator', type: 'string', description: 'Id of the indicator: family member and measure' },
  { name: 'period', type: 'string', description: 'The period as it was asked for' },
  {
    name: 'measured',
    type: 'string',
    description: 'The year, day, interval or span that the figure is of; empty where the indicator has none',
  },
  { name: 'value', type: 'number', description: 'The figure; empty where it is not known, which is not 0' },
  { name: 'lower', type: 'number', description: 'The least that it can be, where something is left open' },
  { name: 'upper', type: 'number', description: 'The most that it can be, where something is left open' },
  { name: 'unit', type: 'string', description: 'Unit of value, lower and upper' },
  {
    name: 'status',
    type: 'string',
    description: STATUSES.map((status) => `${status}: ${STATUS_MEANINGS[status]}`).join(' '),
  },
  { name: 'owner', type: 'string', description: 'Whose figure it is: that of the ward, the council or the country' },
  { name: 'basis', type: 'string', description: 'outturn, budget or derived-positive-only, where it matters' },
  { name: 'comparable', type: 'boolean', description: 'false for a fault of the figure itself' },
  { name: 'notes', type: 'string', description: 'Ids of notes, separated by spaces' },
  { name: 'source', type: 'string', description: 'Ids of the datasets, separated by spaces' },
] as const satisfies readonly (Field & { description: string })[]

type PanelColumn = (typeof PANEL_FIELDS)[number]['name']
type Columns = Record<PanelColumn, Cell[]>

/**
 * A panel as a tidy table: one row a place, period and indicator.
 */
export function panelTable(panel: PanelParts): ColumnTable {
  const columns = emptyColumns()
  for (const block of panel.blocks) writeRows(panel, block, columns)
  return tableOf(PANEL_FIELDS.map(({ name }): [string, Cell[]] => [name, columns[name]]))
}

const emptyColumns = (): Columns =>
  Object.fromEntries(PANEL_FIELDS.map(({ name }): [PanelColumn, Cell[]] => [name, []])) as Columns

function writeRows(panel: PanelParts, block: Block, columns: Columns): void {
  const { header } = block
  const [unit, source] = [unitText(header.unit), header.source.join(' ')]
  const labels = panel.periods.map(periodId)
  const measured = block.periods.map((period) => (period === null ? null : periodId(period)))
  panel.places.forEach((place, row) => {
    labels.forEach((label, column) => {
      const cell = row * labels.length + column
      const known = provenanceAt(panel, block, { row, column })
      columns.place.push(place.code)
      columns.place_name.push(place.name)
      columns.place_kind.push(place.kind)
      columns.vintage.push(place.vintage)
      columns.indicator.push(header.id)
      columns.period.push(label)
      columns.measured.push(measured[column] ?? null)
      columns.value.push(numberOrNull(block.values[cell]))
      columns.lower.push(numberOrNull(block.lower?.[cell]))
      columns.upper.push(numberOrNull(block.upper?.[cell]))
      columns.unit.push(unit)
      columns.status.push(known.status)
      columns.owner.push(known.owner)
      columns.basis.push(known.basis ?? null)
      columns.comparable.push(known.comparable ?? true)
      columns.notes.push(known.notes.length === 0 ? null : known.notes.join(' '))
      columns.source.push(source)
    })
  })
}

const numberOrNull = (number: number | undefined): number | null =>
  number === undefined || Number.isNaN(number) ? null : number

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
  return tableWithDescriptor(panelTable(panel), {
    ...description,
    fields: PANEL_FIELDS,
    primaryKey: ['place', 'indicator', 'period'],
  })
}

/** The tidy table of a panel as a Parquet file. */
export function panelParquet(panel: PanelParts): Promise<Uint8Array> {
  return toParquet(panelTable(panel), { fields: PANEL_FIELDS })
}
