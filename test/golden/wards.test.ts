import { rowsOfTable } from '../support/data.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadBoundaries, loadBoundaryMap, loadDescriptor } from '../../src/datasets/index.js'
import { wardFeatures, wardLocator } from '../../src/geography/index.js'
import type {
  LsoaPopulationRow,
  LsoaRow,
  WardDeprivationRow,
  WardPopulationRow,
  WardRow,
} from '../../src/tables/index.js'
import type { QualityEntry } from '../../src/sources/index.js'

/*
 * Figures of an independent recount of the official files (the project's checks, "Figures a correct build gives"),
 * tested on the committed data.
 */

const ASPLEY = 'E05001823'

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

let wards: readonly WardRow[]
let lsoas: readonly LsoaRow[]
let residents: readonly WardPopulationRow[]
let lsoaResidents: readonly LsoaPopulationRow[]
let deprivation: readonly WardDeprivationRow[]
let quality: readonly QualityEntry[]
beforeAll(async () => {
  wards = await rowsOfTable('wards', 'wards')
  lsoas = await rowsOfTable('wards', 'lsoas')
  residents = await rowsOfTable('wards', 'ward-populations')
  lsoaResidents = await rowsOfTable('wards', 'lsoa-populations')
  deprivation = await rowsOfTable('wards', 'ward-deprivation')
  quality = await rowsOfTable('wards', 'quality')
})

const wardNamed = (name: string, district: string): WardRow => {
  const found = wards.find(({ ward_name, district_name }) => ward_name === name && district_name === district)
  if (found === undefined) throw new Error(`no ward ${name} in ${district}`)
  return found
}
const people = (code: string, year: number) => residents.find((row) => row.ward_code === code && row.year === year)
const deprivationOf = (code: string, edition: number) =>
  deprivation.find((row) => row.ward_code === code && row.edition === edition)

describe('the wards of 2013', () => {
  it('are 7,681 in 326 districts of 9 regions, 30 of them without an LSOA', () => {
    expect([
      wards.length,
      new Set(wards.map(({ district_code }) => district_code)).size,
      new Set(wards.map(({ region_code }) => region_code)).size,
    ]).toEqual([7681, 326, 9])
    expect(wards.filter((ward) => ward.lsoas === 0).length).toBe(30)
    expect(
      wards
        .filter(({ longitude, latitude }) => longitude === null || latitude === null)
        .every((ward) => ward.lsoas === 0),
    ).toBe(true)
  })

  it('keep every district whose code changed in 2012 and 2013', () => {
    const names = new Map(
      wards.map(({ district_code, district_name, region_name }) => [district_code, `${district_name}, ${region_name}`]),
    )
    expect(
      ['E06000057', 'E07000240', 'E07000241', 'E07000242', 'E07000243', 'E08000037'].map((code) => names.get(code)),
    ).toEqual([
      'Northumberland, North East',
      'St Albans, East of England',
      'Welwyn Hatfield, East of England',
      'East Hertfordshire, East of England',
      'Stevenage, East of England',
      'Gateshead, North East',
    ])
  })

  it('of Nottingham are 20, E05001822 to E05001841, and of Peterborough 24, E05002169 to E05002192', () => {
    for (const [district, first, count] of [
      ['E06000018', 1822, 20],
      ['E06000031', 2169, 24],
    ] as const)
      expect(wards.filter(({ district_code }) => district_code === district).map(({ ward_code }) => ward_code)).toEqual(
        Array.from({ length: count }, (_, i) => `E0500${first + i}`),
      )
  })

  it('have a rural-urban class but for 55 of the 380 whose code is not among those of 2011', () => {
    expect(wards.filter(({ rural_urban_code }) => rural_urban_code === null).length).toBe(55)
    const entries = quality.filter(({ rule }) => rule === 'ward-not-of-2011')
    const told = entries.filter(({ action }) => action.startsWith('given'))
    expect([sum(entries.map(({ count }) => count)), sum(told.map(({ count }) => count))]).toEqual([380, 325])
    expect(wardNamed('Aspley', 'Nottingham').rural_urban).toBe('Urban conurbation')
  })
})

describe('the LSOAs of 2011', () => {
  it('are 32,844, four of them placed in the nearest ward', () => {
    expect([
      lsoas.length,
      lsoas.filter(({ placed }) => placed === 'nearest').length,
      sum(wards.map((ward) => ward.lsoas)),
    ]).toEqual([32_844, 4, 32_844])
  })

  it('of Aspley are E01013817 to E01013826', () => {
    expect(lsoas.filter(({ ward_code }) => ward_code === ASPLEY).map(({ lsoa_code }) => lsoa_code)).toEqual(
      Array.from({ length: 10 }, (_, i) => `E010138${17 + i}`),
    )
  })

  it('lie with their printed centre in their ward', async () => {
    const locator = wardLocator(Object.values(await loadBoundaries()).flatMap(wardFeatures))
    const inside = lsoas.filter(({ placed }) => placed === 'inside')
    expect(
      inside
        .filter(({ ward_code, longitude, latitude }) => locator.wardAt({ longitude, latitude }) !== ward_code)
        .map(({ lsoa_code }) => lsoa_code),
    ).toEqual([])
  })
})

