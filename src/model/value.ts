import { badValue } from '../errors.js'
import type { NoteId } from './notes.js'
import { type Period, periodLabel } from './period.js'
import { type Status, weakestStatus } from './status.js'
import { type Unit, requireUnit, sameUnit, unitText, whyNoSum } from './unit.js'
import { requireList, requireRecord } from './given.js'

/**
 * How an amount of spending was reported: `outturn` is spent, `budget` is planned before the year begins, and
 * `derived-positive-only` is an outturn that somebody re-derived and from which negative amounts were dropped.
 * Amounts of different bases never share a series.
 */
export const BASES = ['outturn', 'budget', 'derived-positive-only'] as const

/** One of {@link BASES}. */
export type Basis = (typeof BASES)[number]

/** What a place can be, from the smallest to the largest. */
export const PLACE_KINDS = ['ward', 'council', 'group', 'country'] as const

/** What a place is. */
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** A place by code; a code means nothing without the vintage of the list that it stands in. */
export interface Place {
  readonly kind: PlaceKind
  /** GSS code such as `E06000018`, or an e-code for a council that never had one; a slug for a group of councils. */
  readonly code: string
  readonly name: string
  /** Which list the code is from: `WD13` for a ward of 2013, `LAD` with a year for a council. */
  readonly vintage: string
}

/**
 * One number with what must be known to use it.
 *
 * `value` is null exactly when the status is `missing` or `suppressed`; a missing value is never 0.
 */
export interface Value {
  readonly value: number | null
  readonly unit: Unit
  readonly period: Period
  readonly place: Place
  /**
   * Whose figure it is, whatever its status: `council` for the figure of a council that is shown for its ward. Places
   * are ranked and clustered by it.
   */
  readonly owner: PlaceKind
  readonly status: Status
  /**
   * Between which numbers the value lies, both included, where dates or readings leave it open; not a sampling
   * interval.
   */
  readonly bounds?: { readonly lower: number; readonly upper: number }
  readonly basis?: Basis
  /** False when a definition changes between this value and the base year of its series; `notes` says how. */
  readonly comparable: boolean
  /**
   * Rule ids: what was done to reach the value, or what is wrong with it. Their texts are in `NOTES`, those of breaks
   * in the tables of breaks.
   */
  readonly notes: readonly NoteId[]
  /** Ids of the datasets that the value was computed from. */
  readonly source: readonly string[]
}

/**
 * Combines values by a rule, such as a sum or a ratio.
 *
 * The result has the weakest status of the inputs, the owner of the largest kind among theirs, all their notes and
 * sources, and is comparable only when all of them are; it has no bounds of its own unless `change` gives them. It is
 * missing when any input is missing or the rule gives no finite number.
 *
 * @param inputs at least one value; place and period are taken from the first unless `change` replaces them.
 * @param rule what to compute from the numbers, in the order of `inputs`.
 * @param change fields of the result that differ from the first input's.
 * @example
 * import { combine, units } from 'wardstick'
 * const base = {
 *   unit: units.pounds(),
 *   period: '2009-10',
 *   place: { kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2009' },
 *   owner: 'council',
 *   comparable: true,
 *   notes: [],
 *   source: ['example'],
 * } as const
 * const spent = { ...base, value: 300, status: 'observed' } as const
 * const people = { ...base, value: 4, unit: units.people, status: 'modelled' } as const
 * const unit = units.pounds({ per: 'head' })
 * combine([spent, people], (a, b) => a / b, { unit }).value // => 75
 * combine([spent, people], (a, b) => a / b, { unit }).status // => 'modelled'
 */
export function combine(
  inputs: readonly [Value, ...Value[]],
  rule: (...numbers: number[]) => number,
  change: Partial<Value> = {},
): Value {
  requireList('values to combine', inputs)
  if (inputs.length < 1) throw badValue('values to combine', 'none', 'at least one value')
  for (const input of inputs) requireValue(input)
  const known: number[] = []
  for (const { value } of inputs) if (value !== null) known.push(value)
  const result = known.length === inputs.length ? rule(...known) : Number.NaN
  const value = Number.isFinite(result) ? result : null
  const status = weakestStatus(inputs.map((input) => input.status))
  const { unit, period, place, basis } = inputs[0]
  return {
    unit,
    period,
    place,
    owner: largestOwner(inputs),
    ...(basis === undefined ? {} : { basis }),
    value,
    status: value !== null || status === 'suppressed' ? status : 'missing',
    comparable: inputs.every((input) => input.comparable),
    notes: union(inputs.map((input) => input.notes)),
    source: union(inputs.map((input) => input.source)),
    ...change,
  }
}

