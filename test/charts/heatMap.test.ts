import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { CLASS_COLOURS, HEAT_MAP_PLACES, type HeatMapRow, PAPER, heatMap } from '../../src/charts/index.js'
import { CHART_WORDS as words, dataOf, expectDrawn, keyOf, notesOf } from '../support/charts.js'
import { frozen } from '../support/frozen.js'
import { contrast } from '../support/vegaLite.js'

const rows = frozen<HeatMapRow[]>([
  { label: 'Hull', year: 2009, value: 100 },
  { label: 'Hull', year: 2011, value: 81 },
  { label: 'Ash', year: 2009, value: 100 },
  { label: 'Ash', year: 2010, value: null, status: 'missing' },
  { label: 'Ash', year: 2011, value: 120 },
])
const around = { polarity: 'more is better', reference: 100, within: 5 } as const
const cells = (spec: object) => dataOf(spec)['cells'] ?? []

describe('a heat map', () => {
  it('is valid and drawn without a warning', async () => {
    await expectDrawn((layout) =>
      heatMap(
        {
          rows: [...rows, { label: 'Yarm', year: 2010, value: 3, status: 'partial' }],
          axis: 'financial years',
          around,
          emphasis: ['Ash'],
          seriesBreaks: [{ year: 2011, mark: '(a)' }],
        },
        words,
        layout,
      ),
    )
    await expectDrawn((layout) => heatMap({ rows, axis: 'years' }, words, layout))
  })

  it('has a cell for every place and year, hatched where there is no figure, in the order in which places come', () => {
    const spec = heatMap({ rows, axis: 'financial years', around, decimals: 0 }, words)
    expect(cells(spec).map(({ told }) => told)).toEqual([
      'Hull, 2009-10: 100',
      'Hull, 2010-11: no figure',
      'Hull, 2011-12: 81',
      'Ash, 2009-10: 100',
      'Ash, 2010-11: no figure',
      'Ash, 2011-12: 120',
    ])
    expect(cells(spec).map(({ colour }) => colour)).toEqual([
      CLASS_COLOURS.same,
      PAPER,
      CLASS_COLOURS.worse,
      CLASS_COLOURS.same,
      PAPER,
      CLASS_COLOURS.better,
    ])
    expect(keyOf(spec)).toEqual(['better: above 105', 'about the same: 95 to 105', 'worse: below 95', 'no figure'])
    const hatched = dataOf(spec)['hatching'] ?? []
    expect(hatched.length).toBeGreaterThan(4)
    for (const { year, to } of hatched) expect(Number(year) >= 2009.5 && Number(to) <= 2010.5).toBe(true)
  })

  it('writes the figure in its cell where all fit, without its unit', () => {
    const spec = heatMap({ rows, axis: 'years', decimals: 0, suffix: ' %' }, words)
    expect(cells(spec).map(({ text }) => text)).toEqual(['100', '', '81', '100', '', '120'])
    expect(JSON.stringify(spec)).toContain('"text":{"field":"text"}')
    const many = Array.from({ length: 30 }, (_, i) => ({ label: 'Hull', year: 1990 + i, value: 100_000 + i }))
    expect(JSON.stringify(heatMap({ rows: many, axis: 'years' }, words, 'narrow'))).not.toContain(
      '"text":{"field":"text"}',
    )
  })

  it('classes by thirds or breaks when there is no reference', () => {
    expect(keyOf(heatMap({ rows, axis: 'years', breaks: [90, 110], decimals: 0 }, words))).toEqual([
      'below 90',
      '90 to below 110',
      '110 and more',
      'no figure',
    ])
  })

  it('draws breaks of the series before their year, with their letters', () => {
    const spec = heatMap({ rows, axis: 'years', seriesBreaks: [{ year: 2011, mark: '(a)' }] }, words)
    expect(dataOf(spec)['breaks']).toEqual([{ year: 2010.5, label: '(a)' }])
    expect(keyOf(spec)).toContain('break of the series')
  })

  it('draws some of many places, with a note', () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ label: `p${i}`, year: 2009, value: i }))
    const spec = heatMap({ rows: many, axis: 'years', emphasis: ['p50'] }, words)
    expect(cells(spec).length).toBe(HEAT_MAP_PLACES)
    expect(cells(spec).map(({ told }) => told)).toEqual(
      expect.arrayContaining(['p0, 2009: 0.00', 'p50, 2009: 50.00', 'p99, 2009: 99.00']),
    )
    expect(notesOf(spec)).toContain('Drawn are 40 of 100 rows')
  })

  it('marks statuses where there are several, and tells a single one in a note', () => {
    const spec = heatMap(
      {
        rows: [
          { label: 'a', year: 2009, value: 1, status: 'modelled' },
          { label: 'b', year: 2009, value: 2 },
        ],
        axis: 'years',
      },
      words,
    )
    expect(keyOf(spec)).toContain('modelled')
    expect(dataOf(spec)['marks']?.length).toBe(1)
    expect(
      notesOf(
        heatMap(
          { rows: table({ label: ['a'], year: [2009], value: [1], status: ['modelled'] }), axis: 'years' },
          words,
        ),
      ),
    ).toContain('All figures are modelled.')
  })

  it.each([
    ['no figure', { rows: [{ label: 'a', year: 2009, value: null }], axis: 'years' as const }, 'no row has a figure'],
    [
      'two figures for one year',
      { rows: [...rows, { label: 'Ash', year: 2011, value: 1 }], axis: 'years' as const },
      "'Ash' has two rows of 2011; give each place and year once",
    ],
    [
      'an emphasised place that is not there',
      { rows, axis: 'years' as const, emphasis: ['Leeds'] },
      "'Leeds' that it is about is not among its places",
    ],
    [
      'a break outside its years',
      { rows, axis: 'years' as const, seriesBreaks: [{ year: 2030, mark: '(a)' }] },
      'its break (a) of 2030 is not among its years, 2009 to 2011',
    ],
    [
      'a part of a year',
      { rows: [{ label: 'a', year: 2009.5, value: 1 }], axis: 'years' as const },
      "row 1, field 'year' is 2009.5",
    ],
    [
      'too many years',
      {
        rows: [
          { label: 'a', year: 9, value: 1 },
          { label: 'a', year: 2009, value: 1 },
        ],
        axis: 'years' as const,
      },
      'its years run from 9 to 2009; give at most 60',
    ],
  ])('refuses %s', (_, data, message) => {
    expect(() => heatMap(data, words)).toThrow(message)
  })

  it('writes each figure in an ink that stands out from its cell by 4.5 to 1', () => {
    for (const { colour, ink } of cells(heatMap({ rows, axis: 'years', around }, words)))
      expect(contrast(String(colour), String(ink))).toBeGreaterThanOrEqual(4.5)
  })

  it('takes the figures of every ward of England over decades', () => {
    const many = Array.from({ length: 200_000 }, (_, i): HeatMapRow => ({
      label: `W${Math.floor(i / 20)}`,
      year: 2000 + (i % 20),
      value: i,
    }))
    expect(cells(heatMap({ rows: many, axis: 'years' }, words))).toHaveLength(40 * 20)
  })
})
