import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { type CouncilCode, type CouncilRegister, councilRegister } from '../../src/geography/index.js'
import { studyData, rowsOfTable } from '../support/data.js'

let register: CouncilRegister
beforeAll(async () => {
  ;({ register } = await studyData())
})

describe('resolve', () => {
  it.each([
    ['Nottingham', undefined, 'E3001'],
    ['City of Nottingham UA', undefined, 'E3001'],
    ['nottingham city council', undefined, 'E3001'],
    ['E06000018', undefined, 'E3001'],
    ['e3001', undefined, 'E3001'],
    ['00FY', undefined, 'E3001'],
    ['NGM', undefined, 'E3001'],
    ['Nottinghamshire', undefined, 'E3021'],
    ['Bath & North East Somerset UA', undefined, 'E0101'],
    ['The Medway Towns UA', undefined, 'E2201'],
    ['Shepway', undefined, 'E2240'],
    ['E08000020', undefined, 'E4501'],
    ['E06000048', '2010-06-30', 'E2901'],
    ['Bedford', '2009-03-31', 'E0231'],
    ['Bedford', '2009-04-01', 'E0202'],
    ['Bedford', undefined, 'E0202'],
    ['Durham', '2008-06-30', 'E1321'],
    ['Durham City', '2008-06-30', 'E1334'],
    ['County Durham', '2010-06-30', 'E1302'],
    ['Somerset', '2015-03-31', 'E3320'],
    ['Somerset', '2023-04-01', 'E3301'],
    ['Huntingdonshire', '2007-06-30', 'E0551'],
    ['Aylesbury Vale', undefined, 'E0431'],
    ['Leeds CC', undefined, 'E4704'],
    ['Lincoln CC', undefined, 'E2533'],
    ['Lancashire CC', undefined, 'E2321'],
    ['City of London', undefined, 'E5010'],
    ['E08000038', undefined, 'E4401'],
    ['E08000016', '2015-03-31', 'E4401'],
    ['E08000039', '2025-04-01', 'E4404'],
    ['Newcastle upon Tyne', undefined, 'E4502'],
    ['newcastle city council', undefined, 'E4502'],
    ['Newcastle-under-Lyme', undefined, 'E3434'],
  ])('finds %s as of %s', (text, asOf, eCode) => {
    expect(register.resolve(text, asOf).e_code).toBe(eCode)
  })

  it.each([
    ['Notingham', undefined, "unknown council 'Notingham'. Did you mean 'Nottingham' (E06000018, UA)?"],
    [
      'Bedford UA',
      '2008-01-01',
      "council 'Bedford UA' did not exist on 2008-01-01: 'Bedford' (E06000055, UA, from 2009-04-01)",
    ],
    ['Barrow', undefined, "Did you mean 'Barrow-in-Furness' (E07000027, SD, until 2023-04-01)?"],
    ['Buckinghamshire', '2025-13-01x', "date of a council register: '2025-13-01x' is not allowed"],
    ['London', undefined, "unknown council 'London'"],
    ['Nottingham', '2009-99-99', "date of a council register: '2009-99-99' is not allowed"],
    [
      'Newcastle',
      undefined,
      "council 'Newcastle' is ambiguous: 'Newcastle upon Tyne' (E08000021, MD); " +
        "'Newcastle-under-Lyme' (E07000195, SD).",
    ],
    [
      'Guildford',
      '2027-05-01',
      "date of a council register: '2027-05-01' is not allowed. Allowed: days from 2007-04-01 to 2025-12-31, which " +
        'the register covers.',
    ],
    ['Nottingham', '1990-01-01', 'days from 2007-04-01 to 2025-12-31, which the register covers'],
    ['Xyzzy', undefined, 'Give its name as the council uses it, its GSS code (E06000018) or its e-code (E3001).'],
    [
      'Poole',
      '2020-01-01',
      "council 'Poole' did not exist on 2020-01-01: 'Poole' (E06000029, UA, until 2019-04-01). Give a day on " +
        'which it did.',
    ],
  ])('says what is wrong with %s as of %s', (text, asOf, message) => {
    expect(() => register.resolve(text, asOf)).toThrow(message)
  })

  it('lists the candidates of a name that several councils have on the day', () => {
    const bedford = {
      gss_code: null,
      name: 'Bedford',
      region: 'East of England',
      county_e_code: null,
      start_date: null,
      end_date: null,
    }
    const two = councilRegister({
      councils: [
        { ...bedford, e_code: 'E0231', class: 'SD' },
        { ...bedford, e_code: 'E0202', class: 'UA' },
      ],
      aliases: [],
      successions: [],
    })
    expect(() => two.resolve('Bedford')).toThrow(
      "council 'Bedford' is ambiguous: 'Bedford' (E0202, UA); 'Bedford' (E0231, SD). Give one of these codes, " +
        'or a date at which only one existed.',
    )
    expect(two.resolve('Bedford UA').e_code).toBe('E0202')
  })

  it('finds every council by its own name and code on a day on which it existed', () => {
    for (const council of register.councils) {
      const day = council.start_date ?? '2008-06-30'
      expect(register.resolve(council.e_code).e_code).toBe(council.e_code)
      if (council.gss_code !== null) expect(register.resolve(council.gss_code, day).e_code).toBe(council.e_code)
    }
  })

  it(
    'finds every name and spelling of a council on a day on which it existed, and no other ' + 'council by it',
    async () => {
      const aliases = await rowsOfTable('councils', 'aliases')
      expect(aliases.length).toBeGreaterThan(2000)
      const clashes = aliases.flatMap(({ alias, e_code }) => {
        try {
          const found = register.resolve(alias, register.get(e_code).start_date ?? '2008-06-30')
          return found.e_code === e_code ? [] : [`${alias}: ${found.e_code}`]
        } catch (error) {
          return [(error as Error).message]
        }
      })
      expect(clashes.map((clash) => clash.replace(/:.*/, ''))).toEqual([
        "council 'Newcastle' as of 2008-06-30 is ambiguous",
      ])
    },
  )

  it('finds every council by every GSS code that it has or had, wherever an e-code is asked for', () => {
    for (const { e_code } of register.councils)
      for (const code of register.gssCodesOf(e_code)) {
        expect([register.get(code).e_code, register.withCode(code)?.e_code]).toEqual([e_code, e_code])
        expect(register.placeOf(code)).toEqual(register.placeOf(e_code))
        expect(register.successorsOf(code)).toEqual(register.successorsOf(e_code))
        expect(register.predecessorsOf(code)).toEqual(register.predecessorsOf(e_code))
      }
    expect(register.districtsOf('E10000024', '2015-03-31').length).toBe(7)
    expect(() => register.get('E06999999')).toThrow("unknown code of a council 'E06999999'")
  })

  it('answers for no day that it does not cover', () => {
    expect(() => register.districtsOf('E3021', '2026-01-01')).toThrow('which the register covers')
    const longer = councilRegister(
      { councils: register.councils, aliases: [], successions: [] },
      {
        covers: { from: '2007-04-01', to: '2027-12-31' },
      },
    )
    expect(longer.resolve('E3001', '2027-05-01').name).toBe('Nottingham')
  })

  it('gives a place the vintage of a list that has its code', () => {
    const vintage = (name: string, asOf: string) =>
      Object.values(register.placeOf(register.resolve(name, asOf).e_code)).join(' ')
    expect(vintage('Northumberland', '2010-01-01')).toBe('council E06000057 Northumberland LAD2025')
    expect(vintage('Bournemouth', '2010-01-01')).toBe('council E06000028 Bournemouth LAD2018')
    expect(vintage('Mid Bedfordshire', '2008-01-01')).toBe('council E0233 Mid Bedfordshire e-code')
  })
})

