import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as charts from '../../src/charts/index.js'
import type { VegaLiteSpec } from '../../src/charts/index.js'
import { schemaProblems } from '../support/vegaLite.js'

const docs = new URL('../../docs/', import.meta.url)
const textOf = (file: string): string => readFileSync(new URL(file, docs), 'utf8')
const page = textOf('gallery.md')
const files = readdirSync(new URL('gallery/', docs))
const examples = files.filter((file) => file.endsWith('.ts')).map((file) => file.replace(/\.ts$/, ''))

describe('the gallery', () => {
  it.each(examples)(
    '%s has the spec that its code makes, valid by the schema, and the picture in its size',
    { timeout: 120_000 },
    async (name) => {
      const { default: spec } = (await import(fileURLToPath(new URL(`gallery/${name}.ts`, docs)))) as {
        default: VegaLiteSpec
      }
      expect(JSON.parse(textOf(`gallery/${name}.vl.json`))).toEqual(JSON.parse(JSON.stringify(spec)))
      expect(schemaProblems(spec)).toEqual([])
      const png = readFileSync(new URL(`gallery/${name}.png`, docs))
      const { left, right } = spec['padding'] as { left: number; right: number }
      expect(Math.abs(png.readUInt32BE(16) - (Number(spec['width']) + left + right))).toBeLessThanOrEqual(1)
      expect(page).toContain(`\`\`\`ts\n${textOf(`gallery/${name}.ts`).trim()}\n\`\`\``)
    },
  )

  it('shows every chart that wardstick/charts can draw', () => {
    const makers = Object.entries(charts).flatMap(([name, each]) =>
      typeof each === 'function' && !['composeChart', 'drawnRows', 'shapeOf', 'yearsAt'].includes(name) ? [name] : [],
    )
    const shown = new Set(examples.map((name) => name.split('-')[0]))
    expect(makers.filter((name) => !shown.has(name))).toEqual([])
  })

  it('links to files and headings that are there, and to no file that is not part of it', () => {
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '')
    const headings = [...page.matchAll(/^## (.+)$/gm)].map((match) => (match[1] ?? '').toLowerCase())
    for (const link of links)
      expect(link.startsWith('#') ? headings.includes(link.slice(1)) : existsSync(new URL(link, docs)), link).toBe(true)
    expect(
      files.filter((file) => !examples.some((name) => [`${name}.ts`, `${name}.vl.json`, `${name}.png`].includes(file))),
    ).toEqual([])
  })
})
