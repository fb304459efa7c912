import { describe, expect, expectTypeOf, it } from 'vitest'
import { type Unit, type Value, unitText, units } from '../../src/index.js'
import { sameUnit, whyNoSum } from '../../src/model/unit.js'

describe('the text of a unit', () => {
  it.each([
    [units.pounds(), 'GBP'],
    [units.pounds({ per: 'head' }), 'GBP per head'],
    [units.pounds({ per: 'head', prices: '2023-24' }), 'GBP per head at 2023-24 prices'],
    [units.thousandPounds(), 'GBP thousand'],
    [units.thousandPounds({ prices: '2023-24' }), 'GBP thousand at 2023-24 prices'],
    [units.perCent(), 'per cent'],
    [units.perCent('residents'), 'per cent of residents'],
    [units.percentagePoints('residents'), 'percentage points of residents'],
    [units.count('library', 'libraries'), 'libraries'],
    [units.meanCount('site', 'sites'), 'mean sites'],
    [units.people, 'people'],
    [units.kilometres, 'km'],
    [units.meanKilometres, 'km'],
    [units.squareMetres, 'm²'],
    [units.meanSquareMetres, 'm²'],
    [units.hoursAWeek, 'hours a week'],
    [units.libraryMonths, 'library-months'],
    [units.score('IMD score'), 'IMD score'],
    [units.rank('IMD rank'), 'IMD rank'],
  ])('of %o is %s', (unit, text) => {
    expect(unitText(unit)).toBe(text)
  })

  it('is refused of what is no unit', () => {
    expect(() => unitText('GBP' as unknown as Unit)).toThrow(
      "unit: 'GBP' is not allowed. Allowed: an object with a kind, such as units.pounds().",
    )
    expect(() => unitText({ kind: 'weight' } as unknown as Unit)).toThrow(
      "kind of a unit: 'weight' is not allowed. Allowed: money, per cent, percentage points, count, length, area, " +
        'time, score, rank.',
    )
  })
})

describe('two units', () => {
  it('are one where they are of one kind and written alike', () => {
    expect(sameUnit(units.pounds(), units.pounds())).toBe(true)
    expect(sameUnit(units.pounds(), units.thousandPounds())).toBe(false)
    expect(sameUnit(units.pounds({ prices: '2009-10' }), units.pounds({ prices: '2023-24' }))).toBe(false)
    expect(sameUnit(units.score('IMD'), units.rank('IMD'))).toBe(false)
  })

  it('of a mean and of a total are two, though written alike', () => {
    expect(sameUnit(units.squareMetres, units.meanSquareMetres)).toBe(false)
  })
})

describe('a sum', () => {
  it('is had of money, counts, lengths, areas and time', () => {
    const summed = [units.pounds(), units.people, units.kilometres, units.squareMetres, units.libraryMonths]
    expect(summed.map(whyNoSum)).toEqual([null, null, null, null, null])
  })
})

describe('the unit of a value', () => {
  it('is never a text', () => {
    expectTypeOf<Value['unit']>().toEqualTypeOf<Unit>()
    expectTypeOf<string>().not.toExtend<Unit>()
  })
})
