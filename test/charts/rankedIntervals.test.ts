import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { GREY, PALETTE, PAPER, RANKED_ROWS, type RankedIntervalRow, rankedIntervals } from '../../src/charts/index.js'
import { CHART_WORDS as words, dataOf, expectDrawn, keyOf, notesOf } from '../support/charts.js'
import { frozen } from '../support/frozen.js'
import { contrast } from '../support/vegaLite.js'

const rows = frozen<RankedIntervalRow[]>([
  { label: 'b', value: 10, lower: 8, upper: 12 },
  { label: 'a', value: 20, lower: 18, upper: 22, emphasis: true },
  { label: 'c', value: 11, lower: 11, upper: 19 },
  { label: 'd', value: 2 },
  { label: 'e', value: null },
])
const interval = 'what dates leave open'
const told = (spec: object): unknown[] => (dataOf(spec)['dots'] ?? []).map((dot) => dot['told'])

describe('ranked intervals', () => {
  it('are valid and drawn without a warning', async () => {
    await expectDrawn((layout) =>
      rankedIntervals(
        {
          rows: [...rows, { label: 'f', value: 7, status: 'partial' }],
          interval,
          reference: { value: 9, label: 'England' },
          suffix: ' %',
        },
        words,
        layout,
      ),
    )
  })

  it('give each place the ranks that its interval allows: before another only where the two do not overlap', () => {
    // a [18, 22] overlaps c [11, 19]; c overlaps b [8, 12]; a and b do not overlap; d [2, 2] is below all.
    expect(told(rankedIntervals({ rows, interval, decimals: 0 }, words))).toEqual([
      'a: 20 (18 to 22), rank 1 to 2 of 4',
      'c: 11 (11 to 19), rank 1 to 3 of 4',
      'b: 10 (8 to 12), rank 2 to 3 of 4',
      'd: 2, rank 4 of 4',
    ])
    expect(notesOf(rankedIntervals({ rows, interval }, words))).toContain(
      'Ranks: a place is before another only where their intervals do not overlap.',
    )
  })

  it('rank from the lowest when asked', () => {
    expect(told(rankedIntervals({ rows, interval, decimals: 0, first: 'lowest' }, words))).toEqual([
      'd: 2, rank 1 of 4',
      'b: 10 (8 to 12), rank 2 to 3 of 4',
      'c: 11 (11 to 19), rank 2 to 4 of 4',
      'a: 20 (18 to 22), rank 3 to 4 of 4',
    ])
  })

  it('share a rank where figures are equal', () => {
    expect(
      told(
        rankedIntervals(
          {
            rows: [
              { label: 'x', value: 1 },
              { label: 'y', value: 1 },
            ],
            interval,
            decimals: 0,
          },
          words,
        ),
      ),
    ).toEqual(['x: 1, rank 1 to 2 of 2', 'y: 1, rank 1 to 2 of 2'])
  })

  it('say in the key what the intervals are, who is marked out, and how many have no figure', () => {
    const spec = rankedIntervals({ rows, interval, decimals: 0, reference: { value: 9, label: 'England' } }, words)
    expect(keyOf(spec)).toEqual([
      'a: 20 (18 to 22), rank 1 to 2 of 4',
      'what dates leave open',
      'England: 9',
      'no figure (1 of 5)',
    ])
    expect(dataOf(spec)['after']?.map(({ after }) => after)).toEqual(['20', '11', '10', '2', 'no figure'])
    expect(dataOf(spec)['hatching']?.length).toBeGreaterThan(0)
    expect(dataOf(spec)['dots']?.length).toBe(4)
  })

  it('draw some of many rows, with a note, and rank among all', () => {
    const many = Array.from({ length: 300 }, (_, i): RankedIntervalRow => ({
      label: `p${i}`,
      value: i,
      emphasis: i === 100,
    }))
    const spec = rankedIntervals({ rows: many, interval, decimals: 0 }, words)
    expect(dataOf(spec)['dots']?.length).toBe(RANKED_ROWS)
    expect(told(spec)).toEqual(
      expect.arrayContaining(['p299: 299, rank 1 of 300', 'p100: 100, rank 200 of 300', 'p0: 0, rank 300 of 300']),
    )
    expect(notesOf(spec)).toContain('Drawn are 60 of 300 rows')
    expect(dataOf(rankedIntervals({ rows: many, interval, limit: 300 }, words))['dots']?.length).toBe(300)
  })

  it('take a table, and say where the axis begins', () => {
    const spec = rankedIntervals(
      { rows: table({ label: ['x', 'y'], value: [101, 104] }), interval, decimals: 0 },
      words,
    )
    expect(notesOf(spec)).toContain('The axis begins at 101, not at 0.')
    const half = rankedIntervals(
      {
        rows: [
          { label: 'x', value: 1.9 },
          { label: 'y', value: 11.5 },
        ],
        interval,
        decimals: 0,
      },
      words,
    )
    expect(notesOf(half)).toContain('The axis begins at 1.5, not at 0.')
    const shares = [
      { label: 'Hull', value: 0.55 },
      { label: 'Leeds', value: 0.9 },
    ]
    expect(notesOf(rankedIntervals({ rows: shares, interval }, words))).toContain('The axis begins at 0.55, not at 0.')
    expect(keyOf(spec)).toEqual([])
  })

  it('mark every status that is not observed, also where all figures have it', () => {
    const spec = rankedIntervals(
      {
        rows: [
          { label: 'x', value: 1, status: 'partial' },
          { label: 'y', value: 2 },
        ],
        interval,
      },
      words,
    )
    expect(keyOf(spec)).toEqual(['partial: not all is known'])
    expect(dataOf(spec)['dots']?.map(({ hollow }) => hollow)).toEqual([false, true])
    const modelled = rankedIntervals({ rows: [{ label: 'x', value: 1, status: 'modelled' }], interval }, words)
    expect(keyOf(modelled)).toEqual(['modelled'])
    expect(dataOf(modelled)['dots']?.map(({ hollow }) => hollow)).toEqual([true])
  })

  it.each([
    ['no figure', { rows: [{ label: 'a', value: null }], interval }, 'no row has a figure'],
    [
      'an interval beside its figure',
      { rows: [{ label: 'a', value: 3, lower: 4, upper: 5 }], interval },
      'the interval of a, 4 to 5, does not hold its figure 3.00; give both ends, or neither',
    ],
    [
      'one end alone',
      { rows: [{ label: 'a', value: 3, upper: 5 }], interval },
      'the interval of a, none to 5, does not hold',
    ],
    ['a row of another form', { rows: [{ label: '', value: 3 }], interval }, `row 1, field 'label' is ""`],
  ])('refuse %s', (_, data, message) => {
    expect(() => rankedIntervals(data, words)).toThrow(message)
  })

  it('use colours that stand out from the paper by 3 to 1; size and bold letters tell the place marked out too', () => {
    for (const colour of [PALETTE.darkBlue, PALETTE.darkPink, GREY.line])
      expect(contrast(colour, PAPER)).toBeGreaterThanOrEqual(3)
    expect(dataOf(rankedIntervals({ rows, interval }, words))['ownLabels']?.map(({ label }) => label)).toEqual(['a'])
  })
})