describe('a code of a year', () => {
  it('is that of a council that existed on 1 April, by any of its codes', () => {
    const code = register.require(' e06000060', 'LAD2020')
    expect([code, register.require('E0421', 'LAD2015')]).toEqual(['E06000060', 'E0421'])
    expect(['E08000016', 'E08000020'].map((each) => register.require(each, 'LAD2012'))).toEqual([
      'E08000016',
      'E08000020',
    ])
    expect(register.require('E08000038', 'LAD2025')).toBe('E08000038')
    expectTypeOf(code).toEqualTypeOf<CouncilCode<'LAD2020'>>()
  })

  it('is refused with what it is and when that existed', () => {
    expect(() => register.require('E06000060', 'LAD2015')).toThrow(
      "council code: 'E06000060' is not among the councils of 2015; it is Buckinghamshire (E0402, E06000060), " +
        'a council from 2020-04-01. Take the code of a council that existed on 1 April of that year; ' +
        'resolve(name, day) finds it.',
    )
    expect(() => register.require('E08000038', 'LAD2015')).toThrow(
      'it is Barnsley (E4401, E08000038); the code holds since 2025-04-01.',
    )
    expect(() => register.require('E08000019', 'LAD2025')).toThrow(
      'it is Sheffield (E4404, E08000039); the code holds until 2025-04-01.',
    )
    expect(() => register.require('E07000209', 'LAD2030')).toThrow(
      "list of councils: 'LAD2030' is not allowed. Allowed: LAD2007 to LAD2025, as the register covers 2007-04-01 to " +
        '2025-12-31.',
    )
    expect(() => register.require('E05001823', 'LAD2015')).toThrow('it is the code of no council of England since 2007')
    expect(() => register.require('E06000018', 'LAD15' as never)).toThrow("list of councils: 'LAD15'")
  })
})

