import { describe, expect, it } from 'vitest'
import {
  readAreaLookup,
  readCalendarDeflator,
  readDistrictEstimates,
  readDistrictPopulations,
  readSmallAreaPopulations,
} from '../../../src/sources/index.js'
import { textFile } from '../../support/sources.js'

describe('population readers', () => {
  it('find their columns by name, whichever way round they stand', () => {
    const areas = new Map([['E01000001', 'E09000001']])
    const read = (text: string) =>
      readSmallAreaPopulations(textFile('lsoa.csv', text), { code: 'code', people: 'people' }, areas).people.get(
        'E09000001',
      )
    expect([read('code,name,people\nE01000001,x,5\n'), read('name,code,people\nx,E01000001,5\n')]).toEqual([5, 5])
  })

  it('count the rows of other countries and lose no English one', () => {
    const areas = new Map([['E01000001', 'E09000001']])
    const file = (text: string) => textFile('lsoa.csv', text)
    expect(
      readSmallAreaPopulations(
        file('code,people\nE01000001,5\nW01000001,7\n'),
        { code: 'code', people: 'people' },
        areas,
      ),
    ).toMatchObject({ counts: { rowsIn: 2, rowsOut: 1, setAside: [{ reason: 'outside England', rows: 1 }] } })
    expect(() =>
      readSmallAreaPopulations(file('code,people\nE01000002,5\n'), { code: 'code', people: 'people' }, areas),
    ).toThrow("1 key(s) without a match: 'E01000002'")
    expect(() =>
      readSmallAreaPopulations(file('code,people\n00FYNF,5\n'), { code: 'code', people: 'people' }, areas),
    ).toThrow("cannot read '00FYNF'")
  })

  it('refuse a file without a population column and a look-up with two answers', () => {
    expect(() => readDistrictPopulations(textFile('myeb3.csv', 'lad2013_code,country\nE06000018,E\n'))).toThrow(
      "no column 'population_2001'",
    )
    expect(() => readAreaLookup(textFile('lookup.csv', 'a,b\n1,x\n1,y\n'), 'a', 'b')).toThrow(
      '1 lies in x and, in row 3, in y',
    )
  })
})

describe('the reader of districts in one year', () => {
  const columns = { code: 'Code', people: 'All ages', england: 'E92000001' }
  const read = (text: string, more: object = {}) =>
    readDistrictEstimates(textFile('mye.csv', text), { ...columns, ...more })

  it('takes the districts alone, with commas in their numbers or without, and compares their sum with England', () => {
    const text =
      'Code,All ages\nE92000001,"329,286"\nE10000024,844494\nE06000018,"329,276"\nE09000001,10\nW06000001,7\n'
    expect(read(text)).toMatchObject({
      people: new Map([
        ['E06000018', 329276],
        ['E09000001', 10],
      ]),
      counts: { rowsIn: 5, rowsOut: 2, setAside: [{ reason: 'no English district', rows: 3 }] },
    })
    expect(() => read(text.replace('E09000001,10', 'E09000001,11'))).toThrow(
      'its districts have 329287 people and its row E92000001 has 329286',
    )
    expect(() => read(text.replace('E92000001', 'E92000009'))).toThrow('its row E92000001 has none')
  })

  it('takes the rows of one year where a file holds several', () => {
    const text = 'Year,Code,All ages\n2020-21,E06000018,:\n2021-22,E06000018,5\n2021-22,E92000001,5\n'
    const { people, counts } = read(text, { year: { column: 'Year', is: '2021-22' } })
    expect([...people]).toEqual([['E06000018', 5]])
    expect(counts.setAside).toEqual([
      { reason: 'another year', rows: 1 },
      { reason: 'no English district', rows: 1 },
    ])
  })

  it('refuses a district that stands twice and a number that is none', () => {
    expect(() => read('Code,All ages\nE06000018,5\nE06000018,5\n')).toThrow("key 'E06000018' stands in rows 2 and 3")
    expect(() => read('Code,All ages\nE06000018,5.5\n')).toThrow("row 2, column 'All ages': cannot read '5.5'")
    expect(() => read('Code,All ages\nE06000018,:\n')).toThrow("cannot read ':'")
  })
})

describe('deflator readers', () => {
  it('refuse a gap between the years', () => {
    expect(() => readCalendarDeflator(textFile('deflator.csv', 'year,value\n2009,1\n2011,2\n'))).toThrow(
      'year 2011 in row 3 does not follow 2009',
    )
  })
})
