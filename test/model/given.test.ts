import { describe, expect, it } from 'vitest'
import { requireList, requireRecord, requireText } from '../../src/model/given.js'

describe('what was given', () => {
  it.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [Number.NaN, 'NaN'],
    [7, '7'],
    [[], 'a list'],
    [Object.create(null), 'an object'],
    [() => 1, 'a function'],
  ])('in place of a text is told in words: %s', (given, words) => {
    expect(() => requireText('name', given)).toThrow(`name: '${words}' is not allowed. Allowed: a text.`)
  })

  it('is a list as an array or a typed array, and nothing else', () => {
    for (const list of [[], [1], new Float64Array(2)]) expect(() => requireList('rows', list)).not.toThrow()
    for (const other of ['ab', {}, null, new DataView(new ArrayBuffer(1))])
      expect(() => requireList('rows', other)).toThrow('Allowed: a list; of an arquero table')
  })

  it('is a record with fields, and neither a list nor null', () => {
    expect(() => requireRecord('point', {}, 'longitude')).not.toThrow()
    for (const other of [[], null, undefined, 1, 'a'])
      expect(() => requireRecord('point', other, 'longitude and latitude')).toThrow(
        'Allowed: an object with longitude and latitude.',
      )
  })
})
