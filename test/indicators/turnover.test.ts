import { describe, expect, it } from 'vitest'
import { poolAmenity, turnover } from '../../src/index.js'
import type { PoolRow } from '../../src/index.js'

const pool = (id: string, site: string, change: Partial<PoolRow>): PoolRow =>
  Object.freeze({
    pool_id: id, site_id: site, kind: 'main or general', status: 'operational', access: 'Pay and Play', management: null, built_year: 1970, built_estimated: false, closed_date: null, closed_precision: null,
    closure_reason: null, seasonal: false, area_m2: 300, area_estimated: false, length_m: 25, lanes: 6, longitude: -1.2, latitude: 52.97, ward_code: 'E05001823', ...change,
  } as PoolRow)
const closed = (day: string): Partial<PoolRow> => ({ status: 'closed', closed_date: day, closed_precision: 'day' })
const between = { since: '2010-03-31', until: '2023-04-01' } as const
const all = (): boolean => true

describe('turnover of pools', () => {
  it('counts a site once, when its last pool closes', () => {
    const found = turnover(poolAmenity([pool('1', 'a', closed('2012-01-15')), pool('2', 'a', closed('2014-06-01'))]), all, between)
    expect([found.gross, found.net, found.closings[0]?.day]).toEqual([1, -1, '2014-06-01'])
  })

  it('does not close a site of which a pool stays open', () => {
    expect(turnover(poolAmenity([pool('1', 'a', closed('2012-01-15')), pool('2', 'a', {})]), all, between).gross).toBe(0)
  })

  it('counts a closing as replaced by a site within 2 km and 12 months, and by no other', () => {
    const near = { longitude: -1.22, built_year: 2015 }
    const shut = pool('1', 'a', closed('2015-08-28'))
    expect(turnover(poolAmenity([shut, pool('2', 'b', near)]), all, between)).toMatchObject({ gross: 1, replaced: 1, opened: 1, net: 0 })
    expect(turnover(poolAmenity([shut, pool('2', 'b', { ...near, built_year: 2017 })]), all, between).replaced).toBe(0)
    expect(turnover(poolAmenity([shut, pool('2', 'b', { ...near, longitude: -1.3 })]), all, between).replaced).toBe(0)
  })

  it('counts what replaces a closing outside the place too', () => {
    const amenity = poolAmenity([pool('1', 'a', closed('2015-08-28')), pool('2', 'b', { longitude: -1.22, built_year: 2015, ward_code: 'E05001824' })])
    const inWard = (site: number): boolean => amenity.sites[site]?.ward_code === 'E05001823'
    expect(turnover(amenity, inWard, between)).toMatchObject({ gross: 1, replaced: 1, opened: 0, net: -1 })
  })

  it('does not count what happened on the first day, and counts what happened on the last', () => {
    const amenity = poolAmenity([pool('1', 'a', closed('2010-04-01'))])
    expect(turnover(amenity, all, { since: '2010-04-01', until: '2012-04-01' }).gross).toBe(0)
    expect(turnover(amenity, all, { since: '2010-03-31', until: '2010-04-01' }).gross).toBe(1)
  })

  it('leaves out members’ pools and pools of unknown year, and counts them', () => {
    const amenity = poolAmenity([pool('1', 'a', { access: 'Private Use' }), pool('2', 'b', { built_year: null }), pool('3', 'c', {})])
    expect(amenity.sites.map(({ id }) => id)).toEqual(['c'])
    expect(amenity.leftOut.map(({ rows }) => rows)).toEqual([1, 1])
  })
})
