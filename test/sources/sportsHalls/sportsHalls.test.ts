import { beforeAll, describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ReadReport, type RegisteredHall, collectRecords, sportsHallReader } from '../../../src/sources/index.js'
import { SOURCES, describeOnSources, sourceFile, textFile } from '../../support/sources.js'

const ROW = {
  'Facility ID': '1',
  'Site ID': '10',
  'Facility Type': '6',
  'Facility Subtype': '6001',
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
  'Badminton Courts': '4',
  Area: '594.0',
  Length: '33.0',
  Width: '18.0',
  'Dimensions Estimate': '0',
  Easting: '454350',
  Northing: '340682',
  Latitude: '52.96079',
  Longitude: '-1.192334',
} as const
type Cells = Partial<Record<keyof typeof ROW, string>>

const read = async (...rows: Cells[]) => {
  const text = [Object.keys(ROW), ...rows.map((row) => Object.values({ ...ROW, ...row }))]
  const { records, report } = await collectRecords(
    sportsHallReader,
    textFile('halls.csv', text.map((cells) => `${cells.join(',')}\n`).join('')),
  )
  return { halls: records.map(({ hall }) => hall), report, rules: [...report.caught.keys()] }
}
const CLOSED = { 'Operational Status': '5', 'Closure Reason': '' } as const

describe('the reader of sports halls', () => {
  it('takes a closing on 1 January as known by the year, any other as known by the day', async () => {
    const { halls } = await read(
      { ...CLOSED, 'Closed Date': '2012-01-01' },
      { ...CLOSED, 'Facility ID': '2', 'Closed Date': '2012-01-02' },
    )
    expect(halls.map(({ closed_precision }) => closed_precision)).toEqual(['year', 'day'])
  })

  it('takes an area of 0 as not recorded, and keeps 0 courts', async () => {
    const { halls, rules } = await read({ Area: '0.0', Length: '0.0', 'Badminton Courts': '0' })
    expect(halls[0]).toMatchObject({ area_m2: null, badminton_courts: 0 })
    expect(rules).toEqual(['area-zero', 'courts-zero'])
  })

  it('sets aside a closed hall without a closing date, and leaves out that of one that came back', async () => {
    const { halls, report } = await read({ ...CLOSED }, { 'Facility ID': '2', 'Closed Date': '2016-05-01' })
    expect(report.rows).toEqual({ in: 2, records: 1, setAside: 1, joined: 0 })
    expect(halls).toMatchObject([{ hall_id: '2', status: 'operational', closed_date: null, closed_precision: null }])
  })

  it('keeps a day of opening in the year of building or the next, and no other', async () => {
    const opened = async (day: string) =>
      (await read({ 'Year Built': '2015', 'Date Opened': day })).halls[0]?.opened_date
    expect(await Promise.all(['2014-12-31', '2015-09-01', '2016-01-05', '2017-01-01'].map(opened))).toEqual([
      null,
      '2015-09-01',
      '2016-01-05',
      null,
    ])
  })

  it('sets aside a row whose coordinates are exchanged, and one of another facility', async () => {
    const { report } = await read(
      { Latitude: '-1.19', Longitude: '52.96' },
      { 'Facility ID': '2', 'Facility Type': '7', 'Facility Subtype': '7001' },
    )
    expect(report.problems.map(({ rule, row, column }) => [rule, row, column])).toEqual([
      ['cell-unreadable', 2, 'Latitude'],
      ['cell-unreadable', 3, 'Facility Type'],
    ])
  })

  it('notes dates out of order, remarks that doubt them, and a hall like another of its site', async () => {
    const doubted = { ...CLOSED, 'Closed Date': '1969-05-01', 'Operational Status Notes': 'Closure date not known' }
    expect((await read(doubted)).rules).toEqual(['closed-before-built', 'closed-date-in-doubt'])
    expect((await read({}, { 'Facility ID': '2' })).report.problems).toMatchObject([
      { rule: 'facility-like-another', row: 3, value: '2' },
    ])
  })

  it('takes no file of swimming pools for one of halls', () => {
    const pools = Object.keys(ROW).map((label) => (label === 'Badminton Courts' ? 'Lanes' : label))
    expect(sportsHallReader.recognises(textFile('x.csv', `${pools.join(',')}\n`))).toBe(0)
  })
})

/* Faults met in the register of sports halls, each shown on the official file; counted with another CSV parser. */
describeOnSources('faults of the sports halls file (21)', () => {
  let records: readonly RegisteredHall[]
  let report: ReadReport
  beforeAll(async () => {
    ;({ records, report } = await collectRecords(sportsHallReader, await sourceFile('pools/sportshalls.csv')))
  })
  const caught = (rule: Parameters<ReadReport['caught']['get']>[0]) => report.caught.get(rule)

  it('loses none of 14,372 rows', () => {
    expect(report.rows).toEqual({ in: 14_372, records: 14_372, setAside: 0, joined: 0 })
  })

  it('is recognised by its first 64 kB, and the file of swimming pools is not', async () => {
    const start = async (name: string) => ({ name, bytes: (await sourceFile(name)).bytes.subarray(0, 65_536) })
    expect(sportsHallReader.recognises(await start('pools/sportshalls.csv'))).toBe(1)
    expect(sportsHallReader.recognises(await start('pools/swimmingpools.csv'))).toBe(0)
  })

  it('its subtypes are those of the look-up: 6,215 main halls, 8,108 activity halls, 49 barns', () => {
    const kinds = (kind: string) => records.filter(({ hall }) => hall.kind === kind).length
    expect([kinds('main'), kinds('activity'), kinds('barn')]).toEqual([6215, 8108, 49])
    const lookup = readFileSync(join(SOURCES, 'pools', 'facilitysubtype.csv'), 'utf8')
    for (const row of [',6,6001,Main', ',6,6002,Activity Hall', ',6,6003,Barns']) expect(lookup).toContain(row)
  })

  it('Pay and Play is the access of 2,672 halls, 1,636 of them main halls and barns', () => {
    const payAndPlay = records.filter(({ hall }) => hall.access === 'Pay and Play')
    expect([payAndPlay.length, payAndPlay.filter(({ hall }) => hall.kind !== 'activity').length]).toEqual([2672, 1636])
  })

  it('one hall has a closing date and is operational: it reopened on Active Places in 2019', () => {
    expect(report.problems.filter(({ rule }) => rule === 'closing-date-of-an-open-facility')).toMatchObject([
      { row: 3403, value: '2016-05-01' },
    ])
  })

  it('227 closings on 1 January have the precision of a year; 2,673 closings have a date', () => {
    expect(caught('closed-on-1-january')).toBe(227)
    expect(records.filter(({ hall }) => hall.closed_date !== null)).toHaveLength(2673)
  })

  it('185 halls have no year of building, 36 one before 1850, 3 closed before theirs', () => {
    expect([caught('no-year-built'), caught('built-year-early'), caught('closed-before-built')]).toEqual([185, 36, 3])
  })

  it('290 areas are 0 and one is empty; of main halls and barns with Pay and Play 25 have none', () => {
    expect(caught('area-zero')).toBe(290)
    expect(records.filter(({ hall }) => hall.area_m2 === null)).toHaveLength(291)
    const counted = records.filter(({ hall }) => hall.access === 'Pay and Play' && hall.kind !== 'activity')
    expect(counted.filter(({ hall }) => hall.area_m2 === null)).toHaveLength(25)
  })
})
