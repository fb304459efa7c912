import { describe, expect, it } from 'vitest'
import { readPoolKinds, readSwimmingPools } from '../../../src/sources/index.js'
import { textFile } from '../../support/sources.js'

const ROW = {
  'Facility ID': '1',
  'Site ID': '10',
  'Facility Type': '7',
  'Facility Subtype': '7001',
  'Operational Status': '3',
  'Operational Status Notes': '',
  'Accessibility Type (Text)': 'Pay and Play',
  'Management Type (Text)': 'Trust',
  'Year Built': '1970',
  'Year Built Estimated?': '0',
  'Date Opened': '',
  'Closed Date': '',
  'Closure Reason': '',
  'Seasonality Type': '1',
  Area: '312.5',
  Length: '25.0',
  Width: '12.5',
  'Dimensions Estimate': '0',
  Lanes: '6',
  Easting: '454350',
  Northing: '340682',
  Latitude: '52.96079',
  Longitude: '-1.192334',
} as const
type Cells = Partial<Record<keyof typeof ROW, string>>

const EDITION = {
  kinds: {
    facilityType: '7',
    kindOf: new Map([
      ['7001', 'main'],
      ['7005', 'lido'],
    ] as const),
  },
  asOf: '2024-07-01',
}
const fileOf = (...rows: Cells[]) =>
  textFile(
    'pools.csv',
    [Object.keys(ROW), ...rows.map((row) => Object.values({ ...ROW, ...row }))]
      .map((cells) => `${cells.join(',')}\n`)
      .join(''),
  )
const read = (...rows: Cells[]) => readSwimmingPools(fileOf(...rows), EDITION)
const CLOSED = { 'Operational Status': '5', 'Closure Reason': '999' } as const

describe('the reader of swimming pools', () => {
  it('takes a closing on 1 January as known by the year, any other as known by the day', () => {
    const { pools } = read(
      { ...CLOSED, 'Closed Date': '2012-01-01' },
      { ...CLOSED, 'Facility ID': '2', 'Closed Date': '2012-01-02' },
    )
    expect(pools.map(({ pool }) => pool.closed_precision)).toEqual(['year', 'day'])
  })

  it('takes an area and a length of 0 as not recorded, and keeps 0 lanes', () => {
    const { pools, quality } = read({ Area: '0.0', Length: '0.0', Lanes: '0' })
    expect(pools[0]?.pool).toMatchObject({ area_m2: null, length_m: null, lanes: 0 })
    expect(quality.map(({ rule }) => rule)).toEqual(['area-zero', 'length-zero'])
  })

  it('keeps a day of opening in the year of building or the next, and no other', () => {
    const opened = (day: string) => read({ 'Year Built': '2015', 'Date Opened': day }).pools[0]?.pool.opened_date
    expect(['2014-12-31', '2015-09-01', '2016-01-05', '2017-01-01'].map(opened)).toEqual([
      null,
      '2015-09-01',
      '2016-01-05',
      null,
    ])
  })

  it('notes years and dates out of order or range, and keeps them', () => {
    const rules = (cells: Cells) => read(cells).quality.map(({ rule }) => rule)
    expect(rules({ 'Year Built': '1709' })).toEqual(['built-year-early'])
    expect(rules({ 'Year Built': '2025' })).toEqual(['built-after-edition'])
    expect(rules({ ...CLOSED, 'Closed Date': '1969-05-01' })).toEqual([
      'closure-reason-not-decoded',
      'closed-before-built',
    ])
    expect(rules({ ...CLOSED, 'Closed Date': '2025-05-01' })).toEqual([
      'closure-reason-not-decoded',
      'closed-after-edition',
    ])
  })

  it('notes a pool that is like another of its site', () => {
    expect(read({}, { 'Facility ID': '2' }).quality).toMatchObject([{ row: 3, value: '2', rule: 'pool-like-another' }])
  })

  it(
    'refuses swapped coordinates, a status that it does not know, and a day that the calendar lacks, naming ' +
      'the cell',
    () => {
      expect(() => read({ Latitude: '-1.19', Longitude: '52.96' })).toThrow(
        "pools.csv, row 2, column 'Longitude': cannot read '52.96'",
      )
      expect(() => read({ 'Operational Status': '6' })).toThrow(
        "column 'Operational Status': cannot read '6'. Allowed: 1, 2, 3, 4, 5, 8",
      )
      expect(() => read({ ...CLOSED, 'Closed Date': '2015-02-30' })).toThrow(
        "column 'Closed Date': cannot read '2015-02-30'",
      )
      expect(() => read({ 'Facility Subtype': '7009' })).toThrow(
        "column 'Facility Subtype': cannot read '7009'. Allowed: 7001, 7005",
      )
    },
  )

  it('refuses a closed pool without a closed date, the other way round, and one id twice', () => {
    expect(() => read({ ...CLOSED })).toThrow('row 2 is closed and has no closed date')
    expect(() => read({ 'Closed Date': '2015-08-28' })).toThrow('row 2 is operational and closed on 2015-08-28')
    expect(() => read({}, {})).toThrow("pools.csv: key '1' stands in rows 2 and 3")
  })
})

describe('the reader of kinds of pool', () => {
  const types = textFile('types.csv', 'Facility Type ID,Facility Type Name\n6,Sports Hall\n7,Swimming Pool\n')
  const subtypes = (rows: string) =>
    textFile('subtypes.csv', `Facility Type ID,Facility Subtype ID,Facility Subtype Name\n${rows}`)

  it('refuses look-ups without swimming pools, without one of the kinds, or with a kind that it does not know', () => {
    expect(() =>
      readPoolKinds(textFile('types.csv', 'Facility Type ID,Facility Type Name\n6,Sports Hall\n'), subtypes('')),
    ).toThrow("no type of facility is named 'Swimming Pool'")
    expect(() => readPoolKinds(types, subtypes('7,7001,Main/General\n'))).toThrow(
      'no subtype of swimming pools is leisure, learner, diving, lido',
    )
    expect(() => readPoolKinds(types, subtypes('7,7006,Plunge\n'))).toThrow(
      "subtypes.csv, row 2, column 'Facility Subtype Name': cannot read 'Plunge'",
    )
  })
})
