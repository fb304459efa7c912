import { badValue } from '../errors.js'
import { requireRecord } from '../model/given.js'
import type { FindingForm, IndicatorId, IndicatorKind, IndicatorLevel, Noun, Polarity } from '../model/indicator.js'
import type { Period } from '../model/period.js'
import type { Unit } from '../model/unit.js'
import type { Provenance } from '../panel/block.js'
import type { AskedPeriod, Frame, FramePlace } from '../panel/frame.js'
import type {
  Indicator,
  IndicatorCoverage,
  IndicatorDocumentation,
  PanelInputs,
  PanelWriters,
  TableReference,
} from '../panel/indicator.js'
import { isYear } from './panelRequest.js'

/** A figure of one place and period; left out, its status is `observed`, or `missing` without a number. */
export interface FoundFigure extends Partial<Provenance> {
  readonly value: number | null
  readonly lower?: number
  readonly upper?: number
}

/** Finds the figure of a place and a period; a number alone is an observed one, null a missing one. */
export type FigureFinder = (place: FramePlace, period: AskedPeriod) => FoundFigure | number | null

/** An indicator of your own: what must be said of it, and how a figure is found. */
export interface OwnIndicator extends Partial<IndicatorDocumentation> {
  readonly id: IndicatorId
  readonly title: string
  readonly unit: Unit
  readonly kind: IndicatorKind
  /** What is counted, within a sentence. */
  readonly noun: Noun
  readonly polarity?: Polarity
  readonly level?: IndicatorLevel
  /** First and last year or day of which there are figures. */
  readonly coverage: IndicatorCoverage
  /** Where the figures are from. */
  readonly source: readonly string[]
  readonly method: string
  readonly form?: FindingForm
  readonly question?: string
  readonly missingRule?: string
  readonly family?: string
  /** Built-in tables that it reads. */
  readonly inputs?: readonly TableReference[]
  readonly interval?: 'bounds' | 'sampling'
  /** The period that its figure has, where one was asked for; left out, it has figures of financial years. */
  readonly periodOf?: (asked: AskedPeriod) => Period | null
  readonly time?: Indicator['time']
  /** Makes the finder of its figures from its tables. */
  readonly figures: (inputs: PanelInputs, frame: Frame) => FigureFinder
}

/**
 * An indicator of your own, for a panel beside those of the catalogue.
 *
 * @param own what it is and how its figures are found.
 * @throws InputError `bad-value` for an id that is not two parts of small letters, digits and hyphens.
 * @example
 * import { defineIndicator, units } from 'wardstick'
 * import { loadPanel } from 'wardstick/data'
 * const visits = { '2009-10': 1200, '2014-15': 900 }
 * const ours = defineIndicator({
 *   id: 'museum/visits',
 *   title: 'Visits to the museum',
 *   unit: units.count('visit', 'visits'),
 *   kind: 'count',
 *   noun: { one: 'visit', many: 'visits' },
 *   coverage: { from: '2009-10', to: '2014-15' },
 *   source: ['our own count'],
 *   method: 'Counted at the door.',
 *   figures: () => ({ place }, period) => (place.name === 'Nottingham' ? visits[period as '2009-10'] ?? null : null),
 * })
 * const places = { councils: ['Nottingham'] }
 * const panel = await loadPanel({ indicators: [ours], places, periods: ['2009-10', '2014-15'] })
 * panel.value('E06000018', 'museum/visits', '2014-15').value // => 900
 */
export function defineIndicator(own: OwnIndicator): Indicator {
  requireRecord('indicator', own, 'id, title, unit and figures')
  const parts = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(own.id)
  if (parts === null)
    throw badValue(
      'id of an indicator',
      own.id,
      "two parts of small letters, digits and hyphens, such as 'museum/visits'",
    )
  const [, member = '', measureId = ''] = parts
  const { unit, figures, family = 'own', interval = null, time = 'flow', ...said } = own
  return {
    polarity: 'none',
    level: 'council',
    form: 'course',
    question: `How many ${own.noun.many}?`,
    description: `${own.title}.`,
    keyFacts: [],
    processing: own.method,
    cannotSay: 'Its author says nothing of it.',
    missingRule: 'Missing where no figure is given; never 0.',
    inputs: [],
    periodOf: (asked) => (isYear(asked) ? asked : null),
    ...said,
    family,
    interval,
    time,
    member,
    measureId,
    unitIn: () => unit,
    measure: (inputs, frame, out) => writeFigures(figures(inputs, frame), frame, out.get(measureId)),
  }
}

function writeFigures(find: FigureFinder, { places, periods }: Frame, writer: ReturnType<PanelWriters['get']>): void {
  if (writer === undefined) return
  places.forEach((place, row) => {
    periods.forEach((period, column) => {
      const found = find(place, period)
      const { value, lower, upper, ...said } = typeof found === 'object' && found !== null ? found : { value: found }
      const cell = writer.cell(row, column)
      const status = value === null ? 'missing' : 'observed'
      writer.write(cell, value, { status, owner: place.place.kind, notes: [], ...said })
      if (lower !== undefined && upper !== undefined) writer.bound(cell, lower, upper)
    })
  })
}
