import { drawWarned } from '../render/drawing.js'
import { renderAll } from '../render/render.js'
import { blocksOf } from './blocks.js'
import { type DisplayBlock, isChart } from './displayable.js'
import { findOutput } from './kernel.js'
import { type ChartViewOptions, type MimeBundle, mimeBundlesOf, vegaNotes } from './mimeBundle.js'
import { Showing } from './showing.js'
import type { TableViewOptions } from './tableView.js'

/** How something is shown: the options of tables are for tables, those of charts for charts. */
export interface ShowOptions extends TableViewOptions, ChartViewOptions {}

/**
 * Shows something in a notebook: a chart, a table, a value with its status, a finding, a whole study.
 *
 * In tslab and in Deno’s kernel a chart is one output in every form (Vega-Lite, SVG, PNG, text), of which JupyterLab,
 * VS Code, nbconvert and GitHub each take the one that they can show; everything else is HTML and text. Without a
 * kernel the text is printed. Write `await` before it, so that the output belongs to its cell; without it a note says
 * so. A warning of Vega is a remark below its chart.
 *
 * @param thing a Vega-Lite spec (one without `$schema` is drawn in the colours and fonts of wardstick), an arquero
 * table, a list of records, a value or a list of values, a harmonised table, a study or a finding, a text.
 * @throws InputError `bad-value` for a thing that cannot be shown, `bad-chart` for a chart that cannot be drawn.
 * @example
 * import { show } from 'wardstick/notebook'
 * await show({ nothing: 'of the kind' }) // throws 'bad-value'
 */
export function show(thing: unknown, options: ShowOptions = {}): Promise<void> {
  const { send, isKernel } = findOutput()
  const showAll = async (): Promise<void> => {
    for (const block of blocksOf(thing, options))
      for (const bundle of await mimeBundlesOf(block, options)) await send(bundle)
  }
  return Showing.of(showAll(), async (note) => {
    if (isKernel) for (const bundle of await mimeBundles(note)) await send(bundle)
  })
}

/**
 * Something as the outputs that {@link show} would send, one below the other: for a kernel of another kind.
 *
 * @throws InputError as {@link show}.
 * @example
 * import { mimeBundles } from 'wardstick/notebook'
 * await mimeBundles('Three lines') // => [{ 'text/html': '<p>Three lines</p>', 'text/plain': 'Three lines' }]
 */
export async function mimeBundles(thing: unknown, options: ShowOptions = {}): Promise<MimeBundle[]> {
  const bundles = await Promise.all(blocksOf(thing, options).map((block) => mimeBundlesOf(block, options)))
  return bundles.flat()
}

/**
 * Something as HTML that needs no network, script or style sheet: charts are SVG inside it.
 *
 * @throws InputError as {@link show}.
 * @example
 * import { toHtml } from 'wardstick/notebook'
 * await toHtml('1 < 2') // => '<p>1 &lt; 2</p>'
 */
export async function toHtml(thing: unknown, options: TableViewOptions = {}): Promise<string> {
  const parts = await Promise.all(blocksOf(thing, options).map(htmlOf))
  return parts.join('\n')
}

async function htmlOf(block: DisplayBlock): Promise<string> {
  if (!isChart(block)) return block.html
  const warnings: string[] = []
  const [drawn] = await renderAll([block], { draw: drawWarned(warnings) })
  return [drawn?.svg ?? '', ...vegaNotes(warnings).map(({ html }) => html)].join('\n')
}

/**
 * Something as the last expression of a cell in Deno’s kernel, which shows it as {@link show} would, without a call.
 *
 * @throws InputError as {@link show}, when it is shown.
 * @example
 * import { displayed } from 'wardstick/notebook'
 * const bundle = await displayed('Three lines')[Symbol.for('Jupyter.display')]?.()
 * bundle?.['text/plain'] // => 'Three lines'
 */
export function displayed(
  thing: unknown,
  options: ShowOptions = {},
): Readonly<Record<symbol, () => Promise<MimeBundle>>> {
  return { [Symbol.for('Jupyter.display')]: () => oneBundle(thing, options) }
}

/** The one output that a last expression has: a chart in its forms, or all blocks as HTML and text. */
async function oneBundle(thing: unknown, options: ShowOptions): Promise<MimeBundle> {
  const bundles = await mimeBundles(thing, options)
  const [only] = bundles
  if (only !== undefined && bundles.length === 1) return only
  return {
    'text/html': await toHtml(thing, options),
    'text/plain': bundles.map((bundle) => bundle['text/plain']).join('\n'),
  }
}
