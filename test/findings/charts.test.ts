import { beforeAll, describe, expect, it } from 'vitest'
import { render } from '../../src/render/index.js'
import {
  type StudyChart,
  type StudyResult,
  findingsOf,
  loadWardsAround,
  measureOn,
  studyCharts,
} from '../../src/study/index.js'
import { builtInStudy, studyData } from '../support/data.js'
import { notesOf } from '../support/charts.js'
import { schemaProblems, snapshotOf } from '../support/vegaLite.js'

const charts: Record<string, readonly StudyChart[]> = {}
const results: Record<string, StudyResult> = {}

beforeAll(async () => {
  for (const name of ['aspley', 'peterborough']) {
    const result = await builtInStudy(name)
    results[name] = result
    charts[name] = studyCharts(result, await loadWardsAround(result, await studyData()))
  }
})

const chartOf = (id: string, study = 'aspley'): StudyChart => {
  const found = charts[study]?.find((chart) => chart.id === id)
  if (found === undefined) throw new Error(`no chart ${id}`)
  return found
}
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('the charts of the studies', () => {
  it.each(['aspley', 'peterborough'])(
    'of %s are valid Vega-Lite and draw without a warning, for a page and for a phone',
    async (study) => {
      for (const { specs } of charts[study] ?? [])
        for (const spec of [specs.wide, specs.narrow]) {
          expect(schemaProblems(spec)).toEqual([])
          expect((await render(spec, 'svg')).length).toBeGreaterThan(5000)
        }
    },
  )

  it('of Aspley stay as they are', async () => {
    for (const { id, specs } of charts['aspley'] ?? [])
      await expect(snapshotOf(specs.wide)).toMatchFileSnapshot(`snapshots/aspley-${id}.txt`)
  })

  it('show every finding but the last', () => {
    for (const study of ['aspley', 'peterborough']) {
      const result = results[study]
      const findings = result === undefined ? [] : findingsOf(result).map(({ id }) => id)
      expect([...new Set(charts[study]?.map(({ finding }) => finding))]).toEqual(findings.slice(0, -1))
    }
  })

  it('have as many cells in every row of their tables as columns, and ids that stand once', () => {
    for (const { table } of charts['aspley'] ?? [])
      for (const row of table.grid.rows) expect(row.length).toBe(table.grid.columns.length)
    const ids = charts['aspley']?.map(({ id }) => id) ?? []
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('say in title, unit, place, source and alternative text what they show', () => {
    const spec = chartOf('culture').specs.wide
    expect(plain([spec.title.text].flat().join(' '))).toBe(
      'Culture in Nottingham: −33.2 % per head in real terms, 2009-10 to 2014-15; median of single-tier ' +
        'councils −32.7 %',
    )
    expect(spec.title.subtitle.join(' ')).toContain('pounds a head, prices of 2023-24')
    expect(spec.title.subtitle.join(' ')).toContain(
      'Nottingham (E06000018); its ward Aspley (E05001823, WD13) inherits the figures',
    )
    expect(spec.description).toContain('2014-15 £84.19 (median £')
    expect(plain(JSON.stringify(spec))).toContain('Populations from mid-2021 on are based on Census 2021')
  })
})

describe('what breaks comparison', () => {
  const MOVED = 'From 2010-11 to 2011-12 the library line goes from 2,551 to 132 thousand pounds'

  it('is on the picture of Peterborough’s budgets, at the change that it breaks, and in what is heard', () => {
    const { specs } = chartOf('budgets', 'peterborough')
    for (const spec of [specs.wide, specs.narrow]) {
      const { datasets } = spec as unknown as { datasets: { after: { after: string }[] } }
      expect(datasets.after.map(({ after }) => after)[0]).toMatch(/^−64\.4 % \(a\) \(b\)$/)
      expect(plain(notesOf(spec))).toContain(`(b) Not fully comparable: ${MOVED}`)
      expect(plain(spec.description)).toContain(MOVED)
    }
  })

  it('is on every picture of a study and in what is heard, for each break that its finding names', () => {
    for (const [study, all] of Object.entries(charts))
      for (const { note, text } of results[study]?.breaks ?? []) {
        const broken = results[study]?.indicators.filter(({ comparisons }) =>
          comparisons.slice(0, 1).some(({ own }) => own.change.value !== null && own.change.notes.includes(note)),
        )
        for (const { indicator } of broken ?? []) {
          const id = indicator.account === 'budget' ? 'budgets' : indicator.id
          const shown = all.filter(({ finding }) => finding === id)
          expect(shown.length).toBeGreaterThan(0)
          for (const { specs } of shown)
            for (const spec of [specs.wide, specs.narrow]) {
              expect(plain(notesOf(spec))).toContain(text)
              expect(plain(spec.description)).toContain(text)
            }
        }
      }
  })
})

describe('the charts say the figures of the findings', () => {
  it('ranks Nottingham 60th of 123 in culture, as the finding does', () => {
    const { grid } = chartOf('culture-ranked').table
    expect(grid.rows.findIndex(([code]) => code === 'E06000018') + 1).toBe(60)
    expect(grid.rows.length).toBe(123)
  })

  it('puts the councils of the group, the median and England beside Nottingham', () => {
    const { grid } = chartOf('culture-councils').table
    expect(grid.rows.map(([, place]) => place)).toEqual([
      'Nottingham',
      'Birmingham',
      'City of Bristol',
      'Leeds',
      'Liverpool',
      'Manchester',
      'Newcastle upon Tyne',
      'Sheffield',
      'Median of single-tier councils',
      'England',
    ])
    expect(grid.rows[0]?.at(-1)).toBe('−33.2 %')
    expect(grid.rows.find(([, place]) => place === 'Median of single-tier councils')?.at(-1)).toBe('−32.7 %')
  })

  it('has the residents of Aspley near a pool on each day of the study by its table', () => {
    const { grid } = chartOf('pools-ward-map').table
    const people = grid.rows.reduce((sum, row) => sum + Number(row[1]), 0)
    const shares = [3, 5, 7, 9].map(
      (column) =>
        (grid.rows.filter((row) => Number(row[column]) <= 2).reduce((sum, row) => sum + Number(row[1]), 0) / people) *
        100,
    )
    expect(people).toBe(18404)
    expect(shares.map((share) => share.toFixed(1))).toEqual(['29.3', '19.3', '89.6', '89.6'])
  })

  it('adds the day on which the fewest residents were near a library', () => {
    expect(chartOf('libraries-ward-map').table.grid.columns.filter((column) => column.startsWith('nearest'))).toEqual([
      'nearest, 1 April 2010',
      'nearest, 31 March 2015',
      'nearest, 1 April 2016',
      'nearest, 1 April 2023',
    ])
    expect(plain(chartOf('libraries-ward-map').specs.wide.description)).toContain(
      'closed for a time: Strelley Road Library',
    )
  })

  it('tells in the timeline what closed and what took its place', () => {
    const rows = new Map(
      chartOf('pools-ward-timeline').table.grid.rows.map(([site, , before, told, after]) => [
        site,
        [before, told, after],
      ]),
    )
    expect(rows.get('Noel Street Leisure Centre')).toEqual([
      'yes',
      'closed on 1 April 2010 (replaced by Djanogly Community Leisure Centre)',
      'no',
    ])
    expect(rows.get('Harvey Hadden Sports Village')?.[2]).toBe('yes')
  })

  it('begins the index of England’s pools with 1,344 sites as 100 and ends with that of 2023', () => {
    const points = (
      chartOf('pools-open').specs.wide as unknown as {
        datasets: { points: { name: string; value: number; told: string }[] }
      }
    ).datasets.points.filter(({ name }) => name === 'Sites')
    expect(points.find(({ told }) => told.includes('31 March 2010'))).toMatchObject({
      value: 100,
      told: 'Sites, 31 March 2010: 1,344 sites (1,344 to 1,374) (100.0)',
    })
    const england = results['aspley']?.neighbourhood?.amenities[0]?.england
    expect(points.at(-1)?.value).toBeCloseTo(
      ((england === undefined ? 0 : (measureOn(england.values, 'sites-open', '2023-04-01').value ?? 0)) / 1344) * 100,
      10,
    )
  })

  it('gives the tenths of libraries the bounds that places and dates leave open', () => {
    const { grid } = chartOf('access-tenths-libraries').table
    expect(grid.columns.slice(1, 5)).toEqual(['%, 1 April 2010', 'at least', 'at most', 'status'])
    for (const [, value, lower, upper] of grid.rows as number[][]) {
      expect(lower).toBeLessThan(value ?? 0)
      expect(upper).toBeGreaterThan(value ?? 100)
    }
  })

  it('draws no map without boundaries', async () => {
    const ids = studyCharts(await builtInStudy('aspley'), []).map(({ id }) => id)
    expect(ids).not.toContain('pools-ward-map')
    expect(ids).toContain('pools-ward-timeline')
  })
})
