import { beforeAll, describe, expect, it } from 'vitest'
import { type WardCodeRegister, type WardVintage, readAreaCode } from '../../src/geography/index.js'
import { DATASETS, type DatasetName, loadDescriptor, loadWardCodes } from '../../src/datasets/index.js'
import { type CouncilData } from '../../src/datasets/index.js'
import { rowsOfTable, studyData } from '../support/data.js'

/*
 * Every code of every built-in table resolves in every other table that names it. A column that nobody has told what it
 * holds fails: a new one is named here.
 */

let data: CouncilData
let wardCodes: WardCodeRegister
const known: Record<string, Set<string>> = {}
beforeAll(async () => {
  data = await studyData()
  wardCodes = await loadWardCodes()
  const values = async (name: DatasetName, table: string, column: string) =>
    new Set((await rowsOfTable(name, table as never)).map((row) => String(row[column])))
  const smallAreas = await rowsOfTable('crosswalks', 'small-areas')
  known['lsoa of 2011'] = await values('wards', 'lsoas', 'lsoa_code')
  known['lsoa of 2021'] = new Set(smallAreas.map((row) => row.lsoa_2021))
  known['library'] = await values('libraries', 'libraries', 'library_id')
  known['site of pools'] = await values('pools', 'sites', 'site_id')
  known['pool'] = await values('pools', 'pools', 'pool_id')
})

const council = (code: string) =>
  code === 'ENGLAND' || code === 'E92000001' || data.register.withCode(code) !== undefined
const wardOf = (list: WardVintage) => (code: string) => wardCodes.isIn(code, list)
const anyWard = (code: string) => wardCodes.get(code) !== undefined
const in_ = (what: string) => (code: string) => known[what]?.has(code) === true
const formOf = (kind: string) => (code: string) => {
  const reading = readAreaCode(code)
  return reading.kind === 'value' && reading.value.kind === kind
}
const any = () => true

/** What the codes of a column must be; by dataset where the name alone does not tell. */
const COLUMNS: Readonly<Record<string, (code: string) => boolean>> = {
  e_code: council,
  gss_code: council,
  county_e_code: council,
  predecessor_e_code: council,
  successor_e_code: council,
  authority_code: council,
  district_code: council,
  county_code: (code) => formOf('metropolitan county')(code) || formOf('part of London')(code) || council(code),
  region_code: formOf('region'),
  rural_urban_code: any,
  dfe_number: any,
  old_code: formOf('ward'),
  'wards/ward_code': wardOf('WD13'),
  'pools/ward_code': wardOf('WD13'),
  'libraries/ward_code': wardOf('WD13'),
  'wards-2025/ward_code': wardOf('WD25'),
  'crosswalks/ward_code': anyWard,
  other_ward_code: anyWard,
  ward_2011: wardOf('WD11'),
  ward_2013: wardOf('WD13'),
  ward_2025: wardOf('WD25'),
  lsoa_code: in_('lsoa of 2011'),
  lsoa_2001: formOf('LSOA'),
  lsoa_2011: in_('lsoa of 2011'),
  lsoa_2021: in_('lsoa of 2021'),
  output_area: formOf('output area'),
  library_id: in_('library'),
  successor_id: in_('library'),
  site_id: in_('site of pools'),
  pool_id: in_('pool'),
  hall_id: any,
  'sports-halls/site_id': any,
  'sports-halls/ward_code': wardOf('WD13'),
  'childrens-centres/ward_code': wardOf('WD13'),
  first_e_code: council,
}
const CODED = /(_code|_id|_area|_number)$|^(ward|lsoa)_\d{4}$/
const TABLES = Object.entries(DATASETS).flatMap(([name, tables]) =>
  tables.filter((table) => table !== 'quality').map((table) => [name as DatasetName, table as string] as const),
)

describe('the codes of the built-in tables', () => {
  it.each(TABLES)('%s, %s: each is known where it is named', async (name, table) => {
    const descriptor = await loadDescriptor(name)
    const fields = descriptor.resources.find((each) => each.name === table)?.schema.fields ?? []
    const rows: readonly Readonly<Record<string, unknown>>[] = await rowsOfTable(name, table as 'quality')
    for (const { name: column } of fields.filter((field) => CODED.test(field.name))) {
      const isKnown = COLUMNS[`${name}/${column}`] ?? COLUMNS[column]
      expect(isKnown, `${column} of ${name}, ${table}, is named in no list of this test`).toBeDefined()
      const codes = [...new Set(rows.map((row) => row[column]).filter((code) => code !== null))].map(String)
      expect(codes.filter((code) => isKnown?.(code) !== true).slice(0, 5), column).toEqual([])
    }
  })

  it('hold the district of every ward, of 2013 and of 2025, in the register of councils', async () => {
    for (const name of ['wards', 'wards-2025'] as const) {
      const rows = await rowsOfTable(name, 'wards')
      const lost = rows.filter((row) => data.register.withCode(row.district_code) === undefined)
      expect(lost.map((row) => `${row.district_code} ${row.district_name}`)).toEqual([])
    }
  })
})
