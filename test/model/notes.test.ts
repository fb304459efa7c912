import { describe, expect, expectTypeOf, it } from 'vitest'
import { loadTable } from '../../src/datasets/index.js'
import { BREAK_NOTES, NOTES, type NoteId } from '../../src/index.js'

describe('notes of breaks', () => {
  it('are those of the tables of breaks and remarks, each of them and no other', async () => {
    const tables = await Promise.all([
      loadTable('council-spending', 'breaks'),
      loadTable('council-spending', 'remarks'),
      loadTable('voluntary-provision', 'breaks'),
    ])
    const inTables = new Set(tables.flatMap((table) => [...(table.array('note') as string[])]))
    expect([...inTables].sort()).toEqual([...BREAK_NOTES].sort())
  })

  it('are none of the built-in notes', () => {
    expect(BREAK_NOTES.filter((note) => note in NOTES)).toEqual([])
  })
})

describe('the id of a note', () => {
  it('is one of a closed list', () => {
    expectTypeOf<'population-rebased'>().toExtend<NoteId>()
    expectTypeOf<'not-returned'>().toExtend<NoteId>()
    expectTypeOf<string>().not.toExtend<NoteId>()
  })
})
