import { describe, expect, it } from 'vitest'
import { placedPieces, wardsOf2011 } from '../../../src/derive/crosswalks/pieces.js'
import type { PlacedLsoa } from '../../../src/derive/wards/lsoas.js'
import type { LsoaChange } from '../../../src/model/crosswalk.js'
import { areaOf, square } from '../../support/areas.js'

const lsoa = (lsoa_code: string, ward_code: string, longitude = 0.5): PlacedLsoa => ({
  lsoa_code,
  ward_code,
  centre: { longitude, latitude: 52.5 },
  metres: 0,
})
const ward = (ward_code: string, west: number) => areaOf(ward_code, square(west, 52))
const piece = (from: string, to: string, change: LsoaChange, people = 100) => ({ from, to, change, people })

describe('placedPieces', () => {
  const place = (
    pieces: readonly ReturnType<typeof piece>[],
    placed: readonly PlacedLsoa[],
    features2025: readonly ReturnType<typeof ward>[],
    bestFit2024: readonly [string, string][] = [],
  ) =>
    placedPieces({
      pieces,
      placed,
      features2025,
      bestFit2024: new Map(bestFit2024),
      ward2011Of: new Map(placed.map(({ lsoa_code }) => [lsoa_code, 'old'])),
    }).map(({ lsoa_2021, ward_2025, placed_by }) => [lsoa_2021, ward_2025, placed_by])

  it('leaves an LSOA in a ward whose code is still in use, wherever the generalised border runs', () => {
    expect(place([piece('a', 'a', 'U')], [lsoa('a', 'same', 1.1)], [ward('same', 0), ward('new', 1)])).toEqual([
      ['a', 'same', 'same code'],
    ])
  })

  it('puts an LSOA where the official best fit of 2024 has it, unless that ward has ended or is in both lists', () => {
    const placed = [lsoa('a', 'gone')]
    expect(
      place(
        [piece('a', 'a1', 'S'), piece('a', 'a2', 'S')],
        placed,
        [ward('new', 0), ward('other', 1)],
        [
          ['a1', 'new'],
          ['a2', 'other'],
        ],
      ),
    ).toEqual([
      ['a1', 'new', 'best fit of 2024'],
      ['a2', 'other', 'best fit of 2024'],
    ])
    expect(place([piece('a', 'a', 'U')], placed, [ward('new', 0), ward('other', 1)], [['a', 'other']])).toEqual([
      ['a', 'other', 'best fit of 2024'],
    ])
    expect(place([piece('a', 'a1', 'S')], placed, [ward('new', 0)], [['a1', 'ended']])).toEqual([
      ['a1', 'new', 'centre'],
    ])
    expect(
      place(
        [piece('a', 'a', 'U'), piece('b', 'b', 'U')],
        [lsoa('a', 'gone'), lsoa('b', 'same', 1.5)],
        [ward('new', 0), ward('same', 1)],
        [['a', 'same']],
      )[0],
    ).toEqual(['a', 'new', 'centre'])
  })

  it(
    'puts all others where their centre lies, or nearest to it, but never into a ward that is in both lists and ' +
      'not their own',
    () => {
      expect(place([piece('b', 'b', 'U')], [lsoa('b', 'gone', 1.5)], [ward('new', 0), ward('other', 1)])).toEqual([
        ['b', 'other', 'centre'],
      ])
      expect(place([piece('b', 'b', 'U')], [lsoa('b', 'gone', 2.1)], [ward('new', 0), ward('other', 1)])).toEqual([
        ['b', 'other', 'nearest centre'],
      ])
      expect(
        place(
          [piece('a', 'a', 'U'), piece('b', 'b', 'U')],
          [lsoa('a', 'same', 0.5), lsoa('b', 'gone', 0.9)],
          [ward('same', 0), ward('new', 1)],
        )[1],
      ).toEqual(['b', 'new', 'nearest centre'])
    },
  )
})

describe('wardsOf2011', () => {
  const bridge = [
    { from: '1', to: 'a', change: 'U' as const },
    { from: '2', to: 'b', change: 'M' as const },
    { from: '3', to: 'b', change: 'M' as const },
    { from: '4', to: 'c', change: 'U' as const },
    { from: '5', to: 'd', change: 'U' as const },
  ]
  const bestFit = new Map([
    ['1', 'old'],
    ['2', 'old'],
    ['3', 'older'],
    ['4', 'old'],
    ['5', 'kept'],
  ])

  it(
    'is that of 2013 where its code was in use, else that of the LSOAs of 2001, else that of most of its ' +
      'neighbours',
    () => {
      const placed = [lsoa('a', 'new'), lsoa('b', 'new'), lsoa('c', 'new'), lsoa('d', 'kept'), lsoa('e', 'new')]
      expect([...wardsOf2011(placed, bridge, bestFit, new Set(['old', 'older', 'kept']))]).toEqual([
        ['a', 'old'],
        ['b', 'old'],
        ['c', 'old'],
        ['d', 'kept'],
        ['e', 'old'],
      ])
    },
  )
})
