import { expect, it } from 'vitest'
import { touchesItself } from '../../src/geography/ringFaults.js'
import type { Ring } from '../../src/model/boundary.js'

it.each<[string, Ring, boolean]>([
  [
    'is false for a square',
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
    false,
  ],
  [
    'is false for a triangle',
    [
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ],
    false,
  ],
  [
    'is false for a point between two of one line',
    [
      [0, 0],
      [1, 0],
      [2, 0],
      [2, 2],
      [0, 0],
    ],
    false,
  ],
  [
    'is true for a figure of eight',
    [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ],
    true,
  ],
  [
    'is true for a ring that touches itself in a corner',
    [
      [0, 0],
      [1, 1],
      [2, 0],
      [2, 2],
      [1, 1],
      [0, 2],
      [0, 0],
    ],
    true,
  ],
  [
    'is true for a corner that lies on an edge',
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 4],
      [0, 0],
    ],
    true,
  ],
  [
    'is true for a ring that runs back over itself',
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [2, 1],
      [0, 1],
      [0, 0],
    ],
    true,
  ],
  [
    'is true for a ring of two points',
    [
      [0, 0],
      [1, 0],
      [0, 0],
    ],
    true,
  ],
])('touchesItself %s', (_, ring, expected) => {
  expect(touchesItself(ring)).toBe(expected)
})
