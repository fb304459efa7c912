import { CHILDRENS_CENTRES } from '../../src/indicators/sites/childrensCentreKind.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Amenity } from '../../src/index.js'
import { childrensCentreAmenity } from '../../src/indicators/sites/childrensCentres.js'
import type { CentreRow } from '../../src/tables/index.js'
import { rowsOfTable } from '../support/data.js'

/* The project's checks, "Children's centres", on the committed table; where they differ is said beside the figure. */

let rows: readonly CentreRow[]
let centres: Amenity
beforeAll(async () => {
  rows = await rowsOfTable('childrens-centres', 'centres')
  centres = childrensCentreAmenity(rows, await rowsOfTable('childrens-centres', 'lists'), CHILDRENS_CENTRES)
})

const listedOn = (day: string) =>
  rows.filter(({ first_listed, last_listed }) => first_listed <= day && day <= last_listed)
const openOn = (day: '2016-08-04' | '2026-08-19') => centres.on(day).filter(({ open }) => open !== null).length

describe('children’s centres', () => {
  it('are 3,272 on the list of 4 August 2016 and 2,846 on that of 19 August 2026', () => {
    expect([listedOn('2016-08-04').length, listedOn('2026-08-19').length]).toEqual([3272, 2846])
  })

  it('without linked sites are 2,484 on the first list and 2,166 on the last, by the type of their last list', () => {
    expect([openOn('2016-08-04'), openOn('2026-08-19')]).toEqual([2484, 2166])
    expect(listedOn('2016-08-04').filter(({ type }) => type === 'linked site')).toHaveLength(788)
  })

  it('by the type that the first list itself prints are 2,520, and 752 linked sites', () => {
    const printed = (type: string) => rows.filter(({ type_2016 }) => type_2016 === type).length
    expect([printed('centre'), printed('linked site')]).toEqual([2520, 752])
  })

  it('left most in Oxfordshire 41 of 51, Birmingham and Norfolk 38, West Sussex 37, Essex 35', () => {
    const left = new Map<string, number>()
    for (const { council, first_absent } of rows)
      if (first_absent !== null) left.set(council, (left.get(council) ?? 0) + 1)
    expect([...left].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 5)).toEqual([
      ['Oxfordshire', 41],
      ['Birmingham', 38],
      ['Norfolk', 38],
      ['West Sussex', 37],
      ['Essex', 35],
    ])
    expect(rows.filter(({ council }) => council === 'Oxfordshire')).toHaveLength(51)
  })

  it('of Aspley ward are two, Aspley and Broxtowe, of which the second may stand in a ward beside it', () => {
    const inAspley = rows.filter(({ ward_code }) => ward_code === 'E05001823')
    expect(inAspley.map(({ urn, postcode, opened_date }) => [urn, postcode, opened_date])).toEqual([
      ['20133', 'NG8 5PJ', '2006-03-27'],
      ['23053', 'NG8 3AP', '2003-09-01'],
    ])
    expect(inAspley.map(({ possible_wards }) => possible_wards?.split(' ').length ?? 1)).toEqual([1, 3])
  })

  it('of Nottingham are 18 and of Peterborough 7, and none ever left', () => {
    const of = (code: string) => rows.filter(({ e_code }) => e_code === code)
    expect([of('E3001').length, of('E0501').length]).toEqual([18, 7])
    expect([...of('E3001'), ...of('E0501')].every(({ first_absent }) => first_absent === null)).toBe(true)
  })

  it('are placed by their postcode in 369 cases, by its sector in 1,475, its district in 1,283, and not in 152', () => {
    const known = (by: string) => rows.filter(({ known_by }) => known_by === by).length
    expect(['postcode', 'postcode sector', 'postcode district', 'none'].map(known)).toEqual([369, 1475, 1283, 152])
  })
})
