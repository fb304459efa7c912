import type { VegaLiteSpec } from '../charts/spec.js'
import { type CompiledChart, compileToVega, drawSvg } from './vega.js'

/** A chart that has been drawn: compiled to Vega, and as SVG without a font. */
export interface Drawing extends CompiledChart {
  readonly svg: string
}

/** Draws a chart. */
export type Draw = (spec: VegaLiteSpec) => Promise<Drawing>

/**
 * Draws a chart here and now.
 *
 * @throws InputError `bad-chart` when it does not compile, warns, or asks for anything outside itself.
 */
export const drawChart: Draw = async (spec) => {
  const compiled = await compileToVega(spec)
  return { ...compiled, svg: await drawSvg(compiled) }
}

/**
 * Draws a chart of which the warnings of Vega are collected, as one that a reader wrote may be right all the same.
 *
 * @throws InputError `bad-chart` when it does not compile, or asks for anything outside itself.
 */
export const drawWarned =
  (warnings: string[]): Draw =>
  async (spec) => {
    const compiled = await compileToVega(spec, warnings)
    return { ...compiled, svg: await drawSvg(compiled, warnings) }
  }

/** Draws each chart once, however often it is asked for. */
export function memoise(draw: Draw): Draw {
  const drawings = new WeakMap<VegaLiteSpec, Promise<Drawing>>()
  return (spec) => {
    const drawing = drawings.get(spec) ?? draw(spec)
    drawings.set(spec, drawing)
    return drawing
  }
}
