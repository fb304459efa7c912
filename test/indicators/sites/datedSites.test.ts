import { describe, expect, it } from 'vitest'
import { datedSites } from '../../../src/indicators/sites/datedSites.js'
import { POOL_TERMS } from '../../../src/indicators/sites/poolTerms.js'
import type { DatedSite } from '../../../src/index.js'

const site = (own: Partial<DatedSite>): DatedSite => ({
  id: 'a',
  point: { longitude: -1.2, latitude: 52.97 },
  ward_code: 'E05001823',
  opened: null,
  closed: null,
  ...own,
})
const on = (own: Partial<DatedSite>, day: '2014-01-01' | '2015-08-27' | '2015-08-28' | '2015-12-31') =>
  datedSites(POOL_TERMS, [site(own)]).on(day)[0]

describe('datedSites', () => {
  it('has a site open up to the day before its closing', () => {
    const closed = { earliest: '2015-08-28', latest: '2015-08-28' } as const
    expect(on({ closed }, '2015-08-27')?.open).toEqual({ units: 1, water: 0 })
    expect(on({ closed }, '2015-08-28')?.open).toBeNull()
  })

  it('counts an event on the last day on which it can have happened, and bounds what that leaves open', () => {
    const inYear = { earliest: '2015-01-01', latest: '2015-12-31' } as const
    expect(on({ closed: inYear }, '2015-08-27')).toMatchObject({ uncertain: true, least: null, most: { units: 1 } })
    expect(on({ closed: inYear }, '2015-08-27')?.open).not.toBeNull()
    expect(on({ opened: inYear }, '2015-08-27')).toMatchObject({ open: null, least: null, most: { units: 1 } })
    expect(on({ opened: inYear }, '2015-12-31')?.least).toEqual({ units: 1, water: 0 })
    expect(on({ opened: inYear }, '2014-01-01')?.most).toBeNull()
  })

  it('finds which site replaces one that closed', () => {
    const day = { earliest: '2015-08-28', latest: '2015-08-28' } as const
    const { changes } = datedSites(POOL_TERMS, [site({ closed: day }), site({ id: 'b', opened: day })])
    expect(changes.find(({ kind }) => kind === 'closed')?.replacedBy).toBe(1)
  })

  it('refuses an id twice, dates that are none and a closing before the opening', () => {
    expect(() => datedSites(POOL_TERMS, [site({}), site({})])).toThrow("id of a site: 'a' is not allowed")
    expect(() => on({ closed: { earliest: '2015-12-31', latest: '2015-01-01' } }, '2014-01-01')).toThrow(
      'dates of the site a',
    )
    const [opened, closed] = [
      { earliest: '2015-01-01', latest: '2015-12-31' },
      { earliest: '2014-01-01', latest: '2014-12-31' },
    ] as const
    expect(() => on({ opened, closed }, '2014-01-01')).toThrow('closing of the site a')
  })

  it('refuses a day that the kind does not cover', () => {
    expect(() => datedSites(POOL_TERMS, []).on('2007-04-01')).toThrow('2008-04-01 to 2023-12-31')
  })
})
