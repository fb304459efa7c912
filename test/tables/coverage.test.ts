import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BUILT_IN_DATA, DATASETS, type DatasetName, loadDescriptor, loadTable } from '../../src/datasets/index.js'
import type { TableCoverage } from '../../src/model/coverage.js'
import { COVERAGE } from '../../src/tables/coverage.js'

const BUILT: Readonly<Record<string, Readonly<Record<string, TableCoverage>>>> = COVERAGE

describe('what the built-in tables cover', () => {
  it.each(Object.keys(DATASETS) as DatasetName[])(
    '%s is the same in the module and in the descriptor',
    async (name) => {
      const { resources } = await loadDescriptor(name)
      const told = resources.map(({ name: table, coverage, schema }) => {
        const columns = schema.fields.flatMap((field) =>
          field.coverage === undefined ? [] : [[field.name, field.coverage] as const],
        )
        return [
          table,
          { ...coverage, ...(columns.length === 0 ? {} : { columns: Object.fromEntries(columns) }) },
        ] as const
      })
      expect(Object.fromEntries(told.filter(([, covered]) => Object.keys(covered).length > 0))).toEqual(
        BUILT[name] ?? {},
      )
    },
  )

  it('is what the rows hold: years, wards and the first year of a line, counted from the rows', async () => {
    const people = await loadTable('wards', 'ward-populations')
    expect(COVERAGE.wards['ward-populations'].time.periods).toEqual([...new Set(people.array('year'))].sort())
    expect(COVERAGE.wards['ward-populations'].places.ward_code).toBe(new Set(people.array('ward_code')).size)
    const budgets = (await loadTable('council-budgets', 'budgets')).objects()
    const years = budgets.filter((row) => row.sure_start !== null).map((row) => row.financial_year)
    expect(COVERAGE['council-budgets'].budgets.columns.sure_start.from).toBe(years.sort()[0])
  })

  it('has all years of a table with gaps, and ends alone of one without', () => {
    // The budgets of 2020-21 and 2022-23 have no edition (sources/README.md); the outturn has every year.
    expect(COVERAGE['council-budgets'].budgets.time.periods).not.toContain('2020-21')
    expect(COVERAGE['council-budgets'].budgets.time.periods).toContain('2021-22')
    expect(COVERAGE['council-spending'].outturn.time).toEqual({
      column: 'financial_year',
      from: '2007-08',
      to: '2023-24',
    })
  })

  it('stands beside the tables in the data folder', () => {
    const text = readFileSync(join(BUILT_IN_DATA, 'pools', 'datapackage.json'), 'utf8')
    expect(text).toContain('"site_id": 4909')
  })
})
