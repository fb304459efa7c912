import type { VegaLiteSpec } from '../charts/spec.js'
import { badChart } from '../errors.js'

/** A chart that has become Vega: its name for messages and the Vega specification as JSON data. */
export interface CompiledChart {
  readonly name: string
  readonly vega: Readonly<Record<string, unknown>>
}

/** The chart's title, for messages; a spec of another tool may have none. */
export const nameOf = ({ title }: { readonly title?: VegaLiteSpec['title'] | string }): string =>
  typeof title === 'string' ? title : [title?.text ?? 'without a title'].flat().join(' ')

/**
 * Compiles a chart from Vega-Lite to Vega.
 *
 * @param collected where warnings go; without it a chart that warns is refused.
 * @throws InputError `bad-chart` when it does not compile or warns.
 */
export async function compileToVega(spec: VegaLiteSpec, collected?: string[]): Promise<CompiledChart> {
  const name = nameOf(spec)
  const vegaLite = await import('vega-lite')
  const warnings = collected ?? []
  return guarded(name, () => {
    const { spec: vega } = vegaLite.compile(
      structuredClone(spec) as unknown as Parameters<typeof vegaLite.compile>[0],
      { logger: collectingLogger(warnings) },
    )
    if (collected === undefined && warnings.length > 0) throw badChart(name, warnings.join('; '))
    return Promise.resolve({ name, vega: vega as unknown as CompiledChart['vega'] })
  })
}

/**
 * Draws a compiled chart as SVG, its texts in a font that is not inside.
 *
 * @param collected where warnings go; without it a chart that warns is refused.
 * @throws InputError `bad-chart` when it warns or asks for anything outside itself.
 */
export async function drawSvg({ name, vega: compiled }: CompiledChart, collected?: string[]): Promise<string> {
  const vega = await import('vega')
  const warnings = collected ?? []
  const refused: string[] = []
  const logger = collectingLogger(warnings)
  return guarded(name, async () => {
    const view = new vega.View(vega.parse(compiled, undefined, { ast: false }), {
      renderer: 'none',
      loader: refusingLoader(refused),
      logger,
    })
    const svg = await view.toSVG()
    view.finalize()
    if (refused.length > 0)
      throw badChart(
        name,
        `it refers to ${refused.map((uri) => `'${uri}'`).join(', ')}; a chart carries its data inside`,
      )
    if (collected === undefined && warnings.length > 0) throw badChart(name, warnings.join('; '))
    return svg
  })
}

/** Runs work of vega, whose errors become ours. */
async function guarded<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && error.name === 'InputError') throw error
    throw badChart(name, error instanceof Error ? error.message : String(error))
  }
}

/**
 * A loader that fetches nothing and notes what was asked for. A link or image is answered with an empty address: vega
 * does not catch a refusal of those, and Node would end.
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
