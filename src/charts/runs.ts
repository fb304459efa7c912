import { badChart } from '../errors.js'
import type { Basis } from '../model/value.js'

/** A figure at a place of an axis: a time, or a group in order. */
export interface Placed {
  readonly at: number
  /** The same for people: `2009-10`. */
  readonly when: string
  /** Null when missing. */
  readonly value: number | null
  /** Points of one segment are joined; 0 when left out. */
  readonly segment?: number | null | undefined
  /** Points of different bases are never joined. */
  readonly basis?: Basis | null | undefined
}

/** A point that has a figure, and the number of the run in which it is joined with others. */
export interface InRun<Point> {
  readonly point: Point & { readonly value: number }
  readonly run: string
}

/** Leap years, and days that lie a day beside those of another year, are no gap. */
const TOLERANCE = 0.01

/**
 * The points of a line that have a figure, by place, each with its run: a line stops at a missing figure, at the end of
 * a segment, where the basis changes, and where the next point is further than a step, as what lies between is absent.
 *
 * @param chart the chart's short name, for error messages.
 * @param line the name of the line, and how far apart two neighbours stand at most.
 * @throws InputError `bad-chart` when a place is given twice.
 */
export function runsOf<Point extends Placed>(
  chart: string,
  points: readonly Point[],
  { name, step }: { readonly name: string; readonly step: number },
): InRun<Point>[] {
  const sorted = [...points].sort((a, b) => a.at - b.at)
  const twice = sorted.find(({ at }, i) => sorted[i - 1]?.at === at)
  if (twice !== undefined) throw badChart(chart, `${name} has ${twice.when} twice; give each once`)
  let stops = 0
  return sorted.flatMap((point, i) => {
    const before = sorted[i - 1]
    if (point.value === null || (before !== undefined && isParted(before, point, step))) stops += 1
    return point.value === null
      ? []
      : [{ point: { ...point, value: point.value }, run: `${point.segment ?? 0} ${stops}` }]
  })
}

const isParted = (before: Placed, next: Placed, step: number): boolean =>
  (before.basis ?? null) !== (next.basis ?? null) || isApart(before.at, next.at, step)

const isApart = (one: number, next: number, step: number): boolean => next - one > step * (1 + TOLERANCE)

/** Places in their order, once each, with those that are absent between two that are further apart than a step. */
export function withAbsent(places: readonly number[], step: number): number[] {
  const sorted = [...new Set(places)].sort((a, b) => a - b)
  return sorted.flatMap((at, i) => {
    const next = sorted[i + 1] ?? at
    const between = isApart(at, next, step) ? Math.ceil((next - at) / step - 0.5) - 1 : 0
    return [at, ...Array.from({ length: between }, (_, j) => at + (j + 1) * step)]
  })
}

/** The least distance between two of several places: what a step is where nothing else says it; 0 with one place. */
export function leastStep(places: readonly number[]): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b)
  const steps = sorted.slice(1).map((at, i) => at - (sorted[i] ?? at))
  return steps.length === 0 ? 0 : Math.min(...steps)
}
