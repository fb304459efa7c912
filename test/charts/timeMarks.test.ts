import { describe, expect, it } from 'vitest'
import { type TimeMarks, timeMarks } from '../../src/charts/timeMarks.js'

const YEARS = { kind: 'financial years', domain: [2007.5, 2017.5], width: 1000 } as const
const lanes = ({ datasets }: TimeMarks): unknown[] =>
  datasets.labelBoxes.map(({ label, y }) => [label, (Number(y) - 2) / 16])
const overlapping = ({ datasets }: TimeMarks): number =>
  datasets.labelBoxes.flatMap((one, i) =>
    datasets.labelBoxes
      .slice(i + 1)
      .filter(
        (other) =>
          one['y'] === other['y'] && Number(one['x']) < Number(other['to']) && Number(other['x']) < Number(one['to']),
      ),
  ).length

describe('marks of time', () => {
  it('hold the whole of both years of a band, on either axis', () => {
    const bands = [{ from: '2010-11', to: '2012-13', label: 'three years' }] as const
    expect(timeMarks({ bands, events: [] }, YEARS, []).datasets.bands).toEqual([{ at: 2009.5, to: 2012.5 }])
    const days = timeMarks({ bands, events: [] }, { kind: 'days', domain: [2008, 2018], width: 1000 }, []).datasets
      .bands
    expect(days.map(({ at, to }) => [Number(at).toFixed(3), Number(to).toFixed(3)])).toEqual([['2010.247', '2013.247']])
  })

  it('put a day on an axis of financial years at its part of the year', () => {
    const events = [
      { at: '2010-04-01', label: 'begins' },
      { at: '2010-10-01', label: 'middle' },
    ] as const
    expect(timeMarks({ bands: [], events }, YEARS, []).datasets.events.map(({ x }) => Math.round(Number(x)))).toEqual([
      200, 250,
    ])
  })

  it('put labels into lanes where none falls on another or on a break', () => {
    const events = [
      { at: 2010, label: 'the first long label' },
      { at: 2010.5, label: 'the second' },
      { at: 2015, label: 'far away' },
    ]
    const marks = timeMarks({ bands: [{ from: 2010, to: 2015, label: 'a band of years' }], events }, YEARS, [
      { at: 2014.9, mark: '(a)' },
    ])
    expect(lanes(marks)).toEqual([
      ['a band of years', 0],
      ['the first long label', 1],
      ['the second', 2],
      ['far away', 1],
    ])
    expect(overlapping(marks)).toBe(0)
    expect(marks.headroom).toBe(48)
  })

  it('keep every label within the plot', () => {
    const marks = timeMarks(
      {
        bands: [{ from: 2017, to: 2017, label: 'a band at the end of all years' }],
        events: [{ at: 2017, label: 'an event at the end' }],
      },
      YEARS,
      [],
    )
    for (const { x, to } of marks.datasets.labelBoxes)
      expect([Number(x) >= 0, Number(to) <= 1000]).toEqual([true, true])
    expect(overlapping(marks)).toBe(0)
  })

  it('end a band at the plot, without an edge there', () => {
    const { datasets } = timeMarks(
      { bands: [{ from: '2010-11', to: '2019-20', label: 'to beyond' }], events: [] },
      YEARS,
      [],
    )
    expect(datasets.bands).toEqual([{ at: 2009.5, to: 2017.5 }])
    expect(datasets.edges).toEqual([{ at: 2009.5 }])
  })

  it('name what lies outside the times shown', () => {
    const marks = timeMarks(
      { bands: [{ from: 1980, to: 1985, label: 'before' }], events: [{ at: 2030, label: 'after' }] },
      YEARS,
      [],
    )
    expect(marks.notes).toEqual(['Outside the times shown, and not marked: before, after.'])
    expect(marks.headroom).toBe(0)
  })
})
