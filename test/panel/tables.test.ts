import { beforeAll, describe, expect, it } from 'vitest'
import { Panel } from '../../src/index.js'
import { BlockWriter } from '../../src/panel/block.js'
import { PANEL_FIELDS } from '../../src/panel/rows.js'
import { fromParquet, parseTable } from '../../src/tables/index.js'
import { frozen } from '../support/frozen.js'
import { headerOf, panelOf } from '../support/panel.js'

const terms = frozen({ deflator: 'hmt-2025-12', pricesOf: '2023-24', tiers: 'both' } as const)
const places = frozen([
  { kind: 'ward', code: 'E05001823', name: 'Aspley', vintage: 'WD13' },
  { kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2025' },
] as const)

/** Two indicators of two places and two periods; the second has bounds, and a period that it does not measure. */
function panelOfTwo(): Panel {
  const first = new BlockWriter(headerOf({ id: 'a/first', source: ['x', 'y'] }), 2, ['2009-10', '2010-11'])
  first.write(0, 1.5, { status: 'inherited', owner: 'council', notes: ['dates-by-year', 'council-figure-for-ward'] })
  first.write(1, 0, { status: 'observed', owner: 'council', basis: 'budget', comparable: false, notes: [] })
  first.write(2, null, { status: 'suppressed', owner: 'council', notes: [] })
  const second = new BlockWriter(headerOf({ id: 'b/second' }), 2, ['2009-10', null])
  second.write(0, 7, { status: 'partial', owner: 'ward', notes: [] })
  second.bound(0, 6, 9)
  second.write(2, 8, { status: 'observed', owner: 'council', notes: [] })
  return new Panel({ places, periods: ['2009-10', '2010-11'], terms, blocks: [first.finish(), second.finish()] })
}
const panel = panelOfTwo()

describe('the tidy table of a panel', () => {
  it('has one row a place, period and indicator, and says all of each figure', () => {
    expect(panel.table().columnNames()).toEqual(PANEL_FIELDS.map(({ name }) => name))
    const common = { unit: 'GBP', place: 'E05001823', place_name: 'Aspley', place_kind: 'ward', vintage: 'WD13' }
    expect(panel.table().objects().slice(0, 2)).toEqual([
      {
        ...common,
        indicator: 'a/first',
        period: '2009-10',
        measured: '2009-10',
        value: 1.5,
        lower: null,
        upper: null,
        status: 'inherited',
        owner: 'council',
        basis: null,
        comparable: true,
        notes: 'dates-by-year council-figure-for-ward',
        source: 'x y',
      },
      {
        ...common,
        indicator: 'a/first',
        period: '2010-11',
        measured: '2010-11',
        value: 0,
        lower: null,
        upper: null,
        status: 'observed',
        owner: 'council',
        basis: 'budget',
        comparable: false,
        notes: null,
        source: 'x y',
      },
    ])
  })

  it('leaves empty what is not known, and never writes it as 0', () => {
    const rows = panel.table().objects() as Record<string, unknown>[]
    expect(rows).toHaveLength(8)
    expect(rows[2]).toMatchObject({ place: 'E06000018', value: null, status: 'suppressed' })
    expect(rows[3]).toMatchObject({ value: null, status: 'missing', owner: 'council' })
    expect(rows[4]).toMatchObject({ indicator: 'b/second', value: 7, lower: 6, upper: 9, measured: '2009-10' })
    expect(rows[5]).toMatchObject({ value: null, lower: null, upper: null, period: '2010-11', measured: null })
  })
})

describe('the wide table of a panel', () => {
  it('has a column a period, with a row a place and indicator', () => {
    expect(panel.wide().objects()).toEqual([
      { place: 'E05001823', place_name: 'Aspley', indicator: 'a/first', '2009-10': 1.5, '2010-11': 0 },
      { place: 'E06000018', place_name: 'Nottingham', indicator: 'a/first', '2009-10': null, '2010-11': null },
      { place: 'E05001823', place_name: 'Aspley', indicator: 'b/second', '2009-10': 7, '2010-11': null },
      { place: 'E06000018', place_name: 'Nottingham', indicator: 'b/second', '2009-10': 8, '2010-11': null },
    ])
    expect(panel.wide('period').objects()).toEqual(panel.wide().objects())
  })

  it('or a column an indicator, with a row a place and period', () => {
    expect(panel.wide('indicator').objects()).toEqual([
      { place: 'E05001823', place_name: 'Aspley', period: '2009-10', 'a/first': 1.5, 'b/second': 7 },
      { place: 'E05001823', place_name: 'Aspley', period: '2010-11', 'a/first': 0, 'b/second': null },
      { place: 'E06000018', place_name: 'Nottingham', period: '2009-10', 'a/first': null, 'b/second': 8 },
      { place: 'E06000018', place_name: 'Nottingham', period: '2010-11', 'a/first': null, 'b/second': null },
    ])
  })
})

describe('a measured panel', () => {
  let measured: Panel
  beforeAll(async () => {
    measured = await panelOf({
      indicators: ['culture/real-per-head', 'deprivation/imd-score', 'people/residents'],
      places: { wards: { council: 'Nottingham' }, councils: ['Nottingham', 'Derbyshire Dales'], england: true },
      periods: ['2009-10', '2010-11', '2019-20'],
    })
  })

  it('comes back from its CSV as it was, by the descriptor beside it', () => {
    const { csv, descriptor } = measured.toCsv({ name: 'figures', title: 'Figures' })
    expect(descriptor).toMatchObject({
      name: 'figures',
      title: 'Figures',
      path: 'figures.csv',
      rows: measured.cells,
      schema: { primaryKey: ['place', 'indicator', 'period'], missingValues: [''] },
    })
    for (const { name, description } of PANEL_FIELDS)
      expect(descriptor.schema.fields.find((field) => field.name === name)?.description).toBe(description)
    const back = parseTable(csv, descriptor.schema.fields, { file: 'figures.csv' })
    expect(back.objects()).toEqual(measured.table().objects())
    expect(() => measured.toCsv({ name: 'My figures', title: '' })).toThrow('name of the table')
  })

  it('comes back from its Parquet file as it was', async () => {
    const back = await fromParquet(await measured.toParquet())
    expect(back.objects()).toEqual(measured.table().objects())
  })

  it('has in the tidy table what its figures are', () => {
    const rows = measured.table().objects() as Record<string, unknown>[]
    for (const row of rows.filter((_, i) => i % 17 === 0)) {
      const value = measured.value(row['place'] as string, row['indicator'] as string, row['period'] as '2009-10')
      expect(row).toMatchObject({
        value: value.value,
        status: value.status,
        owner: value.owner,
        basis: value.basis ?? null,
        comparable: value.comparable,
        notes: value.notes.length === 0 ? null : value.notes.join(' '),
        source: value.source.join(' '),
      })
    }
  })
})
