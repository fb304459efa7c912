import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import {
  type ChartLayout,
  type ChartWords,
  type Gradient,
  GRADIENT_GROUPS,
  GRADIENT_POINTS,
  type GradientRow,
  gradient,
} from '../../src/charts/index.js'
import { GREY, PALETTE, PAPER } from '../../src/charts/theme.js'
import { dataOf as data, keyOf as keys, notesOf as notes } from '../support/charts.js'
import { frozen } from '../support/frozen.js'
import { contrast, drawProblems } from '../support/vegaLite.js'

const words: ChartWords = {
  title: 'Who lives near a pool?',
  unit: 'per cent of residents',
  place: 'England (E92000001)',
  source: 'an example',
  alt: 'Lower where fewer are poor.',
  notes: [],
}
const chart = (rows: Gradient['rows'], more: Partial<Gradient> = {}): Gradient =>
  frozen({
    rows,
    after: '2023',
    areas: 'tenths',
    step: { size: 1, name: 'tenth' },
    suffix: ' %',
    slopeUnit: ' points',
    decimals: 1,
    ...more,
  })
const row = (deprivation: number | null, after: number | null, more: Partial<GradientRow> = {}): GradientRow => ({
  label: `tenth ${deprivation ?? '?'}`,
  deprivation,
  after,
  ...more,
})

/**
 * F. J. Anscombe, “Graphs in Statistical Analysis”, The American Statistician 27 (1973), data set 1: y = 3.00 + 0.500
 * x.
 */
const ANSCOMBE = [
  [10, 8.04],
  [8, 6.95],
  [13, 7.58],
  [9, 8.81],
  [11, 8.33],
  [14, 9.96],
  [6, 7.24],
  [4, 4.26],
  [12, 10.84],
  [7, 4.82],
  [5, 5.68],
] as const

