import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceInMetres } from '../../src/geography/distance.js'
import { mostWithin } from '../../src/geography/mostWithin.js'

const home = (longitude: number, latitude: number, people: number) =>
  Object.freeze({ point: Object.freeze({ longitude, latitude }), people })
const nearNottingham = fc.record({
  longitude: fc.double({ min: -1.25, max: -1.15, noNaN: true }),
  latitude: fc.double({ min: 52.93, max: 52.98, noNaN: true }),
})

describe('mostWithin', () => {
  it('is nobody without homes and everybody where one circle holds all', () => {
    expect(mostWithin([], 1000)).toBe(0)
    expect(mostWithin([home(-1.2, 52.97, 300), home(-1.2, 52.985, 100)], 1000)).toBe(400)
  })

  it('chooses the larger of two groups too far apart for one circle', () => {
    const groups = [home(-1.2, 52.97, 300), home(-1.2, 52.971, 50), home(-1.1, 52.97, 340)]
    expect(mostWithin(groups, 1000)).toBe(350)
  })

  it('is never less than a circle around any point holds, and never more than all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(nearNottingham, fc.integer({ min: 1, max: 500 })), { minLength: 1, maxLength: 25 }),
        nearNottingham,
        fc.integer({ min: 100, max: 4000 }),
        (homes, centre, metres) => {
          const all = homes.map(([point, people]) => ({ point, people }))
          const held = all
            .filter(({ point }) => distanceInMetres(point, centre) <= metres * 0.999)
            .reduce((sum, { people }) => sum + people, 0)
          const most = mostWithin(all, metres)
          expect(most).toBeGreaterThanOrEqual(held)
          expect(most).toBeLessThanOrEqual(all.reduce((sum, { people }) => sum + people, 0))
        },
      ),
    )
  })
})
