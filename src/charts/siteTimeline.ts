import { badChart } from '../errors.js'
import { dayAxis } from './axes.js'
import { type LabelledRow, rowFrame } from './rows.js'
import { type ChartLayout, type ChartRow, type ChartWords, type MarkShape, type VegaLiteSpec, composeChart, shapeOf } from './spec.js'
import { GREY, PALETTE, PAPER } from './theme.js'

/** What can happen to a site of an amenity, as it is marked. */
export type TimelineEventKind =
  | 'opened'
  | 'reopened'
  | 'closed'
  | 'closed, replaced'
  | 'closed for a time'
  | 'passed to another operator'
  | 'no longer in the lists'

/** Something that happened to a site. */
export interface TimelineEvent {
  readonly kind: TimelineEventKind
  /** Where it is marked: the last day on which it can have happened, by `yearsAt`. */
  readonly at: number
  /** The first on which it can have happened: the days between are drawn as an outline. */
  readonly earliest: number
  /** The event in words, for the tooltip. */
  readonly told: string
}

/** A site over time. */
export interface TimelineSite {
  readonly label: string
  /** Rows of one group stand under its heading. */
  readonly group?: string
  /** When it was open, by `yearsAt`. */
  readonly open: readonly { readonly from: number; readonly to: number }[]
  readonly events: readonly TimelineEvent[]
}

/** What a timeline of sites is drawn from. */
export interface SiteTimeline {
  readonly sites: readonly TimelineSite[]
  readonly from: number
  readonly to: number
  /** Days on which sites are counted: drawn as lines across. */
  readonly days: readonly { readonly at: number; readonly label: string }[]
}

const MARKS: Readonly<Record<TimelineEventKind, { readonly shape: MarkShape; readonly colour: string }>> = {
  opened: { shape: 'triangle', colour: PALETTE.turquoise },
  reopened: { shape: 'arrowhead', colour: PALETTE.turquoise },
  closed: { shape: 'cross', colour: PALETTE.darkPink },
  'closed, replaced': { shape: 'cross on a line', colour: PALETTE.darkPink },
  'closed for a time': { shape: 'bars', colour: PALETTE.darkPink },
  'passed to another operator': { shape: 'arrow', colour: GREY.text },
  'no longer in the lists': { shape: 'stroke', colour: GREY.text },
}

/**
 * When each site was open, with what happened to it: a row for each.
 *
 * A bar is open time; marks are events at the last day on which they can have happened, an outline the days between
 * which a year or two lists leave open.
 *
 * @param timeline the sites, drawn in their order.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when there is no site.
 * @example
 * import { drawnRows, siteTimeline } from 'wardstick/charts'
 * const words = {
 *   title: 'Which pools closed?',
 *   unit: 'when each was open',
 *   place: 'Aspley (E05001823, WD13)',
 *   source: 'an example',
 *   alt: 'One pool closed in 2015.',
 *   notes: [],
 * }
 * const pool = {
 *   label: 'Beechdale',
 *   open: [{ from: 2008, to: 2015.66 }],
 *   events: [{ kind: 'closed', at: 2015.66, earliest: 2015.66, told: 'closed on 28 August 2015' }],
 * } as const
 * const spec = siteTimeline({ sites: [pool], from: 2008, to: 2024, days: [] }, words)
 * drawnRows(spec, 'events')[0]?.['told'] // => 'Beechdale: closed on 28 August 2015'
 * siteTimeline({ sites: [], from: 2008, to: 2024, days: [] }, words) // throws 'bad-chart'
 */
