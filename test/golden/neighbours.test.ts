import { beforeAll, describe, expect, it } from 'vitest'
import { loadBoundaries, loadTable } from '../../src/datasets/index.js'
import {
  type CodedPoint,
  contiguity,
  distanceBand,
  nearestNeighbours,
  type Neighbours,
  type WardFeature,
  wardFeatures,
} from '../../src/geography/index.js'
import { rowsOf, type WardRow } from '../../src/tables/index.js'

/*
 * Figures of other implementations on the committed boundaries and centres: libpysal 4.14.1 (Queen and Rook, which
 * compare coordinates), shapely 2.1.2 (`dwithin` of the borders on the National Grid by pyproj 3.7.2) and the geodesics
 * of pyproj.
 */

let features: readonly WardFeature[]
let wards: readonly WardRow[]
let centres: readonly CodedPoint[]
let queen: Neighbours
let rook: Neighbours
beforeAll(async () => {
  features = Object.values(await loadBoundaries()).flatMap(wardFeatures)
  wards = rowsOf<WardRow>(await loadTable('wards', 'wards'), [
    'ward_code',
    'ward_name',
    'district_code',
    'district_name',
    'longitude',
    'latitude',
  ])
  centres = wards.flatMap(({ ward_code, longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [{ code: ward_code, longitude, latitude }],
  )
  queen = contiguity(features, { rule: 'queen' })
  rook = contiguity(features, { rule: 'rook' })
})

const links = ({ codes, of }: Neighbours): (readonly [string, string])[] =>
  codes.flatMap((code) => of(code).map((other) => [code, other] as const))
const acrossDistricts = (neighbours: Neighbours): number => {
  const districts = new Map(wards.map(({ ward_code, district_code }) => [ward_code, district_code]))
  return links(neighbours).filter(([a, b]) => districts.get(a) !== districts.get(b)).length
}

describe('the contiguity of the wards of England', () => {
  it(
    'at equal coordinates has the 33,970 links of libpysal’s queen and the 33,324 of its rook, none across ' +
      'districts',
    () => {
      const [exactQueen, exactRook] = (['queen', 'rook'] as const).map((rule) =>
        contiguity(features, { rule, snap: 0 }),
      )
      expect([exactQueen?.links, exactRook?.links]).toEqual([33_970, 33_324])
      expect(exactQueen === undefined ? undefined : acrossDistricts(exactQueen)).toBe(0)
      const shared = new Set(links(rook).map(String))
      expect(exactRook === undefined ? [] : links(exactRook).filter((link) => !shared.has(String(link)))).toEqual([])
    },
  )

  it('within 4 m has the 43,872 links of shapely, 9,878 of them across districts', () => {
    expect([queen.links, acrossDistricts(queen)]).toEqual([43_872, 9878])
  })

  it('by the rook rule has 42,916, every one of them a link by the queen rule', () => {
    expect([rook.links, links(rook).every(([a, b]) => queen.of(a).includes(b))]).toEqual([42_916, true])
  })

  it('within 1 m has the 43,750 links of shapely', () => {
    expect(contiguity(features, { rule: 'queen', snap: 1 }).links).toBe(43_750)
  })

  it('leaves the five Isles of Scilly, each a ward of its own, and no other ward without a neighbour', () => {
    const names = new Map(
      wards.map(({ ward_code, ward_name, district_name }) => [ward_code, `${ward_name}, ${district_name}`]),
    )
    const scilly = ['Bryher', 'St. Agnes', "St. Martin's", "St. Mary's", 'Tresco'].map(
      (name) => `${name}, Isles of Scilly`,
    )
    expect(queen.islands.map((code) => names.get(code))).toEqual(scilly)
    expect(rook.islands).toEqual(queen.islands)
  })

  it('joins the Isle of Wight to nothing across the Solent', () => {
    const onTheIsle = new Set(
      wards.filter(({ district_name }) => district_name === 'Isle of Wight').map(({ ward_code }) => ward_code),
    )
    expect(onTheIsle.size).toBe(39)
    expect(links(queen).filter(([a, b]) => onTheIsle.has(a) !== onTheIsle.has(b))).toEqual([])
  })
})

describe('the centres of the wards of England', () => {
  it.each([
    [2000, 18_722, 2386],
    [5000, 90_918, 525],
    [10_000, 294_902, 17],
  ])('have within %i m the %i neighbours and %i islands of pyproj’s geodesics', (metres, expected, islands) => {
    const found = distanceBand(centres, metres)
    expect([found.links, found.islands.length]).toEqual([expected, islands])
  })

  it('have six nearest neighbours each, most of them wards that touch or lie behind one that does', () => {
    const nearest = nearestNeighbours(centres, 6)
    const near = ([a, b]: readonly [string, string]): boolean =>
      queen.of(a).some((code) => code === b || queen.of(code).includes(b))
    expect(nearest.links).toBe(6 * centres.length)
    expect(links(nearest).filter(near).length / nearest.links).toBeGreaterThan(0.95)
  })
})
