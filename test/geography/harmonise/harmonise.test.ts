import type { AnyTable } from '../../../src/tables/index.js'
import { type ColumnTable, table } from 'arquero'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CROSSWALK_WEIGHTS,
  crosswalk,
  type CrosswalkPiece,
  harmonise,
  type HarmoniseOptions,
  reversed,
} from '../../../src/geography/index.js'

const piece = (source: string, target: string, weight: number, more: Partial<CrosswalkPiece> = {}): CrosswalkPiece => ({
  source,
  target,
  weight,
  ...more,
})
/** A: 300 in X and 100 in Y; B: all 100 in Y; C keeps its code. */
const there = crosswalk({
  from: 'old',
  fromTitle: 'wards of 2013',
  to: 'new',
  toTitle: 'wards of 2025',
  weights: 'residents',
  pieces: [piece('A', 'X', 300), piece('A', 'Y', 100), piece('B', 'Y', 100), piece('C', 'C', 50, { basis: 'code' })],
  explain: (code) => ({ what: `${code} of the moon`, remedy: 'Look again.' }),
})
const count = { kind: 'count' } as const
const move = (
  columns: Readonly<Record<string, readonly unknown[]>>,
  measures: HarmoniseOptions['measures'],
  more: Partial<HarmoniseOptions> = {},
) => harmonise(table(columns as Record<string, unknown[]>), there, { key: 'code', measures, ...more })
const rowsOf = (of: ColumnTable): object[] => of.objects()
const CODES = ['A', 'B', 'C']

