import { table } from 'arquero'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadBoundaries, loadCrosswalk, loadTable, loadWardCodes } from '../../src/datasets/index.js'
import {
  compareWardNames,
  type Crosswalk,
  harmonise,
  overlaps,
  type OutputAreaRow,
  wardFeatures,
  wardLocator,
} from '../../src/geography/index.js'
import { csvRows, type WardRow } from '../../src/tables/index.js'
import { describeOnSources, sourceFile } from '../support/sources.js'
import { rowsOfTable } from '../support/data.js'

/*
 * Figures of an independent recount of the official files (the project's checks, "Figures a correct build gives"),
 * tested on the committed data, and look-ups that others made of the same files.
 */

const NOTTINGHAM = 'E06000018'
const PETERBOROUGH = 'E06000031'
const sum = (values: Iterable<unknown>): number =>
  [...values].reduce<number>((total, value) => total + Number(value), 0)

let there: Crosswalk
let wards2025: readonly WardRow[]
let outputAreas: readonly OutputAreaRow[]
beforeAll(async () => {
  there = await loadCrosswalk('WD13', 'WD25')
  wards2025 = await rowsOfTable('wards-2025', 'wards')
  outputAreas = await rowsOfTable('crosswalks', 'output-areas')
})
const codesIn = (district: string): Map<string, string> =>
  new Map(
    wards2025
      .filter(({ district_code }) => district_code === district)
      .map(({ ward_code, ward_name }) => [ward_code, ward_name]),
  )
const flaggedIn = (district: string): (readonly [string, string])[] => {
  const names = codesIn(district)
  return overlaps(there).flatMap(({ target, largestShare }) =>
    names.has(target) && (largestShare ?? 1) < 0.9
      ? [[names.get(target) ?? '', (largestShare ?? 1).toFixed(2)] as const]
      : [],
  )
}

describe('the wards of 2025', () => {
  it('are 6,826 in 296 districts of 9 regions, 9 of them new and without an LSOA of their own', () => {
    expect([
      wards2025.length,
      new Set(wards2025.map(({ district_code }) => district_code)).size,
      new Set(wards2025.map(({ region_code }) => region_code)).size,
    ]).toEqual([6826, 296, 9])
    expect(there.targets.length).toBe(6826)
    const linked = new Set(there.links.map(({ target }) => target))
    expect(there.targets.filter((target) => !linked.has(target)).length).toBe(9)
  })

  it(
    'carry district, county or unitary authority, region and, where it is one, their rural-urban class ' + 'of 2011',
    () => {
      const aspley = wards2025.find(({ ward_code }) => ward_code === 'E05012270')
      expect(aspley).toMatchObject({
        ward_name: 'Aspley',
        district_name: 'Nottingham',
        county_code: null,
        region_name: 'East Midlands',
        rural_urban: 'Urban conurbation',
      })
      const countyOf = (district: string): string | null | undefined =>
        wards2025.find(({ district_name }) => district_name === district)?.county_name
      expect(['Broxtowe', 'Sheffield', 'Camden', 'Cumberland'].map(countyOf)).toEqual([
        'Nottinghamshire',
        'South Yorkshire',
        'Inner London',
        null,
      ])
      expect(
        wards2025.filter(
          ({ district_name, region_code, region_name }) => !district_name || !region_code || !region_name,
        ),
      ).toEqual([])
    },
  )
})

