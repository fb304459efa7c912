import { table as tableOf } from 'arquero'
import { badValue } from '../../errors.js'
import { type Status, STATUSES } from '../../model/status.js'
import type { Cell } from '../../tables/parse.js'
import { requireTable } from '../../tables/typedColumns.js'
import { type Crosswalk, MOSTLY_ONE_SOURCE, overlaps, type TargetOverlap, weightsWithin } from '../crosswalk.js'
import { groupBy } from '../../tables/groupBy.js'
import { denominatorsOf, type Grid, gridOf, numbersOf, requireRoles, rowOfPrinted, statusesOf } from './grid.js'
import type { KnownValues, LossReport, SpreadTotal } from './loss.js'
import { CROSSWALK_WEIGHTS, isAveraged, type Measure, movable, type MovableMeasure } from './measures.js'
import { type FlatLinks, move, type MovedColumn, type Outcome, SUPPRESSED } from './move.js'
import type { AnyTable } from '../../tables/anyTable.js'
import { requireRecord } from '../../model/given.js'
import type { LooseTable } from '../../tables/typedTable.js'

/** How a table is moved to another list of areas. */
export interface HarmoniseOptions {
  /** The column with the codes of the areas. */
  readonly key: string
  /** Columns that tell rows of one area apart, such as `year`; a code stands once with each of their values. */
  readonly by?: readonly string[] | undefined
  /** The columns to be moved, each with its kind. */
  readonly measures: Readonly<Record<string, Measure>>
  /** Columns to be left out, such as names. Any other column is an error: nothing is dropped in silence. */
  readonly drop?: readonly string[] | undefined
  /**
   * What a target is of which a part is missing: `missing` (the default), or `partial`, what is known of it, with the
   * share that it covers.
   */
  readonly missing?: 'missing' | 'partial' | undefined
  /**
   * What becomes of a row whose code is not in the list of the crosswalk: an error (the default), or set aside and
   * reported.
   */
  readonly unmatched?: 'error' | 'report' | undefined
  /** What messages call the table. */
  readonly file?: string | undefined
}

/** A table on another list of areas, and what the move did to it. */
export interface Harmonised {
  /**
   * One row a target and group, in the order of groups and codes: the key (now with codes of the other list), the
   * columns of `by`, `largest_share` (of the target, from one source), `divided_share` (of the target, from sources
   * that also lie in others: what rests on how they are divided), and for each measure its value, `<measure>_status`
   * and, with `missing: 'partial'`, `<measure>_covered` (the share of its weight that is known; null where weights mean
   * nothing).
   */
  readonly table: LooseTable
  readonly from: string
  readonly to: string
  /** On what the shares rest. */
  readonly weights: string | null
  readonly overlaps: readonly TargetOverlap[]
  /**
   * Codes of the targets of which less than 0.9 comes from one source; none where the sources are smaller areas, of
   * which every target has many.
   */
  readonly flagged: readonly string[]
  readonly loss: LossReport
}

const LARGEST_SHARE = 'largest_share'
const DIVIDED_SHARE = 'divided_share'
/** Shares come to 1 but for the rounding of their sum. */
const ROUNDING = 1e-9
const REALLOCATED = STATUSES.indexOf('reallocated')
const PARTIAL = STATUSES.indexOf('partial')

