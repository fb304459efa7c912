import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FACES = [
  { file: 'DejaVuSans.ttf', weight: 'normal' },
  { file: 'DejaVuSans-Bold.ttf', weight: 'bold' },
] as const

const fontFile = (file: string): string =>
  join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf', file)

/** The font files in which charts are drawn. */
export const fontFiles = (): string[] => FACES.map(({ file }) => fontFile(file))

/** What is written in charts of any study; so that the charts of one run need one font. */
const PRINTABLE_ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')

let last: { readonly letters: string; readonly faces: Promise<string> } | undefined

/**
 * The style rules that carry DejaVu Sans, normal and bold, with the letters of a text, those of ASCII, and no others.
 */
export function fontFaces(text: string): Promise<string> {
  const letters = [...new Set(PRINTABLE_ASCII + text)].sort().join('')
  if (last?.letters !== letters) last = { letters, faces: subset(letters) }
  return last.faces
}

async function subset(letters: string): Promise<string> {
  const { default: subsetFont } = await import('subset-font')
  const faces = await Promise.all(
    FACES.map(async ({ file, weight }) => {
      const font = await subsetFont(await readFile(fontFile(file)), letters, { targetFormat: 'woff2' })
      return (
        `@font-face{font-family:"DejaVu ` +
        `Sans";font-weight:${weight};src:url(data:font/woff2;base64,${font.toString('base64')}) format("woff2")}`
      )
    }),
  )
  return faces.join('')
}
