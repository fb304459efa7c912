import { createRequire } from 'node:module'
import { inspect } from 'node:util'
import { table } from 'arquero'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { THEME, type VegaLiteSpec } from '../../src/charts/index.js'
import { harmonise } from '../../src/geography/index.js'
import { loadCrosswalk } from '../../src/datasets/index.js'
import { displayed, LONGEST_FORM, mimeBundles, show, toHtml } from '../../src/display/index.js'
import { valueOf } from '../support/value.js'

const spec = (points: number): VegaLiteSpec => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  title: { text: ['How many', 'points?'], subtitle: ['points'] },
  description: 'Points in a row.',
  data: { values: Array.from({ length: points }, (_, x) => ({ x, name: `the point at ${x}` })) },
  mark: 'point',
  encoding: { x: { field: 'x', type: 'quantitative' } },
})
const tslab = { lastWriteDisplayData: vi.fn() }
const cache = createRequire(import.meta.url).cache as Record<string, unknown>
const KERNEL = '/anywhere/node_modules/tslab/dist/jupyter.js'

afterEach(() => {
  Reflect.deleteProperty(cache, KERNEL)
  Reflect.deleteProperty(globalThis, 'Deno')
  tslab.lastWriteDisplayData.mockClear()
})

describe('a chart in a notebook', () => {
  let bundle: Awaited<ReturnType<typeof mimeBundles>>[number]
  beforeAll(async () => {
    ;[bundle] = (await mimeBundles(spec(1))) as [typeof bundle]
  })

  it('is one output in every form but HTML, which viewers without Vega would take before the picture', () => {
    expect(Object.keys(bundle)).toEqual([
      'application/vnd.vegalite.v5+json',
      'image/svg+xml',
      'image/png',
      'text/plain',
    ])
  })

  it('is an object as Vega-Lite and base64 as PNG', () => {
    expect(bundle['application/vnd.vegalite.v5+json']).toEqual(spec(1))
    expect(
      Buffer.from(bundle['image/png'] as string, 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  it('has one pixel a unit as PNG, which viewers show in its own size', () => {
    const width = Number(/width="(\d+)"/.exec(bundle['image/svg+xml'] as string)?.[1])
    expect(Buffer.from(bundle['image/png'] as string, 'base64').readUInt32BE(16)).toBe(width)
  })

  it('names its font in place of holding it, as a notebook holds many charts', () => {
    expect(bundle['image/svg+xml']).not.toContain('@font-face')
  })

  it('is its title and its alternative text as text', () => {
    expect(bundle['text/plain']).toBe('How many points?\nPoints in a row.')
  })

  it('is a picture alone where its spec is very long, and says so; every form can be asked for', async () => {
    const long = spec(Math.ceil(LONGEST_FORM / 30))
    const [short] = await mimeBundles(long)
    expect(Object.keys(short ?? {})).toEqual(['image/png', 'text/plain'])
    expect(short?.['text/plain']).toContain(
      'Shown as a picture: its Vega-Lite spec and its SVG is longer than 400,000 letters; show(chart, { ' +
        "forms: 'all' }) keeps every form.",
    )
    const [whole] = await mimeBundles(long, { forms: 'all' })
    expect(Object.keys(whole ?? {})).toHaveLength(4)
  })
})

describe('a chart of a reader’s own', () => {
  const own = { mark: 'point', data: { values: [{ a: 1, b: 2 }] } }
  const x = { field: 'a', type: 'quantitative' }

  it('is drawn in the house theme where it names no schema, and keeps what it sets itself', async () => {
    const [bundle] = await mimeBundles({ ...own, encoding: { x }, config: { axis: { gridColor: 'red' } } })
    const drawn = bundle?.['application/vnd.vegalite.v5+json'] as { $schema: string; config: typeof THEME }
    expect(drawn.$schema).toContain('/vega-lite/v6')
    expect(drawn.config.font).toBe(THEME.font)
    expect(drawn.config.axis).toEqual({ ...THEME.axis, gridColor: 'red' })
  })

  it.each([
    ['layers', { data: own.data, layer: [{ mark: 'point', encoding: { x } }] }],
    ['views beside each other', { hconcat: [{ ...own, encoding: { x } }] }],
    ['facets', { data: own.data, facet: { row: { field: 'b' } }, spec: { mark: 'point', encoding: { x } } }],
  ])('may be of %s', async (_, spec) => {
    expect(Object.keys((await mimeBundles(spec))[0] ?? {})).toContain('image/svg+xml')
  })

  it('has what Vega warns of below it, and is shown all the same', async () => {
    const log = { ...own, encoding: { x, y: { field: 'none', type: 'quantitative', scale: { type: 'log' } } } }
    const [chart, note] = await mimeBundles(log)
    expect(Object.keys(chart ?? {})).toHaveLength(4)
    expect(note?.['text/plain']).toMatch(/^Vega says of the chart above: .*none/)
    expect(await toHtml(log)).toMatch(/^<svg [\s\S]*<\/svg>\n<p><small>Vega says of the chart above: /)
  })

  it('is refused where it asks for anything outside itself', async () => {
    await expect(mimeBundles({ ...own, data: { url: 'https://example.org/a.csv' } })).rejects.toMatchObject({
      code: 'bad-chart',
    })
  })

  it('is no record that has a mark', async () => {
    expect((await mimeBundles([{ mark: 5, data: 1 }]))[0]?.['text/plain']).toBe('mark  data\n   5     1')
    await expect(mimeBundles({ mark: 5, data: 1 })).rejects.toMatchObject({ code: 'bad-value' })
  })
})

describe('showing', () => {
  it('sends one output with every form to tslab', async () => {
    cache[KERNEL] = { exports: tslab }
    await show(spec(1))
    expect(tslab.lastWriteDisplayData).toHaveBeenCalledTimes(1)
    expect(Object.keys((tslab.lastWriteDisplayData.mock.calls[0] as [{ data: object }])[0].data)).toHaveLength(4)
  })

  it('belongs to the cell that called it, also when that has ended meanwhile', async () => {
    const later = vi.fn()
    const kernel = { ...tslab }
    cache[KERNEL] = { exports: kernel }
    const shown = show(spec(1))
    kernel.lastWriteDisplayData = later
    await shown
    expect([tslab.lastWriteDisplayData.mock.calls.length, later.mock.calls.length]).toEqual([1, 0])
  })

  it('says in the notebook that nobody waited for it, and nothing where somebody did', async () => {
    cache[KERNEL] = { exports: tslab }
    const texts = (): unknown[] =>
      tslab.lastWriteDisplayData.mock.calls.map(([{ data }]) => (data as Record<string, unknown>)['text/plain'])
    await show('awaited')
    await Promise.all([show('together')])
    const [left, printed] = [show('left'), inspect(show('printed'))]
    await new Promise((done) => setTimeout(done, 50))
    expect(texts().filter((text) => String(text).startsWith('show was called without await'))).toHaveLength(1)
    expect(printed).toMatch(/^show was called without await: write `await show/)
    await left
  })

  it('returns nothing, so that a cell prints nothing after it', async () => {
    cache[KERNEL] = { exports: tslab }
    await expect(show('text')).resolves.toBeUndefined()
  })

  it('sends raw bundles to the kernel of Deno', async () => {
    const display = vi.fn()
    Object.assign(globalThis, { Deno: { jupyter: { display } } })
    await show('text')
    expect(display).toHaveBeenCalledWith({ 'text/html': '<p>text</p>', 'text/plain': 'text' }, { raw: true })
  })

  it('passes by a Deno that is no kernel', async () => {
    Object.assign(globalThis, {
      Deno: {
        get jupyter(): never {
          throw new Error('not in a kernel')
        },
      },
    })
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    await show('text')
    expect(write).toHaveBeenCalledWith('text\n')
  })

  it('prints text where there is no kernel', async () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    await show(table({ n: [1] }))
    expect(write).toHaveBeenCalledWith('n\n1\n')
  })

  it('shows a list of values as a table with their statuses', async () => {
    const [bundle] = await mimeBundles([valueOf(1), valueOf(null)])
    expect(bundle?.['text/plain']).toContain('Nottingham  E06000018  LAD2023  2009-10      –  GBP   missing')
  })

  it('shows a list of records, and of plain things', async () => {
    expect((await mimeBundles([{ a: 1 }, { b: 'x' }]))[0]?.['text/plain']).toBe('a  b\n1  –\n–  x')
    expect((await mimeBundles(['one', 'two']))[0]?.['text/plain']).toBe('value\none\ntwo')
  })

  it('shows a moved table with what the move lost', async () => {
    const today = table({ ward_code: ['E05012270', 'E05012274'], volunteers: [212, 190] })
    const moved = harmonise(today, await loadCrosswalk('WD25', 'WD13'), {
      key: 'ward_code',
      measures: { volunteers: { kind: 'count' } },
    })
    expect((await mimeBundles(moved))[0]?.['text/plain']).toContain('volunteers: 402 before, 402 after')
  })

  it('shows what knows how it is shown, block by block', async () => {
    const thing = { toBlocks: () => [{ html: '<p>a</p>', text: 'a' }, spec(1)] }
    expect(await mimeBundles(thing)).toHaveLength(2)
    expect(await toHtml(thing)).toMatch(/^<p>a<\/p>\n<svg /)
  })

  it('says what can be shown when a thing cannot', async () => {
    await expect(show({ of: 'another kind' })).rejects.toThrow(
      "thing to show: '{ of }' is not allowed. Allowed: a chart (a Vega-Lite spec), an arquero table",
    )
    await expect(show(null)).rejects.toThrow("thing to show: 'null' is not allowed")
    await expect(show(() => 1)).rejects.toThrow("thing to show: 'function' is not allowed")
  })

  it('is one HTML output as the last expression of a cell of Deno', async () => {
    const thing = displayed({
      toBlocks: () => [
        { html: '<p>a</p>', text: 'a' },
        { html: '<p>b</p>', text: 'b' },
      ],
    }) as Record<symbol, () => Promise<object>>
    expect(await thing[Symbol.for('Jupyter.display')]?.()).toEqual({
      'text/html': '<p>a</p>\n<p>b</p>',
      'text/plain': 'a\nb',
    })
  })
})
