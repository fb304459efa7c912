import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Point, accessIndex, distanceInMetres } from '../../src/geography/index.js'

const at = (longitude: number, latitude: number): Point => Object.freeze({ longitude, latitude })
const nearNottingham = fc.record({
  longitude: fc.double({ min: -1.4, max: -1, noNaN: true }),
  latitude: fc.double({ min: 52.85, max: 53.1, noNaN: true }),
})

describe('accessIndex', () => {
  it('finds what a search through every site finds, nearest first', () => {
    fc.assert(
      fc.property(
        fc.array(nearNottingham, { minLength: 1, maxLength: 5 }),
        fc.array(nearNottingham, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 12_000 }),
        (origins, sites, radius) => {
          const index = accessIndex(origins, sites, radius)
          origins.forEach((origin, i) => {
            const all = sites
              .map((site, position) => ({ site: position, metres: distanceInMetres(origin, site) }))
              .sort((a, b) => a.metres - b.metres || a.site - b.site)
            expect(index.within(i)).toEqual(all.filter(({ metres }) => metres <= radius))
            expect(index.nearest(i, () => true)).toEqual(all[0])
            const odd = (site: number): boolean => site % 2 === 1
            expect(index.nearest(i, odd)).toEqual(all.find(({ site }) => odd(site)) ?? null)
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('finds an open site however many nearer ones are closed', () => {
    const sites = Array.from({ length: 40 }, (_, i) => at(-1.2 + i * 0.02, 52.97))
    expect(accessIndex([at(-1.2, 52.97)], sites, 2000).nearest(0, (site) => site === 39)?.site).toBe(39)
  })

  it('takes the nearest by the ellipsoid, where a sphere has another one', () => {
    const here = at(-1.2, 52.97)
    const closed = Array.from({ length: 12 }, (_, i) => at(-1.2 + i * 1e-4, 52.97))
    const [east, north] = [at(-1.2 + 0.14935, 52.97), at(-1.2, 52.97 + 0.0901)]
    const [metresEast, metresNorth] = [east, north].map((site) => distanceInMetres(here, site))
    expect((metresEast ?? 0) - (metresNorth ?? 0)).toBeGreaterThan(1)
    expect((metresEast ?? 0) - (metresNorth ?? 0)).toBeLessThan(13)
    const index = accessIndex([here], [...closed, east, north], 1000)
    expect(index.nearest(0, (site) => site >= 12)?.site).toBe(13)
  })

  it('passes over sites without coordinates and keeps the positions of the others', () => {
    const index = accessIndex([at(-1.2, 52.97)], [null, at(-1.2, 52.98), null], 4000)
    expect(index.within(0).map(({ site }) => site)).toEqual([1])
  })

  it(
    'knows nothing near when there are no sites, and refuses a radius that is none and an origin that is ' +
      'not there',
    () => {
      expect(accessIndex([at(0, 52)], [null], 4000).nearest(0, () => true)).toBeNull()
      expect(() => accessIndex([], [], 0)).toThrow('radius of an access index')
      expect(() => accessIndex([at(0, 52)], [at(0, 52)], 10).within(3)).toThrow('origin of an access index')
    },
  )
})
