import { describe, expect, it } from 'vitest'
import { rankAmong, placeboPlacement, quantileGroups, rankFromLowest } from '../../src/index.js'
import { ranksFromLowest } from '../../src/stats/distribution.js'
import { isLower, isTied } from '../../src/stats/ties.js'
import { valueOf } from '../support/value.js'

describe('equal numbers', () => {
  it('are those that differ by the noise of their arithmetic alone', () => {
    expect([isTied(0.1 + 0.2, 0.3), isTied(0.3, 0.3001), isTied(1e12, 1e12 + 0.5)]).toEqual([true, false, true])
    expect([isLower(0.3, 0.1 + 0.2), isLower(0.3, 0.3001)]).toEqual([false, true])
  })

  it('share a rank, a group and a place, by one rule', () => {
    const noisy = [0.3, 0.1 + 0.2, 1]
    expect([rankFromLowest(0.1 + 0.2, noisy), ranksFromLowest(noisy)]).toEqual([1, [1, 1, 3]])
    expect(quantileGroups([0.1 + 0.2, 0.3, 0.4, 0.5], 4)).toEqual([1, 1, 3, 4])
    const place = { kind: 'council', name: 'a council', vintage: 'LAD2014' } as const
    const of = (code: string, value: number) => valueOf(value, { place: { ...place, code } })
    const [own, others] = [of('A', 0.1 + 0.2), [of('B', 0.3), of('C', 1)]]
    expect([rankAmong(own, others).rank, placeboPlacement(own, others).equal]).toEqual([1, 1])
  })
})
