import type { WardRow } from '../tables/declared/wards.js'
import type { WardData } from '../datasets/wardData.js'
import { type Matching, matchNearest } from '../evaluation/matching.js'

/** The wards most like one, outside its council and of its rural-urban class, by deprivation and residents. */
export function matchWards(
  ward: WardRow,
  districts: ReadonlySet<string>,
  { wards }: WardData,
  count: number,
): Matching<WardRow> {
  const edition = (each: WardRow) => wards.deprivation(each.ward_code).find((row) => row.edition === 2010)
  const people = (each: WardRow) => wards.homesOfWard(each.ward_code).reduce((sum, home) => sum + home.people, 0)
  const candidates = wards.register.wards.filter(
    ({ district_code, rural_urban, lsoas }) =>
      lsoas > 0 && (ward.rural_urban === null || rural_urban === ward.rural_urban) && !districts.has(district_code),
  )
  return matchNearest(
    ward,
    candidates,
    [
      {
        id: 'income-2010',
        title: 'Income-deprived residents, IMD 2010 (share)',
        of: (each) => edition(each)?.income_share ?? null,
      },
      { id: 'imd-2010', title: 'IMD 2010, overall score', of: (each) => edition(each)?.imd_score ?? null },
      { id: 'people-2015', title: 'Residents, mid-2015', of: people },
    ],
    count,
  )
}
