import { beforeAll, describe, expect, it } from 'vitest'
import {
  type FinancialYear,
  type IndicatorHeader,
  type NoteId,
  Panel,
  type Period,
  type Provenance,
  type SeriesStep,
  type Unit,
  type Value,
  beforeAfter,
  percentChange,
  units,
  windowMean,
  yearsOf,
} from '../../src/index.js'
import { BlockWriter } from '../../src/panel/block.js'
import { frozen } from '../support/frozen.js'
import { headerOf, panelOf } from '../support/panel.js'

const terms = frozen({ deflator: 'hmt-2025-12', pricesOf: '2023-24', tiers: 'both' } as const)
const place = (code: string) => ({ kind: 'council', code, name: code, vintage: 'LAD2025' }) as const

/** A cell of a test: a number, what is known of it, its bounds. */
type Given = number | null | (Partial<Provenance> & { value: number | null; bounds?: readonly [number, number] })

interface Options {
  readonly periods?: readonly Period[]
  readonly header?: Partial<IndicatorHeader>
  readonly steps?: readonly SeriesStep[]
}

/** A panel of one indicator, a row a place. */
function panelFrom(
  rows: Readonly<Record<string, readonly Given[]>>,
  { periods = YEARS, header, steps }: Options = {},
): Panel {
  const codes = Object.keys(rows)
  const writer = new BlockWriter(headerOf(header), codes.length, periods)
  codes.forEach((code, row) => {
    rows[code]?.forEach((given, column) => {
      const { value, bounds, ...said } = typeof given === 'object' && given !== null ? given : { value: given }
      const cell = writer.cell(row, column)
      const status = value === null ? 'missing' : 'observed'
      writer.write(cell, value, { status, owner: 'council', notes: [], ...said })
      if (bounds !== undefined) writer.bound(cell, ...bounds)
    })
    if (steps !== undefined) writer.breaks(row, steps)
  })
  return new Panel({ places: codes.map(place), periods, terms, blocks: [writer.finish()] })
}
const YEARS = yearsOf({ from: '2007-08', to: '2010-11' })
const missing = (...notes: NoteId[]): Given => ({ value: null, notes })

type Between = Parameters<typeof beforeAfter>[1]
const YEARS_ALONE: Between = frozen({ before: '2007-08', after: '2010-11' } as const)
const change = (panel: Panel, kind: 'difference' | 'per-cent', between: Between = YEARS_ALONE, code = 'A'): Value =>
  beforeAfter(panel, between).value(code, `test/measure/${kind}`, between)

