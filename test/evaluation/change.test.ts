import { describe, expect, it } from 'vitest'
import {
  type Value,
  difference,
  percentChange,
  placeboPlacement,
  rankAmong,
  units,
  windowMean,
} from '../../src/index.js'
import { valueOf } from '../support/value.js'

const of = (value: number | null, change: Partial<Value> = {}): Value => valueOf(value, { basis: 'outturn', ...change })

describe('percentChange', () => {
  it.each([
    [0, 5],
    [-5, 5],
    [5, -5],
  ])('from %d to %d is refused: it goes from or through zero', (before, after) => {
    expect(percentChange(of(before), of(after))).toMatchObject({
      value: null,
      status: 'missing',
      notes: ['through-zero'],
    })
  })

  it('to zero is a fall of all', () => {
    expect(percentChange(of(5), of(0)).value).toBe(-100)
  })

  it('does not mix what was spent with what was planned', () => {
    expect(percentChange(of(5), of(4, { basis: 'budget' }))).toMatchObject({ value: null, notes: ['basis-differs'] })
  })

  it('is missing when one of the two is, and not comparable when one of the two is not', () => {
    expect(percentChange(of(null), of(4))).toMatchObject({ value: null, status: 'missing', notes: [] })
    expect(percentChange(of(5), of(4, { comparable: false }))).toMatchObject({
      value: expect.closeTo(-20, 9) as unknown,
      comparable: false,
    })
  })

  it('does not depend on the unit of both, and refuses two units', () => {
    expect(
      percentChange(of(5000, { unit: units.thousandPounds() }), of(4000, { unit: units.thousandPounds() })).value,
    ).toBeCloseTo(-20, 9)
    expect(() => percentChange(of(5), of(4, { unit: units.pounds({ per: 'head' }) }))).toThrow(
      'unit of a value to compare',
    )
  })
})

describe('difference', () => {
  it('is the later value less the earlier, of shares in points', () => {
    const share = units.perCent('residents')
    const at = (period: '2009-10' | '2014-15', value: number | null) => of(value, { period, unit: share })
    expect(difference(at('2009-10', 20), at('2014-15', 25))).toMatchObject({
      value: 5,
      unit: units.percentagePoints('residents'),
      period: { before: '2009-10', after: '2014-15' },
    })
    expect(difference(of(5), of(4, { basis: 'budget' }))).toMatchObject({ value: -1, unit: units.pounds() })
    expect(difference(at('2009-10', 20), at('2014-15', null))).toMatchObject({ value: null, status: 'missing' })
  })

  it('is refused to an earlier time, of another place, and of what happened between two days', () => {
    const window = { from: '2007-08', to: '2009-10' } as const
    expect(() => difference(of(1), of(2, { period: window }))).toThrow('period of the later value')
    expect(() => difference(of(1, { period: window }), of(2, { period: '2007-08' }))).not.toThrow()
    expect(() => difference(of(1, { period: '2010-04-01' }), of(2, { period: '2010-11' }))).not.toThrow()
    expect(() => difference(of(1, { period: '2010-04-02' }), of(2, { period: '2010-11' }))).toThrow(
      'does not begin before',
    )
    expect(() => difference(of(1, { period: '2010-11' }), of(2, { period: '2010-03-31' }))).toThrow('31 March 2010')
    const interval = { since: '2009-04-01', until: '2010-03-31' } as const
    expect(() => difference(of(1), of(2, { period: interval }))).toThrow('a financial year, a window or a day')
    const place = { kind: 'council', code: 'B', name: 'B', vintage: 'LAD2023' } as const
    expect(() => difference(of(1), of(2, { place }))).toThrow('place of a value')
    expect(() => difference(3 as unknown as Value, of(1))).toThrow('value')
    expect(() => difference(of(1), 3 as unknown as Value)).toThrow('value')
  })
})

