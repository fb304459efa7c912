import { describe, expect, it } from 'vitest'
import { csvLink, htmlTable } from '../../../src/render/page/tables.js'
import type { Grid } from '../../../src/tables/print.js'

const cells = (grid: Grid): string[] =>
  [...htmlTable(grid, { caption: 'c' }).matchAll(/<td[^>]*>(.*?)<\/td>/g)].map((match) => match[1] ?? '')
const column = (name: string, ...values: Grid['rows'][number]): Grid => ({
  columns: ['place', name],
  rows: values.map((value) => ['a', value]),
})

describe('a table of a page', () => {
  it('gives the numbers of a column as many decimals as they need, two at most', () => {
    expect(cells(column('change', 1, -2.5, 3.14159))).toEqual(['1.00', '−2.50', '3.14'])
    expect(cells(column('people', 1234567, 8))).toEqual(['1,234,567', '8'])
    expect(cells(column('share', 0.1 + 0.2, 1))).toEqual(['0.3', '1.0'])
  })

  it('never writes a small number as 0', () => {
    expect(cells(column('p', 0.00123, 0, -0, 12.5))).toEqual(['0.0012', '0.0', '0.0', '12.5'])
  })

  it('writes years without a thousands separator, and only years', () => {
    expect(cells(column('year built', 1960, 2010))).toEqual(['1960', '2010'])
    expect(cells(column('visits a year', 1960, 12000))).toEqual(['1,960', '12,000'])
    expect(cells(column('pools', 1960))).toEqual(['1,960'])
  })

  it('leaves texts as they are and says yes and no', () => {
    expect(cells(column('code', '007', '<b>', true, false))).toEqual(['007', '&lt;b&gt;', 'yes', 'no'])
  })

  it('tells how many cells there are in a row that is too short', () => {
    expect(cells({ columns: ['a', 'b'], rows: [['x']] })).toEqual([
      '<span aria-hidden="true">–</span><span class="hidden">missing</span>',
    ])
  })

  it('is downloaded under a name that cannot leave its attribute', () => {
    expect(csvLink(column('x', 1), '"><b>.csv')).toContain('download="&quot;&gt;&lt;b&gt;.csv"')
  })
})
