import { describe, expect, it } from 'vitest'
import { withoutSharedPoints } from '../../../src/derive/libraries/sharedPoints.js'
import type { PlacedRow } from '../../../src/derive/libraries/editions.js'
import type { Point } from '../../../src/model/ward.js'
import { QualityReport } from '../../../src/sources/quality.js'
import { placedRow } from '../../support/placedRow.js'

const HERE: Point = Object.freeze({ longitude: -1.93, latitude: 52.5 })
const FAR: Point = Object.freeze({ longitude: -1.6, latitude: 52.7 })
/** Small areas at 500 m from each other around both points. */
const smallAreas = [HERE, FAR].flatMap(({ longitude, latitude }) =>
  Array.from({ length: 100 }, (_, i) => ({
    longitude: longitude + ((i % 10) - 5) / 135,
    latitude: latitude + (Math.floor(i / 10) - 5) / 222,
  })),
)
const row = (name: string, postcode: string): PlacedRow => placedRow({ edition: '2023', name, postcode })

function kept(rows: readonly (readonly [PlacedRow, Point])[], ward: string | null): string[] {
  const report = new QualityReport({ file: 'list.csv' })
  const points = withoutSharedPoints(new Map(rows), { smallAreas, wardNameAt: () => ward }, report)
  const left = report.reported.quality.filter(({ rule }) => rule === 'coordinates-of-another-row')
  expect(left.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length - points.size)
  return [...points.keys()].map(({ name }) => name)
}

describe('withoutSharedPoints', () => {
  const [erdington, handsworth] = [row('Erdington', 'B24 9HP'), row('Handsworth', 'B21 9DP')]
  const shared = [
    [erdington, HERE],
    [handsworth, { ...HERE, longitude: HERE.longitude + 0.0001 }],
  ] as const

  it('leaves the coordinates to the row whose name the ward at the point bears', () => {
    expect(kept(shared, 'Handsworth Wood')).toEqual(['Handsworth'])
    expect(kept(shared, 'Erdington')).toEqual(['Erdington'])
  })

  it('else to the only one whose sector or district lies there', () => {
    const others = [
      [row('Short Heath', 'B24 1AA'), FAR],
      [row('Lozells', 'B21 8AA'), { ...HERE, latitude: HERE.latitude + 0.01 }],
    ] as const
    expect(kept([...shared, ...others], null)).toEqual(['Handsworth', 'Short Heath', 'Lozells'])
  })

  it('else to none of them', () => {
    expect(kept(shared, null)).toEqual([])
  })

  it('leaves two libraries of one sector at one point, and those some way apart', () => {
    expect(
      kept(
        [
          [row('Bury', 'BL9 0DG'), HERE],
          [row('Bury Archives', 'BL9 0DR'), HERE],
        ],
        null,
      ),
    ).toHaveLength(2)
    expect(
      kept(
        [
          [erdington, HERE],
          [handsworth, { ...HERE, latitude: HERE.latitude + 0.001 }],
        ],
        null,
      ),
    ).toHaveLength(2)
  })
})
