import { describe, expect, it } from 'vitest'
import { type ChartLayout, type ChartWords, type TimePoint, timeSeries, yearsAt } from '../../src/charts/index.js'
import { GREY, PALETTE, PAPER } from '../../src/charts/theme.js'
import { AUSTERITY_YEARS, type IsoDate } from '../../src/index.js'
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
    expect(data(spec)['bounds']).toEqual([{ line: '0 0 0', number: 0, at: 2010, lower: 4, upper: 30 }])
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
    const shapes = data(timeSeries({ lines, axis: 'financial years' }, words))['points']?.map(({ shape }) => shape)
    expect(new Set(shapes).size).toBe(4)
    expect(() => timeSeries({ lines: [...lines, { name: 'e', points: [] }], axis: 'days' }, words)).toThrow(
      'it has 5 lines with 4 figures; one to 4 lines, and at least one figure, are needed',
    )
  })

  it('draws no line across years that are absent, and hatches them as those without a figure', () => {
    const of = (points: readonly TimePoint[]) =>
      timeSeries({ lines: [{ name: 'A', points }], axis: 'financial years' }, words)
    const [first, last] = [
      [point(2008, 10), point(2009, 12)],
      [point(2015, 30), point(2016, 31)],
    ]
    const absent = of([...first, ...last])
    const missing = of([...first, ...[2010, 2011, 2012, 2013, 2014].map((at) => point(at, null)), ...last])
    expect(new Set(data(absent)['points']?.map(({ line }) => line)).size).toBe(2)
    expect(data(absent)['hatching']).toEqual(data(missing)['hatching'])
    expect(new Set(data(absent)['hatching']?.map(({ start }) => start)).size).toBe(5)
  })

  it('draws no line of days across a year that is absent; 1 April follows 31 March of the year before', () => {
    const days = ['2010-04-01', '2011-04-01', '2013-03-31', '2014-04-01'] as const
    const points = days.map((day) => point(yearsAt(day), 5))
    const spec = timeSeries({ lines: [{ name: 'A', points }], axis: 'days' }, words)
    expect(data(spec)['points']?.map(({ line }) => line)).toEqual(['0 0 0', '0 0 0', '0 0 1', '0 0 1'])
  })

  it('refuses a time that a line has twice, and two lines of one name', () => {
    const twice = [point(2008, 10), point(2009, 11), point(2009, 99)]
    const of = (...lines: readonly (readonly TimePoint[])[]) =>
      timeSeries({ lines: lines.map((points) => ({ name: 'A', points })), axis: 'financial years' }, words)
    expect(() => of(twice)).toThrow("the line 'A' has 2009 twice; give each once")
    expect(() => of([point(2008, 1)], [point(2008, 2)])).toThrow("two lines are called 'A'; give each its own name")
  })

  it('draws counts as steps, and what is left open of a day as a bar at that day', () => {
    const points = [point(2010, 9), point(2011, 8, { bounds: { lower: 4, upper: 9 } }), point(2012, 8)]
    const lines = [
      { name: 'A', points },
      { name: 'B', points: [point(2010, 5)] },
    ]
    const spec = timeSeries({ lines, axis: 'days', steps: true }, words)
    expect(JSON.stringify(spec)).toContain('"interpolate":"step-after"')
    expect(data(spec)['bounds']).toEqual([{ line: '0 0 0', number: 0, at: 2011, lower: 4, upper: 9 }])
    expect(data(spec)['keyLabels']?.map(({ label }) => label)).toContain('A: what dates and places leave open')
  })

  it('says of which line a band is, where it is not of all', () => {
    const points = [point(2010, 9), point(2011, 8, { bounds: { lower: 4, upper: 9 } })]
    const of = (...names: readonly string[]) =>
      timeSeries(
        { lines: names.map((name, i) => ({ name, points: i === 0 ? points : [point(2010, 5)] })), axis: 'days' },
        words,
      )
    const labels = (spec: object) => data(spec)['keyLabels']?.map(({ label }) => label)
    expect(labels(of('A', 'B'))).toContain('A: what dates and places leave open')
    expect(labels(of('A'))).toContain('what dates and places leave open')
  })

  it('draws figures without negative amounts thin and grey, and joins them to no other', () => {
    const bases = ['outturn', 'derived-positive-only', 'derived-positive-only', 'outturn'] as const
    const points = bases.map((basis, i) => point(2010 + i, 5, { basis }))
    const spec = timeSeries({ lines: [{ name: 'A', points }], axis: 'financial years' }, words)
    expect(data(spec)['points']?.map(({ line, derived }) => [line, derived])).toEqual([
      ['0 0 0', false],
      ['0 0 1', true],
      ['0 0 1', true],
      ['0 0 2', false],
    ])
    expect(data(spec)['keyLabels']?.map(({ label }) => label)).toContain('from a file without negative amounts')
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
      timeSeries({ lines, axis: 'financial years', events: [{ at: '2010-13-45' as IsoDate, label: 'Budget' }] }, words),
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
