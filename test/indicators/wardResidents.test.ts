import { describe, expect, it } from 'vitest'
import { type WardResidentsRows, wardResidents } from '../../src/index.js'
import type { WardRow } from '../../src/tables/index.js'
import { frozen } from '../support/frozen.js'

const ward = (ward_code: string, district_code: string): WardRow => ({
  ward_code,
  ward_name: ward_code,
  old_code: null,
  district_code,
  district_name: district_code,
  county_code: null,
  county_name: null,
  region_code: 'E12000004',
  region_name: 'East Midlands',
  rural_urban_code: null,
  rural_urban: null,
  lsoas: 1,
  longitude: 0,
  latitude: 0,
})
/** Twelve LSOAs, a to l, of three wards; the share of income-deprived residents falls from a to j, k has none. */
const CODES = Array.from('abcdefghijkl')
const rows: WardResidentsRows = frozen({
  wards: [ward('W2', 'D1'), ward('W1', 'D1'), ward('W3', 'D2')],
  lsoas: CODES.map((lsoa_code, i) => ({
    lsoa_code,
    ward_code: ['W1', 'W2', 'W3'][i % 3] ?? '',
    placed: 'inside' as const,
    longitude: i,
    latitude: 50,
  })),
  lsoaPopulations: CODES.map((lsoa_code, i) => ({ lsoa_code, people_2015: 100 + i })),
  lsoaDeprivation: CODES.map((lsoa_code, i) => ({
    lsoa_code,
    income_2010: i === 10 ? null : i === 11 ? 0.5 : 0.5 - i / 100,
    imd_2010: i === 9 ? null : 60 - i,
  })),
  wardDeprivation: [
    { ward_code: 'W1', edition: 2010, imd_score: 1, income_share: 0.1, imd_rank: 1, income_rank: 1 },
    { ward_code: 'W1', edition: 2015, imd_score: 2, income_share: null, imd_rank: 2, income_rank: null },
  ],
})

describe('residents of wards', () => {
  const residents = wardResidents(rows)
  it('are those of the small areas of a ward, and of the wards of a district', () => {
    expect(residents.homesOfWard('W1').map(({ lsoa_code, people, origin }) => [lsoa_code, people, origin])).toEqual([
      ['a', 100, 0],
      ['d', 103, 3],
      ['g', 106, 6],
      ['j', 109, 9],
    ])
    expect(
      residents
        .homesOfDistrict('D1')
        .map(({ lsoa_code }) => lsoa_code)
        .join(''),
    ).toBe('adgjbehk')
    expect(residents.homesOfWard('W9')).toEqual([])
    expect(residents.homes).toHaveLength(12)
    expect(residents.centres).toBe(rows.lsoas)
    expect(residents.register.get('W2').district_code).toBe('D1')
  })

  it('have the deprivation of every edition', () => {
    expect(residents.deprivation('W1').map(({ edition }) => edition)).toEqual([2010, 2015])
    expect(residents.deprivation('W2')).toEqual([])
  })

  it('are refused for a small area without a population', () => {
    expect(() => wardResidents({ ...rows, lsoaPopulations: rows.lsoaPopulations.slice(1) })).toThrow(
      'LSOA a has no population',
    )
  })
})

describe('tenths of small areas', () => {
  it('go by the share of income-deprived residents, the most deprived first, then by the overall score', () => {
    // Ten areas have both: a and l share 0.5, and a has the higher overall score.
    const { incomeTenths } = wardResidents(rows)
    expect(incomeTenths).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, null, null, 2])
  })

  it('are none of fewer than ten areas', () => {
    const nine = { ...rows, lsoaDeprivation: rows.lsoaDeprivation.slice(0, 9) }
    expect(wardResidents(nine).incomeTenths).toEqual(Array(12).fill(null))
  })
})
