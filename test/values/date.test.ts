import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay, readDate } from '../../src/tables/index.js'

const read = (text: string) => {
  const reading = readDate(text)
  return reading.kind === 'value' ? `${reading.value.date} ${reading.value.precision}` : reading.kind
}

describe('readDate', () => {
  it.each([
    ['2013-03-31', '2013-03-31 day'],
    ['2013-03-31T00:00:00Z', '2013-03-31 day'],
    ['20240402', '2024-04-02 day'],
    ['45019', '2023-04-03 day'],
    ['3/12/2012', '2012-12-03 day'],
    ['31.03.13', '2013-03-31 day'],
    ['18-12-2009', '2009-12-18 day'],
    ['02-Sep-16', '2016-09-02 day'],
    ['2 September 2016', '2016-09-02 day'],
    ['Dec-13', '2013-12-01 month'],
    ['Sept 2013', '2013-09-01 month'],
    ['March 2013', '2013-03-01 month'],
    ['1985', '1985-01-01 year'],
    ['29/02/2012', '2012-02-29 day'],
    ['1/1/68', '2068-01-01 day'],
    ['1/1/69', '1969-01-01 day'],
    ['1/1/00', '2000-01-01 day'],
    ['1/1/99', '1999-01-01 day'],
    ['20000', '1954-10-03 day'],
    ['80000', '2119-01-11 day'],
    [' 1900 ', '1900-01-01 year'],
    ['January 2013', '2013-01-01 month'],
    ['february 2013', '2013-02-01 month'],
    ['APRIL 2013', '2013-04-01 month'],
    ['May 2013', '2013-05-01 month'],
    ['June-2013', '2013-06-01 month'],
    ['Jul 13', '2013-07-01 month'],
    ['august 2013', '2013-08-01 month'],
    ['September 2013', '2013-09-01 month'],
    ['1 Oct 2013', '2013-10-01 day'],
    ['November 2013', '2013-11-01 month'],
    ['2-December-13', '2013-12-02 day'],
    ['2013-3-1 00:00:00.000', '2013-03-01 day'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    '31/02/2013',
    '19999',
    '80001',
    '2113',
    '1/1/113',
    '2013-03-31T12:00:00Z',
    '0/1/2013',
    '31-02-2013',
    '18-12-09',
    '29/02/2013',
    '13/13/2013',
    '2016? Uncertain date',
    'yes',
    'Closed',
    '1985c',
    '99999',
    '0',
    'Foo 2013',
    'Junk 12',
    'Octopus-13',
    'Marathon 2013',
    '1 Maybe 2012',
  ])('does not read %s', (text) => {
    expect(read(text)).toBe('unreadable')
  })

  it('gives back every day between 1950 and 2100, whatever the time zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1950, 0, 1) / 86_400_000, max: Date.UTC(2100, 0, 1) / 86_400_000 }),
        (day) => {
          const iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
          const [year, month, date] = iso.split('-')
          return read(iso) === `${iso} day` && read(`${date}/${month}/${year}`) === `${iso} day`
        },
      ),
    )
  })
})

describe('a date', () => {
  it('is missing where a marker stands', () => {
    expect(readDate('n/a')).toEqual({ kind: 'missing', meaning: 'not available' })
  })
})

describe('isDay', () => {
  it.each(['2010-03-31', '2012-02-29'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true)
  })
  it.each(['2013-02-29', '2010-3-31', '20100331', '31/03/2010', '2010-03-31T00:00:00Z', '2010-13-01', ''])(
    '%j is none',
    (text) => {
      expect(isDay(text)).toBe(false)
    },
  )
})
