import { describe, expect, it } from 'vitest'
import { type ChartWords, type SpendingSeries, spendingSeries } from '../../src/charts/index.js'
import { render } from '../../src/render/index.js'

const words: ChartWords = {
  title: 'What was spent?',
  unit: 'pounds a head',
  place: 'Nottingham (E06000018)',
  source: 'an example',
  alt: 'A falling line.',
  notes: ['A note.'],
}
const year = (of: SpendingSeries['years'][number]['year'], value: number | null): SpendingSeries['years'][number] => ({
  year: of,
  value,
  status: 'from published figures',
  comparators: { n: 3, lower: 60, median: 70, upper: 80 },
  segment: 0,
})
const series = (...years: SpendingSeries['years']): SpendingSeries =>
  Object.freeze({
    years,
    place: 'Nottingham',
    comparators: 'three councils',
    breaks: [{ from: '2010-11' as const, mark: '(a)' }],
  })

describe('a spending series', () => {
  it('hatches a missing year and never draws it as 0', () => {
    const spec = spendingSeries(series(year('2009-10', 88), year('2010-11', null), year('2011-12', 75)), words)
    const { points, hatching } = spec['datasets'] as Record<string, { start: number; value: number }[]>
    expect(points?.map(({ start, value }) => [start, value])).toEqual([
      [2009, 88],
      [2011, 75],
    ])
    expect(new Set(hatching?.map(({ start }) => Math.round(start)))).toEqual(new Set([2010]))
  })

  it('refuses a gap between the years and a series without a figure', () => {
    expect(() => spendingSeries(series(year('2009-10', 88), year('2011-12', 75)), words)).toThrow(
      'year 2011-12 does not follow the one before it',
    )
    expect(() => spendingSeries(series(year('2009-10', null)), words)).toThrow('Nottingham has a figure in no year')
  })

  it('holds negative spending within the plot, with 0 drawn', () => {
    const spec = spendingSeries(series(year('2009-10', 30), year('2010-11', -16.8)), words)
    const [, , line] = spec['layer'] as { encoding: { y: { scale: { domain: [number, number] } } } }[]
    const [bottom, top] = line?.encoding.y.scale.domain ?? [0, 0]
    expect(bottom).toBeLessThanOrEqual(-16.8)
    expect(top).toBeGreaterThan(80)
    const onlyZero = spendingSeries(series({ ...year('2009-10', 0), comparators: null }), words)
    expect(JSON.stringify(onlyZero)).not.toContain('null]')
  })

  it('draws texts of any content as texts', async () => {
    const hostile = `<script>alert(1)</script>"'&]]>`
    const spec = spendingSeries(
      { ...series(year('2009-10', 88), year('2010-11', 80)), place: hostile, comparators: hostile },
      { title: hostile, unit: hostile, place: hostile, source: hostile, alt: hostile, notes: [hostile] },
    )
    const svg = await render(spec, 'svg')
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script&gt;')
  })
})