/** The largest kind of place among the owners: a figure that rests on a council's is no ward's. */
const largestOwner = (values: readonly Value[]): PlaceKind =>
  PLACE_KINDS[Math.max(...values.map(({ owner }) => PLACE_KINDS.indexOf(owner)))] ?? 'country'

/** Every text of some lists once, in order; lists are short, and mostly alike. */
function union<Text extends string>(lists: readonly (readonly Text[])[]): readonly Text[] {
  return lists.reduce((all, list) =>
    list.every((text) => all.includes(text)) ? all : [...all, ...list.filter((text) => !all.includes(text))],
  )
}

/**
 * The sum of values, by {@link combine}: missing when one of them is.
 *
 * @param values the values: of one period, and of one place unless the place that they make up together is given.
 * @throws InputError `bad-value` when there is none, when units, bases, periods or places differ, or for a unit that
 * has no sum: shares, scores, ranks and means.
 * @example
 * import { sumValues, units } from 'wardstick'
 * const base = {
 *   unit: units.pounds(),
 *   period: '2009-10',
 *   place: { kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2009' },
 *   owner: 'council',
 *   status: 'observed',
 *   comparable: true,
 *   notes: [],
 *   source: [],
 * } as const
 * sumValues([{ ...base, value: 1 }, { ...base, value: 2 }]).value // => 3
 * sumValues([{ ...base, value: 1 }, { ...base, value: null, status: 'missing' }]).value // => null
 * sumValues([{ ...base, value: 1, unit: units.perCent('residents') }]) // throws 'bad-value'
 */
export function sumValues(values: readonly Value[], { place }: { readonly place?: Place } = {}): Value {
  requireList('values to sum', values)
  const [first, ...rest] = values
  if (first === undefined) throw badValue('values to sum', 'none', 'at least one value')
  requireSum(first)
  const other = rest.find((value) => !sameUnit(value.unit, first.unit) || value.basis !== first.basis)
  if (other !== undefined) throw badValue('value to sum', unitAndBasis(other), `${unitAndBasis(first)}, as the first`)
  for (const value of rest) {
    requireSum(value)
    requireSamePeriod(first, value)
    if (place === undefined) requireSamePlace(first, value)
  }
  const sum = combine([first, ...rest], (...numbers) => numbers.reduce((a, b) => a + b, 0))
  return place === undefined ? sum : { ...sum, place, owner: place.kind }
}

const unitAndBasis = ({ unit, basis }: Value): string => `${unitText(unit)} (${basis ?? 'no basis'})`

function requireSum(value: Value): void {
  requireValue(value)
  const why = whyNoSum(value.unit)
  if (why !== null) throw badValue('unit of a value to sum', unitText(value.unit), `amounts and counts (${why})`)
}

function requireSamePeriod(first: Value, other: Value): void {
  if (JSON.stringify(first.period) !== JSON.stringify(other.period))
    throw badValue('period of a value to sum', periodLabel(other.period), `${periodLabel(first.period)}, as the first`)
}

/** Refuses what is no value: a bare number has no unit, no place and no status. @throws InputError `bad-value`. */
export function requireValue(given: unknown): void {
  requireRecord('value', given, 'value, unit, period, place and status')
  const { place, unit, owner } = given as Value
  requireRecord('place of a value', place, 'kind, code, name and vintage')
  requireUnit(unit)
  if (!PLACE_KINDS.includes(owner)) throw badValue('owner of a value', owner, PLACE_KINDS.join(', '))
}

/** Refuses a value of another place than the first. @throws InputError `bad-value`. */
export function requireSamePlace(first: Value, other: Value): void {
  if (first.place.kind !== other.place.kind || first.place.code !== other.place.code)
    throw badValue(
      'place of a value',
      `${other.place.name} (${other.place.code})`,
      `${first.place.name} (${first.place.code}), as the first`,
    )
}

/**
 * Refuses the figure of a larger place than the one that it is shown for, which cannot be ranked among places.
 *
 * @throws InputError `bad-value` naming place and owner.
 */
export function requireOwnFigure(value: Value): void {
  requireValue(value)
  const { place, owner } = value
  if (PLACE_KINDS.indexOf(owner) > PLACE_KINDS.indexOf(place.kind))
    throw badValue(
      'value to rank',
      `${place.name} (${place.code}), with the figure of its ${owner}`,
      `figures of the places themselves; rank each ${owner} once`,
    )
}
