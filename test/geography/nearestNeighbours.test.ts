import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metresADegree } from '../../src/geography/distance.js'
import { type CodedPoint, distanceInMetres, nearestNeighbours } from '../../src/geography/index.js'
import { describeOnReference } from '../support/reference.js'

const at = (code: string, longitude: number, latitude = 52): CodedPoint => Object.freeze({ code, longitude, latitude })
/** Points on a coarse lattice, so that many lie at the same distance or at the same point. */
const lattice = fc.array(fc.tuple(fc.integer({ min: -600, max: 200 }), fc.integer({ min: 4990, max: 5580 })), {
  minLength: 3,
  maxLength: 30,
})
const places = lattice.map((points) =>
  points.map(([x, y], i) => at(`P${String(i).padStart(2, '0')}`, x / 100, y / 100)),
)

describe('nearestNeighbours', () => {
  it('finds what sorting all others by distance and then by code finds, in whatever order the places come', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 2 }), (all, count) => {
        const found = nearestNeighbours([...all].reverse(), count)
        for (const place of all) {
          const others = all
            .filter(({ code }) => code !== place.code)
            .map((other) => ({ code: other.code, metres: distanceInMetres(place, other) }))
          const nearest = others.sort((a, b) => a.metres - b.metres || (a.code < b.code ? -1 : 1)).slice(0, count)
          expect(found.of(place.code)).toEqual(nearest.map(({ code }) => code).sort())
        }
        expect([found.links, found.islands]).toEqual([count * all.length, []])
      }),
    )
  })

  it('takes a place at the same point as 0 m away, and of several the lower codes', () => {
    const found = nearestNeighbours([at('D', 0), at('B', 0), at('C', 0), at('A', 0), at('E', 0.1)], 2)
    expect(['A', 'D', 'E'].map(found.of)).toEqual([
      ['B', 'C'],
      ['A', 'B'],
      ['A', 'B'],
    ])
  })

  it('says how many neighbours each place has', () => {
    expect(nearestNeighbours([at('A', 0), at('B', 1)], 1).rule).toEqual({ kind: 'nearest', count: 1 })
  })

  it('refuses a number that is none or that the places do not reach', () => {
    for (const count of [0, 1.5, Number.NaN, 2])
      expect(() => nearestNeighbours([at('A', 0), at('B', 1)], count)).toThrow(
        'a whole number of at least 1 and less than the 2 places that were given',
      )
  })

  it('refuses a place without numbers, by its code, and two places of one code', () => {
    expect(() =>
      nearestNeighbours([at('A', 0), { code: 'B', longitude: null as unknown as number, latitude: 52 }], 1),
    ).toThrow("point of 'B' (longitude, latitude): 'null, 52' is not allowed")
    expect(() => nearestNeighbours([at('A', 0), at('A', 1)], 1)).toThrow("key 'A' stands in rows 1 and 2")
  })
})

/**
 * The centres of 49 neighbourhoods of Columbus, Ohio, in the plane (Anselin 1988; spData 2.2.1), with the four nearest
 * that spdep 1.2.7 finds.
 */
describeOnReference('nearestNeighbours of Columbus', 'spatial-moran-columbus', ({ numbers }) => {
  it('are those of knearneigh', () => {
    // On the equator, and so small that it is as good as a plane: a unit of the map is 100 m.
    const { north, east } = metresADegree(0)
    const code = (row: number): string => String(row).padStart(2, '0')
    const centres = numbers('data.csv').map(([row = 0, , , , , x = 0, y = 0]) =>
      at(code(row), (x * 100) / east, (y * 100) / north),
    )
    const found = nearestNeighbours(centres, 4)
    expect(found.codes.flatMap((each) => found.of(each).map((other) => `${each} ${other}`))).toEqual(
      numbers('neighbours_knn4.csv')
        .map(([i = 0, j = 0]) => `${code(i)} ${code(j)}`)
        .sort(),
    )
  })
})
