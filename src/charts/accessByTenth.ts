import { badChart } from '../errors.js'
import type { Status } from '../model/status.js'
import type { DumbbellEnd } from './dumbbell.js'
import { inForm } from './numbers.js'
import { statusInWords } from './rowFields.js'
import { runsOf } from './runs.js'
import { CHART_WIDTH, type ChartLayout, type ChartWords, type VegaLiteSpec, composeChart, shapeOf } from './spec.js'
import { isHollow, markKey, markOf } from './statusMarks.js'
import { GREY, PALETTE, PAPER } from './theme.js'
import { uprightAxis } from './valueAxis.js'

/** The share of the residents of one tenth who have access, before and after. */
export interface TenthShare {
  /** 1 for the most deprived tenth. */
  readonly tenth: number
  /** Per cent; null when missing. */
  readonly before: DumbbellEnd
  readonly after: DumbbellEnd
}

/** What a chart of access by tenth of deprivation is drawn from. */
export interface AccessByTenth {
  readonly tenths: readonly TenthShare[]
  /** What the light marks stand for: `31 March 2010`. */
  readonly before: string
  /** What the dark marks stand for: `1 April 2023`. */
  readonly after: string
}

const PERCENT = { suffix: ' %', decimals: 1 } as const
const SIZE: Readonly<Record<ChartLayout, { readonly height: number; readonly left: number }>> = {
  wide: { height: 260, left: 52 },
  narrow: { height: 220, left: 40 },
}

/**
 * The share of residents with access in each tenth of small areas by deprivation, before and after, from the most
 * deprived to the least.
 *
 * Before is light with a dashed line, after is dark with a plain one; a hollow mark is a share that was not observed as
 * shown, its shape tells the status. A line stops at a tenth that has no share, or is not there.
 *
 * @param data the shares by tenth.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when no tenth has a share, or one is given twice.
 * @example
 * import { accessByTenth } from 'wardstick/charts'
 * const end = (value: number) => ({ value, status: 'observed' }) as const
 * const words = {
 *   title: 'Who lives near a pool?',
 *   unit: 'per cent of residents',
 *   place: 'England',
 *   source: 'an example',
 *   alt: 'Higher where more are poor.',
 *   notes: [],
 * }
 * const tenths = [{ tenth: 1, before: end(75.4), after: end(74.1) }]
 * const chart = accessByTenth({ tenths, before: '2010', after: '2023' }, words)
 * chart.description // => 'Higher where more are poor.'
 * accessByTenth({ tenths: [], before: '2010', after: '2023' }, words) // throws 'bad-chart'
 */
export function accessByTenth(
  { tenths, before, after }: AccessByTenth,
  words: ChartWords,
  layout: ChartLayout = 'wide',
): VegaLiteSpec {
  const names = { before, after }
  const points = (['before', 'after'] as const).flatMap((end) =>
    runsOf(
      'access by tenth',
      tenths.map((each) => ({ ...each[end], at: each.tenth, when: `tenth ${each.tenth}` })),
      { name: `'${names[end]}'`, step: 1 },
    ).map(({ point: { at, value, status }, run }) => ({
      tenth: at,
      value,
      end,
      line: `${end} ${run}`,
      status,
      hollow: isHollow(status),
      shape: shapeOf(markOf(status)),
      told: `tenth ${at}, ${names[end]}: ${inForm(value, PERCENT)}${statusInWords(status)}`,
    })),
  )
  if (points.length === 0) throw badChart('access by tenth', 'no tenth has a share')
  const statusesOf = (end: 'before' | 'after'): Status[] =>
    points.filter((point) => point.end === end).map(({ status }) => status)
  const { height } = SIZE[layout]
  const { axis, room } = uprightAxis([0, 100], PERCENT, 6)
  const left = Math.max(SIZE[layout].left, room)
  const x = {
    field: 'tenth',
    type: 'quantitative',
    scale: { domain: [0.5, 10.5], nice: false, zero: false },
    axis: {
      title: null,
      grid: false,
      values: Array.from({ length: 10 }, (_, i) => i + 1),
      format: 'd',
      labelFontSize: 12,
    },
  }
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [0, 100], nice: false },
    axis,
  }
  return composeChart('access by tenth', words, {
    layout,
    width: CHART_WIDTH[layout] - left,
    height,
    left,
    below: 44,
    key: [
      ...markKey(before, statusesOf('before'), PALETTE.turquoise),
      ...markKey(after, statusesOf('after'), PALETTE.darkBlue),
    ],
    datasets: {
      points,
      ends: [
        { label: '← most deprived', align: 'left' },
        { label: 'least deprived →', align: 'right' },
      ],
    },
    layer: [
      {
        data: { name: 'points' },
        mark: { type: 'line', strokeWidth: 2 },
        encoding: {
          x,
          y,
          detail: { field: 'line' },
          color: BY_END,
          strokeDash: { condition: { test: "datum.end === 'before'", value: [6, 4] }, value: [1, 0] },
        },
      },
      {
        data: { name: 'points' },
        mark: { type: 'point', size: 70, strokeWidth: 2, opacity: 1 },
        encoding: {
          x,
          y,
          shape: { field: 'shape', type: 'nominal', scale: null, legend: null },
          stroke: BY_END,
          fill: { condition: [{ test: 'datum.hollow', value: PAPER }, BY_END.condition], value: BY_END.value },
          tooltip: { field: 'told', type: 'nominal' },
        },
      },
      ...(['left', 'right'] as const).map((align) => ({
        data: { name: 'ends' },
        transform: [{ filter: `datum.align === '${align}'` }],
        mark: {
          type: 'text',
          align,
          baseline: 'top',
          dy: 22,
          fontSize: 11,
          color: GREY.text,
        },
        encoding: { x: { value: align === 'left' ? 0 : 'width' }, y: { value: height }, text: { field: 'label' } },
      })),
    ],
  })
}

const BY_END = { condition: { test: "datum.end === 'before'", value: PALETTE.turquoise }, value: PALETTE.darkBlue }
