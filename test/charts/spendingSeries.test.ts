import { describe, expect, it } from 'vitest'
import { type ChartWords, PALETTE, type SpendingSeries, composeChart, spendingSeries } from '../../src/charts/index.js'
import { wrapText } from '../../src/index.js'
import { render } from '../../src/render/index.js'
import { studyCharts } from '../../src/study/index.js'
import { builtInStudy } from '../support/data.js'
import { rounded, schemaProblems } from '../support/vegaLite.js'

const words: ChartWords = { title: 'What was spent?', unit: 'pounds a head', place: 'Nottingham (E06000018)', source: 'an example', alt: 'A falling line.', notes: ['A note.'] }
const year = (of: SpendingSeries['years'][number]['year'], value: number | null): SpendingSeries['years'][number] => ({ year: of, value, status: 'from published figures', comparators: { n: 3, lower: 60, median: 70, upper: 80 }, segment: 0 })
const series = (...years: SpendingSeries['years']): SpendingSeries => Object.freeze({ years, place: 'Nottingham', comparators: 'three councils', breaks: [{ from: '2010-11' as const, mark: '(a)' }] })

describe('the charts of the studies', () => {
  it.each(['aspley', 'peterborough'])('of %s are valid Vega-Lite, render without a warning and stay as they are', async (name) => {
    for (const [chart, spec] of studyCharts(await builtInStudy(name))) {
      expect(schemaProblems(spec)).toEqual([])
      expect((await render(spec, 'svg')).length).toBeGreaterThan(5000)
      await expect(`${JSON.stringify(rounded(spec), null, 2)}\n`).toMatchFileSnapshot(`snapshots/${name}-${chart}.vl.json`)
    }
  })

  it('say in title, unit, place, source and alternative text what they show', async () => {
    const spec = studyCharts(await builtInStudy('aspley')).get('culture')
    expect([spec?.title.text].flat().join(' ').replaceAll('\u00a0', ' ')).toBe('Culture in Nottingham: −33.2 % per head in real terms, 2009-10 to 2014-15; median of single-tier councils −32.7 %')
    expect(spec?.title.subtitle.join(' ')).toContain('pounds a head, prices of 2023-24')
    expect(spec?.title.subtitle.join(' ')).toContain('Nottingham (E06000018); its ward Aspley (E05001823, WD13) inherits the figures')
    expect(spec?.description).toContain('2014-15 £84.20 (median £')
    expect(JSON.stringify(spec)).toContain('Hatched: no figure per head (2021-22, 2023-24).')
  })
})

describe('a spending series', () => {
  it('hatches a missing year and never draws it as 0', () => {
    const spec = spendingSeries(series(year('2009-10', 88), year('2010-11', null), year('2011-12', 75)), words)
    const { points, hatching } = spec['datasets'] as Record<string, { start: number; value: number }[]>
    expect(points?.map(({ start, value }) => [start, value])).toEqual([
      [2009, 88],
      [2011, 75],
    ])
    expect(new Set(hatching?.map(({ start }) => Math.round(start)))).toEqual(new Set([2010]))
  })

  it('refuses a gap between the years and a series without a figure', () => {
    expect(() => spendingSeries(series(year('2009-10', 88), year('2011-12', 75)), words)).toThrow('year 2011-12 does not follow the one before it')
    expect(() => spendingSeries(series(year('2009-10', null)), words)).toThrow('Nottingham has a figure in no year')
  })

  it('holds negative spending within the plot, with 0 drawn', () => {
    const spec = spendingSeries(series(year('2009-10', 30), year('2010-11', -16.8)), words)
    const [, , line] = spec['layer'] as { encoding: { y: { scale: { domain: [number, number] } } } }[]
    const [bottom, top] = line?.encoding.y.scale.domain ?? [0, 0]
    expect(bottom).toBeLessThanOrEqual(-16.8)
    expect(top).toBeGreaterThan(80)
    const onlyZero = spendingSeries(series({ ...year('2009-10', 0), comparators: null }), words)
    expect(JSON.stringify(onlyZero)).not.toContain('null]')
  })

  it('draws texts of any content as texts', async () => {
    const hostile = `<script>alert(1)</script>"'&]]>`
    const spec = spendingSeries({ ...series(year('2009-10', 88), year('2010-11', 80)), place: hostile, comparators: hostile }, { title: hostile, unit: hostile, place: hostile, source: hostile, alt: hostile, notes: [hostile] })
    const svg = await render(spec, 'svg')
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script&gt;')
  })
})

describe('the chart contract', () => {
  const body = { width: 100, height: 100, left: 10, below: 10, datasets: { rows: [{ a: 1 }] }, layer: [{ data: { name: 'rows' }, mark: 'point', encoding: { x: { field: 'a', type: 'quantitative' } } }] }

  it.each(['title', 'unit', 'place', 'source', 'alt'] as const)('refuses a chart without a %s', (key) => {
    expect(() => composeChart('example', { ...words, [key]: ' ' }, body)).toThrow(`chart 'example': its ${key} is empty; every chart has one`)
  })

  it('refuses a field or data that are not there', () => {
    const layer = (data: string, field: string) => [{ data: { name: data }, mark: 'point', encoding: { x: { field } } }]
    expect(() => composeChart('example', words, { ...body, layer: layer('rows', 'b') })).toThrow("a layer uses the field 'b', which the data 'rows' do not have")
    expect(() => composeChart('example', words, { ...body, layer: layer('others', 'a') })).toThrow("a layer uses the data 'others', which it does not have; it has rows")
  })

  it('wraps long texts between words', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrapText('unbreakable', 3)).toEqual(['unbreakable'])
  })

  it('uses colours that differ by 3 to 1 from the white background', () => {
    const channel = (hex: string) => Number.parseInt(hex, 16) / 255
    const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    const luminance = (colour: string) => [1, 3, 5].map((at) => linear(channel(colour.slice(at, at + 2)))).reduce((sum, c, i) => sum + c * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0)
    for (const used of [PALETTE.darkBlue, PALETTE.turquoise, PALETTE.darkPink, PALETTE.darkGrey, '#767676']) expect(1.05 / (luminance(used) + 0.05)).toBeGreaterThan(3)
  })
})
