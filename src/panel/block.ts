import type { NoteId } from '../model/notes.js'
import type { FinancialYear, Period } from '../model/period.js'
import type { Status } from '../model/status.js'
import type { Basis, PlaceKind } from '../model/value.js'
import type { IndicatorHeader } from './header.js'

/** How the figures of some cells came to be known: cells share it, and there are few of it. */
export interface Provenance {
  readonly status: Status
  /** Whose figure it is. */
  readonly owner: PlaceKind
  readonly basis?: Basis
  /** False for a fault of the cell itself; breaks of a series are told between two periods. */
  readonly comparable?: false
  readonly notes: readonly NoteId[]
}

/** From this year on figures of a place are not comparable with those before. */
export interface SeriesStep {
  readonly from: FinancialYear
  readonly note: NoteId
}

/** Writes the cells of one indicator; a cell that is never written is missing. */
export interface PanelWriter {
  /** The position of a cell. */
  cell(place: number, period: number): number
  /** Writes a number with how it came to be known; null for a missing or suppressed one. */
  write(cell: number, value: number | null, provenance: Provenance): void
  /** Writes between which numbers the value of a cell lies. */
  bound(cell: number, lower: number, upper: number): void
  /** Says where the series of a place breaks. */
  breaks(place: number, steps: readonly SeriesStep[]): void
}

/** The cells of one indicator: a dense block of places by periods. */
export interface Block {
  readonly header: IndicatorHeader
  /** The period that the cells have, for each period asked for; null where it has none. */
  readonly periods: readonly (Period | null)[]
  readonly values: Float64Array
  /** Position in the provenances, plus 1; 0 for a cell never written. */
  readonly known: Uint16Array
  readonly provenances: readonly Provenance[]
  /** Bounds; NaN where there are none. Null where no cell has some. */
  readonly lower: Float64Array | null
  readonly upper: Float64Array | null
  /** Where the series of each place breaks. */
  readonly steps: readonly (readonly SeriesStep[])[]
}

const NO_STEPS: readonly SeriesStep[] = []

/** A block that is written cell by cell. */
export class BlockWriter implements PanelWriter {
  readonly #header: IndicatorHeader
  readonly #periods: readonly (Period | null)[]
  readonly #values: Float64Array
  readonly #known: Uint16Array
  readonly #provenances: Provenance[] = []
  readonly #positions = new WeakMap<Provenance, number>()
  readonly #byContent = new Map<string, number>()
  readonly #steps: (readonly SeriesStep[])[]
  #lower: Float64Array | null = null
  #upper: Float64Array | null = null

  constructor(header: IndicatorHeader, places: number, periods: readonly (Period | null)[]) {
    this.#header = header
    this.#periods = periods
    this.#values = new Float64Array(places * periods.length).fill(Number.NaN)
    this.#known = new Uint16Array(places * periods.length)
    this.#steps = new Array<readonly SeriesStep[]>(places).fill(NO_STEPS)
  }

  cell(place: number, period: number): number {
    return place * this.#periods.length + period
  }

  write(cell: number, value: number | null, provenance: Provenance): void {
    this.#values[cell] = value ?? Number.NaN
    this.#known[cell] = this.#positionOf(provenance) + 1
  }

  bound(cell: number, lower: number, upper: number): void {
    this.#lower ??= new Float64Array(this.#values.length).fill(Number.NaN)
    this.#upper ??= new Float64Array(this.#values.length).fill(Number.NaN)
    this.#lower[cell] = lower
    this.#upper[cell] = upper
  }

  breaks(place: number, steps: readonly SeriesStep[]): void {
    this.#steps[place] = steps
  }

  /** The block as it stands. */
  finish(): Block {
    return {
      header: this.#header,
      periods: this.#periods,
      values: this.#values,
      known: this.#known,
      provenances: this.#provenances,
      lower: this.#lower,
      upper: this.#upper,
      steps: this.#steps,
    }
  }

  #positionOf(provenance: Provenance): number {
    const found = this.#positions.get(provenance)
    if (found !== undefined) return found
    const { status, owner, basis = '', comparable = true, notes } = provenance
    const content = `${status}|${owner}|${basis}|${comparable}|${notes.join(' ')}`
    const position = this.#byContent.get(content) ?? this.#provenances.push(provenance) - 1
    this.#byContent.set(content, position)
    this.#positions.set(provenance, position)
    return position
  }
}
