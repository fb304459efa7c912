import { describe, expect, it } from 'vitest'
import { isPoolOpen, isPublicPool } from '../../src/indicators/poolState.js'
import type { PoolRow } from '../../src/tables/index.js'
import { frozen } from '../support/frozen.js'

type Pool = Parameters<typeof isPoolOpen>[0]
const pool = (change: Partial<Pool> = {}): Pool =>
  frozen({ status: 'operational', built_year: 1966, closed_date: null, ...change })

describe('a pool', () => {
  it('is public where anybody may pay and swim', () => {
    expect(isPublicPool({ access: 'Pay and Play' })).toBe(true)
    expect(isPublicPool({ access: 'Registered Membership use' })).toBe(false)
    expect(() => isPublicPool(null as unknown as Pick<PoolRow, 'access'>)).toThrow('pool')
  })

  it('counts from 1 January of the year after it was built', () => {
    const built = pool({ built_year: 2015 })
    expect(['2014-12-31', '2015-12-31', '2016-01-01'].map((day) => isPoolOpen(built, day as '2016-01-01'))).toEqual([
      false,
      false,
      true,
    ])
    expect(isPoolOpen(pool({ built_year: null }), '2020-01-01')).toBe(false)
  })

  it('is no longer open on the day of its closing', () => {
    const closed = pool({ status: 'closed', closed_date: '2010-04-01' })
    expect(isPoolOpen(closed, '2010-03-31')).toBe(true)
    expect(isPoolOpen(closed, '2010-04-01')).toBe(false)
    expect(isPoolOpen(closed, '2010-04-02')).toBe(false)
  })

  it('never counts while it is planned, built or of unknown state, and counts while closed for a time', () => {
    for (const status of ['planned', 'under construction', 'not known'] as const)
      expect(isPoolOpen(pool({ status }), '2020-01-01')).toBe(false)
    expect(isPoolOpen(pool({ status: 'temporarily closed' as Pool['status'] }), '2020-01-01')).toBe(true)
  })

  it('is refused when it is none, or the day is no text', () => {
    expect(() => isPoolOpen(undefined as unknown as Pool, '2020-01-01')).toThrow('pool')
    expect(() => isPoolOpen(pool(), 2020 as unknown as '2020-01-01')).toThrow('day on which a pool is open')
  })
})
