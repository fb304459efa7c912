import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byCells } from '../../src/geography/byCells.js'

const numbers = fc.array(
  fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ noNaN: true, noDefaultInfinity: true })),
  { maxLength: 200 },
)

it('has every position once, however the points lie', () => {
  fc.assert(
    fc.property(numbers, (points) => {
      const order = byCells(
        points.map(([x]) => x),
        points.map(([, y]) => y),
      )
      expect([...order].sort((a, b) => a - b)).toEqual(points.map((_, i) => i))
    }),
  )
})

it('puts points of one place beside each other', () => {
  expect([...byCells([0, 9, 0, 9, 5], [0, 9, 0, 9, 5])]).toEqual([0, 2, 4, 1, 3])
})