/**
 * Moves a table from one list of areas to another, such as from the wards of 2025 to those of 2013.
 *
 * A **count** or **amount** is spread: each source gives each of its targets the share of the crosswalk, so that the
 * total is the same afterwards (to 1e-9 of it), and what could not be placed is in the loss report. A **rate**,
 * **share** or **mean** of a target is that of its sources, weighted by the parts of their denominators. Medians,
 * ranks, deciles, categories and indices are refused.
 *
 * A source without a row is missing, not 0, and so is a target of which a part is missing, unless `missing` is
 * `partial`. A target that is one source under the same code keeps its value and its status; every other is
 * `reallocated` at best. Within a source everybody is taken to be spread as the weights are: of anything that clusters,
 * the parts are estimates.
 *
 * @param table one row an area and group.
 * @param crosswalk from the list that the table is on to another, as `loadCrosswalk` of `wardstick/data` gives it.
 * @throws InputError `wrong-code` for a code of another list, saying what it is; `refused-measure`; `duplicate-key`,
 * `missing-column`, `bad-cell`, or `bad-value` for a column that is not declared.
 * @example
 * import { table } from 'arquero'
 * import { crosswalk, harmonise } from 'wardstick/geography'
 * const there = crosswalk({
 *   from: 'old',
 *   to: 'new',
 *   weights: 'residents',
 *   pieces: [
 *     { source: 'A', target: 'X', weight: 300 },
 *     { source: 'A', target: 'Y', weight: 100 },
 *     { source: 'B', target: 'Y', weight: 100 },
 *   ],
 * })
 * const before = table({ code: ['A', 'B'], homes: [200, 50], empty: [0.1, 0.4] })
 * const { table: after, loss } = harmonise(before, there, {
 *   key: 'code',
 *   measures: { homes: { kind: 'count' }, empty: { kind: 'share', denominator: 'homes' } },
 * })
 * after.array('homes') // => [150, 100]
 * after.array('empty') // => [0.1, 0.25]
 * after.array('homes_status') // => ['reallocated', 'reallocated']
 * loss.totals[0]?.after // => 250
 * harmonise(before, there, { key: 'code', measures: { homes: { kind: 'count' }, empty: { kind: 'median' } } })
 * // throws 'refused-measure'
 */
export function harmonise(table: AnyTable, crosswalk: Crosswalk, options: HarmoniseOptions): Harmonised {
  requireOptions(crosswalk, options)
  const { key, by = [], drop = [], missing = 'missing', unmatched = 'error', file = 'table to harmonise' } = options
  requireTable(table, file)
  const measures = movable(options.measures, crosswalk.weights !== null)
  requireRoles(
    table,
    { key, by, measures: [...measures.keys()], helpers: [...measures.values()].flatMap(helpersOf), drop },
    file,
  )
  const columns = [...measures].map(([name, measure]) => columnOfMeasure(table, name, measure, file))
  const grid = gridOf(table, crosswalk, { key, by, unmatched, file })
  const overlap = overlaps(crosswalk)
  const frame: Frame = {
    grid,
    targets: crosswalk.targets,
    ...flatten(crosswalk),
    hasWeights: crosswalk.weights !== null,
    placed: placedShares(crosswalk),
    missing,
  }
  const moved = columns.map((column) => moveColumn(column, frame))
  requireDistinct([
    key,
    ...by,
    LARGEST_SHARE,
    DIVIDED_SHARE,
    ...moved.flatMap((each) => each.columns.map(([name]) => name)),
  ])
  return {
    table: tableOf([...areaColumns(key, by, grid, crosswalk, overlap), ...moved.flatMap(({ columns: own }) => own)]),
    from: crosswalk.from,
    to: crosswalk.to,
    weights: crosswalk.weights,
    overlaps: overlap,
    flagged:
      crosswalk.sourcesAre === 'smaller'
        ? []
        : overlap
            .filter(({ largestShare }) => largestShare !== null && largestShare < MOSTLY_ONE_SOURCE)
            .map(({ target }) => target),
    loss: {
      rows: table.numRows(),
      unmatched: grid.unmatched,
      ...placing(crosswalk, frame.placed),
      absent: absentSources(grid, crosswalk),
      totals: moved.flatMap(({ total }) => total ?? []),
      values: moved.map(({ known }) => known),
    },
  }
}

const OPTIONS: readonly (keyof HarmoniseOptions)[] = ['key', 'by', 'measures', 'drop', 'missing', 'unmatched', 'file']

/** An option that nobody knows would do nothing in silence. */
function requireOptions(crosswalk: Crosswalk, options: HarmoniseOptions): void {
  requireRecord('crosswalk', crosswalk, 'links, as loadCrosswalk gives it')
  requireRecord('options of harmonise', options, 'key and measures')
  const strange = Object.keys(options).find((name) => !(OPTIONS as readonly string[]).includes(name))
  if (strange !== undefined) throw badValue('option of harmonise', strange, OPTIONS.join(', '))
  const { by = [], drop = [], missing = 'missing', unmatched = 'error' } = options
  for (const [name, list] of Object.entries({ by, drop }))
    if (!Array.isArray(list)) throw badValue(name, String(list), `a list of columns, such as ['${String(list)}']`)
  if (!['missing', 'partial'].includes(missing)) throw badValue('missing', missing, 'missing, partial')
  if (!['error', 'report'].includes(unmatched)) throw badValue('unmatched', unmatched, 'error, report')
}

