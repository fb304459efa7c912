import type { VegaLiteSpec } from '../charts/spec.js'
import { badChart, badValue } from '../errors.js'
import { visibleText } from '../model/visibleText.js'
import { chartDocument } from './chartDocument.js'
import { type Draw, type Drawing, drawChart } from './drawing.js'
import { fontFaces, fontFiles } from './font.js'
import { escapeHtml } from './escape.js'
import { nameOf } from './vega.js'

/** How a picture is made. */
export interface RenderOptions {
  /**
   * How many pixels a unit of the chart has in a PNG; 2 by default, for sharp screens and print. The other forms have
   * no pixels.
   */
  readonly scale?: number
}

/**
 * Draws a chart: as SVG text, as PNG bytes, or as an HTML document; DejaVu Sans is embedded in each, so that it looks
 * alike everywhere.
 *
 * Nothing is fetched: a chart that refers to a URL or a file is refused. The alternative text stands in the SVG as its
 * label. The HTML document holds the SVG, and title, alternative text and notes for those who hear it; it needs no
 * network and no script, and prints as it is.
 *
 * @param spec a chart of `wardstick/charts`, or any Vega-Lite spec with its data inside.
 * @throws InputError `bad-chart` when the spec does not compile, warns, or asks for anything outside itself.
 * @example
 * import { render } from 'wardstick/render'
 * const spec = {
 *   $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
 *   title: { text: 'One point', subtitle: [] },
 *   description: 'One point.',
 *   data: { values: [{ x: 1 }] },
 *   mark: 'point',
 *   encoding: { x: { field: 'x', type: 'quantitative' } },
 * }
 * const svg = await render(spec, 'svg')
 * svg.startsWith('<svg') // => true
 * const html = await render(spec, 'html')
 * html.includes('<title>One point</title>') // => true
 */
export async function render(spec: VegaLiteSpec, format: 'svg' | 'html', options?: RenderOptions): Promise<string>
export async function render(spec: VegaLiteSpec, format: 'png', options?: RenderOptions): Promise<Uint8Array>
export async function render(
  spec: VegaLiteSpec,
  format: 'svg' | 'png' | 'html',
  { scale = 2 }: RenderOptions = {},
): Promise<string | Uint8Array> {
  if (!['svg', 'png', 'html'].includes(format)) throw badValue('format of a picture', format, 'svg, png, html')
  const svg = visibleText(named(spec, await drawChart(spec)))
  if (format === 'png') return toPng(svg, nameOf(spec), scale)
  const picture = styled(svg, `<style>${await fontFaces(svg)}</style>`)
  return format === 'svg' ? picture : chartDocument(spec, picture)
}

/** How several pictures are made. */
export interface RenderAllOptions extends RenderOptions {
  /** Draws a chart: here by default, or in the threads of a `drawingPool`. */
  readonly draw?: Draw
  /**
   * Whether the SVG has its font inside (`embedded`, when left out), or names DejaVu Sans and Verdana, which has its
   * widths, for the viewer to find (`named`): 50 kB less a chart. A PNG needs no font.
   */
  readonly fonts?: 'embedded' | 'named'
}

/**
 * Draws charts as SVG and PNG, as {@link render} does, in their order. One font with the letters of all of them is
 * embedded in each.
 *
 * @throws InputError as {@link render}.
 * @example
 * import { renderAll } from 'wardstick/render'
 * const spec = {
 *   $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
 *   title: { text: 'One point', subtitle: [] },
 *   description: 'One point.',
 *   data: { values: [{ x: 1 }] },
 *   mark: 'point',
 *   encoding: { x: { field: 'x', type: 'quantitative' } },
 * }
 * const [drawn] = await renderAll([spec])
 * drawn?.svg.startsWith('<svg') // => true
 * Number(drawn?.png.length) > 1000 // => true
 */
export async function renderAll(
  specs: readonly VegaLiteSpec[],
  { scale = 2, draw = drawChart, fonts = 'embedded' }: RenderAllOptions = {},
): Promise<{ readonly svg: string; readonly png: Uint8Array }[]> {
  const drawn = await Promise.all(
    specs.map(async (spec) => {
      const svg = visibleText(named(spec, await draw(spec)))
      return { svg, png: await toPng(svg, nameOf(spec), scale) }
    }),
  )
  if (fonts === 'named') return drawn
  const style = `<style>${await fontFaces(drawn.map(({ svg }) => svg).join(''))}</style>`
  return drawn.map(({ svg, png }) => ({ svg: styled(svg, style), png }))
}

async function toPng(svg: string, name: string, scale: number): Promise<Uint8Array> {
  if (!(scale > 0 && scale <= LARGEST_SCALE))
    throw badValue('scale of a picture', scale, `a number above 0, at most ${LARGEST_SCALE}`)
  const { renderAsync } = await import('@resvg/resvg-js')
  try {
    const picture = await renderAsync(svg, {
      fitTo: { mode: 'zoom', value: scale },
      font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
    })
    return new Uint8Array(picture.asPng())
  } catch (error) {
    throw badChart(name, error instanceof Error ? error.message : String(error))
  }
}

const LARGEST_SCALE = 10

/** An SVG with the alternative text of its chart as its label. */
const named = ({ description }: Partial<VegaLiteSpec>, { svg }: Drawing): string =>
  svg.replace(/^<svg /, () => `<svg role="img" aria-label="${escapeHtml(description ?? '')}" `)

/** An SVG with rules of style inside. */
const styled = (svg: string, style: string): string => svg.replace('>', () => `>${style}`)
