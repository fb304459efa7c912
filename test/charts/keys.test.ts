import { describe, expect, it } from 'vitest'
import { render } from '../../src/render/index.js'
import { CHART_CASES, SIZES } from '../support/chartCases.js'
import { dataOf } from '../support/charts.js'
import { contrast } from '../support/vegaLite.js'

const figures = SIZES['below one'] ?? ([1, 2, 3, 4, 5, 6] as const)
const cases = Object.entries(CHART_CASES).map(([chart, draw]) => ({ chart, spec: draw(figures, {}, 'wide') }))
const of = (spec: object, name: string): Record<string, unknown>[] => dataOf(spec)[name] ?? []

/** A mark of a key without its place: what of it a reader compares with the plot. */
interface Glyph {
  readonly form: string
  readonly colour: string
}

const glyphs = (spec: object): Glyph[] => [
  ...of(spec, 'keyPoints').map(({ shape, fill, stroke }) => ({
    form: `${String(shape)} ${fill === stroke ? 'full' : 'hollow'}`,
    colour: String(stroke),
  })),
  ...of(spec, 'keyBoxes').map(({ fill, stroke }) =>
    fill === 'transparent' ? { form: 'outline', colour: String(stroke) } : { form: 'box', colour: String(fill) },
  ),
  ...of(spec, 'keyRules')
    .filter(({ x, x2, y, y2 }) => x === x2 || y === y2)
    .map(({ dash, width, stroke }) => ({ form: `${JSON.stringify(dash)} ${String(width)}`, colour: String(stroke) })),
]

/**
 * A path as its commands with its corners as shares of its size, arcs without theirs: one shape of two sizes is one
 * text.
 */
function shapeOf(drawn: string): string {
  const path = drawn.replace(/A[^A-Z]*/g, 'A')
  const numbers = [...path.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(([each]) => Number(each))
  const size = Math.max(...numbers.map(Math.abs))
  let at = 0
  return path
    .replace(/-?[\d.]+(?:e-?\d+)?/g, () => `${(Math.round(((numbers[at++] ?? 0) / size) * 10) / 10 + 0).toFixed(1)},`)
    .replace(/[\s,]+/g, ',')
}

/** The points of a picture, each as its shape, whether it is hollow, and its colour; those of the key are last. */
function pointsIn(svg: string): string[] {
  return [...svg.matchAll(/<path\b[^>]* d="(M[^"]*)"[^>]*>/g)].flatMap(([tag, path = '']) => {
    const fill = / fill="([^"]*)"/.exec(tag)?.[1] ?? ''
    const stroke = / stroke="([^"]*)"/.exec(tag)?.[1]
    return stroke === undefined || !/translate/.test(tag)
      ? []
      : [`${shapeOf(path)} ${fill === stroke ? 'full' : 'hollow'} ${stroke}`]
  })
}

describe.each(cases)('the key of $chart', ({ spec }) => {
  it('has no two entries of one form, unless their colours differ by 2 to 1 in lightness', () => {
    glyphs(spec).forEach((one, i) => {
      for (const other of glyphs(spec).slice(i + 1))
        if (one.form === other.form) expect(contrast(one.colour, other.colour), one.form).toBeGreaterThanOrEqual(2)
    })
    const labels = of(spec, 'keyLabels').map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('has no entry for a mark that the plot has not', async () => {
    const points = of(spec, 'keyPoints').length
    const drawn = pointsIn(await render(spec, 'svg'))
    const inKey = drawn.slice(drawn.length - points)
    const inPlot = new Set(drawn.slice(0, drawn.length - points).map((each) => each.replace(/ #\w+$/, '')))
    for (const mark of inKey) expect(inPlot).toContain(mark.replace(/ #\w+$/, ''))
  })

  it('says of every hollow mark how its figure came to be known', () => {
    const hollow = of(spec, 'keyPoints').filter(({ fill, stroke }) => fill !== stroke)
    for (const { y } of hollow) expect(of(spec, 'keyLabels').some((label) => label['y'] === y)).toBe(true)
    for (const entry of hollow) {
      const label = of(spec, 'keyLabels').find(({ x, y }) => y === entry['y'] && Number(x) > Number(entry['x']))
      expect(String(label?.['label'])).toMatch(/modelled|partial|inherited|moved between/)
    }
  })
})
