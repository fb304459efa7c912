import { beforeAll, describe, expect, it } from 'vitest'
import { Panel, type Period } from '../../src/index.js'
import { BlockWriter } from '../../src/panel/block.js'
import { frozen } from '../support/frozen.js'
import { headerOf, panelOf } from '../support/panel.js'

const terms = frozen({ deflator: 'hmt-2025-12', pricesOf: '2023-24', tiers: 'both' } as const)
const places = frozen([
  { kind: 'ward', code: 'W1', name: 'Abbey', vintage: 'WD13' },
  { kind: 'ward', code: 'W2', name: 'Abbey', vintage: 'WD13' },
  { kind: 'council', code: 'C', name: 'Nottingham', vintage: 'LAD2025' },
] as const)
const periods: readonly Period[] = frozen(['2009-10', '2010-03-31', { since: '2009-04-01', until: '2010-03-31' }])

/** Cell by cell 0, 1, 2 ...; of the second indicator 100 more and with bounds. */
function panelOfTwo(): Panel {
  const blocks = [0, 100].map((more) => {
    const id = more === 0 ? 'test/first' : 'test/second'
    const writer = new BlockWriter(headerOf({ id }), places.length, periods)
    for (let cell = 0; cell < 9; cell++) {
      writer.write(cell, cell + more, { status: 'observed', owner: 'ward', notes: [] })
      if (more > 0) writer.bound(cell, cell, cell + 200)
    }
    writer.breaks(1, [{ from: '2010-11', note: 'population-rebased' }])
    return writer.finish()
  })
  return new Panel({ places, periods, terms, blocks })
}
const panel = panelOfTwo()

describe('a figure of a panel', () => {
  it('is found by the code of its place, its indicator and its period', () => {
    expect(panel.value('W1', 'test/first', '2009-10').value).toBe(0)
    expect(panel.value('W2', 'test/first', '2010-03-31').value).toBe(4)
    expect(panel.value('C', 'test/second', { since: '2009-04-01', until: '2010-03-31' })).toMatchObject({
      value: 108,
      bounds: { lower: 8, upper: 208 },
    })
  })

  it('is found by a name that one place bears, and no other', () => {
    expect(panel.value('Nottingham', 'test/first', '2009-10').place.code).toBe('C')
    expect(() => panel.value('Abbey', 'test/first', '2009-10')).toThrow("place of the panel: 'Abbey' is not allowed")
  })

  it('is refused for what the panel does not have, with what it has', () => {
    expect(() => panel.value('W3', 'test/first', '2009-10')).toThrow("Did you mean 'W1'? Allowed: W1, W2, C.")
    expect(() => panel.value('W1', 'test/frist', '2009-10')).toThrow(
      "indicator of the panel: 'test/frist' is not allowed. Did you mean 'test/first'? Allowed: test/first, ",
    )
    expect(() => panel.value('W1', 'test/first', '2011-12')).toThrow(
      "period of the panel: '2011-12' is not allowed. Allowed: 2009-10, 2010-03-31, 2009-04-01..2010-03-31.",
    )
    expect(() => panel.value(1 as unknown as string, 'test/first', '2009-10')).toThrow('place of a panel')
    expect(() => panel.value('W1', null as unknown as string, '2009-10')).toThrow('indicator of a panel')
  })

  it('names at most twenty places where one is unknown', () => {
    const many = (count: number) =>
      new Panel({
        places: Array.from({ length: count }, (_, i) => ({ ...places[0], code: `W${i + 10}` })),
        periods: ['2009-10'],
        terms,
        blocks: [],
      })
    expect(() => many(22).value('X', 'test/first', '2009-10')).toThrow(/W29, and 2 more\.$/)
    expect(() => many(20).value('X', 'test/first', '2009-10')).toThrow(/W28, W29\.$/)
  })

  it('is comparable with a base year where no break of its place lies between', () => {
    expect(panel.value('W1', 'test/first', '2009-10', { base: '2011-12' }).comparable).toBe(true)
    expect(panel.value('W2', 'test/first', '2009-10', { base: '2011-12' })).toMatchObject({
      comparable: false,
      notes: ['population-rebased'],
    })
    expect(panel.value('W2', 'test/first', '2009-10').comparable).toBe(true)
    expect(panel.value('W2', 'test/first', '2009-10', { base: '2008-09' }).comparable).toBe(true)
  })
})

describe('a panel', () => {
  it('counts its cells and lists its indicators', () => {
    expect(panel.cells).toBe(18)
    expect(panel.indicators.map(({ id }) => id)).toEqual(['test/first', 'test/second'])
    expect(panel.has('2009-10')).toBe(true)
    expect(panel.has('2010-11')).toBe(false)
    expect(panel.has({ since: '2009-04-01', until: '2010-03-31' })).toBe(true)
  })

  it('has slices in which every figure is what it was', () => {
    const part = panel.slice({
      places: ['C', 'W2'],
      indicators: ['test/second'],
      periods: [{ since: '2009-04-01', until: '2010-03-31' }, '2009-10'],
    })
    expect(part.cells).toBe(4)
    expect(part.places.map(({ code }) => code)).toEqual(['C', 'W2'])
    expect(part.terms).toBe(terms)
    for (const place of part.places)
      for (const period of part.periods)
        for (const base of [undefined, '2011-12'] as const)
          expect(part.value(place.code, 'test/second', period, { base })).toEqual(
            panel.value(place.code, 'test/second', period, { base }),
          )
    expect(() => part.value('C', 'test/first', '2009-10')).toThrow('indicator of the panel')
  })

  it('keeps whole what a slice does not name, and refuses what it does not have', () => {
    expect(panel.slice({}).table().objects()).toEqual(panel.table().objects())
    expect(panel.slice({ indicators: ['test/first'] }).blocks[0]).toMatchObject({ lower: null, upper: null })
    expect(() => panel.slice({ places: ['W9'] })).toThrow('place of the panel')
    expect(() => panel.slice({ periods: ['2014-15'] })).toThrow('period of the panel')
    expect(() => panel.slice({ indicators: ['test'] })).toThrow('indicator of the panel')
  })
})

describe('a slice of measured figures', () => {
  let measured: Panel
  beforeAll(async () => {
    measured = await panelOf({
      indicators: ['culture/real-per-head', 'deprivation/imd-score', 'people/residents'],
      places: { wards: { council: 'Nottingham' }, councils: ['Derbyshire Dales', 'Nottingham'], england: true },
      periods: ['2009-10', '2010-11', '2019-20', '2021-22'],
    })
  })

  it('has the figures of the whole', () => {
    const part = measured.slice({ places: ['E05001823', 'E92000001'], periods: ['2021-22', '2010-11'] })
    for (const { id } of part.indicators)
      for (const { code } of part.places)
        for (const period of part.periods)
          expect(part.value(code, id, period, { base: '2009-10' })).toEqual(
            measured.value(code, id, period, { base: '2009-10' }),
          )
  })
})
