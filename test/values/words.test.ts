import { describe, expect, it } from 'vitest'
import { type Unit, units } from '../../src/index.js'
import { amountInWords, figureInWords, percentInWords, valueInWords } from '../../src/tables/index.js'
import { noteInWords, numberInWords, whenInWords } from '../../src/tables/index.js'
import { boundedInWords, boundedNumberInWords, changeInWords, isAnything, listInWords } from '../../src/values/words.js'
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
    expect([changeInWords(-0.04), changeInWords(-0.05), changeInWords(6.25), changeInWords(0.5)]).toEqual([
      'no change',
      'a fall of 0.1 %',
      'a rise of 6.3 %',
      'a rise of 0.5 %',
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

describe('missing figures', () => {
  const none = { value: null, unit: units.people }
  it('are a dash, or said to be none', () => {
    for (const value of [null, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(percentInWords(value)).toBe('–')
      expect(amountInWords({ value, unit: units.pounds() })).toBe('–')
      expect(figureInWords({ value, unit: units.people })).toBe('–')
      expect(numberInWords({ value, unit: units.people })).toBe('–')
      expect(valueInWords({ value, unit: units.pounds() })).toBe('no figure')
    }
    expect(boundedInWords({ ...none, bounds: { lower: 1, upper: 2 } })).toBe('–')
    expect(amountInWords(none)).toBe('–')
  })

  it('are refused as bare numbers, of which the unit is not known', () => {
    for (const say of [amountInWords, figureInWords, valueInWords, numberInWords, boundedInWords, isAnything])
      expect(() => say(3 as never)).toThrow('figure')
  })
})

describe('numbers in words', () => {
  it.each([
    [12.34, units.perCent('residents'), '12.3', '+12.3'],
    [12.34, units.percentagePoints(), '12.3', '+12.3'],
    [12.346, units.kilometres, '12.35', '+12.35'],
    [12.5, units.squareMetres, '13', '+13'],
    [12, units.people, '12', '+12'],
    [12.34, units.people, '12.3', '+12.3'],
    [12, units.meanCount('site', 'sites'), '12.0', '+12.0'],
    [-1234, units.people, '−1,234', '−1,234'],
  ])('%d of %o is %s, as a change %s', (value, unit, plain, signed) => {
    expect(numberInWords({ value, unit })).toBe(plain)
    expect(numberInWords({ value, unit }, 'signed')).toBe(signed)
  })

  it('stand before their unit: one thing, several, points', () => {
    expect(figureInWords({ value: 60.3, unit: units.percentagePoints('residents') }, 'signed')).toBe('+60.3 points')
    expect(figureInWords({ value: -1, unit: units.people })).toBe('−1 people')
    expect(figureInWords({ value: 1, unit: units.hoursAWeek })).toBe('1 hour a week')
    expect(valueInWords({ value: 18, unit: units.count('library', 'libraries') })).toBe('18 libraries')
    expect(valueInWords({ value: -84.2, unit: units.pounds({ per: 'head' }) })).toBe('−£84.20 per head')
  })
})

describe('bounds in words', () => {
  const unit = units.count('library', 'libraries')
  it('stand behind the figure where they say more than it', () => {
    expect(boundedInWords({ value: 2, unit, bounds: { lower: 1, upper: 2 } })).toBe('2 libraries (1 to 2)')
    expect(boundedInWords({ value: 2, unit, bounds: { lower: 2, upper: 3 } })).toBe('2 libraries (2 to 3)')
    expect(boundedInWords({ value: 2, unit, bounds: { lower: 2, upper: 2 } })).toBe('2 libraries')
    expect(boundedInWords({ value: 2, unit })).toBe('2 libraries')
    expect(boundedNumberInWords({ value: 2, unit, bounds: { lower: 1, upper: 2 } })).toBe('2 (1 to 2)')
    expect(boundedNumberInWords({ value: 2, unit })).toBe('2')
  })

  it('of a share that leave everything open make it not known', () => {
    const of = (lower: number, upper: number, share: Unit = units.perCent('residents')) =>
      ({ value: 50, unit: share, bounds: { lower, upper } }) as const
    expect(boundedInWords(of(0, 100))).toBe('not known')
    expect(boundedNumberInWords(of(0, 100))).toBe('not known')
    expect([of(0.04, 99.95), of(0.05, 100), of(0, 99.94)].map(isAnything)).toEqual([true, false, false])
    expect(isAnything(of(0, 100, units.people))).toBe(false)
    expect(isAnything({ unit: units.perCent('residents') })).toBe(false)
  })
})

describe('days in words', () => {
  it.each([
    ['2015-08-28', '2015-08-28', 'on 28 August 2015'],
    ['2015-01-01', '2015-12-31', 'in 2015'],
    ['2013-03-01', '2013-03-31', 'in March 2013'],
    ['2013-03-02', '2013-03-31', 'between 2 March 2013 and 31 March 2013'],
    ['2013-03-01', '2013-04-30', 'between 1 March 2013 and 30 April 2013'],
    ['2016-07-02', '2019-12-31', 'between 2 July 2016 and 31 December 2019'],
    ['2014-01-01', '2015-12-31', 'between 1 January 2014 and 31 December 2015'],
    ['2015-01-01', '2015-12-30', 'between 1 January 2015 and 30 December 2015'],
  ] as const)('from %s to %s it was %s', (earliest, latest, text) => {
    expect(whenInWords(earliest, latest)).toBe(text)
  })

  it('are refused where one of the two is none', () => {
    expect(() => whenInWords('2015-02-30', '2015-08-28')).toThrow("day: '2015-02-30' is not allowed")
    expect(() => whenInWords('2015-08-28', '2015' as '2015-02-28')).toThrow("day: '2015' is not allowed")
  })
})

describe('lists and notes in words', () => {
  it('join by commas, and by and before the last', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listInWords)).toEqual(['', 'a', 'a and b', 'a, b and c'])
  })

  it('take a note from the breaks of the study, then from those built in, and keep another as it is', () => {
    const breaks = [{ note: 'council-ended', text: 'Of this study.' }]
    expect(noteInWords('council-ended', breaks)).toBe('Of this study.')
    expect(noteInWords('council-ended', [])).toBe('The council no longer existed.')
    expect(noteInWords('of-a-user', breaks)).toBe('of-a-user')
    expect(() => noteInWords(3 as unknown as string, [])).toThrow('note')
    expect(() => noteInWords('a', undefined as unknown as [])).toThrow('breaks of a series')
  })
})
