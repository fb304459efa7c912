import { Ajv2020 } from 'ajv/dist/2020.js'
import formatsModule from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { type DatasetName, loadTable } from '../../src/datasets/index.js'
import type { TableDeclaration } from '../../src/tables/declare.js'
import { TABLES } from '../../src/tables/declared/index.js'
import { tableSchema } from '../../src/tables/tableSchema.js'

const validator = new Ajv2020({ strict: true, allowUnionTypes: true })
formatsModule.default(validator)
const declared = Object.entries(TABLES).flatMap(([dataset, tables]) =>
  Object.values(tables as Record<string, TableDeclaration>).map((table) => [dataset, table.name, table] as const),
)

describe('the JSON Schema of a table', () => {
  it.each(declared)('%s %s holds for its built rows', { timeout: 60_000 }, async (dataset, name, declaration) => {
    const validate = validator.compile(tableSchema(declaration))
    const rows = (await loadTable(dataset as DatasetName, name as 'quality')).objects()
    expect(validate(rows.slice(0, 2000)), JSON.stringify(validate.errors?.[0])).toBe(true)
  })

  it('refuses a missing cell of a required column, a text that is not a choice, and a column too many', () => {
    const validate = validator.compile(tableSchema(TABLES.deflators['gdp-deflator']))
    const row = { series: 'hmt-2025-12', financial_year: '2009-10', level: 70.5 }
    expect(validate([row])).toBe(true)
    expect(validate([{ ...row, level: null }])).toBe(false)
    expect(validate([{ ...row, financial_year: '2009' }])).toBe(false)
    expect(validate([{ ...row, more: 1 }])).toBe(false)
    const events = validator.compile(tableSchema(TABLES.councils.successions))
    const passed = {
      predecessor_e_code: 'E1',
      successor_e_code: 'E2',
      date: '2009-04-01',
      extent: 'whole',
      source: 'x',
    }
    expect([
      events([passed]),
      events([{ ...passed, extent: 'half' }]),
      events([{ ...passed, date: '1/4/09' }]),
    ]).toEqual([true, false, false])
  })
})
