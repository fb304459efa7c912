import { badValue } from '../errors.js'
import { requireRecord } from '../model/given.js'
import type { IndicatorId } from '../model/indicator.js'
import type { NoteId } from '../model/notes.js'
import {
  type FinancialYear,
  type IsoDate,
  type Period,
  type Span,
  type Window,
  periodLabel,
  yearsOf,
} from '../model/period.js'
import { type Unit, units } from '../model/unit.js'
import type { Value } from '../model/value.js'
import { type Block, BlockWriter } from '../panel/block.js'
import { provenanceAt } from '../panel/cells.js'
import type { IndicatorHeader } from '../panel/header.js'
import { Panel } from '../panel/panel.js'
import { difference, percentChange, windowMean } from './change.js'

/** What is compared: a year, a day, or the mean of the years of a window. */
export interface BeforeAfter {
  readonly before: FinancialYear | IsoDate | Window
  readonly after: FinancialYear | IsoDate | Window
}

/**
 * The changes of a panel between two periods, as a panel: of each indicator the difference, and the change in per cent
 * where its unit has one.
 *
 * A window is the mean of its years, clipped for all places alike to the years that the source collects, of which there
 * must be two; a year that one place lacks makes that place missing. A change is `comparable` only where no break of
 * the series lies between the periods. Bounds are the widest that those of both figures allow.
 *
 * @param panel a panel that has the periods, or the years of the windows.
 * @param between the two periods.
 * @returns a panel of the ids `.../difference` and `.../per-cent`, with one period, the span from one to the other.
 * @throws InputError `bad-value` for a period that the panel does not have, or an `after` that is not later.
 * @example
 * import { beforeAfter } from 'wardstick'
 * import { loadPanel } from 'wardstick/data'
 * const panel = await loadPanel({
 *   indicators: ['culture/real-per-head'],
 *   places: { councils: ['Nottingham'] },
 *   periods: ['2009-10', '2014-15'],
 * })
 * const changes = beforeAfter(panel, { before: '2009-10', after: '2014-15' })
 * const span = { before: '2009-10', after: '2014-15' } as const
 * changes.value('E06000018', 'culture/real-per-head/per-cent', span).value?.toFixed(1) // => '-33.2'
 */
export function beforeAfter(panel: Panel, between: BeforeAfter): Panel {
  requireRecord('periods to compare', between, "before and after, such as { before: '2009-10', after: '2014-15' }")
  for (const period of [between.before, between.after]) requirePeriod(panel, period)
  const asked: Span = { before: between.before, after: between.after }
  return new Panel({
    places: panel.places,
    periods: [asked],
    terms: panel.terms,
    blocks: panel.blocks.flatMap((block) => changesOf(panel, block, asked)),
  })
}

function requirePeriod(panel: Panel, period: BeforeAfter['before']): void {
  const missing = (typeof period === 'string' ? [period] : yearsOf(period)).find((each) => !panel.has(each))
  if (missing !== undefined)
    throw badValue('period to compare', missing, `a period of the panel: ${panel.periods.map(periodLabel).join(', ')}`)
}

type Change = 'difference' | 'per-cent'

function changesOf(panel: Panel, block: Block, asked: Span): Block[] {
  const { unit } = block.header
  const span: Span = { before: collectedOf(panel, block, asked.before), after: collectedOf(panel, block, asked.after) }
  const kinds: readonly Change[] = hasPercent(unit) ? ['difference', 'per-cent'] : ['difference']
  const writers = kinds.map((kind) => ({
    kind,
    writer: new BlockWriter(headerOf(block.header, kind), panel.places.length, [span]),
  }))
  panel.places.forEach(({ code }, row) => {
    const [before, after] = [span.before, span.after].map((period) => figureOf(panel, code, block, period))
    if (before === undefined || after === undefined) return
    for (const { kind, writer } of writers)
      write(writer, row, changeOf(kind, withBreaks(panel, code, block, { before, after, span })))
  })
  return writers.map(({ writer }) => writer.finish())
}

/** Whether a change in per cent says something: not of a share, a score or a rank. */
const hasPercent = ({ kind }: Unit): boolean => ['money', 'count', 'length', 'area', 'time'].includes(kind)

