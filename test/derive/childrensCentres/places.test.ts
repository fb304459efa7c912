import { describe, expect, it } from 'vitest'
import { centrePlacer } from '../../../src/derive/childrensCentres/places.js'

const ASPLEY = { longitude: -1.2, latitude: 52.97 }
const NEAR = { longitude: -1.21, latitude: 52.98 }
/** Wards as strips of a hundredth of a degree of longitude. */
const wardAt = ({ longitude }: { longitude: number }) => `W${Math.floor(longitude * 100)}`
const place = centrePlacer({
  postcodes: new Map([
    ['NG8 5PJ', ASPLEY],
    ['NG8 3AP', NEAR],
  ]),
  centres: {
    sector: (postcode) => (postcode.startsWith('NG8 4') ? { point: ASPLEY, within: 1500 } : null),
    district: (postcode) => (postcode.startsWith('NG8') ? { point: NEAR, within: 4000 } : null),
  },
  wardAt,
})
const at = (postcode: string | null, firstPostcode = postcode) => place({ firstPostcode, postcode })

describe('the place of a centre', () => {
  it('is within 500 m of the point of its postcode, in the ward of that point', () => {
    expect(at('NG8 5PJ')).toMatchObject({ ...ASPLEY, known_by: 'postcode', within_m: 500, ward_code: 'W-120' })
  })

  it('is the circle of its sector, else of its district, in no ward for certain', () => {
    expect(at('NG8 4PD')).toMatchObject({ ...ASPLEY, known_by: 'postcode sector', within_m: 1500, ward_code: null })
    expect(at('NG8 9ZZ')).toMatchObject({ ...NEAR, known_by: 'postcode district', within_m: 4000, ward_code: null })
    expect(at('NG8 4PD').possible_wards?.split(' ')).toContain('W-121')
  })

  it('is not known without a postcode, or of a district of which nothing is', () => {
    for (const postcode of [null, 'HR1 1AA'])
      expect(at(postcode)).toEqual({
        postcode,
        longitude: null,
        latitude: null,
        known_by: 'none',
        within_m: null,
        ward_code: null,
        possible_wards: null,
      })
  })

  it('holds the first address too where the last is another, as the day between is not known', () => {
    // The two points lie 1,299.9 m apart on the ellipsoid; each is known within 500 m.
    expect(at('NG8 5PJ', 'NG8 3AP')).toMatchObject({ ...ASPLEY, within_m: 1800 })
  })

  it('is that of the first postcode where the last list has none', () => {
    expect(at(null, 'NG8 5PJ')).toMatchObject({ postcode: 'NG8 5PJ', known_by: 'postcode' })
  })
})
