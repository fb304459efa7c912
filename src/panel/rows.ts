import { badCell } from '../errors.js'
import { periodId } from '../model/period.js'
import { STATUSES, STATUS_MEANINGS } from '../model/status.js'
import { unitText } from '../model/unit.js'
import type { Place } from '../model/value.js'
import type { Cell, Field } from '../tables/parse.js'
import type { Block, Provenance } from './block.js'
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
/** The columns of a panel, or of a part of it, by name. */
export type PanelColumns = Record<PanelColumn, Cell[]>

/**
 * The rows of one indicator in columns: place after place, and of each place period after period.
 *
 * @throws InputError `bad-cell` for an infinite number.
 */
export function blockColumns(panel: PanelParts, block: Block): PanelColumns {
  requireFinite(panel, block)
  return Object.fromEntries(
    PANEL_FIELDS.map(({ name }): [PanelColumn, Cell[]] => [name, blockColumn(panel, block, name)]),
  ) as PanelColumns
}

/** One column of the rows of an indicator. */
export const blockColumn = (panel: PanelParts, block: Block, name: PanelColumn): Cell[] => CELLS[name](panel, block)

type CellsOf = (panel: PanelParts, block: Block) => Cell[]

const ofPlace =
  (textOf: (place: Place) => string): CellsOf =>
  ({ places, periods }) => {
    const cells = new Array<Cell>(places.length * periods.length)
    places.forEach((place, i) => cells.fill(textOf(place), i * periods.length, (i + 1) * periods.length))
    return cells
  }

const ofPeriod =
  (textsOf: (panel: PanelParts, block: Block) => readonly Cell[]): CellsOf =>
  (panel, block) => {
    const texts = textsOf(panel, block)
    return Array.from(block.values, (_, cell) => texts[cell % texts.length] ?? null)
  }

const ofBlock =
  (textOf: (block: Block) => Cell): CellsOf =>
  (_, block) =>
    new Array<Cell>(block.values.length).fill(textOf(block))

const ofNumbers =
  (numbersOf: (block: Block) => Float64Array | null): CellsOf =>
  (_, block) => {
    const numbers = numbersOf(block)
    return numbers === null ? new Array<Cell>(block.values.length).fill(null) : Array.from(numbers, numberOrNull)
  }

const ofProvenance =
  (cellOf: (known: Provenance) => Cell): CellsOf =>
  (panel, block) => {
    const texts = block.provenances.map(cellOf)
    const unwritten = (cell: number): Cell => {
      const { length } = panel.periods
      return cellOf(provenanceAt(panel, block, { row: Math.floor(cell / length), column: cell % length }))
    }
    return Array.from(block.known, (known, cell) => (known === 0 ? unwritten(cell) : (texts[known - 1] ?? null)))
  }

const CELLS: Readonly<Record<PanelColumn, CellsOf>> = {
  place: ofPlace(({ code }) => code),
  place_name: ofPlace(({ name }) => name),
  place_kind: ofPlace(({ kind }) => kind),
  vintage: ofPlace(({ vintage }) => vintage),
  indicator: ofBlock(({ header }) => header.id),
  period: ofPeriod(({ periods }) => periods.map(periodId)),
  measured: ofPeriod((_, block) => measuredOf(block)),
  value: ofNumbers(({ values }) => values),
  lower: ofNumbers(({ lower }) => lower),
  upper: ofNumbers(({ upper }) => upper),
  unit: ofBlock(({ header }) => unitText(header.unit)),
  status: ofProvenance(({ status }) => status),
  owner: ofProvenance(({ owner }) => owner),
  basis: ofProvenance(({ basis = null }) => basis),
  comparable: ofProvenance(({ comparable = true }) => comparable),
  notes: ofProvenance((known) => notesOf(known)),
  source: ofBlock((block) => sourceOf(block)),
}

/** The period that the figures have, for each period asked for. */
export const measuredOf = ({ periods }: Block): (string | null)[] =>
  periods.map((period) => (period === null ? null : periodId(period)))

/** The ids of the notes of a figure as one text. */
export const notesOf = ({ notes }: Provenance): string | null => (notes.length === 0 ? null : notes.join(' '))

/** The ids of the datasets of an indicator as one text. */
export const sourceOf = ({ header }: Block): string | null => header.source.join(' ') || null

/** A number of a block; NaN is a missing one. */
export const numberOrNull = (number: number | undefined): number | null =>
  number === undefined || Number.isNaN(number) ? null : number

/** Refuses an infinite number, which no file can hold. @throws InputError `bad-cell`. */
export function requireFinite({ places, periods }: PanelParts, { header, ...block }: Block): void {
  for (const column of ['value', 'lower', 'upper'] as const) {
    const numbers = column === 'value' ? block.values : block[column]
    const cell = numbers?.findIndex((number) => number === Infinity || number === -Infinity) ?? -1
    if (cell < 0) continue
    const [place, period] = [places[Math.floor(cell / periods.length)], periods[cell % periods.length]]
    throw badCell(
      {
        file: `panel, ${header.id}, ${place?.code ?? ''}, ${period === undefined ? '' : periodId(period)}`,
        row: cell + 1,
        column,
      },
      String(numbers?.[cell]),
      'a finite number, or null',
      'Correct the indicator: most programs cannot read an infinite number.',
    )
  }
}