describe('harmonise', () => {
  it('spreads counts by the shares, and loses nothing', () => {
    const { table: after, loss } = move({ code: CODES, homes: [200, 50, 7] }, { homes: count })
    expect(rowsOf(after)).toEqual([
      { code: 'C', largest_share: 1, divided_share: 0, homes: 7, homes_status: 'observed' },
      { code: 'X', largest_share: 1, divided_share: 1, homes: 150, homes_status: 'reallocated' },
      { code: 'Y', largest_share: 0.5, divided_share: 0.5, homes: 100, homes_status: 'reallocated' },
    ])
    expect(loss.totals).toEqual([{ measure: 'homes', before: 257, after: 257, unmatched: 0, unplaced: 0, withheld: 0 }])
  })

  it('weights rates by the parts of their denominators', () => {
    const { table: after } = move(
      { code: CODES, homes: [200, 50, 7], empty: [0.1, 0.4, 0.2] },
      { homes: count, empty: { kind: 'share', denominator: 'homes' } },
    )
    // Y holds 50 of A’s homes, of which 5 are empty, and B’s 50, of which 20 are.
    expect(after.array('empty')).toEqual([0.2, 0.1, 0.25])
  })

  it('weights means by the crosswalk’s own weights where that is asked for', () => {
    expect(
      move(
        { code: CODES, score: [10, 40, 20] },
        { score: { kind: 'mean', denominator: CROSSWALK_WEIGHTS } },
      ).table.array('score'),
    ).toEqual([20, 10, 25])
  })

  it.each(['median', 'rank', 'decile', 'category', 'index'] as const)(
    'refuses a %s with the reason and the remedy',
    (kind) => {
      expect(() => move({ code: CODES, x: [1, 2, 3] }, { x: { kind } })).toThrow(
        new RegExp(`measure 'x' \\(${kind}\\) cannot be moved from one list of areas to another: .+\\. .+\\.$`),
      )
    },
  )

  it('reads a denominator that is not moved itself', () => {
    expect(
      move(
        { code: CODES, homes: [200, 50, 7], empty: [0.1, 0.4, 0.2] },
        { empty: { kind: 'share', denominator: 'homes' } },
      ).table.columnNames(),
    ).toEqual(['code', 'largest_share', 'divided_share', 'empty', 'empty_status'])
  })

  it('does not miss a source in which nobody lives, where others do', () => {
    const walk = crosswalk({
      from: 'old',
      to: 'new',
      weights: 'residents',
      pieces: [piece('A', 'X', 10), piece('moor', 'X', 0, { share: 1, basis: 'area' })],
    })
    const sheep = (columns: Record<string, unknown[]>): object[] => {
      const moved: AnyTable = harmonise(table(columns), walk, { key: 'code', measures: { sheep: count } }).table
      return moved.objects()
    }
    expect(sheep({ code: ['A'], sheep: [3] })).toEqual([
      { code: 'X', largest_share: 1, divided_share: 0, sheep: 3, sheep_status: 'reallocated' },
    ])
    expect(sheep({ code: ['A', 'moor'], sheep: [3, 40] })).toMatchObject([{ sheep: 43 }])
  })

  it('takes codes as the crosswalk writes them', () => {
    const upper = crosswalk({
      from: 'old',
      to: 'new',
      weights: 'residents',
      canonical: (code) => code.trim().toUpperCase(),
      pieces: [piece('A', 'X', 1)],
    })
    expect(
      harmonise(table({ code: [' a'], x: [1] }), upper, { key: 'code', measures: { x: count } }).table.array('x'),
    ).toEqual([1])
  })

  it('keeps groups apart that look alike', () => {
    const { table: after } = move(
      { code: ['B', 'B', 'B'], year: [2013, '2013', null], half: ['', '', ''], homes: [1, 2, 4] },
      { homes: count },
      { by: ['year', 'half'], missing: 'partial' },
    )
    expect(
      after
        .objects()
        .filter((row: { code?: string }) => row.code === 'Y')
        .map((row: { homes?: number }) => row.homes),
    ).toEqual([1, 2, 4])
  })

  it('keeps groups such as years apart', () => {
    const { table: after } = move(
      { code: ['A', 'A', 'B'], year: [2010, 2011, 2011], homes: [4, 8, 10] },
      { homes: count },
      { by: ['year'], missing: 'partial' },
    )
    expect(rowsOf(after.filter((row: { code: string }) => row.code === 'Y'))).toEqual([
      {
        code: 'Y',
        year: 2010,
        largest_share: 0.5,
        divided_share: 0.5,
        homes: 1,
        homes_status: 'partial',
        homes_covered: 0.5,
      },
      {
        code: 'Y',
        year: 2011,
        largest_share: 0.5,
        divided_share: 0.5,
        homes: 12,
        homes_status: 'reallocated',
        homes_covered: 1,
      },
    ])
  })

  it('takes a source without a row as missing, and never as 0', () => {
    const { table: after, loss } = move({ code: ['A'], homes: [200] }, { homes: count })
    expect(after.array('homes')).toEqual([null, 150, null])
    expect(after.array('homes_status')).toEqual(['missing', 'reallocated', 'missing'])
    expect(loss.absent).toEqual([
      { code: 'B', groups: 1 },
      { code: 'C', groups: 1 },
    ])
    expect(loss.totals[0]).toEqual({
      measure: 'homes',
      before: 200,
      after: 150,
      unmatched: 0,
      unplaced: 0,
      withheld: 50,
    })
  })

  it('shows what is known of a target with a missing part, and how much it covers, when asked to', () => {
    const { table: after, loss } = move(
      { code: CODES, homes: [200, null, 0] },
      { homes: count },
      { missing: 'partial' },
    )
    expect(after.array('homes')).toEqual([0, 150, 50])
    expect(after.array('homes_status')).toEqual(['observed', 'reallocated', 'partial'])
    expect(after.array('homes_covered')).toEqual([1, 1, 0.5])
    expect(loss.values).toEqual([
      { measure: 'homes', cellsBefore: 3, missingBefore: 1, cellsAfter: 3, missingAfter: 0, partialAfter: 1 },
    ])
  })

  it('carries the status of what goes in, the weakest of them', () => {
    const statuses = ['modelled', 'observed', 'inherited']
    const { table: after } = move(
      { code: CODES, homes: [4, 5, 6], how: statuses },
      { homes: { kind: 'count', status: 'how' } },
    )
    expect(after.array('homes_status')).toEqual(['inherited', 'modelled', 'modelled'])
    const hidden = move(
      { code: CODES, homes: [4, null, 6], how: ['observed', 'suppressed', 'observed'] },
      { homes: { kind: 'count', status: 'how' } },
    )
    expect(hidden.table.array('homes_status')).toEqual(['observed', 'reallocated', 'suppressed'])
  })

  it('misses nothing in a source whose denominator is 0, whatever its rate', () => {
    const { table: after } = move(
      { code: CODES, homes: [200, 0, 7], empty: [0.1, null, 0.2] },
      { homes: count, empty: { kind: 'rate', denominator: 'homes' } },
    )
    expect([after.array('empty'), after.array('empty_status')]).toEqual([
      [0.2, 0.1, 0.1],
      ['observed', 'reallocated', 'reallocated'],
    ])
  })

  it('has no rate where all denominators are 0', () => {
    const { table: after } = move(
      { code: CODES, homes: [0, 0, 0], empty: [0.1, 0.1, 0.1] },
      { homes: count, empty: { kind: 'rate', denominator: 'homes' } },
    )
    expect([after.array('empty'), after.array('empty_status')]).toEqual([
      [null, null, null],
      ['missing', 'missing', 'missing'],
    ])
  })

  it('refuses a code of another list with what it is, its row and column', () => {
    expect(() => move({ code: ['A', 'M'], homes: [1, 2] }, { homes: count }, { file: 'homes.csv' })).toThrow(
      "homes.csv, row 3, column 'code': 'M' is not among the wards of 2013; it is M of the moon. Look again. " +
        "To set such rows aside and have them reported: unmatched: 'report'.",
    )
  })

  it('sets rows of other lists aside and reports them and their total when asked to', () => {
    const { table: after, loss } = move(
      { code: ['A', 'B', 'C', 'M'], homes: [4, 4, 4, 9] },
      { homes: count },
      { unmatched: 'report' },
    )
    expect(after.array('homes')).toEqual([4, 3, 5])
    expect(loss.unmatched).toEqual([{ row: 5, code: 'M', is: 'M of the moon' }])
    expect(loss.totals[0]).toEqual({ measure: 'homes', before: 21, after: 12, unmatched: 9, unplaced: 0, withheld: 0 })
  })

  it('reports what lies in no target, and targets without a source', () => {
    const partly = crosswalk({
      from: 'old',
      to: 'new',
      weights: 'square metres',
      pieces: [piece('A', 'X', 30)],
      sourceTotals: new Map([['A', 40]]),
      sources: ['B'],
      targets: ['Z'],
    })
    const { table: after, loss } = harmonise(table({ code: ['A', 'B'], homes: [8, 5] }), partly, {
      key: 'code',
      measures: { homes: count },
    })
    expect(after.array('homes')).toEqual([6, null])
    expect([loss.unplaced, loss.emptyTargets]).toEqual([
      [
        { code: 'A', share: 0.25 },
        { code: 'B', share: 1 },
      ],
      ['Z'],
    ])
    expect(loss.totals[0]).toEqual({ measure: 'homes', before: 13, after: 6, unmatched: 0, unplaced: 7, withheld: 0 })
  })

  it('never completes a target that holds a part of what nobody can divide', () => {
    const divided = crosswalk({
      from: 'old',
      to: 'new',
      weights: null,
      pieces: [piece('A', 'X', 1, { basis: 'whole' }), piece('C', 'Y', 1, { basis: 'whole' })],
      sources: ['B'],
      incomplete: ['X'],
    })
    const whole = harmonise(table({ code: CODES, homes: [8, 5, 3] }), divided, {
      key: 'code',
      measures: { homes: count },
    })
    expect([whole.table.array('homes'), whole.table.array('homes_status')]).toEqual([
      [null, 3],
      ['missing', 'observed'],
    ])
    const part = harmonise(table({ code: CODES, homes: [8, 5, 3] }), divided, {
      key: 'code',
      measures: { homes: count },
      missing: 'partial',
    })
    expect([part.table.array('homes'), part.table.array('homes_status'), part.table.array('homes_covered')]).toEqual([
      [8, 3],
      ['partial', 'observed'],
      [null, null],
    ])
    expect(() =>
      harmonise(table({ code: CODES, x: [8, 5, 3] }), divided, {
        key: 'code',
        measures: { x: { kind: 'rate', denominator: CROSSWALK_WEIGHTS } },
      }),
    ).toThrow('the weights of this crosswalk mean nothing')
  })

  it('flags targets of which less than 0.9 is one source, but not those made of smaller areas', () => {
    expect(move({ code: CODES, homes: [1, 1, 1] }, { homes: count }).flagged).toEqual(['Y'])
    const small = crosswalk({
      from: 'small',
      to: 'new',
      sourcesAre: 'smaller',
      weights: 'residents',
      pieces: [piece('a', 'X', 1), piece('b', 'X', 1)],
    })
    expect(
      harmonise(table({ code: ['a', 'b'], homes: [1, 1] }), small, { key: 'code', measures: { homes: count } }).flagged,
    ).toEqual([])
  })

  it.each<[string, () => unknown, string]>([
    [
      'a column that nobody declared',
      () => move({ code: CODES, name: CODES, homes: [1, 2, 3] }, { homes: count }),
      "column 'name' of table to harmonise: 'not declared' is not allowed",
    ],
    ['a measure that is no column', () => move({ code: CODES }, { homes: count }), "no column 'homes'"],
    ['no measure', () => move({ code: CODES }, {}), "measures: 'none'"],
    [
      'an area twice',
      () => move({ code: ['A', 'A'], homes: [1, 2] }, { homes: count }),
      "key 'A' stands in rows 2 and 3",
    ],
    [
      'text for a number',
      () => move({ code: CODES, homes: [1, '2', 3] }, { homes: count }),
      "row 3, column 'homes': cannot read '2'",
    ],
    [
      'a negative denominator',
      () =>
        move(
          { code: CODES, homes: [1, -2, 3], empty: [1, 1, 1] },
          { homes: count, empty: { kind: 'rate', denominator: 'homes' } },
        ),
      "row 3, column 'homes': cannot read '-2'",
    ],
    [
      'a rate without denominator',
      () => move({ code: CODES, x: [1, 2, 3] }, { x: { kind: 'rate' } as never }),
      "denominator of the rate 'x': 'none'",
    ],
    [
      'a kind that there is not',
      () => move({ code: CODES, x: [1, 2, 3] }, { x: { kind: 'sum' } as never }),
      "kind of the measure 'x': 'sum'",
    ],
    [
      'a status that there is not',
      () =>
        move(
          { code: CODES, x: [1, 2, 3], how: ['good', 'observed', 'observed'] },
          { x: { kind: 'count', status: 'how' } },
        ),
      "column 'how': cannot read 'good'",
    ],
    [
      'a number that is said to be suppressed',
      () =>
        move(
          { code: CODES, x: [0, 2, 3], how: ['suppressed', 'observed', 'observed'] },
          { x: { kind: 'count', status: 'how' } },
        ),
      "column 'how': cannot read 'suppressed'. Allowed: such a status beside an empty value alone, and not beside 0",
    ],
    [
      'an option that there is not',
      () => move({ code: CODES, x: [1, 2, 3] }, { x: count }, { mising: 'partial' } as never),
      "option of harmonise: 'mising'",
    ],
    [
      'a column to drop that there is not',
      () => move({ code: CODES, x: [1, 2, 3] }, { x: count }, { drop: ['nmae'] }),
      "no column 'nmae'",
    ],
    [
      'a column of two roles',
      () => move({ code: CODES, x: [1, 2, 3] }, { x: count }, { drop: ['x'] }),
      "column 'x' of table to harmonise: 'two roles'",
    ],
    [
      'a grouping that is no list',
      () => move({ code: CODES, year: [1, 1, 1], x: [1, 2, 3] }, { x: count }, { by: 'year' as never }),
      "by: 'year' is not allowed. Allowed: a list of columns, such as ['year']",
    ],
    [
      'an unknown word for missing',
      () => move({ code: CODES, x: [1, 2, 3] }, { x: count }, { missing: 'zero' as never }),
      "missing: 'zero'",
    ],
    [
      'a measure named as a column of the result',
      () => move({ code: CODES, largest_share: [1, 2, 3] }, { largest_share: count }),
      "column of the harmonised table: 'largest_share'",
    ],
  ])('refuses %s', (_, moving, message) => {
    expect(moving).toThrow(message)
  })

  it('leaves out what it is told to drop', () => {
    expect(
      move({ code: CODES, name: CODES, homes: [1, 2, 3] }, { homes: count }, { drop: ['name'] }).table.columnNames(),
    ).toEqual(['code', 'largest_share', 'divided_share', 'homes', 'homes_status'])
  })
})

