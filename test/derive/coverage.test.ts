import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../src/derive/coverage.js'
import { coverageModule } from '../../src/derive/coverageModule.js'
import { day, declareTable, financialYears, number, required, text, whole } from '../../src/tables/declare.js'

const YEARLY = declareTable({
  name: 'yearly',
  title: '',
  description: '',
  columns: {
    e_code: required(text('')),
    financial_year: required(financialYears('')),
    parks: number(''),
    youth: number(''),
    closed: day(''),
  },
  time: 'financial_year',
  places: ['e_code'],
})
const row = (e_code: string, financial_year: string, parks: number | null, youth: number | null, closed?: string) => ({
  e_code,
  financial_year,
  parks,
  youth,
  closed: closed ?? null,
})

describe('the coverage of a table', () => {
  it('counts places, has the ends of unbroken years, and the years of columns that have others', () => {
    const rows = [row('A', '1999-00', 1, null, '2000-02-29'), row('A', '2000-01', 0, 2), row('B', '2001-02', 1, null)]
    expect(coverageOf(YEARLY, rows)).toEqual({
      time: { column: 'financial_year', from: '1999-00', to: '2001-02' },
      places: { e_code: 2 },
      columns: {
        youth: { from: '2000-01', to: '2000-01' },
        closed: { from: '2000-02-29', to: '2000-02-29' },
      },
    })
  })

  it('lists every year where one between is missing, and every edition', () => {
    const rows = [row('A', '2009-10', 1, 1), row('A', '2007-08', 1, 1)]
    expect(coverageOf(YEARLY, rows).time).toEqual({
      column: 'financial_year',
      from: '2007-08',
      to: '2009-10',
      periods: ['2007-08', '2009-10'],
    })
    const editions = declareTable({
      name: 'editions',
      title: '',
      description: '',
      columns: { edition: required(text('')), year: whole('') },
      time: 'edition',
    })
    expect(
      coverageOf(editions, [
        { edition: '2016', year: 1 },
        { edition: '2023-raw', year: 2 },
      ]).time,
    ).toMatchObject({
      periods: ['2016', '2023-raw'],
    })
  })

  it('of a column without a figure, or of no row, is none', () => {
    expect(coverageOf(YEARLY, [row('A', '2009-10', 1, null)]).columns).toBeUndefined()
    expect(coverageOf(YEARLY, [])).toEqual({ places: { e_code: 0 } })
  })

  it('is written as a module of literals, tables of which there is none left out', () => {
    const bare = declareTable({ name: 'bare', title: '', description: '', columns: { a: text('') } })
    const tables = [
      { declaration: YEARLY, rows: [row('A', '2007-08', 1, 1)] },
      { declaration: bare, rows: [{ a: null }] },
    ]
    expect(coverageModule([{ name: 'made-up', tables }])).toBe(
      "import type { TableCoverage } from '../model/coverage.js'\n\n" +
        '/**\n * What the built-in tables cover, by ' +
        'dataset and table; written by `npm run data:build`, as in their descriptors.\n' +
        ' */\nexport const COVERAGE = {\n' +
        "  'made-up': {\n    yearly: {\n      time: {\n        column: 'financial_year',\n        from: '2007-08',\n" +
        "        to: '2007-08',\n      },\n      places: {\n        e_code: 1,\n      },\n    },\n  },\n} as const " +
        'satisfies Readonly<Record<string, Readonly<Record<string, TableCoverage>>>>\n',
    )
  })
})
