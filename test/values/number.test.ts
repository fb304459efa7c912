import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber } from '../../src/tables/index.js'

const value = (text: string) => {
  const reading = readNumber(text)
  return reading.kind === 'value' ? reading.value : reading.kind
}

describe('readNumber', () => {
  it.each([
    ['26179', 26179],
    ['1,234.50', 1234.5],
    ['(500)', -500],
    ['(0.5)', -0.5],
    ['(0)', 0],
    ['(1,234)', -1234],
    ['£2 000', 2000],
    ['-£2,000.10', -2000.1],
    ['£-5', -5],
    ['(£12.30)', -12.3],
    ['GBP 7', 7],
    [' 12\u00a0', 12],
    ['1\u00a0234', 1234],
    ['-14053068.06', -14053068.06],
    ['316553.82000000007', 316553.82000000007],
    ['1e3', 1000],
    ['.5', 0.5],
    ['0', 0],
  ])('reads %j', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  it.each([
    '1,23',
    '12,34,567',
    'abc',
    '(-5)',
    '--5',
    '1.2.3',
    '£',
    '()',
    '1e999',
    '2009-10',
    'Infinity',
    'NaN',
    '0x10',
  ])('does not read %j', (text) => {
    expect(value(text)).toBe('unreadable')
  })

  it.each([
    ['', 'empty'],
    ['NULL', 'empty'],
    ['…', 'not available'],
    ['...', 'not available'],
    ['[x]', 'not submitted'],
    ['-', 'not relevant'],
    ['[c]', 'suppressed'],
  ])('knows the marker %j as %s', (text, meaning) => {
    expect(readNumber(text)).toEqual({ kind: 'missing', meaning })
  })

  it('gives back every number that JavaScript prints', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => value(String(number)) === number),
    )
  })

  it('gives back every whole number in groups of three, bracketed when negative', () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        const grouped = Math.abs(number).toLocaleString('en-GB')
        return value(number < 0 ? `(${grouped})` : grouped) === number
      }),
    )
  })
})