describe('the changes of a panel', () => {
  const panel = panelFrom({ A: [100, 1, 2, 150], B: [10, 0, 0, 5] })

  it('are of every place the difference and the change in per cent', () => {
    const changes = beforeAfter(panel, YEARS_ALONE)
    expect(changes.indicators).toEqual([
      { ...headerOf(), id: 'test/measure/difference', title: 'A measure: change' },
      {
        ...headerOf(),
        id: 'test/measure/per-cent',
        title: 'A measure: change, per cent',
        kind: 'rate',
        unit: units.perCent(),
      },
    ])
    expect(changes.periods).toEqual([YEARS_ALONE])
    expect(changes.places).toBe(panel.places)
    expect(changes.terms).toBe(terms)
    expect(change(panel, 'difference')).toMatchObject({
      value: 50,
      status: 'observed',
      comparable: true,
      period: YEARS_ALONE,
    })
    expect(change(panel, 'per-cent').value).toBe(50)
    expect(change(panel, 'difference', YEARS_ALONE, 'B').value).toBe(-5)
    expect(change(panel, 'per-cent', YEARS_ALONE, 'B').value).toBe(-50)
  })

  it('are refused for a period that the panel does not have, and for one that is not later', () => {
    expect(() => beforeAfter(panel, { before: '2006-07', after: '2010-11' })).toThrow(
      "period to compare: '2006-07' is not allowed. Allowed: a period of the panel: 2007-08, 2008-09, 2009-10, ",
    )
    expect(() => beforeAfter(panel, { before: '2007-08', after: { from: '2009-10', to: '2011-12' } })).toThrow(
      "'2011-12'",
    )
    expect(() => beforeAfter(panel, { before: '2010-11', after: '2007-08' })).toThrow('period of the later value')
    expect(() => beforeAfter(panel, undefined as unknown as Between)).toThrow('periods to compare')
  })

  it('have the weaker status, the notes of both, and are missing when one of the two is', () => {
    const weak = panelFrom({
      A: [
        { value: 10, status: 'partial', notes: ['dates-by-year'] },
        0,
        0,
        { value: 9, status: 'modelled', notes: ['water-of-some'] },
      ],
    })
    expect(change(weak, 'difference')).toMatchObject({
      value: -1,
      status: 'partial',
      notes: ['dates-by-year', 'water-of-some'],
    })
    const none = panelFrom({ A: [10, 0, 0, missing('not-returned')] })
    for (const kind of ['difference', 'per-cent'] as const)
      expect(change(none, kind)).toMatchObject({ value: null, status: 'missing', notes: ['not-returned'] })
  })

  it('are in points for shares, and without per cent for shares, scores and ranks', () => {
    const idsOf = (unit: Unit) =>
      beforeAfter(panelFrom({ A: [1, 2, 3, 4] }, { header: { unit } }), YEARS_ALONE).indicators.map(({ id }) => id)
    const both = ['test/measure/difference', 'test/measure/per-cent']
    for (const unit of [units.pounds(), units.people, units.kilometres, units.squareMetres, units.hoursAWeek])
      expect(idsOf(unit)).toEqual(both)
    for (const unit of [units.perCent('residents'), units.score('score'), units.rank('rank'), units.percentagePoints()])
      expect(idsOf(unit)).toEqual(both.slice(0, 1))
    const share = panelFrom({ A: [20, 0, 0, 25] }, { header: { unit: units.perCent('residents') } })
    expect(change(share, 'difference')).toMatchObject({ value: 5, unit: units.percentagePoints('residents') })
  })

  it('of scores are refused, of ranks they are differences', () => {
    const score = panelFrom({ A: [20, 0, 0, 25] }, { header: { unit: units.score('IMD score') } })
    expect(change(score, 'difference')).toMatchObject({
      value: null,
      status: 'missing',
      comparable: false,
      notes: ['scores-compare-by-rank'],
    })
    const rank = panelFrom({ A: [20, 0, 0, 25] }, { header: { unit: units.rank('rank') } })
    expect(change(rank, 'difference')).toMatchObject({ value: 5, unit: units.rank('rank'), comparable: true })
  })

  it('in per cent are refused from or through zero, where the difference is a figure', () => {
    for (const [before, after] of [
      [0, 5],
      [-5, 5],
      [5, -5],
    ] as const) {
      const through = panelFrom({ A: [before, 0, 0, after] })
      expect(change(through, 'per-cent')).toMatchObject({ value: null, status: 'missing', notes: ['through-zero'] })
      expect(change(through, 'difference').value).toBe(after - before)
    }
  })

  it('across bases have no per cent, and are not comparable where negative amounts were dropped', () => {
    const derived: Given = {
      value: 90,
      basis: 'derived-positive-only',
      comparable: false,
      notes: ['negatives-dropped'],
    }
    const spent: Given = { value: 100, basis: 'outturn' }
    const across = panelFrom({ A: [spent, 0, 0, derived] })
    expect(change(across, 'per-cent')).toMatchObject({ value: null, notes: ['negatives-dropped', 'basis-differs'] })
    expect(change(across, 'difference')).toMatchObject({ value: -10, comparable: false, basis: 'outturn' })
    const among = panelFrom({ A: [derived, 0, 0, { ...derived, value: 45 }] })
    expect(change(among, 'per-cent')).toMatchObject({ value: -50, comparable: false, basis: 'derived-positive-only' })
  })
})

