import { describe, expect, it } from 'vitest'
import { missingMeaning } from '../../src/tables/index.js'
import { trimAll } from '../../src/values/missing.js'

describe('a marker in place of a number', () => {
  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['NULL', 'empty'],
    ['...', 'not available'],
    ['…', 'not available'],
    ['..', 'not available'],
    ['N/A', 'not available'],
    ['#N/A', 'not available'],
    ['[z]', 'not relevant'],
    ['-', 'not relevant'],
    ['[x]', 'not submitted'],
    ['[c]', 'suppressed'],
    ['*', 'suppressed'],
  ])('%j means %s', (text, meaning) => {
    expect(missingMeaning(text)).toBe(meaning)
    expect(missingMeaning(` \u00a0${text.toUpperCase()}\n`)).toBe(meaning)
  })

  it.each(['0', '--', '.', 'none', 'na', 'x'])('%j is none', (text) => {
    expect(missingMeaning(text)).toBeUndefined()
  })
})

describe('trimAll', () => {
  it('trims spaces, line breaks and marks of no width at both ends alone', () => {
    expect(trimAll('\ufeff\u200b a\u00a0b \u00a0\r\n')).toBe('a\u00a0b')
    expect(() => trimAll(3 as unknown as string)).toThrow('text to read')
  })
})
