import { beforeAll, expect, it } from 'vitest'
import { sourceOpener } from '../../../src/derive/opener.js'
import { type WardGeography, readWardGeography } from '../../../src/derive/wards/geography.js'
import { type PlacedLsoa, placeLsoas } from '../../../src/derive/wards/lsoas.js'
import { readAreas, readResidents } from '../../../src/derive/wards/read.js'
import { touchesItself } from '../../../src/geography/ringFaults.js'
import { csvRows } from '../../../src/tables/index.js'
import { readAreaLookup, readLsoaNumbers } from '../../../src/sources/index.js'
import { decodeText } from '../../../src/values/text.js'
import { SOURCES, describeOnSources, sourceFile } from '../../support/sources.js'

/*
 * Faults met in the official files of ward geography, population and deprivation, each shown on the file that has
 * it.
 */

describeOnSources('faults of the ward files', () => {
  let geography: WardGeography
  let areas: Awaited<ReturnType<typeof readAreas>>
  let residents: Awaited<ReturnType<typeof readResidents>>
  let placed: readonly PlacedLsoa[]
  beforeAll(async () => {
    const opener = sourceOpener(SOURCES)
    geography = await readWardGeography(opener)
    areas = await readAreas(opener)
    residents = await readResidents(opener)
    placed = placeLsoas(areas.centres.byLsoa, geography)
  }, 120_000)

  it('33: best fit leaves 30 wards without any LSOA', () => {
    const taken = new Set(placed.map(({ ward_code }) => ward_code))
    expect([
      geography.features.length,
      geography.features.filter(({ properties }) => !taken.has(properties.ward_code)).length,
    ]).toEqual([7681, 30])
  })

  it('33: 4 LSOA centres fall in no generalised polygon and are placed in the nearest ward', () => {
    expect(
      placed
        .filter(({ metres }) => metres > 0)
        .map(({ lsoa_code, ward_code, metres }) => [lsoa_code, ward_code, Math.round(metres)]),
    ).toEqual([
      ['E01008789', 'E05001168', 12],
      ['E01013287', 'E05001737', 61],
      ['E01018776', 'E05009205', 4],
      ['E01031391', 'E05007579', 0],
    ])
  })

  it('33: 43 polygons are invalid, and points in these wards are located all the same', () => {
    const invalid = geography.features.filter(({ geometry }) =>
      (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).some(touchesItself),
    )
    expect(invalid.length).toBe(43)
    const centres = new Set(placed.filter(({ metres }) => metres === 0).map(({ ward_code }) => ward_code))
    expect(
      invalid
        .filter(({ properties }) => !centres.has(properties.ward_code))
        .map(({ properties }) => properties.ward_name),
    ).toEqual([])
  })

  it('33: four LSOAs of 2011 have no predecessor of 2001', () => {
    const known = new Set(areas.lsoa2001.successions.map(({ to }) => to))
    expect(placed.map(({ lsoa_code }) => lsoa_code).filter((code) => !known.has(code))).toEqual([
      'E01032522',
      'E01032540',
      'E01032608',
      'E01033730',
    ])
  })

  it('agrees with the ONS best fit of 2015 in 99.88 % of the LSOAs whose ward still exists', async () => {
    const { areaOf } = readAreaLookup(await sourceFile('geography/lsoa11_wd15.csv'), 'LSOA11CD', 'WD15CD')
    const wards = new Set(geography.features.map(({ properties }) => properties.ward_code))
    const comparable = placed.filter(({ lsoa_code }) => wards.has(areaOf.get(lsoa_code) ?? ''))
    const agreeing = comparable.filter(({ lsoa_code, ward_code }) => areaOf.get(lsoa_code) === ward_code)
    expect([comparable.length, ((100 * agreeing.length) / comparable.length).toFixed(2)]).toEqual([27811, '99.88'])
  })

  it('34: old six-character codes stand beside the E05 codes, one a ward', () => {
    const codes = [...geography.boundaries.oldCodes]
    expect(new Map(codes).get('E05001823')).toBe('00FYNF')
    expect([codes.length, new Set(codes.map(([, old]) => old)).size]).toEqual([7681, 7681])
  })

  it(
    '34: a byte order mark opens three files, and the first two columns swap between mid-2017 and ' + 'mid-2020',
    async () => {
      for (const file of [
        'geography/lsoa11_pop_weighted_centroids_ew.csv',
        'population/census2021_lsoa21_population_ew.csv',
        'deprivation/iod2019_file6_population_denominators.csv',
      ])
        expect([...(await sourceFile(file)).bytes.subarray(0, 3)], file).toEqual([0xef, 0xbb, 0xbf])
      const header = async (file: string) =>
        csvRows(decodeText((await sourceFile(file)).bytes).text.split('\n', 1)[0] ?? '', { file })[0]?.slice(0, 2)
      expect(await header('population/population17_lsoa11.csv')).toEqual(['lsoa11_code', 'lsoa11_name'])
      expect(await header('population/population20_lsoa11.csv')).toEqual(['lsoa11_name', 'lsoa11_code'])
      const { mid2015, mid2017, mid2020, mid2022 } = residents
      const sum = (byLsoa: ReadonlyMap<string, { readonly people: number }>) =>
        [...byLsoa.values()].reduce((total, { people }) => total + people, 0)
      expect([mid2015.residents, mid2017.residents, mid2020.residents].map(sum)).toEqual([
        54_728_204, 55_619_430, 56_550_138,
      ])
      expect(sum(mid2022.byLsoa), 'the ONS estimate of mid-2022 for England, in a file named after Census 2021').toBe(
        57_106_398,
      )
    },
  )

  it(
    '35: the income-deprived share of Aspley jumps from .348 to .565 in the edition of 2025, so that it is ' +
      'left out',
    async () => {
      const income = readLsoaNumbers(await sourceFile('deprivation/imd2025_england_lsoa21.csv'), {
        code: 'lsoa21_code',
        numbers: { income: 'Income_score' },
      }).byLsoa
      const lsoas = placed.filter(({ ward_code }) => ward_code === 'E05001823').map(({ lsoa_code }) => lsoa_code)
      const people = (lsoa: string): number => residents.mid2022.byLsoa.get(lsoa)?.people ?? Number.NaN
      const deprived = lsoas.reduce((sum, lsoa) => sum + (income.get(lsoa)?.income ?? Number.NaN) * people(lsoa), 0)
      expect((deprived / lsoas.reduce((sum, lsoa) => sum + people(lsoa), 0)).toFixed(3)).toBe('0.565')
    },
  )

  it('35: the files of 2004 and 2007 have no income scores', async () => {
    for (const year of [2004, 2007]) {
      const file = await sourceFile(`deprivation/imd${year}_england_lsoa01.csv`)
      expect(() => readLsoaNumbers(file, { code: 'lsoa01_code', numbers: { income: 'Income_score' } })).toThrow(
        "no column 'Income_score'",
      )
    }
  })

  it('the composite file holds other nations and income in per cent with arithmetic noise', async () => {
    const { byLsoa, counts } = readLsoaNumbers(await sourceFile('deprivation/composite_uk_imd_2020_E.csv'), {
      code: 'lsoa',
      numbers: { percent: 'income_score' },
    })
    expect(counts).toEqual({ rowsIn: 42_619, rowsOut: 32_844, setAside: [{ reason: 'outside England', rows: 9775 }] })
    expect(byLsoa.get('E01021988')?.percent).toBe(56.89999999999999)
  })
})
