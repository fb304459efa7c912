import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

let validate: ValidateFunction | undefined

/** The problems that the official Vega-Lite schema finds in a spec; compiled once a run, as that takes seconds. */
export function schemaProblems(spec: unknown): string[] {
  if (validate === undefined) {
    const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json'), 'utf8')) as object
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats.default(ajv)
    ajv.addFormat('color-hex', /^#([0-9a-f]{3}|[0-9a-f]{6})$/i)
    validate = ajv.compile(schema)
  }
  return validate(spec) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

/** A value with every number rounded to three decimals, for snapshots. */
export function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, each: unknown) => (typeof each === 'number' ? Math.round(each * 1000) / 1000 : each)))
}