/** Any crosswalk of up to 6 sources and targets, with whole-number weights, and values of its sources. */
const anyMove = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 1000 })), {
    minLength: 1,
    maxLength: 20,
  })
  .chain((pieces) => {
    const walk = crosswalk({
      from: 'old',
      to: 'new',
      weights: 'residents',
      pieces: pieces.map(([from, to, weight]) => piece(`S${from}`, `T${to}`, weight)),
    })
    return fc.record({
      walk: fc.constant(walk),
      values: fc.array(fc.double({ min: -1e6, max: 1e9, noNaN: true }), {
        minLength: walk.sources.length,
        maxLength: walk.sources.length,
      }),
      people: fc.array(fc.integer({ min: 1, max: 20_000 }), {
        minLength: walk.sources.length,
        maxLength: walk.sources.length,
      }),
    })
  })
const sum = (values: Iterable<unknown>): number =>
  [...values].reduce<number>((total, value) => total + Number(value), 0)

describe('harmonise, for any crosswalk,', () => {
  it('conserves the total of a count to a billionth', () => {
    fc.assert(
      fc.property(anyMove, ({ walk, values }) => {
        const { table: after, loss } = harmonise(table({ code: [...walk.sources], x: values }), walk, {
          key: 'code',
          measures: { x: count },
        })
        const scale = Math.max(1, sum(values.map(Math.abs)))
        expect(Math.abs(sum(after.array('x') as Iterable<number>) - sum(values)) / scale).toBeLessThan(1e-9)
        expect(loss.totals[0]?.unplaced).toBe(0)
      }),
    )
  })

  it('makes of a rate and its denominator what it makes of their product', () => {
    fc.assert(
      fc.property(anyMove, ({ walk, values, people }) => {
        const rates = values.map((value) => (value % 100) / 100)
        const { table: after } = harmonise(
          table({
            code: [...walk.sources],
            people,
            rate: rates,
            cases: rates.map((rate, i) => rate * (people[i] ?? 0)),
          }),
          walk,
          {
            key: 'code',
            measures: { people: count, cases: count, rate: { kind: 'rate', denominator: 'people' } },
          },
        )
        for (const row of after.objects() as { people: number; cases: number; rate: number }[])
          expect(row.rate * row.people).toBeCloseTo(row.cases, 6)
      }),
    )
  })

  it('keeps a rate between the lowest and the highest of its sources', () => {
    fc.assert(
      fc.property(anyMove, ({ walk, values, people }) => {
        const rates = harmonise(table({ code: [...walk.sources], people, rate: values }), walk, {
          key: 'code',
          drop: ['people'],
          measures: { rate: { kind: 'mean', denominator: 'people' } },
        }).table.array('rate') as number[]
        const slack = 1e-6 * Math.max(...values.map(Math.abs))
        expect(Math.min(...rates)).toBeGreaterThanOrEqual(Math.min(...values) - slack - 1e-9)
        expect(Math.max(...rates)).toBeLessThanOrEqual(Math.max(...values) + slack + 1e-9)
      }),
    )
  })

  it('does not depend on the order of the rows, and changes none of them', () => {
    fc.assert(
      fc.property(anyMove, ({ walk, values }) => {
        const columns = { code: Object.freeze([...walk.sources]) as string[], x: Object.freeze(values) as number[] }
        const turned = { code: [...columns.code].reverse(), x: [...columns.x].reverse() }
        const options = { key: 'code', measures: { x: count } }
        expect(harmonise(table(turned), walk, options).table.objects()).toEqual(
          harmonise(table(columns), walk, options).table.objects(),
        )
      }),
    )
  })

  it('is the identity from a list to itself, every value observed, once and again', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
          { minLength: 1, maxLength: 9 },
        ),
        (values) => {
          const codes = values.map((_, i) => `E0500000${i}`)
          const same = crosswalk({
            from: 'WD13',
            to: 'WD13',
            weights: 'residents',
            pieces: codes.map((code, i) => piece(code, code, i, { basis: 'code' })),
          })
          const once = harmonise(table({ code: codes, x: values }), same, { key: 'code', measures: { x: count } }).table
          expect([once.array('x'), new Set(once.array('x_status') as string[])]).toEqual([
            values,
            new Set(['observed']),
          ])
          const twice = harmonise(once, same, {
            key: 'code',
            drop: ['largest_share', 'divided_share', 'x_status'],
            measures: { x: count },
          }).table
          expect(twice.objects()).toEqual(once.objects())
        },
      ),
    )
  })

  it('brings a table there and back within the areas that both lists share', () => {
    fc.assert(
      fc.property(anyMove, ({ walk, people }) => {
        const options = { key: 'code', measures: { x: count } }
        const away = harmonise(table({ code: [...walk.sources], x: people }), walk, options).table
        const back = harmonise(away, reversed(walk), {
          ...options,
          drop: ['largest_share', 'divided_share', 'x_status'],
        }).table
        expect(sum(back.array('x') as Iterable<number>)).toBeCloseTo(sum(people), 4)
        const largest = Math.max(...people)
        const whole = walk.links.length === walk.sources.length && walk.sources.length === walk.targets.length
        if (whole)
          (back.array('x') as number[]).forEach((value, i) =>
            expect(Math.abs(value - (people[i] ?? 0))).toBeLessThan(1e-9 * largest),
          )
        for (const value of back.array('x') as number[]) expect(value).toBeGreaterThan(0)
      }),
    )
  })
})
