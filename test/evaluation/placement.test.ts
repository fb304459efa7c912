import { describe, expect, it } from 'vitest'
import { type Value, placeboPlacement, rankAmong } from '../../src/index.js'
import { frozen } from '../support/frozen.js'
import { valueOf } from '../support/value.js'

const at = (code: string, value: number | null): Value =>
  valueOf(value, { place: { kind: 'council', code, name: code, vintage: 'LAD2009' } })
const all = frozen([at('A', -40), at('B', -30), at('C', -20), at('D', -10), at('E', null)])

describe('rankAmong', () => {
  it('counts a value at a quartile to the lower part', () => {
    // Of -40, -30, -20, -10, 0 the quartiles are -30 and -10.
    const five = [...all.slice(0, 4), at('F', 0)]
    const partOf = (code: string) => rankAmong(five.find(({ place }) => place.code === code) ?? at('A', 0), five).part
    expect(['A', 'B', 'C', 'D', 'F'].map(partOf)).toEqual([
      'lowest quarter',
      'lowest quarter',
      'middle half',
      'middle half',
      'highest quarter',
    ])
  })

  it('has no distribution where nobody has a value', () => {
    expect(rankAmong(at('E', null), [at('F', null)])).toMatchObject({ distribution: null, rank: null, part: null })
    expect(rankAmong(at('E', null), [at('F', null)]).without).toHaveLength(2)
  })

  it('places what is alone', () => {
    expect(rankAmong(at('A', 5), [])).toEqual({
      distribution: { n: 1, lower: 5, median: 5, upper: 5 },
      rank: 1,
      part: 'lowest quarter',
      without: [],
    })
  })

  it('refuses what is no value and no list', () => {
    expect(() => rankAmong(3 as unknown as Value, all)).toThrow('value')
    expect(() => rankAmong(at('A', 1), undefined as unknown as Value[])).toThrow('values to place it among')
  })
})

describe('placeboPlacement', () => {
  it('counts the comparators with a lower, an equal and a higher value, itself left out', () => {
    expect(placeboPlacement(at('B', -30), all)).toEqual({
      percentile: (1 / 3) * 100,
      lower: 1,
      equal: 0,
      higher: 2,
      distribution: { n: 3, lower: -30, median: -20, upper: -15 },
      without: [all[4]],
    })
    expect(placeboPlacement(at('X', -20), all)).toMatchObject({ percentile: 62.5, lower: 2, equal: 1, higher: 1 })
  })

  it('has no percentile where the value is missing or nobody has one', () => {
    expect(placeboPlacement(at('X', null), all)).toMatchObject({
      percentile: null,
      lower: 0,
      equal: 0,
      higher: 0,
      distribution: { n: 4 },
    })
    expect(placeboPlacement(at('X', 1), [at('E', null)])).toMatchObject({
      percentile: null,
      distribution: null,
      without: [{ place: { code: 'E' } }],
    })
  })

  it('refuses what is no value and no list', () => {
    expect(() => placeboPlacement(3 as unknown as Value, all)).toThrow('value')
    expect(() => placeboPlacement(at('A', 1), undefined as unknown as Value[])).toThrow('comparators')
  })
})
