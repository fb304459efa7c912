import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import {
  accountsOf,
  deflatorOf,
  panelInputs,
  registerOf,
  residentsOf,
  rowsIn,
  wardRegisterOf,
} from '../../src/indicators/panelInputs.js'
import { panelTables } from '../support/panel.js'

describe('inputs of a panel', () => {
  it('make what is made of tables once', () => {
    const inputs = panelInputs({ 'own/rows': table({ a: [1, 2] }) })
    let made = 0
    const make = () => {
      made += 1
      return [made]
    }
    expect(inputs.once('key', make)).toBe(inputs.once('key', make))
    const nothing: unknown = undefined
    expect(inputs.once('none', () => nothing)).toBeUndefined()
    expect(inputs.once<unknown>('none', () => 1)).toBeUndefined()
    expect(made).toBe(1)
    expect(rowsIn(inputs, 'own/rows')).toEqual([{ a: 1 }, { a: 2 }])
    expect(rowsIn(inputs, 'own/rows')).toBe(rowsIn(inputs, 'own/rows'))
  })

  it('refuse a table that was not loaded', () => {
    expect(() => panelInputs({}).table('own/rows')).toThrow('the table own/rows is not loaded')
  })

  it('hold the registers, accounts, deflators and residents of their tables', async () => {
    const inputs = panelInputs(await panelTables())
    // What is made under another key is not taken for one of them.
    inputs.once('', () => null)
    expect(registerOf(inputs).get('E06000018').e_code).toBe('E3001')
    expect(wardRegisterOf(inputs).wards).toHaveLength(7681)
    expect(
      residentsOf(inputs)
        .homesOfWard('E05001823')
        .reduce((sum, { people }) => sum + people, 0),
    ).toBe(18404)
    expect(deflatorOf(inputs, 'hmt-2019-09').years.at(-1)).toBe('2018-19')
    expect(deflatorOf(inputs, 'hmt-2025-12').series).toBe('hmt-2025-12')
    // Nottingham, as published: culture 20,436 thousand pounds in 2014-15; the library service planned for 2013-14.
    const accounts = accountsOf(inputs)
    expect(accounts.register).toBe(registerOf(inputs))
    expect(accounts.spending('E3001', 'cultural_and_related', '2014-15', 'outturn').value).toBe(20436)
    expect(accounts.spending('ENGLAND', 'cultural_and_related', '2009-10', 'outturn').value).toBe(3317079)
    expect(accounts.spending('E3001', 'library_service', '2013-14', 'budget')).toMatchObject({ basis: 'budget' })
    expect(accounts.spending('E3001', 'library_service', '2013-14', 'budget').value).toBeGreaterThan(1000)
    expect(accounts.population('E3001', '2009-10').value).toBe(294808)
    expect(accounts.breaks.length).toBeGreaterThan(3)
    expect(accounts.remarks.map(({ note }) => note)).toContain('vivacity-takes-over-culture')
    for (const of of [registerOf, wardRegisterOf, residentsOf, accountsOf]) expect(of(inputs)).toBe(of(inputs))
  })
})
