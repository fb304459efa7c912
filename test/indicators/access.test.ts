import { describe, expect, it } from 'vitest'
import { accessMeter } from '../../src/index.js'
import { accessIndex } from '../../src/geography/index.js'
import { type Surroundings, figuresByOrigin, meterOfFigures } from '../../src/indicators/access.js'
import { frozen } from '../support/frozen.js'

/** Two points and two sites: 1,112 m and 7,784 m north of the first, 5,560 m north of the second. */
const homes = frozen([
  { longitude: -1.2, latitude: 52 },
  { longitude: -1.2, latitude: 52.02 },
])
const sites = frozen([
  { longitude: -1.2, latitude: 52.01 },
  { longitude: -1.2, latitude: 52.07 },
])
const index = accessIndex(homes, sites, 6000)
const open = { units: 2, water: 500 }
const other = { units: 1, water: 100 }
const residents = frozen([
  { origin: 0, people: 300 },
  { origin: 1, people: 100 },
])

describe('access', () => {
  it('is the share of residents within each distance, and the mean over them of what is near', () => {
    const access = accessMeter(index, [{ open }, { open: other }], [2000, 6000])(residents)
    // Both points are 1,112 m from the first site; the second alone is within 6 km of the other site.
    expect(access).toMatchObject({ people: 400 })
    expect(access?.meanDistance).toBeCloseTo(1112, -1)
    expect(access?.reach).toEqual([
      { metres: 2000, share: 100, sites: 1, units: 2, water: 500 },
      { metres: 6000, share: 100, sites: 1.25, units: 2.25, water: 525 },
    ])
  })

  it('is of open sites alone', () => {
    const access = accessMeter(index, [{ open: null }, { open: other }], [2000, 6000])(residents)
    expect(access?.reach).toEqual([
      { metres: 2000, share: 0, sites: 0, units: 0, water: 0 },
      { metres: 6000, share: 25, sites: 0.25, units: 0.25, water: 25 },
    ])
    expect(access?.meanDistance).toBeCloseTo((7784 * 300 + 5560 * 100) / 400, -1.5)
    const none = accessMeter(index, [], [2000])(residents)
    expect(none).toEqual({
      people: 400,
      meanDistance: null,
      reach: [{ metres: 2000, share: 0, sites: 0, units: 0, water: 0 }],
    })
  })

  it('is none for nobody, and one site at the distance itself counts', () => {
    const meter = accessMeter(index, [{ open }], [2000])
    expect(meter([])).toBeNull()
    expect(meter([{ origin: 0, people: 0 }])).toBeNull()
    const around: Surroundings = { nearest: () => 2000, visit: (_, each) => each(open, 2000) }
    const at = (distance: number) =>
      meterOfFigures(figuresByOrigin(around, 1, [distance]), [distance])([{ origin: 0, people: 1 }])
    expect([at(2000), at(1999)].map((access) => access?.reach[0]?.share)).toEqual([100, 0])
  })

  it('is refused beyond the radius of the index', () => {
    expect(() => accessMeter(index, [], [2000, 6001])).toThrow(
      "distance of an access meter: '6001' is not allowed. Allowed: at most the radius of the index, 6000.",
    )
    expect(() => accessMeter(index, [], [6000, 10])).not.toThrow()
  })
})

describe('figures around points', () => {
  const counting = (metres: number) => {
    const asked: number[] = []
    const around: Surroundings = {
      nearest: (origin) => {
        asked.push(origin)
        return metres
      },
      visit: (_, each) => each(open, metres),
    }
    return { asked, around }
  }

  it('are computed once for each, when first asked for', () => {
    const { asked, around } = counting(100)
    const { figures, offsetOf } = figuresByOrigin(around, 3, [500])
    expect(asked).toEqual([])
    expect([offsetOf(2), offsetOf(2), offsetOf(0)]).toEqual([8, 8, 0])
    expect(asked).toEqual([2, 0])
    expect([...figures]).toEqual([100, 1, 2, 500, 0, 0, 0, 0, 100, 1, 2, 500])
  })

  it('are taken over where they are known to be the same', () => {
    const before = counting(100)
    const known = figuresByOrigin(before.around, 2, [500])
    known.offsetOf(0)
    known.offsetOf(1)
    const after = counting(300)
    const { figures, offsetOf } = figuresByOrigin(after.around, 2, [500], {
      ...known,
      isSame: (origin) => origin === 1,
    })
    expect([offsetOf(0), offsetOf(1)]).toEqual([0, 4])
    expect(after.asked).toEqual([0])
    expect([figures[0], figures[4]]).toEqual([300, 100])
  })
})