describe('windowMean', () => {
  it('is refused for what is no year, of two places, of two units and for a year twice', () => {
    expect(() => windowMean([of(1, { period: { from: '2007-08', to: '2008-09' } })])).toThrow('one financial year')
    expect(() => windowMean([of(1), of(1)])).toThrow('years of a window')
    const place = { kind: 'council', code: 'B', name: 'B', vintage: 'LAD2023' } as const
    expect(() => windowMean([of(1, { period: '2008-09' }), of(1, { place })])).toThrow('place of a value')
    expect(() => windowMean([of(1, { period: '2008-09' }), of(1, { unit: units.people })])).toThrow('unit of a value')
    expect(() => windowMean(undefined as unknown as Value[])).toThrow('values of a window')
    expect(windowMean([of(3)])).toMatchObject({ value: 3, period: { from: '2009-10', to: '2009-10' } })
    const mixed = windowMean([
      of(1, { period: '2008-09', notes: ['basis-differs'] }),
      of(2, { basis: 'budget', notes: ['dates-by-year'] }),
    ])
    expect(mixed).toMatchObject({ status: 'missing', notes: ['basis-differs', 'dates-by-year'] })
  })

  const years = ['2007-08', '2008-09', '2009-10'] as const
  it('is the plain mean of its years and names the window', () => {
    expect(windowMean(years.map((period, i) => of(i + 1, { period })))).toMatchObject({
      value: 2,
      period: { from: '2007-08', to: '2009-10' },
    })
  })

  it('is missing with a missing year, and refused across bases', () => {
    expect(windowMean([of(1, { period: '2008-09' }), of(null)])).toMatchObject({ value: null, status: 'missing' })
    expect(windowMean([of(1, { period: '2008-09' }), of(2, { basis: 'derived-positive-only' })])).toMatchObject({
      value: null,
      notes: ['basis-differs'],
    })
    expect(() => windowMean([of(1), of(2, { period: '2007-08' })])).toThrow('window')
    expect(() => windowMean([of(1, { period: '2007-08' }), of(2)])).toThrow('years of a window')
    expect(() => windowMean([])).toThrow('at least one year')
  })
})

describe('rankAmong', () => {
  const at = (code: string, value: number | null) =>
    of(value, { place: { kind: 'council', code, name: code, vintage: 'LAD2009' } })
  const all = [at('A', -40), at('B', -30), at('C', -20), at('D', -10), at('E', null)]

  it('counts the placed value once, whether or not it is among the others', () => {
    expect(rankAmong(at('B', -30), all)).toEqual(
      rankAmong(
        at('B', -30),
        all.filter(({ place }) => place.code !== 'B'),
      ),
    )
    expect(rankAmong(at('B', -30), all)).toMatchObject({
      rank: 2,
      part: 'middle half',
      distribution: { n: 4, median: -25 },
    })
  })

  it('does not depend on the order of the others, and lists those without a value', () => {
    expect(rankAmong(at('B', -30), [...all].reverse())).toMatchObject({ rank: 2, without: [{ place: { code: 'E' } }] })
  })

  it('refuses a council’s figure shown for its ward, whatever its status, and says what to rank instead', () => {
    const ward = { kind: 'ward', code: 'E05001823', name: 'Aspley', vintage: 'WD13' } as const
    const inherited = of(-30, { place: ward, owner: 'council', status: 'modelled' })
    const message =
      "value to rank: 'Aspley (E05001823), with the figure of its council' is not allowed. Allowed: figures of the " +
      'places themselves; rank each council once.'
    expect(() => rankAmong(inherited, all)).toThrow(message)
    expect(() => rankAmong(at('A', -40), [inherited])).toThrow(message)
    expect(() => placeboPlacement(inherited, [])).toThrow(message)
  })

  it('places the outer quarters', () => {
    expect(rankAmong(at('A', -40), all).part).toBe('lowest quarter')
    expect(rankAmong(at('D', -10), all).part).toBe('highest quarter')
    expect(rankAmong(at('E', null), all)).toMatchObject({ rank: null, part: null, distribution: { n: 4 } })
  })
})
