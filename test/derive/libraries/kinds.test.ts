import { describe, expect, it } from 'vitest'
import { kindOf, typeOf } from '../../../src/derive/libraries/kinds.js'
import { placedRow } from '../../support/placedRow.js'

const row = (name: string, remark: string | null = null) => placedRow({ edition: '2023', name, remark, type: 'static' })

describe('kindOf', () => {
  it('tells shelves of books by their names and by the words of a list', () => {
    expect(
      [
        row('Fenton Hub (Book Collection)'),
        row('Tebay Book Drop'),
        row('Oldhams Neighbourhood Collection'),
        row('Drovers Inn', 'Unofficial book drop. 2nd Friday of the month for 2 hrs'),
        row('Wrose Book Exchange'),
        row('Seahouses', 'Small book collection and computers'),
      ].map(kindOf),
    ).toEqual([...Array<string>(4).fill('book collection'), 'library', 'library'])
  })

  it('tells vans, prisons and archives by their names', () => {
    expect(
      [row('Mobile 2'), row('HMP Northumberland'), row('Bury Archives'), row('Library & Archives')].map(kindOf),
    ).toEqual(['mobile', 'prison', 'archive', 'library'])
  })
})

describe('typeOf', () => {
  it('gives what is printed as static and is no public library a type of its own, with the reason', () => {
    expect(typeOf([row('Library Support Unit')])).toEqual({
      type: 'other',
      because: 'an office of the library service',
    })
    expect(
      typeOf([row('The Lit & Phil', 'an Independent Library and has never been the responsibility of Newcastle')]),
    ).toEqual({ type: 'other', because: 'a private library' })
    expect(typeOf([row('Fenton Hub (Book Collection)')]).type).toBe('book collection')
    expect(typeOf([row('Aspley Library')])).toEqual({ type: 'static', because: null })
  })
})
