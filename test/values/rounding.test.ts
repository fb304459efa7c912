import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundTo } from '../../src/tables/index.js'
import { digitsOf, writeNumber, writeSignificant, writeSigned } from '../../src/values/rounding.js'

describe('rounding', () => {
  it.each([
    [-6.25, 1, -6.3],
    [6.25, 1, 6.3],
    [-18.75, 1, -18.8],
    [-12.25, 1, -12.3],
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [8.345, 2, 8.35],
    [18.749999999999996, 1, 18.8],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-0.04, 1, 0],
    [14053068123.456, 2, 14053068123.46],
  ])('of %d to %i decimals is %d: a half goes away from zero', (value, decimals, expected) => {
    expect(roundTo(value, decimals)).toBe(expected)
  })

  it('is the same for a number and its negative, and moves it by half a unit at most', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          expect(Math.abs(roundTo(-value, decimals))).toBe(Math.abs(roundTo(value, decimals)))
          expect(Math.abs(roundTo(value, decimals) - value)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9)
        },
      ),
    )
  })

  it('keeps the digits that count of what is nearly nothing', () => {
    expect([writeSignificant(-0.001234, 2), writeSignificant(0.000045678, 3)]).toEqual(['−0.0012', '0.0000457'])
  })

  it('writes a true minus, and no sign for what rounds to nothing', () => {
    expect([writeNumber(-1234.5, 2), writeNumber(-0.004, 2), writeNumber(-0, 0)]).toEqual(['−1,234.50', '0.00', '0'])
    expect([writeSigned(0.04, 1), writeSigned(0.05, 1), writeSigned(-0.05, 1)]).toEqual(['0.0', '+0.1', '−0.1'])
  })
})

describe('digits', () => {
  it('are as many as must be and as may be, in groups of thousands unless they stand alone', () => {
    expect(digitsOf(1234.5, 2)).toBe('1,234.50')
    expect(digitsOf(1234.5, 2, { least: 0 })).toBe('1,234.5')
    expect(digitsOf(-1234.5, 2, { grouping: false })).toBe('1234.50')
    expect(digitsOf(1234.5, 2)).toBe('1,234.50')
    expect(writeNumber(-1234, 1, { least: 0, grouping: false })).toBe('−1234')
  })
})

describe('roundTo', () => {
  it('refuses what is no finite number, and decimals that are none from 0 to 20', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => roundTo(value, 1)).toThrow('number to round')
    for (const decimals of [-1, 21, 1.5])
      expect(() => roundTo(1, decimals)).toThrow(
        `decimals: '${decimals}' is not allowed. Allowed: a whole number from 0 to 20`,
      )
    expect([roundTo(1.5, 20), roundTo(1.5, 0)]).toEqual([1.5, 2])
    expect(Object.is(roundTo(-0.04, 1), 0)).toBe(true)
  })
})

describe('what is printed', () => {
  /** Numbers that stay numbers: places on a grid or a picture, and amounts to the pound or penny as files have them. */
  const COMPUTED = [
    /^src\/(derive|sources|render\/page\/pictures)/,
    /^src\/charts\/(scanlines|drawnWards|wardMap|siteMap|indexedMultiples)\.ts/,
    // The message of an error stands below every room: it counts the letters that it leaves out.
    /^src\/errors\.ts/,
  ]

  it('is rounded by the one rule: nothing else in src calls toFixed, Math.round or toLocaleString', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `src/${file.replaceAll('\\', '/')}`)
    expect(files.length).toBeGreaterThan(200)
    const code = (file: string) => readFileSync(file, 'utf8').replace(/^ *\/?\*.*$/gm, '')
    const others = files.filter(
      (file) =>
        !COMPUTED.some((computed) => computed.test(file)) &&
        /\.toFixed\(|Math\.round\(|toLocaleString|NumberFormat\(/.test(code(file)) &&
        file !== 'src/values/rounding.ts',
    )
    expect(others).toEqual([])
  })
})
