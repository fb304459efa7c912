import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantile, quartiles, rankFromLowest } from '../../src/index.js'

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 })

describe('quantile', () => {
  it.each([
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.9, 3.7],
    [[15, 20, 35, 40, 50], 0.4, 29],
    [[7], 0.3, 7],
  ])('of %j at %d is %d, as quantile(type = 7) of R gives', (values, p, expected) => {
    expect(quantile(Object.freeze([...values]), p)).toBeCloseTo(expected, 12)
  })

  it('does not depend on the order, and moves with a shift', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        expect(quantile([...values].reverse(), p)).toBe(quantile(values, p))
        expect(
          quantile(
            values.map((value) => value + 10),
            p,
          ),
        ).toBeCloseTo(quantile(values, p) + 10, 6)
      }),
    )
  })

  it('refuses nothing, what is not a number, and shares outside 0 to 1', () => {
    expect(() => quantile([], 0.5)).toThrow('at least one number')
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow('finite numbers')
    expect(() => quantile([1, undefined as never, 3], 0.5)).toThrow("values of a quantile: 'undefined' is not allowed")
    expect(() => quantile([1], 1.5)).toThrow('a share from 0 to 1')
  })
})

describe('quartiles and ranks', () => {
  it('are in order and contain the median', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const { lower, median, upper, n } = quartiles(values)
        return n === values.length && lower <= median && median <= upper
      }),
    )
  })

  it('give equal numbers the same rank', () => {
    expect([1, 2, 2, 3].map((value) => rankFromLowest(value, [1, 2, 2, 3]))).toEqual([1, 2, 2, 4])
  })
})