describe('the crosswalk from the wards of 2013 to those of 2025', () => {
  it('flags the five wards of Nottingham that are new', () => {
    expect(flaggedIn(NOTTINGHAM)).toEqual([
      ['Castle', '0.63'],
      ['Clifton East', '0.62'],
      ['Clifton West', '0.65'],
      ['Hyson Green & Arboretum', '0.70'],
      ['Lenton & Wollaton East', '0.57'],
    ])
  })

  it('tells new wards that are sums of old ones from those that are parts', () => {
    const divided = new Map(overlaps(there).map(({ target, dividedShare }) => [target, dividedShare?.toFixed(2)]))
    // Castle has parts of two wards; Lenton & Wollaton East is two whole wards and 4 output areas of a third; Mapperley
    // is as it was.
    expect([divided.get('E05012277'), divided.get('E05012283'), divided.get('E05012284')]).toEqual([
      '1.00',
      '0.07',
      '0.00',
    ])
  })

  it('flags 13 of the 22 of Peterborough', () => {
    expect([flaggedIn(PETERBOROUGH).length, codesIn(PETERBOROUGH).size]).toEqual([13, 22])
  })

  it('places every ward of England, those in which no LSOA has its centre too', () => {
    const shares = new Map<string, number>()
    for (const { source, share } of there.links) shares.set(source, (shares.get(source) ?? 0) + share)
    expect(there.sources.length).toBe(7681)
    expect(there.sources.filter((source) => Math.abs((shares.get(source) ?? 0) - 1) > 1e-12)).toEqual([])
    expect(
      there.links
        .filter(({ basis }) => basis === 'area')
        .map(({ source }) => source)
        .filter((code, i, all) => all.indexOf(code) === i).length,
    ).toBe(10)
  })

  it('leaves the 941 wards alone whose code is in both lists', () => {
    expect(
      there.links
        .filter(({ source, target }) => source === target)
        .every(({ share, basis }) => share === 1 && basis === 'code'),
    ).toBe(true)
    expect(there.links.filter(({ basis }) => basis === 'code').length).toBe(941)
    const kept = new Set(there.links.filter(({ basis }) => basis === 'code').map(({ target }) => target))
    expect(there.links.filter(({ source, target }) => kept.has(target) && source !== target)).toEqual([])
  })

  it('never lets a link cross the border of a study city', () => {
    const cities = new Map(
      outputAreas.flatMap(
        ({ ward_2013, ward_2025 }) =>
          [
            [ward_2013, true],
            [ward_2025, true],
          ] as const,
      ),
    )
    expect(there.links.filter(({ source, target }) => cities.has(source) !== cities.has(target))).toEqual([])
  })
})

describe('best fit', () => {
  const placedRight = (
    city: 'Nottingham' | 'Peterborough',
    wardOf: (row: OutputAreaRow) => string | null | undefined,
    of: 'ward_2013' | 'ward_2025',
  ): string => {
    const [first, last] = city === 'Nottingham' ? ['E05001822', 'E05001841'] : ['E05002169', 'E05002192']
    const own = outputAreas.filter(({ ward_2013 }) => ward_2013 >= first && ward_2013 <= last)
    return ((100 * own.filter((row) => wardOf(row) === row[of]).length) / own.length).toFixed(1)
  }

  it(
    'of LSOAs puts 100 and 99.7 % of the output areas of the two cities into their old ward, 96.8 and 92.7 % ' +
      'into the new one',
    async () => {
      const lsoas = await rowsOfTable('wards', 'lsoas')
      const byCode = new Map(lsoas.map((row) => [row.lsoa_code, row]))
      const today = wardLocator(Object.values(await loadBoundaries({ vintage: 'WD25' })).flatMap(wardFeatures))
      const old = ({ lsoa_2011 }: OutputAreaRow) => byCode.get(lsoa_2011)?.ward_code
      const now = ({ lsoa_2011 }: OutputAreaRow) =>
        today.nearestWard(byCode.get(lsoa_2011) ?? { longitude: 0, latitude: 0 })?.code
      expect([placedRight('Nottingham', old, 'ward_2013'), placedRight('Peterborough', old, 'ward_2013')]).toEqual([
        '100.0',
        '99.7',
      ])
      expect([placedRight('Nottingham', now, 'ward_2025'), placedRight('Peterborough', now, 'ward_2025')]).toEqual([
        '96.8',
        '92.7',
      ])
    },
  )
})

