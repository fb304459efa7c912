import { badValue, unknownName } from '../errors.js'
import { requireText } from '../model/given.js'
import type { IndicatorId } from '../model/indicator.js'
import { type FinancialYear, type Period, periodId } from '../model/period.js'
import type { Place, Value } from '../model/value.js'
import type { ColumnTable } from 'arquero'
import type { DescribedTable, TableDescription } from '../tables/described.js'
import type { Block } from './block.js'
import { type PanelParts, stepsBetween, valueAt } from './cells.js'
import type { PanelTerms } from './frame.js'
import type { IndicatorHeader } from './header.js'
import { type WideBy, describedPanel, panelParquet, panelTable, wideTable } from './tables.js'

/** Against which year a value is compared. */
export interface ComparedWith {
  readonly base?: FinancialYear | undefined
}

/** Which part of a panel is wanted; what is left out stays whole. */
export interface PanelSlice {
  /** Codes of places. */
  readonly places?: readonly string[] | undefined
  readonly indicators?: readonly string[] | undefined
  readonly periods?: readonly Period[] | undefined
}

/**
 * Figures of places, periods and indicators: the one table that everything else is made from.
 *
 * It is kept in columns, one dense block an indicator: {@link Panel.value} takes a single figure out of it, and
 * {@link Panel.table} writes it as a tidy table, one row a place, period and indicator.
 *
 * @example
 * import { loadPanel } from 'wardstick/data'
 * const panel = await loadPanel({
 *   indicators: ['culture/real-per-head'],
 *   places: { councils: ['Nottingham', 'Peterborough'] },
 *   periods: ['2009-10', '2014-15'],
 * })
 * panel.value('E06000018', 'culture/real-per-head', '2014-15').value?.toFixed(2) // => '84.19'
 * panel.cells // => 4
 */
export class Panel {
  readonly places: readonly Place[]
  readonly periods: readonly Period[]
  readonly terms: PanelTerms
  readonly blocks: readonly Block[]
  readonly #placeAt: ReadonlyMap<string, number>
  readonly #blockAt: ReadonlyMap<string, Block>
  readonly #periodAt: ReadonlyMap<string, number>

  constructor({ places, periods, terms, blocks }: PanelParts) {
    this.places = places
    this.periods = periods
    this.terms = terms
    this.blocks = blocks
    this.#placeAt = new Map(places.map(({ code }, i) => [code, i]))
    this.#blockAt = new Map(blocks.map((block) => [block.header.id, block]))
    this.#periodAt = new Map(periods.map((period, i) => [periodId(period), i]))
  }

  /** The indicators, in the order in which they were asked for. */
  get indicators(): readonly IndicatorHeader[] {
    return this.blocks.map(({ header }) => header)
  }

  /** Places times periods times indicators. */
  get cells(): number {
    return this.places.length * this.periods.length * this.blocks.length
  }

  /**
   * One figure with all that must be known to use it.
   *
   * @param place the code of one of its places.
   * @param indicator the id of one of its indicators.
   * @param period one of its periods, as it was asked for.
   * @param base with it the figure is `comparable` only where no break of the series lies between the base year and it.
   * @throws InputError `bad-value` for a place, an indicator or a period that it does not have, with the nearest.
   */
  value(place: string, indicator: IndicatorId | (string & {}), period: Period, { base }: ComparedWith = {}): Value {
    const [row, block, column] = [this.#placeOf(place), this.#blockOf(indicator), this.#periodOf(period)]
    const steps = base === undefined ? [] : stepsBetween(block.steps[row] ?? [], base, block.periods[column] ?? null)
    return valueAt(this, block, { row, column }, steps)
  }

  /** Whether it has a period. */
  has(period: Period): boolean {
    return this.#periodAt.has(periodId(period))
  }

  /**
   * A part of the panel.
   *
   * @throws InputError `bad-value` for what it does not have.
   */
  slice({ places, indicators, periods }: PanelSlice): Panel {
    const rows = places?.map((place) => this.#placeOf(place)) ?? this.places.map((_, i) => i)
    const columns = periods?.map((period) => this.#periodOf(period)) ?? this.periods.map((_, i) => i)
    const blocks = indicators?.map((id) => this.#blockOf(id)) ?? this.blocks
    return new Panel({
      places: rows.flatMap((row) => this.places[row] ?? []),
      periods: columns.flatMap((column) => this.periods[column] ?? []),
      terms: this.terms,
      blocks: blocks.map((block) => slicedBlock(block, rows, columns)),
    })
  }

  /** The panel as a tidy table, one row a place, period and indicator, with all that is said of each figure. */
  table(): ColumnTable {
    return panelTable(this)
  }

  /**
   * The figures alone, one column a period (with a row a place and indicator) or one an indicator (with a row a place
   * and period). What is said of the figures, their status first, stands in {@link Panel.table}.
   */
  wide(by: WideBy = 'period'): ColumnTable {
    return wideTable(this, by)
  }

  /**
   * The tidy table as CSV, with the Frictionless descriptor that says what its columns are.
   *
   * @throws InputError `bad-value` for a name that is none.
   */
  toCsv(description: Pick<TableDescription, 'name' | 'title'>): DescribedTable {
    return describedPanel(this, description)
  }

  /** The tidy table as a Parquet file, a group of rows an indicator. */
  toParquet(): Promise<Uint8Array> {
    return panelParquet(this)
  }

  #placeOf(place: string): number {
    requireText('place of a panel', place)
    const found = this.#placeAt.get(place)
    if (found !== undefined) return found
    const named = this.places.flatMap(({ name }, i) => (name === place ? [i] : []))
    if (named.length === 1 && named[0] !== undefined) return named[0]
    throw unknownName('place of the panel', place, shown(this.places.map(({ code }) => code)))
  }

  #blockOf(id: string): Block {
    requireText('indicator of a panel', id)
    const found = this.#blockAt.get(id)
    if (found === undefined) throw unknownName('indicator of the panel', id, [...this.#blockAt.keys()])
    return found
  }

  #periodOf(period: Period): number {
    const found = this.#periodAt.get(periodId(period))
    if (found === undefined)
      throw badValue('period of the panel', periodId(period), [...this.#periodAt.keys()].join(', '))
    return found
  }
}

const MOST_SHOWN = 20

/** As many codes as a message can show. */
const shown = (codes: readonly string[]): string[] =>
  codes.length <= MOST_SHOWN ? [...codes] : [...codes.slice(0, MOST_SHOWN), `and ${codes.length - MOST_SHOWN} more`]

function slicedBlock(block: Block, rows: readonly number[], columns: readonly number[]): Block {
  const width = block.periods.length
  const cells = rows.flatMap((row) => columns.map((column) => row * width + column))
  const taken = (numbers: Float64Array): Float64Array => Float64Array.from(cells, (cell) => numbers[cell] ?? Number.NaN)
  return {
    ...block,
    periods: columns.map((column) => block.periods[column] ?? null),
    values: taken(block.values),
    known: Uint16Array.from(cells, (cell) => block.known[cell] ?? 0),
    lower: block.lower === null ? null : taken(block.lower),
    upper: block.upper === null ? null : taken(block.upper),
    steps: rows.map((row) => block.steps[row] ?? []),
  }
}
