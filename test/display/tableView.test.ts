import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { tableLabels, loadTable } from '../../src/datasets/index.js'
import { tableView } from '../../src/display/index.js'
import { valueOf } from '../support/value.js'

const spending = table({ council: ['Nottingham', 'Leeds'], spent: [84.2, null], spent_status: ['modelled', 'missing'] })

describe('a table in a notebook', () => {
  it('sets numbers to the right in figures of one width, texts to the left', () => {
    const { html } = tableView(table({ name: ['a'], count: [1234.5] }))
    expect(html).toContain('<th scope="col" align="left" style="text-align:left">name</th>')
    expect(html).toContain('<td align="right" style="text-align:right;font-variant-numeric:tabular-nums">1,234.5</td>')
  })

  it('shows the statuses of a column beside it where one is not observed, and what they mean', () => {
    const { html, text } = tableView(spending)
    expect(html).toMatch(/>spent<\/th><th[^>]*>status<\/th>/)
    expect(html).not.toContain('spent_status')
    expect(text).toContain('missing: Not known; never 0.')
  })

  it('says in one line that every figure is observed, in place of a column that tells nothing', () => {
    const { html, text } = tableView(table({ spent: [1, 2], spent_status: ['observed', 'observed'] }))
    expect(html).not.toContain('status</th>')
    expect(text).toBe('spent\n    1\n    2\nEvery figure shown of spent is observed.')
  })

  it('shows a missing cell as a dash, never as 0', () => {
    expect(tableView(spending).html).toContain('>–</td>')
    expect(tableView(table({ n: [undefined, 0] })).text).toBe('n\n–\n0')
  })

  it('says how many rows there are when it shows fewer', () => {
    const long = table({ n: Array.from({ length: 7681 }, (_, i) => i) })
    expect(tableView(long).text).toContain('20 of 7,681 rows shown, the first ones.')
    expect(tableView(long, { rows: 3 }).html.match(/<tr>/g)).toHaveLength(4)
    expect(tableView(table({ n: [1] })).text).not.toContain('shown')
  })

  it('refuses a number of rows that is none, and a unit of a column that is not there', () => {
    expect(() => tableView(spending, { rows: 0 })).toThrow(
      "number of rows to show: '0' is not allowed. Allowed: a whole number from 1.",
    )
    expect(() => tableView(spending, { units: { cost: '£' } })).toThrow(
      "column with a unit: 'cost' is not allowed. Allowed: council, spent, spent_status.",
    )
  })

  it('refuses a row that has not one cell for each column, and keeps a text of two lines in one', () => {
    expect(() => tableView({ columns: ['a'], rows: [[1], [2, 3]] })).toThrow(
      "row 2 of a grid: '2 cells' is not allowed. Allowed: 1, one for each column.",
    )
    expect(tableView({ columns: ['a'], rows: [['one\n two']] }).text).toBe('a\none two')
  })

  it('stands under a title, with units below the names and the source below the rows', () => {
    const { html, text } = tableView(spending, {
      title: 'Culture',
      units: { spent: '£ a head' },
      source: 'Revenue Outturn.',
    })
    expect(html).toContain('<caption align="left" style="text-align:left"><strong>Culture</strong></caption>')
    expect(html).toContain('spent<br><small>£ a head</small></th>')
    expect(text.split('\n')[0]).toBe('Culture')
    expect(text).toContain('Source: Revenue Outturn.')
  })

  it('keeps a text that looks like HTML a text', () => {
    expect(tableView(table({ '<b>': ['<script>alert(1)</script>'] })).html).not.toMatch(/<b>|<script>/)
  })

  it('prints years without a thousands separator and codes as they are', () => {
    expect(tableView(table({ financial_year: ['2009-10'], year: [2009], code: ['0200051'] })).text).toBe(
      'financial_year  year  code\n2009-10         2009  0200051',
    )
  })

  it('prints dates as days, big integers, lists and values with their status', () => {
    const grid = {
      columns: ['day', 'count', 'codes', 'figure', 'none'],
      rows: [[new Date('2010-03-31'), 10n, ['a', 'b'], valueOf(3, { status: 'modelled' }), Number.NaN]],
    }
    expect(tableView(grid).text).toBe(
      'day         count  codes                figure  none\n2010-03-31  10     ["a","b"]  £3.00 (modelled)  ' +
        '–\nmodelled: Estimated or interpolated, or residents counted at the centre of their small area.',
    )
  })

  it('takes the units and the source of a built-in table, for the columns that are left', async () => {
    const outturn = (await loadTable('council-spending', 'outturn'))
      .select('name', 'financial_year', 'cultural_and_related')
      .slice(0, 2)
    const { text } = tableView(outturn, await tableLabels('council-spending', 'outturn', { of: outturn }))
    expect(text.split('\n')[1]).toBe(
      'name                          financial_year  cultural_and_related, GBP thousand, nominal',
    )
    expect(text).toContain('Source: Ministry of Housing, Communities and Local Government')
  })

  it('says of a table without rows that it has none', () => {
    expect(tableView({ columns: ['council'], rows: [] }).text).toBe('council\nNo rows.')
  })

  it('shows an object with a whole number of 64 bits in it', () => {
    expect(tableView({ columns: ['a'], rows: [[{ x: 1n }]] }).text).toBe('a\n{"x":"1"}')
  })
})

it.each(['year', 'financial_year', 'period', 'Year'])('a column %s of years has no thousands separator', (name) => {
  expect(tableView({ columns: [name], rows: [[2004], [2015]] }).text).toContain('2004')
  expect(tableView({ columns: [name], rows: [[2004.5]] }).text).toContain('2,004.5')
  expect(tableView({ columns: ['residents'], rows: [[2004]] }).text).toContain('2,004')
})
