import { describe, expect, it } from 'vitest'
import { sampledRows } from '../../src/charts/sampled.js'

const rows = Object.freeze(Array.from({ length: 100 }, (_, i) => i))

describe('sampled rows', () => {
  it('are all of them up to the limit, without a note', () => {
    expect(sampledRows('example', rows, 100, () => false)).toEqual({ rows, notes: [] })
  })

  it(
    'keep the first, the last and those marked out, evenly along the order, and say how many of how many ' + 'they are',
    () => {
      const { rows: drawn, notes } = sampledRows('example', rows, 7, (row) => row === 3)
      // First, last and 3 are kept; four of the other 97 at their 13th, 37th, 61st and 85th place.
      expect(drawn).toEqual([0, 3, 14, 38, 62, 86, 99])
      expect(notes).toEqual([
        'Drawn are 7 of 100 rows: the first, the last, those marked out, and of the others some evenly along ' +
          'the order.',
      ])
    },
  )

  it('keep those marked out even beyond the limit', () => {
    expect(sampledRows('example', rows, 2, (row) => row < 5).rows).toEqual([0, 1, 2, 3, 4, 99])
  })

  it('refuse a limit that is no whole number from 2', () => {
    expect(() => sampledRows('example', rows, 1, () => false)).toThrow(
      "chart 'example': its limit of 1 rows is not allowed; give a whole number from 2",
    )
    expect(() => sampledRows('example', rows, 2.5, () => false)).toThrow('its limit of 2.5 rows')
  })
})
