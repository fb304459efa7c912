/**
 * A million points against the 7,681 wards of 2013, with the index that has to be made first, and which of the wards
 * touch. Half of the points lie within about 2 km of a ward's centre, where people live; the others anywhere in the box
 * around England.
 */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import Flatbush from 'flatbush'
import { loadBoundaries, loadTable } from '../../../dist/datasets/index.js'
import { contiguity, wardFeatures, wardLocator } from '../../../dist/geography/index.js'
import { alone, besidePeer, timed } from './apart.mjs'

const POINTS = 1_000_000
const ENGLAND = { west: -6.42, south: 49.87, east: 1.77, north: 55.82 }

/** Mulberry32: the same numbers from 0 to 1 in every run. */
function chance(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function points() {
  const table = await loadTable('wards', 'wards')
  const centres = table.objects().filter(({ longitude }) => longitude !== null)
  const next = chance(2013)
  const [longitude, latitude] = [new Float64Array(POINTS), new Float64Array(POINTS)]
  for (let i = 0; i < POINTS; i++) {
    const centre = centres[Math.floor(next() * centres.length)]
    const inTown = i % 2 === 0
    longitude[i] = inTown
      ? centre.longitude + (next() - 0.5) * 0.06
      : ENGLAND.west + next() * (ENGLAND.east - ENGLAND.west)
    latitude[i] = inTown
      ? centre.latitude + (next() - 0.5) * 0.036
      : ENGLAND.south + next() * (ENGLAND.north - ENGLAND.south)
  }
  return { longitude, latitude }
}

const wards = async () => Object.values(await loadBoundaries()).flatMap(wardFeatures)

export async function own() {
  const [features, columns] = [await wards(), await points()]
  const { result, seconds } = timed(() => wardLocator(features).wardsAt(columns).inside)
  return { found: result, seconds }
}

export async function turf() {
  const [features, { longitude, latitude }] = [await wards(), await points()]
  const { result, seconds } = timed(() => {
    const index = indexOf(features)
    let inside = 0
    for (let i = 0; i < POINTS; i++) {
      const point = [longitude[i], latitude[i]]
      if (
        index
          .search(point[0], point[1], point[0], point[1])
          .some((ward) => booleanPointInPolygon(point, features[ward]))
      )
        inside++
    }
    return inside
  })
  return { found: result, seconds }
}

function indexOf(features) {
  const index = new Flatbush(features.length)
  for (const { geometry } of features) {
    const positions = geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2)
    const [xs, ys] = [0, 1].map((axis) => positions.map((position) => position[axis]))
    index.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
  }
  index.finish()
  return index
}

async function touching(rule) {
  const features = await wards()
  const { result, seconds } = timed(() => contiguity(features, { rule }).links)
  return { found: result, seconds }
}
export const queen = () => touching('queen')
export const rook = () => touching('rook')

/** Rows of a table: what, how much was found, seconds, peak memory of the process, and the same of the peer. */
export function pointRows() {
  return [
    besidePeer(
      'wards of 1,000,000 points',
      import.meta.url,
      'own',
      'turf',
      'flatbush and @turf/boolean-point-in-polygon',
    ),
    alone('contiguity by the queen rule, links', import.meta.url, 'queen'),
    alone('contiguity by the rook rule, links', import.meta.url, 'rook'),
  ]
}
