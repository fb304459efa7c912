import { beforeAll, describe, expect, it } from 'vitest'
import type { AskedPlaces, Frame, FramePlace, PanelRequest } from '../../src/index.js'
import { coreCities, shireCounties, singleTier } from '../../src/geography/councilSets.js'
import { frameOf } from '../../src/indicators/panelFrame.js'
import { panelInputs, registerOf, residentsOf, wardRegisterOf } from '../../src/indicators/panelInputs.js'
import { panelTables } from '../support/panel.js'

let registers: Parameters<typeof frameOf>[1]
beforeAll(async () => {
  const inputs = panelInputs(await panelTables())
  registers = { councils: registerOf(inputs), wards: wardRegisterOf(inputs), residents: residentsOf(inputs) }
})
const frame = (places: AskedPlaces, change: Partial<PanelRequest> = {}): Frame =>
  frameOf({ indicators: [], places, periods: ['2009-10'], ...change }, registers)
const codes = (places: AskedPlaces, change: Partial<PanelRequest> = {}): string[] =>
  frame(places, change).places.map(({ place }) => place.code)
function only(places: AskedPlaces, change: Partial<PanelRequest> = {}): FramePlace {
  const [first, ...others] = frame(places, change).places
  if (first === undefined || others.length > 0) throw new Error('not one place')
  return first
}
const wardsOf = ({ parts }: FramePlace) => new Set(parts?.flatMap(({ wards }) => [...wards]))
const people = ({ homes }: FramePlace): number => homes.reduce((sum, home) => sum + home.people, 0)

describe('wards that are asked for', () => {
  it('are found by code, by old code, and by name with their council', () => {
    expect(
      codes({
        wards: [
          'E05001823',
          '00FYNG',
          { ward: 'Clifton North', council: 'Nottingham' },
          { ward: 'Aspley', council: 'E3001' },
        ],
      }),
    ).toEqual(['E05001823', expect.stringMatching(/^E0500/), expect.stringMatching(/^E0500/)])
    expect(() => codes({ wards: ['Abbey'] })).toThrow('ambiguous')
    expect(() => codes({ wards: [{ ward: 'Asply', council: 'Nottingham' }] })).toThrow('Aspley')
  })

  it('are all of England, or those of a council, as it stands on the day', () => {
    expect(codes({ wards: 'england' })).toHaveLength(7681)
    expect(codes({ wards: { council: 'Nottingham' } })).toHaveLength(20)
    // Nottinghamshire has seven districts; Cumberland took over Allerdale, Carlisle and Copeland in 2023.
    expect(
      new Set(frame({ wards: { council: 'Nottinghamshire' } }).places.map(({ councils }) => councils[0])).size,
    ).toBe(7)
    const cumberland = frame({ wards: { council: 'Cumberland' } }, { periods: ['2023-24'] }).places
    expect(new Set(cumberland.map(({ councils }) => councils.join()))).toEqual(
      new Set([registers.councils.resolve('Cumberland').e_code]),
    )
    expect(() => codes({ wards: { council: 'Cumberland' } })).toThrow('did not exist on 2010-03-31')
  })

  it('inherit from the council that holds them, and have their own residents', () => {
    const aspley = only({ wards: ['E05001823'] })
    expect(aspley).toMatchObject({
      place: { kind: 'ward', code: 'E05001823', name: 'Aspley', vintage: 'WD13' },
      councils: ['E3001'],
      isEngland: false,
      inherits: true,
      parts: [{ codes: new Set(), wards: new Set(['E05001823']) }],
      authorities: new Set(['E06000018']),
    })
    expect(people(aspley)).toBe(18404)
  })

  it('inherit from the successor of their district once it has passed whole into it', () => {
    const ward = { ward: 'Barrow Island', council: 'Barrow-in-Furness' } as const
    const councilOf = (year: '2021-22' | '2022-23' | '2023-24', code: string) =>
      registers.councils.get(only({ wards: [code] }, { periods: [year] }).councils[0] ?? '').name
    const [code = ''] = codes({ wards: [ward] })
    expect(councilOf('2021-22', code)).toBe('Barrow-in-Furness')
    expect(councilOf('2022-23', code)).toBe('Barrow-in-Furness')
    expect(councilOf('2023-24', code)).toBe('Westmorland and Furness')
    expect(only({ wards: [code] }, { periods: ['2009-10'], asOf: '2023-04-01' }).councils).toEqual(
      only({ wards: [code] }, { periods: ['2023-24'] }).councils,
    )
    expect(only({ wards: [code] }, { asOf: '2023-03-31' }).councils).toEqual(only({ wards: [code] }).councils)
  })

  it('lie in an area whose services the county runs where there is one', () => {
    const matlock = only({ wards: [{ ward: 'Matlock All Saints', council: 'Derbyshire Dales' }] })
    expect(matlock.councils).toEqual(['E1035'])
    expect(matlock.authorities).toEqual(new Set(['E10000007']))
  })
})