describe('harmonised tables', () => {
  const people = async (year: number) =>
    table({
      ...columns((await rowsOfTable('wards', 'ward-populations')).filter((row) => row.year === year)),
    })
  const columns = (rows: readonly { ward_code: string; people: number }[]) => ({
    ward_code: rows.map(({ ward_code }) => ward_code),
    people: rows.map((row) => row.people),
  })
  const count = { key: 'ward_code', measures: { people: { kind: 'count' } } } as const

  it('keep all 56,550,138 people of England of mid-2020 on the wards of 2025', async () => {
    const { table: after, loss } = harmonise(await people(2020), there, { ...count, missing: 'partial' })
    expect(Math.abs(sum(after.array('people')) / 56_550_138 - 1)).toBeLessThan(1e-9)
    expect(loss.totals[0]).toMatchObject({ before: 56_550_138, unmatched: 0, unplaced: 0, withheld: 0 })
    expect(loss.absent.length).toBe(30)
  })

  it('miss nobody in a ward in which no LSOA has its centre', async () => {
    const { table: after, loss } = harmonise(await people(2020), there, count)
    expect(loss.totals[0]).toMatchObject({ withheld: 0 })
    expect(
      Math.abs(sum((after.array('people') as (number | null)[]).filter((value) => value !== null)) / 56_550_138 - 1),
    ).toBeLessThan(1e-9)
    expect((after.array('people') as (number | null)[]).filter((value) => value === null).length).toBe(33)
  })

  it('by LSOA are what the LSOAs themselves sum to', async () => {
    const byLsoa = await loadCrosswalk('WD13', 'WD25', { detail: 'lsoa', year: 2020 })
    const through = harmonise(await people(2020), byLsoa, { ...count, missing: 'partial' }).table.objects() as {
      ward_code: string
      people: number | null
    }[]
    const lsoas = await rowsOfTable('wards', 'lsoa-populations')
    const direct = harmonise(
      table({
        ward_code: lsoas.map(({ lsoa_code }) => lsoa_code),
        people: lsoas.map(({ people_2020 }) => people_2020),
      }),
      await loadCrosswalk('LSOA11', 'WD25', { year: 2020 }),
      count,
    )
    const expected = new Map(
      (direct.table.objects() as { ward_code: string; people: number | null }[]).map((row) => [
        row.ward_code,
        row.people,
      ]),
    )
    const off = through.map(({ ward_code, people: found }) => Math.abs((found ?? 0) - (expected.get(ward_code) ?? 0)))
    expect(Math.max(...off)).toBeLessThan(1e-6)
    expect(direct.flagged).toEqual([])
  })

  it('come back from 2025 with the same total, and where a ward was not split as they were', async () => {
    const away = harmonise(await people(2017), there, { ...count, missing: 'partial' }).table
    const back = harmonise(away, await loadCrosswalk('WD25', 'WD13'), {
      ...count,
      drop: ['largest_share', 'divided_share', 'people_status', 'people_covered'],
      missing: 'partial',
    }).table.objects() as { ward_code: string; people: number | null }[]
    const before = new Map(
      ((await people(2017)).objects() as { ward_code: string; people: number }[]).map((row) => [
        row.ward_code,
        row.people,
      ]),
    )
    expect(sum(back.map((row) => row.people ?? 0)) / 55_619_430).toBeCloseTo(1, 9)
    const same = there.links.filter(({ basis }) => basis === 'code').map(({ source }) => source)
    const returned = new Map(back.map((row) => [row.ward_code, row.people]))
    expect(
      same
        .filter((code) => before.has(code))
        .every((code) => Math.abs((returned.get(code) ?? 0) - (before.get(code) ?? 0)) < 1e-6),
    ).toBe(true)
    const errors = back
      .flatMap((row) =>
        before.has(row.ward_code) ? [Math.abs((row.people ?? 0) / (before.get(row.ward_code) ?? 1) - 1)] : [],
      )
      .sort((a, b) => a - b)
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(0.05)
  })

  it('are themselves from a list to itself', async () => {
    const same = await loadCrosswalk('WD13', 'WD13')
    const before = await people(2015)
    const { table: after, loss } = harmonise(before, same, count)
    const known = (after.objects() as { ward_code: string; people: number | null; people_status: string }[]).filter(
      (row) => row.people !== null,
    )
    expect(known.map(({ ward_code, people: found }) => [ward_code, found])).toEqual(
      (before.objects() as { ward_code: string; people: number }[]).map((row) => [row.ward_code, row.people]),
    )
    expect([new Set(known.map(({ people_status }) => people_status)), loss.totals[0]?.after]).toEqual([
      new Set(['observed']),
      54_728_204,
    ])
  })

  it('refuse wards of today where those of 2013 are asked for, and say which they are', () => {
    expect(() =>
      harmonise(table({ ward_code: ['E05012270'], people: [1] }), there, { ...count, file: 'grants.csv' }),
    ).toThrow(
      "grants.csv, row 2, column 'ward_code': 'E05012270' is not among the wards of 2013; it is Aspley " +
        '(Nottingham) in the wards of 2019, 2024 and 2025. The table may be on the wards of 2025 already. To ' +
        "set such rows aside and have them reported: unmatched: 'report'.",
    )
  })
})

