import KDBush from 'kdbush'
import type { Point } from '../model/ward.js'
import { boxAround, metresBetween } from './distance.js'
import { inOrderOfCodes } from './neighbours.js'
import { requirePoint } from './requirePoint.js'

/** A point that stands for an area, such as its centre, with the area's code. */
export interface CodedPoint extends Point {
  readonly code: string
}

/** Points in the order of their codes, and which of them lie near another. */
export interface CodedPoints {
  readonly points: readonly CodedPoint[]
  readonly codes: readonly string[]
  /** An index of the points by their positions. */
  readonly tree: KDBush
  /**
   * Positions of the other points within a distance of the point at a position, nearest first, at the same distance by
   * code.
   */
  readonly othersWithin: (position: number, metres: number) => readonly number[]
}

/**
 * @throws InputError `duplicate-key` when two points have the same code, `bad-value` for a point without numbers, which
 * it names.
 */
export function codedPoints(places: readonly CodedPoint[]): CodedPoints {
  const points = inOrderOfCodes(places, ({ code }) => code)
  const tree = new KDBush(points.length)
  for (const { code, longitude, latitude } of points) {
    requirePoint(longitude, latitude, () => `point of '${code}'`)
    tree.add(longitude, latitude)
  }
  tree.finish()
  const othersWithin = (position: number, metres: number): number[] => {
    const from = points[position]
    if (from === undefined) return []
    const { high, wide } = boxAround(from.latitude, metres)
    return tree
      .range(from.longitude - wide, from.latitude - high, from.longitude + wide, from.latitude + high)
      .flatMap((other) => {
        const to = points[other]
        return to === undefined || other === position ? [] : [{ other, metres: metresBetween(from, to) }]
      })
      .filter((found) => found.metres <= metres)
      .sort((a, b) => a.metres - b.metres || a.other - b.other)
      .map(({ other }) => other)
  }
  return { points, codes: points.map(({ code }) => code), tree, othersWithin }
}
