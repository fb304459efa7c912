import { expect, it } from 'vitest'
import { edgesOf, ringsOf } from '../../src/geography/edges.js'
import type { Ring } from '../../src/model/boundary.js'
import { areaOf, areaOfCells, square } from '../support/areas.js'

it('runs from south to north, and from west to east along a parallel, whichever way the ring runs', () => {
  const triangle: Ring = [[0, 0], [2, 0], [1, 1], [0, 0]]
  expect(edgesOf([triangle])).toEqual([[[0, 0], [2, 0]], [[2, 0], [1, 1]], [[0, 0], [1, 1]]])
  expect(new Set(edgesOf([[...triangle].reverse()]).map(String))).toEqual(new Set(edgesOf([triangle]).map(String)))
})

it('has the rings of every part of an area, holes among them', () => {
  expect(ringsOf(areaOf('A', square(0, 0, 3), square(1, 1)))).toHaveLength(2)
  expect(ringsOf(areaOfCells('A', [[0, 0], [5, 5], [9, 0]]))).toHaveLength(3)
})
