import { describe, expect, it } from 'vitest'
import { libraryOn, lostLibraryMonths } from '../../src/index.js'
import type { LibraryEventRow } from '../../src/tables/index.js'

type Event = Pick<LibraryEventRow, 'kind' | 'operator' | 'earliest' | 'latest'>
const year = (kind: Event['kind'], of: number, operator: Event['operator'] = null): Event => ({
  kind,
  operator,
  earliest: `${of}-01-01`,
  latest: `${of}-12-31`,
})
const council = { operator_2010: 'council' } as const
const stateOn = (events: readonly Event[], day: string): string => libraryOn(council, events, day as '2010-04-01').state

describe('libraryOn', () => {
  it('is open without an event', () => {
    expect(libraryOn(council, [], '2010-04-01')).toEqual({ state: 'open', operator: 'council', possible: ['open'] })
  })

  it('keeps a library that closed in a year open on 1 April of it and closed on the next', () => {
    expect([stateOn([year('closed', 2014)], '2014-04-01'), stateOn([year('closed', 2014)], '2015-04-01')]).toEqual([
      'open',
      'closed',
    ])
  })

  it('is no longer open on the day of its closing', () => {
    const closed: Event = { kind: 'closed', operator: null, earliest: '2013-03-31', latest: '2013-03-31' }
    expect([stateOn([closed], '2013-03-30'), stateOn([closed], '2013-03-31')]).toEqual(['open', 'closed'])
  })

  it('is not yet open before its opening', () => {
    expect([stateOn([year('opened', 2017)], '2017-04-01'), stateOn([year('opened', 2017)], '2018-04-01')]).toEqual([
      'not yet open',
      'open',
    ])
  })

  it('counts a library that closed and reopened as open again', () => {
    const events = [year('reopened', 2018), year('closed', 2016)]
    expect(['2016-04-01', '2017-04-01', '2019-04-01'].map((day) => stateOn(events, day))).toEqual([
      'open',
      'closed',
      'open',
    ])
  })

  it('stays open when it is transferred, under its new operator', () => {
    const events = [year('transferred', 2013, 'community')]
    expect(libraryOn(council, events, '2012-04-01').operator).toBe('council')
    expect(libraryOn(council, events, '2014-04-01')).toMatchObject({ state: 'open', operator: 'community' })
  })

  it('says what it may have been where its dates leave it open', () => {
    expect(libraryOn(council, [year('closed', 2014)], '2014-06-30').possible).toEqual(['open', 'closed'])
    expect(libraryOn(council, [year('closed', 2014)], '2014-12-31').possible).toEqual(['closed'])
  })
})

describe('lostLibraryMonths', () => {
  const rebuilding = [year('temporarily-closed', 2015), year('reopened', 2018)]
  it('counts the months between closing and reopening, with the fewest and the most that the dates allow', () => {
    expect(lostLibraryMonths(rebuilding, { since: '2010-04-01', until: '2023-04-01' })).toEqual({
      months: 36,
      lower: 24,
      upper: 48,
    })
  })

  it('counts up to the last day when the library is still closed', () => {
    expect(lostLibraryMonths(rebuilding.slice(0, 1), { since: '2010-04-01', until: '2016-12-31' }).months).toBe(12)
  })

  it('is 0 for a closing for good', () => {
    expect(lostLibraryMonths([year('closed', 2015)], { since: '2010-04-01', until: '2023-04-01' }).months).toBe(0)
  })
})
