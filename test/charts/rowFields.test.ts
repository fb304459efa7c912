import { expect, it } from 'vitest'
import { FIELDS, statusInWords } from '../../src/charts/rowFields.js'

it('a figure is a finite number or null, and never left out or not a number', () => {
  expect(
    [1, null, undefined, Number.NaN, Number.POSITIVE_INFINITY, '1'].map(
      (value) => FIELDS.figure.safeParse(value).success,
    ),
  ).toEqual([true, true, false, false, false, false])
})

it('a status and a flag may be left out, or null as in a table', () => {
  expect([undefined, null, 'modelled', 'guessed'].map((value) => FIELDS.status.safeParse(value).success)).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect([undefined, null, true, 1].map((value) => FIELDS.flag.safeParse(value).success)).toEqual([
    true,
    true,
    true,
    false,
  ])
})

it('a status is said after a figure unless it was observed', () => {
  expect(['observed', 'modelled'].map(statusInWords)).toEqual(['', ' (modelled)'])
})
