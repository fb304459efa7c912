import { describe, expect, it } from 'vitest'
import { drawnRows, slope } from '../../src/charts/index.js'

describe('drawnRows', () => {
  const words = { title: 'a', unit: '£', place: 'b', source: 'c', alt: 'd', notes: [] }
  const rows = [
    { label: 'Nottingham', before: 126, after: 84, emphasis: true },
    { label: 'Leeds', before: 100, after: 85 },
  ]
  const chart = slope(
    { rows, before: '2009-10', after: '2014-15', polarity: 'none', others: 'others', decimals: 0 },
    words,
  )

  it('gives the rows of a dataset', () => {
    expect(drawnRows(chart, 'labels').map(({ label }) => label)).toEqual(['Nottingham 126', '84 Nottingham'])
  })

  it('names the datasets that a chart has when it does not have one', () => {
    expect(() => drawnRows(chart, 'constructor')).toThrow(
      /^dataset of a chart: 'constructor' is not allowed. Allowed: .*labels/,
    )
    expect(() => drawnRows({ $schema: '', title: { text: '', subtitle: [] }, description: '' }, 'rows')).toThrow(
      "dataset of a chart: 'rows' is not allowed.",
    )
  })
})
