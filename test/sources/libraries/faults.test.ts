import { beforeAll, expect, it } from 'vitest'
import { nameCore } from '../../../src/derive/libraries/names.js'
import type { PlacedRow } from '../../../src/derive/libraries/editions.js'
import type { LibraryEdition } from '../../../src/model/amenity.js'
import type { PrintedLibrary } from '../../../src/sources/index.js'
import { decodeText } from '../../../src/values/text.js'
import { type RealLists, realLists } from '../../support/libraries.js'
import { describeOnSources, sourceFile } from '../../support/sources.js'

/* Faults met in the real library lists, each shown on the file that has it. */

describeOnSources('faults of the library lists', () => {
  let real: RealLists
  beforeAll(async () => {
    real = await realLists()
  }, 120_000)

  const list = (edition: LibraryEdition) => real.lists[edition]
  const of = (edition: LibraryEdition, name: string, authority = ''): readonly PrintedLibrary[] =>
    list(edition).libraries.filter((each) => each.name === name && each.authority.includes(authority))
  const one = (edition: LibraryEdition, name: string, authority = ''): PrintedLibrary => {
    const [found, ...others] = of(edition, name, authority)
    if (found === undefined || others.length > 0)
      throw new Error(`${of(edition, name, authority).length} rows of ${name} in ${edition}`)
    return found
  }
  const notes = (edition: LibraryEdition, rule: string) => list(edition).quality.filter((entry) => entry.rule === rule)
  const rows = (edition: LibraryEdition): readonly PlacedRow[] => real.rows.filter((row) => row.edition === edition)
  const lastState = (row: PlacedRow) => row.years.at(-1)?.state

  it(
    '12: of 114 replaced libraries 30 are absent in 2023 by exact name, 45 are there without a closing; name, ' +
      'postcode, prefix leave 4',
    () => {
      const replaced = rows('2016').filter(({ closing }) => closing?.kind === 'replaced')
      const exact = (a: PlacedRow, b: PlacedRow) => a.group === b.group && a.name.toLowerCase() === b.name.toLowerCase()
      const in2023 = (row: PlacedRow, same: (a: PlacedRow, b: PlacedRow) => boolean) =>
        rows('2023').filter((other) => same(row, other))
      const absent = replaced.filter((row) => in2023(row, exact).length === 0)
      const notClosed = replaced.filter((row) => in2023(row, exact).some((other) => other.closing === null))
      expect([replaced.length, absent.length, notClosed.length]).toEqual([114, 30, 45])
      const elsewhere = (row: PlacedRow) =>
        in2023(
          row,
          (a, b) =>
            a.group === b.group &&
            ((a.postcode !== null && a.postcode === b.postcode) || nameCore(b.name).startsWith(nameCore(a.name))),
        )
      expect(absent.filter((row) => elsewhere(row).length === 0).map(({ name }) => name)).toEqual([
        'St Faiths, Maidstone',
        'Pateley Bridge library',
        'Peers',
        'Arborfield Container',
      ])
    },
  )

  it('13: dates are read as printed, by month, day or year; what is no date is noted', () => {
    expect(one('2016', 'Castle Green').closing?.day).toEqual({ date: '2013-03-01', precision: 'month' })
    expect(one('2016', 'Fanshawe').closing?.day).toEqual({ date: '2010-09-01', precision: 'month' })
    const opened = (text: string) =>
      list('2016')
        .libraries.filter(({ opened: day }) => day?.date === text && day.precision === 'day')
        .map(({ name }) => name)
    expect([opened('2016-09-02').length, opened('2012-12-03')]).toEqual([1, ['Hattersley']])
    expect(notes('2016', 'date-not-readable').map(({ value }) => value)).toEqual([
      '2016? Uncertain date',
      'yes',
      'yes',
      'yes',
      'Yes',
    ])
    expect(notes('2016', 'date-within-words')[0]).toMatchObject({
      value: 'refurbished - opened July 2016',
      action: 'the year 2016 is used',
    })
    expect(list('2016').libraries.filter(({ newWithoutDay }) => newWithoutDay).length).toBe(4)
    expect(notes('2019', 'date-not-readable').map(({ value }) => value)).toEqual(Array(6).fill('Closed'))
    expect(notes('2025', 'date-not-readable').map(({ value }) => value)).toEqual(Array(6).fill('1900'))
    expect(notes('2023-raw', 'year-opened-about').map(({ value }) => value)).toEqual(['1960s', '1970s', '1985c'])
    expect(notes('2023-raw', 'year-opened-not-known').map(({ value }) => value)).toEqual(['[unknown]', '[Unknown]'])
  })

  it(
    '14: dated closings coded open, a closing without a year, one reopened, one for a time, and one in ' + 'two years',
    () => {
      const dated = notes('2023', 'dated-closing-of-an-open-library')
      expect(dated.length).toBe(5)
      expect(
        list('2023')
          .libraries.filter(({ state, closing, type }) => state === 'open' && closing !== null && type === 'static')
          .map(({ name }) => name),
      ).toEqual(['Garswood Library', 'Parr Library', 'Peter Street Library', 'Rainhill Library'])
      expect(one('2023', 'Garswood Library')).toMatchObject({
        state: 'open',
        hours: 8,
        closing: { kind: 'closed', day: { date: '2024-01-01', precision: 'year' } },
      })
      expect(one('2023-raw', 'Shortlanesend Micro').closing).toEqual({ kind: 'closed', day: null })
      expect(one('2019', 'Carnegie Library (Herne Hill)')).toMatchObject({
        state: 'open',
        opened: { date: '2018-01-01' },
        closing: { day: { date: '2016-01-01' } },
      })
      expect(one('2016', 'Strelley Road Library')).toMatchObject({
        state: 'temporarily closed',
        closing: { kind: 'temporarily-closed', day: null },
      })
      expect(
        [one('2019', 'West Heath Library'), one('2023', 'West Heath Library')].map(({ closing }) => closing?.day?.date),
      ).toEqual(['2014-01-01', '2016-01-01'])
    },
  )

  it('14: of 358 closings of 2019 and their rows in 2023 of the same name, many disagree or lack a year', () => {
    const closings = rows('2019').filter(({ closing }) => closing !== null)
    const named = (same: (name: string) => string) => {
      const matched = closings
        .map((row) => ({
          row,
          found: rows('2023').filter((other) => other.group === row.group && same(other.name) === same(row.name)),
        }))
        .filter(({ found }) => found.length > 0)
      return [
        matched.length,
        matched.filter(({ row, found }) =>
          found.every((other) => other.closing?.day?.date !== row.closing?.day?.date || row.closing?.day == null),
        ).length,
      ]
    }
    expect(closings.length).toBe(358)
    expect([named((name) => name.toLowerCase()), named(nameCore)]).toEqual([
      [318, 86],
      [334, 99],
    ])
  })

  it(
    '15: Hertfordshire stands under Herefordshire in 2019, Southend under Essex in 2021 and 2023, ' + 'Cumbria is two',
    () => {
      const printedAs = (edition: LibraryEdition, name: string, eCode: string) =>
        rows(edition).filter((row) => row.authority === name && row.eCode === eCode).length
      expect([
        printedAs('2019', 'Herefordshire, County of', 'E1920'),
        printedAs('2019', 'Herefordshire, County of', 'E1801'),
      ]).toEqual([58, 12])
      expect([printedAs('2023', 'Essex County Council', 'E1501'), printedAs('2021', 'Essex', 'E1501')]).toEqual([8, 5])
      const cumbria = new Set(
        rows('2016')
          .filter(({ authority }) => authority === 'Cumbria')
          .map(({ group }) => group),
      )
      expect([...cumbria]).toEqual([
        ...new Set(
          rows('2023')
            .filter(({ authority }) => /Cumberland|Westmorland/.test(authority))
            .map(({ group }) => group),
        ),
      ])
    },
  )

  it('16: yes and no, types and codes are read in any case and spacing', () => {
    expect(list('2016').libraries.filter(({ statutory }) => statutory === null)).toEqual([])
    expect(list('2022').libraries.filter(({ type }) => type === 'static').length).toBe(3181 + 60)
    expect(list('2023-raw').libraries.filter(({ type }) => type === 'archive').length).toBe(51 + 2 + 1)
    expect(list('2022').libraries.filter(({ operator }) => operator === 'commissioned').length).toBe(375 + 17)
    expect(list('2016').libraries.filter(({ operator }) => operator === 'community').length).toBe(279 + 29)
    expect(notes('2023-raw', 'operation-not-readable')).toEqual([])
    expect(one('2023-raw', 'Dales Centre Library').years.map(({ state }) => state)).toEqual([
      'not open yet',
      'not open yet',
      'open',
      'open',
      'open',
      'open',
    ])
  })

  it('16: a library that closed by 2016 is coded as not open in 2010 in 66 rows: nothing is read from it', () => {
    const noted = (edition: LibraryEdition) => notes(edition, 'not-open-and-then-closed').length
    expect([noted('2022'), noted('2023-raw')]).toEqual([37, 29])
    expect(one('2023-raw', 'Doxford Park').years[0]).toEqual({
      year: 2010,
      state: 'not known',
      operator: null,
      statutory: null,
    })
  })

  it('17: postcodes are repaired where that is certain, and noted', () => {
    const repaired = (['2016', '2019', '2022', '2023-raw'] as const).flatMap((edition) =>
      notes(edition, 'postcode-repaired').map(({ value, action }) => `${value ?? ''}: ${action}`),
    )
    expect(repaired).toEqual([
      'C013 9DA: read as CO13 9DA',
      'S024 9AQ: read as SO24 9AQ',
      'NE27 OHJ: read as NE27 0HJ',
      'NE26 1EJ.: read as NE26 1EJ',
      'NE26 1EJ.: read as NE26 1EJ',
    ])
    expect(notes('2016', 'postcode-not-readable').map(({ value }) => value)).toEqual(['NG24 1U', 'NE32 34AU', 'SK2'])
    expect(new Set(notes('2022', 'postcode-not-readable').map(({ value }) => value))).toEqual(
      new Set(['[No registered public address]', '[Unknown]', 'n/a - mobile', 'NE8 4NO']),
    )
    expect(list('2023-raw').libraries.some(({ postcode }) => postcode === 'SE2 9FA')).toBe(true)
  })

  it('18: hours that cannot be read are missing, splits are summed, more staffed than open hours are kept', () => {
    expect(one('2016', 'Ordnance Unity Centre').hours).toBe(49.5)
    expect(one('2016', 'Alston (Local Link)').hours).toBeNull()
    expect(one('2016', 'Burslem Library').hours).toBeNull()
    expect(notes('2016', 'hours-not-readable').some(({ value }) => value === 'CLOSED 2011')).toBe(true)
    expect(notes('2023', 'staffed-exceed-open-hours').length).toBe(62)
    expect(
      (['2016', '2019', '2022', '2023', '2025'] as const).map(
        (edition) => one(edition, 'Aspley Library', 'Nottingham').hours,
      ),
    ).toEqual([40, 44, 44, 40, 44])
    expect(notes('2019', 'opening-times-not-readable').map(({ value }) => value)).toEqual([
      '00:00',
      '07:00-02:00',
      '09:30-04:00',
    ])
  })

  it(
    '19: three mobiles of Northumberland, 51 and 64 prisons, 99 and 97 mobiles, one postcode for Peterborough’s ' +
      'Central, Archives and Mobile',
    () => {
      const count = (edition: LibraryEdition, type: string) =>
        list(edition).libraries.filter((each) => each.type === type).length
      expect([
        count('2023', 'prison'),
        count('2023-raw', 'prison'),
        count('2023', 'mobile'),
        count('2023-raw', 'mobile'),
      ]).toEqual([51, 64, 99, 97])
      expect(of('2023', 'mobile', 'Northumberland').length).toBe(3)
      expect(
        list('2023')
          .libraries.filter(({ postcode }) => postcode === 'PE1 1RX')
          .map(({ type }) => type),
      ).toEqual(['archive', 'mobile', 'static'])
      expect((['2016', '2023'] as const).map((edition) => one(edition, 'Nottingham Central Library').postcode)).toEqual(
        ['NG1 6HP', 'NG1 7FH'],
      )
    },
  )

  it(
    '19: the enhanced file prints North Yorkshire (43) and Somerset (35) twice, under the council of before and ' +
      'of after April 2023',
    () => {
      const count = (authority: string) => list('2023').libraries.filter((each) => each.authority === authority).length
      expect(
        [
          'North Yorkshire Council',
          'North Yorkshire County Council',
          'Somerset Council',
          'Somerset County Council',
        ].map(count),
      ).toEqual([43, 43, 35, 35])
      expect(
        ['North Yorkshire', 'Somerset'].map(
          (authority) => list('2023-raw').libraries.filter((each) => each.authority === authority).length,
        ),
      ).toEqual([43, 35])
    },
  )

  it(
    '20: no header, Windows-1252, a misspelt header, a byte order mark, line breaks, damaged characters and ' +
      'hard spaces in cells',
    async () => {
      expect(one('2016', 'Barking')).toMatchObject({ row: 1, authority: 'Barking and Dagenham', postcode: 'IG11 7NB' })
      expect(decodeText((await sourceFile('libraries/libraries_england_2021.csv')).bytes).encoding).toBe('windows-1252')
      expect(notes('2021', 'misspelt-header')[0]).toMatchObject({ column: 'Namr', action: 'read as the name' })
      expect(list('2022').libraries[0]?.authority).toBe('Barking and Dagenham')
      const counted = (edition: LibraryEdition, rule: string) => notes(edition, rule)[0]?.count
      expect([
        counted('2016', 'line-break-in-cell'),
        counted('2016', 'non-breaking-space'),
        counted('2019', 'damaged-character'),
        counted('2025', 'damaged-character'),
      ]).toEqual([56, 30, 15, 10])
      const texts = Object.values(real.lists).flatMap(({ libraries }) =>
        libraries.flatMap(({ name, address, remark }) => [name, address, remark ?? '']),
      )
      expect(texts.filter((text) => /[\r\n\u00a0]|ï¿½/.test(text))).toEqual([])
    },
  )

  it('no address of mail or telephone number is read', () => {
    const remarks = Object.values(real.lists).flatMap(({ libraries }) => libraries.map(({ remark }) => remark ?? ''))
    expect(remarks.filter((remark) => /\S@\S+\.\S|\b0\d{9,10}\b/.test(remark))).toEqual([])
  })

  it(
    '37: 18 static libraries have neither a year of closing nor an operator in 2023; the file as collected ' +
      'calls all of them temporarily closed',
    () => {
      const unknown = rows('2023').filter(
        (row) => row.type === 'static' && row.closing === null && lastState(row) === 'not known',
      )
      expect(unknown.length).toBe(18)
      const collected = unknown.map((row) =>
        rows('2023-raw').find((other) => other.group === row.group && other.name === row.name),
      )
      expect(new Set(collected.map((row) => row && lastState(row)))).toEqual(new Set(['temporarily closed']))
    },
  )

  it('no row is lost: rows in are rows out and rows set aside', () => {
    for (const { counts } of Object.values(real.lists))
      expect(counts.rowsIn).toBe(counts.rowsOut + counts.setAside.reduce((sum, { rows: aside }) => sum + aside, 0))
    expect(Object.values(real.lists).map(({ counts }) => counts.rowsIn)).toEqual([
      3269, 3318, 2548, 3451, 3539, 4231, 3487,
    ])
  })

  it(
    'the closings of the list of 2016 by year, and the open static libraries of the enhanced list by its own ' +
      'columns',
    () => {
      const closed = list('2016').libraries.filter(({ closing }) => closing !== null)
      const byYear = (kinds: readonly string[]) =>
        [2010, 2011, 2012, 2013, 2014, 2015, 2016].map(
          (year) =>
            closed.filter(
              ({ closing }) => kinds.includes(closing?.kind ?? '') && closing?.day?.date.startsWith(String(year)),
            ).length,
        )
      expect(byYear(['closed', 'replaced', 'temporarily-closed'])).toEqual([12, 41, 55, 41, 25, 37, 24])
      expect(byYear(['closed'])).toEqual([2, 29, 28, 23, 7, 19, 10])
      expect(closed.filter(({ closing }) => closing?.day === null).length).toBe(13)
      expect(
        (['closed', 'replaced', 'temporarily-closed'] as const).map(
          (kind) => closed.filter(({ closing }) => closing?.kind === kind).length,
        ),
      ).toEqual([119, 114, 15])
      // Rows of type Static Library. 2010: no year of opening, one before 2010, or 2010 and statutory in 2010. 2023: a
      // type of operation in 2023.
      const static2023 = list('2023').libraries.filter(({ type }) => type === 'static')
      const statutory = (year: number) =>
        static2023.filter(({ years }) => years.find((each) => each.year === year)?.statutory === true)
      const open2010 = static2023.filter(
        ({ opened, years }) =>
          opened === null || opened.date < '2010' || (opened.date < '2011' && years[0]?.statutory === true),
      )
      expect([open2010.length, static2023.filter(({ operator }) => operator !== null).length]).toEqual([3128, 2949])
      expect([statutory(2010).length, statutory(2023).length]).toEqual([3011, 2660])
    },
  )

  it(
    'transfers from 2016 to 2023 in the rows of the enhanced list: 158 to community, 64 (63 static) to ' +
      'commissioned, 27 to independent bodies',
    () => {
      const from = (row: PrintedLibrary, year: number) => row.years.find((each) => each.year === year)?.operator
      const transferred = list('2023').libraries.filter(
        (row) => from(row, 2016) === 'council' && from(row, 2023) !== 'council',
      )
      const to = (operator: string) => transferred.filter((row) => from(row, 2023) === operator)
      expect([
        to('community').length,
        to('commissioned').length,
        to('commissioned').filter(({ type }) => type === 'static').length,
        to('independent').length,
      ]).toEqual([158, 64, 63, 27])
      // North Yorkshire and Somerset, printed twice, are 32 of the 158: it is 126 libraries.
      const once = (operator: string) =>
        new Set(
          to(operator).map(({ name, postcode, type, closing }) => [name, postcode, type, closing?.day?.date].join('|')),
        ).size
      expect([once('community'), once('commissioned'), once('independent')]).toEqual([126, 64, 27])
    },
  )
})
