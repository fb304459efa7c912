import { describe, expect, it } from 'vitest'
import { areaShares } from '../../../src/derive/crosswalks/areaShares.js'
import { areaOf } from '../../support/areas.js'

const ward = (ward_code: string, west: number, east: number) =>
  areaOf(ward_code, [
    [west, 52],
    [east, 52],
    [east, 53],
    [west, 53],
    [west, 52],
  ])

describe('areaShares', () => {
  it('divides a ward by area', () => {
    expect(areaShares([ward('old', 0, 4)], 'WD13', [ward('a', 0, 3), ward('b', 3, 4)], 'WD25')).toEqual([
      { list: 'WD13', ward_code: 'old', other_list: 'WD25', other_ward_code: 'a', share: 0.75 },
      { list: 'WD13', ward_code: 'old', other_list: 'WD25', other_ward_code: 'b', share: 0.25 },
    ])
  })

  it('leaves the sea and slivers of generalised borders out', () => {
    expect(
      areaShares([ward('old', 0, 4)], 'WD13', [ward('a', 1, 3.98), ward('b', 3.98, 4)], 'WD25').map(
        ({ other_ward_code, share }) => [other_ward_code, share],
      ),
    ).toEqual([['a', 1]])
  })

  it('refuses a ward that lies nowhere', () => {
    expect(() => areaShares([ward('old', 0, 4)], 'WD13', [ward('a', 8, 9)], 'WD25')).toThrow(
      'old lies in no ward of WD25',
    )
  })
})
