import { expect, it } from 'vitest'
import { sidesOf } from '../../src/geography/strips.js'
import type { Ring } from '../../src/model/boundary.js'
import { square } from '../support/areas.js'

it(
  'sees an area of many strips as one: a tooth of a saw is inside, a gap between two is not, a tip is on ' +
    'the border',
  () => {
    const teeth = Array.from({ length: 50 }, (_, i): Ring => [
      [0, i + 0.5],
      [4, i + 1],
    ]).flat()
    const saw: Ring = [[-1, 0], [0, 0], ...teeth, [-1, 50], [-1, 0]]
    const sideOf = sidesOf([{ rings: [saw], box: { south: 0, north: 50 } }])
    for (let tooth = 1; tooth < 50; tooth++)
      expect([-0.5, 2, 3.9, 4, 4.1].map((x) => sideOf(0, x, tooth))).toEqual([
        'inside',
        'inside',
        'inside',
        'border',
        'outside',
      ])
    for (let gap = 1; gap < 50; gap++)
      expect([-1, -0.5, 0, 0.1].map((x) => sideOf(0, x, gap + 0.5))).toEqual(['border', 'inside', 'border', 'outside'])
  },
)

it('knows the ends of an area as its border, and an area without height', () => {
  const flat: Ring = [
    [0, 1],
    [2, 1],
    [0, 1],
  ]
  const sideOf = sidesOf([
    { rings: [square(0, 0)], box: { south: 0, north: 1 } },
    { rings: [flat], box: { south: 1, north: 1 } },
  ])
  expect([sideOf(0, 0.5, 0), sideOf(0, 0.5, 1), sideOf(1, 1, 1), sideOf(1, 3, 1)]).toEqual([
    'border',
    'border',
    'border',
    'outside',
  ])
})
