import { CHART_WIDTH, type ChartLayout, type ChartRow } from './spec.js'
import { textWidth, widestText, wrapToWidth } from './textWidth.js'
import { GREY } from './theme.js'

/** A row of a chart: its label, what is written after it, and whether it is the one that the chart is about. */
export interface LabelledRow {
  readonly label: string
  readonly after?: string
  readonly emphasis?: boolean
  /** Rows of one group stand under its heading. */
  readonly group?: string
}

/** Where the rows of a chart stand. */
export interface RowFrame {
  readonly left: number
  readonly right: number
  readonly width: number
  readonly height: number
  /** The middle of each row, in pixels from the top. */
  readonly middles: readonly number[]
  /** The encoding of a place from the top in pixels. */
  readonly y: (field: string) => object
  readonly datasets: Readonly<Record<string, readonly ChartRow[]>>
  /** Labels, headings, and what is written after the rows. */
  readonly layer: readonly object[]
}

const LABEL = 12
/** Between a plot and the texts beside it, pixels. */
const GAP = 12
const WIDEST = 285
const HEADING = 24

/** The encoding of places in pixels from the top of a plot. */
export const fromTop =
  (height: number): RowFrame['y'] =>
  (field) => ({ field, type: 'quantitative', scale: { domain: [height, 0], nice: false, zero: false }, axis: null })

/** A layer of texts beside a plot: each begins at `left` and stands at its own place from the top. */
export const textLayer = (
  name: string,
  mark: object,
  { left, y, field }: { readonly left: number; readonly y: RowFrame['y']; readonly field: string },
): object => ({
  data: { name },
  mark: { type: 'text', align: 'left', baseline: 'middle', fontSize: LABEL, ...mark },
  encoding: { x: { value: left }, y: y('y'), text: { field } },
})

/** Lays out rows with their labels beside the plot on a page, and above each row on a phone. */
export function rowFrame(
  rows: readonly LabelledRow[],
  layout: ChartLayout,
  rowHeight = layout === 'wide' ? 26 : 40,
): RowFrame {
  const wide = layout === 'wide'
  const afters = rows.map(({ after = '' }) => after)
  const right = 10 + Math.ceil(widestText(afters, { size: LABEL }))
  const left = wide ? Math.min(WIDEST, GAP + Math.ceil(widestLabel(rows))) : 6
  const width = CHART_WIDTH[layout] - left - right
  let top = 0
  const headings: ChartRow[] = []
  const middles = rows.map(({ group }, i) => {
    if (group !== undefined && group !== rows[i - 1]?.group) {
      headings.push({ label: group, y: top + HEADING / 2 + 2 })
      top += HEADING
    }
    top += rowHeight
    return top - (wide ? rowHeight / 2 : 12)
  })
  const height = top
  const y = fromTop(height)
  const labels = rows.map(({ label, emphasis = false, after = '' }, i) => ({
    label,
    emphasis,
    after,
    y: middles[i] ?? 0,
  }))
  const labelsOf = (emphasis: boolean): ChartRow[] =>
    labels
      .filter((row) => row.emphasis === emphasis)
      .flatMap((row) => (wide ? linesOf(row, left - GAP) : [{ label: row.label, y: row.y - 19 }]))
  const label = { left: -left, y, field: 'label' }
  const plain = { color: GREY.text }
  const bold = { ...plain, fontWeight: 'bold' }
  return {
    left,
    right,
    width,
    height,
    middles,
    y,
    datasets: {
      labels: labelsOf(false),
      ownLabels: labelsOf(true),
      after: labels.filter(({ after }) => after !== '').map(({ after, y: at }) => ({ after, y: at })),
      headings,
    },
    layer: [
      textLayer('labels', plain, label),
      textLayer('ownLabels', bold, label),
      textLayer('headings', bold, label),
      textLayer('after', plain, { left: width + 10, y, field: 'after' }),
    ],
  }
}

const weightOf = (emphasis = false): 'bold' | 'normal' => (emphasis ? 'bold' : 'normal')

const widestLabel = (rows: readonly LabelledRow[]): number =>
  Math.max(...rows.map(({ label, emphasis }) => textWidth(label, { size: LABEL, weight: weightOf(emphasis) })))

/** A long label in several lines, around the middle of its row. */
function linesOf(
  { label, emphasis, y }: { readonly label: string; readonly emphasis: boolean; readonly y: number },
  width: number,
): ChartRow[] {
  const lines = wrapToWidth(label, width, { size: LABEL, weight: weightOf(emphasis) })
  return lines.map((line, i) => ({ label: line, y: y + (i - (lines.length - 1) / 2) * 13 }))
}

/** Slanting lines along a row, over the whole of the x axis: `value`, `to` in x, `y`, `up` in y. */
export function hatchedRow(middle: number, bottom: number, top: number): ChartRow[] {
  const step = (top - bottom) / 24
  return Array.from({ length: 24 }, (_, i) => ({
    value: bottom + i * step,
    to: bottom + (i + 0.7) * step,
    y: middle + 6,
    up: middle - 6,
  }))
}
