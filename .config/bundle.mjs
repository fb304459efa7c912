/**
 * Bundles the script of a page: the browser's half of `src/render/page`, Vega and its expression interpreter in one
 * file, with the licences of everything in it.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const target = join(root, 'dist', 'render', 'page', 'browserScript.js')

/** The font that a page carries beside the script. */
const FONT = 'dejavu-fonts-ttf'
/**
 * Parts of Vega that no Vega-Lite chart uses, and the one for pointing at the nearest mark, which no chart of wardstick
 * does.
 */
const UNUSED = /^vega-(crossfilter|force|hierarchy|label|voronoi|wordcloud)$/
const withoutUnused = {
  name: 'without-unused',
  setup(build) {
    build.onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'unused' }))
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'export {}' }))
  },
}

const { outputFiles, metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/render/page/browser/main.ts'],
  tsconfig: 'src/render/page/browser/tsconfig.json',
  plugins: [withoutUnused],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  charset: 'ascii',
  legalComments: 'none',
  metafile: true,
  write: false,
})
const script = `${licences([...packagesIn(metafile), FONT].sort())}\n${outputFiles[0].text.trim()}`
if (/<!--|<\/?script/i.test(script))
  throw new Error('the script of the page holds a text that would end it or hide its end in HTML')
writeFileSync(target, `${script}\n`)

/** The packages of which code is in the bundle. */
function packagesIn({ outputs }) {
  const inputs = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  )
  const names = inputs.map(([path]) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean)
  return [...new Set(names)].sort()
}

/** One comment with every licence once, above it the packages and copyright lines to which it applies. */
function licences(packages) {
  const byTerms = new Map()
  for (const name of packages) {
    const { copyright, terms } = licenceOf(name)
    const key = terms.replace(/\s+/g, ' ')
    const known = byTerms.get(key) ?? { terms, holders: new Map() }
    const holder = copyright.join('; ')
    known.holders.set(holder, [...(known.holders.get(holder) ?? []), name])
    byTerms.set(key, known)
  }
  const blocks = [...byTerms.values()].map(
    ({ holders, terms }) =>
      `${[...holders].map(([holder, names]) => `${names.join(', ')}: ${holder}`).join('\n')}\n\n${terms}`,
  )
  return (
    `/*! The charts of this page are drawn by these packages, used under their ` +
    `licences.\n\n${blocks.join('\n\n---\n\n').replaceAll('*/', '* /')}\n*/`
  )
}

function licenceOf(name) {
  const text = licenceText(name) ?? (isOfVega(name) ? licenceText('vega') : undefined)
  if (text === undefined) throw new Error(`${name} has no licence file`)
  const paragraphs = text.split(/\r?\n(?:[ \t]*\r?\n)+/)
  const isCopyright = (paragraph) => /^copyright/i.test(paragraph.trim())
  const first = paragraphs.findIndex(isCopyright)
  if (first < 0) return { copyright: [name], terms: text }
  return {
    copyright: paragraphs[first].trim().split(/\r?\n/),
    terms: paragraphs.filter((_, i) => i !== first).join('\n\n'),
  }
}

function licenceText(name) {
  const folder = join(root, 'node_modules', name)
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim()
}

/** Some packages of Vega's repository come without its licence file. */
function isOfVega(name) {
  const { license, repository } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
  return license === 'BSD-3-Clause' && /github\.com\/vega\/vega(\.git)?$/.test(repository?.url ?? '')
}
