import { describe, expect, it } from 'vitest'
import { type ChartLayout, type ChartWords, type TimePoint, timeSeries, yearsAt } from '../../src/charts/index.js'
import { GREY, PALETTE, PAPER } from '../../src/charts/theme.js'
import { AUSTERITY_YEARS } from '../../src/index.js'
import { render } from '../../src/render/index.js'
import { frozen } from '../support/frozen.js'
import { contrast, drawProblems } from '../support/vegaLite.js'

const words: ChartWords = {
  title: 'How many?',
  unit: 'libraries',
  place: 'England (E92000001)',
  source: 'an example',
  alt: 'A falling line.',
  notes: [],
}
const point = (at: number, value: number | null, more: Partial<TimePoint> = {}): TimePoint => ({
  at,
  when: String(at),
  value,
  status: value === null ? 'missing' : 'observed',
  ...more,
})
const data = (spec: object): Record<string, Record<string, unknown>[]> =>
  (spec as { datasets: Record<string, Record<string, unknown>[]> }).datasets

describe('a time series', () => {
  it('hatches a time without any figure and never draws it as 0', () => {
    const spec = timeSeries(
      {
        lines: [{ name: 'England', points: [point(2010, 9), point(2011, null), point(2012, 7)] }],
        axis: 'financial years',
      },
      words,
    )
    expect(data(spec)['points']?.map(({ at, value, line }) => [at, value, line])).toEqual([
      [2010, 9, '0 0 0'],
      [2012, 7, '0 0 1'],
    ])
    expect(new Set(data(spec)['hatching']?.map(({ start }) => Math.round(Number(start))))).toEqual(new Set([2011]))
  })

  it('marks a figure that was not observed whole as hollow, and says what hollow means', () => {
    const spec = timeSeries(
      {
        lines: [{ name: 'England', points: [point(2010, 9), point(2011, 8, { status: 'partial' })] }],
        axis: 'financial years',
      },
      words,
    )
    expect(data(spec)['points']?.map(({ hollow }) => hollow)).toEqual([false, true])
    expect(JSON.stringify(spec)).toContain('partial: not all is known')
  })

  it('draws bounds as a band within the plot', () => {
    const spec = timeSeries(
      {
        lines: [{ name: 'England', points: [point(2010, 9, { bounds: { lower: 4, upper: 30 } })] }],
        axis: 'financial years',
      },
      words,
    )
    expect(data(spec)['bounds']).toEqual([{ line: '0 0 0', at: 2010, lower: 4, upper: 30 }])
  })

  it('says where the axis begins when it does not begin at 0', () => {
    const lines = [{ name: 'England', points: [point(2010, 100), point(2011, 95)] }]
    expect(
      JSON.stringify(timeSeries({ lines, axis: 'financial years', fromZero: false, reference: 100 }, words)),
    ).toMatch(/The axis begins at 9\d(\.\d)?, not at 0\./)
    expect(JSON.stringify(timeSeries({ lines, axis: 'financial years' }, words))).not.toContain('The axis begins')
  })

  it('interrupts a line at a break', () => {
    const points = [point(2010, 3, { segment: 0 }), point(2011, 2, { segment: 1 })]
    const spec = timeSeries(
      { lines: [{ name: 'England', points }], axis: 'financial years', breaks: [{ at: 2011, mark: '(a)' }] },
      words,
    )
    expect(data(spec)['points']?.map(({ line }) => line)).toEqual(['0 0 0', '0 1 0'])
  })

  it('gives every line a look of its own without colour', () => {
    const lines = ['a', 'b', 'c', 'd'].map((name) => ({ name, points: [point(2010, 1)] }))
    const text = JSON.stringify(timeSeries({ lines, axis: 'financial years' }, words))
    expect(text).toContain('"strokeDash":{"field":"number"')
    expect(text).toContain('"shape":{"field":"number"')
    expect(() => timeSeries({ lines: [...lines, { name: 'e', points: [] }], axis: 'days' }, words)).toThrow(
      'it has 5 lines with 4 figures; one to 4 lines, and at least one figure, are needed',
    )
  })

  it('puts the first of April of every year, leap years too, at its tick', async () => {
    const points = ['2008-04-01', '2009-04-01', '2010-04-01'].map((day) => point(yearsAt(day), 5))
    const svg = await render(timeSeries({ lines: [{ name: 'England', points }], axis: 'days' }, words), 'svg')
    const labels = [...svg.matchAll(/translate\(([\d.]+),16\)"[^>]*>(2008|2009|2010)</g)].map(([, x]) => Number(x))
    const marks = [...svg.matchAll(/<path[^>]*transform="translate\(([\d.]+),[\d.]+\)"[^>]*stroke="#12436D"/g)]
      .map(([, x]) => Number(x))
      .slice(0, 3)
    expect(labels.length).toBe(3)
    labels.forEach((x, i) => expect(Math.abs(x - (marks[i] ?? 0))).toBeLessThan(2))
  })
})

describe('a time series with bands and events', () => {
  const lines = [{ name: 'England', points: [point(2008, 9), point(2011, 8), point(2014, 3)] }]
  const marked = frozen({
    lines,
    axis: 'financial years',
    breaks: [{ at: 2011, mark: '(a)' }],
    bands: [{ ...AUSTERITY_YEARS, label: 'years called austerity' }],
    events: [
      { at: '2010-06-22', label: 'Budget' },
      { at: 1990, label: 'long ago' },
    ],
  } as const)

  it('draws them behind the data, and names what lies outside the times shown', () => {
    const spec = timeSeries(marked, words)
    expect(data(spec)['bands']).toEqual([{ at: 2009.5, to: 2014.5 }])
    expect(data(spec)['labelBoxes']?.map(({ label }) => label)).toEqual(['years called austerity', 'Budget'])
    const names = (spec as unknown as { layer: { data: { name: string } }[] }).layer.map(({ data }) => data.name)
    expect(names.indexOf('bands')).toBeLessThan(names.indexOf('points'))
    expect(JSON.stringify(spec)).toContain('Outside the times shown, and not marked: long ago.')
  })

  it('refuses a day that there is not, and a band that ends before it begins', () => {
    expect(() =>
      timeSeries({ lines, axis: 'financial years', events: [{ at: '2010-13-45', label: 'Budget' }] }, words),
    ).toThrow("'Budget' is marked at no time")
    expect(() =>
      timeSeries(
        { lines, axis: 'financial years', bands: [{ from: '2019-20', to: '2010-11', label: 'years' }] },
        words,
      ),
    ).toThrow("'years' is marked at no time, or ends before it begins")
  })

  it('leaves the chart as it is without them', () => {
    const plain = timeSeries({ lines, axis: 'financial years' }, words)
    expect(timeSeries({ lines, axis: 'financial years', bands: [], events: [] }, words)).toEqual(plain)
    expect(data(plain)['bands']).toBeUndefined()
  })

  it.each<ChartLayout>(['wide', 'narrow'])('is valid Vega-Lite and draws without a warning, %s', async (layout) => {
    expect(await drawProblems(timeSeries(marked, words, layout))).toEqual([])
  })

  it('keeps lines 3 to 1 from what they lie on: paper, with which they are edged upon a band', () => {
    for (const colour of [PALETTE.darkBlue, PALETTE.darkPink, PALETTE.turquoise, GREY.text, GREY.line])
      expect(contrast(colour, PAPER)).toBeGreaterThanOrEqual(3)
    expect(JSON.stringify(timeSeries(marked, words))).toContain(`{"type":"line","strokeWidth":5.5,"color":"${PAPER}"`)
  })
})

it('a day stands at its part of the year', () => {
  expect(yearsAt('2010-01-01')).toBe(2010)
  expect(yearsAt('2012-07-01')).toBeCloseTo(2012 + 182 / 366, 10)
})