/** The columns beside its own that a measure reads. */
const helpersOf = (measure: MovableMeasure): string[] => [
  ...(measure.status === undefined ? [] : [measure.status]),
  ...denominatorOf(measure),
]
const denominatorOf = (measure: MovableMeasure): string[] =>
  isAveraged(measure) && measure.denominator !== CROSSWALK_WEIGHTS ? [measure.denominator] : []

/** The columns of the result have names of their own. */
function requireDistinct(names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined)
    throw badValue(
      'column of the harmonised table',
      twice,
      'a name that no other column of it has; rename the column of the table',
    )
}

function columnOfMeasure(table: AnyTable, name: string, measure: MovableMeasure, file: string): MovedColumn {
  const [per] = denominatorOf(measure)
  const values = numbersOf(table, name, file)
  return {
    name,
    measure,
    values,
    denominators: per === undefined ? undefined : denominatorsOf(table, per, file),
    statuses: statusesOf(table, measure.status, values, file),
  }
}

/** The columns that say what a row is of. */
function areaColumns(
  key: string,
  by: readonly string[],
  { groups }: Grid,
  { targets }: Crosswalk,
  overlap: readonly TargetOverlap[],
): [string, Cell[]][] {
  const overlapOf = new Map(overlap.map((each) => [each.target, each]))
  return [
    [key, groups.flatMap(() => [...targets])],
    ...by.map((name, i): [string, Cell[]] => [name, groups.flatMap((values) => targets.map(() => values[i] ?? null))]),
    [LARGEST_SHARE, groups.flatMap(() => targets.map((target) => overlapOf.get(target)?.largestShare ?? null))],
    [DIVIDED_SHARE, groups.flatMap(() => targets.map((target) => overlapOf.get(target)?.dividedShare ?? null))],
  ]
}

/** What every column is moved by. */
interface Frame {
  readonly grid: Grid
  readonly targets: readonly string[]
  readonly links: FlatLinks
  /** 1 for the targets that are one source under the same code, or whole sources put together. */
  readonly unmoved: Uint8Array
  /** 1 for the targets that also hold a part of a source that nobody can divide. */
  readonly incomplete: Uint8Array
  readonly hasWeights: boolean
  /** How much of each source lies in any target. */
  readonly placed: readonly number[]
  readonly missing: 'missing' | 'partial'
}

/** A measure moved: its columns, and what became of its values. */
interface Moved {
  readonly columns: [string, Cell[]][]
  readonly total: SpreadTotal | undefined
  readonly known: KnownValues
}

function moveColumn(column: MovedColumn, frame: Frame): Moved {
  const { grid, targets, links, unmoved, incomplete, missing } = frame
  const size = grid.groups.length * targets.length
  const values: Cell[] = new Array<Cell>(size)
  const statuses: Status[] = new Array<Status>(size)
  const covered: Cell[] = new Array<Cell>(size)
  const outcome: Outcome = { value: Number.NaN, covered: 0, complete: true, weakest: 0 }
  let withheld = 0
  grid.rowsOf.forEach((rows, group) => {
    for (let target = 0; target < targets.length; target++) {
      move(links, target, rows, column, outcome)
      outcome.complete &&= incomplete[target] !== 1
      const known = !Number.isNaN(outcome.value)
      const shown = known && (outcome.complete || missing === 'partial')
      const at = group * targets.length + target
      if (known && !shown) withheld += outcome.value
      values[at] = shown ? outcome.value : null
      statuses[at] = statusOf(outcome, shown, unmoved[target] === 1)
      covered[at] = !frame.hasWeights ? null : known ? outcome.covered : 0
    }
  })
  const { name } = column
  return {
    columns: [
      [name, values],
      [`${name}_status`, statuses],
      ...(missing === 'partial' ? [[`${name}_covered`, covered] as [string, Cell[]]] : []),
    ],
    total: isAveraged(column.measure) ? undefined : totalOf(column, values, withheld, frame),
    known: {
      measure: name,
      cellsBefore: column.values.length,
      missingBefore: column.values.filter(Number.isNaN).length,
      cellsAfter: size,
      missingAfter: values.filter((value) => value === null).length,
      partialAfter: statuses.filter((status) => status === 'partial').length,
    },
  }
}