export function siteTimeline(
  { sites, from, to, days }: SiteTimeline,
  words: ChartWords,
  layout: ChartLayout = 'wide',
): VegaLiteSpec {
  if (sites.length === 0) throw badChart('site timeline', 'it has no site')
  const frame = rowFrame(
    sites.map(({ label, group }): LabelledRow => ({ label, ...(group === undefined ? {} : { group }) })),
    layout,
    layout === 'wide' ? 22 : 36,
  )
  const x = {
    field: 'from',
    type: 'quantitative',
    scale: { domain: [from, to], nice: false, zero: false },
    axis: { ...dayAxis(from, to, layout), title: '1 April', grid: true },
  }
  const y = frame.y('y')
  const met = (Object.keys(MARKS) as TimelineEventKind[]).filter((kind) =>
    sites.some(({ events }) => events.some((event) => event.kind === kind)),
  )
  const unsure = sites.flatMap(({ events }, i) =>
    events
      .filter(({ earliest, at }) => at - earliest > 1 / 365)
      .map(({ earliest, at }): ChartRow => ({
        from: Math.max(earliest, from),
        to: at,
        ...box(frame.middles[i] ?? 0, 5),
      })),
  )
  const look = (of: (mark: (typeof MARKS)[TimelineEventKind]) => string): object => ({
    field: 'kind',
    type: 'nominal',
    scale: { domain: met, range: met.map((kind) => of(MARKS[kind])) },
    legend: null,
  })
  return composeChart('site timeline', words, {
    layout,
    ...frame,
    below: 50,
    key: [
      ...(sites.some(({ open }) => open.length > 0)
        ? [{ label: 'open', sample: 'band' as const, colour: PALETTE.darkBlue }]
        : []),
      ...met.map((kind) => ({ label: kind, sample: MARKS[kind].shape, colour: MARKS[kind].colour })),
      ...(unsure.length === 0
        ? []
        : [{ label: 'some time in these days', sample: 'outline' as const, colour: GREY.line }]),
    ],
    datasets: {
      ...frame.datasets,
      days: days.map(({ at, label }) => ({ from: at, label, y: 0 })),
      open: sites.flatMap(({ open, label }, i) =>
        open.map((span): ChartRow => ({
          from: Math.max(span.from, from),
          to: Math.min(span.to, to),
          ...box(frame.middles[i] ?? 0, 4),
          told: `${label}: open`,
        })),
      ),
      unsure,
      events: sites.flatMap(({ events, label }, i) =>
        events.map(({ kind, at, told }): ChartRow => ({
          from: at,
          y: frame.middles[i] ?? 0,
          kind,
          told: `${label}: ${told}`,
        })),
      ),
    },
    layer: [
      { data: { name: 'days' }, mark: { type: 'rule', color: GREY.line, strokeDash: [2, 3] }, encoding: { x } },
      {
        data: { name: 'open' },
        mark: { type: 'rect', color: PALETTE.darkBlue },
        encoding: { x, x2: { field: 'to' }, y, y2: { field: 'low' }, tooltip: { field: 'told', type: 'nominal' } },
      },
      {
        data: { name: 'unsure' },
        mark: { type: 'rect', filled: false, stroke: GREY.line, strokeWidth: 1.5 },
        encoding: { x, x2: { field: 'to' }, y, y2: { field: 'low' } },
      },
      // An edge of paper lets a stroke stand out from the bar behind it.
      {
        data: { name: 'events' },
        mark: { type: 'point', size: 90, strokeWidth: 6, opacity: 1, stroke: PAPER, aria: false, tooltip: null },
        encoding: { x, y, shape: look(({ shape }) => shapeOf(shape)) },
      },
      {
        data: { name: 'events' },
        mark: { type: 'point', size: 90, strokeWidth: 2, opacity: 1 },
        encoding: {
          x,
          y,
          shape: look(({ shape }) => shapeOf(shape)),
          stroke: look(({ colour }) => colour),
          fill: look(({ colour }) => colour),
          tooltip: { field: 'told', type: 'nominal' },
        },
      },
      ...frame.layer,
    ],
  })
}

const box = (middle: number, half: number): { readonly y: number; readonly low: number } => ({
  y: middle - half,
  low: middle + half,
})
