import type { VegaLiteSpec } from '../charts/spec.js'
import { drawWarned } from '../render/drawing.js'
import { renderAll } from '../render/render.js'
import { type DisplayBlock, type HtmlBlock, isChart } from './displayable.js'
import { remark } from './html.js'
import { writeNumber } from '../values/rounding.js'

/**
 * One output in every form in which a notebook may show it, by MIME type: Vega-Lite is an object, a PNG is base64, the
 * others are texts.
 */
export interface MimeBundle {
  readonly 'text/plain': string
  readonly [type: string]: string | object
}

/** How a chart is shown. */
export interface ChartViewOptions {
  /**
   * `auto` (when left out) leaves out a form of the chart that is longer than {@link LONGEST_FORM} letters, and says
   * so; `all` keeps every form.
   */
  readonly forms?: 'auto' | 'all'
}

/**
 * How long the Vega-Lite spec or the SVG of a chart may be in a notebook, in letters: longer ones would make files that
 * no site shows.
 */
export const LONGEST_FORM = 400_000

/** The one MIME type of Vega-Lite that JupyterLab draws; it draws specs of Vega-Lite 6 under it too. */
const VEGA_LITE = 'application/vnd.vegalite.v5+json'

/** A block as outputs in every form: itself, and below a chart what Vega warns of. */
export async function mimeBundlesOf(block: DisplayBlock, options: ChartViewOptions = {}): Promise<MimeBundle[]> {
  if (!isChart(block)) return [htmlBundle(block)]
  const warnings: string[] = []
  const chart = await chartBundle(block, options, warnings)
  return [chart, ...vegaNotes(warnings).map(htmlBundle)]
}

/** What Vega warns of in a chart, as a remark: the chart may be right all the same. */
export const vegaNotes = (warnings: readonly string[]): HtmlBlock[] =>
  warnings.length === 0 ? [] : [remark(`Vega says of the chart above: ${[...new Set(warnings)].join(' ')}`)]

const htmlBundle = ({ html, text }: HtmlBlock): MimeBundle => ({ 'text/html': html, 'text/plain': text })

/**
 * No font inside, as a notebook holds many charts. No HTML, which viewers that cannot draw Vega would take before the
 * picture; the PNG has one pixel a unit, as viewers show it in its own size.
 */
async function chartBundle(
  spec: VegaLiteSpec,
  { forms = 'auto' }: ChartViewOptions,
  warnings: string[],
): Promise<MimeBundle> {
  const [drawn] = await renderAll([spec], { scale: 1, fonts: 'named', draw: drawWarned(warnings) })
  const fits = (length: number): boolean => forms === 'all' || length <= LONGEST_FORM
  const [svg, png] = [drawn?.svg ?? '', Buffer.from(drawn?.png ?? []).toString('base64')]
  const [asVega, asSvg] = [fits(JSON.stringify(spec).length), fits(svg.length)]
  const left = [...(asVega ? [] : ['its Vega-Lite spec']), ...(asSvg ? [] : ['its SVG'])].join(' and ')
  return {
    ...(asVega ? { [VEGA_LITE]: spec } : {}),
    ...(asSvg ? { 'image/svg+xml': svg } : {}),
    'image/png': png,
    'text/plain': [
      textOf(spec),
      ...(left === ''
        ? []
        : [
            `Shown as a picture: ${left} is longer than ${writeNumber(LONGEST_FORM, 0)} letters; ` +
              `show(chart, { forms: 'all' }) keeps every form.`,
          ]),
    ].join('\n'),
  }
}

/** The title and the alternative text of a chart; a spec of another tool may have neither. */
function textOf({ title, description }: Partial<VegaLiteSpec>): string {
  const heading = typeof title === 'string' ? title : [title?.text ?? []].flat().join(' ')
  return [heading, description ?? ''].filter((line) => line !== '').join('\n') || 'A chart.'
}
