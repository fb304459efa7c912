import { describe, expect, it } from 'vitest'
import { markOf, seriesMark, statusKey } from '../../src/charts/statusMarks.js'
import { STATUSES } from '../../src/model/status.js'

describe('marks of statuses', () => {
  it('differ for all statuses that have a figure', () => {
    const withFigure = STATUSES.filter((status) => status !== 'missing' && status !== 'suppressed')
    expect(new Set(withFigure.map(markOf)).size).toBe(withFigure.length)
    expect(markOf('observed')).toBe('circle')
  })

  it('stand in the key once each, in the order in which they occur', () => {
    expect(statusKey(['modelled', 'partial', 'modelled'], '#12436D')).toEqual([
      { label: 'modelled', sample: 'square', hollow: true, colour: '#12436D' },
      { label: 'partial', sample: 'diamond', hollow: true, colour: '#12436D' },
    ])
  })

  it('are that of a series in its key where all its figures have one status, and a circle otherwise', () => {
    expect(seriesMark(['modelled', 'modelled'])).toBe('square')
    expect(seriesMark(['observed', 'modelled'])).toBe('circle')
    expect(seriesMark([])).toBe('circle')
  })

  it('need no key for what was observed, and none for what has no figure', () => {
    expect(statusKey(['observed', 'missing', 'suppressed'], '#12436D')).toEqual([])
    expect(statusKey([], '#12436D')).toEqual([])
  })
})