describe('the bounds of a difference', () => {
  const of = (before: Given, after: Given) => change(panelFrom({ A: [before, 0, 0, after] }), 'difference').bounds
  it('are the widest that those of both figures allow', () => {
    expect(of({ value: 5, bounds: [4, 7] }, { value: 9, bounds: [8, 12] })).toEqual({ lower: 1, upper: 8 })
    expect(of({ value: 5, bounds: [4, 7] }, 9)).toEqual({ lower: 2, upper: 5 })
    expect(of(5, { value: 9, bounds: [8, 12] })).toEqual({ lower: 3, upper: 7 })
  })

  it('are none where neither figure has some, or one is missing', () => {
    expect(of(5, 9)).toBeUndefined()
    expect(of({ value: 5, bounds: [4, 7] }, null)).toBeUndefined()
    expect(of(null, { value: 5, bounds: [4, 7] })).toBeUndefined()
    expect(change(panelFrom({ A: [{ value: 5, bounds: [4, 7] }, 0, 0, 10] }), 'per-cent')).not.toHaveProperty('bounds')
  })
})

describe('a break of the series', () => {
  const steps = frozen([{ from: '2009-10', note: 'population-rebased' } as const])
  const panel = panelFrom({ A: [{ value: 10, notes: ['dates-by-year'] }, 11, 12, 13] }, { steps })
  const across = (before: Between['before'], after: Between['after']) => change(panel, 'difference', { before, after })

  it('between the two periods makes the change incomparable, with its note', () => {
    for (const kind of ['difference', 'per-cent'] as const)
      expect(change(panel, kind)).toMatchObject({
        comparable: false,
        notes: ['dates-by-year', 'population-rebased'],
      })
    expect(across('2007-08', '2009-10').comparable).toBe(false)
  })

  it('before or after them does not', () => {
    expect(across('2007-08', '2008-09')).toMatchObject({ comparable: true, notes: ['dates-by-year'] })
    expect(across('2009-10', '2010-11')).toMatchObject({ comparable: true, notes: [] })
  })

  it('counts from the first year of one window to the last of the other', () => {
    const window = (from: FinancialYear, to: FinancialYear) => ({ from, to })
    expect(across(window('2007-08', '2008-09'), window('2009-10', '2010-11')).comparable).toBe(false)
    expect(across('2007-08', window('2008-09', '2009-10')).comparable).toBe(false)
    expect(across(window('2008-09', '2009-10'), '2010-11').comparable).toBe(false)
    expect(across(window('2009-10', '2010-11'), '2010-11').comparable).toBe(true)
  })

  it('is not looked for from a day to a year', () => {
    const stock = panelFrom({ A: [1, 3] }, { periods: ['2010-03-31', '2011-12'], steps })
    const span = { before: '2010-03-31', after: '2011-12' } as const
    expect(change(stock, 'difference', span)).toMatchObject({ value: 2, comparable: true })
  })

  it('is not looked for between days', () => {
    const days = ['2010-03-31', '2015-03-31'] as const
    const stock = panelFrom({ A: [1, 3] }, { periods: days, steps })
    expect(change(stock, 'difference', { before: days[0], after: days[1] })).toMatchObject({
      value: 2,
      comparable: true,
    })
  })
})

