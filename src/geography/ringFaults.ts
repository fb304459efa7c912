import Flatbush from 'flatbush'
import type { Position, Ring } from '../model/boundary.js'
import { type Edge, sideOf } from './edges.js'

/** Whether a ring crosses, touches or runs back over itself, so that it bounds no simple polygon. */
export function touchesItself(ring: Ring): boolean {
  const edges = ring.slice(1).flatMap((to, i): Edge[] => {
    const from = ring[i]
    return from === undefined || (from[0] === to[0] && from[1] === to[1]) ? [] : [[from, to]]
  })
  if (edges.length < 3) return true
  const index = new Flatbush(edges.length)
  for (const edge of edges) index.add(...boxOf(edge))
  index.finish()
  return edges.some((edge, i) =>
    index.search(...boxOf(edge)).some((j) => j > i && meet(edge, edges[j] ?? edge, neighbours(i, j, edges.length))),
  )
}

const boxOf = ([[ax, ay], [bx, by]]: Edge): [number, number, number, number] => [
  Math.min(ax, bx),
  Math.min(ay, by),
  Math.max(ax, bx),
  Math.max(ay, by),
]

type Neighbours = 'following' | 'closing' | 'apart'
const neighbours = (i: number, j: number, count: number): Neighbours =>
  j === i + 1 ? 'following' : i === 0 && j === count - 1 ? 'closing' : 'apart'

/** Whether two edges share a point beyond the one that neighbours have anyway. */
function meet(a: Edge, b: Edge, as: Neighbours): boolean {
  if (as === 'following') return runsBack(a[0], a[1], b[1])
  if (as === 'closing') return runsBack(b[0], b[1], a[1])
  return (
    sideOf(a, b[0]) * sideOf(a, b[1]) <= 0 && sideOf(b, a[0]) * sideOf(b, a[1]) <= 0 && boxesMeet(boxOf(a), boxOf(b))
  )
}

const runsBack = (a: Position, b: Position, c: Position): boolean =>
  sideOf([a, b], c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0

const boxesMeet = (a: readonly number[], b: readonly number[]): boolean =>
  (a[0] ?? 0) <= (b[2] ?? 0) && (b[0] ?? 0) <= (a[2] ?? 0) && (a[1] ?? 0) <= (b[3] ?? 0) && (b[1] ?? 0) <= (a[3] ?? 0)
