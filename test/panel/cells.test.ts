import { describe, expect, it } from 'vitest'
import type { Period, Provenance, SeriesStep } from '../../src/index.js'
import { BlockWriter } from '../../src/panel/block.js'
import { type PanelParts, provenanceAt, stepsBetween, valueAt } from '../../src/panel/cells.js'
import { frozen } from '../support/frozen.js'
import { headerOf } from '../support/panel.js'

const places = frozen([
  { kind: 'ward', code: 'E05001823', name: 'Aspley', vintage: 'WD13' },
  { kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2025' },
] as const)
const periods: readonly Period[] = frozen(['2009-10', '2010-03-31'] as const)
const observed: Provenance = frozen({ status: 'observed', owner: 'council', notes: ['dates-by-year'] } as const)
const steps: readonly SeriesStep[] = frozen([
  { from: '2010-11', note: 'library-line-moves-to-culture-and-heritage' },
  { from: '2014-15', note: 'population-rebased' },
] as const)

function parts(): { panel: PanelParts; block: PanelParts['blocks'][number] } {
  const writer = new BlockWriter(headerOf({ source: ['a', 'b'] }), 2, ['2009-10', null])
  writer.write(0, 4, observed)
  writer.bound(0, 3, 5)
  writer.write(2, 0, { ...observed, basis: 'outturn', comparable: false })
  const block = writer.finish()
  const terms = { deflator: 'hmt-2025-12', pricesOf: '2023-24', tiers: 'both' } as const
  return { panel: { places, periods, terms, blocks: [block] }, block }
}

describe('the figure of a cell', () => {
  const { panel, block } = parts()
  it('says all that is known of it', () => {
    expect(valueAt(panel, block, { row: 0, column: 0 })).toEqual({
      value: 4,
      unit: block.header.unit,
      period: '2009-10',
      place: places[0],
      status: 'observed',
      owner: 'council',
      bounds: { lower: 3, upper: 5 },
      comparable: true,
      notes: ['dates-by-year'],
      source: ['a', 'b'],
    })
  })

  it('can be 0, has no bounds where none were written, and keeps its basis and its own fault', () => {
    const value = valueAt(panel, block, { row: 1, column: 0 })
    expect(value).toMatchObject({ value: 0, basis: 'outturn', comparable: false })
    expect(value).not.toHaveProperty('bounds')
    expect(value.notes).toBe(observed.notes)
  })

  it('is missing, and its place’s own, where nothing was written; its period is the one asked for', () => {
    expect(valueAt(panel, block, { row: 0, column: 1 })).toMatchObject({
      value: null,
      status: 'missing',
      owner: 'ward',
      period: '2010-03-31',
      comparable: true,
      notes: [],
    })
    expect(provenanceAt(panel, block, { row: 1, column: 1 })).toEqual({
      status: 'missing',
      owner: 'council',
      notes: [],
    })
  })

  it('is not comparable across a break, and has its note once', () => {
    const across = [...steps, { from: '2015-16', note: 'dates-by-year' } as const]
    const value = valueAt(panel, block, { row: 0, column: 0 }, across)
    expect(value.comparable).toBe(false)
    expect(value.notes).toEqual(['dates-by-year', 'library-line-moves-to-culture-and-heritage', 'population-rebased'])
  })
})

describe('breaks between two periods', () => {
  const between = (one: '2009-10' | '2010-11' | '2014-15', other: Period | null) =>
    stepsBetween(steps, one, other).map(({ from }) => from)

  it('are those that begin after the earlier one, up to the later one, whichever is asked for first', () => {
    expect(between('2009-10', '2014-15')).toEqual(['2010-11', '2014-15'])
    expect(between('2014-15', '2009-10')).toEqual(['2010-11', '2014-15'])
    expect(between('2009-10', '2013-14')).toEqual(['2010-11'])
    expect(between('2010-11', '2013-14')).toEqual([])
    expect(between('2014-15', '2014-15')).toEqual([])
    expect(between('2010-11', '2014-15')).toEqual(['2014-15'])
  })

  it('count within windows and spans too, and never for days or intervals', () => {
    expect(between('2009-10', { from: '2009-10', to: '2010-11' })).toEqual(['2010-11'])
    expect(between('2010-11', { from: '2009-10', to: '2011-12' })).toEqual(['2010-11'])
    expect(between('2010-11', { before: '2009-10', after: { from: '2013-14', to: '2014-15' } })).toEqual([
      '2010-11',
      '2014-15',
    ])
    expect(between('2009-10', '2016-03-31')).toEqual([])
    expect(between('2009-10', { since: '2009-04-01', until: '2016-03-31' })).toEqual([])
    expect(between('2009-10', null)).toEqual([])
  })
})
