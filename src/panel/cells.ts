import type { NoteId } from '../model/notes.js'
import { type FinancialYear, type Period, startOfFinancialYear } from '../model/period.js'
import type { Place, Value } from '../model/value.js'
import type { Block, Provenance, SeriesStep } from './block.js'
import type { PanelTerms } from './frame.js'

/** What a panel is made of. */
export interface PanelParts {
  readonly places: readonly Place[]
  /** The periods that it has, as they were asked for. */
  readonly periods: readonly Period[]
  /** The terms of its amounts. */
  readonly terms: PanelTerms
  /** One block an indicator. */
  readonly blocks: readonly Block[]
}

/** What stands in a cell that nothing was written to. */
const NEVER_WRITTEN: Omit<Provenance, 'owner'> = { status: 'missing', notes: [] }

/** Where a cell stands: its place and its period. */
export interface CellAt {
  readonly row: number
  readonly column: number
}

/** How the figure of a cell came to be known. */
export function provenanceAt({ places }: PanelParts, block: Block, { row, column }: CellAt): Provenance {
  const known = block.known[row * block.periods.length + column] ?? 0
  return block.provenances[known - 1] ?? { ...NEVER_WRITTEN, owner: places[row]?.kind ?? 'country' }
}

/** The figure of a cell. @param steps the breaks that make it incomparable. */
export function valueAt(panel: PanelParts, block: Block, at: CellAt, steps: readonly SeriesStep[] = []): Value {
  const cell = at.row * block.periods.length + at.column
  const { status, owner, basis, comparable = true, notes } = provenanceAt(panel, block, at)
  const number = block.values[cell] ?? Number.NaN
  const [lower, upper] = [block.lower?.[cell] ?? Number.NaN, block.upper?.[cell] ?? Number.NaN]
  return {
    value: Number.isNaN(number) ? null : number,
    unit: block.header.unit,
    period: block.periods[at.column] ?? (panel.periods[at.column] as Period),
    place: panel.places[at.row] as Place,
    status,
    owner,
    ...(Number.isNaN(lower) || Number.isNaN(upper) ? {} : { bounds: { lower, upper } }),
    ...(basis === undefined ? {} : { basis }),
    comparable: comparable && steps.length === 0,
    notes: steps.length === 0 ? notes : [...new Set<NoteId>([...notes, ...steps.map(({ note }) => note)])],
    source: block.header.source,
  }
}

/** The breaks of a series between two periods: those that begin after the earlier one, up to the later one. */
export function stepsBetween(
  steps: readonly SeriesStep[],
  one: FinancialYear,
  other: Period | null,
): readonly SeriesStep[] {
  const years = other === null ? [] : yearsIn(other)
  if (steps.length === 0 || years.length === 0) return []
  const starts = [one, ...years].map(startOfFinancialYear)
  const [early, late] = [Math.min(...starts), Math.max(...starts)]
  return steps.filter(({ from }) => startOfFinancialYear(from) > early && startOfFinancialYear(from) <= late)
}

/** The financial years that a period begins and ends with; none for days. */
function yearsIn(period: Period): FinancialYear[] {
  if (typeof period === 'string') return /^\d{4}-\d{2}$/.test(period) ? [period as FinancialYear] : []
  if ('from' in period) return [period.from, period.to]
  return 'before' in period ? [...yearsIn(period.before), ...yearsIn(period.after)] : []
}
