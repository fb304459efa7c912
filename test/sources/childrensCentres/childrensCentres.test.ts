import { beforeAll, describe, expect, it } from 'vitest'
import {
  type CentreListDate,
  type ListedCentre,
  type ReadReport,
  type RegisteredCentre,
  childrensCentreListReader,
  childrensCentreRegisterReader,
  childrensCentreUnionReader,
  collectRecords,
} from '../../../src/sources/index.js'
import { describeOnSources, sourceFile, textFile } from '../../support/sources.js'

const HEADER =
  'urn,name,la_code,la_name,type,open_date,postcode_first,postcode_last,first_listed,last_listed,first_absent,' +
  'lists_missed_between'
const read = (...rows: string[]) =>
  collectRecords(childrensCentreUnionReader, textFile('union.csv', [HEADER, ...rows, ''].join('\n')))
const ASPLEY = "1,Aspley,892,Nottingham,Children's centre,27-03-2006,NG8 5PJ,NG8 5PJ,2016-08-04,2026-08-19,,0"

describe('the reader of the union of lists', () => {
  it('reads days that are printed day first, and types in any case', async () => {
    const { records } = await read(ASPLEY.replace("Children's centre", "Children's Centre Linked Site"))
    expect(records[0]).toMatchObject({ opened: '2006-03-27', type: 'linked site', lastListed: '2026-08-19' })
  })

  it('sets aside a row whose lists are out of order', async () => {
    const { report } = await read(
      ASPLEY.replace('2026-08-19,,', '2019-01-21,2017-11-09,'),
      ASPLEY.replace('2016', '2027'),
    )
    expect(report.problems.map(({ rule, row }) => [rule, row])).toEqual([
      ['lists-out-of-order', 2],
      ['lists-out-of-order', 3],
    ])
  })

  it('repairs a postcode where only one reading is right, and takes what is none as missing', async () => {
    const { records, report } = await read(ASPLEY.replace('NG8 5PJ,NG8 5PJ', 'NG8 SPJ,none'))
    expect(records[0]).toMatchObject({ firstPostcode: 'NG8 5PJ', postcode: null })
    expect(report.problems.map(({ rule, column }) => [rule, column])).toEqual([
      ['postcode-repaired', 'postcode_first'],
      ['postcode-unreadable', 'postcode_last'],
    ])
  })
})

/* Each counted with another CSV parser, and in CHECKS.md where it stands there. */
describeOnSources('the children’s centre files (faults 46 and 47)', () => {
  let union: readonly ListedCentre[]
  let unionReport: ReadReport
  let lists: readonly CentreListDate[]
  let listReport: ReadReport
  let first: readonly RegisteredCentre[]
  let last: readonly RegisteredCentre[]
  beforeAll(async () => {
    const file = (name: string) => sourceFile(`children/${name}`)
    const [unionFile, listFile] = [
      'childrens_centres_open_lists_2016-2026_union.csv',
      'childrens_centres_list_dates.csv',
    ]
    ;({ records: union, report: unionReport } = await collectRecords(childrensCentreUnionReader, await file(unionFile)))
    ;({ records: lists, report: listReport } = await collectRecords(childrensCentreListReader, await file(listFile)))
    const register = async (day: string) =>
      (await collectRecords(childrensCentreRegisterReader, await file(`gias_open_childrens_centres_${day}.csv`)))
        .records
    ;[first, last] = [await register('2016-08-04'), await register('2026-08-19')]
  })
  const listedOn = (day: string) => union.filter((each) => each.firstListed <= day && day <= each.lastListed)

  it('lose no row: 3,279 centres ever listed, 3,272 and 2,846 in the first and the last list', () => {
    expect(unionReport.rows).toEqual({ in: 3279, records: 3279, setAside: 0, joined: 0 })
    expect([first.length, last.length]).toEqual([3272, 2846])
  })

  it('print one day twice among 183: 182 lists', () => {
    expect(listReport.rows).toEqual({ in: 183, records: 182, setAside: 0, joined: 1 })
    expect(listReport.problems).toMatchObject([{ rule: 'row-repeated', value: '2019-01-21' }])
    expect([lists[0], lists.at(-1)]).toEqual([
      { list_date: '2016-08-04', listed: 3272 },
      { list_date: '2026-08-19', listed: 2846 },
    ])
  })

  it('agree: the union has the centres of the first and of the last list, and no others on these days', () => {
    const urns = (centres: readonly { readonly urn: string }[]) => centres.map(({ urn }) => urn).sort()
    expect(urns(listedOn('2016-08-04'))).toEqual(urns(first))
    expect(urns(listedOn('2026-08-19'))).toEqual(urns(last))
  })

  it('433 left and 7 joined, by the year of the first list without them as CHECKS.md has it', () => {
    const years = new Map<string, number>()
    for (const { firstAbsent } of union)
      if (firstAbsent !== null) years.set(firstAbsent.slice(0, 4), (years.get(firstAbsent.slice(0, 4)) ?? 0) + 1)
    expect(Object.fromEntries(years)).toEqual({
      ...{ 2016: 21, 2017: 135, 2019: 107, 2020: 22, 2021: 1, 2022: 103, 2023: 3, 2024: 13, 2025: 24, 2026: 4 },
    })
    expect(union.filter(({ firstListed }) => firstListed > '2016-08-04')).toHaveLength(7)
  })

  it(
    'give a type by the last list: of the 3,272 of August 2016, 2,484 centres and 788 linked sites; by the first ' +
      'list itself 2,520 and 752, as 50 changed',
    () => {
      const count = (centres: readonly { readonly type: string }[]) => [
        centres.filter(({ type }) => type === 'centre').length,
        centres.filter(({ type }) => type === 'linked site').length,
      ]
      expect([count(listedOn('2016-08-04')), count(first)]).toEqual([
        [2484, 788],
        [2520, 752],
      ])
      const then = new Map(first.map(({ urn, type }) => [urn, type]))
      expect(union.filter(({ urn, type }) => then.has(urn) && then.get(urn) !== type)).toHaveLength(50)
    },
  )

  it('702 have no opening date; 2,542 one up to 31 March 2010, which makes no stock', () => {
    expect(union.filter(({ opened }) => opened === null)).toHaveLength(702)
    expect(union.filter(({ opened }) => opened !== null && opened <= '2010-03-31')).toHaveLength(2542)
  })

  it('five centres leave and come back', () => {
    expect(unionReport.caught.get('left-and-came-back')).toBe(5)
  })

  it('Nottingham lists 18 and Peterborough 7, and none ever left', () => {
    const of = (dfe: string) => union.filter(({ dfeNumber }) => dfeNumber === dfe)
    expect([of('892').length, of('874').length]).toEqual([18, 7])
    expect([...of('892'), ...of('874')].filter(({ firstAbsent }) => firstAbsent !== null)).toEqual([])
  })
})
