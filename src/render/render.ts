import type { VegaLiteSpec } from '../charts/spec.js'
import { badChart, badValue } from '../errors.js'
import { fontFaces, fontFiles } from './font.js'
import { compileToVega, drawSvg, nameOf } from './vega.js'

/** How a picture is made. */
export interface RenderOptions {
  /** How many pixels a unit of the chart has in a PNG; 2 by default, for sharp screens and print. */
  readonly scale?: number
}

/**
 * Draws a chart: as SVG text or as PNG bytes, DejaVu Sans embedded in both, so that it looks alike everywhere.
 *
 * Nothing is fetched: a chart that refers to a URL or a file is refused. The alternative text stands in the SVG as its label.
 *
 * @param spec a chart of `wardstick/charts`, or any Vega-Lite spec with its data inside.
 * @throws InputError `bad-chart` when the spec does not compile, warns, or asks for anything outside itself.
 * @example
 * import { render } from 'wardstick/render'
 * const svg = await render({ $schema: 'https://vega.github.io/schema/vega-lite/v6.json', title: { text: 'One point', subtitle: [] }, description: 'One point.', data: { values: [{ x: 1 }] }, mark: 'point', encoding: { x: { field: 'x', type: 'quantitative' } } }, 'svg')
 * svg.startsWith('<svg') // => true
 */
export async function render(spec: VegaLiteSpec, format: 'svg', options?: RenderOptions): Promise<string>
export async function render(spec: VegaLiteSpec, format: 'png', options?: RenderOptions): Promise<Uint8Array>
export async function render(spec: VegaLiteSpec, format: 'svg' | 'png', { scale = 2 }: RenderOptions = {}): Promise<string | Uint8Array> {
  if (!['svg', 'png'].includes(format)) throw badValue('format of a picture', format, 'svg, png')
  const svg = await toSvg(spec)
  return format === 'svg' ? embedFont(svg) : toPng(svg, nameOf(spec), scale)
}

/**
 * Draws a chart once and gives it in both forms of {@link render}.
 *
 * @throws InputError as {@link render}.
 * @example
 * import { renderBoth } from 'wardstick/render'
 * const spec = { $schema: 'https://vega.github.io/schema/vega-lite/v6.json', title: { text: 'One point', subtitle: [] }, description: 'One point.', data: { values: [{ x: 1 }] }, mark: 'point', encoding: { x: { field: 'x', type: 'quantitative' } } }
 * const { svg, png } = await renderBoth(spec)
 * svg.startsWith('<svg') && png.length > 1000 // => true
 */
export async function renderBoth(spec: VegaLiteSpec, { scale = 2 }: RenderOptions = {}): Promise<{ readonly svg: string; readonly png: Uint8Array }> {
  const svg = await toSvg(spec)
  const [withFont, png] = await Promise.all([embedFont(svg), toPng(svg, nameOf(spec), scale)])
  return { svg: withFont, png }
}

async function toPng(svg: string, name: string, scale: number): Promise<Uint8Array> {
  if (!(scale > 0 && scale <= LARGEST_SCALE)) throw badValue('scale of a picture', scale, `a number above 0, at most ${LARGEST_SCALE}`)
  const { Resvg } = await import('@resvg/resvg-js')
  try {
    const picture = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: scale },
      font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
    }).render()
    return new Uint8Array(picture.asPng())
  } catch (error) {
    throw badChart(name, error instanceof Error ? error.message : String(error))
  }
}

const LARGEST_SCALE = 10

async function toSvg(spec: VegaLiteSpec): Promise<string> {
  const svg = await drawSvg(await compileToVega(spec))
  return svg.replace(/^<svg /, () => `<svg role="img" aria-label="${escapeAttribute(spec.description)}" `)
}

const escapeAttribute = (text: string | undefined): string => (text ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** Puts the letters that an SVG uses into it as a font of its own. */
async function embedFont(svg: string): Promise<string> {
  const style = `<style>${await fontFaces(svg, 'woff')}</style>`
  return svg.replace('>', () => `>${style}`)
}
