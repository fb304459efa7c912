import { table } from 'arquero'
import { beforeAll, describe, expect, it } from 'vitest'
import { councilCrosswalk, type CouncilRegister, harmonise } from '../../src/geography/index.js'
import { studyData } from '../support/data.js'

let register: CouncilRegister
beforeAll(async () => {
  ;({ register } = await studyData())
})
const count = { kind: 'count' } as const
const spent = (walk: ReturnType<typeof councilCrosswalk>, values: Readonly<Record<string, number>>, more = {}) => {
  const { table: after, loss } = harmonise(
    table({ council: Object.keys(values), spent: Object.values(values) }),
    walk,
    { key: 'council', measures: { spent: count }, ...more },
  )
  const rows = (after.objects() as { council: string; spent: number | null; spent_status: string }[]).filter(
    (row) => row.spent !== null,
  )
  return { rows: rows.map((row) => [row.council, row.spent, row.spent_status]), loss }
}

describe('councilCrosswalk', () => {
  // Dates and councils of the Structural Changes Orders of 2008, 2018, 2019, 2020 and 2022 (legislation.gov.uk).
  it.each([
    ['2009-03-31', '2009-04-01', 44, 9],
    ['2019-03-31', '2019-04-01', 15, 5],
    ['2020-03-31', '2020-04-01', 5, 1],
    ['2021-03-31', '2021-04-01', 8, 2],
    ['2023-03-31', '2023-04-01', 20, 4],
  ])('follows the reorganisation between %s and %s: %i councils into %i', (from, to, before, after) => {
    const { sources, targets, links } = councilCrosswalk(register, { from, to })
    const gone = sources.filter((code) => !targets.includes(code))
    const made = targets.filter((code) => !sources.includes(code))
    expect([gone.length, made.length]).toEqual([before, after])
    expect(
      links
        .filter(({ source, target }) => source !== target)
        .every(({ share, basis }) => share === 1 && basis === 'whole'),
    ).toBe(true)
    expect(links.filter(({ source, target }) => source === target).every(({ basis }) => basis === 'code')).toBe(true)
  })

  it('sums what passed whole into a successor, as observed', () => {
    const walk = councilCrosswalk(register, { from: '2020-03-31', to: '2020-04-01', codes: 'gss_code' })
    const { rows, loss } = spent(walk, { E10000002: 1, E07000004: 2, E07000005: 4, E07000006: 8, E07000007: 16 })
    expect(rows).toEqual([['E06000060', 31, 'observed']])
    expect(loss.totals[0]).toMatchObject({ before: 31, after: 31, unplaced: 0 })
  })

  it('follows a council through two reorganisations', () => {
    const { links } = councilCrosswalk(register, { from: '2018-04-01', to: '2024-04-01', codes: 'gss_code' })
    const somerset = links.filter(({ target }) => target === 'E06000066').map(({ source }) => source)
    // Taunton Deane and West Somerset became Somerset West and Taunton in 2019, and that a part of Somerset in 2023.
    expect(somerset).toEqual(['E07000187', 'E07000188', 'E07000189', 'E07000190', 'E07000191', 'E10000027'])
  })

  it('gives what a divided county had to none of its successors, and completes none of them', () => {
    const walk = councilCrosswalk(register, { from: '2023-03-31', to: '2023-04-01', codes: 'gss_code' })
    const values = {
      E10000006: 100,
      E07000026: 1,
      E07000028: 2,
      E07000029: 4,
      E07000027: 8,
      E07000030: 16,
      E07000031: 32,
    }
    const { rows, loss } = spent(walk, values)
    expect(rows).toEqual([])
    expect([loss.incompleteTargets, loss.totals[0]]).toEqual([
      ['E06000063', 'E06000064'],
      { measure: 'spent', before: 163, after: 0, unmatched: 0, unplaced: 100, withheld: 63 },
    ])
    expect(spent(walk, values, { missing: 'partial' }).rows).toEqual([
      ['E06000063', 7, 'partial'],
      ['E06000064', 56, 'partial'],
    ])
  })

  it('sums a table of districts into complete successors, though the county that was divided is not in it', () => {
    const walk = councilCrosswalk(register, {
      from: '2018-04-01',
      to: '2023-04-02',
      codes: 'gss_code',
      classes: ['UA', 'MD', 'LB', 'SD'],
    })
    const { rows, loss } = spent(walk, Object.fromEntries(walk.sources.map((code) => [code, 100])))
    // 326 districts of 2018 are 296 of 2023.
    expect([walk.sources.length, rows.length, loss.incompleteTargets]).toEqual([326, 296, []])
    expect(loss.totals[0]).toEqual({
      measure: 'spent',
      before: 32_600,
      after: 32_600,
      unmatched: 0,
      unplaced: 0,
      withheld: 0,
    })
    const of = new Map(rows.map(([code, value, status]) => [code, [value, status]]))
    expect(['E06000063', 'E06000061', 'E06000066', 'E06000060'].map((code) => of.get(code))).toEqual([
      [300, 'observed'],
      [400, 'observed'],
      [500, 'observed'],
      [400, 'observed'],
    ])
  })

  it('takes any code of a council, and gives the GSS code of the later day', () => {
    const walk = councilCrosswalk(register, { from: '2010-04-01', to: '2015-04-01', codes: 'gss_code' })
    expect(spent(walk, { E08000020: 1, E06000048: 2, E3001: 4 }).rows).toEqual([
      ['E06000018', 4, 'observed'],
      ['E06000057', 2, 'observed'],
      ['E08000037', 1, 'observed'],
    ])
    const of2025 = { from: '2025-03-31', to: '2025-12-31', codes: 'gss_code' } as const
    expect(spent(councilCrosswalk(register, of2025), { E08000016: 1, E08000039: 2 }).rows).toEqual([
      ['E08000038', 1, 'observed'],
      ['E08000039', 2, 'observed'],
    ])
    const byECode = councilCrosswalk(register, { from: '2010-04-01', to: '2025-12-31' })
    expect(spent(byECode, { E08000038: 1, E06000048: 2 }).rows).toEqual([
      ['E2901', 2, 'observed'],
      ['E4401', 1, 'observed'],
    ])
  })

  it('says what a code is that was no council of that day', () => {
    const walk = councilCrosswalk(register, { from: '2009-04-01', to: '2015-04-01' })
    expect(() => spent(walk, { E0820: 1 })).toThrow("'E0820' is not among the councils of 2009-04-01; it is Cornwall")
    expect(() => spent(walk, { E06000060: 1 })).toThrow(
      "'E06000060' is not among the councils of 2009-04-01; it is Buckinghamshire (E0402, E06000060), a council from " +
        '2020-04-01. Give the day on which the councils of the table existed.',
    )
    expect(() => spent(walk, { X: 1 })).toThrow('it is the code of no council of England since 2007')
  })

  it.each([
    ['2015', '2016-04-01', "day of a crosswalk of councils: '2015'"],
    ['2016-04-01', '2015-04-01', "days of a crosswalk of councils: '2016-04-01 to 2015-04-01'"],
    ['1990-04-01', '2015-04-01', 'days from 2007-04-01 to 2025-12-31, which the register covers'],
    ['2015-04-01', '2035-04-01', 'days from 2007-04-01 to 2025-12-31, which the register covers'],
  ])('refuses %s to %s', (from, to, message) => {
    expect(() => councilCrosswalk(register, { from, to })).toThrow(message)
  })

  it('refuses codes and classes that there are not', () => {
    const span = { from: '2015-04-01', to: '2016-04-01' }
    expect(() => councilCrosswalk(register, { ...span, codes: 'gss' as never })).toThrow(
      "codes of a crosswalk of councils: 'gss'",
    )
    expect(() => councilCrosswalk(register, { ...span, classes: ['O' as never] })).toThrow(
      "class of a crosswalk of councils: 'O'",
    )
  })
})
