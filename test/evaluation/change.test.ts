import { describe, expect, it } from 'vitest'
import { type Value, percentChange, placeboPlacement, rankAmong, units, windowMean } from '../../src/index.js'
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

describe('windowMean', () => {
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
