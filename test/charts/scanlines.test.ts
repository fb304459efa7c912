import { describe, expect, it } from 'vitest'
import type { Corner } from '../../src/charts/borders.js'
import { hatchedArea, placeFor, stretchesAt } from '../../src/charts/scanlines.js'

const box: Corner[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
]
const hole: Corner[] = [
  [4, 4],
  [4, 6],
  [6, 6],
  [6, 4],
  [4, 4],
]

describe('a level line through an area', () => {
  it('runs inside it and not through its holes', () => {
    expect(stretchesAt([box], 5)).toEqual([[0, 10]])
    expect(stretchesAt([box, hole], 5)).toEqual([
      [0, 4],
      [6, 10],
    ])
    expect(stretchesAt([box], 11)).toEqual([])
  })
})

describe('hatching', () => {
  it('fills an area with lines of 45 degrees that end at its border', () => {
    const lines = hatchedArea([box, hole], 2)
    for (const [[x = 0, y = 0] = [], [toX = 0, toY = 0] = []] of lines) {
      expect(toX - x).toBeCloseTo(y - toY, 5)
      for (const value of [x, y, toX, toY]) expect(value >= 0 && value <= 10).toBe(true)
      const [midX, midY] = [(x + toX) / 2, (y + toY) / 2]
      expect(midX > 4.1 && midX < 5.9 && midY > 4.1 && midY < 5.9).toBe(false)
    }
    // Lines of x + y = 2, 4 ... 18: nine, of which those through 8.01 to 12 are cut in two by the hole.
    expect(lines.length).toBeGreaterThanOrEqual(10)
  })
})

describe('the place for a box', () => {
  it('is where it has room, near the middle', () => {
    expect(placeFor([box], { width: 4, height: 2 })).toMatchObject({ x: 5, width: 10 })
    expect(Math.abs(placeFor([box], { width: 4, height: 2 }).y - 5)).toBeLessThan(1)
  })

  it('is beside a hole, and has no width where the box is too high', () => {
    const place = placeFor([box, hole], { width: 3, height: 1.5 })
    expect(Math.abs(place.y - 5) > 1.5 || Math.abs(place.x - 5) > 1.5).toBe(true)
    expect(placeFor([box], { width: 1, height: 11 }).width).toBe(0)
  })
})