describe('councils that are asked for', () => {
  it('are found by name, e-code and GSS code, each once', () => {
    expect(codes({ councils: ['Nottingham', 'E3001', 'E06000018', 'Derby'] })).toEqual(['E06000018', 'E06000015'])
    expect(() => codes({ councils: ['Nottinham'] })).toThrow("Did you mean 'Nottingham'")
  })

  it('are all that existed on the day, or those of a set', () => {
    // 353 councils of England from April 2009 to March 2019, 326 below the counties; 317 since April 2023.
    expect(codes({ councils: 'all' })).toHaveLength(353)
    expect(codes({ councils: 'all' }, { periods: ['2023-24'] })).toHaveLength(317)
    expect(codes({ councils: shireCounties })).toHaveLength(27)
    expect(codes({ councils: coreCities })).toHaveLength(8)
    expect(codes({ councils: singleTier }, { asOf: '2009-04-01' })).toHaveLength(125)
  })

  it('are asked for as of the last day of the last period, within the days that the register covers', () => {
    expect(codes({ councils: 'all' }, { periods: ['2023-24', '2009-10'] })).toHaveLength(317)
    expect(codes({ councils: 'all' }, { periods: [{ since: '2008-04-01', until: '2009-03-31' }] })).toEqual(
      codes({ councils: 'all' }, { asOf: '2009-03-31' }),
    )
    expect(codes({ councils: 'all' }, { periods: ['2000-01'] })).toEqual(
      codes({ councils: 'all' }, { asOf: '2007-04-01' }),
    )
    // The register refuses a day that it does not cover.
    expect(codes({ councils: ['Nottingham'] }, { periods: ['2000-01'] })).toEqual(['E06000018'])
    expect(codes({ councils: ['Nottingham'] }, { periods: ['2030-31'] })).toEqual(['E06000018'])
    expect(() => codes({ councils: ['Nottingham'] }, { asOf: '2000-04-01' })).toThrow('date of a council register')
    expect(codes({ councils: 'all' }, { periods: ['2030-31'] })).toEqual(
      codes({ councils: 'all' }, { asOf: '2025-12-31' }),
    )
  })

  it('have the wards of their districts, their residents, and the codes under which their services are listed', () => {
    const derbyshire = only({ councils: ['Derbyshire'] })
    expect(derbyshire).toMatchObject({ councils: ['E1021'], inherits: false, isEngland: false })
    const districts = frame({ wards: { council: 'Derbyshire' } }).places
    expect(wardsOf(derbyshire)).toEqual(new Set(districts.map(({ place }) => place.code)))
    expect(people(derbyshire)).toBe(districts.reduce((sum, ward) => sum + people(ward), 0))
    const northumberland = only({ councils: ['Northumberland'] })
    expect(northumberland.authorities).toEqual(expect.objectContaining({}))
    expect([...(northumberland.authorities ?? [])]).toEqual(expect.arrayContaining(['E06000048', 'E06000057']))
    expect([...(only({ councils: ['Derbyshire Dales'] }).authorities ?? [])]).toEqual(['E10000007'])
  })
})

