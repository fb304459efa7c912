import { expect, it } from 'vitest'
import { beginningNotes, inForm, signedInForm } from '../../src/charts/numbers.js'

it('a number has its sign before its prefix, groups of three, and two decimals unless told otherwise', () => {
  expect(inForm(-1234.5, { prefix: '£' })).toBe('−£1,234.50')
  expect(inForm(12.345, { suffix: ' %', decimals: 1 })).toBe('12.3 %')
})

it('a change has its sign, and none when it rounds to nothing', () => {
  expect([3, -3, 0, 0.04, -0.04].map((value) => signedInForm(value, { prefix: '£', decimals: 1 }))).toEqual([
    '+£3.0',
    '−£3.0',
    '£0.0',
    '£0.0',
    '£0.0',
  ])
})

it('a note says where an axis begins with all its decimals, whatever the numbers have', () => {
  expect(beginningNotes([1.5, 9], { decimals: 0 })).toEqual(['The axis begins at 1.5, not at 0.'])
  expect(beginningNotes([0.15000000000000002, 1], { suffix: ' %' })).toEqual(['The axis begins at 0.15 %, not at 0.'])
  expect(beginningNotes([80, 90], { prefix: '£', decimals: 0 })).toEqual(['The axis begins at £80, not at 0.'])
})
