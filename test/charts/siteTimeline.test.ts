import { describe, expect, it } from 'vitest'
import { type ChartWords, type TimelineSite, siteTimeline } from '../../src/charts/index.js'

const words: ChartWords = {
  title: 'Which closed?',
  unit: 'when open',
  place: 'Aspley (E05001823)',
  source: 'an example',
  alt: 'One closed.',
  notes: [],
}
const site: TimelineSite = {
  label: 'Strelley Road',
  group: 'In Aspley',
  open: [
    { from: 2008, to: 2016 },
    { from: 2019, to: 2030 },
  ],
  events: [
    { kind: 'closed for a time', at: 2016, earliest: 2015, told: 'shut in 2015' },
    { kind: 'reopened', at: 2019, earliest: 2019, told: 'reopened' },
  ],
}
const data = (spec: object): Record<string, Record<string, unknown>[]> =>
  (spec as { datasets: Record<string, Record<string, unknown>[]> }).datasets

describe('a site timeline', () => {
  const spec = siteTimeline(
    {
      sites: [site, { label: 'Aspley', open: [], events: [] }],
      from: 2010,
      to: 2023,
      days: [{ at: 2015.2, label: '31 March 2015' }],
    },
    words,
  )

  it('holds open time within the years shown', () => {
    expect(data(spec)['open']?.map(({ from, to }) => [from, to])).toEqual([
      [2010, 2016],
      [2019, 2023],
    ])
  })

  it('outlines the days between which an event is not dated, and only those', () => {
    expect(data(spec)['unsure']?.map(({ from, to }) => [from, to])).toEqual([[2015, 2016]])
  })

  it('names in the key only the events that occur, each with a shape of its own', () => {
    expect(data(spec)['keyLabels']?.map(({ label }) => label)).toEqual([
      'open',
      'reopened',
      'closed for a time',
      'some time in these days',
    ])
    expect(new Set(data(spec)['keyPoints']?.map(({ shape }) => shape)).size).toBe(2)
  })
})