function statusOf({ complete, weakest }: Outcome, shown: boolean, unmoved: boolean): Status {
  if (!shown) return weakest === SUPPRESSED ? 'suppressed' : 'missing'
  const place = Math.max(weakest, unmoved ? 0 : REALLOCATED, complete ? 0 : PARTIAL)
  // What is shown is not missing: of a target with a missing part it is the rest.
  return STATUSES[Math.min(place, PARTIAL)] ?? 'partial'
}

/** The links of a crosswalk by target, and which targets are whole sources that nothing was moved for. */
function flatten({ links, sources, targets, incomplete }: Crosswalk): Pick<Frame, 'links' | 'unmoved' | 'incomplete'> {
  const sourceIndex = new Map(sources.map((code, i) => [code, i]))
  const byTarget = groupBy(links, ({ target }) => target)
  const flat = {
    starts: new Int32Array(targets.length + 1),
    sources: new Int32Array(links.length),
    shares: new Float64Array(links.length),
    weights: new Float64Array(links.length),
  }
  const unmoved = new Uint8Array(targets.length)
  let at = 0
  targets.forEach((target, t) => {
    flat.starts[t] = at
    const own = byTarget.get(target) ?? []
    const weights = weightsWithin(own)
    own.forEach(({ source, share }, i) => {
      flat.sources[at] = sourceIndex.get(source) ?? -1
      flat.shares[at] = share
      flat.weights[at++] = weights[i] ?? 0
    })
    unmoved[t] = own.every(({ basis }) => basis === 'code' || basis === 'whole') ? 1 : 0
  })
  flat.starts[targets.length] = at
  return {
    links: flat,
    unmoved,
    incomplete: Uint8Array.from(targets, (target) => (incomplete.includes(target) ? 1 : 0)),
  }
}

function totalOf(
  { name, values }: MovedColumn,
  after: readonly Cell[],
  withheld: number,
  { grid, placed }: Frame,
): SpreadTotal {
  const known = (row: number): number => (row < 0 || Number.isNaN(values[row]) ? 0 : (values[row] ?? 0))
  let [matched, unplaced] = [0, 0]
  for (const rows of grid.rowsOf)
    rows.forEach((row, source) => {
      matched += known(row)
      unplaced += known(row) * (1 - (placed[source] ?? 0))
    })
  const unmatched = grid.unmatched.reduce((sum, { row }) => sum + known(rowOfPrinted(row)), 0)
  const shown = after.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0)
  return { measure: name, before: matched + unmatched, after: shown, unmatched, unplaced, withheld }
}

/** How much of each source lies in any target: 1, but for rounding, where its shares come to it. */
function placedShares({ sources, links }: Crosswalk): number[] {
  const placed = new Map<string, number>()
  for (const { source, share } of links) placed.set(source, (placed.get(source) ?? 0) + share)
  return sources.map((source) => {
    const share = placed.get(source) ?? 0
    return Math.abs(share - 1) < ROUNDING ? 1 : share
  })
}

function placing(
  { sources, targets, links, incomplete }: Crosswalk,
  placed: readonly number[],
): Pick<LossReport, 'unplaced' | 'emptyTargets' | 'incompleteTargets'> {
  const linked = new Set(links.map(({ target }) => target))
  return {
    unplaced: sources.flatMap((code, i) => ((placed[i] ?? 0) < 1 ? [{ code, share: 1 - (placed[i] ?? 0) }] : [])),
    emptyTargets: targets.filter((target) => !linked.has(target)),
    incompleteTargets: incomplete,
  }
}

const absentSources = ({ rowsOf }: Grid, { sources }: Crosswalk): LossReport['absent'] =>
  sources.flatMap((code, source) => {
    const groups = rowsOf.filter((rows) => (rows[source] ?? -1) < 0).length
    return groups === 0 ? [] : [{ code, groups }]
  })
