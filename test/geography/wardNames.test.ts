import { describe, expect, it } from 'vitest'
import { compareWardNames, wardCodeRegister } from '../../src/geography/index.js'

const district = { district_code: 'E06000018', district_name: 'Nottingham', lists: '2013' }
const register = wardCodeRegister(
  ['Arboretum', 'Aspley', "St. Ann's", 'Basford'].map((ward_name, i) => ({
    ward_code: `E0500182${i}`,
    ward_name,
    ...district,
  })),
)
const named = (code: number, name: string) => ({ code: `E0500182${code}`, name })

describe('compareWardNames', () => {
  it('believes codes whose names agree, however they are spelt', () => {
    const { agreeing, believable, summary } = compareWardNames(
      [named(0, 'ARBORETUM'), named(1, 'Aspley'), named(2, 'St Ann’s')],
      register,
    )
    expect([agreeing, believable, summary]).toEqual([3, true, '3 of 3 ward codes belong to the name beside them.'])
  })

  it('believes names as Ordnance Survey prints them, and those with a remark', () => {
    expect(compareWardNames([named(1, 'Aspley Ward'), named(3, 'Basford (Nottingham)')], register).agreeing).toBe(2)
  })

  it('reads codes in lower case and with spaces', () => {
    expect(compareWardNames([{ code: ' e05001821', name: 'Aspley' }], register).agreeing).toBe(1)
  })

  it('finds codes that a spreadsheet has filled in', () => {
    const { agreeing, disagreeing, believable, sequential, summary } = compareWardNames(
      [named(0, 'Arboretum'), named(1, 'Basford'), named(2, 'Dales'), named(3, 'Wilford')],
      register,
    )
    expect([agreeing, believable, sequential]).toEqual([1, false, 1])
    expect(disagreeing[0]).toEqual({
      row: 1,
      code: 'E05001821',
      name: 'Basford',
      codeIs: 'Aspley (Nottingham) in the wards of 2013',
    })
    expect(summary).toBe(
      '1 of 4 ward codes belong to the name beside them, and each code is one more than the one before: a ' +
        'spreadsheet has filled them in. Do not use these codes: find the wards by name and district, or take ' +
        'the table from its publisher.',
    )
  })

  it('does not take a ward of the same name in another district for it', () => {
    const inDistrict = (name: string) =>
      compareWardNames([{ ...named(1, 'Aspley'), district: name }], register).agreeing
    expect(['Nottingham', 'City of Nottingham', 'E06000018', 'Hyndburn'].map(inDistrict)).toEqual([1, 1, 1, 0])
  })

  it('counts codes of no list apart from codes of other wards', () => {
    const { unknown, disagreeing } = compareWardNames([named(0, 'Aspley'), named(9, 'Aspley')], register)
    expect([unknown.map(({ code }) => code), disagreeing.map(({ code }) => code)]).toEqual([
      ['E05001829'],
      ['E05001820'],
    ])
  })

  it('believes nothing of no rows', () => {
    expect(compareWardNames([], register).believable).toBe(false)
  })
})
