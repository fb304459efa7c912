import { expect } from 'vitest'
import type { ChartLayout, ChartWords, VegaLiteSpec } from '../../src/charts/index.js'
import { render } from '../../src/render/index.js'
import { schemaProblems } from './vegaLite.js'

export const CHART_WORDS: ChartWords = {
  title: 'Is it so?',
  unit: 'per cent',
  place: 'Square (E05000001)',
  source: 'an example',
  alt: 'It is so.',
  notes: [],
}

/** The data of a chart, by name. */
export const dataOf = (spec: object): Record<string, Record<string, unknown>[]> =>
  (spec as { datasets: Record<string, Record<string, unknown>[]> }).datasets

/** The labels of the key of a chart. */
export const keyOf = (spec: object): string[] => (dataOf(spec)['keyLabels'] ?? []).map(({ label }) => String(label))

/** The notes below a chart, as one text. */
export function notesOf(spec: object): string {
  const { layer } = spec as { layer: { mark: { text?: string[] } }[] }
  return (layer.at(-1)?.mark.text ?? []).join(' ').replaceAll('\u00a0', ' ')
}

/** Checks that a chart is valid and is drawn without a warning in both layouts. */
export async function expectDrawn(chart: (layout: ChartLayout) => VegaLiteSpec): Promise<void> {
  for (const layout of ['wide', 'narrow'] as const) {
    expect(schemaProblems(chart(layout))).toEqual([])
    expect(await render(chart(layout), 'svg')).toContain('</svg>')
  }
}
