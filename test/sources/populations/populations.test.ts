import { describe, expect, it } from 'vitest'
import {
  readAreaLookup,
  readCalendarDeflator,
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

describe('deflator readers', () => {
  it('refuse a gap between the years', () => {
    expect(() => readCalendarDeflator(textFile('deflator.csv', 'year,value\n2009,1\n2011,2\n'))).toThrow(
      'year 2011 does not follow 2009',
    )
  })
})
