import { describe, expect, it } from 'vitest'
import type { PlacedRow } from '../../../src/derive/libraries/editions.js'
import { type Told, timelineOf } from '../../../src/derive/libraries/timeline.js'
import type { PrintedState, PrintedYear } from '../../../src/sources/index.js'
import { placedRow } from '../../support/placedRow.js'

const yearDay = (text: string) => ({ date: `${text}-01-01`, precision: 'year' }) as const
const YEARS = [2010, 2016, 2019, 2021, 2022, 2023]
const years = (...states: PrintedState[]): PrintedYear[] =>
  states.map((state, i) => ({
    year: YEARS[i] ?? 0,
    state,
    operator: state === 'open' && i > 0 ? 'council' : null,
    statutory: i === 0 ? state === 'open' : null,
  }))
const NOTHING_ELSE: Told = { formerEntries: [], aside: [], left: [], replaces: false, listedAuthority: false }
const told = (rows: readonly PlacedRow[], also: Partial<Told> = {}) =>
  timelineOf(rows, { ...NOTHING_ELSE, ...also }).events.map(({ kind, day, disagreement }) =>
    [kind, day.earliest, day.latest, day.precision, disagreement].filter((part) => part !== null).join(' '),
  )

describe('timelineOf', () => {
  it('has no event for a library that is open throughout', () => {
    expect(
      told([placedRow({ edition: '2023', name: 'A', years: years('open', 'open', 'open', 'open', 'open', 'open') })]),
    ).toEqual([])
  })

  it('dates a closing known by its year as any day of that year', () => {
    expect(
      told([
        placedRow({
          edition: '2023',
          name: 'A',
          state: 'closed',
          closing: { kind: 'closed', day: yearDay('2017') },
          years: years('open', 'open', 'closed', 'closed', 'closed', 'closed'),
        }),
      ]),
    ).toEqual(['closed 2017-01-01 2017-12-31 year'])
  })

  it('dates a closing without a year between two editions', () => {
    expect(
      told([
        placedRow({
          edition: '2023',
          name: 'A',
          state: 'closed',
          closing: { kind: 'closed', day: null },
          years: years('open', 'open', 'closed', 'closed', 'closed', 'closed'),
        }),
      ]),
    ).toEqual(['closed 2016-07-02 2019-12-31 between'])
  })

  it('prefers the more precise of two dates, then the earlier edition, and keeps the other', () => {
    const closed = years('open', 'closed', 'closed', 'closed', 'closed', 'closed')
    const late = placedRow({
      edition: '2023',
      name: 'A',
      state: 'closed',
      closing: { kind: 'closed', day: yearDay('2012') },
      years: closed,
    })
    const month = placedRow({
      edition: '2016',
      name: 'A',
      state: 'closed',
      closing: { kind: 'closed', day: { date: '2013-03-01', precision: 'month' } },
      years: closed.slice(0, 2),
    })
    expect(told([late, month])).toEqual(['closed 2013-03-01 2013-03-31 month 2023: 2012'])
    expect(
      told([
        late,
        placedRow({
          edition: '2016',
          name: 'A',
          state: 'closed',
          closing: { kind: 'closed', day: yearDay('2014') },
          years: closed.slice(0, 2),
        }),
      ]),
    ).toEqual(['closed 2014-01-01 2014-12-31 year 2023: 2012'])
  })

  it('refuses a date that the states of the editions do not allow', () => {
    const rows = [
      placedRow({ edition: '2016', name: 'A', years: years('open', 'open') }),
      placedRow({ edition: '2019', name: 'A', state: 'closed', closing: { kind: 'closed', day: yearDay('2012') } }),
    ]
    expect(told(rows)).toEqual(['closed 2016-07-02 2019-12-31 between 2019: 2012'])
  })

  it('closes and reopens a library that is open after its closing', () => {
    const rows = [
      placedRow({ edition: '2019', name: 'A', closing: { kind: 'closed', day: yearDay('2017') }, state: 'closed' }),
      placedRow({ edition: '2023', name: 'A', years: years('open', 'open', 'open', 'open', 'open', 'open') }),
    ]
    expect(told(rows)).toEqual(['closed 2017-01-01 2017-12-31 year', 'reopened 2018-01-01 2019-12-31 between'])
  })

  it('reads from the words of a list when a library was shut for a time', () => {
    const rows = [
      placedRow({
        edition: '2016',
        name: 'A',
        state: 'temporarily closed',
        closing: { kind: 'temporarily-closed', day: null },
        years: years('open', 'temporarily closed'),
        remark: 'due to open in 2018',
      }),
      placedRow({
        edition: '2019',
        name: 'A',
        hours: 35,
        opened: yearDay('2018'),
        remark: 'closed in 2015 for a new build and re-opened in 2018.',
      }),
    ]
    expect(told(rows)).toEqual(['temporarily-closed 2015-01-01 2015-12-31 year', 'reopened 2018-01-01 2018-12-31 year'])
  })

  it('keeps a closing that lies in the future of its edition', () => {
    expect(
      told([
        placedRow({
          edition: '2023',
          name: 'A',
          closing: { kind: 'closed', day: yearDay('2024') },
          years: years('open', 'open', 'open', 'open', 'open', 'open'),
        }),
      ]),
    ).toEqual(['closed 2024-01-01 2024-12-31 year'])
  })

  it('opens a library only where a list says that it is new', () => {
    const since = (state: PrintedState) =>
      placedRow({
        edition: '2023',
        name: 'A',
        opened: yearDay('2017'),
        years: years(state, state, 'open', 'open', 'open', 'open'),
      })
    expect(told([since('not open yet')])).toEqual(['opened 2017-01-01 2017-12-31 year'])
    expect(told([since('open')])).toEqual([])
    expect(told([placedRow({ edition: '2019', name: 'A', hours: 20 })])).toEqual([])
    expect(timelineOf([placedRow({ edition: '2019', name: 'A', hours: 20 })], NOTHING_ELSE).thereIn2010Told).toBe(false)
  })

  it('opens the building that replaced another in its year of opening, also where the service went on', () => {
    const row = placedRow({ edition: '2016', name: 'A', opened: yearDay('2012'), years: years('open', 'open') })
    expect([told([row]), told([row], { replaces: true })]).toEqual([[], ['opened 2012-01-01 2012-12-31 year']])
  })

  it('takes a library opened in 2010 by its year as opened after 1 April', () => {
    expect(
      told([
        placedRow({
          edition: '2023',
          name: 'A',
          opened: yearDay('2010'),
          years: years('not open yet', 'open', 'open', 'open', 'open', 'open'),
        }),
      ]),
    ).toEqual(['opened 2010-04-02 2010-12-31 year'])
  })

  it('transfers a library between the days of two editions', () => {
    const rows = [
      placedRow({
        edition: '2023',
        name: 'A',
        years: years('open', 'open', 'open').map((each) =>
          each.year === 2019 ? { ...each, operator: 'community' as const } : each,
        ),
      }),
    ]
    expect(timelineOf(rows, NOTHING_ELSE).events).toMatchObject([
      { kind: 'transferred', operator: 'community', day: { earliest: '2016-07-02', latest: '2019-12-31' } },
    ])
  })

  it('moves a library whose postcode and street both change, not one whose postcode is corrected', () => {
    const at = (edition: '2022' | '2023', address: string, postcode: string) =>
      placedRow({ edition, name: 'Nottingham Central Library', address, postcode })
    expect(told([at('2022', 'Angel Row', 'NG1 6HP'), at('2023', '1 & 3-11 Carrington Street', 'NG1 7FH')])).toEqual([
      'moved 2023-01-01 2023-12-31 between',
    ])
    expect(told([at('2022', 'Angel Row', 'NG1 6HP'), at('2023', '12 Angel Row', 'NG1 6HL')])).toEqual([])
  })

  it('was not there in 2010 where no list of an authority’s libraries of 2010 has it and none says so', () => {
    const row = placedRow({ edition: '2019', name: 'A', hours: 20 })
    const statutory = placedRow({ edition: '2022', name: 'A', years: years('open', 'open') })
    expect(told([row], { listedAuthority: true })).toEqual(['opened 2010-04-02 2019-12-31 between'])
    expect(told([row])).toEqual([])
    expect(told([row, statutory], { listedAuthority: true })).toEqual([])
  })

  it('was there in 2010 where the address that it left was', () => {
    const fresh = placedRow({
      edition: '2016',
      name: 'A',
      postcode: 'SE1 7QP',
      opened: yearDay('2016'),
      years: [{ year: 2010, state: 'not known', operator: null, statutory: false }],
    })
    const left = placedRow({
      edition: '2016',
      name: 'A',
      postcode: 'SE1 7AG',
      state: 'closed',
      closing: { kind: 'closed', day: yearDay('2016') },
      years: years('open', 'closed'),
    })
    const also = { formerEntries: [left], aside: [left], left: [left] }
    expect(told([fresh])).toEqual(['opened 2016-01-01 2016-12-31 year'])
    expect(told([fresh], also)).toEqual(['moved 2016-01-01 2016-12-31 year'])
    expect(timelineOf([fresh], { ...NOTHING_ELSE, ...also }).statutory2010).toBe(true)
  })

  it('ends a year of closing on the day on which a list has the library closed', () => {
    const row = placedRow({
      edition: '2016',
      name: 'A',
      state: 'closed',
      closing: { kind: 'closed', day: yearDay('2016') },
      years: years('open', 'closed'),
    })
    expect(told([row])).toEqual(['closed 2016-01-01 2016-07-01 year'])
  })

  it('is not open in 2016 where the list of 2016 prints a later day of opening', () => {
    const row = placedRow({
      edition: '2016',
      name: 'A',
      opened: yearDay('2017'),
      years: [
        { year: 2010, state: 'not known', operator: null, statutory: false },
        { year: 2016, state: 'open', operator: 'council', statutory: false },
      ],
    })
    const later = placedRow({
      edition: '2023',
      name: 'A',
      opened: yearDay('2017'),
      years: years('not open yet', 'not open yet', 'open', 'open', 'open', 'open'),
    })
    expect(told([later, row])).toEqual(['opened 2017-01-01 2017-12-31 year'])
  })

  it('does not know the status of a library that no list of 2023 has open or closed', () => {
    expect(
      timelineOf([placedRow({ edition: '2016', name: 'A', years: years('open', 'open') })], NOTHING_ELSE).statusKnown,
    ).toBe(false)
    expect(
      timelineOf(
        [
          placedRow({
            edition: '2023',
            name: 'A',
            years: years('open', 'open', 'open', 'open', 'open', 'temporarily closed'),
          }),
        ],
        NOTHING_ELSE,
      ).statusKnown,
    ).toBe(false)
  })
})
