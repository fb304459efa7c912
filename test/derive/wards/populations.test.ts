import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AGES,
  populatedPieces,
  residentsOfAges,
  shares,
  wardsOfLsoa2021,
} from '../../../src/derive/wards/populations.js'
import type { LsoaChange } from '../../../src/model/crosswalk.js'
import type { LsoaSuccession } from '../../../src/sources/index.js'

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0)

describe('shares', () => {
  it('divides whole people so that nobody is lost or made', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 6 })
      .filter((each) => sum(each) > 0)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), weights, (count, each) => {
        const parts = shares(count, new Map(each.map((weight, i) => [`E0500000${i}`, weight])))
        expect(sum(parts.values())).toBe(count)
        each.forEach((weight, i) =>
          expect(
            Math.abs((parts.get(`E0500000${i}`) ?? Number.NaN) - (count * weight) / sum(each)),
          ).toBeLessThanOrEqual(1),
        )
      }),
    )
  })

  it('gives the odd person to the largest remainder, then to the lower code', () => {
    expect([
      ...shares(
        10,
        new Map([
          ['B', 1],
          ['A', 1],
          ['C', 1],
        ]),
      ),
    ]).toEqual([
      ['B', 3],
      ['A', 4],
      ['C', 3],
    ])
    expect([
      ...shares(
        10,
        new Map([
          ['A', 1],
          ['B', 2],
        ]),
      ),
    ]).toEqual([
      ['A', 3],
      ['B', 7],
    ])
  })
})

describe('wardsOfLsoa2021', () => {
  const residents = (people: number) => ({ people, aged_0_15: 0, aged_16_59: people, aged_60_plus: 0 })
  const pair = (from: string, to: string, change: LsoaChange): LsoaSuccession => ({ from, to, change })
  const wardOf = new Map([
    ['a', 'A'],
    ['b', 'B'],
    ['c', 'A'],
  ])
  const mid2020 = new Map([
    ['a', residents(1000)],
    ['b', residents(3000)],
    ['c', residents(500)],
  ])

  it('keeps an LSOA whose ground lies in one ward whole', () => {
    const { people, divided } = wardsOfLsoa2021(
      populatedPieces(
        new Map([
          ['ac', 1600],
          ['b', 3100],
        ]),
        [pair('a', 'ac', 'M'), pair('c', 'ac', 'M'), pair('b', 'b', 'U')],
        mid2020,
      ),
      wardOf,
    )
    expect([[...people], divided]).toEqual([
      [
        ['A', 1600],
        ['B', 3100],
      ],
      [],
    ])
  })

  it('divides one that lies in two wards by the people of mid-2020', () => {
    const { people, divided } = wardsOfLsoa2021(
      populatedPieces(new Map([['ab', 4200]]), [pair('a', 'ab', 'M'), pair('b', 'ab', 'M')], mid2020),
      wardOf,
    )
    expect([...people]).toEqual([
      ['A', 1050],
      ['B', 3150],
    ])
    expect(divided.map(({ lsoa_2021 }) => lsoa_2021)).toEqual(['ab'])
  })

  it('counts only the people that no other LSOA of 2021 holds', () => {
    const { people } = wardsOfLsoa2021(
      populatedPieces(
        new Map([
          ['ab', 1110],
          ['b2', 2990],
        ]),
        [pair('a', 'ab', 'X'), pair('b', 'ab', 'X'), pair('b', 'b2', 'X')],
        mid2020,
      ),
      wardOf,
    )
    expect([...people]).toEqual([
      ['A', 1099],
      ['B', 3001],
    ])
  })
})

describe('residentsOfAges', () => {
  const ages = Object.fromEntries(AGES.map((age) => [age, 1]))

  it('sums 0 to 15, 16 to 59, and 60 and over', () => {
    expect(residentsOfAges({ ...ages, people: 91 })).toEqual({
      people: 91,
      aged_0_15: 16,
      aged_16_59: 44,
      aged_60_plus: 31,
    })
  })

  it('refuses ages that do not sum to the people', () => {
    expect(() => residentsOfAges({ ...ages, people: 92 })).toThrow('do not sum to its 92 people')
  })
})
