import { describe, expect, it } from 'vitest'
import { type ChartWords, type DumbbellRow, dumbbell } from '../../src/charts/index.js'
import { render } from '../../src/render/index.js'

const words: ChartWords = {
  title: 'Did all cut alike?',
  unit: 'pounds a head',
  place: 'Core cities',
  source: 'an example',
  alt: 'Two falling councils.',
  notes: [],
}
const row = (
  label: string,
  before: number | null,
  after: number | null,
  more: Partial<DumbbellRow> = {},
): DumbbellRow => ({
  label,
  before: { value: before, status: before === null ? 'missing' : 'observed' },
  after: { value: after, status: after === null ? 'missing' : 'observed' },
  change: 'x',
  ...more,
})
const data = (spec: object): Record<string, Record<string, unknown>[]> =>
  (spec as { datasets: Record<string, Record<string, unknown>[]> }).datasets

describe('a dumbbell', () => {
  it('hatches a row that lacks a figure and draws no line there', () => {
    const spec = dumbbell(
      { rows: [row('Leeds', 100, 80), row('Hull', 90, null)], before: '2009-10', after: '2014-15' },
      words,
    )
    expect(data(spec)['bars']?.length).toBe(1)
    expect(data(spec)['ends']?.map(({ value }) => value)).toEqual([100, 80, 90])
    expect(data(spec)['hatching']?.length).toBeGreaterThan(0)
  })

  it('marks a modelled figure by its shape, and names it in the key', () => {
    const spec = dumbbell(
      {
        rows: [row('Leeds', 100, 80, { after: { value: 80, status: 'modelled' } })],
        before: '2009-10',
        after: '2014-15',
      },
      words,
    )
    expect(data(spec)['ends']?.map(({ shape }) => shape)).toEqual(['circle', 'square'])
    expect(data(spec)['keyLabels']?.map(({ label }) => label)).toEqual(['2009-10', '2014-15, modelled'])
    expect(data(spec)['ends']?.map(({ hollow }) => hollow)).toEqual([false, true])
  })

  it('writes each number of a short axis once, and the sign before the pound', async () => {
    const rows = [row('Leeds', -2.5, 1.9)]
    const svg = await render(dumbbell({ rows, before: 'a', after: 'b', prefix: '£' }, words), 'svg')
    const numbers = [...svg.matchAll(/>(−?£[\d.]+)</g)].map(([, text]) => text)
    expect(numbers).toEqual(['−£2', '−£1', '£0', '£1', '£2'])
  })

  it('writes the numbers of the axis plainly, small and large', async () => {
    const small = await render(
      dumbbell({ rows: [row('Leeds', 1.2, 0.8)], before: 'a', after: 'b', prefix: '£' }, words),
      'svg',
    )
    const large = await render(
      dumbbell({ rows: [row('Leeds', 1200, 800)], before: 'a', after: 'b', prefix: '£' }, words),
      'svg',
    )
    expect(small).toContain('>£0.6<')
    expect(large).toMatch(/>£1,[02]00</)
  })

  it('keeps the order of its rows, under headings', () => {
    const spec = dumbbell(
      {
        rows: [
          row('b', 1, 2, { group: 'One' }),
          row('a', 1, 2, { group: 'One' }),
          row('c', 1, 2, { group: 'Two', emphasis: true }),
        ],
        before: 'x',
        after: 'y',
      },
      words,
    )
    expect(data(spec)['headings']?.map(({ label }) => label)).toEqual(['One', 'Two'])
    expect(data(spec)['labels']?.map(({ label }) => label)).toEqual(['b', 'a'])
    expect(data(spec)['ownLabels']?.map(({ label }) => label)).toEqual(['c'])
  })
})
