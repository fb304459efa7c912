import { beforeAll, describe, expect, it } from 'vitest'
import { readStudyText } from '../../src/datasets/index.js'
import { type PageDocument, render, renderPage } from '../../src/render/index.js'
import {
  type StudyResult,
  findingsDocument,
  findingsOf,
  loadWardsAround,
  parseStudy,
  runStudy,
  studyCharts,
  studyPage,
} from '../../src/study/index.js'
import { loadStudyDescriptors } from '../../src/datasets/index.js'
import { builtInStudy, runBuiltInStudy, studyData } from '../support/data.js'

let aspley: StudyResult
let document: PageDocument
beforeAll(async () => {
  aspley = await builtInStudy('aspley')
  document = studyPage(aspley, {
    charts: studyCharts(aspley, await loadWardsAround(aspley, await studyData())),
    descriptors: await loadStudyDescriptors(),
    version: '0.0.0',
  })
})

describe('the page of a study', () => {
  it('says every finding in its order, in its own words', () => {
    expect(
      document.sections.map(({ id, headline, sentence, caveats }) => ({ id, headline, sentence, caveats })),
    ).toEqual(
      findingsOf(aspley).map(({ id, headline, sentence, caveats }) => ({
        id,
        headline,
        sentence,
        caveats: [...caveats],
      })),
    )
  })

  it('shows every finding by a chart, and the last by a table', () => {
    for (const { id, figures } of document.sections.slice(0, -1))
      expect(figures.filter(({ chart }) => chart !== null).length, id).toBeGreaterThan(0)
    expect(document.sections.at(-1)?.figures.map(({ chart, table }) => [chart, table.grid.rows.length])).toEqual([
      [null, 7],
    ])
  })

  it('says of every finding but the last how it is known: method, statuses, rows, datasets and figures', () => {
    for (const { id, evidence } of document.sections.slice(0, -1)) {
      expect(evidence?.method.length, id).toBeGreaterThan(0)
      expect(evidence?.rows.length, id).toBeGreaterThan(0)
      expect(evidence?.datasets.length, id).toBeGreaterThan(0)
      expect(evidence?.statuses.reduce((sum, { figures }) => sum + figures, 0)).toBe(evidence?.figureIds.length)
    }
    const [, culture] = document.sections
    expect(culture?.evidence?.figureIds).toEqual(
      ['2009-10', '2014-15', '2009-10..2014-15', '2017-18', '2009-10..2017-18'].map(
        (period) => `culture/real-per-head/E06000018/${period}`,
      ),
    )
    expect(culture?.evidence?.datasets).toEqual(['council-spending', 'deflators', 'council-populations'])
  })

  it('names figures that findings.json has, each under an id that stands once', () => {
    const { figures, findings } = findingsDocument(aspley, '0.0.0')
    const ids = new Set(figures.map(({ id }) => id))
    expect(ids.size).toBe(figures.length)
    for (const finding of findings)
      expect(
        finding.figures.filter((id) => !ids.has(id)),
        finding.id,
      ).toEqual([])
    expect(figures.find(({ id }) => id === 'culture/real-per-head/E06000018/2009-10..2014-15')).toMatchObject({
      value: expect.closeTo(-33.2, 1) as unknown,
      status: 'modelled',
    })
  })

  it('lists the official files of every dataset, with rows in, out and set aside that add up', () => {
    expect(document.datasets.map(({ id }) => id)).toEqual([
      'council-spending',
      'council-budgets',
      'council-populations',
      'deflators',
      'pools',
      'libraries',
      'wards',
      'voluntary-provision',
    ])
    const [register] = document.datasets.find(({ id }) => id === 'pools')?.sources ?? []
    expect(register).toMatchObject({ file: 'pools/swimmingpools.csv', rowsIn: 6484, rowsOut: 6484 })
    for (const { sources } of document.datasets)
      for (const { sha256 } of sources) expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('cites every chart with its title, unit, place, study, version and source', () => {
    const citation = document.sections[1]?.figures[0]?.citation ?? ''
    expect(citation).toContain('Chart “Culture in Nottingham: −33.2 % per head in real terms')
    expect(citation).toContain(
      'In: Aspley, Nottingham: spending, pools and libraries before and after 2010. wardstick 0.0.0, study ' +
        '“aspley”. Computed from: Revenue Outturn',
    )
  })

  it('weighs less than 1.5 MB, and is the same on every run', async () => {
    const page = await renderPage(document)
    expect(Buffer.byteLength(page)).toBeLessThan(1.5e6)
    const again = await runBuiltInStudy('aspley')
    const second = studyPage(again, {
      charts: studyCharts(again, await loadWardsAround(again, await studyData())),
      descriptors: await loadStudyDescriptors(),
      version: '0.0.0',
    })
    expect(await renderPage(second)).toBe(page)
  })
})

describe('hostile texts of a study file', () => {
  const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>'
  const address = 'javascript:alert(3)'

  it('stand on the page, in the charts and in the tables as texts, and lead nowhere', async () => {
    const { file, text } = await readStudyText('aspley')
    const study = JSON.parse(text) as {
      comparators: object
      groups: object[]
      amenities: { comparators: object; siteNames: { name: string; source: string }[] }
    }
    const [group] = study.groups
    const given = {
      ...study,
      title: hostile,
      comparators: { ...study.comparators, label: hostile },
      groups: [{ ...group, label: hostile, source: address }],
      amenities: {
        ...study.amenities,
        comparators: { ...study.amenities.comparators, label: hostile },
        siteNames: study.amenities.siteNames.map((each) => ({
          ...each,
          name: `${each.name} ${hostile}`,
          source: address,
        })),
      },
      remarks: [{ indicators: ['culture'], text: hostile, source: address }],
    }
    const data = await studyData()
    const named = {
      ...data,
      wards: {
        ...data.wards,
        register: {
          ...data.wards.register,
          placeOf: (code: string) => ({ ...data.wards.register.placeOf(code), name: hostile }),
        },
      },
    }
    const result = runStudy(parseStudy(JSON.stringify(given), file), named)
    expect(result.ward?.name).toBe(hostile)
    const charts = studyCharts(result, await loadWardsAround(result, data))
    for (const { specs } of charts.slice(0, 3)) {
      const svg = await render(specs.wide, 'svg')
      expect(svg.replace(/<[a-z]+(?: [a-zA-Z0-9:-]+="[^"<>]*")*\/?>|<\/[a-z]+>/g, '')).not.toMatch(/[<>]/)
    }
    const page = await renderPage(
      studyPage(result, { charts, descriptors: await loadStudyDescriptors(), version: hostile }),
    )
    const markup = page.replace(/<script>[\s\S]*?<\/script>/, '')
    expect(markup).toContain('&lt;script&gt;alert(1)')
    expect(markup).not.toMatch(/<script>alert|<img/)
    expect(markup.match(/<script/g)?.length).toBe(page.match(/<script type="text\/plain"/g)?.length)
    expect(
      [...markup.matchAll(/(?:href|src)="([^"]*)"/g)]
        .map((match) => match[1] ?? '')
        .filter((link) => !/^(#|https:\/\/|data:text\/csv;charset=utf-8;base64,|data:,$)/.test(link)),
    ).toEqual([])
  })
})
