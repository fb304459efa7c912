import { table } from 'arquero'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Panel, type PanelTables, measurePanel, yearsOf } from '../../src/index.js'
import { type CouncilData, loadCouncilData } from '../../src/datasets/index.js'
import { existsOn } from '../../src/geography/index.js'
import { panelInputs } from '../../src/indicators/panelInputs.js'
import { RESIDENTS } from '../../src/indicators/residents.js'
import { BlockWriter } from '../../src/panel/block.js'
import { frameOf, framePlace, headerOf, panelTables } from '../support/panel.js'

const ID = 'people/residents'
const YEARS = yearsOf({ from: '2007-08', to: '2023-24' })
let tables: PanelTables
let data: CouncilData
let panel: Panel
beforeAll(async () => {
  ;[tables, data] = await Promise.all([panelTables(), loadCouncilData()])
  panel = measurePanel(
    {
      indicators: [ID],
      places: {
        wards: 'england',
        councils: 'all',
        england: true,
        groups: [
          { name: 'Two', councils: ['Nottingham', 'Derby'] },
          { name: 'Lost', councils: ['Nottingham', 'West Northamptonshire'] },
        ],
      },
      periods: [...YEARS, '2010-03-31'],
      asOf: '2023-04-01',
    },
    tables,
  )
})

describe('residents of councils and England', () => {
  it('are those of the accounts, with their status and notes', () => {
    const councils = data.register.councils.filter((council) => existsOn(council, '2023-04-01'))
    const different: string[] = []
    for (const place of [...councils.map(({ e_code }) => e_code), 'ENGLAND'])
      for (const year of YEARS) {
        const was = data.accounts.population(place, year)
        const is = panel.value(was.place.code, ID, year)
        if (JSON.stringify([is.value, is.status, is.notes]) !== JSON.stringify([was.value, was.status, was.notes]))
          different.push(`${place} ${year}`)
      }
    expect(different).toEqual([])
  })

  it('of a group are the sum, modelled where one of them is', () => {
    const of = (code: string, year: '2009-10' | '2013-14') => panel.value(code, ID, year)
    expect(of('two', '2009-10')).toMatchObject({
      value: (of('E06000018', '2009-10').value ?? 0) + (of('E06000015', '2009-10').value ?? 0),
      status: 'observed',
      owner: 'group',
      notes: [],
    })
    expect(of('two', '2013-14').status).toBe('modelled')
    expect(of('two', '2013-14').notes.length).toBeGreaterThan(0)
  })

  it('of a group are modelled where the first of them is not, but another', () => {
    const populations = table({
      e_code: ['E3001', 'E1001'],
      year: [2009, 2009],
      population: [300, 200],
      status: ['observed', 'modelled'],
      superseded: ['false', 'false'],
    })
    const groups = [{ name: 'Two', councils: ['Nottingham', 'Derby'] }]
    const made = measurePanel(
      { indicators: [ID], places: { groups }, periods: ['2009-10'] },
      { ...tables, 'council-populations/populations': populations },
    )
    expect(made.value('two', ID, '2009-10')).toMatchObject({
      value: 500,
      status: 'modelled',
      notes: ['population-interpolated'],
    })
  })

  it('of a place without councils are missing', () => {
    const frame = frameOf([framePlace({ councils: [] })], ['2009-10'])
    const writer = new BlockWriter(headerOf(), 1, ['2009-10'])
    RESIDENTS.measure(panelInputs(tables), frame, new Map([['residents', writer]]))
    expect(writer.finish()).toMatchObject({ provenances: [{ status: 'missing', owner: 'council', notes: [] }] })
  })

  it('are missing on a day, and where one of a group has none', () => {
    expect(panel.value('E06000018', ID, '2010-03-31')).toMatchObject({ value: null, status: 'missing' })
    const years = YEARS.filter((year) => data.accounts.population('E06000062', year).value === null)
    for (const year of years)
      expect(panel.value('lost', ID, year)).toMatchObject({ value: null, status: 'missing', owner: 'group' })
  })
})

describe('residents of wards', () => {
  it('are those of the table of wards by year, and missing in other years', () => {
    // ONS small-area estimates of mid-2015: Aspley has 18,404.
    expect(panel.value('E05001823', ID, '2015-16')).toMatchObject({
      value: 18404,
      status: 'observed',
      owner: 'ward',
      notes: [],
    })
    expect(panel.value('E05001823', ID, '2009-10')).toMatchObject({
      value: null,
      status: 'missing',
      owner: 'ward',
      notes: ['no-edition'],
    })
    const rows = (tables['wards/ward-populations']?.objects() ?? []) as Record<string, string | number>[]
    const some = rows.filter((_, i) => i % 37 === 0)
    for (const { ward_code, year, people, status } of some)
      expect([
        ward_code,
        panel.value(String(ward_code), ID, `${year}-${Number(year) - 1999}` as '2015-16'),
      ]).toMatchObject([ward_code, { value: people, status }])
    expect(new Set(some.map(({ status }) => status)).size).toBe(2)
  })
})
