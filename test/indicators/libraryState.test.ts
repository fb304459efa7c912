import { describe, expect, it } from 'vitest'
import { lastSeenOpen, libraryOn, lostLibraryMonths } from '../../src/indicators/libraryState.js'
import { libraryTimeline } from '../../src/indicators/libraryState.js'
import { LIBRARY_EDITION_DAYS, type LibraryEventRow } from '../../src/tables/index.js'

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

const on = (kind: Event['kind'], day: string, operator: Event['operator'] = null): Event => ({
  kind,
  operator,
  earliest: day,
  latest: day,
})

describe('a library of several events', () => {
  it('is what the last event left, whatever the order in which they are given', () => {
    const events = [
      on('reopened', '2016-01-01'),
      on('temporarily-closed', '2015-01-01'),
      on('replaced', '2018-01-01'),
      on('moved', '2017-01-01'),
    ]
    for (const order of [events, [...events].reverse()])
      expect(
        ['2014-12-31', '2015-01-01', '2015-12-31', '2016-01-01', '2017-06-01', '2018-01-01'].map((day) =>
          stateOn(order, day),
        ),
      ).toEqual(['open', 'temporarily closed', 'temporarily closed', 'open', 'open', 'closed'])
  })

  it('opens before it closes where both happened on one day', () => {
    const sameDay = [on('closed', '2015-01-01'), on('opened', '2015-01-01')]
    expect(stateOn(sameDay, '2014-12-31')).toBe('not yet open')
    expect(stateOn(sameDay, '2015-01-01')).toBe('closed')
    const kinds = ['closed', 'replaced', 'temporarily-closed', 'transferred', 'moved', 'reopened', 'opened'] as const
    expect(libraryTimeline(kinds.map((kind) => on(kind, '2015-01-01'))).map(({ event }) => event.kind)).toEqual(
      [...kinds].reverse(),
    )
  })

  it('counts of two events that end on one day the one that can have begun earlier first', () => {
    const wide: Event = { kind: 'closed', operator: null, earliest: '2015-01-01', latest: '2015-12-31' }
    const narrow: Event = { kind: 'reopened', operator: null, earliest: '2015-06-01', latest: '2015-12-31' }
    expect(stateOn([narrow, wide], '2015-12-31')).toBe('open')
  })

  it('was open before an event that opens nothing, and keeps the states on both sides of each event', () => {
    expect(libraryTimeline([on('transferred', '2015-01-01'), on('reopened', '2016-01-01')])).toMatchObject([
      { before: 'open', after: 'open' },
      { before: 'open', after: 'open' },
    ])
    expect(libraryTimeline([on('transferred', '2015-01-01'), on('opened', '2016-01-01')])).toMatchObject([
      { before: 'not yet open', after: 'not yet open' },
      { before: 'not yet open', after: 'open' },
    ])
  })

  it('has the operator of its last transfer, and of the list before the first', () => {
    const events = [
      on('transferred', '2013-01-01', 'community'),
      on('transferred', '2015-01-01', null),
      on('moved', '2016-01-01', 'council'),
    ]
    const operatorOn = (day: string) => libraryOn({ operator_2010: 'council' }, events, day as '2010-04-01').operator
    expect(['2012-12-31', '2013-01-01', '2014-12-31'].map(operatorOn)).toEqual(['council', 'community', 'community'])
    expect(
      libraryOn({ operator_2010: 'independent' }, [on('moved', '2013-01-01', 'council')], '2014-01-01').operator,
    ).toBe('independent')
  })

  it('may have been what an event that can have happened leaves, and no event that changes no state counts', () => {
    const possible = (events: readonly Event[], day: string) => libraryOn(council, events, day as '2010-04-01').possible
    expect(possible([year('closed', 2014)], '2014-01-01')).toEqual(['open', 'closed'])
    expect(possible([year('closed', 2014)], '2013-12-31')).toEqual(['open'])
    expect(possible([year('moved', 2014)], '2014-06-01')).toEqual(['open'])
    expect(possible([year('temporarily-closed', 2014), year('reopened', 2014)], '2014-06-01')).toEqual([
      'open',
      'temporarily closed',
    ])
  })

  it('is refused when it is none', () => {
    expect(() => libraryOn(undefined as never, [], '2014-01-01')).toThrow('library')
    expect(() => libraryOn(council, [], 2014 as never)).toThrow('day on which a library is looked at')
    expect(() => libraryOn(council, undefined as never, '2014-01-01')).toThrow('events of a library')
  })
})

describe('lastSeenOpen', () => {
  it('is the day of the latest list up to that of 2023 that shows a library open', () => {
    const seen = lastSeenOpen([
      { library_id: 'a', edition: '2022', state: 'open' },
      { library_id: 'a', edition: '2016', state: 'open' },
      { library_id: 'a', edition: '2025', state: 'open' },
      { library_id: 'b', edition: '2016', state: 'open' },
      { library_id: 'b', edition: '2022', state: 'closed' },
      { library_id: 'c', edition: '2025', state: 'open' },
      { library_id: 'd', edition: '2016', state: null },
    ] as Parameters<typeof lastSeenOpen>[0])
    expect([...seen.keys()]).toEqual(['a', 'b'])
    expect(seen.get('b')).toBe('2016-07-01')
    expect(seen.get('a')).toBe(LIBRARY_EDITION_DAYS['2022'])
    expect(() => lastSeenOpen(undefined as never)).toThrow('rows of library editions')
  })
})

describe('lostLibraryMonths', () => {
  it('counts whole twelfths of a year to one decimal, within the interval, spell by spell', () => {
    const between = { since: '2015-07-01', until: '2020-01-01' } as const
    const spells = [
      on('temporarily-closed', '2015-01-01'),
      on('reopened', '2016-01-01'),
      on('temporarily-closed', '2017-01-01'),
      on('reopened', '2017-02-15'),
    ]
    // 184 days and 45 days, of 30.4375 days each.
    expect(lostLibraryMonths(spells, between)).toEqual({ months: 7.5, lower: 7.5, upper: 7.5 })
    const after = [on('temporarily-closed', '2021-01-01'), on('reopened', '2022-01-01')]
    expect(lostLibraryMonths(after, between).months).toBe(0)
    const forGood = [on('temporarily-closed', '2016-01-01'), on('closed', '2017-01-01')]
    expect(lostLibraryMonths(forGood, between).months).toBe(12)
    expect(() => lostLibraryMonths([], undefined as never)).toThrow(/time in which months were lost.*since and until/)
  })

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
