import { badValue, refusedMeasure } from '../../errors.js'

/** What is spread: numbers of people, pounds, sites ... Parts sum to the whole. */
export const SPREAD_KINDS = ['count', 'amount'] as const
/** What is averaged: numbers per something else. They need their denominator. */
export const AVERAGED_KINDS = ['rate', 'share', 'mean'] as const
/** What can be neither spread nor averaged, and is refused. */
const REFUSED_KINDS = ['median', 'rank', 'decile', 'category', 'index'] as const

type RefusedKind = (typeof REFUSED_KINDS)[number]

/** Takes the weights of the crosswalk itself, such as residents, as the denominator of a rate. */
export const CROSSWALK_WEIGHTS = 'crosswalk weights'

/** A column that is spread over the targets in proportion, its total unchanged. */
export interface SpreadMeasure {
  readonly kind: (typeof SPREAD_KINDS)[number]
  /** The column with the status of its values, where there is one. */
  readonly status?: string | undefined
}

/** A column of which a target has the mean of its sources, weighted by a denominator. */
export interface AveragedMeasure {
  readonly kind: (typeof AVERAGED_KINDS)[number]
  /** What the number is per: a column of counts of the same table, or {@link CROSSWALK_WEIGHTS}. */
  readonly denominator: string
  /** The column with the status of its values, where there is one. */
  readonly status?: string | undefined
}

/** A column of a kind that no crosswalk can move: declaring it gives the reason and the remedy. */
export interface RefusedMeasure {
  readonly kind: RefusedKind
}

/** What kind of quantity a column holds, which decides how it moves from one list of areas to another. */
export type Measure = SpreadMeasure | AveragedMeasure | RefusedMeasure
/** A measure that can be moved. */
export type MovableMeasure = SpreadMeasure | AveragedMeasure

const REASONS: Readonly<Record<RefusedKind, readonly [reason: string, remedy: string]>> = {
  median: [
    'the median of an area is not made of the medians of its parts',
    'Get the values themselves, or counts by band, and take the median of those; or show the old areas.',
  ],
  rank: [
    'a rank is a place among the areas of one list, and the other list has other areas',
    'Move the score that the rank is of, as a mean with its denominator, and rank the new areas.',
  ],
  decile: [
    'a decile is a place among the areas of one list, and the other list has other areas',
    'Move the score that the decile is of, as a mean with its denominator, and divide the new areas anew.',
  ],
  category: [
    'a target made of areas of several categories has none of them',
    'Move counts of residents by category, and see which share of each target is of which.',
  ],
  index: [
    'a composite index is not additive: its parts were scaled among the areas of one list',
    'Move its components and compute the index anew; a score that is a mean over residents, such as an IMD ' +
      "score, is declared as kind 'mean' with its denominator.",
  ],
}

const isRefused = (measure: Measure): measure is RefusedMeasure =>
  (REFUSED_KINDS as readonly string[]).includes(measure.kind)
export const isAveraged = (measure: MovableMeasure): measure is AveragedMeasure =>
  (AVERAGED_KINDS as readonly string[]).includes(measure.kind)

/** The measures that can be moved. @throws InputError `refused-measure` or `bad-value`. */
export function movable(
  measures: Readonly<Record<string, Measure>>,
  hasWeights: boolean,
): ReadonlyMap<string, MovableMeasure> {
  const entries = Object.entries(measures)
  if (entries.length === 0)
    throw badValue('measures', 'none', "at least one column with its kind, such as { residents: { kind: 'count' } }")
  return new Map(entries.map(([name, measure]) => [name, requireMovable(name, measure, hasWeights)]))
}

function requireMovable(name: string, measure: Measure, hasWeights: boolean): MovableMeasure {
  if (isRefused(measure)) throw refusedMeasure(name, measure.kind, ...REASONS[measure.kind])
  const kinds: readonly string[] = [...SPREAD_KINDS, ...AVERAGED_KINDS]
  if (!kinds.includes(measure.kind))
    throw badValue(
      `kind of the measure '${name}'`,
      measure.kind,
      [...kinds, ...REFUSED_KINDS.map((kind) => `${kind} (which is refused)`)].join(', '),
    )
  if (!isAveraged(measure)) return measure
  // A caller without types may leave it out.
  if ((measure.denominator as string | undefined) === undefined)
    throw badValue(
      `denominator of the ${measure.kind} '${name}'`,
      'none',
      `the column that holds it, or '${CROSSWALK_WEIGHTS}'`,
    )
  if (measure.denominator === CROSSWALK_WEIGHTS && !hasWeights)
    throw badValue(
      `denominator of the ${measure.kind} '${name}'`,
      CROSSWALK_WEIGHTS,
      'a column of the table: the weights of this crosswalk mean nothing',
    )
  return measure
}
