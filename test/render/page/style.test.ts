import { describe, expect, it } from 'vitest'
import { DARK, GREY, INK, PALETTE, PAPER } from '../../../src/charts/index.js'
import { DARK_PAGE, LIGHT_PAGE, pageStyle } from '../../../src/render/page/style.js'
import { contrast } from '../../support/vegaLite.js'

const dark = (colour: string): string => DARK[colour] ?? ''
const MARKS = [...Object.values(PALETTE), GREY.line]

describe('the colours of a page', () => {
  it('are measured as WCAG does: black on white is 21 to 1', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
    expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2)
  })

  it.each([
    ['light', LIGHT_PAGE],
    ['dark', DARK_PAGE],
  ])('let every text stand out by 4.5 to 1 on a %s page', (_, { paper, tint, ink, quiet, accent }) => {
    for (const text of [ink, quiet, accent])
      for (const behind of [paper, tint])
        expect(contrast(text, behind), `${text} on ${behind}`).toBeGreaterThanOrEqual(4.5)
  })

  it('let the texts of charts stand out by 4.5 to 1, light and dark', () => {
    for (const text of [INK, GREY.text]) {
      expect(contrast(text, PAPER), text).toBeGreaterThanOrEqual(4.5)
      expect(contrast(dark(text), dark(PAPER)), dark(text)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each(MARKS)('let the mark %s stand out by 3 to 1, light and dark', (mark) => {
    expect(contrast(mark, PAPER)).toBeGreaterThanOrEqual(3)
    expect(contrast(dark(mark), dark(PAPER))).toBeGreaterThanOrEqual(3)
  })

  it('keep different colours of charts different when they are exchanged', () => {
    expect(new Set(Object.values(DARK)).size).toBe(Object.keys(DARK).length)
  })
})

describe('the style of a page', () => {
  it('exchanges colours on a dark screen alone, so that paper stays white', () => {
    const [, screen = ''] = /@media screen and \(prefers-color-scheme:dark\)\{([\s\S]*?)\n\}\n/.exec(pageStyle()) ?? []
    for (const [light, other] of Object.entries(DARK)) expect(screen).toContain(`[fill="${light}"]{fill:${other}}`)
    expect(pageStyle().replace(screen, '')).not.toContain(dark(PAPER))
  })

  it('opens what is folded when it is printed, and leaves out what paper cannot do', () => {
    const [, print = ''] = pageStyle().split('@media print{')
    expect(print).toContain('size:A4')
    expect(print).toContain('.printed::details-content{content-visibility:visible')
    expect(print).toMatch(/\.skip,\.tools[^}]*\{display:none\}/)
    expect(print).toContain('figure{break-inside:avoid')
  })

  it('moves nothing', () => {
    expect(pageStyle()).not.toMatch(/animation|transition|scroll-behavior/)
  })
})
