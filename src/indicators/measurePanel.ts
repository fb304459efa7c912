import { type InputError, badValue, notAvailable } from '../errors.js'
import { requireRecord } from '../model/given.js'
import { type Period, periodLabel } from '../model/period.js'
import { BlockWriter } from '../panel/block.js'
import type { AskedPeriod, Frame } from '../panel/frame.js'
import type { IndicatorHeader } from '../panel/header.js'
import type { Indicator, TableReference } from '../panel/indicator.js'
import { Panel } from '../panel/panel.js'
import { indicator as fromCatalogue } from './catalogue.js'
import { frameOf } from './panelFrame.js'
import {
  type PanelTables,
  REGISTER_TABLES,
  RESIDENT_TABLES,
  panelInputs,
  registerOf,
  residentsOf,
  wardRegisterOf,
} from './panelInputs.js'
import type { PanelRequest } from './panelRequest.js'

/** The indicators of a request, each once. @throws InputError `bad-value` for none, or for an id that there is not. */
function indicatorsOf({ indicators }: Pick<PanelRequest, 'indicators'>): Indicator[] {
  if (!Array.isArray(indicators) || indicators.length === 0)
    throw badValue('indicators of a panel', 'none', "at least one id of the catalogue, such as 'culture/real-per-head'")
  const found = indicators.map((each: string | Indicator) => (typeof each === 'string' ? fromCatalogue(each) : each))
  return [...new Map(found.map((each) => [each.id, each])).values()]
}

/** Whether a request is measured by where people live. */
const needsResidents = (indicators: readonly Indicator[], { places }: PanelRequest): boolean =>
  places.smallAreas !== undefined || indicators.some(({ inputs }) => inputs.includes('wards/lsoas'))

/**
 * The tables that a request is measured from, by their references, and no others.
 *
 * @throws InputError as `measurePanel`.
 * @example
 * import { tablesOf } from 'wardstick'
 * const request = { indicators: ['people/residents'], places: { england: true }, periods: ['2014-15'] } as const
 * tablesOf(request).includes('pools/pools') // => false
 */
export function tablesOf(request: PanelRequest): TableReference[] {
  requireRecord('request of a panel', request, 'indicators, places and periods')
  const indicators = indicatorsOf(request)
  return [
    ...new Set<TableReference>([
      ...REGISTER_TABLES,
      'wards/wards',
      ...(needsResidents(indicators, request) ? RESIDENT_TABLES : []),
      ...indicators.flatMap(({ inputs }) => inputs),
    ]),
  ]
}

/**
 * Measures indicators of places and periods: the pure half of `loadPanel` of `wardstick/data`.
 *
 * Cells that cannot be had are `missing`, with a note; an indicator that has none of the periods or none of the places
 * is refused.
 *
 * @param request which indicators, places and periods, in which terms.
 * @param tables the tables that {@link tablesOf} names.
 * @throws InputError `bad-value` for what there is not, with the nearest; `unknown-place` or `ambiguous-place`;
 * `not-available` for an indicator without a figure of any of the periods.
 * @example
 * import { measurePanel, tablesOf } from 'wardstick'
 * import { loadTables } from 'wardstick/data'
 * const request = {
 *   indicators: ['culture/nominal'],
 *   places: { councils: ['Nottingham'] },
 *   periods: ['2009-10'],
 * } as const
 * const panel = measurePanel(request, await loadTables(tablesOf(request)))
 * panel.value('E06000018', 'culture/nominal', '2009-10').value // => 26179
 */
export function measurePanel(request: PanelRequest, tables: PanelTables): Panel {
  requireRecord('request of a panel', request, 'indicators, places and periods')
  const indicators = indicatorsOf(request)
  const inputs = panelInputs(tables)
  const frame = frameOf(request, {
    councils: registerOf(inputs),
    wards: wardRegisterOf(inputs),
    residents: needsResidents(indicators, request) ? residentsOf(inputs) : null,
  })
  const writers = indicators.map((each) => ({ indicator: each, writer: writerOf(each, frame) }))
  for (const measure of new Set(indicators.map((each) => each.measure))) {
    const own = writers.filter(({ indicator }) => indicator.measure === measure)
    measure(inputs, frame, new Map(own.map(({ indicator, writer }) => [indicator.measureId, writer])))
  }
  return new Panel({
    places: frame.places.map(({ place }) => place),
    periods: frame.periods,
    terms: frame.terms,
    blocks: writers.map(({ writer }) => writer.finish()),
  })
}

/** Why an indicator has no figure of any of some periods, as the error that says so; null where it may have one. */
export function whyNotAvailable(indicator: Indicator, asked: readonly AskedPeriod[]): InputError | null {
  const periods = asked.map(indicator.periodOf)
  return periods.some((period) => period !== null && isCovered(period, indicator))
    ? null
    : notAvailable(indicator.id, asked.map(periodLabel).join(', '), availabilityOf(indicator))
}

function writerOf(indicator: Indicator, frame: Frame): BlockWriter {
  const refused = whyNotAvailable(indicator, frame.periods)
  if (refused !== null) throw refused
  const periods = frame.periods.map(indicator.periodOf)
  return new BlockWriter(headerOf(indicator, frame), frame.places.length, periods)
}

/** Whether some of a period lies in what an indicator covers. */
function isCovered(period: Period, { coverage: { from, to, editions } }: Indicator): boolean {
  const [first, last] = endsOf(period)
  return editions === undefined ? last >= from && first <= to : editions.includes(first)
}

/** The first and the last year or day of a period. */
function endsOf(period: Period): [first: string, last: string] {
  if (typeof period === 'string') return [period, period]
  if ('since' in period) return [period.since, period.until]
  return 'from' in period ? [period.from, period.to] : [endsOf(period.before)[0], endsOf(period.after)[1]]
}

const availabilityOf = ({ time, coverage: { from, to, editions, otherwise } }: Indicator): string =>
  `it is measured ${TIMES[time]}, from ${from} to ${to}` +
  `${editions === undefined ? '' : ` (${editions.join(', ')})`}${otherwise === undefined ? '' : `; ${otherwise}`}`

const TIMES: Readonly<Record<Indicator['time'], string>> = {
  flow: 'for financial years',
  stock: 'on days (for a financial year, on its last)',
  turnover: 'between two days (for a financial year, from its first to its last)',
  edition: 'by edition',
}

function headerOf(indicator: Indicator, { terms }: Frame): IndicatorHeader {
  const { id, title, kind, polarity, source, interval, unitIn } = indicator
  return { id, title, kind, polarity, source, interval, unit: unitIn(terms) }
}
