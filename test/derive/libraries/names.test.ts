import { describe, expect, it } from 'vitest'
import { areClose, nameCore, nameKey, nameSlug } from '../../../src/derive/libraries/names.js'

describe('library names', () => {
  it('are compared without the word library, marks, accents and case', () => {
    expect(["St. Ann's Valley Library", 'St Anns Valley', 'Saint Ann’s Valley LIBRARY'].map(nameKey)).toEqual(
      Array(3).fill('st anns valley'),
    )
    expect(nameKey('The Library')).toBe('the library')
  })

  it('share a core across kinds of library', () => {
    expect(
      ['Whittlesey Library Learning Centre', 'Whittlesey Community Hub', 'Whittlesey Library'].map(nameCore),
    ).toEqual(Array(3).fill('whittlesey'))
    expect(nameCore('Community Hub')).toBe('community hub')
  })

  it('are close when one holds the other, or by two slips in a long name', () => {
    expect([
      areClose('clr james', 'dalston clr james'),
      areClose('wheathamstead', 'wheathampstead'),
      areClose('hereford', 'bedford'),
      areClose('eye', 'eynsford eye'),
    ]).toEqual([true, true, false, false])
  })

  it('make slugs', () => {
    expect(nameSlug('Strelley Road Library')).toBe('strelley-road')
  })
})