describe('residents', () => {
  it.each([
    [2015, 54_728_204],
    [2017, 55_619_430],
    [2020, 56_550_138],
    [2022, 57_106_398],
  ])('of the wards in mid-%i sum to England', (year, england) => {
    expect(sum(residents.filter((row) => row.year === year).map((row) => row.people))).toBe(england)
    expect(residents.filter((row) => row.year === year).length).toBe(7651)
  })

  it('of the LSOAs sum to England, and the ages of the wards to their people', () => {
    expect([
      sum(lsoaResidents.map((row) => row.people_2015)),
      sum(lsoaResidents.map((row) => row.people_2017)),
      sum(lsoaResidents.map((row) => row.people_2020)),
    ]).toEqual([54_728_204, 55_619_430, 56_550_138])
    expect(
      residents.filter(
        (row) =>
          row.year !== 2022 && (row.aged_0_15 ?? 0) + (row.aged_16_59 ?? 0) + (row.aged_60_plus ?? 0) !== row.people,
      ),
    ).toEqual([])
  })

  it('of Aspley are 18,404, 18,769, 18,763 and 17,923, of them 5,989 aged 0 to 15 in 2015', () => {
    expect([2015, 2017, 2020, 2022].map((year) => people(ASPLEY, year)?.people)).toEqual([
      18_404, 18_769, 18_763, 17_923,
    ])
    expect(people(ASPLEY, 2015)?.aged_0_15).toBe(5989)
  })

  it.each([
    ['Bulwell', 'Nottingham', 16_142],
    ['Clifton North', 'Nottingham', 13_998],
    ['Dogsthorpe', 'Peterborough', 9870],
    ['Central', 'Peterborough', 12_873],
  ])('of %s (%s) are %i in 2015', (name, district, count) => {
    expect(people(wardNamed(name, district).ward_code, 2015)?.people).toBe(count)
  })

  it('of mid-2022 have no ages and are modelled in the 36 wards between which 18 LSOAs of 2021 were divided', () => {
    const mid2022 = residents.filter(({ year }) => year === 2022)
    expect(
      mid2022.filter((row) => row.aged_0_15 !== null || row.aged_16_59 !== null || row.aged_60_plus !== null),
    ).toEqual([])
    expect(mid2022.filter(({ status }) => status === 'modelled').length).toBe(36)
    expect(residents.filter(({ year, status }) => year < 2022 && status !== 'observed')).toEqual([])
    expect(quality.filter(({ rule }) => rule === 'lsoa-in-several-wards').length).toBe(18)
  })
})

describe('deprivation', () => {
  it('of Aspley is 62.5, 57.2, 55.594, 60.476 and 54.693 in the editions of 2004 to 2019', () => {
    expect([2004, 2007].map((edition) => deprivationOf(ASPLEY, edition)?.imd_score?.toFixed(1))).toEqual([
      '62.5',
      '57.2',
    ])
    expect([2010, 2015, 2019].map((edition) => deprivationOf(ASPLEY, edition)?.imd_score)).toEqual([
      55.594, 60.476, 54.693,
    ])
  })

  it('of Aspley ranks 73rd, 39th and 97th in 2010, 2015 and 2019', () => {
    expect([2010, 2015, 2019].map((edition) => deprivationOf(ASPLEY, edition)?.imd_rank)).toEqual([73, 39, 97])
  })

  it('by income is .404 and .348 of Aspley’s residents in 2010 and 2019, and known in no other edition', () => {
    expect([2010, 2019].map((edition) => deprivationOf(ASPLEY, edition)?.income_share?.toFixed(3))).toEqual([
      '0.404',
      '0.348',
    ])
    expect(
      deprivation.filter(
        ({ edition, income_share, income_rank }) =>
          ![2010, 2019].includes(edition) && (income_share !== null || income_rank !== null),
      ),
    ).toEqual([])
  })

  it('ranks the 7,651 wards with people in every edition, and knows nothing of 2025', () => {
    expect([...new Set(deprivation.map(({ edition }) => edition))]).toEqual([2004, 2007, 2010, 2015, 2019])
    for (const edition of [2004, 2007, 2010, 2015, 2019]) {
      const ranks = deprivation.flatMap((row) =>
        row.edition === edition && row.imd_rank !== null ? [row.imd_rank] : [],
      )
      expect([ranks.length, Math.min(...ranks), Math.max(...ranks)]).toEqual([7651, 1, 7651])
    }
  })

  it('of an LSOA without a predecessor of 2001 is missing before 2015 and never 0', async () => {
    const lsoaDeprivation = await rowsOfTable('wards', 'lsoa-deprivation')
    const without = lsoaDeprivation.filter(({ imd_2010 }) => imd_2010 === null)
    expect(without.map(({ lsoa_code }) => lsoa_code)).toEqual(['E01032522', 'E01032540', 'E01032608', 'E01033730'])
    expect(
      without.every(
        (row) =>
          row.imd_2004 === null &&
          row.imd_2007 === null &&
          row.income_2010 === null &&
          row.imd_2015 !== null &&
          row.imd_2019 !== null,
      ),
    ).toBe(true)
    expect(
      lsoaDeprivation.filter((row) => row.imd_2015 === null || row.imd_2019 === null || row.income_2019 === null),
    ).toEqual([])
  })
})

