import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CodedPoint, distanceBand, distanceInMetres } from '../../src/geography/index.js'

const at = (code: string, longitude: number, latitude = 52): CodedPoint => Object.freeze({ code, longitude, latitude })
const inEngland = fc.tuple(
  fc.double({ min: -6, max: 2, noNaN: true }),
  fc.double({ min: 49.9, max: 55.8, noNaN: true }),
)
const places = fc
  .array(inEngland, { minLength: 2, maxLength: 30 })
  .map((points) => points.map(([x, y], i) => at(`P${String(i).padStart(2, '0')}`, x, y)))

describe('distanceBand', () => {
  it(
    'finds what a search through every pair finds, up to the length of England, in whatever order the ' + 'places come',
    () => {
      fc.assert(
        fc.property(places, fc.double({ min: 1, max: 700_000, noNaN: true }), (all, metres) => {
          const found = distanceBand([...all].reverse(), metres)
          for (const place of all)
            expect(found.of(place.code)).toEqual(
              all
                .filter((other) => other !== place && distanceInMetres(place, other) <= metres)
                .map(({ code }) => code),
            )
        }),
      )
    },
  )

  it('is mutual, and a larger band holds a smaller one', () => {
    fc.assert(
      fc.property(
        places,
        fc.integer({ min: 1, max: 300_000 }),
        fc.integer({ min: 0, max: 300_000 }),
        (all, metres, more) => {
          const [small, large] = [distanceBand(all, metres), distanceBand(all, metres + more)]
          for (const { code } of all)
            for (const other of small.of(code))
              expect([small.of(other).includes(code), large.of(code).includes(other)]).toEqual([true, true])
        },
      ),
    )
  })

  it('counts a place that lies exactly at the distance, and one at the same point', () => {
    const all = [at('A', 0), at('B', 0.1, 52.1), at('C', 0)]
    expect(distanceBand(all, distanceInMetres(at('A', 0), at('B', 0.1, 52.1))).of('A')).toEqual(['B', 'C'])
  })

  it('tells the places with nothing near as islands, with the distance that was used', () => {
    expect(distanceBand([at('A', 0), at('B', 1), at('C', 1.01)], 5000)).toMatchObject({
      rule: { kind: 'within', metres: 5000 },
      islands: ['A'],
      links: 2,
    })
    expect(distanceBand([], 5000)).toMatchObject({ codes: [], links: 0 })
  })

  it('refuses a distance that is no positive number, and a place without numbers', () => {
    for (const metres of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => distanceBand([at('A', 0)], metres)).toThrow('distance of neighbours')
    expect(() => distanceBand([at('A', Number.NaN)], 1)).toThrow("point of 'A' (longitude, latitude)")
  })
})
