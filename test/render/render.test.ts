import { describe, expect, it } from 'vitest'
import { type VegaLiteSpec, composeChart } from '../../src/charts/index.js'
import { render } from '../../src/render/index.js'

const spec = (change: object = {}): VegaLiteSpec => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  title: { text: 'One point', subtitle: [] },
  description: 'One point at (1, 1) & "no" other.',
  data: { values: [{ x: 1, label: 'é' }] },
  mark: 'point',
  encoding: { x: { field: 'x', type: 'quantitative' } },
  ...change,
})

describe('render', () => {
  it('gives the same SVG twice, with the alternative text as its label', async () => {
    const svg = await render(spec(), 'svg')
    expect(await render(spec(), 'svg')).toBe(svg)
    expect(svg).toContain('<svg role="img" aria-label="One point at (1, 1) &amp; &quot;no&quot; other."')
  })

  it('gives a PNG of twice the size by default', async () => {
    const [normal, large] = [await render(spec(), 'png', { scale: 1 }), await render(spec(), 'png')]
    const width = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(16)
    expect([...normal.slice(1, 4)]).toEqual([...new TextEncoder().encode('PNG')])
    expect(width(large)).toBe(2 * width(normal))
  })

  it('carries a font with the letters of its texts in the SVG, in both weights, and little more', async () => {
    const svg = await render(spec(), 'svg')
    const faces = [
      ...svg.matchAll(
        /@font-face\{font-family:"DejaVu Sans";font-weight:(\w+);src:url\(data:font\/woff2;base64,([\w+/=]+)\)/g,
      ),
    ]
    expect(faces.map((face) => face[1])).toEqual(['normal', 'bold'])
    for (const face of faces) expect((face[2] ?? '').length).toBeLessThan(40_000)
    expect(svg.length).toBeLessThan(80_000)
  })

  it('draws texts in the embedded font: without it they would be lost', async () => {
    const ink = async (title: string) => (await render(spec({ title: { text: title, subtitle: [] } }), 'png')).length
    expect(await ink('A long title in letters')).toBeGreaterThan((await ink(' ')) + 500)
  })

  it('takes a dollar sign, an apostrophe and quotes in the alternative text as they are', async () => {
    expect(await render(spec({ description: 'costs $\' and $& "here"' }), 'svg')).toContain(
      'aria-label="costs $&#39; and $&amp; &quot;here&quot;"',
    )
  })

  it('draws a spec without title or description, refuses a scale of 0, and shows a control character', async () => {
    expect(await render(spec({ title: undefined, description: undefined }), 'svg')).toContain('<svg')
    await expect(render(spec(), 'png', { scale: 0 })).rejects.toThrow("scale of a picture: '0' is not allowed")
    expect(await render(spec({ title: { text: 'a\u001bb', subtitle: [] } }), 'svg')).toContain('a\\u001bb')
  })

  it('does not change the spec', async () => {
    const frozen = JSON.stringify(spec())
    const given = JSON.parse(frozen) as VegaLiteSpec
    await render(given, 'svg')
    expect(JSON.stringify(given)).toBe(frozen)
  })

  it.each([
    ['a web address', { data: { url: 'https://example.org/data.json' } }],
    ['a file', { data: { url: 'file:///etc/passwd' } }],
    ['a path', { data: { url: '/etc/passwd', format: { type: 'csv' } } }],
    ['an image', { mark: { type: 'image', url: 'https://example.org/a.png' } }],
  ])('refuses to fetch %s', async (_, change) => {
    await expect(render(spec(change), 'svg')).rejects.toMatchObject({
      code: 'bad-chart',
      message: expect.stringContaining('a chart carries its data inside') as unknown,
    })
  })

  it('refuses a link of a mark', async () => {
    await expect(render(spec({ encoding: { href: { value: 'javascript:alert(1)' } } }), 'svg')).rejects.toMatchObject({
      code: 'bad-chart',
    })
  })

  it('refuses a spec that does not compile, warns, or is of another format', async () => {
    await expect(render(spec({ mark: 'nonsense' }), 'svg')).rejects.toMatchObject({ code: 'bad-chart' })
    await expect(
      render(spec({ encoding: { nonsense: { field: 'x', type: 'quantitative' } } }), 'svg'),
    ).rejects.toMatchObject({ code: 'bad-chart' })
    await expect(render(spec(), 'pdf' as 'png')).rejects.toThrow(
      "format of a picture: 'pdf' is not allowed. Allowed: svg, png, html.",
    )
  })
})

describe('a chart as an HTML document', () => {
  it(
    'holds the picture of the SVG with its font, the title, and what is written around the chart for those who ' +
      'hear it',
    async () => {
      const words = {
        title: 'Is a < b?',
        unit: 'pounds & pence',
        place: 'Nottingham (E06000018)',
        source: 'an example',
        alt: 'Two "points".',
        notes: ['A note.'],
      }
      const chart = composeChart('example', words, {
        width: 300,
        height: 100,
        left: 40,
        below: 40,
        datasets: { rows: [{ x: 1 }] },
        layer: [{ data: { name: 'rows' }, mark: 'point', encoding: { x: { field: 'x', type: 'quantitative' } } }],
      })
      const html = await render(chart, 'html')
      expect(html).toContain(await render(chart, 'svg'))
      expect(html).toContain('<title>Is a &lt; b?</title>')
      expect(html).toContain('<h1 class="heard">Is a &lt; b?</h1>')
      expect(html).toContain('<p>pounds &amp; pence</p><p>Nottingham (E06000018)</p><p>A note. Source: an example</p>')
      expect(html).toContain('aria-label="Two &quot;points&quot;."')
    },
  )

  it('runs and fetches nothing', async () => {
    const html = await render(spec(), 'html')
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; font-src data:;")
    expect(html).not.toMatch(/<script|<link|<img|@import|\b(src|href)=|url\((?!data:)/)
  })

  it('takes a spec without title or description', async () => {
    expect(await render(spec({ title: undefined, description: undefined }), 'html')).toContain(
      '<title>without a title</title>',
    )
  })
})
