import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FACES = [
  { file: 'DejaVuSans.ttf', weight: 'normal' },
  { file: 'DejaVuSans-Bold.ttf', weight: 'bold' },
] as const

const fontFile = (file: string): string => join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf', file)

/** The font files in which charts are drawn. */
export const fontFiles = (): string[] => FACES.map(({ file }) => fontFile(file))

/** The style rules that carry DejaVu Sans, normal and bold, with the letters of a text and no others. */
export async function fontFaces(text: string, format: 'woff' | 'woff2'): Promise<string> {
  const { default: subsetFont } = await import('subset-font')
  const letters = [...new Set(text)].sort().join('')
  const faces = await Promise.all(
    FACES.map(async ({ file, weight }) => {
      const font = await subsetFont(await readFile(fontFile(file)), letters, { targetFormat: format })
      return `@font-face{font-family:"DejaVu Sans";font-weight:${weight};src:url(data:font/${format};base64,${font.toString('base64')}) format("${format}")}`
    }),
  )
  return faces.join('')
}
