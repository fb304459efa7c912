import { describe, expect, it } from 'vitest'
import { readOutputAreaPoints, readOutputAreas } from '../../../src/sources/index.js'
import { textFile } from '../../support/sources.js'

const header = 'oa11cd,lsoa11cd,wd13cd,wd25cd'
const row = 'E00069658,E01013814,E05001822,E05012281'

describe('readOutputAreas', () => {
  it('gives each output area its small area and wards', () => {
    expect(readOutputAreas(textFile('a.csv', `${header}\n${row}\n`)).outputAreas).toEqual([
      { output_area: 'E00069658', lsoa_2011: 'E01013814', ward_2013: 'E05001822', ward_2025: 'E05012281' },
    ])
  })

  it.each([
    ['an output area twice', `${row}\n${row}`, "key 'E00069658' stands in rows 2 and 3"],
    ['an output area without a ward', 'E00069658,E01013814,,E05012281', "row 2, column 'wd13cd'"],
    ['an LSOA in its place', 'E01069658,E01013814,E05001822,E05012281', "row 2, column 'oa11cd'"],
  ])('refuses %s', (_, rows, message) => {
    expect(() => readOutputAreas(textFile('a.csv', `${header}\n${rows}\n`))).toThrow(message)
  })
})

describe('readOutputAreaPoints', () => {
  it('gathers the points of an output area, and counts postcodes without one', () => {
    const { pointsOf, counts } = readOutputAreaPoints(
      textFile('a.csv', 'lat,long,oa11cd\n52.1,-1,E00000001\n52.3,-1.2,E00000001\n52.3,-1.2,\n'),
    )
    expect(pointsOf.get('E00000001')).toEqual([
      { longitude: -1, latitude: 52.1 },
      { longitude: -1.2, latitude: 52.3 },
    ])
    expect(counts.setAside).toEqual([{ reason: 'without an output area', rows: 1 }])
  })
})
