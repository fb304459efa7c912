import { describe, expect, it } from 'vitest'
import { mixedStatuses, statusNotes } from '../../src/charts/statusNotes.js'

describe('notes on statuses', () => {
  it('say nothing of observed figures and nothing of missing ones', () => {
    expect(
      statusNotes([
        { value: 1, status: 'observed' },
        { value: null, status: 'missing' },
      ]),
    ).toEqual([])
    expect(
      mixedStatuses([
        { value: 1, status: 'observed' },
        { value: null, status: 'missing' },
      ]),
    ).toBe(false)
  })

  it('say of each other status how many figures have it', () => {
    expect(
      statusNotes([
        { value: 1, status: 'modelled' },
        { value: 2, status: 'modelled' },
      ]),
    ).toEqual(['All figures are modelled.'])
    const mixed = [
      { value: 1, status: 'observed' },
      { value: 2, status: 'modelled' },
      { value: 3, status: 'partial' },
    ] as const
    expect(statusNotes(mixed)).toEqual(['1 of the 3 figures are modelled.', '1 of the 3 figures are partial.'])
    expect(mixedStatuses(mixed)).toBe(true)
  })

  it('say whose figures are meant where not all are', () => {
    expect(statusNotes([{ value: 1, status: 'modelled' }], 'other councils')).toEqual([
      'All figures of other councils are modelled.',
    ])
  })
})
