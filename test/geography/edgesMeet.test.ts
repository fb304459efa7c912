import { describe, expect, it } from 'vitest'
import { metresADegree } from '../../src/geography/distance.js'
import type { Edge } from '../../src/geography/edges.js'
import { edgesMeet } from '../../src/geography/edgesMeet.js'

/** An edge between two points in metres east and north of a point in England. */
function edge(...[[ax, ay], [bx, by]]: readonly [readonly [number, number], readonly [number, number]]): Edge {
  const { north, east } = metresADegree(52)
  return [
    [-1 + ax / east, 52 + ay / north],
    [-1 + bx / east, 52 + by / north],
  ]
}
const horizontal = edge([0, 0], [100, 0])

describe('edgesMeet within 4 m', () => {
  const [queen, rook] = [edgesMeet('queen', 4), edgesMeet('rook', 4)]

  it.each<[string, Edge, boolean, boolean]>([
    ['the same edge 3 m away is a stretch', edge([0, 3], [100, 3]), true, true],
    ['the same edge 5 m away is nothing', edge([0, 5], [100, 5]), false, false],
    ['a part of the edge, between its corners, is a stretch', edge([30, 1], [60, -1]), true, true],
    ['an edge that goes along with its end is a stretch', edge([90, 2], [200, 2]), true, true],
    ['an edge that leaves its end at a right angle is a point', edge([100, 2], [100, 50]), true, false],
    ['an edge that goes on from its end in line is a point', edge([102, 0], [200, 0]), true, false],
    ['an edge whose corner lies on it, between its corners, is a point', edge([50, 3], [50, 80]), true, false],
    ['an edge that crosses it, with no corner near, is a point', edge([50, -40], [50, 40]), true, false],
    ['an edge that ends before it is nothing', edge([50, 5], [50, 80]), false, false],
    ['an edge shorter than the tolerance is a point', edge([50, 0], [52, 0]), true, false],
  ])('%s', (_, other, touches, shares) => {
    expect([queen(horizontal, other), queen(other, horizontal)]).toEqual([touches, touches])
    expect([rook(horizontal, other), rook(other, horizontal)]).toEqual([shares, shares])
  })

  it('knows the very same edge as a stretch, however short', () => {
    const short = edge([0, 0], [1, 1])
    expect(rook(short, short)).toBe(true)
  })
})

describe('edgesMeet at 0', () => {
  it('knows equal corners and equal edges, and nothing that only comes near or crosses', () => {
    const [queen, rook] = [edgesMeet('queen', 0), edgesMeet('rook', 0)]
    const [start] = horizontal
    const leaving: Edge = [start, [-1, 52.1]]
    expect([queen(horizontal, horizontal), rook(horizontal, horizontal)]).toEqual([true, true])
    expect([queen(horizontal, leaving), rook(horizontal, leaving)]).toEqual([true, false])
    for (const other of [edge([0, 0.001], [100, 0.001]), edge([50, -40], [50, 40])])
      expect([queen(horizontal, other), rook(horizontal, other)]).toEqual([false, false])
  })

  it('takes an edge without length for a point', () => {
    const point: Edge = [horizontal[0], horizontal[0]]
    expect([edgesMeet('queen', 0)(point, point), edgesMeet('rook', 0)(point, point)]).toEqual([true, false])
  })
})
