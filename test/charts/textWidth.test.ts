import { expect, it } from 'vitest'
import { textWidth, widestText, wrapToWidth } from '../../src/charts/textWidth.js'
import { fontWidths } from '../support/fontWidths.js'

const LETTERS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
const MORE = Array.from('\u00a0£§°²½é–—‘’“”…−←→')

it.each([
  ['normal', 'DejaVuSans'],
  ['bold', 'DejaVuSans-Bold'],
] as const)('%s letters are as wide as the font says', (weight, file) => {
  const ofFont = fontWidths(file)
  for (const letter of [...LETTERS, ...MORE])
    expect(textWidth(letter, { size: 1, weight }), letter).toBeCloseTo(ofFont(letter) ?? Number.NaN, 3)
})

it('the widest of texts is that of most room, not of most letters', () => {
  expect(widestText(['iiii', 'WWW'], { size: 10 })).toBe(textWidth('WWW', { size: 10 }))
  expect(widestText([], { size: 10 })).toBe(0)
})

it('a text is split between words into lines that fit, and a word that is wider is cut', () => {
  const width = textWidth('one two', { size: 10 })
  expect(wrapToWidth('one two three', width, { size: 10 })).toEqual(['one two', 'three'])
  expect(wrapToWidth('a incomprehensible', 30, { size: 10 }).join('')).toBe('aincomprehensible')
  expect(widestText(wrapToWidth('incomprehensible', 30, { size: 10 }), { size: 10 })).toBeLessThanOrEqual(30)
})
