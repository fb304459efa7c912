import { digitsOf } from '../values/rounding.js'
import { badChart } from '../errors.js'
import type { DumbbellEnd } from './dumbbell.js'
import {
  CHART_WIDTH,
  type ChartLayout,
  type ChartRow,
  type ChartWords,
  type VegaLiteSpec,
  composeChart,
  shapeOf,
} from './spec.js'
import { GREY, PALETTE, PAPER } from './theme.js'

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
  /** What the hollow marks stand for: `31 March 2010`. */
  readonly before: string
  /** What the full marks stand for: `1 April 2023`. */
  readonly after: string
}

const SIZE: Readonly<Record<ChartLayout, { readonly height: number; readonly left: number }>> = {
  wide: { height: 260, left: 52 },
  narrow: { height: 220, left: 40 },
}

/**
 * The share of residents with access in each tenth of small areas by deprivation, before and after, from the most
 * deprived to the least.
 *
 * Before is hollow with a dashed line, after is full with a plain one; a diamond stands for a share of which something
 * is not known (partial).
 *
 * @param data the shares by tenth.
 * @param words title, unit, place, source, alternative text, notes.
 * @param layout for a page (the default) or for a phone.
 * @throws InputError `bad-chart` when no tenth has a share.
 * @example
 * import { accessByTenth } from 'wardstick/charts'
 * const end = (value: number) => ({ value, status: 'observed' }) as const
 * const words = { title: 'Who lives near a pool?', unit: 'per cent of residents', place: 'England', source: 'an example', alt: 'Higher where more are poor.', notes: [] }
 * accessByTenth({ tenths: [{ tenth: 1, before: end(75.4), after: end(74.1) }], before: '2010', after: '2023' }, words).description // => 'Higher where more are poor.'
 * accessByTenth({ tenths: [], before: '2010', after: '2023' }, words) // throws 'bad-chart'
 */
export function accessByTenth(
  { tenths, before, after }: AccessByTenth,
  words: ChartWords,
  layout: ChartLayout = 'wide',
): VegaLiteSpec {
  const points = tenths.flatMap((each, i) =>
    (['before', 'after'] as const).flatMap((end): (ChartRow & { status: string })[] => {
      const { value, status } = each[end]
      const stops = tenths.slice(0, i).filter((earlier) => earlier[end].value === null).length
      return value === null
        ? []
        : [
            {
              tenth: each.tenth,
              value,
              end,
              line: `${end} ${stops}`,
              status,
              hollow: end === 'before',
              shape: shapeOf(status === 'partial' ? 'diamond' : 'circle'),
              told:
                `tenth ${each.tenth}, ${end === 'before' ? before : after}: ${digitsOf(value, 1)} ` +
                `%${status === 'observed' ? '' : ` (${status})`}`,
            },
          ]
    }),
  )
  if (points.length === 0) throw badChart('access by tenth', 'no tenth has a share')
  const partial = points.some(({ status }) => status === 'partial')
  const { height, left } = SIZE[layout]
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
    axis: { title: null, tickCount: 5, labelExpr: "datum.label + ' %'" },
  }
  return composeChart('access by tenth', words, {
    layout,
    width: CHART_WIDTH[layout] - left,
    height,
    left,
    below: 44,
    key: [
      { label: before, sample: 'circle', hollow: true, colour: PALETTE.darkPink },
      { label: after, sample: 'circle', colour: PALETTE.darkBlue },
      ...(partial
        ? [{ label: 'partial: not all is known', sample: 'diamond' as const, hollow: true, colour: PALETTE.darkPink }]
        : []),
    ],
    datasets: {
      points,
      ends: [
        { tenth: 1, label: '← most deprived', align: 'left' },
        { tenth: 10, label: 'least deprived →', align: 'right' },
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
          fill: { condition: { test: 'datum.hollow', value: PAPER }, value: PALETTE.darkBlue },
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
          dx: align === 'left' ? -20 : 20,
          fontSize: 11,
          color: GREY.text,
        },
        encoding: { x, y: { value: height }, text: { field: 'label' } },
      })),
    ],
  })
}

const BY_END = { condition: { test: "datum.end === 'before'", value: PALETTE.darkPink }, value: PALETTE.darkBlue }