describe('a deprivation gradient', () => {
  it('draws the least-squares line of its areas, and tells its slope with its unit and how many they are', () => {
    const spec = gradient(
      chart(
        ANSCOMBE.map(([x, y]) => row(x, y)),
        { decimals: 3 },
      ),
      words,
    )
    expect(data(spec)['line-after']?.map(({ at, value }) => [at, Number(value).toFixed(2)])).toEqual([
      [4, '5.00'],
      [14, '10.00'],
    ])
    expect(notes(spec)).toContain('Slope, 2023: +0.500 points per tenth (least squares, n = 11 tenths).')
  })

  it('tells the slope in the step asked for', () => {
    const rows = [row(1, 90), row(1000, 80), row(2000, 70)]
    expect(
      notes(gradient(chart(rows, { areas: 'wards', step: { size: 768, name: 'tenth of wards' } }), words)),
    ).toContain('Slope, 2023: −7.7 points per tenth of wards (least squares, n = 3 wards).')
  })

  it('draws before light and dashed, after dark and plain, each with its own line', () => {
    const spec = gradient(chart([row(1, 60, { before: 80 }), row(2, 50, { before: 60 })], { before: '2010' }), words)
    expect(data(spec)['points-before']?.map(({ at, value }) => [at, value])).toEqual([
      [1, 80],
      [2, 60],
    ])
    expect(notes(spec)).toContain(
      'Slope, 2010: −20.0 points per tenth (least squares, n = 2 tenths). Slope, 2023: −10.0 points per tenth',
    )
    expect(keys(spec)).toEqual(['2010', 'line of 2010', '2023', 'line of 2023'])
    expect(JSON.stringify(spec)).toContain(`"stroke":"${PALETTE.turquoise}"`)
    expect(data(spec)['points-before']?.map(({ hollow }) => hollow)).toEqual([false, false])
  })

  it('takes an arquero table for its rows', () => {
    const given = table({ label: ['tenth 1', 'tenth 2'], deprivation: [1, 2], after: [60, 50] })
    expect(gradient(chart(given), words)).toEqual(gradient(chart([row(1, 60), row(2, 50)]), words))
  })

  it('draws a line that is given as it is, and a band only where one is given', () => {
    const rows = [row(1, 60), row(2, 50)]
    expect(data(gradient(chart(rows), words))['band-after']).toBeUndefined()
    const spec = gradient(
      chart(rows, {
        lines: {
          after: {
            slope: -2,
            intercept: 62,
            n: 500,
            band: [
              { deprivation: 1, lower: 55, upper: 65 },
              { deprivation: 2, lower: 53, upper: 63 },
            ],
          },
        },
      }),
      words,
    )
    expect(data(spec)['line-after']).toEqual([
      { at: 1, value: 60 },
      { at: 2, value: 58 },
    ])
    expect(data(spec)['band-after']?.map(({ lower, upper }) => [lower, upper])).toEqual([
      [55, 65],
      [53, 63],
    ])
    expect(notes(spec)).toContain('Slope, 2023: −2.0 points per tenth (line as given, n = 500 tenths).')
  })

  it('counts areas without a figure, marks where they stand, and counts those without a deprivation', () => {
    const spec = gradient(chart([row(1, 60), row(2, null), row(3, 50), row(null, 40)]), words)
    expect(data(spec)['points-after']?.map(({ value }) => value)).toEqual([60, 50])
    expect(data(spec)['missing']?.map(({ at, told }) => [at, told])).toEqual([[2, 'tenth 2: no figure in 2023']])
    expect(notes(spec)).toContain(
      'No figure in 2023: 1 of 4 tenths. Not drawn, as their deprivation is not known: 1 of 4 tenths.',
    )
    expect(keys(spec)).toContain('no figure')
  })

  it('marks the status of a figure by its shape, and names it in the key', () => {
    const spec = gradient(chart([row(1, 60, { afterStatus: 'partial' }), row(2, 50)]), words)
    expect(data(spec)['points-after']?.map(({ shape }) => shape)).toEqual(['diamond', 'circle'])
    expect(keys(spec)).toEqual(['2023, partial: not all is known', '2023', 'line of 2023'])
  })

  it('draws groups of areas that are too many by median and middle half, says so, and keeps the line of all', () => {
    const many = Array.from({ length: GRADIENT_POINTS + 100 }, (_, i) => row(i + 1, i % 21))
    const spec = gradient(chart(many, { areas: 'wards' }), words)
    expect(data(spec)['points-after']?.length).toBe(GRADIENT_GROUPS)
    // Each hundredth holds 21 wards with the values 0 to 20: their quartiles are 5, 10 and 15.
    const grouped = data(spec)['points-after'] ?? []
    expect(grouped.slice(0, 2).map(({ at, lower, value, upper }) => [at, lower, value, upper])).toEqual([
      [11, 5, 10, 15],
      [32, 5, 10, 15],
    ])
    expect(notes(spec)).toContain(
      'The wards are drawn in groups of about equal number by deprivation, 2,100 in 100 groups (2023): marks ' +
        'are medians, bars middle halves; lines are those of all wards.',
    )
    expect(notes(spec)).toContain('n = 2,100 wards')
    expect(data(gradient(chart(many.slice(0, GRADIENT_POINTS)), words))['points-after']?.length).toBe(GRADIENT_POINTS)
  })

  it('refuses areas of fewer than two deprivations, which make no line', () => {
    expect(() => gradient(chart([row(1, 60), row(1, 50)]), words)).toThrow(
      '2023 has figures of 2 areas; figures of at least two different deprivations make a line',
    )
    expect(() => gradient(chart([]), words)).toThrow('2023 has figures of 0 areas')
    expect(() => gradient(chart([row(1, Number.NaN), row(2, 1)]), words)).toThrow("row 1, field 'after'")
  })

  it.each<ChartLayout>(['wide', 'narrow'])('is valid Vega-Lite and draws without a warning, %s', async (layout) => {
    const rows = [
      row(1, 60, { before: 80, beforeStatus: 'modelled' }),
      row(2, 50, { before: null }),
      row(3, 45, { before: 66 }),
    ]
    const band = [
      { deprivation: 1, lower: 55, upper: 65 },
      { deprivation: 3, lower: 40, upper: 50 },
    ]
    expect(
      await drawProblems(
        gradient(
          chart(rows, { before: '2010', fromZero: false, lines: { after: { slope: -7, intercept: 67, n: 3, band } } }),
          words,
          layout,
        ),
      ),
    ).toEqual([])
    expect(
      await drawProblems(
        gradient(chart(Array.from({ length: GRADIENT_POINTS + 1 }, (_, i) => row(i, i % 7))), words, layout),
      ),
    ).toEqual([])
  })

  it('has marks and lines that differ by 3 to 1 from one another and from the paper, with which they are edged', () => {
    expect(contrast(PALETTE.turquoise, PALETTE.darkBlue)).toBeGreaterThanOrEqual(3)
    for (const colour of [PALETTE.turquoise, PALETTE.darkBlue, GREY.line])
      expect(contrast(colour, PAPER)).toBeGreaterThanOrEqual(3)
  })

  it('draws a line no further than there are figures', () => {
    const spec = gradient(chart([row(1, 10), row(2, 20), row(9, null)]), words)
    expect(data(spec)['line-after']).toEqual([
      { at: 1, value: 10 },
      { at: 2, value: 20 },
    ])
  })

  it('tells the statuses of areas that stand in groups', () => {
    const many = Array.from({ length: GRADIENT_POINTS + 1 }, (_, i) =>
      row(i, i % 50, { afterStatus: i === 0 ? 'modelled' : 'observed' }),
    )
    expect(notes(gradient(chart(many), words))).toContain('1 of the 2,001 figures of tenths are modelled.')
  })

  it('says with all decimals where the axis begins', () => {
    expect(notes(gradient(chart([row(1, 10.6), row(2, 10.9)], { fromZero: false, decimals: 0 }), words))).toMatch(
      /The axis begins at 10\.55\s%, not at 0\./,
    )
  })
})
