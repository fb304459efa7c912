import type { Corner } from './borders.js'

/** A stretch of a line. */
export type Stretch = readonly [from: number, to: number]

/** Where a level line meets the border of an area, and which way that runs there. */
interface Crossing {
  readonly x: number
  readonly turn: 1 | -1
}

/** What lies inside an area between the crossings of a level line, from left to right. */
function stretchesBetween(crossings: Crossing[]): Stretch[] {
  crossings.sort((a, b) => a.x - b.x)
  let winding = 0
  return crossings.flatMap(({ x, turn }, i) => {
    winding += turn
    const to = crossings[i + 1]?.x ?? x
    return winding !== 0 && to > x ? [[x, to] as const] : []
  })
}

const crossingAt = (y: number, [fromX, fromY]: Corner, [toX, toY]: Corner): Crossing => ({
  x: fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX),
  turn: toY > fromY ? 1 : -1,
})

/** Where a level line runs inside an area, from left to right; rings of holes run against the outer ones. */
export function stretchesAt(rings: readonly (readonly Corner[])[], y: number): Stretch[] {
  return stretchesBetween(
    rings.flatMap((ring) =>
      ring.slice(1).flatMap((to, i) => {
        const from = ring[i] ?? to
        return from[1] > y === to[1] > y ? [] : [crossingAt(y, from, to)]
      }),
    ),
  )
}

/** Slanting lines that fill an area, `gap` apart on the level. */
export function hatchedArea(rings: readonly (readonly Corner[])[], gap: number): Corner[][] {
  const levels = new Map<number, Crossing[]>()
  for (const ring of rings)
    ring.slice(1).forEach((to, i) => {
      const [start, end] = [turned(ring[i] ?? to), turned(to)]
      const [low, high] = start[1] < end[1] ? [start[1], end[1]] : [end[1], start[1]]
      for (let line = Math.floor((low - OFF) / gap) + 1; line * gap + OFF <= high; line++) {
        const crossing = crossingAt(line * gap + OFF, start, end)
        const met = levels.get(line)
        if (met === undefined) levels.set(line, [crossing])
        else met.push(crossing)
      }
    })
  return [...levels]
    .sort(([a], [b]) => a - b)
    .flatMap(([line, crossings]) =>
      stretchesBetween(crossings).map(([from, to]) => [
        cornerAt(from, line * gap + OFF),
        cornerAt(to, line * gap + OFF),
      ]),
    )
}

/** Turned by 45 degrees, slanting lines are level ones. */
const turned = ([x, y]: Corner): Corner => [x - y, x + y]
/** Lines that run through no corner of whole or tenths of pixels have no doubtful ends. */
const OFF = 0.013
const cornerAt = (along: number, level: number): Corner => [tenth((along + level) / 2), tenth((level - along) / 2)]
const tenth = (value: number): number => Math.round(value * 10) / 10
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)

/** A place for a box, and how wide the area is there; 0 where the box is too high for it. */
export interface PlaceForBox {
  readonly x: number
  readonly y: number
  readonly width: number
}

/**
 * Where a box stands best in an area: where it has most room to both sides, up to enough, and then near the middle of
 * its height.
 */
export function placeFor(
  rings: readonly (readonly Corner[])[],
  { width, height }: { readonly width: number; readonly height: number },
): PlaceForBox {
  const levels = rings.flat().map(([, y]) => y)
  const [top, bottom] = [least(levels), most(levels)]
  const middle = (top + bottom) / 2
  let best: PlaceForBox & { readonly worth: number } = { x: 0, y: middle, width: 0, worth: Number.NEGATIVE_INFINITY }
  for (let y = top + height / 2; y <= bottom - height / 2; y += STEP)
    for (const [from, to] of [-0.5, -0.25, 0, 0.25, 0.5]
      .map((part) => stretchesAt(rings, y + part * height))
      .reduce(common)) {
      const worth = Math.min((to - from) / width, ENOUGH) - (0.5 * Math.abs(y - middle)) / (bottom - top)
      if (worth > best.worth) best = { x: (from + to) / 2, y, width: to - from, worth }
    }
  return best
}

/** How finely places are tried, pixels. */
const STEP = 1.5
/** More room than so many times its width does a box no good. */
const ENOUGH = 1.5

/** What two sets of stretches have in common. */
const common = (one: readonly Stretch[], other: readonly Stretch[]): Stretch[] =>
  one.flatMap(([a, b]) =>
    other.flatMap(([c, d]): Stretch[] => (Math.max(a, c) < Math.min(b, d) ? [[Math.max(a, c), Math.min(b, d)]] : [])),
  )
