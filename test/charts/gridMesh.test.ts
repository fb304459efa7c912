import { describe, expect, it } from 'vitest'
import { gridMesh } from '../../src/charts/gridMesh.js'
import { toNationalGrid } from '../../src/geography/index.js'

describe('the mesh of the grid', () => {
  it('is within 2 m of the grid all over England', () => {
    const toGrid = gridMesh()
    for (let longitude = -5.5; longitude <= 1.75; longitude += 0.173)
      for (let latitude = 50; latitude <= 55.8; latitude += 0.131) {
        const [rough, exact] = [toGrid([longitude, latitude]), toNationalGrid({ longitude, latitude })]
        expect(Math.hypot(rough.easting - exact.easting, rough.northing - exact.northing)).toBeLessThan(2)
      }
  })

  it('refuses a point outside Great Britain, naming it', () => {
    expect(() => gridMesh()([2.35, 48.86])).toThrow("longitude, latitude: '2.35, 48.86' is not allowed")
    expect(() => gridMesh()([Number.NaN, 52])).toThrow('is not allowed')
  })
})
