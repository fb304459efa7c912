import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  type LsoaCode,
  overlaps,
  smallAreaCrosswalk,
  sourceCode,
  type SmallAreaTables,
  type Vintage,
} from '../../src/geography/index.js'

const ward = (ward_code: string, lists: string) => ({
  ward_code,
  ward_name: ward_code,
  district_code: 'E06000001',
  district_name: 'Example',
  lists,
})
const piece = (
  lsoa_2011: string,
  lsoa_2021: string,
  change: 'U' | 'S' | 'M',
  people_2022: number,
  ward_2025: string,
  ward_2011 = 'E05000001',
) => ({ lsoa_2011, lsoa_2021, change, people_2022, ward_2025, ward_2011 })
/** E05000001 of 2013 falls to 2 and 3; 4 stays; 5 has no LSOA and lies in 3 by area; 6 has none and stays. */
const tables: SmallAreaTables = {
  pieces: [
    piece('E01000001', 'E01000001', 'U', 1100, 'E05000002'),
    piece('E01000002', 'E01000021', 'S', 300, 'E05000002'),
    piece('E01000002', 'E01000022', 'S', 100, 'E05000003'),
    piece('E01000003', 'E01000031', 'M', 500, 'E05000004', 'E05000004'),
    piece('E01000004', 'E01000031', 'M', 700, 'E05000004', 'E05000004'),
  ],
  lsoas: [
    { lsoa_code: 'E01000001', ward_code: 'E05000001' },
    { lsoa_code: 'E01000002', ward_code: 'E05000001' },
    { lsoa_code: 'E01000003', ward_code: 'E05000004' },
    { lsoa_code: 'E01000004', ward_code: 'E05000004' },
  ],
  populations: ['E01000001', 'E01000002', 'E01000003', 'E01000004'].map((lsoa_code, i) => ({
    lsoa_code,
    people_2017: [1000, 800, 400, 600][i] ?? 0,
    people_2020: 1,
  })),
  bridge: [
    { lsoa_2001: 'E01000001', lsoa_2011: 'E01000001', change: 'U' },
    { lsoa_2001: 'E01000009', lsoa_2011: 'E01000002', change: 'S' },
    { lsoa_2001: 'E01000009', lsoa_2011: 'E01000003', change: 'S' },
  ],
  outputAreas: [],
  areaShares: [{ list: 'WD13', ward_code: 'E05000005', other_list: 'WD25', other_ward_code: 'E05000003', share: 1 }],
  codes: [
    ward('E05000001', '2011 2013'),
    ward('E05000002', '2025'),
    ward('E05000003', '2025'),
    ward('E05000004', '2011 2013 2025'),
    ward('E05000005', '2013'),
    ward('E05000006', '2013 2025'),
  ],
}
const links = (from: Vintage, to: Vintage, options = {}, from_ = tables) =>
  smallAreaCrosswalk(from_, from, to, options).links.map(({ source, target, share, basis }) => [
    source.slice(-2),
    target.slice(-2),
    Number(share.toFixed(4)),
    basis,
  ])

