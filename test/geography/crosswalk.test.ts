import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crosswalk, type CrosswalkPiece, overlaps, reversed } from '../../src/geography/index.js'

const make = (pieces: readonly CrosswalkPiece[], more: object = {}) =>
  crosswalk({ from: 'old', to: 'new', weights: 'residents', pieces: Object.freeze([...pieces]), ...more })
const piece = (source: string, target: string, weight: number): CrosswalkPiece => ({ source, target, weight })

describe('crosswalk', () => {
  it('gives a target the share of the source’s weight that lies in it', () => {
    expect(make([piece('A', 'X', 300), piece('A', 'Y', 100), piece('B', 'Y', 50)]).links).toEqual([
      { source: 'A', target: 'X', share: 0.75, weight: 300, basis: 'given' },
      { source: 'A', target: 'Y', share: 0.25, weight: 100, basis: 'given' },
      { source: 'B', target: 'Y', share: 1, weight: 50, basis: 'given' },
    ])
  })

  it('adds the pieces of one source and target', () => {
    expect(
      make([piece('A', 'X', 1), piece('A', 'Y', 1), piece('A', 'X', 2)]).links.map(({ target, share }) => [
        target,
        share,
      ]),
    ).toEqual([
      ['X', 0.75],
      ['Y', 0.25],
    ])
  })

  it('gives a source without weight whole to its only target, and refuses to guess between two', () => {
    expect(make([piece('A', 'X', 0)]).links[0]?.share).toBe(1)
    expect(() => make([piece('A', 'X', 0), piece('A', 'Y', 0)])).toThrow("weights of A: '0' is not allowed")
  })

  it('keeps areas of either list that have no piece', () => {
    const { sources, targets } = make([piece('A', 'X', 1)], { sources: ['A', 'B'], targets: ['X', 'Z'] })
    expect([sources, targets]).toEqual([
      ['A', 'B'],
      ['X', 'Z'],
    ])
  })

  it('leaves out what lies outside every target, by the whole weight of a source', () => {
    expect(make([piece('A', 'X', 30)], { sourceTotals: new Map([['A', 40]]) }).links[0]?.share).toBe(0.75)
  })

  it.each([[-1], [Number.NaN], [Infinity]])('refuses a weight of %s', (weight) => {
    expect(() => make([piece('A', 'X', weight)])).toThrow('weight of A in X')
  })

  it('refuses shares of a source that come to more than it', () => {
    expect(() =>
      make([
        { source: 'A', target: 'X', weight: 0, share: 0.7 },
        { source: 'A', target: 'Y', weight: 0, share: 0.7 },
      ]),
    ).toThrow('shares of A')
  })

  it.each([
    [
      [
        { source: 'A', target: 'X', weight: 0, share: 1.5 },
        { source: 'A', target: 'Y', weight: 0, share: -0.5 },
      ],
      'share of A',
    ],
    [
      [
        { source: 'A', target: 'X', weight: 3, share: 0.25 },
        { source: 'A', target: 'Y', weight: 1 },
      ],
      'shares for all pieces of a source, or for none',
    ],
  ])('refuses shares that are none, or of a part of the pieces', (pieces, message) => {
    expect(() => make(pieces)).toThrow(message)
  })

  it('refuses a whole weight that is none', () => {
    expect(() => make([piece('A', 'X', 1)], { sourceTotals: new Map([['A', Number.NaN]]) })).toThrow(
      'whole weight of A',
    )
  })

  it('keeps codes with odd signs apart', () => {
    expect(make([piece('A|B', 'C', 1), piece('A', 'B|C', 3)]).links.length).toBe(2)
  })

  it('does not depend on the order of the pieces, and has no negative share', () => {
    const pieces = fc.array(
      fc.record({
        source: fc.constantFrom('A', 'B', 'C'),
        target: fc.constantFrom('X', 'Y', 'Z'),
        weight: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(pieces, (each) => {
        const { links } = make(each)
        expect(make([...each].reverse()).links).toEqual(links)
        for (const { share, weight } of links) expect(Math.min(share, weight)).toBeGreaterThan(0)
      }),
    )
  })
})

describe('reversed', () => {
  it('is the way back by the same weights, and twice the way there', () => {
    const there = make([piece('A', 'X', 300), piece('A', 'Y', 100), piece('B', 'Y', 50)])
    const back = reversed(there)
    expect([
      back.from,
      back.to,
      back.links.map(({ source, target, share }) => [source, target, Number(share.toFixed(4))]),
    ]).toEqual([
      'new',
      'old',
      [
        ['X', 'A', 1],
        ['Y', 'A', 0.6667],
        ['Y', 'B', 0.3333],
      ],
    ])
    expect(reversed(back).links).toEqual(there.links)
  })

  it('refuses a crosswalk whose weights do not tell the way back', () => {
    for (const more of [{ weights: null }, { sourcesAre: 'smaller' }, { incomplete: ['X'] }])
      expect(() => reversed(make([piece('A', 'X', 1)], more))).toThrow('crosswalk to reverse')
    expect(() => reversed(make([piece('A', 'X', 0)]))).toThrow('crosswalk to reverse')
  })
})

describe('overlaps', () => {
  it('names the source of most of a target, and its share of the target', () => {
    expect(overlaps(make([piece('A', 'X', 22), piece('B', 'X', 13)]))).toEqual([
      { target: 'X', largestSource: 'A', largestShare: 22 / 35, dividedShare: 0, sources: 2, bases: ['given'] },
    ])
  })

  it('tells how much of a target rests on how its sources are divided', () => {
    expect(
      overlaps(make([piece('A', 'X', 30), piece('B', 'X', 10), piece('B', 'Y', 90)])).map(
        ({ dividedShare }) => dividedShare,
      ),
    ).toEqual([0.25, 1])
  })

  it('has no shares where the weights mean nothing', () => {
    expect(
      overlaps(make([piece('A', 'X', 1), piece('B', 'X', 1)], { weights: null })).map(
        ({ largestShare, dividedShare }) => [largestShare, dividedShare],
      ),
    ).toEqual([[null, null]])
  })
})
