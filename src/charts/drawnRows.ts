import { badValue } from '../errors.js'
import type { ChartRow, VegaLiteSpec } from './spec.js'

/**
 * The rows from which a part of a chart is drawn: its own numbers, after all that the chart does to them.
 *
 * @param chart a chart of `wardstick/charts`.
 * @param name the name of one of its datasets.
 * @throws InputError `bad-value` naming the datasets that the chart has.
 * @example
 * import { drawnRows, spendingSeries } from 'wardstick/charts'
 * const words = {
 *   title: 'What was spent?',
 *   unit: '£',
 *   place: 'Leeds',
 *   source: 'an example',
 *   alt: 'A line.',
 *   notes: [],
 * }
 * const years = [
 *   { year: '2009-10', value: 88, status: 'from published figures', comparators: null, segment: 0 },
 * ] as const
 * const chart = spendingSeries({ years, place: 'Leeds', comparators: 'no council', breaks: [] }, words)
 * drawnRows(chart, 'years') // throws 'bad-value'
 */
export function drawnRows(chart: VegaLiteSpec, name: string): readonly ChartRow[] {
  const datasets = (chart['datasets'] ?? {}) as Readonly<Record<string, readonly ChartRow[]>>
  const rows = Object.hasOwn(datasets, name) ? datasets[name] : undefined
  if (rows === undefined) throw badValue('dataset of a chart', name, Object.keys(datasets).join(', '))
  return rows
}
