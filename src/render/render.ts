import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { VegaLiteSpec } from '../charts/spec.js'
import { badChart, badValue } from '../errors.js'

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
      font: { fontFiles: FONT_FACES.map(({ file }) => fontFile(file)), loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
    }).render()
    return new Uint8Array(picture.asPng())
  } catch (error) {
    throw badChart(name, error instanceof Error ? error.message : String(error))
  }
}

const LARGEST_SCALE = 10

/** The chart's title, for messages; a spec of another tool may have none. */
const nameOf = ({ title }: Partial<VegaLiteSpec>): string => [title?.text ?? 'without a title'].flat().join(' ')

async function toSvg(spec: VegaLiteSpec): Promise<string> {
  const name = nameOf(spec)
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')])
  const warnings: string[] = []
  const refused: string[] = []
  const logger = collectingLogger(warnings)
  try {
    const { spec: compiled } = vegaLite.compile(structuredClone(spec) as unknown as Parameters<typeof vegaLite.compile>[0], { logger })
    const view = new vega.View(vega.parse(compiled, undefined, { ast: false }), { renderer: 'none', loader: refusingLoader(refused), logger })
    const svg = await view.toSVG()
    view.finalize()
    if (refused.length > 0) throw badChart(name, `it refers to ${refused.map((uri) => `'${uri}'`).join(', ')}; a chart carries its data inside`)
    if (warnings.length > 0) throw badChart(name, warnings.join('; '))
    return svg.replace(/^<svg /, () => `<svg role="img" aria-label="${escapeAttribute(spec.description)}" `)
  } catch (error) {
    if (error instanceof Error && error.name === 'InputError') throw error
    throw badChart(name, error instanceof Error ? error.message : String(error))
  }
}

/**
 * A loader that fetches nothing and notes what was asked for. A link or image is answered with an empty address: vega does
 * not catch a refusal of those, and Node would end.
 */
function refusingLoader(refused: string[]) {
  const refuse = (uri: string): Promise<never> => {
    refused.push(uri)
    return Promise.reject(new Error('refused'))
  }
  const sanitize = (uri: string): Promise<{ href: string }> => {
    refused.push(uri)
    return Promise.resolve({ href: '' })
  }
  return { load: refuse, sanitize, http: refuse, file: refuse, fileAccess: false, options: {} } as never
}

interface Logger {
  readonly level: () => Logger
  readonly warn: (...parts: readonly unknown[]) => Logger
  readonly error: (...parts: readonly unknown[]) => Logger
  readonly info: () => Logger
  readonly debug: () => Logger
}

function collectingLogger(warnings: string[]) {
  const take = (...parts: readonly unknown[]): Logger => {
    warnings.push(parts.map(String).join(' '))
    return logger
  }
  const pass = (): Logger => logger
  const logger: Logger = { level: pass, warn: take, error: take, info: pass, debug: pass }
  return logger as never
}

const escapeAttribute = (text: string | undefined): string => (text ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

const FONT_FACES = [
  { file: 'DejaVuSans.ttf', weight: 'normal' },
  { file: 'DejaVuSans-Bold.ttf', weight: 'bold' },
] as const

const fontFile = (file: string): string => join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf', file)

/** Puts the letters that an SVG uses into it as a font of its own. */
async function embedFont(svg: string): Promise<string> {
  const { default: subsetFont } = await import('subset-font')
  const letters = [...new Set(svg)].sort().join('')
  const faces = await Promise.all(
    FONT_FACES.map(async ({ file, weight }) => {
      const font = await subsetFont(await readFile(fontFile(file)), letters, { targetFormat: 'woff' })
      return `@font-face{font-family:"DejaVu Sans";font-weight:${weight};src:url(data:font/woff;base64,${font.toString('base64')}) format("woff")}`
    }),
  )
  return svg.replace('>', () => `><style>${faces.join('')}</style>`)
}
