import { describe, expect, it } from 'vitest'
import {
  NEAREST_WITHIN,
  noteGrid,
  noteSharedPoints,
  noteWard,
  pointOf,
  wardFinder,
} from '../../../src/derive/activePlaces/placing.js'
import { QualityReport } from '../../../src/sources/index.js'

const BEECHDALE = { longitude: -1.192334, latitude: 52.96079 }
const at = (metres: number) => wardFinder({ nearestWard: () => ({ code: 'E05000001', metres }) })(BEECHDALE)
const rules = (tell: (report: QualityReport) => void) => {
  const report = new QualityReport({ file: 'f.csv' })
  tell(report)
  return report.reported.quality.map(({ rule }) => rule)
}

describe('wardFinder', () => {
  it('gives a point outside the wards the nearest within 50 m, and none beyond', () => {
    expect([at(0).code, at(NEAREST_WITHIN).code, at(NEAREST_WITHIN + 1).code]).toEqual(['E05000001', 'E05000001', null])
  })

  it('looks a point up once', () => {
    let asked = 0
    const wardOf = wardFinder({
      nearestWard: () => {
        asked += 1
        return null
      },
    })
    expect([wardOf(BEECHDALE).code, wardOf({ ...BEECHDALE }).code, asked]).toEqual([null, null, 1])
  })
})

describe('what is noted of a place', () => {
  it('is a ward that is only the nearest, or none; nothing of a point inside one', () => {
    const told = (metres: number) => rules((report) => noteWard(report, at(metres), { row: 2, site_id: '1' }))
    expect([told(0), told(3), told(51)]).toEqual([[], ['outside-generalised-boundary'], ['outside-every-ward']])
  })

  it('is a pair of coordinates that disagrees with the other by more than 10 m', () => {
    const told = (northing: number) =>
      rules((report) => noteGrid(report, BEECHDALE, { row: 2, easting: 454350, northing }))
    expect([told(340682), told(340700)]).toEqual([[], ['coordinates-disagree']])
  })

  it('is several sites at one point', () => {
    const sites = ['1', '2'].map((site_id) => ({ site_id, ...BEECHDALE }))
    expect(rules((report) => noteSharedPoints(report, sites))).toEqual(['sites-at-one-point'])
    expect(rules((report) => noteSharedPoints(report, sites.slice(1)))).toEqual([])
  })
})

describe('pointOf', () => {
  it('is a point to the sixth decimal of a degree', () => {
    expect(pointOf({ longitude: -1.19233449, latitude: 52.9607851 })).toEqual({
      longitude: -1.192334,
      latitude: 52.960785,
    })
  })
})
