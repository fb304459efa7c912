import { readFileSync, readdirSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = new URL('../src/', import.meta.url)
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))

const room = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, ''))
const textOf = (file: string): string => readFileSync(new URL(file, source), 'utf8')
const importsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '')
const resolved = (file: string, imported: string): string =>
  posix.normalize(posix.join(posix.dirname(file), imported)).replace(/\.js$/, '.ts')

const BELOW = ['stats', 'tables', 'values', 'model']
const PURE = ['evaluation', 'indicators', 'panel', 'geography']
const DRAWN = ['charts', 'qualitative', ...PURE]
/** For each room, the rooms that it may import: those further right in the one direction of the design. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  cli: [
    ...['study', 'notebooks', 'display', 'findings', 'render', ...DRAWN],
    ...['derive', 'engine', 'datasets', ...BELOW],
  ],
  study: ['display', 'findings', 'render', ...DRAWN, 'derive', 'engine', 'datasets', ...BELOW],
  notebooks: ['display', 'render', ...DRAWN, ...BELOW],
  display: ['render', ...DRAWN, ...BELOW],
  findings: ['render', ...DRAWN, ...BELOW],
  render: [...DRAWN, ...BELOW],
  charts: [...PURE, ...BELOW],
  qualitative: [...PURE, ...BELOW],
  evaluation: ['indicators', 'panel', 'geography', ...BELOW],
  indicators: ['panel', 'geography', ...BELOW],
  panel: ['geography', ...BELOW],
  derive: ['indicators', 'panel', 'sources', 'geography', ...BELOW],
  engine: ['panel', 'sources', 'geography', ...BELOW],
  datasets: ['indicators', 'panel', 'geography', ...BELOW],
  sources: BELOW,
  geography: BELOW,
  stats: ['tables', 'values', 'model'],
  tables: ['values', 'model'],
  values: ['model'],
  model: [],
  errors: [],
  index: ['evaluation', 'indicators', 'panel', 'geography', ...BELOW],
}
const OPEN = ['errors', 'model']

/** Where files, network, clock, console and chance may be met. */
const EFFECTS = /^(derive|engine|datasets|render|display|notebooks|cli)\/|^sources\/read\/|^study\/write\.ts$/
const EFFECT = /from 'node:(?!crypto)|\bfetch\(|\bDate\.now\(|new Date\(\)|Math\.random\(|\bconsole\.|\bprocess\./

describe('rooms', () => {
  it.each(files)('%s imports only rooms further right', (file) => {
    const own = room(file)
    const allowed = [own, ...OPEN, ...(MAY_IMPORT[own] ?? [])]
    const strange = importsOf(file)
      .filter((imported) => imported.startsWith('.'))
      .map((imported) => room(resolved(file, imported)))
      .filter((imported) => !allowed.includes(imported))
    expect(MAY_IMPORT, `room ${own} is not in the design`).toHaveProperty(own)
    expect(strange).toEqual([])
  })

  it.each(files.filter((file) => !EFFECTS.test(file)))('%s touches no file, network, clock or console', (file) => {
    expect(EFFECT.exec(textOf(file).replace(/^\s*(\/\*\*|\*).*$/gm, ''))?.[0]).toBeUndefined()
  })

  it('have no import cycle', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((imported) => imported.startsWith('.'))
          .map((imported) => resolved(file, imported)),
      ]),
    )
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]): void => {
      expect(path, `cycle: ${[...path, file].join(' -> ')}`).not.toContain(file)
      if (done.has(file)) return
      for (const next of graph.get(file) ?? []) visit(next, [...path, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(done.size).toBe(files.length)
  })

  it.each(
    files.filter((file) => !/^(derive|sources|datasets|indicators\/sites|tables\/(declared|coverage))/.test(file)),
  )('%s asks for no kind of sites by its id', (file) => {
    const code = textOf(file).replace(/\/\*\*.*?\*\//gs, '')
    expect(/['`"](pools|libraries)(['`"]|-)/.exec(code)?.[0]).toBeUndefined()
  })

  it.each(files.filter((file) => /^(index|charts\/|findings\/|study\/|indicators\/)/.test(file)))(
    '%s loads vega and vega-lite only when used',
    (file) => {
      expect(textOf(file)).not.toMatch(/from 'vega(-lite)?'/)
    },
  )
})
