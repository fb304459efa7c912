import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** How far each letter of a TrueType font advances, as a share of its size, by the font's own tables. */
export function fontWidths(file: string): (letter: string) => number | undefined {
  const bytes = readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${file}.ttf`))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const tables = new Map<string, number>()
  for (let i = 0; i < view.getUint16(4); i++)
    tables.set(bytes.toString('latin1', 12 + i * 16, 16 + i * 16), view.getUint32(20 + i * 16))
  const at = (table: string): number => tables.get(table) ?? 0
  const unitsPerEm = view.getUint16(at('head') + 18)
  const measured = view.getUint16(at('hhea') + 34)
  const glyphOf = glyphs(view, at('cmap'))
  return (letter) => {
    const glyph = glyphOf(letter.codePointAt(0) ?? 0)
    return glyph === 0 ? undefined : view.getUint16(at('hmtx') + 4 * Math.min(glyph, measured - 1)) / unitsPerEm
  }
}

/** The glyph of a character by the subtable of format 4 for Windows; 0 where the font has none. */
function glyphs(view: DataView, cmap: number): (code: number) => number {
  const records = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => cmap + 4 + i * 8)
  const record = records.find((each) => view.getUint16(each) === 3 && view.getUint16(each + 2) === 1) ?? 0
  const start = cmap + view.getUint32(record + 4)
  const segments = view.getUint16(start + 6) / 2
  const field = (part: number, i: number): number => start + 14 + part * 2 * segments + (part > 0 ? 2 : 0) + 2 * i
  return (code) => {
    const i = Array.from({ length: segments }, (_, j) => j).find((j) => code <= view.getUint16(field(0, j))) ?? 0
    const first = view.getUint16(field(1, i))
    if (code < first) return 0
    const [delta, offset] = [view.getInt16(field(2, i)), view.getUint16(field(3, i))]
    if (offset === 0) return (code + delta) & 0xffff
    const glyph = view.getUint16(field(3, i) + offset + 2 * (code - first))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}
