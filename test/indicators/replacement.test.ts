import { describe, expect, it } from 'vitest'
import { REPLACED_WITHIN } from '../../src/indicators/replacement.js'
import { replacements } from '../../src/indicators/replacement.js'
import { frozen } from '../support/frozen.js'

/** Sites on one meridian: a thousandth of a degree of latitude is 111 metres. */
const at = (metres: number) => ({ longitude: -1.2, latitude: 52 + metres / 111_195 })
const change = (site: number, day: string, kind: string) => ({ site, day: day as '2010-01-01', kind })
const stands =
  (...metres: (number | null)[]) =>
  (site: number) => {
    const where = metres[site]
    return where === undefined ? undefined : { point: where === null ? null : at(where), within: 0 }
  }
const closed = change(0, '2015-06-01', 'closed')
const replacing = (others: readonly ReturnType<typeof change>[], ...metres: (number | null)[]) =>
  replacements(frozen([closed, ...others]), stands(0, ...metres))[0]

describe('a closing', () => {
  it('is replaced within 2 km and 12 months before or after', () => {
    expect(REPLACED_WITHIN).toEqual({ metres: 2000, days: 366 })
    for (const [day, is] of [
      ['2014-05-30', null],
      ['2014-05-31', 1],
      ['2015-06-01', 1],
      ['2016-06-01', 1],
      ['2016-06-02', null],
    ] as const)
      expect(replacing([change(1, day, 'opened')], 500), day).toBe(is)
    expect(replacing([change(1, '2015-07-01', 'opened')], 1990)).toBe(1)
    expect(replacing([change(1, '2015-07-01', 'opened')], 2010)).toBeNull()
  })

  it('is replaced by the nearest, of two equally near by the first', () => {
    const both = [change(1, '2015-07-01', 'opened'), change(2, '2015-08-01', 'opened')]
    expect(replacing(both, 900, 300)).toBe(2)
    expect(replacing(both, 300, 900)).toBe(1)
    expect(replacing([...both].reverse(), 300, 300)).toBe(1)
  })

  it('is replaced by itself where it reopened later, and not where it had before', () => {
    expect(replacing([change(0, '2015-12-01', 'reopened')])).toBe(0)
    expect(replacing([change(0, '2015-01-01', 'reopened')])).toBeNull()
    expect(replacing([change(0, '2015-06-01', 'reopened')])).toBeNull()
    expect(replacing([change(0, '2015-12-01', 'closed')])).toBeNull()
    expect(replacing([change(0, '2015-12-01', 'reopened'), change(1, '2015-07-01', 'opened')], 0.5)).toBe(0)
    expect(replacing([change(0, '2015-12-01', 'reopened'), change(1, '2015-07-01', 'opened')], 100)).toBe(0)
  })

  it('is not replaced by another site that only reopened, or closed', () => {
    expect(replacing([change(1, '2015-07-01', 'reopened')], 100)).toBeNull()
    expect(replacing([change(1, '2015-07-01', 'closed')], 100)).toBeNull()
  })

  it('is not replaced where one of the two places is not known, or not known within 2 km', () => {
    const opened = [change(1, '2015-07-01', 'opened')]
    expect(replacing(opened, null)).toBeNull()
    expect(replacing(opened)).toBeNull()
    const within = (own: number, other: number) =>
      replacements([closed, ...opened], (site) => ({ point: at(0), within: site === 0 ? own : other }))[0]
    expect(within(0, 1999)).toBe(1)
    expect(within(0, 2000)).toBeNull()
    expect(within(2000, 0)).toBeNull()
    expect(within(1500, 1500)).toBeNull()
    expect(within(900, 1000)).toBe(1)
  })
})

describe('any other change', () => {
  it('is replaced by none', () => {
    expect(replacements([change(0, '2015-06-01', 'opened'), change(1, '2015-06-01', 'closed')], stands(0, 10))).toEqual(
      [null, 0],
    )
  })
})
