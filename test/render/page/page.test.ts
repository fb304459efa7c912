import { createHash } from 'node:crypto'
import { inflateSync, strFromU8 } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { DARK } from '../../../src/charts/index.js'
import { type PageDocument, renderPage } from '../../../src/render/index.js'
import { colours } from '../../../src/render/page/pictures.js'
import { toCsv } from '../../../src/tables/index.js'
import { builtRuntime, chartOf, datasetOf, figureOf, pageOf, sectionOf, tableOf } from '../../support/page.js'

const idsOf = (html: string): string[] => [...html.matchAll(/<[^>]* id="([^"]*)"/g)].map((match) => match[1] ?? '')
const svgsOf = (html: string): string[] => html.match(/<svg [\s\S]*?<\/svg>/g) ?? []
const withoutScript = (html: string): string => html.replace(builtRuntime(), '')

let page: string
beforeAll(async () => {
  page = await renderPage(pageOf())
})

describe('a page', () => {
  it('is the same twice, and does not change its document', async () => {
    const document = pageOf()
    const before = JSON.stringify(document)
    expect(await renderPage(document)).toBe(page)
    expect(JSON.stringify(document)).toBe(before)
  })

  it('has one language, one first heading, a way past the contents, and a heading for every section', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">/)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).toContain('<a class="skip" href="#main">')
    expect(page).toContain('<nav class="contents" id="contents" aria-label="Contents">')
    for (const { id, headline } of pageOf().sections) {
      expect(page).toContain(`<section id="${id}" aria-labelledby="${id}_heading">`)
      expect(page).toContain(`<li><a href="#${id}">${headline}</a></li>`)
    }
  })

  it('gives every place an id of its own, and leads nowhere else', () => {
    const ids = idsOf(withoutScript(page))
    expect(new Set(ids).size).toBe(ids.length)
    const inside = [...withoutScript(page).matchAll(/(?:href="#|url\(#)([^")]+)/g)].map((match) => match[1])
    expect(inside.filter((id) => !ids.includes(id ?? ''))).toEqual([])
  })

  it('says the sentence, the weightiest caveat beside it, and how it is known', () => {
    const [culture] = pageOf().sections
    expect(page).toContain(
      `<p class="sentence">${culture?.sentence ?? ''}</p>\n<p class="caveat"><strong>Bear in mind</strong> ` +
        `${culture?.caveats[0] ?? ''}</p>`,
    )
    expect(page).toContain('<summary>How do we know?</summary>')
    expect(page).toContain(
      '<a href="#data_spending">Council spending</a>: 2 official files, 24,456 rows in, 24,000 out, 456 set aside',
    )
    expect(page).toContain('<li>456 set aside: not a single-tier council</li>')
    expect(page).toContain('<code>culture.change</code>')
  })

  it('shows the detail of a section that has no figures, and folds it where there are some', async () => {
    const detail = ['One more figure.']
    const [open, folded] = [
      await renderPage(pageOf({ sections: [sectionOf('a', { detail, figures: [] })] })),
      await renderPage(pageOf({ sections: [sectionOf('a', { detail, figures: [tableOf('t', 2)] })] })),
    ]
    expect(open).toMatch(/<\/p>\n<p>One more figure\.<\/p>/)
    expect(folded).toContain('<summary>More figures</summary>\n<p>One more figure.</p>')
  })

  it('is made of a title alone where there is nothing to say', async () => {
    const empty = await renderPage(pageOf({ about: [], sections: [], datasets: [], colophon: [] }))
    expect(empty).not.toContain('Data and licences')
    expect(empty).not.toContain('@font-face')
  })
})