describe('England and groups', () => {
  it('England is a place with all residents and no councils', () => {
    const england = only({ england: true })
    expect(england).toMatchObject({
      place: { kind: 'country', code: 'E92000001' },
      councils: [],
      isEngland: true,
      inherits: false,
      parts: null,
      authorities: null,
    })
    expect(england.homes).toHaveLength(32844)
    expect(codes({ england: false, councils: ['Derby'] })).toEqual(['E06000015'])
  })

  it('a group has a code made of its name, and what its councils have', () => {
    const group = only({ groups: [{ name: '  Notts & Derby! ', councils: ['Nottingham', 'Derby'] }] })
    expect(group).toMatchObject({
      place: { kind: 'group', code: 'notts-derby', name: '  Notts & Derby! ', vintage: 'LAD2010' },
      councils: ['E3001', 'E1001'],
      isEngland: false,
      inherits: false,
      authorities: new Set(['E06000018', 'E06000015']),
    })
    const [one, other] = frame({ councils: ['Nottingham', 'Derby'] }).places as [FramePlace, FramePlace]
    expect(people(group)).toBe(people(one) + people(other))
    expect(wardsOf(group)).toEqual(new Set([...wardsOf(one), ...wardsOf(other)]))
    expect(only({ groups: [{ name: 'Core', councils: coreCities }] }).councils).toHaveLength(8)
    expect(() => frame({ groups: [{ name: 'Nobody', councils: [] }] })).toThrow("councils of a group: 'Nobody'")
  })
})

describe('sets of small areas', () => {
  it('have their residents, each area once, and the council that holds them where it is one', () => {
    const lsoas = ['E01013819', 'E01013820', 'E01013819']
    const set = only({ smallAreas: [{ name: 'Two areas', lsoas }] })
    expect(set).toMatchObject({
      place: { kind: 'group', code: 'two-areas', name: 'Two areas', vintage: 'LSOA11' },
      councils: ['E3001'],
      inherits: true,
      isEngland: false,
      parts: [],
      authorities: new Set(['E06000018']),
    })
    expect(set.homes.map(({ lsoa_code }) => lsoa_code)).toEqual(['E01013819', 'E01013820'])
  })

  it('of several councils have none, and the authorities of all', () => {
    const apart = only({ smallAreas: [{ name: 'Apart', lsoas: ['E01013819', 'E01000001'] }] })
    expect(apart).toMatchObject({ councils: [], authorities: new Set(['E06000018', 'E09000001']) })
  })

  it('are refused for an area that there is not', () => {
    expect(() => frame({ smallAreas: [{ name: 'None', lsoas: ['E01999999'] }] })).toThrow(
      "unknown LSOA of 2011 'E01999999'",
    )
  })
})

describe('a district of no known council', () => {
  it('gives its wards and small areas none, and no authority', () => {
    const unknown = { ...registers, councils: { ...registers.councils, withCode: () => undefined } }
    const places = { wards: ['E05001823'], smallAreas: [{ name: 'One', lsoas: ['E01013819'] }] } as const
    const made = frameOf({ indicators: [], places, periods: ['2009-10'] }, unknown).places
    expect(made.map(({ councils, authorities }) => [councils, authorities])).toEqual([
      [[], new Set()],
      [[], new Set()],
    ])
  })
})

describe('a frame', () => {
  it('has the places in the order of their kinds, each once, and is refused without one', () => {
    expect(
      codes({
        england: true,
        councils: ['Nottingham'],
        wards: ['E05001823', 'E05001823'],
        groups: [{ name: 'G', councils: ['Derby'] }],
      }),
    ).toEqual(['E05001823', 'E06000018', 'E92000001', 'g'])
    for (const places of [{}, { councils: [] }, { england: false }])
      expect(() => frame(places)).toThrow('places of a panel')
  })

  it('has the terms of the request, and the usual ones for the rest', () => {
    expect(frame({ england: true }, { terms: { tiers: 'own' } }).terms).toEqual({
      deflator: 'hmt-2025-12',
      pricesOf: '2023-24',
      tiers: 'own',
    })
  })

  it('knows no residents where none are asked for', () => {
    const places = { wards: ['E05001823'], councils: ['Nottingham'], england: true } as const
    const without = frameOf({ indicators: [], places, periods: ['2009-10'] }, { ...registers, residents: null })
    expect(without.places.map(({ homes }) => homes)).toEqual([[], [], []])
    expect(wardsOf(without.places[1] as FramePlace).size).toBe(20)
  })
})
