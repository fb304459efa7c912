import { describe, expect, it } from 'vitest'
import { valueView } from '../../src/display/index.js'
import { units } from '../../src/index.js'
import { valueOf } from '../support/value.js'

describe('a value in a notebook', () => {
  it('stands with place, code, vintage, period, status and source', () => {
    expect(valueView(valueOf(1234)).text).toBe(
      '£1,234\nNottingham (E06000018, LAD2023), 2009-10; observed.\nSource: a.',
    )
  })

  it('tells what its status means, its bounds, what breaks its series, and its notes', () => {
    const value = valueOf(18, {
      unit: units.count('library', 'libraries'),
      status: 'partial',
      bounds: { lower: 17, upper: 18 },
      comparable: false,
      notes: ['dates-by-year', 'population-rebased'],
    })
    expect(valueView(value).text.split('\n')).toEqual([
      '18 libraries',
      'Nottingham (E06000018, LAD2023), 2009-10; partial: a part of what it should contain is not known.',
      'Between 17 and 18, by what dates and places leave open.',
      'Not comparable with the base year of its series.',
      'Some openings or closings are known by the year alone, or lie between two editions of the list; they ' +
        'count from the last day on which they can have happened.',
      'Note: population-rebased.',
      'Source: a.',
    ])
  })

  it('says that there is no figure where there is none', () => {
    expect(valueView(valueOf(null)).text.split('\n')[0]).toBe('no figure')
  })
})
