import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import {
  type ChartLayout,
  type ChartWords,
  type IndexedMultiples,
  type IndexedRow,
  MULTIPLES_BEHIND,
  MULTIPLES_PANELS,
  indexedMultiples,
} from '../../src/charts/index.js'
import { GREY, PALETTE, PAPER } from '../../src/charts/theme.js'
import { dataOf as data, keyOf as keys } from '../support/charts.js'
import { frozen } from '../support/frozen.js'
import { contrast, drawProblems } from '../support/vegaLite.js'

const words: ChartWords = {
  title: 'What was cut most?',
  unit: 'index',
  place: 'Nottingham (E06000018)',
  source: 'an example',
  alt: 'Culture falls.',
  notes: [],
}
const chart = (rows: IndexedMultiples['rows'], more: Partial<IndexedMultiples> = {}): IndexedMultiples =>
  frozen({ rows, base: 2009, ...more })
const text = (spec: object): string => JSON.stringify(spec).replaceAll('","', ' ')
const panel = (name: string, values: readonly (number | null)[], more: Partial<IndexedRow> = {}): IndexedRow[] =>
  values.map((value, i) => ({
    panel: name,
    at: 2008 + i,
    when: `${2008 + i}-${String(9 + i).padStart(2, '0')}`,
    value,
    ...more,
  }))
const told = (spec: object): unknown[] => data(spec)['lines']?.map((row) => row['told']) ?? []

