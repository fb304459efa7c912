import { describe, expect, it } from 'vitest'
import { distanceToEdge, edgesOf, ringsOf, sideOf } from '../../src/geography/edges.js'
import type { Ring } from '../../src/model/boundary.js'
import { areaOf, areaOfCells, square } from '../support/areas.js'

it('runs from south to north, and from west to east along a parallel, whichever way the ring runs', () => {
  const triangle: Ring = [
    [0, 0],
    [2, 0],
    [1, 1],
    [0, 0],
  ]
  expect(edgesOf([triangle])).toEqual([
    [
      [0, 0],
      [2, 0],
    ],
    [
      [2, 0],
      [1, 1],
    ],
    [
      [0, 0],
      [1, 1],
    ],
  ])
  expect(new Set(edgesOf([[...triangle].reverse()]).map(String))).toEqual(new Set(edgesOf([triangle]).map(String)))
})

it('has the rings of every part of an area, holes among them', () => {
  expect(ringsOf(areaOf('A', square(0, 0, 3), square(1, 1)))).toHaveLength(2)
  expect(
    ringsOf(
      areaOfCells('A', [
        [0, 0],
        [5, 5],
        [9, 0],
      ]),
    ),
  ).toHaveLength(3)
})

describe('sideOf', () => {
  it('is 1 to the left of an edge, -1 to the right and 0 on its line', () => {
    expect(
      (
        [
          [0, 1],
          [1, 0],
          [5, 5],
        ] as const
      ).map((at) =>
        sideOf(
          [
            [0, 0],
            [2, 2],
          ],
          at,
        ),
      ),
    ).toEqual([1, -1, 0])
  })
})

describe('distanceToEdge', () => {
  it('goes to the edge between its corners, and to a corner beyond them', () => {
    expect([
      distanceToEdge(
        [
          [0, 0],
          [4, 0],
        ],
        [1, 3],
      ),
      distanceToEdge(
        [
          [0, 0],
          [4, 0],
        ],
        [7, 4],
      ),
      distanceToEdge(
        [
          [1, 1],
          [1, 1],
        ],
        [4, 5],
      ),
    ]).toEqual([3, 5, 5])
  })
})
