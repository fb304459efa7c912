import { describe, expect, it } from 'vitest'
import { SENSE_COLOURS, senseOf } from '../../src/charts/polarity.js'
import { DARK, PAPER } from '../../src/charts/theme.js'
import { contrast } from '../support/vegaLite.js'

describe('the sense of a change', () => {
  it('is better or worse where more or less is better', () => {
    expect([3, -3].map((change) => senseOf(change, 'more is better'))).toEqual(['better', 'worse'])
    expect([3, -3].map((change) => senseOf(change, 'less is better'))).toEqual(['worse', 'better'])
  })

  it('is a rise or a fall where neither is better, as for spending', () => {
    expect([3, -3].map((change) => senseOf(change, 'none'))).toEqual(['rise', 'fall'])
  })

  it('is no change at 0, whatever is better', () => {
    for (const polarity of ['more is better', 'less is better', 'none'] as const)
      expect([0, -0].map((change) => senseOf(change, polarity))).toEqual(['no change', 'no change'])
  })

  it('has colours that differ by 3 to 1 within a pair and from the paper, on a light page and on a dark one', () => {
    const pages = [(colour: string) => colour, (colour: string) => DARK[colour] ?? '']
    for (const on of pages)
      for (const colour of Object.values(SENSE_COLOURS))
        expect(contrast(on(colour), on(PAPER))).toBeGreaterThanOrEqual(3)
    for (const [one, other] of [
      ['better', 'worse'],
      ['rise', 'fall'],
    ] as const)
      expect(contrast(SENSE_COLOURS[one], SENSE_COLOURS[other])).toBeGreaterThanOrEqual(3)
  })
})
