import { deflateSync, strToU8 } from 'fflate'
import type { Picture } from './pictures.js'

/**
 * The Vega data of all charts by id, as JSON in raw deflate in base64: the two forms of a chart and the charts of a
 * page are so alike that this is a twentieth of the text, and base64 holds no sign that HTML could take for markup.
 */
export function packCharts(pictures: readonly Pick<Picture, 'id' | 'vega'>[]): string {
  const charts = Object.fromEntries(pictures.map(({ id, vega }) => [id, vega]))
  return Buffer.from(deflateSync(strToU8(JSON.stringify(charts)), { level: 9 })).toString('base64')
}