function headerOf(header: IndicatorHeader, change: Change): IndicatorHeader {
  const id = `${header.id}/${change}` as IndicatorId
  if (change === 'per-cent')
    return { ...header, id, title: `${header.title}: change, per cent`, kind: 'rate', unit: units.perCent() }
  return { ...header, id, title: `${header.title}: change`, unit: unitOfDifference(header.unit) }
}

const unitOfDifference = (unit: Unit): Unit => (unit.kind === 'per cent' ? units.percentagePoints(unit.of) : unit)

/** The years of a window that the source collects; any other period as it is. */
function collectedOf(panel: Panel, block: Block, period: Span['before']): Span['before'] {
  if (typeof period === 'string') return period
  const years = yearsOf(period).filter((year) => isCollected(panel, block, year))
  const [from, to] = [years[0] ?? period.from, years.at(-1) ?? period.to]
  return { from, to }
}

const NOT_COLLECTED: readonly NoteId[] = ['no-edition', 'not-in-the-form']

/** Whether the source has a figure of any place for a year, or could have. */
function isCollected(panel: Panel, block: Block, year: FinancialYear): boolean {
  const column = panel.periods.indexOf(year)
  return panel.places.some((_, row) => {
    const { status, notes } = provenanceAt(panel, block, { row, column })
    return status !== 'missing' || (notes.length > 0 && !notes.some((note) => NOT_COLLECTED.includes(note)))
  })
}

function figureOf(panel: Panel, place: string, { header }: Block, period: Span['before']): Value {
  if (typeof period === 'string') return panel.value(place, header.id, period)
  const years = yearsOf(period)
  const mean = windowMean(years.map((year) => ({ ...panel.value(place, header.id, year), period: year })))
  return years.length < 2
    ? { ...mean, value: null, status: 'missing', notes: [...mean.notes, 'window-too-short'] }
    : mean
}

interface Compared {
  readonly before: Value
  readonly after: Value
  readonly span: Span
}

/** The two figures, the later one marked with the breaks between them. */
function withBreaks(panel: Panel, place: string, block: Block, { before, after, span }: Compared): Compared {
  const [first, last] = [firstYear(span.before), lastYear(span.after)]
  if (first === null || last === null) return { before, after, span }
  const { comparable, notes } = panel.value(place, block.header.id, last, { base: first })
  const marked = panel.value(place, block.header.id, last)
  return comparable || !marked.comparable
    ? { before, after, span }
    : { before, span, after: { ...after, comparable: false, notes: [...new Set([...after.notes, ...notes])] } }
}

const isYear = (period: Period): period is FinancialYear => typeof period === 'string' && /^\d{4}-\d{2}$/.test(period)
const firstYear = (period: Span['before']): FinancialYear | null =>
  typeof period === 'object' ? period.from : isYear(period) ? period : null
const lastYear = (period: Span['after']): FinancialYear | null =>
  typeof period === 'object' ? period.to : isYear(period) ? period : null

function changeOf(kind: Change, { before, after, span }: Compared): Value {
  const [first, last] = [
    { ...before, period: span.before },
    { ...after, period: span.after },
  ]
  if (kind === 'per-cent') return percentChange(first, last)
  if (before.unit.kind === 'score') return refused(difference(first, last), 'scores-compare-by-rank')
  return { ...difference(first, last), ...boundsOf(before, after) }
}

const refused = (value: Value, note: NoteId): Value => ({
  ...value,
  value: null,
  status: 'missing',
  comparable: false,
  notes: [...value.notes, note],
})

/** The widest bounds of a difference that those of both figures allow. */
function boundsOf(before: Value, after: Value): Partial<Pick<Value, 'bounds'>> {
  if (before.value === null || after.value === null || (before.bounds ?? after.bounds) === undefined) return {}
  const [early, late] = [before, after].map(({ value, bounds }) => bounds ?? { lower: value ?? 0, upper: value ?? 0 })
  if (early === undefined || late === undefined) return {}
  return { bounds: { lower: late.lower - early.upper, upper: late.upper - early.lower } }
}

function write(writer: BlockWriter, row: number, change: Value): void {
  const { value, status, owner, basis, comparable, notes, bounds } = change
  const cell = writer.cell(row, 0)
  writer.write(cell, value, {
    status,
    owner,
    ...(basis === undefined ? {} : { basis }),
    ...(comparable ? {} : { comparable: false }),
    notes,
  })
  if (bounds !== undefined) writer.bound(cell, bounds.lower, bounds.upper)
}
