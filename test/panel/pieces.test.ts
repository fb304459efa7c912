import { describe, expect, it } from 'vitest'
import { loadPanel } from '../../src/datasets/index.js'
import { defineIndicator, units } from '../../src/index.js'
import { describedPieces, jsonPieces } from '../../src/panel/pieces.js'
import { PANEL_FIELDS } from '../../src/panel/rows.js'
import { fromParquet, parseTable, tableWithDescriptor } from '../../src/tables/index.js'

const ours = (value: number | null) =>
  defineIndicator({
    id: 'museum/visits',
    title: 'Visits, "all"',
    unit: units.count('visit', 'visits'),
    kind: 'count',
    noun: { one: 'visit', many: 'visits' },
    coverage: { from: '2009-10', to: '2014-15' },
    source: [],
    method: 'Counted at the door.',
    interval: 'bounds',
    figures:
      () =>
      ({ place }) =>
        place.code === 'E06000018' ? { value, lower: 1, upper: 2 } : null,
  })

const panelOf = (value: number | null) =>
  loadPanel({
    indicators: ['culture/real-per-head', 'people/residents', ours(value)],
    places: { councils: ['Nottingham', 'Bournemouth, Christchurch and Poole'], england: true },
    periods: ['2009-10', '2018-19', '2019-20'],
  })

describe('a panel in pieces', () => {
  it('is as CSV what the tidy table is, with a name that has a comma in quotation marks', async () => {
    const panel = await panelOf(1.5)
    const { csv, descriptor } = describedPieces(panel, { name: 'panel', title: 'Panel' })
    const text = [...csv].join('')
    const table = tableWithDescriptor(panel.table(), {
      name: 'panel',
      title: 'Panel',
      fields: PANEL_FIELDS,
      primaryKey: ['place', 'indicator', 'period'],
    })
    expect(text).toBe(table.csv)
    expect(descriptor()).toEqual(table.descriptor)
    expect(descriptor()).toMatchObject({ rows: 27, bytes: new TextEncoder().encode(text).length })
    expect(text).toContain('E06000058,"Bournemouth, Christchurch and Poole",council,')
    expect(parseTable(text, PANEL_FIELDS, { file: 'panel.csv' }).objects()).toEqual(panel.table().objects())
  })

  it('is as Parquet what the tidy table is, also a column without a value', async () => {
    const panel = await panelOf(1.5)
    expect((await fromParquet(await panel.toParquet())).objects()).toEqual(panel.table().objects())
  })

  it('is as JSON what the tidy table is: cells in columns, with positions in the lists', async () => {
    const panel = await panelOf(null)
    const read = JSON.parse([...jsonPieces(panel, { leftOut: [] })].join('')) as {
      readonly leftOut: unknown
      readonly indicators: readonly { readonly id: string; readonly unit: string }[]
      readonly places: readonly { readonly code: string }[]
      readonly periods: readonly string[]
      readonly cells: Readonly<Record<string, readonly (string | number)[]>>
    }
    const { cells } = read
    const at = (name: string, row: number): number => Number(cells[name]?.[row])
    const rows = panel.table().objects() as Readonly<Record<string, unknown>>[]
    expect(cells['value']).toHaveLength(rows.length)
    rows.forEach((row, i) => {
      expect(read.indicators[at('indicator', i)]?.id).toBe(row['indicator'])
      expect(read.indicators[at('indicator', i)]?.unit).toBe(row['unit'])
      expect(read.places[at('place', i)]?.code).toBe(row['place'])
      expect(read.periods[at('period', i)]).toBe(row['period'])
      for (const name of ['value', 'lower', 'upper', 'measured', 'status', 'owner', 'basis', 'comparable', 'notes'])
        expect(cells[name]?.[i]).toEqual(row[name])
    })
    expect(read.leftOut).toEqual([])
  })

  it('refuses an infinite number, and says of which place and period it is', async () => {
    const panel = await panelOf(Infinity)
    const message = /^panel, museum\/visits, E06000018, 2009-10, row 1, column 'value': cannot read 'Infinity'/
    expect(() => panel.toCsv({ name: 'panel', title: 'Panel' })).toThrow(message)
    await expect(panel.toParquet()).rejects.toThrow(message)
    expect(() => [...jsonPieces(panel)]).toThrow(message)
  })
})
