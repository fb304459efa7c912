import {
  type ChartLayout,
  type VegaLiteSpec,
  accessByTenth,
  distanceCurves,
  dumbbell,
  gradient,
  heatMap,
  indexedMultiples,
  rankedChanges,
  rankedIntervals,
  siteMap,
  siteTimeline,
  slope,
  spendingSeries,
  timeSeries,
  wardMap,
  waterfall,
} from '../../src/charts/index.js'
import { financialYear } from '../../src/index.js'
import type { Status } from '../../src/model/status.js'
import { areaOf, square } from './areas.js'
import { CHART_WORDS as words } from './charts.js'

/** A chart drawn from figures of a size, the six given in their order, in a form of numbers. */
type DrawnFrom = (figures: Six, form: Form, layout: ChartLayout) => VegaLiteSpec
type Six = readonly [number, number, number, number, number, number]

export interface Form {
  readonly prefix?: string
  readonly suffix?: string
  readonly decimals?: number
}

const STATUSES: readonly Status[] = ['observed', 'modelled', 'partial', 'observed', 'modelled', 'observed']
const statusAt = (i: number): Status => STATUSES[i] ?? 'observed'
const end = (value: number, i: number) => ({ value, status: statusAt(i) })
const names = ['Hull', 'Leeds', 'Nottingham', 'St Helens', 'Newcastle upon Tyne', 'Ely'] as const
const name = (i: number): string => names[i] ?? ''
const smallest = (values: readonly number[]): number => Math.min(...values)
const greatest = (values: readonly number[]): number => Math.max(...values)

const spent = (values: Six) => ({
  years: values.map((value, i) => ({
    year: financialYear(2007 + i),
    value: i === 3 ? null : value,
    status: (['from published figures', 'population interpolated', 'negative amounts dropped'] as const)[
      Math.floor(i / 2)
    ] as 'from published figures',
    comparators: { n: 3, lower: smallest(values), median: value, upper: greatest(values) },
    segment: 0,
  })),
  place: 'Nottingham',
  comparators: 'three councils',
  breaks: [{ from: financialYear(2009), mark: '(a)' }],
})

const square_ = (i: number) => areaOf(`E0500000${i}`, square(-1.2 + i * 0.02, 52.96, 0.02))
const home = { point: { longitude: -1.19, latitude: 52.97 }, people: 1500, label: 'E01000001' }

