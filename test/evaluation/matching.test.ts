import { describe, expect, it } from 'vitest'
import { matchNearest } from '../../src/index.js'

interface Unit {
  readonly code: string
  readonly a: number
  readonly b: number | null
}
const unit = (code: string, a: number, b: number | null): Unit => Object.freeze({ code, a, b })
const covariates = [
  { id: 'a', title: 'A', of: ({ a }: Unit) => a },
  { id: 'b', title: 'B', of: ({ b }: Unit) => b },
]
const candidates = Object.freeze([
  unit('p', 1, 2),
  unit('q', 2, 1),
  unit('r', 3, 5),
  unit('s', 4, 3),
  unit('t', 9, 9),
  unit('u', 3, null),
])

describe('matchNearest', () => {
  it('takes the nearest by Mahalanobis distance, the most alike first', () => {
    const { matched, candidates: all, incomplete } = matchNearest(unit('o', 3, 4), candidates, covariates, 3)
    // By hand: the sample covariance of p to t is [[9.7, 9], [9, 10]], its determinant 16; the gap of p is (-2, -2), of
    // r (0, 1), of s (1, -1).
    expect(matched.map(({ unit: { code } }) => code)).toEqual(['p', 'r', 's'])
    expect(matched.map(({ distance }) => distance ** 2)).toEqual(
      [6.8 / 16, 9.7 / 16, 37.7 / 16].map((squared) => expect.closeTo(squared, 12) as number),
    )
    expect([all, incomplete]).toEqual([6, 1])
  })

  it('gives the same when a covariate is in other units', () => {
    const scaled = covariates.map((covariate) => ({
      ...covariate,
      of: (each: Unit) => (covariate.of(each) === null ? null : Number(covariate.of(each)) * 1000 + 7),
    }))
    const small = covariates.map((covariate) => ({
      ...covariate,
      of: (each: Unit) => (covariate.of(each) === null ? null : Number(covariate.of(each)) / 1e6),
    }))
    const plain = matchNearest(unit('o', 3, 4), candidates, covariates, 3).matched
    for (const other of [scaled, small])
      matchNearest(unit('o', 3, 4), candidates, other, 3).matched.forEach(({ distance }, i) =>
        expect(distance).toBeCloseTo(plain[i]?.distance ?? Number.NaN, 6),
      )
  })

  it('gives the difference to all candidates and to the matched in standard deviations of the candidates', () => {
    const [a] = matchNearest(unit('o', 3, 4), candidates, covariates, 2).balance
    // The mean of p to t is 3.8, their standard deviation sqrt(9.7); p and r have the mean 2.
    expect(a?.differenceBefore).toBeCloseTo((3 - 3.8) / Math.sqrt(9.7), 12)
    expect(a?.differenceAfter).toBeCloseTo((3 - 2) / Math.sqrt(9.7), 12)
  })

  it('refuses a unit without a covariate, and more comparators than complete candidates', () => {
    expect(() => matchNearest(unit('o', 3, null), candidates, covariates, 2)).toThrow(
      'covariate b of the unit to match',
    )
    expect(() => matchNearest(unit('o', 3, Number.NaN), candidates, covariates, 2)).toThrow(
      "covariate b of the unit to match: 'NaN' is not allowed",
    )
    expect(() => matchNearest(unit('o', 3, 4), candidates, [], 2)).toThrow("covariates: 'none' is not allowed")
    expect(() => matchNearest(unit('o', 3, 4), candidates, covariates, 6)).toThrow(
      "comparators wanted: '6' is not allowed. Allowed: at most the 5 candidates that have every covariate",
    )
  })

  it('never takes the unit itself, and refuses covariates that do not vary or repeat each other', () => {
    const own = candidates[1]
    if (own === undefined) throw new Error('no candidate')
    expect(matchNearest(own, candidates, covariates, 4).matched.map(({ unit: each }) => each)).not.toContain(own)
    const twice = [...covariates, { id: 'c', title: 'C', of: ({ a }: Unit) => a * 2 }]
    expect(() => matchNearest(unit('o', 3, 4), [...candidates, unit('v', 5, 6)], twice, 2)).toThrow(
      "covariates: 'a, b, c' is not allowed",
    )
    expect(() => matchNearest(unit('o', 3, 4), candidates, [{ id: 'k', title: 'K', of: () => 1 }], 2)).toThrow(
      "covariates: 'k' is not allowed",
    )
    expect(() => matchNearest(unit('o', 3, 4), candidates, covariates, 0)).toThrow('comparators wanted')
  })
})
