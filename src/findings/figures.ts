import { weakestStatus } from '../model/status.js'
import { periodId } from '../model/period.js'
import type { Place, Value } from '../model/value.js'
import type { Change, Measure } from './comparison.js'
import type { FigureId, FigureIndicator, FigureMeasure, FigureMeasureId } from './ids.js'
import type { IndicatorResult, StudyResult } from './studyResult.js'

/** A value of a study with what it is of. */
export interface Figure {
  readonly indicator: FigureIndicator
  readonly measure: FigureMeasure
  readonly value: Value
}

/**
 * The id under which a figure stands in `findings.json` and is cited: indicator, measure, code of the place, period.
 *
 * @example
 * import { units } from 'wardstick'
 * import { figureId } from 'wardstick/study'
 * const value = {
 *   value: -33.2,
 *   unit: units.perCent(),
 *   period: { before: '2009-10', after: '2014-15' },
 *   place: { kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2023' },
 *   owner: 'council',
 *   status: 'modelled',
 *   comparable: true,
 *   notes: [],
 *   source: [],
 * } as const
 * const id = figureId({ indicator: 'culture', measure: 'real per head', value })
 * id // => 'culture/real-per-head/E06000018/2009-10..2014-15'
 */
export function figureId({ indicator, measure, value }: Figure): FigureId {
  return `${indicator}/${measureId(measure)}/${value.place.code}/${periodId(value.period)}`
}

const measureId = (measure: FigureMeasure): FigureMeasureId => measure.replaceAll(' ', '-') as FigureMeasureId

/** Every figure of a study, each once. */
export function figuresOf(result: StudyResult): Figure[] {
  const all = [
    ...result.indicators.flatMap((each) => spendingFigures(each, result.ward)),
    ...amenityFigures(result),
    ...voluntaryFigures(result),
  ]
  return [...new Map(all.map((figure) => [figureId(figure), figure])).values()]
}

/** A council's value as its ward inherits it. */
export function inheritedBy(ward: Place, value: Value): Value {
  return {
    ...value,
    place: ward,
    status: weakestStatus([value.status, 'inherited']),
    notes: [...value.notes, 'council-figure-for-ward'],
  }
}

function spendingFigures({ indicator, series, comparisons }: IndicatorResult, ward: Place | null): Figure[] {
  const figure = (measure: Measure, value: Value): Figure => ({ indicator: indicator.id, measure, value })
  const changes = (measure: Measure, { before, after, change }: Change): Figure[] => [
    ...[before, after].filter(({ period }) => typeof period !== 'string').map((value) => figure(measure, value)),
    figure(measure, change),
  ]
  const shown = comparisons.filter(({ measure }) => measure === 'real per head')
  return [
    ...series.flatMap(({ measure, own, england }) => [figure(measure, own), figure(measure, england)]),
    ...comparisons.flatMap(({ measure, own, england }) => [...changes(measure, own), ...changes(measure, england)]),
    ...(ward === null
      ? []
      : shown.flatMap(({ measure, own }) =>
          [own.before, own.after, own.change].map((value) => figure(measure, inheritedBy(ward, value))),
        )),
  ]
}

function amenityFigures({ neighbourhood }: StudyResult): Figure[] {
  return (neighbourhood?.amenities ?? []).flatMap(({ kind, ward, council, england, tenths, comparisons }) =>
    [
      ...[...(ward === null ? [] : [ward]), council, england, ...tenths].flatMap(({ values }) => values),
      ...comparisons.flatMap(({ measure, own, council: ofCouncil, england: ofEngland }) =>
        [own, ofCouncil, ofEngland].map(({ change }) => ({ measure, value: change })),
      ),
    ].map(({ measure, value }): Figure => ({ indicator: kind, measure, value })),
  )
}

function voluntaryFigures({ voluntary }: StudyResult): Figure[] {
  return (voluntary?.years ?? []).flatMap(({ own, england }) => [own, england].flatMap(voluntaryPair))
}

/** What a council or England returned for a year: the amount, and its share. */
export function voluntaryPair({ amount, share }: { readonly amount: Value; readonly share: Value }): Figure[] {
  return [
    { indicator: 'voluntary-provision', measure: 'amount', value: amount },
    { indicator: 'voluntary-provision', measure: 'share of expenditure', value: share },
  ]
}