describe('the charts of a page', () => {
  it('stand in it as pictures, wide and narrow, each named by its alternative text', () => {
    const svgs = svgsOf(page)
    expect(svgs).toHaveLength(4)
    for (const svg of svgs) expect(svg).toMatch(/^<svg role="img" aria-label="Line chart: [^"]+"/)
    expect(page.match(/data-form="wide"/g)).toHaveLength(2)
  })

  it('are painted in colours that a dark page exchanges, and in no other', () => {
    const painted = new Set(svgsOf(page).flatMap(colours))
    expect([...painted].filter((colour) => !(colour in DARK))).toEqual([])
    for (const colour of painted)
      expect(page).toContain(
        `.exchangeable [fill="${colour}"]{fill:${DARK[colour] ?? ''}}.exchangeable ` +
          `[stroke="${colour}"]{stroke:${DARK[colour] ?? ''}}`,
      )
  })

  it('keep their own paper where they use other colours', async () => {
    const { wide, narrow } = chartOf('Own colours')
    const config = { ...(narrow['config'] as object), background: '#FFEEDD' }
    const own = await renderPage(
      pageOf({
        sections: [
          sectionOf('a', {
            figures: [{ ...figureOf('b', 'Own colours'), chart: { wide, narrow: { ...narrow, config } } }],
          }),
        ],
      }),
    )
    expect(own).toContain('<div class="picture wide exchangeable"')
    expect(own).toContain('<div class="picture narrow"')
  })

  it('stand beside the data from which they are drawn live', () => {
    const [, packed = ''] = /<script type="text\/plain" id="charts_data">([\w+/=]+)<\/script>/.exec(page) ?? []
    const charts = JSON.parse(strFromU8(inflateSync(Buffer.from(packed, 'base64')))) as Record<
      string,
      Record<string, unknown>
    >
    expect(Object.keys(charts)).toEqual([...page.matchAll(/data-chart="([^"]+)"/g)].map((match) => match[1]))
    expect(Object.keys(charts)).toHaveLength(4)
    expect(packed.length).toBeLessThan(JSON.stringify(charts).length / 4)
    for (const spec of Object.values(charts)) {
      expect(spec['$schema']).toContain('/vega/v6')
      expect(spec).not.toHaveProperty('description')
      expect(spec).not.toHaveProperty('background')
    }
  })

  it('share one font in two weights, and are light', () => {
    expect(page.match(/@font-face/g)).toHaveLength(2)
    expect(page).toContain('src:url(data:font/woff2;base64,')
    for (const svg of svgsOf(page)) {
      expect(svg.length).toBeLessThan(16_000)
      expect(svg).not.toMatch(/\d\.\d{3,}/)
    }
  })

  it('are refused as a picture alone is', async () => {
    const { wide } = chartOf('Fetches')
    const narrow = { ...wide, data: { url: 'https://example.org/a.json' }, layer: undefined, mark: 'point' }
    await expect(
      renderPage(
        pageOf({ sections: [sectionOf('a', { figures: [{ ...figureOf('b', 'Fetches'), chart: { wide, narrow } }] })] }),
      ),
    ).rejects.toMatchObject({ code: 'bad-chart' })
  })
})

describe('the tables of a page', () => {
  it('write numbers for people and give them whole in the download', () => {
    expect(page).toContain(
      '<tr><th scope="row">Leisure Centre 1</th><td class="number">1960</td><td ' +
        'class="number">1,250.5</td><td class="short">yes</td></tr>',
    )
    const downloads = [...page.matchAll(/download="([^"]+)" href="data:text\/csv;charset=utf-8;base64,([^"]+)"/g)].map(
      ([, file, base64]) => [file, Buffer.from(base64 ?? '', 'base64').toString()],
    )
    const tables = pageOf().sections.flatMap(({ figures }) =>
      figures.map(({ table }) => [table.file, toCsv(table.grid)]),
    )
    expect(downloads).toEqual(tables)
  })

  it('show a missing cell as missing', () => {
    expect(page).toContain(
      '<td class="number"><span aria-hidden="true">–</span><span class="hidden">missing</span></td>',
    )
  })

  it('stand open when they are short and alone, and are folded when long or behind a chart', () => {
    const figure = (id: string): string => new RegExp(`<figure id="${id}"[\\s\\S]*?</figure>`).exec(page)?.[0] ?? ''
    expect(figure('pools-open')).not.toContain('Show the table')
    expect(figure('pools-all')).toContain('<summary>Show the table <span class="file">40 rows</span></summary>')
    expect(figure('culture-series')).toContain('Show the table')
  })

  it('can be scrolled by keyboard and have a caption', () => {
    expect(page).toContain(
      '<div class="scroll" tabindex="0" role="region" aria-label="Table 3: Public pools within 4 ' +
        'km"><table>\n<caption class="hidden">Table 3: Public pools within 4 km</caption>',
    )
  })
})

describe('the safety of a page', () => {
  const HOSTILE = `<script>alert(1)</script>"><img src=x onerror=alert(1)></script>]]>-->\u2028&amp;'\u0000\uD800`
  const markup = (html: string): string[] =>
    (withoutScript(html).match(/<[a-z/!][^>]*>/gi) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'))

  it('shows a hostile text in every slot as text', async () => {
    const honest = withTexts(pageOf(), (text) => text)
    const hostile = await renderPage(withTexts(pageOf(), () => HOSTILE))
    expect(markup(hostile).filter((tag) => /<img|onerror|alert/i.test(tag))).toEqual([])
    expect(hostile.match(/<script/g)).toHaveLength((page.match(/<script/g) ?? []).length)
    expect(hostile).not.toContain('\u0000')
    expect(
      markup(hostile).filter((tag) => !/<\/?(?:g|path|line|text|tspan|rect|svg|th|td|tr)\b/.test(tag)).length,
    ).toBe(
      markup(await renderPage(honest)).filter((tag) => !/<\/?(?:g|path|line|text|tspan|rect|svg|th|td|tr)\b/.test(tag))
        .length,
    )
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    '/relative',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '//example.org',
  ])('shows the address %s as text, not as a link', async (url) => {
    const html = await renderPage(
      pageOf({ datasets: [{ ...datasetOf('spending', 'Spending'), licences: [{ title: 'A licence', url }] }] }),
    )
    const addresses = [...withoutScript(html).matchAll(/ href="([^"]*)"/g)].map((match) => match[1] ?? '')
    expect(addresses.filter((address) => !/^(#|https?:|data:text\/csv;|data:,$)/.test(address))).toEqual([])
    expect(html).toContain('A licence (')
  })

  it('links to a web address as it is written, escaped', async () => {
    const html = await renderPage(
      pageOf({
        datasets: [
          {
            ...datasetOf('spending', 'Spending'),
            licences: [{ title: 'A & B', url: 'https://example.org/?a=1&b="2"' }],
          },
        ],
      }),
    )
    expect(html).toContain('<a href="https://example.org/?a=1&amp;b=%222%22">A &amp; B</a>')
  })

  it('runs the one script whose hash it declares, and lets nothing be fetched', () => {
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '')
    expect(scripts).toEqual([builtRuntime()])
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64')
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash}'; ` +
        `style-src 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src 'none'; base-uri 'none'; ` +
        `form-action 'none'">`,
    )
    expect(markup(page).filter((tag) => /\son\w+=/.test(tag))).toEqual([])
    expect(withoutScript(page)).not.toMatch(/ src=|url\((?!data:font\/woff2|#)|@import/)
  })

  it.each([
    [
      'an id with a space',
      { sections: [sectionOf('a b')] },
      "page, section 'a b': an id is made of small letters, digits and hyphens",
    ],
    [
      'an id with a quote',
      { sections: [sectionOf('a', { figures: [figureOf('a"b', 'x')] })] },
      `page, figure 'a"b': an id is made of small letters, digits and hyphens`,
    ],
    [
      'an id that stands twice',
      { sections: [sectionOf('a', { figures: [] }), sectionOf('b', { figures: [tableOf('a', 1)] })] },
      "page, figure 'a': its id stands for a section already; give each its own",
    ],
    [
      'an id of the page itself',
      { sections: [sectionOf('contents')] },
      "page, section 'contents': the page itself uses this id; choose another",
    ],
    [
      'a dataset that stands twice',
      { datasets: [datasetOf('a', 'A'), datasetOf('a', 'B')] },
      "page, dataset 'a': its id stands for a dataset already; give each its own",
    ],
    [
      'a dataset that is not there',
      { datasets: [] },
      "page, section 'culture': it names the dataset 'spending', which the page does not have; it has none",
    ],
  ])('refuses %s', async (_, change, message) => {
    await expect(renderPage(pageOf(change))).rejects.toMatchObject({ name: 'InputError', code: 'bad-page', message })
  })
})

/**
 * The document with every text but ids, statuses, addresses and chart specs changed; a chart gets the text by its
 * title.
 */
function withTexts(document: PageDocument, change: (text: string) => string): PageDocument {
  const KEPT = new Set(['id', 'datasets', 'status', 'url'])
  const changed = (value: unknown, key: string): unknown => {
    if (key === 'chart' && value !== null) return chartOf(change('A chart'))
    if (KEPT.has(key) && !(Array.isArray(value) && typeof value[0] === 'object')) return value
    if (typeof value === 'string') return change(value)
    if (Array.isArray(value)) return value.map((each) => changed(each, ''))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, changed(each, name)]))
  }
  return changed(document, '') as PageDocument
}