/** Every chart of wardstick, from six figures. */
export const CHART_CASES: Readonly<Record<string, DrawnFrom>> = {
  timeSeries: (values, form, layout) =>
    timeSeries(
      {
        lines: ['Nottingham', 'Leeds'].map((line) => ({
          name: line,
          points: values.map((value, i) => ({
            at: 2007 + i,
            when: financialYear(2007 + i),
            value: i === 3 ? null : value,
            status: statusAt(i),
            basis: i > 3 ? ('derived-positive-only' as const) : ('outturn' as const),
            ...(line === 'Leeds' ? {} : { bounds: { lower: smallest(values), upper: greatest(values) } }),
          })),
        })),
        axis: 'financial years',
        ...form,
      },
      words,
      layout,
    ),
  'timeSeries of counts': (values, form, layout) =>
    timeSeries(
      {
        lines: [
          {
            name: 'Nottingham',
            points: values.map((value, i) => ({
              at: 2007.25 + i,
              when: String(2007 + i),
              ...end(value, i),
              bounds: { lower: smallest(values), upper: greatest(values) },
            })),
          },
        ],
        axis: 'days',
        steps: true,
        fromZero: false,
        ...form,
      },
      words,
      layout,
    ),
  spendingSeries: (values, _, layout) => spendingSeries(spent(values), words, layout),
  dumbbell: (values, form, layout) =>
    dumbbell(
      {
        rows: values.map((value, i) => ({
          label: name(i),
          before: end(value, i),
          after: end(values[5 - i] ?? 0, i + 1),
          change: '−33.2 % (a)',
          emphasis: i === 2,
        })),
        before: '2009-10',
        after: '2014-15',
        ...form,
      },
      words,
      layout,
    ),
  rankedChanges: (values, form, layout) =>
    rankedChanges(
      {
        changes: values.map((value, i) => ({ label: name(i), value, own: i === 2, partial: i === 4 })),
        distribution: { n: 5, lower: smallest(values), median: values[3], upper: greatest(values) },
        comparators: 'councils',
        ...form,
      },
      words,
      layout,
    ),
  'rankedChanges of many': (values, form, layout) =>
    rankedChanges(
      {
        changes: Array.from({ length: 60 }, (_, i) => ({
          label: `Council ${i}`,
          value: (values[i % 6] ?? 0) * (1 + i / 100),
          own: i === 7,
        })),
        distribution: { n: 59, lower: smallest(values), median: values[3], upper: greatest(values) },
        comparators: 'councils',
        ...form,
      },
      words,
      layout,
    ),
  rankedIntervals: (values, form, layout) =>
    rankedIntervals(
      {
        rows: values.map((value, i) => ({
          label: name(i),
          value,
          lower: smallest(values),
          upper: greatest(values),
          status: statusAt(i),
          emphasis: i === 1,
        })),
        interval: 'what dates leave open',
        reference: { value: values[0], label: 'England' },
        ...form,
      },
      words,
      layout,
    ),
  slope: (values, form, layout) =>
    slope(
      {
        rows: values.map((value, i) => ({
          label: name(i),
          before: value,
          after: i === 4 ? null : (values[5 - i] ?? 0),
          beforeStatus: statusAt(i),
          afterStatus: statusAt(i + 1),
          emphasis: i < 2 || i === 4,
        })),
        before: '2009-10',
        after: '2014-15',
        polarity: 'none',
        others: 'other councils',
        ...form,
      },
      words,
      layout,
    ),
  gradient: (values, form, layout) =>
    gradient(
      {
        rows: values.map((value, i) => ({
          label: name(i),
          deprivation: value,
          before: values[5 - i] ?? 0,
          after: value,
          beforeStatus: statusAt(i),
          afterStatus: statusAt(i + 1),
        })),
        before: '2010',
        after: '2023',
        areas: 'councils',
        step: { size: 1, name: 'tenth' },
        ...form,
      },
      words,
      layout,
    ),
  waterfall: (values, form, layout) =>
    waterfall(
      {
        before: { label: '2009-10', value: values[0] },
        after: { label: '2014-15', value: values[5], status: 'modelled' },
        rows: values.slice(1, 5).map((value, i) => ({ label: name(i), change: i === 3 ? null : value })),
        ...form,
      },
      words,
      layout,
    ),
  heatMap: (values, form, layout) =>
    heatMap(
      {
        rows: values.flatMap((value, i) =>
          [2009, 2010].map((year) => ({ label: name(i), year, value: year === 2010 && i === 3 ? null : value })),
        ),
        axis: 'financial years',
        seriesBreaks: [{ year: 2010, mark: '(a)' }],
        ...form,
      },
      words,
      layout,
    ),
  indexedMultiples: (values, _, layout) =>
    indexedMultiples(
      {
        rows: values.flatMap((value, i) =>
          [2008, 2009, 2011].map((at) => ({
            panel: name(i),
            at,
            when: financialYear(at),
            value: at === 2008 ? Math.abs(smallest(values)) || 1 : value,
            status: statusAt(i),
            basis: at === 2011 ? ('derived-positive-only' as const) : null,
          })),
        ),
        behind: [2008, 2009, 2011].map((at) => ({ line: 'median', at, value: 1 })),
        behindLabel: 'median of councils',
        base: 2008,
      },
      words,
      layout,
    ),
  wardMap: (values, form, layout) =>
    wardMap(
      {
        wards: values.map((_, i) => square_(i)),
        rows: values.map((value, i) => ({
          ward_code: `E0500000${i}`,
          value: i === 5 ? null : value,
          status: i === 5 ? null : statusAt(i),
        })),
        emphasis: 'E05000002',
        ...form,
      },
      words,
      layout,
    ),
  distanceCurves: (values, _, layout) =>
    distanceCurves(
      {
        lines: [1, 2].map((line) => ({
          name: `Curve ${line}`,
          rows: values.map((value) => ({ distance_m: Math.abs(value) * line, residents: 100 })),
        })),
        references: [Math.abs(values[0])],
      },
      words,
      layout,
    ),
  accessByTenth: (_, __, layout) =>
    accessByTenth(
      {
        tenths: Array.from({ length: 10 }, (___, i) => ({
          tenth: i + 1,
          before: end(90 - i, i % 2),
          after: { value: i === 4 ? null : 80 - i, status: i === 4 ? 'missing' : statusAt(i % 3) },
        })),
        before: '31 March 2010',
        after: '1 April 2023',
      },
      words,
      layout,
    ),
  siteTimeline: (_, __, layout) =>
    siteTimeline(
      {
        sites: (
          [
            'opened',
            'reopened',
            'closed',
            'closed, replaced',
            'closed for a time',
            'passed to another operator',
            'no longer in the lists',
          ] as const
        ).map((kind, i) => ({
          label: `Library ${i}`,
          group: i < 3 ? 'In Aspley' : 'Within 4 km of its residents',
          open: [{ from: 2010, to: 2015 }],
          events: [{ kind, at: 2015, earliest: 2014, told: kind }],
        })),
        from: 2010,
        to: 2023,
        days: [{ at: 2012, label: '2012' }],
      },
      words,
      layout,
    ),
  siteMap: (_, __, layout) =>
    siteMap(
      {
        ward: square_(0),
        around: [square_(1)],
        homes: [home, { ...home, label: 'E01000002', point: { longitude: -1.185, latitude: 52.965 } }],
        panels: (['open', 'closed since', 'closed since, replaced', 'closed for a time', 'opened since'] as const).map(
          (state, i) => {
            const point = { longitude: -1.21, latitude: 52.97 }
            return {
              label: `Day ${i + 1}`,
              sites: [{ point, label: 'Beechdale', name: 'Beechdale', state }],
              nearest: [
                { point, metres: 1340 },
                { point, metres: 2400 },
              ],
            }
          },
        ),
        near: 2000,
        site: 'public pool',
      },
      words,
      layout,
    ),
}

/** Six figures each of the sizes at which axes went wrong: huge, negative, below 5, long decimals, near each other. */
export const SIZES: Readonly<Record<string, Six>> = {
  'a hundred million': [100_000_000, -10_000_000, 40_000_000, 61_234_567, 12_345_678, 99_999_999],
  'negative alone': [-120_000_000_000, -100_000_000_000, -90_000_000_000, -1, -80_000_000_000, -5],
  'below one': [-0.31, 0.12, -0.05, 0.44, 0.02, 0.976],
  'long decimals': [0.000123456, 0.000098765, 0.000111111, 0.000100001, 0.000120002, 0.00009],
  'near each other': [1000.001, 1000.002, 1000.003, 1000.0015, 1000.0025, 1000.0005],
}

/** Forms of numbers that charts have. */
export const FORMS: readonly Form[] = [
  { prefix: '£' },
  { suffix: ' %', decimals: 1 },
  { suffix: ' percentage points', decimals: 0 },
]