describe('a window', () => {
  const before = frozen({ from: '2007-08', to: '2009-10' } as const)
  const between: Between = frozen({ before, after: '2010-11' } as const)
  const spanOf = (panel: Panel) => beforeAfter(panel, between).blocks[0]?.periods[0]

  it('is the mean of its years', () => {
    const panel = panelFrom({ A: [10, 20, 60, 15] })
    expect(change(panel, 'difference', between)).toMatchObject({ value: -15, period: between })
    expect(change(panel, 'per-cent', between).value).toBe(-50)
    expect(change(panel, 'difference', { before: '2007-08', after: { from: '2008-09', to: '2009-10' } }).value).toBe(30)
  })

  it('is clipped, for all places alike, to the years that the source collects', () => {
    for (const note of ['no-edition', 'not-in-the-form'] as const) {
      const panel = panelFrom({ A: [missing(note), 20, 60, 15], B: [missing(note), 10, 10, 5] })
      expect(spanOf(panel)).toEqual({ before: { from: '2008-09', to: '2009-10' }, after: '2010-11' })
      expect(change(panel, 'difference', between)).toMatchObject({ value: -25, status: 'observed' })
      expect(change(panel, 'difference', between, 'B').value).toBe(-5)
    }
    const never = panelFrom({ A: [null, 20, 60, 15], B: [] })
    expect(spanOf(never)).toEqual({ before: { from: '2008-09', to: '2009-10' }, after: '2010-11' })
  })

  it('makes a place missing that alone lacks a year', () => {
    const panel = panelFrom({ A: [missing('not-returned'), 20, 60, 15], B: [30, 10, 20, 5] })
    expect(spanOf(panel)).toEqual(between)
    expect(change(panel, 'difference', between)).toMatchObject({
      value: null,
      status: 'missing',
      notes: ['not-returned'],
    })
    expect(change(panel, 'difference', between, 'B').value).toBe(-15)
  })

  it('keeps a year that every place lacks by itself, because the source collects it', () => {
    expect(spanOf(panelFrom({ A: [missing('not-returned'), 20, 60, 15] }))).toEqual(between)
    expect(spanOf(panelFrom({ A: [missing('not-returned', 'no-edition'), 20, 60, 15] }))).toEqual({
      before: { from: '2008-09', to: '2009-10' },
      after: '2010-11',
    })
    expect(spanOf(panelFrom({ A: [{ value: null, status: 'suppressed' }, 20, 60, 15] }))).toEqual(between)
  })

  it('of fewer than two years has no mean, and says so', () => {
    const panel = panelFrom({ A: [missing('no-edition'), missing('no-edition'), 60, 15] })
    expect(change(panel, 'difference', between)).toMatchObject({
      value: null,
      status: 'missing',
      notes: ['window-too-short'],
      period: { before: { from: '2009-10', to: '2009-10' }, after: '2010-11' },
    })
    const none = panelFrom({ A: [missing('no-edition'), missing('no-edition'), missing('no-edition'), 15] })
    expect(spanOf(none)).toEqual(between)
    expect(change(none, 'difference', between).value).toBeNull()
    const two = panelFrom({ A: [missing('no-edition'), 30, 60, 15] })
    expect(change(two, 'difference', between).value).toBe(-30)
  })

  it('mixes no bases', () => {
    const panel = panelFrom({
      A: [{ value: 1, basis: 'budget' }, { value: 1, basis: 'outturn' }, { value: 1, basis: 'outturn' }, 15],
    })
    expect(change(panel, 'difference', between)).toMatchObject({ value: null, notes: ['basis-differs'] })
  })
})

describe('measured changes', () => {
  let panel: Panel
  beforeAll(async () => {
    panel = await panelOf({
      indicators: ['culture/real-per-head', 'young-people-budget/real', 'deprivation/income-share', 'people/residents'],
      places: { councils: ['Nottingham', 'Derbyshire Dales', 'Peterborough'], england: true, wards: ['E05001823'] },
      periods: { from: '2007-08', to: '2019-20' },
    })
  })

  it('are those of percentChange and windowMean between the same figures', () => {
    const window = { from: '2007-08', to: '2009-10' } as const
    const between = { before: window, after: '2014-15' } as const
    const changes = beforeAfter(panel, between)
    for (const { code } of panel.places) {
      const values = yearsOf(window).map((year) => panel.value(code, 'culture/real-per-head', year))
      const after = panel.value(code, 'culture/real-per-head', '2014-15', { base: '2007-08' })
      const was = percentChange(windowMean(values), after)
      const is = changes.value(code, 'culture/real-per-head/per-cent', between)
      expect([is.value, is.status, is.comparable, new Set(is.notes), is.owner]).toEqual([
        was.value,
        was.status,
        was.comparable,
        new Set(was.notes),
        was.owner,
      ])
    }
    // The study of Aspley says of 2009-10 to 2014-15: a fall of 33.2 %.
    const alone = { before: '2009-10', after: '2014-15' } as const
    expect(beforeAfter(panel, alone).value('E06000018', 'culture/real-per-head/per-cent', alone).value).toBeCloseTo(
      -33.2,
      1,
    )
  })

  it('clip a window to the years that the form collects', () => {
    const between = { before: { from: '2009-10', to: '2012-13' }, after: '2016-17' } as const
    const [, block] = beforeAfter(
      panel.slice({ indicators: ['people/residents', 'young-people-budget/real'] }),
      between,
    ).blocks
    expect(block?.header.id).toBe('people/residents/per-cent')
    const young = beforeAfter(panel.slice({ indicators: ['young-people-budget/real'] }), between).blocks[0]
    expect(young?.periods[0]).toMatchObject({ before: { from: '2011-12', to: '2012-13' } })
  })
})
