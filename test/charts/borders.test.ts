import { describe, expect, it } from 'vitest'
import { type Corner, outerBorders } from '../../src/charts/borders.js'

const box = (x: number, y: number, width = 2): Corner[] => [
  [x, y],
  [x + width, y],
  [x + width, y + 2],
  [x, y + 2],
  [x, y],
]

describe('outer borders', () => {
  it('leave out what two areas share', () => {
    expect(outerBorders([box(0, 0), box(2, 0)])).toEqual([
      [
        [0, 0],
        [2, 0],
        [4, 0],
        [4, 2],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
    ])
  })

  it('keep a hole, run the other way round', () => {
    const around = [box(0, 0), box(2, 0), box(4, 0), box(0, 2), box(4, 2), box(0, 4), box(2, 4), box(4, 4)]
    const signed = (ring: Corner[]): number =>
      ring.slice(1).reduce((sum, [x, y], i) => sum + ((ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0)) / 2, 0)
    expect(outerBorders(around).map(signed)).toEqual([36, -4])
  })

  it('keep areas apart that do not touch, and none of nothing', () => {
    expect(outerBorders([box(0, 0), box(10, 0)]).length).toBe(2)
    expect(outerBorders([])).toEqual([])
  })
})
