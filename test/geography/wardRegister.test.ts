import { beforeAll, describe, expect, it } from 'vitest'
import { type WardRegister, districtsOfCouncil, wardRegister } from '../../src/geography/index.js'
import type { StudyData } from '../../src/datasets/index.js'
import { rowsOfTable, studyData } from '../support/data.js'

let data: StudyData
let register: WardRegister
beforeAll(async () => {
  data = await studyData()
  register = data.wards.register
})

describe('wardRegister', () => {
  it('finds a ward by GSS code, old code and name in any usual form', () => {
    for (const text of ['E05001823', 'e05001823', '00FYNF', '00fynf'])
      expect(register.resolve(text).ward_name).toBe('Aspley')
    const nottingham = new Set(['E06000018'])
    for (const text of ['St Anns', "St Ann's", 'st. ann’s'])
      expect(register.resolve(text, nottingham).ward_code).toBe('E05001838')
    expect(register.resolve('Radford & Park', nottingham).ward_code).toBe(
      register.resolve('radford and park', nottingham).ward_code,
    )
  })

  it('lists the wards of an ambiguous name, and takes the one of the districts given', () => {
    expect(() => register.resolve('Abbey')).toThrow(
      /^ward 'Abbey' is ambiguous: 'Abbey' \(E05000026, Barking and Dagenham\); /,
    )
    expect(register.resolve('Abbey', new Set(['E06000038'])).district_name).toBe('Reading')
  })

  it('finds every ward of 2013 and 2025 as publishers print it: its name, with “Ward”, with its district', async () => {
    const of2025 = await rowsOfTable('wards-2025', 'wards')
    for (const each of [register, wardRegister(of2025, { list: 'WD25' })])
      for (const { ward_code, ward_name, district_code, district_name } of each.wards) {
        const printed = [ward_name, `${ward_name} Ward`, `${ward_name.toUpperCase()} WARD (${district_name})`]
        const found = printed.map((name) => each.resolve(name, new Set([district_code])).ward_code)
        expect(new Set(found)).toEqual(new Set([ward_code]))
      }
  })

  it('takes a name in brackets for the ward of exactly that name', () => {
    const eden = new Set(['E07000030'])
    expect(register.resolve('Appleby (Bongate)', eden).ward_code).toBe('E05003207')
    expect(register.resolve('Appleby (Appleby)').ward_code).not.toBe('E05003207')
    expect(() => register.resolve('Appleby', eden)).toThrow("ward 'Appleby' is ambiguous: 'Appleby (Appleby)'")
    expect(register.resolve('Aspley (Nottingham)').ward_code).toBe('E05001823')
  })

  it('refuses a code in another district than those given', () => {
    expect(() => register.resolve('E05001823', new Set(['E06000031']))).toThrow("unknown ward of 2013 'E05001823'")
  })

  it('suggests names that begin alike or are spelt nearly so', () => {
    expect(() => register.resolve('Asply')).toThrow("Did you mean 'Aspley' (E05001823, Nottingham)?")
    expect(() => register.resolve('')).toThrow("unknown ward of 2013 ''. Give its name")
  })

  it('says what a code of another list is, and which ward of its own bears the name', () => {
    expect(() => register.resolve('E05012270')).toThrow(
      "unknown ward of 2013 'E05012270'. It is Aspley (Nottingham) in the wards of 2019, 2024 and 2025; the " +
        'ward of that name in the wards of 2013 is E05001823.',
    )
    expect(() => register.get('E05012277')).toThrow(
      "unknown ward of 2013 'E05012277'. It is Castle (Nottingham) in the wards of 2019, 2024 and 2025.",
    )
    expect(() => register.resolve('E01013817')).toThrow(
      "unknown ward of 2013 'E01013817'. It is the code of an LSOA of England.",
    )
    expect([register.whatIs('E05999999'), register.whatIs('Asply')]).toEqual(['a ward code that no list has', null])
  })

  it('is of another list when told so', async () => {
    const today = wardRegister(await rowsOfTable('wards-2025', 'wards'), { list: 'WD25' })
    expect(today.placeOf('E05012270')).toEqual({ kind: 'ward', code: 'E05012270', name: 'Aspley', vintage: 'WD25' })
    expect(() => today.resolve('E05001823')).toThrow(
      "unknown ward of 2025 'E05001823'. Give its name as the council used it in 2025, or its GSS code in the " +
        'wards of 2025.',
    )
  })

  it('does not change the rows that it is given', () => {
    const rows = Object.freeze([register.get('E05001823'), register.get('E05001822')].map((row) => Object.freeze(row)))
    expect(wardRegister(rows).wards.map(({ ward_code }) => ward_code)).toEqual(['E05001822', 'E05001823'])
  })
})

describe('districtsOfCouncil', () => {
  const districts = (name: string, asOf?: string): string[] => {
    const codes = districtsOfCouncil(data.register.resolve(name, asOf), data.register, register.wards)
    return [
      ...new Set(
        register.wards
          .filter(({ district_code }) => codes.has(district_code))
          .map(({ district_name }) => district_name),
      ),
    ].sort()
  }

  it('is itself for a single-tier council', () => {
    expect(districts('Nottingham')).toEqual(['Nottingham'])
  })

  it('is the districts of a county, without the cities that are councils of their own', () => {
    expect(districts('Nottinghamshire')).toEqual([
      'Ashfield',
      'Bassetlaw',
      'Broxtowe',
      'Gedling',
      'Mansfield',
      'Newark and Sherwood',
      'Rushcliffe',
    ])
  })

  it('is what passed whole into a later council, and no more', () => {
    expect(districts('Cumberland')).toEqual(['Allerdale', 'Carlisle', 'Copeland'])
    expect(districts('Buckinghamshire', '2021-01-01')).toEqual(['Aylesbury Vale', 'Chiltern', 'South Bucks', 'Wycombe'])
  })

  it('of all councils cover every ward', () => {
    const covered = new Set(
      data.register.councils.flatMap((council) => [...districtsOfCouncil(council, data.register, register.wards)]),
    )
    expect(register.wards.filter(({ district_code }) => !covered.has(district_code))).toEqual([])
  })
})