describe('the pieces of small areas', () => {
  it('hold every LSOA of 2011 and 2021, and all 57,106,398 people of mid-2022', async () => {
    const pieces = await rowsOfTable('crosswalks', 'small-areas')
    expect([
      new Set(pieces.map(({ lsoa_2011 }) => lsoa_2011)).size,
      new Set(pieces.map(({ lsoa_2021 }) => lsoa_2021)).size,
      sum(pieces.map(({ people_2022 }) => people_2022)),
    ]).toEqual([32_844, 33_755, 57_106_398])
  })
})

describe('the ward codes', () => {
  it('are complete for 2011, 2013, 2016, 2019 and 2025', async () => {
    const rows = await rowsOfTable('crosswalks', 'ward-codes')
    const count = (year: number): number => rows.filter(({ lists }) => lists.split(' ').includes(String(year))).length
    expect([rows.length, ...[2011, 2013, 2016, 2019, 2025].map(count)]).toEqual([15_320, 7707, 7681, 7463, 7219, 6826])
  })
})

const csv = async (file: string): Promise<Record<string, string>[]> => {
  const source = await sourceFile(file)
  const [header = [], ...rows] = csvRows(new TextDecoder().decode(source.bytes), { file })
  return rows
    .filter((cells) => cells.length === header.length)
    .map((cells) => Object.fromEntries(header.map((name, i) => [name.replace('\ufeff', ''), cells[i] ?? ''])))
}

