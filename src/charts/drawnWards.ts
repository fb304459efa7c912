import type { GridPlace } from '../geography/nationalGrid.js'
import type { Ring, WardFeature } from '../model/boundary.js'
import type { Corner } from './borders.js'
import { gridMesh } from './gridMesh.js'

/** Wards as they lie on a map. */
export interface DrawnWards {
  readonly width: number
  readonly height: number
  /** Pixels a metre. */
  readonly scale: number
  /** For each ward its rings, in whole grains from the upper left corner; those of holes run against the outer ones. */
  readonly rings: readonly (readonly (readonly Corner[])[])[]
  /** How many wards are smaller than a grain, and are drawn as a square of two. */
  readonly tiny: number
}

/** Into what wards are fitted, and how finely they are drawn, pixels. */
export interface MapRoom {
  readonly width: number
  readonly tallest: number
  readonly grain: number
}

/** Room around the wards, pixels. */
const EDGE = 4

/**
 * Places wards on the British National Grid, north up, as large as a room allows. Corners that fall on one grain are
 * drawn as one.
 *
 * @throws InputError `bad-value` for a corner outside Great Britain.
 */
export function drawnWards(wards: readonly WardFeature[], { width, tallest, grain }: MapRoom): DrawnWards {
  const toGrid = gridMesh()
  const onGrid = wards.map((ward) => polygonsOf(ward).map((polygon) => polygon.map((ring) => ring.map(toGrid))))
  const { west, east, south, north } = extentOf(onGrid.flat(2))
  const scale = Math.min((width - 2 * EDGE) / (east - west), (tallest - 2 * EDGE) / (north - south))
  const height = Math.ceil((north - south) * scale + 2 * EDGE)
  const left = (width - (east - west) * scale) / 2
  const cornerOf = ({ easting, northing }: GridPlace): Corner => [
    Math.round((left + (easting - west) * scale) / grain),
    Math.round((EDGE + (north - northing) * scale) / grain),
  ]
  let tiny = 0
  const rings = onGrid.map((polygons) => {
    const drawn = polygons.flatMap((polygon) =>
      runningAgainst(polygon).map((ring) => withoutRepeats(ring.map(cornerOf))),
    )
    if (drawn.some((ring) => areaOf(ring) !== 0)) return drawn.filter((ring) => ring.length > 3)
    tiny += 1
    return [squareAt(drawn[0]?.[0] ?? [0, 0])]
  })
  return { width, height, scale, rings, tiny }
}

const polygonsOf = ({ geometry }: WardFeature): readonly (readonly Ring[])[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

function extentOf(rings: readonly (readonly GridPlace[])[]): {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
} {
  let [west, east, south, north] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const ring of rings)
    for (const { easting, northing } of ring) {
      west = Math.min(west, easting)
      east = Math.max(east, easting)
      south = Math.min(south, northing)
      north = Math.max(north, northing)
    }
  return { west, east, south, north }
}

/** A polygon of which every hole runs against the outer ring. */
function runningAgainst(polygon: readonly (readonly GridPlace[])[]): readonly (readonly GridPlace[])[] {
  if (polygon.length < 2) return polygon
  const turns = polygon.map((ring) =>
    Math.sign(areaOf(ring.map(({ easting, northing }): Corner => [easting, northing]))),
  )
  return polygon.map((ring, i) => (i > 0 && turns[i] === turns[0] ? [...ring].reverse() : ring))
}

function withoutRepeats(ring: readonly Corner[]): Corner[] {
  return ring.filter((corner, i) => i === 0 || corner[0] !== ring[i - 1]?.[0] || corner[1] !== ring[i - 1]?.[1])
}

/** The area within a ring, by the rule of the surveyor; its sign tells which way round it runs. */
function areaOf(ring: readonly Corner[]): number {
  const [originX, originY] = ring[0] ?? [0, 0]
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [from, to] = [ring[i - 1], ring[i]]
    if (from !== undefined && to !== undefined)
      twice += (from[0] - originX) * (to[1] - originY) - (to[0] - originX) * (from[1] - originY)
  }
  return twice / 2
}

const squareAt = ([x, y]: Corner): Corner[] => [
  [x, y],
  [x + 2, y],
  [x + 2, y + 2],
  [x, y + 2],
  [x, y],
]