describe('the GSS code of a day', () => {
  it('is the one that held then', () => {
    const codes = (text: string) =>
      ['2009-04-01', '2012-04-01', '2013-04-01', '2025-04-01'].map((day) => register.gssCodeOn(text, day))
    expect(codes('E4404')).toEqual(['E08000019', 'E08000019', 'E08000019', 'E08000039'])
    expect(codes('E08000037')).toEqual(['E08000020', 'E08000020', 'E08000037', 'E08000037'])
    expect(codes('E1936')).toEqual(['E07000100', 'E07000240', 'E07000240', 'E07000240'])
    expect([register.gssCodeOn('E3001', '2015-01-01'), register.gssCodeOn('E0233', '2008-01-01')]).toEqual([
      'E06000018',
      null,
    ])
  })
})

describe('the built-in register', () => {
  it('has the 44 councils that ended on 1 April 2009 and their 9 successors', () => {
    const ended = register.councils.filter((council) => council.end_date === '2009-04-01')
    expect(ended.length).toBe(44)
    expect(
      new Set(ended.flatMap(({ e_code }) => register.successorsOf(e_code).map((row) => row.successor_e_code))),
    ).toEqual(new Set(['E0202', 'E0203', 'E0603', 'E0604', 'E0801', 'E1302', 'E2901', 'E3202', 'E3902']))
    expect(ended.every(({ gss_code }) => gss_code === null)).toBe(true)
  })

  it('knows a divided county from one that passed whole', () => {
    const extents = (eCode: string) =>
      register.successorsOf(eCode).map(({ successor_e_code, extent }) => `${successor_e_code} ${extent}`)
    expect(extents('E0221')).toEqual(['E0202 part', 'E0203 part'])
    expect(extents('E1321')).toEqual(['E1302 whole'])
    expect(extents('E1221')).toEqual(['E1203 part', 'E1204 part'])
    expect(extents('E2820')).toEqual(['E2801 part', 'E2802 part'])
  })

  it('gives every shire district a county that existed with it', () => {
    const orphans = register.councils.filter((council) => council.class === 'SD' && council.county_e_code === null)
    expect(orphans.map(({ name }) => name)).toEqual([])
    const elsewhere = register.councils.filter(
      ({ e_code, county_e_code }) => county_e_code !== null && county_e_code.slice(0, 3) !== e_code.slice(0, 3),
    )
    expect(elsewhere.map(({ name }) => name)).toEqual([])
    expect(register.get(register.resolve('Forest Heath').county_e_code ?? '').name).toBe('Suffolk')
    expect(register.districtsOf('E3021', '2015-03-31').map(({ name }) => name)).toEqual([
      'Ashfield',
      'Bassetlaw',
      'Broxtowe',
      'Gedling',
      'Mansfield',
      'Newark and Sherwood',
      'Rushcliffe',
    ])
  })

  it('gives every council the region that the returns print, also where the register has another', () => {
    expect(['Derbyshire', 'Lincolnshire'].map((name) => register.resolve(name).region)).toEqual([
      'East Midlands',
      'East Midlands',
    ])
    expect(new Set(register.councils.map(({ region }) => region)).size).toBe(9)
  })
})
