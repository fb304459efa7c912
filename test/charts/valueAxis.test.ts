import { expect, it } from 'vitest'
import { lyingAxis, roundTicks, uprightAxis } from '../../src/charts/valueAxis.js'

it('ticks are ones, twos and fives within the range, at most so many, without the dust of fractions', () => {
  expect(roundTicks([0, 150], 8)).toEqual({ values: [0, 20, 40, 60, 80, 100, 120, 140], decimals: 0 })
  expect(roundTicks([0, 2], 5)).toEqual({ values: [0, 0.5, 1, 1.5, 2], decimals: 1 })
  expect(roundTicks([-0.3, 0.3], 8)).toEqual({ values: [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3], decimals: 1 })
  expect(roundTicks([99_900_000, 100_100_000], 3).values).toEqual([99_900_000, 100_000_000, 100_100_000])
  expect(roundTicks([0.00009, 0.00013], 5)).toEqual({
    values: [0.00009, 0.0001, 0.00011, 0.00012, 0.00013],
    decimals: 5,
  })
})

it.each([1e-12, 0.003, 0.7, 1, 4.9, 5, 12, 999, 1e6, 3.7e11])('ticks of a range of %s differ as written', (span) => {
  for (const bottom of [0, -span / 3, -span]) {
    const { values, decimals } = roundTicks([bottom, bottom + span], 8)
    expect(values.length).toBeGreaterThanOrEqual(3)
    expect(new Set(values.map((value) => value.toFixed(decimals))).size).toBe(values.length)
    for (const value of values) expect(Number(value.toFixed(decimals))).toBe(value)
  }
})

it('an upright axis has room for its widest number', () => {
  const rooms = [[0, 9] as const, [-10_000_000, 100_000_000] as const].map((range) => uprightAxis(range, {}).room)
  // 100,000,000 at 11 pixels: nine digits of 0.636 and two commas of 0.318 of the size, and the tick.
  expect(rooms).toEqual([17, 80])
})

it('a lying axis has fewer numbers where they are wide, and none that reaches out of its room', () => {
  const valuesOf = (width: number) =>
    (lyingAxis([-60, 10], { suffix: ' %' }, { width, left: 6, right: 6, most: 8 }) as { values: number[] }).values
  expect(valuesOf(600)).toEqual([-60, -50, -40, -30, -20, -10, 0, 10])
  expect(valuesOf(160)).toEqual([-50, 0])
})
