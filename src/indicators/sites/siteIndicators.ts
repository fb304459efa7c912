import { requireRecord } from '../../model/given.js'
import type { IndicatorId } from '../../model/indicator.js'
import {
  type FinancialYear,
  type Interval,
  type IsoDate,
  type Period,
  startOfFinancialYear,
} from '../../model/period.js'
import { type Unit } from '../../model/unit.js'
import { BlockWriter } from '../../panel/block.js'
import type { AskedPeriod, Frame } from '../../panel/frame.js'
import { Panel } from '../../panel/panel.js'
import type { AmenityIndex } from '../amenityAccess.js'
import type { Amenity } from './amenity.js'
import type { Indicator, IndicatorCoverage, TableReference } from '../../panel/indicator.js'
import { AMENITY_MEASURES } from './measures.js'
import { REGISTER_TABLES, RESIDENT_TABLES } from '../panelInputs.js'
import { isYear } from '../panelRequest.js'
import { amenityOf, surroundingsOf } from './siteInputs.js'
import { type SiteSurroundings, measureSites } from './measureSites.js'
import type { SiteKind } from './siteKind.js'
import { type AmenityMeasureId, isTold } from './siteMeasures.js'
import { countedIn } from './siteUnits.js'

/** How a measure of sites is counted in time. */
type SiteTime = 'stock' | 'turnover' | 'edition'

/** The first words of the measures that count what happened between two days. */
const TURNOVER = /^(closings-|opened|reopened|transferred|lost-|net-change)/

const timeOf = (measure: AmenityMeasureId): SiteTime =>
  measure === 'staffed-hours' ? 'edition' : TURNOVER.test(measure) ? 'turnover' : 'stock'

/**
 * The indicators of a kind of sites: open stock, how near it is to residents, what closed and opened, and what only the
 * kind tells, such as staffed hours.
 *
 * For a financial year the stock and the access are of 1 April at its end, openings and closings of the time from its
 * first 1 April to that. A cell keeps its day or interval.
 *
 * @param kind the declared kind.
 * @example
 * import { SITE_KINDS, siteIndicators } from 'wardstick'
 * const [pools] = SITE_KINDS
 * siteIndicators(pools).map(({ id }) => id).slice(0, 2) // => ['pools/sites-open', 'pools/units-open']
 */
export function siteIndicators(kind: SiteKind): Indicator[] {
  requireRecord('kind of sites', kind, 'what siteKind gives')
  const inputs = inputsOf(kind)
  const measure: Indicator['measure'] = (given, frame, out) => {
    measureSites({
      amenity: amenityOf(kind, given),
      surroundings: surroundingsOf(given),
      frame,
      periodsOf: (id) => frame.periods.map((asked) => periodOf(timeOf(id), asked, kind)),
      out,
    })
  }
  return (Object.keys(AMENITY_MEASURES) as AmenityMeasureId[])
    .filter((id) => isTold(id, kind.aspects))
    .map((id): Indicator => {
      const described = AMENITY_MEASURES[id]
      const { title, method } = kind.texts[id] ?? described
      const time = timeOf(id)
      return {
        id: `${kind.id}/${id}` as IndicatorId,
        family: 'sites',
        member: kind.id,
        measureId: id,
        title: `${kind.words.title}: ${title}`,
        question: `Where can people reach ${kind.words.near}?`,
        noun: kind.words.plain,
        ...kind.documentation,
        unitIn: () => unitOf(id, kind),
        kind: described.kind,
        polarity: described.polarity,
        level: described.level,
        time,
        interval: 'bounds',
        source: described.level === 'ward' ? [kind.source, 'wards'] : [kind.source],
        inputs,
        missingRule: described.missingRule,
        method,
        coverage: coverageOf(kind),
        form: time === 'turnover' ? 'turnover' : 'course',
        periodOf: (asked) => periodOf(time, asked, kind),
        measure,
      }
    })
}

/** The unit of a measure: the kind’s own nouns where it counts them. */
const unitOf = (id: AmenityMeasureId, kind: SiteKind): Unit => countedIn(id, kind) ?? AMENITY_MEASURES[id].unit

const inputsOf = ({ tables }: SiteKind): readonly TableReference[] => [
  ...REGISTER_TABLES,
  ...RESIDENT_TABLES,
  ...Object.values(tables).map(({ dataset, table }): TableReference => `${dataset}/${table}`),
]

const coverageOf = ({ days, words, documentation }: SiteKind): IndicatorCoverage => ({
  from: days.first,
  to: days.last,
  otherwise: documentation.otherwise ?? `bring a later ${words.register}`,
})

/** The first of April at the end of a financial year, on which its stock is counted. */
const stockDay = (year: FinancialYear): IsoDate => `${startOfFinancialYear(year) + 1}-04-01`

/** From the first of April of a financial year to that of the next. */
const turnoverInterval = (year: FinancialYear): Interval => ({
  since: `${startOfFinancialYear(year)}-04-01`,
  until: stockDay(year),
})

/** What a cell is of where a period was asked for; null where such a period has no figure. */
function periodOf(time: SiteTime, asked: AskedPeriod, { editionDays = [] }: SiteKind): IsoDate | Interval | null {
  if (time === 'turnover') return typeof asked === 'object' ? asked : isYear(asked) ? turnoverInterval(asked) : null
  if (typeof asked === 'object') return null
  if (time === 'stock') return isYear(asked) ? stockDay(asked) : asked
  if (!isYear(asked)) return editionDays.includes(asked) ? asked : null
  const { since, until } = turnoverInterval(asked)
  return editionDays.find((day) => since < day && day <= until) ?? null
}

/** What a panel of sites is measured from. */
export interface SitePanelParts {
  readonly kind: SiteKind
  readonly amenity: Amenity
  readonly surroundings: SiteSurroundings
  readonly frame: Frame
  /** The measures wanted; those that the kind does not tell are passed over. */
  readonly measures: readonly AmenityMeasureId[]
  /** The sites around the centres, where they are at hand. */
  readonly index?: AmenityIndex
}

/** A panel of sites that are at hand. */
export function sitePanel({ kind, amenity, surroundings, frame, measures, index }: SitePanelParts): Panel {
  const periodsOf = (id: AmenityMeasureId): (Period | null)[] =>
    frame.periods.map((asked) => periodOf(timeOf(id), asked, kind))
  const writers = siteIndicators(kind)
    .filter(({ measureId }) => measures.includes(measureId as AmenityMeasureId))
    .map((indicator): [string, BlockWriter] => [
      indicator.measureId,
      new BlockWriter(
        { ...indicator, unit: indicator.unitIn(frame.terms) },
        frame.places.length,
        periodsOf(indicator.measureId as AmenityMeasureId),
      ),
    ])
  measureSites({ amenity, surroundings, frame, periodsOf, out: new Map(writers), index })
  return new Panel({
    places: frame.places.map(({ place }) => place),
    periods: frame.periods,
    terms: frame.terms,
    blocks: writers.map(([, writer]) => writer.finish()),
  })
}
