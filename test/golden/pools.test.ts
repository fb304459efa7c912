import { beforeAll, describe, expect, it } from 'vitest'
import { PUBLIC_POOL_ACCESS } from '../../src/model/amenity.js'
import type { PoolRow, PoolSiteRow } from '../../src/tables/declared/pools.js'
import { rowsOfTable } from '../support/data.js'

/*
 * Figures of an independent recount (the project's checks, "Swimming pools"), tested on the committed data. A pool is
 * public when its access is Pay and Play. A pool that closed on a day is not open on it.
 */

const ASPLEY = 'E05001823'
const BERRIDGE = 'E05001825'
const LEEN_VALLEY = 'E05001835'
/** The sites of the study area, by the ids of the register. */
const SITES = {
  noelStreet: '1002489',
  beechdale: '1002450',
  johnCarroll: '1002477',
  harveyHadden: '1002473',
  djanogly: '1013806',
  southglade: '1002506',
  kenMartin: '1002478',
  victoria: '1002512',
}

let pools: readonly PoolRow[]
let sites: readonly PoolSiteRow[]
beforeAll(async () => {
  pools = await rowsOfTable('pools', 'pools')
  sites = await rowsOfTable('pools', 'sites')
})

const isPublic = ({ access }: PoolRow): boolean => access === PUBLIC_POOL_ACCESS
const openOn = ({ closed_date }: PoolRow, day: string): boolean => closed_date === null || closed_date > day
const builtBefore = ({ built_year }: PoolRow, year: number): boolean => built_year !== null && built_year < year
const exists = ({ status }: PoolRow): boolean => !['planned', 'under construction', 'not known'].includes(status)
const onFirstOfApril = (year: number, lastYearBuilt: number): PoolRow[] =>
  pools.filter(
    (pool) => isPublic(pool) && exists(pool) && builtBefore(pool, lastYearBuilt + 1) && openOn(pool, `${year}-04-01`),
  )
const sitesOf = (rows: readonly PoolRow[]): number => new Set(rows.map(({ site_id }) => site_id)).size
const areaOf = (rows: readonly PoolRow[]): number => rows.reduce((sum, { area_m2 }) => sum + (area_m2 ?? 0), 0)
const atSite = (site: string): PoolRow[] => pools.filter(({ site_id }) => site_id === site)
const closedIn = (year: number): number =>
  pools.filter((pool) => isPublic(pool) && pool.closed_date?.startsWith(String(year))).length

describe('public pools of England', () => {
  it(
    'are 2,166 at the end of 2010 and 2,020 at the end of 2023: of any status, built in that year or before, ' +
      'year of building known',
    () => {
      const atEndOf = (year: number) =>
        pools.filter((pool) => isPublic(pool) && builtBefore(pool, year + 1) && openOn(pool, `${year}-12-31`)).length
      expect([2010, 2023].map(atEndOf)).toEqual([2166, 2020])
    },
  )

  it(
    'are 2,143, 2,102 and 2,032 on 1 April 2010, 2015 and 2023: built before that year; planned, under ' +
      'construction and not known left out',
    () => {
      expect([2010, 2015, 2023].map((year) => onFirstOfApril(year, year - 1).length)).toEqual([2143, 2102, 2032])
    },
  )

  it(
    'are 2,194 on 1,374 sites, 2,151 on 1,326 and 2,040 on 1,255 on the same days when those built in the year ' +
      'count too',
    () => {
      const counts = [2010, 2015, 2023]
        .map((year) => onFirstOfApril(year, year))
        .map((rows) => [rows.length, sitesOf(rows)])
      expect(counts).toEqual([
        [2194, 1374],
        [2151, 1326],
        [2040, 1255],
      ])
    },
  )

  it(
    'stood on 1,345 sites on 31 March 2010 and 1,301 on 31 March 2015, with 1.0 per cent more water: built ' +
      'before that year',
    () => {
      const on = (year: number) =>
        pools.filter(
          (pool) => isPublic(pool) && exists(pool) && builtBefore(pool, year) && openOn(pool, `${year}-03-31`),
        )
      expect([2010, 2015].map((year) => sitesOf(on(year)))).toEqual([1345, 1301])
      expect((100 * (areaOf(on(2015)) / areaOf(on(2010)) - 1)).toFixed(1)).toBe('1.0')
    },
  )

  it('closed by year 2010 to 2023 in these numbers, each pool of a site for itself', () => {
    expect(Array.from({ length: 14 }, (_, i) => closedIn(2010 + i))).toEqual([
      46, 50, 50, 38, 34, 56, 45, 35, 29, 36, 46, 30, 31, 23,
    ])
  })
})

describe('public pools around Aspley', () => {
  it('never stood in the ward itself, nor did any other pool', () => {
    expect(pools.filter(({ ward_code }) => ward_code === ASPLEY)).toEqual([])
  })

  it(
    'closed in Berridge (Noel Street, 1 April 2010), in Leen Valley (Beechdale, 28 August 2015) and in Radford ' +
      'and Park (John Carroll, 14 June 2021)',
    () => {
      const of = (site: string) =>
        atSite(site).map(({ ward_code, closed_date, access }) => [ward_code, closed_date, access].join(' '))
      expect(of(SITES.noelStreet)).toEqual(Array(2).fill(`${BERRIDGE} 2010-04-01 Pay and Play`))
      expect(of(SITES.beechdale)).toEqual(Array(4).fill(`${LEEN_VALLEY} 2015-08-28 Pay and Play`))
      expect(of(SITES.johnCarroll)).toEqual(Array(2).fill('E05001837 2021-06-14 Pay and Play'))
    },
  )

  it(
    'were built at Harvey Hadden in 2015 (50 m), at site 1013806 in 2010, at Southglade in 2003 and at Ken ' +
      'Martin in 1981, and are open',
    () => {
      const of = (site: string) =>
        atSite(site).map(({ built_year, closed_date, length_m }) => [built_year, closed_date, length_m])
      expect(of(SITES.harveyHadden)).toEqual([[2015, null, 50]])
      expect(of(SITES.djanogly)).toEqual([[2010, null, 25]])
      expect(
        [SITES.southglade, SITES.kenMartin].map(
          (site) => new Set(atSite(site).map(({ built_year, closed_date }) => `${built_year} ${closed_date}`)),
        ),
      ).toEqual([new Set(['2003 null']), new Set(['1981 null'])])
    },
  )

  it(
    'count by pool: Victoria was rebuilt on its site id, which has two pools of 1896 closed and two of ' + '2012 open',
    () => {
      expect(
        atSite(SITES.victoria)
          .map(({ built_year, closed_date }) => [built_year, closed_date])
          .sort(),
      ).toEqual([
        [1896, '2012-01-01'],
        [1896, '2012-01-01'],
        [2012, null],
        [2012, null],
      ])
    },
  )
})

describe('the tables', () => {
  it('hold every pool of the register on 4,909 sites, each in a ward', () => {
    expect([pools.length, sites.length, sites.reduce((sum, site) => sum + site.pools, 0)]).toEqual([6484, 4909, 6484])
    expect(sites.reduce((sum, site) => sum + site.public_pools, 0)).toBe(pools.filter(isPublic).length)
    expect([pools, sites].map((rows) => rows.filter(({ ward_code }) => ward_code === null).length)).toEqual([0, 0])
  })

  it('hold no name, remark or address', () => {
    expect(
      Object.keys(pools[0] ?? {}).filter((column) => /name|note|remark|address|postcode|mail|phone/.test(column)),
    ).toEqual([])
  })
})
