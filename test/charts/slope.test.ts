import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import {
  type ChartLayout,
  type ChartWords,
  type Slope,
  SLOPE_LINES,
  type SlopeRow,
  slope,
} from '../../src/charts/index.js'
import { SENSE_COLOURS } from '../../src/charts/polarity.js'
import { PAPER } from '../../src/charts/theme.js'
import { dataOf as data, keyOf as keys, notesOf as notes } from '../support/charts.js'
import { frozen } from '../support/frozen.js'
import { contrast, drawProblems } from '../support/vegaLite.js'

const words: ChartWords = {
  title: 'Did all spend less?',
  unit: 'pounds a head',
  place: 'Core cities',
  source: 'an example',
  alt: 'Falling councils.',
  notes: [],
}
const row = (label: string, before: number | null, after: number | null, more: Partial<SlopeRow> = {}): SlopeRow => ({
  label,
  before,
  after,
  ...more,
})
const chart = (rows: Slope['rows'], more: Partial<Slope> = {}): Slope =>
  frozen({
    rows,
    before: '2009-10',
    after: '2014-15',
    polarity: 'none',
    others: 'other cities',
    prefix: '£',
    decimals: 0,
    ...more,
  })

const CITIES = [row('Nottingham', 126, 84, { emphasis: true }), row('Leeds', 100, 85), row('Hull', 90, 95)]

