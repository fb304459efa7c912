import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { type ChartLayout, type ChartWords, type Waterfall, waterfall } from '../../src/charts/index.js'
import { SENSE_COLOURS } from '../../src/charts/polarity.js'
import { GREY, PAPER } from '../../src/charts/theme.js'
import { dataOf as data, keyOf as keys } from '../support/charts.js'
import { frozen } from '../support/frozen.js'
import { contrast, drawProblems } from '../support/vegaLite.js'

const words: ChartWords = {
  title: 'Where was it cut?',
  unit: 'pounds a head',
  place: 'Nottingham (E06000018)',
  source: 'an example',
  alt: 'From 100 to 80.',
  notes: [],
}
const chart = (rows: Waterfall['rows'], more: Partial<Waterfall> = {}): Waterfall =>
  frozen({
    before: { label: '2009-10', value: 100 },
    after: { label: '2014-15', value: 80 },
    rows,
    prefix: '£',
    decimals: 0,
    ...more,
  })
const steps = (spec: object): unknown[] => data(spec)['steps']?.map(({ label, value, to }) => [label, value, to]) ?? []
const CLOSED = [
  { label: 'Culture', change: -30 },
  { label: 'Social care', change: 10 },
]

describe('a waterfall', () => {
  it('floats each step from where the one before it ends, to the total after', () => {
    const spec = waterfall(chart(CLOSED), words)
    expect(steps(spec)).toEqual([
      ['Culture', 100, 70],
      ['Social care', 70, 80],
    ])
    expect(data(spec)['totals']?.map(({ value, to }) => [value, to])).toEqual([
      [0, 100],
      [0, 80],
    ])
    expect(data(spec)['connectors']?.map(({ value }) => value)).toEqual([100, 70, 80])
    expect(data(spec)['after']?.map(({ after }) => after)).toEqual(['£100', '−£30', '+£10', '£80'])
  })

  it('takes an arquero table for its rows', () => {
    expect(waterfall(chart(table({ label: ['Culture', 'Social care'], change: [-30, 10] })), words)).toEqual(
      waterfall(chart(CLOSED), words),
    )
  })

  it('draws what the lines leave of the difference as a step of its own, and says how much', () => {
    const spec = waterfall(chart([{ label: 'Culture', change: -15 }]), words)
    expect(steps(spec)).toEqual([
      ['Culture', 100, 85],
      ['not explained by these lines', 85, 80],
    ])
    expect(JSON.stringify(spec)).toContain(
      'The lines with a figure make up −£15 of −£20; −£5 is not explained by these lines.',
    )
    expect(keys(spec)).toContain('not explained by these lines')
  })

  it('takes what rounding alone can leave for closed: half of the last decimal a row', () => {
    const rounded = (rest: number): number =>
      steps(waterfall(chart([{ label: 'Culture', change: -20 + rest }]), words)).length
    expect([rounded(1.4), rounded(-1.4), rounded(1.6)]).toEqual([1, 1, 2])
    expect(steps(waterfall(chart([{ label: 'Culture', change: -19 }], { tolerance: 0 }), words)).length).toBe(2)
  })

  it(
    'hatches a service without a figure, counts it into what is not explained, and says so, even where nothing ' +
      'is left',
    () => {
      const spec = waterfall(chart([...CLOSED, { label: 'Parks', change: null }]), words)
      expect(data(spec)['hatching']?.length).toBeGreaterThan(0)
      expect(steps(spec).at(-1)).toEqual(['not explained by these lines', 80, 80])
      expect(data(spec)['after']?.map(({ after }) => after)).toContain('no figure')
      expect(JSON.stringify(spec).replaceAll('","', ' ')).toContain(
        '£0 is not explained by these lines, whatever became of Parks (no figure) included.',
      )
      expect(keys(spec)).toContain('no figure')
    },
  )

  it('tells rises from falls by colour and sign, and better from worse where one is', () => {
    expect(data(waterfall(chart(CLOSED), words))['steps']?.map(({ fill }) => fill)).toEqual([
      SENSE_COLOURS.fall,
      SENSE_COLOURS.rise,
    ])
    expect(keys(waterfall(chart(CLOSED), words))).toEqual(['rise (+)', 'fall (−)'])
    expect(keys(waterfall(chart(CLOSED, { polarity: 'less is better' }), words))).toEqual(['better (−)', 'worse (+)'])
  })

  it('draws totals as marks, not bars, where the axis does not begin at 0, and says so', () => {
    const spec = waterfall(chart(CLOSED, { fromZero: false }), words)
    expect(data(spec)['totals']).toEqual([])
    expect(data(spec)['marks']?.map(({ value }) => value)).toEqual([100, 80])
    expect(JSON.stringify(spec)).toMatch(/The axis begins at £65, not at 0: the totals are marks, not bars\./)
  })

  it('marks the status of a figure that was not observed', () => {
    const spec = waterfall(
      chart([{ label: 'Culture', change: -20, status: 'partial' }], {
        after: { label: '2014-15', value: 80, status: 'modelled' },
      }),
      words,
    )
    expect(data(spec)['marks']?.map(({ value, shape }) => [value, shape])).toEqual([
      [80, 'diamond'],
      [80, 'square'],
    ])
    expect(keys(spec).slice(-2)).toEqual(['partial: not all is known', 'modelled'])
  })

  it('refuses rows without a figure and totals that are not known', () => {
    expect(() => waterfall(chart([{ label: 'Parks', change: null }]), words)).toThrow('no row has a figure')
    expect(() => waterfall(chart(CLOSED, { after: { label: '2014-15', value: Number.NaN } }), words)).toThrow(
      'its totals are 100 and NaN; both must be known',
    )
    expect(() => waterfall(chart([{ label: '', change: 1 }]), words)).toThrow("row 1, field 'label'")
  })

  it.each<ChartLayout>(['wide', 'narrow'])('is valid Vega-Lite and draws without a warning, %s', async (layout) => {
    const rows = [
      ...CLOSED,
      { label: 'Parks', change: null },
      { label: 'Fees', change: -3, status: 'modelled' } as const,
    ]
    expect(await drawProblems(waterfall(chart(rows), words, layout))).toEqual([])
    expect(await drawProblems(waterfall(chart(rows, { fromZero: false }), words, layout))).toEqual([])
  })

  it('has steps that differ by 3 to 1 from one another and, like totals, from the paper', () => {
    for (const [one, other] of [
      ['better', 'worse'],
      ['rise', 'fall'],
    ] as const)
      expect(contrast(SENSE_COLOURS[one], SENSE_COLOURS[other])).toBeGreaterThanOrEqual(3)
    for (const colour of [...Object.values(SENSE_COLOURS), GREY.text, GREY.line])
      expect(contrast(colour, PAPER)).toBeGreaterThanOrEqual(3)
  })

  it('claims no more of what is not explained than of what it is made of', () => {
    const spec = waterfall(
      chart([
        { label: 'Culture', change: -30, status: 'modelled' },
        { label: 'Parks', change: null },
      ]),
      words,
    )
    expect(data(spec)['steps']?.at(-1)?.['told']).toBe('not explained by these lines: +£10 (modelled)')
  })
})
