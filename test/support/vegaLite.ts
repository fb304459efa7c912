import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { VegaLiteSpec } from '../../src/charts/index.js'
import { render } from '../../src/render/index.js'

let validate: ValidateFunction | undefined

/** The problems that the official Vega-Lite schema finds in a spec; compiled once a run, as that takes seconds. */
export function schemaProblems(spec: unknown): string[] {
  if (validate === undefined) {
    const schema = JSON.parse(
      readFileSync(createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json'), 'utf8'),
    ) as object
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats.default(ajv)
    ajv.addFormat('color-hex', /^#([0-9a-f]{3}|[0-9a-f]{6})$/i)
    validate = ajv.compile(schema)
  }
  return validate(spec)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

/**
 * What the schema finds in a chart, or a picture that is empty or has a mark at no place; drawing throws at a warning.
 */
export async function drawProblems(spec: VegaLiteSpec): Promise<string[]> {
  const picture = (await render(spec, 'svg')).replace(/<style>.*?<\/style>/s, '')
  return [
    ...schemaProblems(spec),
    ...(picture.length > 3000 ? [] : ['an empty picture']),
    ...(/\bNaN\b|\bundefined\b/.test(picture) ? ['a mark at no place'] : []),
  ]
}

/** A value with every number rounded to three decimals, for snapshots. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) => (typeof each === 'number' ? Math.round(each * 1000) / 1000 : each)),
  )
}

/** A spec as text for a snapshot: a line for every layer and every row of its data, numbers with three decimals. */
export function snapshotOf(spec: object): string {
  const { datasets, layer, ...rest } = rounded(spec) as { datasets: Record<string, unknown[]>; layer: unknown[] }
  const lines = (items: readonly unknown[]): string => items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')
  const data = Object.entries(datasets).map(([name, rows]) => `  ${JSON.stringify(name)}: [\n${lines(rows)}\n  ]`)
  return `${JSON.stringify(rest, null, 2)}\nlayer: [\n${lines(layer)}\n]\ndatasets: {\n${data.join(',\n')}\n}\n`
}

/** The contrast of two colours by WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const linear = (channel: number): number =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