describe('a slope chart', () => {
  it('has a line for each place with both ends, those of emphasis named with both figures', () => {
    const spec = slope(chart(CITIES), words)
    expect(data(spec)['lines']?.map(({ before, after, emphasis }) => [before, after, emphasis])).toEqual([
      [100, 85, false],
      [90, 95, false],
      [126, 84, true],
    ])
    expect(data(spec)['labels']?.map(({ label, side }) => [label, side])).toEqual([
      ['Nottingham £126', 'left'],
      ['£84 Nottingham', 'right'],
    ])
    expect(notes(spec)).toContain('Thin lines: 2 other cities.')
  })

  it('takes an arquero table for its rows', () => {
    const given = table({
      label: ['Nottingham', 'Leeds'],
      emphasis: [true, false],
      before: [126, 100],
      after: [84, null],
      code: ['a', 'b'],
    })
    expect(slope(chart(given), words)).toEqual(
      slope(
        chart([row('Nottingham', 126, 84, { emphasis: true }), row('Leeds', 100, null, { emphasis: false })]),
        words,
      ),
    )
  })

  it('says rise and fall by colour and dash where neither is better, and better and worse where one is', () => {
    const look = (polarity: Slope['polarity']): unknown[] =>
      data(slope(chart(CITIES, { polarity }), words))['lines']?.map(({ colour, dash }) => [colour, dash]) ?? []
    expect(look('none')).toEqual([
      [SENSE_COLOURS.fall, [6, 4]],
      [SENSE_COLOURS.rise, [1, 0]],
      [SENSE_COLOURS.fall, [6, 4]],
    ])
    expect(look('less is better')).toEqual([
      [SENSE_COLOURS.better, [1, 0]],
      [SENSE_COLOURS.worse, [6, 4]],
      [SENSE_COLOURS.better, [1, 0]],
    ])
    expect(keys(slope(chart(CITIES, { polarity: 'less is better' }), words))).toEqual(['better', 'worse'])
  })

  it('draws lines of one sense plain', () => {
    const spec = slope(chart(CITIES.slice(0, 2)), words)
    expect(data(spec)['lines']?.map(({ dash }) => dash)).toEqual([
      [1, 0],
      [1, 0],
    ])
    expect(keys(spec)).toEqual(['fall'])
  })

  it('names a missing end and draws no line to it', () => {
    const spec = slope(
      chart([row('Nottingham', 126, null, { emphasis: true }), row('Leeds', null, 85), row('Hull', null, null)]),
      words,
    )
    expect(data(spec)['lines']).toEqual([])
    expect(data(spec)['lacking']?.map(({ label }) => label)).toEqual(['Nottingham: no figure in 2014-15'])
    expect(data(spec)['stubs']?.map(({ value }) => value)).toEqual([85, 126])
    expect(notes(spec)).toContain(
      'No figure in 2009-10: 2 of 2 other cities (Leeds, Hull). No figure in 2014-15: 1 of 2 other cities (Hull).',
    )
    expect(keys(spec)).toEqual(['no figure at the other end'])
  })

  it('marks the status of a figure by its shape, and names it in the key and the tooltip', () => {
    const spec = slope(chart([row('Nottingham', 126, 84, { emphasis: true, afterStatus: 'modelled' })]), words)
    expect(data(spec)['ends']?.map(({ shape }) => shape)).toEqual(['circle', 'square'])
    expect(keys(spec)).toEqual(['fall', 'modelled'])
    expect(data(spec)['lines']?.[0]?.['told']).toBe('Nottingham, £126 in 2009-10, £84 (modelled) in 2014-15: −£42')
  })

  it('moves labels apart that would fall on one another, with a leader line from their ends', () => {
    const spec = slope(
      chart([row('Nottingham', 100, 80, { emphasis: true }), row('Leeds', 100.1, 40, { emphasis: true })]),
      words,
    )
    const left = (data(spec)['labels'] ?? []).filter(({ side }) => side === 'left').map(({ y }) => Number(y))
    expect(Math.abs((left[0] ?? 0) - (left[1] ?? 0))).toBeGreaterThanOrEqual(14)
    expect(data(spec)['leaders']?.length).toBe(2)
  })

  it('draws the median and middle half in place of more others than its limit, and says of how many', () => {
    const others = Array.from({ length: SLOPE_LINES + 1 }, (_, i) => row(`Place ${i}`, i, i === 0 ? null : i * 2))
    const spec = slope(chart([CITIES[0] as SlopeRow, ...others]), words)
    // Of the pairs 1, 2 to 40, 80, those with both ends: R's quantile(1:40, c(.25, .5, .75)) is 10.75, 20.5, 30.25.
    expect(data(spec)['summary']?.map(({ lower, median, upper }) => [lower, median, upper])).toEqual([
      [10.75, 20.5, 30.25],
      [21.5, 41, 60.5],
    ])
    expect(data(spec)['lines']?.length).toBe(1)
    expect(notes(spec)).toContain(
      'Not drawn one by one: 40 of 41 other cities; the dashed line joins their medians and the band their ' +
        'middle halves at the two ends.',
    )
    expect(data(slope(chart([CITIES[0] as SlopeRow, ...others.slice(1)]), words))['lines']?.length).toBe(
      SLOPE_LINES + 1,
    )
  })

  it('says where an axis begins that does not begin at 0', () => {
    expect(notes(slope(chart(CITIES, { fromZero: false }), words))).toContain('The axis begins at £80, not at 0.')
    expect(notes(slope(chart(CITIES), words))).not.toContain('The axis begins')
  })

  it('refuses rows without the places that it is about', () => {
    expect(() => slope(chart([row('Leeds', 1, 2)]), words)).toThrow(
      'no row is emphasised; give emphasis: true to the places that the chart is about',
    )
    expect(() => slope(chart([row('Leeds', null, null, { emphasis: true })]), words)).toThrow(
      'none of the emphasised rows has a figure',
    )
    expect(() => slope(chart([{ label: 'Leeds', before: '1', after: 2 } as unknown as SlopeRow]), words)).toThrow(
      `row 1, field 'before' is "1"`,
    )
  })

  it.each<ChartLayout>(['wide', 'narrow'])('is valid Vega-Lite and draws without a warning, %s', async (layout) => {
    const mixed = [...CITIES, row('Bristol', 80, null, { emphasis: true, beforeStatus: 'partial' })]
    expect(await drawProblems(slope(chart(mixed), words, layout))).toEqual([])
    expect(
      await drawProblems(
        slope(
          chart([...mixed, ...Array.from({ length: SLOPE_LINES }, (_, i) => row(`Place ${i}`, i, i))]),
          words,
          layout,
        ),
      ),
    ).toEqual([])
  })

  it('has lines of two senses that differ by 3 to 1 from one another and from the paper', () => {
    for (const [one, other] of [
      ['better', 'worse'],
      ['rise', 'fall'],
    ] as const)
      expect(contrast(SENSE_COLOURS[one], SENSE_COLOURS[other])).toBeGreaterThanOrEqual(3)
    for (const colour of Object.values(SENSE_COLOURS)) expect(contrast(colour, PAPER)).toBeGreaterThanOrEqual(3)
  })

  it('tells the statuses of places that are not drawn one by one', () => {
    const many = Array.from({ length: 41 }, (_, i) => row(`P${i}`, 50 + i, 40 + i, { afterStatus: 'modelled' }))
    expect(notes(slope(chart([...CITIES.slice(0, 1), ...many]), words))).toContain(
      '41 of the 82 figures of other cities are modelled.',
    )
  })

  it('draws no more lines than it says also where none of many places has both figures', () => {
    const many = Array.from({ length: 41 }, (_, i) => row(`P${i}`, 50 + i, null))
    const spec = slope(chart([...CITIES.slice(0, 1), ...many]), words)
    expect(data(spec)['stubs']).toEqual([])
    expect(notes(spec)).toContain('Not drawn: 41 other cities, none of which has both figures.')
  })
})
