import { describe, expect, expectTypeOf, it } from 'vitest'
import { loadTable } from '../../src/datasets/index.js'
import { BREAK_NOTES, NOTES, type NoteId } from '../../src/index.js'

describe('notes of breaks', () => {
  it('are those of the tables of breaks and remarks, each of them and no other', async () => {
    const notes = await Promise.all([
      loadTable('council-spending', 'breaks').then((table) => [...table.array('note')]),
      loadTable('council-spending', 'remarks').then((table) => [...table.array('note')]),
      loadTable('voluntary-provision', 'breaks').then((table) => [...table.array('note')]),
    ])
    const inTables = new Set(notes.flat())
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