describe('small multiples of an index', () => {
  it('have each panel’s figures with its base as 100', () => {
    const spec = indexedMultiples(chart([...panel('Culture', [120, 100, 84]), ...panel('Parks', [10, 20, 25])]), words)
    expect(told(spec)).toEqual([
      'Culture, 2008-09: 120.0 (120)',
      'Culture, 2009-10: 100.0 (100)',
      'Culture, 2010-11: 84.0 (84)',
      'Parks, 2008-09: 50.0 (10)',
      'Parks, 2009-10: 100.0 (20)',
      'Parks, 2010-11: 125.0 (25)',
    ])
    expect(data(spec)['lasts']?.map(({ label }) => label)).toEqual(['84', '125'])
    expect(data(spec)['headings']?.map(({ label }) => label)).toEqual(['Culture', 'Parks'])
  })

  it('put the same index at the same height in every panel of a row, and 100 on its line', () => {
    const spec = indexedMultiples(chart([...panel('Culture', [120, 100]), ...panel('Parks', [24, 20])]), words)
    const heights = data(spec)['lines']?.map(({ y }) => y) ?? []
    expect(heights.slice(0, 2)).toEqual(heights.slice(2))
    expect(data(spec)['hundreds']?.map(({ y }) => y)).toEqual([heights[1], heights[1]])
  })

  it('take an arquero table for their rows', () => {
    const given = table({
      panel: ['Culture', 'Culture'],
      at: [2009, 2010],
      when: ['2009-10', '2010-11'],
      value: [100, 84],
    })
    expect(told(indexedMultiples(chart(given), words))).toEqual([
      'Culture, 2009-10: 100.0 (100)',
      'Culture, 2010-11: 84.0 (84)',
    ])
  })

  it('hatch a time without a figure, given as missing or not given at all, and end the line there', () => {
    const spec = indexedMultiples(chart([...panel('Culture', [90, 100, null, 80]), ...panel('Parks', [10, 20])]), words)
    expect(data(spec)['lines']?.map(({ line }) => line)).toEqual(['0 0 0', '0 0 0', '0 0 1', '1 0 0', '1 0 0'])
    expect(new Set(data(spec)['hatching']?.map(({ x }) => x)).size).toBe(3)
    expect(keys(spec)).toContain('no figure')
  })

  it('say in a panel that it has no figure in the base, or none above 0, and keep the panel', () => {
    const spec = indexedMultiples(
      chart([...panel('Culture', [90, 100]), ...panel('Parks', [10, null]), ...panel('Fees', [10, -2])]),
      words,
    )
    expect(data(spec)['headings']?.map(({ label }) => label)).toEqual(['Culture', 'Parks', 'Fees'])
    expect(data(spec)['reasons']?.map(({ label }) => label)).toEqual(['no figure in 2009-10', 'not above 0 in 2009-10'])
    expect(text(spec)).toContain('Without an index, as 2009-10 has no figure above 0: Parks, Fees.')
  })

  it('draw lines behind all panels or behind one, each with its own base as 100', () => {
    const behind = [
      { line: 'median', at: 2008, value: 60 },
      { line: 'median', at: 2009, value: 50 },
      { line: 'Leeds', panel: 'Parks', at: 2009, value: 7 },
      { line: 'Hull', at: 2008, value: 7 },
    ]
    const spec = indexedMultiples(
      chart([...panel('Culture', [120, 100]), ...panel('Parks', [24, 20])], { behind, behindLabel: 'others' }),
      words,
    )
    expect(data(spec)['behind']?.map(({ line }) => line)).toEqual([
      '0 median 0 0',
      '0 median 0 0',
      '1 median 0 0',
      '1 median 0 0',
      '1 Leeds 0 0',
    ])
    expect(data(spec)['behind']?.[0]?.['y']).toBe(data(spec)['lines']?.[0]?.['y'])
    expect(text(spec)).toContain('Not behind every panel, others: 1 without a figure above 0 in the base (Hull).')
    expect(keys(spec)).toContain('others')
  })

  it('draw the median and middle half in place of more lines behind than their limit, and say of how many', () => {
    const behind = Array.from({ length: MULTIPLES_BEHIND + 1 }, (_, i) => [
      { line: `place ${i}`, at: 2008, value: i },
      { line: `place ${i}`, at: 2009, value: 100 },
    ]).flat()
    const spec = indexedMultiples(chart(panel('Culture', [20, 100]), { behind, behindLabel: 'others' }), words)
    expect(data(spec)['behind']).toEqual([])
    expect(data(spec)['spread']?.[0]?.['middle']).toBe(data(spec)['lines']?.[0]?.['y'])
    expect(text(spec)).toContain(
      'Not drawn one by one, others: 41 behind a panel; the dashed line is their median at each time, the ' +
        'band their middle half.',
    )
  })

  it('mark the status of a figure by its shape, and break a line where a segment ends', () => {
    const spec = indexedMultiples(
      chart([
        ...panel('Culture', [90, 100]),
        { panel: 'Culture', at: 2010, when: '2010-11', value: 80, status: 'partial', segment: 1 },
      ]),
      words,
    )
    expect(data(spec)['lines']?.map(({ line, shape, hollow }) => [line, shape, hollow])).toEqual([
      ['0 0 0', 'circle', false],
      ['0 0 0', 'circle', false],
      ['0 1 0', 'diamond', true],
    ])
    expect(keys(spec)).toContain('partial: not all is known')
  })

  it('refuse what cannot be drawn, and say what to do', () => {
    const many = Array.from({ length: MULTIPLES_PANELS + 1 }, (_, i) => panel(`place ${i}`, [1, 2])).flat()
    expect(() => indexedMultiples(chart(many), words)).toThrow(
      'it has 25 panels; 1 to 24 are drawn: choose which, or draw all of them as a slope or ranked changes',
    )
    expect(() => indexedMultiples(chart(panel('Culture', [1, 2]), { base: 1999 }), words)).toThrow(
      'no row is of its base, 1999; the times are 2008, 2009',
    )
    expect(() => indexedMultiples(chart(panel('Culture', [1, null])), words)).toThrow(
      'no panel has a figure above 0 in its base, 2009-10',
    )
    expect(() => indexedMultiples(chart([...panel('Culture', [1, 2]), ...panel('Culture', [3])]), words)).toThrow(
      "panel 'Culture' has 2008-09 twice; give each once",
    )
  })

  it.each<ChartLayout>(['wide', 'narrow'])('are valid Vega-Lite and draw without a warning, %s', async (layout) => {
    const rows = [
      ...panel('A service with a name that needs two lines', [90, 100, null, 70]),
      ...panel('Parks', [10, null]),
      ...panel('Fees', [10, 20, 30], { status: 'modelled' }),
    ]
    const few = [
      { line: 'median', at: 2008, value: 60 },
      { line: 'median', at: 2009, value: 50 },
    ]
    const many = Array.from({ length: MULTIPLES_BEHIND + 1 }, (_, i) =>
      few.map((each) => ({ ...each, line: `place ${i}` })),
    ).flat()
    expect(await drawProblems(indexedMultiples(chart(rows, { behind: few, fromZero: false }), words, layout))).toEqual(
      [],
    )
    expect(await drawProblems(indexedMultiples(chart(rows, { behind: many }), words, layout))).toEqual([])
  })

  it('have lines that differ by 3 to 1 from the paper, with which they are edged upon the band', () => {
    for (const colour of [PALETTE.darkBlue, GREY.line, GREY.text])
      expect(contrast(colour, PAPER)).toBeGreaterThanOrEqual(3)
    expect(contrast(PALETTE.darkBlue, GREY.band)).toBeGreaterThanOrEqual(3)
    expect(contrast(GREY.line, GREY.band)).toBeGreaterThanOrEqual(3)
  })

  it('gives an index the weaker status of its figure and its base', () => {
    const rows = [
      ...panel('Culture', [100, 126, 84]).map((each) =>
        each.at === 2009 ? { ...each, status: 'modelled' as const } : each,
      ),
    ]
    expect(told(indexedMultiples(chart(rows), words)).at(-1)).toBe('Culture, 2010-11: 66.7 (84) (modelled)')
  })

  it('refuses a line behind a panel that is not there', () => {
    expect(() =>
      indexedMultiples(
        chart(panel('Culture', [100, 126]), { behind: [{ line: 'Leeds', panel: 'Cultur', at: 2009, value: 1 }] }),
        words,
      ),
    ).toThrow("the line 'Leeds' stands behind the panel 'Cultur', which is not there; the panels are Culture")
  })

  it('writes round numbers along a short axis', () => {
    const spec = indexedMultiples(chart(panel('Culture', [100.5, 100]), { fromZero: false }), words)
    expect(data(spec)['ticks']?.map(({ label }) => label)).toEqual(['100.0', '100.2', '100.4', '100.6'])
  })

  it('draws no line across a time that is absent, hatches it, and refuses a line that has one twice', () => {
    const rows = [2008, 2009, 2012, 2013].map((at) => ({ panel: 'Culture', at, when: String(at), value: at - 1900 }))
    const spec = indexedMultiples(chart(rows), words)
    expect(data(spec)['lines']?.map(({ line }) => line)).toEqual(['0 0 0', '0 0 0', '0 0 1', '0 0 1'])
    expect(new Set(data(spec)['hatching']?.map(({ x }) => x)).size).toBe(2)
    const behind = [1, 2].map((value) => ({ line: 'median', at: 2009, value }))
    expect(() => indexedMultiples(chart(rows, { behind }), words)).toThrow("the line 'median' has 2009 twice")
  })

  it('joins times that are evenly apart, however far', () => {
    const rows = [2001, 2011, 2021].map((at) => ({ panel: 'Census', at, when: String(at), value: at }))
    const spec = indexedMultiples(chart(rows, { base: 2001 }), words)
    expect(new Set(data(spec)['lines']?.map(({ line }) => line)).size).toBe(1)
  })

  it('draws figures without negative amounts thin and grey, and joins them to no other', () => {
    const rows = [2009, 2010, 2011].map((at) => ({
      panel: 'Culture',
      at,
      when: String(at),
      value: 5,
      basis: at > 2009 ? ('derived-positive-only' as const) : ('outturn' as const),
    }))
    const spec = indexedMultiples(chart(rows), words)
    expect(data(spec)['lines']?.map(({ line, derived }) => [line, derived])).toEqual([
      ['0 0 0', false],
      ['0 0 1', true],
      ['0 0 1', true],
    ])
    expect(keys(spec)).toContain('from a file without negative amounts')
  })
})
