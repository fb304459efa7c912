import { describe, expect, expectTypeOf, it } from 'vitest'
import { loadTable } from '../../src/datasets/index.js'
import type { FinancialYear } from '../../src/model/period.js'
import {
  day,
  declareTable,
  fieldsOf,
  financialYears,
  flag,
  number,
  oneOf,
  required,
  type RowOf,
  tablesOf,
  text,
  whole,
} from '../../src/tables/declare.js'

const GROUPS = declareTable({
  name: 'groups',
  title: 'Groups',
  description: 'One row a group.',
  columns: {
    id: required(text('Id')),
    name: text('Name'),
    kind: required(oneOf(['band', 'choir'], 'Kind')),
    since: required(financialYears('First year')),
    ended: day('Day of its end'),
    members: whole('Members', 'people'),
    share: number('Share', 'share, 0 to 1'),
    open: flag('Whether it is open'),
  },
  primaryKey: ['id'],
})

describe('a declared table', () => {
  it('gives the type of its rows: a column that is not required may be null, a choice is its texts', () => {
    expectTypeOf<RowOf<typeof GROUPS>>().toEqualTypeOf<{
      readonly id: string
      readonly name: string | null
      readonly kind: 'band' | 'choir'
      readonly since: FinancialYear
      readonly ended: string | null
      readonly members: number | null
      readonly share: number | null
      readonly open: boolean | null
    }>()
  })

  it('gives the fields of its descriptor, in their order', () => {
    expect(fieldsOf(GROUPS)).toEqual([
      { name: 'id', type: 'string', description: 'Id', constraints: { required: true } },
      { name: 'name', type: 'string', description: 'Name' },
      { name: 'kind', type: 'string', description: 'Kind', constraints: { required: true, enum: ['band', 'choir'] } },
      {
        name: 'since',
        type: 'string',
        description: 'First year',
        constraints: { required: true, pattern: '\\d{4}-\\d{2}' },
      },
      { name: 'ended', type: 'date', description: 'Day of its end' },
      { name: 'members', type: 'integer', unit: 'people', description: 'Members' },
      { name: 'share', type: 'number', unit: 'share, 0 to 1', description: 'Share' },
      { name: 'open', type: 'boolean', description: 'Whether it is open' },
    ])
  })

  it('names only columns that it has as key, period and places', () => {
    const columns = { id: required(text('Id')) }
    const named = { name: 't', title: '', description: '', columns } as const
    // @ts-expect-error no column of this name
    declareTable({ ...named, primaryKey: ['idd'] })
    // @ts-expect-error no column of this name
    declareTable({ ...named, time: 'year' })
    // @ts-expect-error no column of this name
    declareTable({ ...named, places: ['code'] })
    expect(declareTable({ ...named, primaryKey: ['id'] }).primaryKey).toEqual(['id'])
  })

  it('is found by its name', () => {
    expect(Object.keys(tablesOf(GROUPS))).toEqual(['groups'])
    expectTypeOf(tablesOf(GROUPS).groups).toEqualTypeOf<typeof GROUPS>()
  })
})

describe('a built table', () => {
  it('is typed by its two names, and by the columns asked for', async () => {
    const events = await loadTable('libraries', 'events')
    expectTypeOf(events.array('latest')).toEqualTypeOf<string[]>()
    expectTypeOf(events.objects()[0]?.operator).toEqualTypeOf<
      'council' | 'commissioned' | 'community' | 'independent' | 'not known' | null | undefined
    >()
    // @ts-expect-error a misspelt column
    expect(() => events.array('closed_dat')).toThrow()
    const some = await loadTable('wards', 'ward-populations', { columns: ['ward_code', 'people'] })
    expectTypeOf(some.objects()).toEqualTypeOf<{ readonly ward_code: string; readonly people: number }[]>()
    // @ts-expect-error a column that was not asked for
    expect(() => some.array('year')).toThrow()
  })

  it('keeps its types through verbs that keep its columns, and knows those that a verb makes', async () => {
    const outturn = await loadTable('council-spending', 'outturn')
    const ofYear = outturn.filter((row) => row.financial_year === '2009-10').orderby('e_code')
    expectTypeOf(ofYear.array('cultural_and_related')).toEqualTypeOf<(number | null)[]>()
    // @ts-expect-error a misspelt column
    expect(() => outturn.filter((row) => row.financial_yeer === '2009-10')).toThrow('financial_yeer')
    const classes = ofYear.groupby('class').count()
    expect(classes.array('count')).toHaveLength(5)
  })

  it('refuses a misspelt dataset, table or column by type, and names the nearest', async () => {
    // @ts-expect-error a misspelt dataset
    await expect(loadTable('librarys', 'events')).rejects.toThrow("Did you mean 'libraries'?")
    // @ts-expect-error a misspelt table
    await expect(loadTable('libraries', 'event')).rejects.toThrow("Did you mean 'events'?")
    // @ts-expect-error a misspelt column
    const misspelt = loadTable('libraries', 'events', { columns: ['latests'] })
    await expect(misspelt).rejects.toThrow("Did you mean 'latest'?")
  })
})
