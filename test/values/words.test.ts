import { describe, expect, it } from 'vitest'
import { type Unit, units } from '../../src/index.js'
import { amountInWords, figureInWords, percentInWords, valueInWords } from '../../src/tables/index.js'
import { boundedInWords, changeInWords } from '../../src/values/words.js'
import { signedInForm } from '../../src/charts/numbers.js'

describe('amounts in words', () => {
  it.each([
    [-0.005, '−£0.01'],
    [-0.004, '£0.00'],
    [999.994, '£999.99'],
    [999.996, '£1,000'],
    [-999.996, '−£1,000'],
    [1706.5, '£1,707'],
    [84.205, '£84.21'],
    [84.2, '£84.20'],
  ])('%d pounds are %s', (value, text) => {
    expect(amountInWords({ value, unit: units.pounds({ per: 'head', prices: '2023-24' }) })).toBe(text)
  })

  it.each([
    [-0.3, '£0k'],
    [-0.5, '−£1k'],
    [999.4, '£999k'],
    [999.7, '£1.0m'],
    [-999.7, '−£1.0m'],
    [26179, '£26.2m'],
    [1_234_550, '£1,234.6m'],
  ])('%d thousand pounds are %s', (value, text) => {
    expect(amountInWords({ value, unit: units.thousandPounds() })).toBe(text)
  })
})

describe('changes in words', () => {
  it.each([-6.25, -18.75, -12.25, 6.25, 0.05, -0.04, 18.749999999999996])(
    '%d has the same digits as a change, a figure, in a chart and with the other sign',
    (value) => {
      const text = percentInWords(value)
      expect(figureInWords({ value, unit: units.perCent('residents') }, 'signed')).toBe(text)
      expect(signedInForm(value, { suffix: ' %', decimals: 1 })).toBe(text)
      expect(percentInWords(-value).replace(/[+−]/, '')).toBe(text.replace(/[+−]/, ''))
    },
  )

  it('says no change of what rounds to none', () => {
    expect([changeInWords(-0.04), changeInWords(-0.05), changeInWords(6.25)]).toEqual([
      'no change',
      'a fall of 0.1 %',
      'a rise of 6.3 %',
    ])
  })

  it('writes bounds as the figure is written', () => {
    const share = { value: 88.4, unit: units.perCent('residents'), bounds: { lower: 41.03, upper: 88.44 } }
    expect(boundedInWords(share)).toBe('88.4 % (41.0 to 88.4)')
    expect(
      boundedInWords({ value: 3158, unit: units.count('library', 'libraries'), bounds: { lower: 3147, upper: 3158 } }),
    ).toBe('3,158 libraries (3,147 to 3,158)')
  })
})

describe('figures in words', () => {
  it.each([
    [1, units.count('library', 'libraries'), '1 library'],
    [0, units.count('library', 'libraries'), '0 libraries'],
    [1, units.meanCount('library', 'libraries'), '1.0 libraries'],
    [1, units.people, '1 person'],
    [1, units.libraryMonths, '1 library-month'],
    [40.25, units.libraryMonths, '40.3 library-months'],
    [2.2249, units.meanKilometres, '2.22 km'],
    [2201.8, units.meanSquareMetres, '2,202 m²'],
    [35, units.hoursAWeek, '35 hours a week'],
    [12, units.score('IMD score'), '12 IMD score'],
  ])('%d of %o is %s', (value, unit, text) => {
    expect(figureInWords({ value, unit })).toBe(text)
  })

  it('tell money by its terms, a change in per cent by its sign, and a share without', () => {
    expect(valueInWords({ value: 26179, unit: units.thousandPounds({ prices: '2023-24' }) })).toBe(
      '£26.2m at 2023-24 prices',
    )
    expect(valueInWords({ value: 4, unit: units.perCent() })).toBe('+4.0 %')
    expect(valueInWords({ value: 4, unit: units.perCent('residents') })).toBe('4.0 %')
  })

  it('refuse a unit that is a text, and an amount of what is no money', () => {
    expect(() => figureInWords({ value: 1, unit: 'GBP' as unknown as Unit })).toThrow('such as units.pounds()')
    expect(() => amountInWords({ value: 1, unit: units.people })).toThrow(
      "unit of an amount: 'people' is not allowed. Allowed: pounds or thousands of pounds.",
    )
  })
})
