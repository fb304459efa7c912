import { describe, expect, it } from 'vitest'
import { combine, sumValues, units } from '../../src/index.js'
import type { PlaceKind, Unit } from '../../src/index.js'
import { valueOf as of } from '../support/value.js'

const [X, Y] = ['not-returned', 'population-rebased'] as const

describe('combine', () => {
  it('takes the weakest status, every note and source once, and loses comparability with any input', () => {
    const result = combine(
      [of(1, { notes: [X] }), of(2, { status: 'modelled', notes: [X, Y], source: ['b'], comparable: false })],
      (a, b) => a + b,
    )
    expect(result).toMatchObject({
      value: 3,
      status: 'modelled',
      notes: [X, Y],
      source: ['a', 'b'],
      comparable: false,
    })
  })

  it('belongs to the owner of the largest kind: what rests on a council’s figure is no ward’s', () => {
    expect(combine([of(1, { owner: 'ward' }), of(2, { owner: 'council' })], (a, b) => a + b).owner).toBe('council')
    expect(combine([of(1, { owner: 'ward' }), of(2, { owner: 'ward' })], (a, b) => a + b).owner).toBe('ward')
  })

  it('refuses a unit that is a text, and an owner that is none', () => {
    expect(() => combine([of(1, { unit: 'GBP' as unknown as Unit })], (a) => a)).toThrow(
      "unit: 'GBP' is not allowed. Allowed: an object with a kind, such as units.pounds().",
    )
    expect(() => combine([of(1, { owner: 'county' as unknown as PlaceKind })], (a) => a)).toThrow(
      "owner of a value: 'county' is not allowed. Allowed: ward, council, group, country.",
    )
  })

  it('is missing, never 0, when an input is missing', () => {
    expect(combine([of(1), of(null)], (a, b) => a + b)).toMatchObject({ value: null, status: 'missing' })
  })

  it('is missing when the rule gives no finite number', () => {
    expect(combine([of(1), of(0)], (a, b) => a / b)).toMatchObject({ value: null, status: 'missing' })
  })

  it('stays suppressed when the only unknown input is suppressed', () => {
    expect(combine([of(1), of(null, { status: 'suppressed' })], (a, b) => a + b)).toMatchObject({
      value: null,
      status: 'suppressed',
    })
  })
})

describe('sumValues', () => {
  it('refuses to sum nothing', () => {
    expect(() => sumValues([])).toThrow("values to sum: 'none' is not allowed")
  })

  it('refuses to sum different units or bases', () => {
    expect(() => sumValues([of(1), of(2, { unit: units.pounds({ per: 'head' }) })])).toThrow('value to sum')
    expect(() => sumValues([of(1, { basis: 'outturn' }), of(2, { basis: 'budget' })])).toThrow(
      'Allowed: GBP (outturn), as the first',
    )
  })

  it.each([
    [units.perCent('residents'), 'per cent of residents', 'sum what it is a share of, then divide'],
    [units.percentagePoints(), 'percentage points', 'sum what it is a share of, then divide'],
    [units.score('IMD score'), 'IMD score', 'a score has no sum: show the values side by side'],
    [units.rank('IMD rank'), 'IMD rank', 'a rank has no sum: show the values side by side'],
    [units.meanCount('site', 'sites'), 'mean sites', 'measure the larger place from its small areas'],
    [units.meanKilometres, 'km', 'measure the larger place from its small areas'],
  ])('refuses %o, and says what to do', (unit, text, what) => {
    const values = [of(1, { unit }), of(2, { unit })]
    expect(() => sumValues(values)).toThrow(
      `unit of a value to sum: '${text}' is not allowed. Allowed: amounts and counts`,
    )
    expect(() => sumValues(values)).toThrow(what)
  })

  it.each([units.pounds(), units.people, units.squareMetres, units.kilometres, units.hoursAWeek])(
    'adds up %o',
    (unit) => {
      expect(sumValues([of(1, { unit }), of(2, { unit })])).toMatchObject({ value: 3, unit })
    },
  )

  it('belongs to the place that the values make up together', () => {
    const england = { kind: 'country', code: 'E92000001', name: 'England', vintage: 'CTRY2023' } as const
    expect(sumValues([of(1), of(2)], { place: england })).toMatchObject({ place: england, owner: 'country' })
  })

  it('keeps negatives', () => {
    expect(sumValues([of(5), of(-7)]).value).toBe(-2)
  })
})
