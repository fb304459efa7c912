import { describe, expect, it } from 'vitest'
import { markKey, markOf, statusKey } from '../../src/charts/statusMarks.js'
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
      { label: 'partial: not all is known', sample: 'diamond', hollow: true, colour: '#12436D' },
    ])
  })

  it('stand in the key of a series as they are drawn: one entry for each status, hollow where not observed', () => {
    expect(markKey('2014-15', ['modelled', 'observed', 'modelled', 'missing'], '#12436D')).toEqual([
      { label: '2014-15, modelled', sample: 'square', hollow: true, colour: '#12436D' },
      { label: '2014-15', sample: 'circle', hollow: false, colour: '#12436D' },
    ])
    expect(markKey('2014-15', ['missing'], '#12436D')).toEqual([])
  })

  it('need no key for what was observed, and none for what has no figure', () => {
    expect(statusKey(['observed', 'missing', 'suppressed'], '#12436D')).toEqual([])
    expect(statusKey([], '#12436D')).toEqual([])
  })
})
