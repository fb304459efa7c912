import { describe, expect, it } from 'vitest'
import { type ChartWords, PALETTE, PAPER, composeChart, shapeOf } from '../../src/charts/index.js'
import { GREY } from '../../src/charts/theme.js'
import { wrapText } from '../../src/tables/index.js'
import { render } from '../../src/render/index.js'
import { contrast } from '../support/vegaLite.js'

const words: ChartWords = {
  title: 'What was spent?',
  unit: 'pounds a head',
  place: 'Nottingham (E06000018)',
  source: 'an example',
  alt: 'A falling line.',
  notes: ['A note.'],
}
const body = {
  width: 100,
  height: 100,
  left: 10,
  below: 10,
  datasets: { rows: [{ a: 1 }] },
  layer: [{ data: { name: 'rows' }, mark: 'point', encoding: { x: { field: 'a', type: 'quantitative' } } }],
}

describe('the chart contract', () => {
  it.each(['title', 'unit', 'place', 'source', 'alt'] as const)('refuses a chart without a %s', (key) => {
    expect(() => composeChart('example', { ...words, [key]: ' ' }, body)).toThrow(
      `chart 'example': its ${key} is empty; every chart has one`,
    )
  })

  it('refuses a field or data that are not there', () => {
    const layer = (data: string, field: string) => [{ data: { name: data }, mark: 'point', encoding: { x: { field } } }]
    expect(() => composeChart('example', words, { ...body, layer: layer('rows', 'b') })).toThrow(
      "a layer uses the field 'b', which the data 'rows' do not have",
    )
    expect(() => composeChart('example', words, { ...body, layer: layer('others', 'a') })).toThrow(
      "a layer uses the data 'others', which it does not have; it has rows",
    )
  })

  it('wraps long texts between words, never between a number and its unit', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrapText('unbreakable', 3)).toEqual(['unbreakable'])
    const { title } = composeChart('example', { ...words, unit: 'aaaa 19.3 % on a day and 2 km away' }, body)
    expect(title.subtitle.filter((line) => /\d$/.test(line))).toEqual([])
  })

  it('breaks its texts into shorter lines for a phone, with smaller letters', () => {
    const long = { ...words, title: 'A title that is far too long for the width of a phone held upright in one hand' }
    const [wide, narrow] = (['wide', 'narrow'] as const).map((layout) =>
      composeChart('example', long, { ...body, layout, width: layout === 'wide' ? 700 : 280 }),
    )
    expect([narrow?.title.text].flat().length).toBeGreaterThan([wide?.title.text].flat().length)
    expect((narrow?.['config'] as { title: { fontSize: number } }).title.fontSize).toBeLessThan(
      (wide?.['config'] as { title: { fontSize: number } }).title.fontSize,
    )
  })

  it('refuses a number that is none, and labels that leave no room', () => {
    expect(() => composeChart('example', words, { ...body, datasets: { rows: [{ a: Number.NaN }] } })).toThrow(
      "the field 'a' of the data 'rows' is NaN; give a missing figure as null",
    )
    expect(() => composeChart('example', words, { ...body, width: -3 })).toThrow(
      'its labels leave no room for the plot',
    )
  })

  it('breaks a long entry of a key into lines within the width', () => {
    const spec = composeChart('example', words, {
      ...body,
      layout: 'narrow',
      width: 280,
      key: [
        {
          label: 'a label that is much longer than any phone is wide, held upright',
          sample: 'line',
          colour: PALETTE.darkBlue,
        },
        { label: 'next', sample: 'line', colour: PALETTE.darkPink },
      ],
    })
    const labels = (spec as unknown as { datasets: { keyLabels: { label: string; y: number }[] } }).datasets.keyLabels
    expect(labels.length).toBe(3)
    expect(Math.max(...labels.map(({ label }) => label.length))).toBeLessThan(46)
    expect(new Set(labels.map(({ y }) => y)).size).toBe(3)
  })

  it('draws every sample of a key', async () => {
    const samples = [
      'line',
      'dashes',
      'dots',
      'band',
      'outline',
      'hatching',
      'circle',
      'square',
      'diamond',
      'triangle',
      'cross',
      'ring',
    ] as const
    const spec = composeChart('example', words, {
      ...body,
      width: 300,
      key: samples.map((sample) => ({ label: `a ${sample}`, sample, colour: PALETTE.darkBlue })),
    })
    const svg = await render(spec, 'svg')
    for (const sample of samples) expect(svg).toContain(`>a ${sample}<`)
    expect(new Set((['circle', 'square', 'diamond', 'triangle', 'cross', 'ring'] as const).map(shapeOf)).size).toBe(6)
  })

  it('uses colours that differ by 3 to 1 from the paper, and texts by 4.5', () => {
    for (const used of [PALETTE.darkBlue, PALETTE.turquoise, PALETTE.darkPink, PALETTE.darkGrey, GREY.line])
      expect(contrast(used, PAPER)).toBeGreaterThan(3)
    expect(contrast(GREY.text, PAPER)).toBeGreaterThan(4.5)
  })
})