describe('smallAreaCrosswalk', () => {
  it('divides a ward by the residents of its LSOAs, and leaves one whose code is in both lists alone', () => {
    // Of the 800 residents of the split LSOA a quarter live in the part that went to ward 3.
    expect(links('WD13', 'WD25')).toEqual([
      ['01', '02', 0.8889, 'residents'],
      ['01', '03', 0.1111, 'residents'],
      ['04', '04', 1, 'code'],
      ['05', '03', 1, 'area'],
      ['06', '06', 1, 'code'],
    ])
  })

  it('weights by the residents of the year that is asked for', () => {
    expect(links('WD13', 'WD25', { year: 2022 })[0]).toEqual(['01', '02', 0.9333, 'residents'])
    expect(links('WD13', 'WD25', { year: 2020 })[0]).toEqual(['01', '02', 0.875, 'residents'])
    expect(smallAreaCrosswalk(tables, 'WD13', 'WD25').weights).toBe('residents, mid-2017')
  })

  it('follows LSOAs through two censuses: unchanged, split, and merged whole', () => {
    expect(links('LSOA11', 'LSOA21')).toEqual([
      ['01', '01', 1, 'code'],
      ['02', '21', 0.75, 'residents'],
      ['02', '22', 0.25, 'residents'],
      ['03', '31', 1, 'whole'],
      ['04', '31', 1, 'whole'],
    ])
    expect(links('LSOA01', 'LSOA11')).toEqual([
      ['01', '01', 1, 'code'],
      ['09', '02', 0.6667, 'residents'],
      ['09', '03', 0.3333, 'residents'],
    ])
  })

  it('says how an LSOA changed, and that the parts of a split one are whole on the way back', () => {
    const changes = (from: Vintage, to: Vintage) =>
      smallAreaCrosswalk(tables, from, to).links.map(({ source, change }) => `${source.slice(-2)} ${change ?? '-'}`)
    expect([changes('LSOA11', 'LSOA21'), changes('LSOA11', 'WD25')[0]]).toEqual([
      ['01 U', '02 S', '02 S', '03 M', '04 M'],
      '01 -',
    ])
    expect(links('LSOA21', 'LSOA11').map(([source, , , basis]) => [source, basis])).toEqual([
      ['01', 'code'],
      ['21', 'whole'],
      ['22', 'whole'],
      ['31', 'residents'],
      ['31', 'residents'],
    ])
  })

  it('never completes an area with an LSOA that no LSOA of 2001 went before', () => {
    expect(smallAreaCrosswalk(tables, 'LSOA01', 'WD13').incomplete).toEqual(['E05000004'])
    expect(smallAreaCrosswalk(tables, 'LSOA01', 'WD13').weights).toBe(
      'residents, mid-2017; those of an LSOA of 2011 made from several of 2001 divided equally',
    )
  })

  it('puts LSOAs into wards, and says that these are made of smaller areas', () => {
    expect(links('LSOA21', 'WD13').map(([source, target, share]) => [source, target, share])).toEqual([
      ['01', '01', 1],
      ['21', '01', 1],
      ['22', '01', 1],
      ['31', '04', 1],
    ])
    expect([
      smallAreaCrosswalk(tables, 'LSOA21', 'WD13').sourcesAre,
      smallAreaCrosswalk(tables, 'WD13', 'WD25').sourcesAre,
    ]).toEqual(['smaller', 'alike'])
  })

  it('lists every area of both lists, those that lie nowhere too', () => {
    const { sources, targets } = smallAreaCrosswalk(tables, 'WD25', 'WD11')
    expect([sources.map((code) => code.slice(-2)), targets.map((code) => code.slice(-2))]).toEqual([
      ['02', '03', '04', '06'],
      ['01', '04'],
    ])
  })

  const area = (output_area: string, ward_2025: string) => ({
    output_area,
    lsoa_2011: 'E01000001',
    ward_2013: 'E05000001',
    ward_2025,
    postcodes: 1,
    longitude: 0,
    latitude: 52,
  })
  const fine = {
    ...tables,
    outputAreas: [area('E00000001', 'E05000002'), area('E00000002', 'E05000003'), area('E00000003', 'E05000003')],
  }

  it('divides a ward by its output areas where there are any, unless LSOAs are asked for', () => {
    expect(links('WD13', 'WD25', {}, fine).slice(0, 2)).toEqual([
      ['01', '02', 0.3333, 'output areas'],
      ['01', '03', 0.6667, 'output areas'],
    ])
    expect(links('WD13', 'WD25', { detail: 'lsoa' }, fine)).toEqual(links('WD13', 'WD25'))
    expect(
      overlaps(smallAreaCrosswalk(fine, 'WD13', 'WD25')).find(({ target }) => target === 'E05000003')?.bases,
    ).toEqual(['output areas', 'area'])
  })

  it('puts output areas into LSOAs whole, and into wards', () => {
    expect(links('OA11', 'LSOA11', {}, fine)[0]).toEqual(['01', '01', 1, 'whole'])
    expect(links('OA11', 'WD25', {}, fine)).toEqual([
      ['01', '02', 1, 'output areas'],
      ['02', '03', 1, 'output areas'],
      ['03', '03', 1, 'output areas'],
    ])
  })

  it('says what a code of another list is', () => {
    const { explain } = smallAreaCrosswalk(tables, 'WD13', 'WD25')
    expect(explain('E05000002')).toEqual({
      what: 'E05000002 (Example) in the wards of 2025',
      remedy: 'The table may be on the wards of 2025 already.',
    })
    expect(smallAreaCrosswalk(tables, 'WD11', 'WD25').explain('E05000005').remedy).toBe(
      "If the table is on the wards of 2013, take loadCrosswalk('WD13', 'WD25').",
    )
    expect(smallAreaCrosswalk(tables, 'LSOA21', 'LSOA11').explain('E05000001').remedy).toBe(
      'Check which list the codes are of; look the area up by its name and district if the code is wrong.',
    )
    expect(explain('E01000021').what).toBe('among the LSOAs of 2021')
    expect(explain('E01000001')).toEqual({
      what: 'among the LSOAs of 2001 and the LSOAs of 2011 and the LSOAs of 2021',
      remedy:
        'If the table is on the LSOAs of 2001 or the LSOAs of 2011 or the LSOAs of 2021, take ' +
        "loadCrosswalk('LSOA01', 'WD25') or loadCrosswalk('LSOA11', 'WD25') or loadCrosswalk('LSOA21', 'WD25').",
    })
    expect(explain('Aspley')).toMatchObject({ what: 'no code of an area' })
  })

  it('gives a code of its list a type of its own, and refuses others with row and column', () => {
    const crosswalk = smallAreaCrosswalk(tables, 'LSOA21', 'WD13')
    const code = sourceCode(crosswalk, ' e01000021')
    expect(code).toBe('E01000021')
    expectTypeOf(code).toEqualTypeOf<LsoaCode<'LSOA21'>>()
    expect(() => sourceCode(crosswalk, 'E01000002', { file: 'a.csv', row: 4, column: 'lsoa' })).toThrow(
      "a.csv, row 4, column 'lsoa': 'E01000002' is not among the LSOAs of 2021; it is among the LSOAs of " +
        "2011. If the table is on the LSOAs of 2011, take loadCrosswalk('LSOA11', 'WD13').",
    )
  })

  it.each<[string, () => unknown, string]>([
    [
      'wards into LSOAs',
      () => smallAreaCrosswalk(tables, 'WD13', 'LSOA11'),
      'a figure of wards of 2013 says nothing of their parts',
    ],
    ['anything into output areas', () => smallAreaCrosswalk(tables, 'LSOA11', 'OA11'), "crosswalk: 'LSOA11 to OA11'"],
    [
      'output areas into LSOAs of 2021',
      () => smallAreaCrosswalk(tables, 'OA11', 'LSOA21'),
      'from output areas of 2011 to LSOA11 or to wards',
    ],
    ['a list that there is not', () => smallAreaCrosswalk(tables, 'WD12' as never, 'WD13'), "list of areas: 'WD12'"],
    [
      'another year',
      () => smallAreaCrosswalk(tables, 'WD13', 'WD25', { year: 2011 as never }),
      "year of the residents of a crosswalk: '2011'",
    ],
    [
      'another detail',
      () => smallAreaCrosswalk(tables, 'WD13', 'WD25', { detail: 'oa' as never }),
      "detail of a crosswalk: 'oa'",
    ],
  ])('refuses %s', (_, making, message) => {
    expect(making).toThrow(message)
  })
})
