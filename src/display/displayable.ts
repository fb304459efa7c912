import type { VegaLiteSpec } from '../charts/spec.js'
import type { Value } from '../model/value.js'

/** A piece of HTML that needs no network and no style sheet, and the same as plain text. */
export interface HtmlBlock {
  readonly html: string
  readonly text: string
}

/** One output of a notebook: a chart, or a piece of HTML. */
export type DisplayBlock = VegaLiteSpec | HtmlBlock

/** Anything that knows how it is shown in a notebook. */
export interface Displayable {
  /** What is shown, as outputs one below the other. */
  toBlocks(): readonly DisplayBlock[]
}

/** Whether a value is an object with certain properties. */
export const hasAll = <Name extends PropertyKey>(
  value: unknown,
  names: readonly Name[],
): value is Readonly<Record<Name, unknown>> =>
  typeof value === 'object' && value !== null && names.every((name) => name in value)

/** Whether something knows how it is shown. */
export const isDisplayable = (value: unknown): value is Displayable =>
  hasAll(value, ['toBlocks']) && typeof value.toBlocks === 'function'

/** Whether something is a Vega-Lite spec, of wardstick or of another tool. */
export const isChart = (value: unknown): value is VegaLiteSpec =>
  hasAll(value, ['$schema']) && String(value.$schema).includes('/vega-lite/')

/** Whether something is a value with its status. */
export const isValue = (thing: unknown): thing is Value =>
  hasAll(thing, ['value', 'unit', 'period', 'place', 'status', 'notes', 'source'])