describe('the bridge from the LSOAs of 2001 to those of 2011', () => {
  it('has 32,482 of 2001 and 32,840 of 2011 with the kind of change', async () => {
    const bridge = await rowsOfTable('wards', 'lsoa-bridge')
    expect([
      bridge.length,
      new Set(bridge.map(({ lsoa_2001 }) => lsoa_2001)).size,
      new Set(bridge.map(({ lsoa_2011 }) => lsoa_2011)).size,
    ]).toEqual([32_997, 32_482, 32_840])
    expect(['U', 'S', 'M', 'X'].map((change) => bridge.filter((row) => row.change === change).length)).toEqual([
      31_672, 881, 293, 151,
    ])
    expect(bridge.filter(({ lsoa_2001, lsoa_2011, change }) => change === 'U' && lsoa_2001 !== lsoa_2011)).toEqual([])
  })
})

describe('the quality report', () => {
  it(
    'tells every ward without an LSOA, every LSOA without a predecessor or a ward of its own, and every invalid ' +
      'polygon',
    () => {
      const count = (rule: string): number => quality.filter((entry) => entry.rule === rule).length
      expect(
        ['ward-without-lsoa', 'no-predecessor', 'centre-outside-every-ward', 'invalid-polygon'].map(count),
      ).toEqual([30, 4, 4, 43])
    },
  )
})

describe('the boundaries', () => {
  it('hold every ward of the table, as published and simplified, with its name and district', async () => {
    const published = Object.values(await loadBoundaries()).flatMap(({ objects }) => objects.wards.geometries)
    const simplified = (await loadBoundaryMap()).objects.wards.geometries
    const expected = wards.map(({ ward_code, ward_name, district_code }) => ({ ward_code, ward_name, district_code }))
    for (const geometries of [published, simplified])
      expect(
        geometries.map(({ properties }) => properties).sort((a, b) => (a.ward_code < b.ward_code ? -1 : 1)),
      ).toEqual(expected)
  })

  it('simplified keep every ward’s shape to within 60 %, and half of them to within 3 %, of its area', async () => {
    const area = (feature: ReturnType<typeof wardFeatures>[number]): number => {
      const polygons =
        feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates
      return sum(
        polygons.flatMap((rings) =>
          rings.map(
            (ring, i) =>
              (i === 0 ? 1 : -1) *
              Math.abs(sum(ring.map(([x, y], k) => ((ring[k - 1]?.[0] ?? x) * y - x * (ring[k - 1]?.[1] ?? y)) / 2))),
          ),
        ),
      )
    }
    const published = new Map(
      Object.values(await loadBoundaries())
        .flatMap(wardFeatures)
        .map((feature) => [feature.properties.ward_code, area(feature)]),
    )
    const changes = wardFeatures(await loadBoundaryMap())
      .map((feature) => Math.abs(area(feature) / (published.get(feature.properties.ward_code) ?? Number.NaN) - 1))
      .sort((a, b) => a - b)
    expect(changes.at(-1)).toBeLessThan(0.6)
    expect(changes[Math.floor(changes.length / 2)]).toBeLessThan(0.03)
  })

  it('carry the Crown copyright line', async () => {
    const { sources } = await loadDescriptor('wards')
    expect(sources.find(({ file }) => file.includes('wd13'))?.attribution).toContain(
      'Contains OS data © Crown copyright and database right',
    )
  })
})

describe('ranks of wards', () => {
  it('are those of exact fractions: wards of one mean share a rank, whatever the noise of the sum', () => {
    const rank = (code: string, edition: number, column: 'imd_rank' | 'income_rank') =>
      deprivation.find((row) => row.ward_code === code && row.edition === edition)?.[column]
    // Counted apart in whole-number fractions over the LSOAs of each ward, weighted by residents of mid-2015.
    expect([
      rank('E05001559', 2010, 'income_rank'),
      rank('E05001576', 2010, 'income_rank'),
      rank('E05003224', 2010, 'imd_rank'),
      rank('E05001807', 2004, 'imd_rank'),
      rank('E05001807', 2019, 'income_rank'),
    ]).toEqual([7204, 5428, 6761, 7294, 5982])
  })
})