describeOnSources('look-ups that others made', () => {
  it('of the output areas of the two cities give the same shares', async () => {
    const expected = await csv('geography/crosswalk_wd13_wd25_oa11.csv')
    const totals = new Map<string, number>()
    const own = there.links.filter(({ basis }) => basis === 'output areas')
    for (const { target, weight } of own) totals.set(target, (totals.get(target) ?? 0) + weight)
    expect(own.length).toBe(expected.length)
    for (const row of expected) {
      const link = own.find(({ source, target }) => source === row['wd13cd'] && target === row['wd25cd'])
      expect(link?.weight).toBe(Number(row['n_oa11']))
      expect(Math.abs((link?.share ?? 0) - Number(row['share_of_wd13']))).toBeLessThan(0.000051)
      expect(
        Math.abs((link?.weight ?? 0) / (totals.get(row['wd25cd'] ?? '') ?? 1) - Number(row['share_of_wd25'])),
      ).toBeLessThan(0.000051)
    }
  })

  it('of postcodes to wards agree but for eight at a border and two beyond the city', async () => {
    const rows = await csv('geography/postcodes_nottingham_peterborough_pip.csv')
    const points = rows.map((row) => ({ longitude: Number(row['long']), latitude: Number(row['lat']) }))
    const features = Object.values(await loadBoundaries()).flatMap(wardFeatures)
    const [old, today] = [
      wardLocator(features),
      wardLocator(Object.values(await loadBoundaries({ vintage: 'WD25' })).flatMap(wardFeatures)),
    ]
    const differing = (locator: typeof old, column: string): number[] =>
      points.flatMap((point, i) => ((locator.wardAt(point) ?? '') === rows[i]?.[column] ? [] : [i]))
    expect([rows.length, differing(today, 'wd25cd')]).toEqual([17_891, []])
    const off = differing(old, 'wd13cd')
    // The look-up was made on the boundaries before they were moved by 2 m onto the datum of the postcodes.
    const metresToTheirs = (i: number): number =>
      wardLocator(features.filter(({ properties }) => properties.ward_code === rows[i]?.['wd13cd'])).nearestWard(
        points[i] ?? { longitude: 0, latitude: 0 },
      )?.metres ?? Number.NaN
    const atBorder = off.filter((i) => rows[i]?.['wd13cd'] !== '')
    expect(atBorder.map((i) => rows[i]?.['postcode'])).toEqual([
      'NG1 5AA',
      'NG1 6BP',
      'NG1 6JT',
      'NG7 1EA',
      'NG7 1NR',
      'NG7 1PN',
      'NG7 6NY',
      'NG7 6NZ',
    ])
    expect(Math.max(...atBorder.map(metresToTheirs))).toBeLessThan(2)
    // It was made with the polygons of the two cities alone: these postcodes lie in a ward of Gedling and one of
    // Broxtowe.
    const beyond = off.filter((i) => rows[i]?.['wd13cd'] === '')
    const districts = new Map(features.map(({ properties }) => [properties.ward_code, properties.district_code]))
    expect(
      beyond.map((i) => [
        rows[i]?.['postcode'],
        districts.get(old.wardAt(points[i] ?? { longitude: 0, latitude: 0 }) ?? ''),
      ]),
    ).toEqual([
      ['NG5 5RT', 'E07000173'],
      ['NG8 2RQ', 'E07000172'],
    ])
  })

  it('of the postcodes of an output area put it into the ward that the table has', async () => {
    const rows = await csv('geography/postcodes_nottingham_peterborough_pip.csv')
    const votes = new Map<string, Map<string, number>>()
    for (const row of rows) {
      const own = votes.get(row['oa11cd'] ?? '') ?? new Map<string, number>()
      own.set(row['wd25cd'] ?? '', (own.get(row['wd25cd'] ?? '') ?? 0) + 1)
      votes.set(row['oa11cd'] ?? '', own)
    }
    const most = (code: string): string | undefined =>
      [...(votes.get(code) ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0]
    expect(
      outputAreas
        .filter(({ output_area, ward_2025 }) => most(output_area) !== ward_2025)
        .map(({ postcodes }) => postcodes),
    ).toEqual([0])
  })

  it(
    'of the official best fit to the wards of 2024 agree but for 53 of 32,237 pieces, of wards whose code did ' +
      'not change',
    async () => {
      const official = new Map(
        (await csv('geography/geographr_lookup_lsoa21_ward24_ltla24.csv')).map((row) => [
          row['lsoa21_code'],
          row['ward24_code'] ?? '',
        ]),
      )
      const inBoth = new Set(wards2025.map(({ ward_code }) => ward_code))
      const of2013 = new Set(there.sources)
      const pieces = (await rowsOfTable('crosswalks', 'small-areas')).filter(({ lsoa_2021 }) =>
        inBoth.has(official.get(lsoa_2021) ?? ''),
      )
      const differing = pieces.filter(({ lsoa_2021, ward_2025 }) => official.get(lsoa_2021) !== ward_2025)
      expect([pieces.length, differing.length]).toEqual([32_237, 53])
      expect(
        differing.filter(
          ({ lsoa_2021, ward_2025 }) => !of2013.has(ward_2025) && !of2013.has(official.get(lsoa_2021) ?? ''),
        ),
      ).toEqual([])
    },
  )

  it(
    'of IMD 2019 by ward of 2020 agree where the ward and its LSOAs are the same, to what other ' + 'residents weigh',
    async () => {
      const theirs = new Map(
        (await csv('deprivation/mgt_English_IMD_Ward_2020.csv')).map((row) => [
          row['WD20CD'] ?? '',
          Number(row['Score']),
        ]),
      )
      const lsoaWard2019 = new Map(
        (await csv('geography/lsoa11_wd19.csv')).map((row) => [row['LSOA11CD'] ?? '', row['WD19CD'] ?? '']),
      )
      const lsoas = await rowsOfTable('wards', 'lsoas')
      const moved = new Set(
        lsoas.flatMap(({ lsoa_code, ward_code }) =>
          lsoaWard2019.get(lsoa_code) === ward_code ? [] : [ward_code, lsoaWard2019.get(lsoa_code) ?? ''],
        ),
      )
      const scores = await rowsOfTable('wards', 'lsoa-deprivation')
      // Their weights are residents of mid-2019 with prisoners; ours of mid-2020 are nearest.
      const crosswalk = await loadCrosswalk('LSOA11', 'WD13', { year: 2020 })
      const ours = harmonise(
        table({ code: scores.map(({ lsoa_code }) => lsoa_code), imd: scores.map(({ imd_2019 }) => imd_2019) }),
        crosswalk,
        { key: 'code', measures: { imd: { kind: 'mean', denominator: 'crosswalk weights' } } },
      )
      const differences = (ours.table.objects() as { code: string; imd: number | null }[])
        .flatMap(({ code, imd }) =>
          imd !== null && theirs.has(code) && !moved.has(code)
            ? [Math.abs(imd - (theirs.get(code) ?? Number.NaN))]
            : [],
        )
        .sort((a, b) => a - b)
      expect(differences.length).toBe(3728)
      expect(differences[Math.floor(differences.length / 2)]).toBeLessThan(0.03)
      expect(differences.at(-1)).toBeLessThan(0.9)
    },
  )

  it('of residents by ward with codes that a spreadsheet filled in are found out', async () => {
    const source = await sourceFile('population/mid2020_ward_persons_syoa.csv')
    const rows = csvRows(new TextDecoder('utf-8').decode(source.bytes), { file: source.name }).filter(([code = '']) =>
      /^[EW]05/.test(code),
    )
    const comparison = compareWardNames(
      rows.map(([code = '', name = '', , district = '']) => ({ code, name, district })),
      await loadWardCodes(),
    )
    expect([comparison.rows, comparison.believable]).toEqual([8053, false])
    expect(comparison.agreeing).toBe(38)
    expect(comparison.sequential).toBeGreaterThan(0.99)
    expect(comparison.summary).toContain('a spreadsheet has filled them in')
  })
})

describe('the built-in tables', () => {
  it('name the wards of 2013 as the latest list that has them, which renamed seven', async () => {
    const codes = await loadWardCodes()
    const wards = (await loadTable('wards', 'wards')).objects()
    const renamed = wards.filter(({ ward_code, ward_name }) => codes.get(ward_code)?.ward_name !== ward_name)
    expect(renamed.map(({ ward_code, ward_name }) => [ward_name, codes.get(ward_code)?.ward_name])).toEqual([
      ['Bramhall South', 'Bramhall South and Woodford'],
      ['Marple South', 'Marple South and High Lane'],
      ['Hardwick', 'Hardwick and Salters Lane'],
      ['Barming', 'Barming and Teston'],
      ['Wootton Bassett East', 'Royal Wootton Bassett East'],
      ['Wootton Bassett North', 'Royal Wootton Bassett North'],
      ['Wootton Bassett South', 'Royal Wootton Bassett South'],
    ])
  })
})
