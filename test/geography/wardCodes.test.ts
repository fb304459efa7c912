import { describe, expect, expectTypeOf, it } from 'vitest'
import { InputError } from '../../src/index.js'
import { wardCodeRegister, type WardCode, type WardCodeRow } from '../../src/geography/index.js'

const row = (ward_code: string, ward_name: string, lists: string): WardCodeRow => ({
  ward_code,
  ward_name,
  district_code: 'E06000018',
  district_name: 'Nottingham',
  lists,
})
const rows = [
  row('E05012270', 'Aspley', '2019 2025'),
  row('E05001823', 'Aspley', '2011 2013 2016'),
  row('E05016999', 'Castle', '2026'),
]
const codes = wardCodeRegister(Object.freeze(rows))
const failing = (text: string, list: 'WD11' | 'WD13' | 'WD25'): string => {
  try {
    codes.require(text, list)
  } catch (error) {
    if (error instanceof InputError) return error.message
  }
  return 'none'
}

describe('wardCodeRegister', () => {
  it('knows the lists that have a code', () => {
    expect([
      codes.isIn('E05001823', 'WD11'),
      codes.isIn('E05001823', 'WD13'),
      codes.isIn('E05001823', 'WD25'),
      codes.isIn('E05012270', 'WD25'),
    ]).toEqual([true, true, false, true])
    expect(codes.codesOf('WD13')).toEqual(['E05001823'])
  })

  it('knows a code in lower case and with spaces', () => {
    expect([codes.describe(' e05012270'), codes.isIn('e05012270 ', 'WD25'), codes.get('e05001823')?.ward_name]).toEqual(
      ['Aspley (Nottingham) in the wards of 2019 and 2025', true, 'Aspley'],
    )
  })

  it('gives a code of a list a type of its own', () => {
    const code = codes.require(' e05001823', 'WD13')
    expect(code).toBe('E05001823')
    expectTypeOf(code).toEqualTypeOf<WardCode<'WD13'>>()
    expectTypeOf(code).not.toEqualTypeOf<WardCode<'WD25'>>()
    // @ts-expect-error a code of 2013 is none of 2025
    const of2025: WardCode<'WD25'> = code
    expect(of2025).toBe(code)
  })

  it('says what a code of another list is, and what to do', () => {
    expect(failing('E05012270', 'WD13')).toBe(
      "ward code: 'E05012270' is not among the wards of 2013; it is Aspley (Nottingham) in the wards of 2019 " +
        "and 2025. If the table is on the wards of 2025, harmonise it first, with loadCrosswalk('WD25', 'WD13').",
    )
    expect(failing('E05016999', 'WD13')).toContain(
      'it is Castle (Nottingham) in the wards of 2026. Check which list the codes are of',
    )
  })

  it.each([
    [
      'E01013817',
      'it is the code of an LSOA of England. Take a crosswalk from the LSOAs of its census: ' +
        "loadCrosswalk('LSOA11', 'WD13') or loadCrosswalk('LSOA21', 'WD13')",
    ],
    ['00FYNF', 'it is the code of a ward in the old scheme of the Office for National Statistics'],
    ['E3001', 'it is the code of an authority in the finance returns'],
    ['W05000001', 'it is the code of a ward of Wales'],
    ['E05999999', 'it is a ward code that no list has'],
    ['K04000001', 'it is the code of a country of Great Britain or the United Kingdom'],
    ['E14000865', 'it is the code of an area of a kind that wardstick does not use'],
    ['Aspley', 'it is no code of an area'],
    ['', 'it is empty'],
  ])('says what %j is', (text, words) => {
    expect(failing(text, 'WD13')).toContain(words)
  })

  it('names every list that a table may be on', () => {
    expect(failing('E05001823', 'WD25')).toContain(
      'If the table is on the wards of 2011 or the wards of 2013, harmonise it first, with ' +
        "loadCrosswalk('WD11', 'WD25') or loadCrosswalk('WD13', 'WD25').",
    )
  })

  it('refuses a list that there is not', () => {
    expect(() => codes.require('E05001823', 'WD24' as never)).toThrow(
      "list of wards: 'WD24' is not allowed. Allowed: WD11, WD13, WD25.",
    )
  })

  it('names file, row and column where they are given', () => {
    expect(() => codes.require('Aspley', 'WD13', { file: 'grants.csv', row: 7, column: 'ward' })).toThrow(
      "grants.csv, row 7, column 'ward': 'Aspley' is not among the wards of 2013",
    )
  })
})
