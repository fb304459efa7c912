import { beforeAll, expect, it } from 'vitest'
import { POOL_SOURCES, POOLS_AS_OF } from '../../../src/derive/pools/sources.js'
import { type PoolRegister, readPoolKinds, readSwimmingPools } from '../../../src/sources/index.js'
import { describeOnSources, sourceFile } from '../../support/sources.js'

/* Faults met in the register of swimming pools, each shown on the official file. */

describeOnSources('faults of the pools file (21)', () => {
  let register: PoolRegister
  beforeAll(async () => {
    const kinds = readPoolKinds(await sourceFile(POOL_SOURCES.types.file), await sourceFile(POOL_SOURCES.subtypes.file))
    register = readSwimmingPools(await sourceFile(POOL_SOURCES.pools.file), { kinds, asOf: POOLS_AS_OF })
  })

  const noted = (rule: string): number =>
    register.quality.filter((entry) => entry.rule === rule).reduce((sum, { count }) => sum + count, 0)

  it('one row is a pool, not a site: Beechdale is four closings', () => {
    const beechdale = register.pools.filter(({ pool }) => pool.site_id === '1002450')
    expect(beechdale.map(({ pool }) => [pool.kind, pool.closed_date])).toEqual(
      ['main', 'leisure', 'learner', 'diving'].map((kind) => [kind, '2015-08-28']),
    )
  })

  it('113 of the 1,259 sites with a closed pool still have one that is not closed', () => {
    const sites = (closed: boolean) =>
      new Set(
        register.pools.filter(({ pool }) => (pool.closed_date !== null) === closed).map(({ pool }) => pool.site_id),
      )
    const open = sites(false)
    expect([sites(true).size, [...sites(true)].filter((site) => open.has(site)).length]).toEqual([1259, 113])
  })

  it(
    'most closings have the reason 999, whose words are not in the files: the code is kept and the report ' + 'says so',
    () => {
      expect(register.pools.filter(({ pool }) => pool.closure_reason === '999').length).toBe(942)
      expect(noted('closure-reason-not-decoded')).toBe(1548)
    },
  )

  it('lidos out of season are temporarily closed, without a date, and stay pools that are not closed for good', () => {
    const temporary = register.pools.filter(({ pool }) => pool.status === 'temporarily closed')
    expect([
      temporary.length,
      temporary.filter(({ pool }) => pool.kind === 'lido').length,
      temporary.filter(({ pool }) => pool.closed_date !== null).length,
    ]).toEqual([195, 97, 0])
  })

  it('119 closings on 1 January have the precision of a year', () => {
    expect(register.pools.filter(({ pool }) => pool.closed_precision === 'year').length).toBe(119)
    expect(noted('closed-on-1-january')).toBe(119)
  })

  it('closing dates that a remark calls wrong or mended are kept and noted: 11', () => {
    expect(noted('closed-date-in-doubt')).toBe(11)
  })

  it('a day of opening that is the first of a season is left out: of 213 printed, 86 fit the year of building', () => {
    expect(register.pools.filter(({ pool }) => pool.opened_date !== null).length).toBe(86)
    expect(noted('opened-long-after-built')).toBe(127)
  })

  it('loses no row', () => {
    expect(register.counts).toEqual({ rowsIn: 6484, rowsOut: 6484, setAside: [] })
  })
})
