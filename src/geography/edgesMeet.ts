import type { Position } from '../model/boundary.js'
import { metresADegree } from './distance.js'
import { distanceToEdge, type Edge, sideOf } from './edges.js'

/** Whether two edges of different areas are one border. */
export type EdgesMeet = (p: Edge, q: Edge) => boolean

/**
 * When edges of two areas are one border: in a point at least (`queen`) or along a stretch (`rook`).
 *
 * @param snap how far apart they may lie, in metres. With 0 only equal corners are one point and equal edges one
 * stretch; else two edges that come within `snap` of each other share a point, and they share a stretch when the
 * corners of either that lie within `snap` of the other are farther than `snap` from each other: so far a border goes
 * along with another that it only touches.
 */
export function edgesMeet(rule: 'queen' | 'rook', snap: number): EdgesMeet {
  if (snap === 0) return rule === 'queen' ? haveEqualCorners : areEqual
  if (rule === 'queen') return (p, q) => inPlane(p, q, (a, b) => nearCorners(a, b, snap).length > 0 || cross(a, b))
  return (p, q) => areEqual(p, q) || inPlane(p, q, (a, b) => spread(nearCorners(a, b, snap)) > snap)
}

const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]
const haveEqualCorners: EdgesMeet = (p, q) => p.some((corner) => q.some((other) => same(corner, other)))
const areEqual: EdgesMeet = (p, q) => same(p[0], q[0]) && same(p[1], q[1]) && !same(p[0], p[1])

/** Tests two edges in metres, in the plane that touches the earth where the first begins. */
function inPlane(p: Edge, q: Edge, test: EdgesMeet): boolean {
  const [[longitude, latitude]] = p
  const { north, east } = metresADegree(latitude)
  const local = ([x, y]: Position): Position => [(x - longitude) * east, (y - latitude) * north]
  return test([local(p[0]), local(p[1])], [local(q[0]), local(q[1])])
}

/** The corners of either edge that lie within a distance of the other edge. */
const nearCorners = (p: Edge, q: Edge, distance: number): Position[] => [
  ...p.filter((corner) => distanceToEdge(q, corner) <= distance),
  ...q.filter((corner) => distanceToEdge(p, corner) <= distance),
]

/** The largest distance between any two of some points. */
const spread = (points: readonly Position[]): number =>
  Math.max(0, ...points.flatMap(([ax, ay]) => points.map(([bx, by]) => Math.hypot(bx - ax, by - ay))))

/** Whether each edge has a corner on either side of the other: they cross, though no corner of theirs may be near. */
const cross = (p: Edge, q: Edge): boolean =>
  sideOf(p, q[0]) * sideOf(p, q[1]) < 0 && sideOf(q, p[0]) * sideOf(q, p[1]) < 0
