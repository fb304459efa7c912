import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { measureOn } from '../../src/study/index.js'
import { builtInStudy, studyData } from '../support/data.js'
import { SOURCES, describeOnSources } from '../support/sources.js'

/*
 * Headline figures recounted from the raw files by a second route: another CSV reader, no reader, table, index or
 * distance of wardstick, and plane distances on the National Grid in place of the ellipsoid.
 */

type Row = Readonly<Record<string, string>>
const rowsOf = (file: string): Row[] =>
  parse(readFileSync(join(SOURCES, file)), { columns: true, bom: true, relax_column_count: true, encoding: 'latin1' })
const ASPLEY = Array.from({ length: 10 }, (_, i) => `E010138${17 + i}`)

describeOnSources('an independent recount', () => {
  const pools = (day: string): Row[] =>
    rowsOf('pools/swimmingpools.csv').filter(
      (row) =>
        row['Accessibility Type (Text)'] === 'Pay and Play' &&
        row['Facility ID'] !== '2011924' && // South Shields, in the register again as 30008529
        !['1', '2', '8'].includes(row['Operational Status'] ?? '') &&
        row['Year Built'] !== '' &&
        Number(row['Year Built']) < Number(day.slice(0, 4)) &&
        (row['Closed Date'] === '' || day < (row['Closed Date'] ?? '')),
    )
  const people = (): Map<string, number> =>
    new Map(
      rowsOf('deprivation/iod2019_file6_population_denominators.csv').map((row) => [
        row['LSOA code (2011)'] ?? '',
        Number(row['Total population: mid 2015 (excluding prisoners)']?.replace(/,/g, '')),
      ]),
    )

  it('finds the same share of Aspley’s residents within 2 km of a public pool', async () => {
    const centres = new Map(
      rowsOf('geography/lsoa11_pop_weighted_centroids_ew.csv').map((row) => [
        row['lsoa11cd'] ?? '',
        [Number(row['X']), Number(row['Y'])] as const,
      ]),
    )
    const residents = people()
    const share = (day: string): string => {
      const open = pools(day)
      const near = ASPLEY.filter((code) => {
        const [x, y] = centres.get(code) ?? [Number.NaN, Number.NaN]
        return open.some((row) => Math.hypot(x - Number(row['Easting']), y - Number(row['Northing'])) <= 2000)
      })
      const count = (codes: readonly string[]): number =>
        codes.reduce((sum, code) => sum + (residents.get(code) ?? Number.NaN), 0)
      return ((count(near) / count(ASPLEY)) * 100).toFixed(1)
    }
    const ward = (await builtInStudy('aspley')).neighbourhood?.amenities[0]?.ward
    for (const day of ['2010-03-31', '2015-03-31', '2016-04-01', '2023-04-01'] as const)
      expect(measureOn(ward?.values ?? [], 'share-2km', day).value?.toFixed(1)).toBe(share(day))
  })

  it('finds the same sites, pools and water area in England', async () => {
    const england = (await builtInStudy('aspley')).neighbourhood?.amenities[0]?.england
    for (const day of ['2010-03-31', '2015-03-31', '2023-04-01'] as const) {
      const open = pools(day)
      const value = (measure: Parameters<typeof measureOn>[1]): number | null =>
        measureOn(england?.values ?? [], measure, day).value
      expect([value('sites-open'), value('units-open')]).toEqual([
        new Set(open.map((row) => row['Site ID'])).size,
        open.length,
      ])
      expect(value('water-open')).toBeCloseTo(
        open.reduce((sum, row) => sum + Number(row['Area']), 0),
        6,
      )
    }
  })

  it('finds the same deprivation of Aspley in 2010', async () => {
    const residents = people()
    // The ten LSOAs are unchanged since 2001, so that their codes are those of the file of 2010.
    const scores = new Map(
      rowsOf('deprivation/imd2010_england_lsoa01.csv').map((row) => [row['lsoa01_code'] ?? '', row]),
    )
    const weighted = (column: string): number =>
      ASPLEY.reduce((sum, code) => sum + Number(scores.get(code)?.[column]) * (residents.get(code) ?? 0), 0) /
      ASPLEY.reduce((sum, code) => sum + (residents.get(code) ?? 0), 0)
    const row = (await studyData()).wards.deprivation('E05001823').find(({ edition }) => edition === 2010)
    expect([row?.imd_score?.toFixed(2), row?.income_share?.toFixed(3)]).toEqual([
      weighted('IMD_score').toFixed(2),
      weighted('Income_score').toFixed(3),
    ])
  })

  it('finds the same voluntary provision of Nottingham in 2008-09', async () => {
    const rows = rowsOf('spending/section251/outturn_0809.csv').filter((row) => row['LEA Number:'] === '892')
    const name = (row: Row): string => row['S52 Line Reference:'] ?? ''
    const voluntary = rows
      .filter((row) => !/total/i.test(name(row)))
      .reduce((sum, row) => sum + Number(row['VOLUNTARY (y)'] ?? ''), 0)
    const expenditure = Number(rows.find((row) => /^46 TOTAL/.test(name(row)))?.['TOTAL EXPENDITURE (k)'])
    const own = (await builtInStudy('aspley')).voluntary?.years[0]?.own
    expect(own?.amount.value).toBeCloseTo(voluntary, 0)
    expect(own?.share.value?.toFixed(2)).toBe(((voluntary / expenditure) * 100).toFixed(2))
  })
})
