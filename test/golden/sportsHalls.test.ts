import { SPORTS_HALLS } from '../../src/indicators/sites/sportsHalls.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Amenity } from '../../src/index.js'
import { sportsHallAmenity } from '../../src/indicators/sites/activePlaces.js'
import { rowsOfTable } from '../support/data.js'

/*
 * Figures counted by hand from the official file with another parser and a point-in-polygon test of its own: Pay and
 * Play, subtypes 6001 and 6003, built before the year, not planned, under construction or of unknown status, not closed
 * by the day; Nottingham by the wards of 2025 of the city, whose boundary is that of 2013.
 */

let halls: Amenity
let nottingham: ReadonlySet<string>
beforeAll(async () => {
  halls = sportsHallAmenity(await rowsOfTable('sports-halls', 'halls'), SPORTS_HALLS)
  const wards = await rowsOfTable('wards', 'wards')
  nottingham = new Set(wards.filter((ward) => ward.district_code === 'E06000018').map(({ ward_code }) => ward_code))
})

const DAYS = ['2010-04-01', '2015-04-01', '2023-04-01'] as const
const stock = (day: (typeof DAYS)[number] | '2010-03-31', within: (ward: string | null) => boolean) => {
  const open = halls
    .on(day)
    .flatMap(({ open }, i) => (open !== null && within(halls.sites[i]?.ward_code ?? null) ? [open] : []))
  const sum = (of: 'units' | 'water') => open.reduce((total, each) => total + each[of], 0)
  return [open.length, sum('units'), sum('water')]
}
const inNottingham = (ward: string | null) => nottingham.has(ward ?? '')

describe('public sports halls', () => {
  it('of England are 1,250, 1,230 and 1,238 on 1,192, 1,168 and 1,171 sites on 1 April 2010, 2015 and 2023', () => {
    expect(DAYS.map((day) => stock(day, () => true))).toEqual([
      [1192, 1250, 922_927],
      [1168, 1230, 936_095],
      [1171, 1238, 955_683],
    ])
  })

  it('of Nottingham are 15 on 31 March 2010 and 14 on 1 April, on which the hall of Noel Street closed', () => {
    expect(stock('2010-03-31', inNottingham)).toEqual([15, 15, 10_414])
    expect(DAYS.map((day) => stock(day, inNottingham))).toEqual([
      [14, 14, 9928],
      [14, 14, 9928],
      [13, 13, 9442],
    ])
    const closings = halls.changes.filter(({ day, kind }) => day === '2010-04-01' && kind === 'closed')
    expect(closings.map(({ site }) => halls.sites[site]?.id)).toContain('1002489')
  })
})
