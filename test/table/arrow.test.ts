import { table } from 'arquero'
import {
  columnFromArray,
  dictionary,
  int32,
  tableFromArrays,
  tableFromColumns,
  tableToIPC,
  timeMillisecond,
  timestamp,
  utf8,
} from '@uwdata/flechette'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromArrow, toArrow } from '../../src/index.js'
import { anyTable, listsOf, tableOf } from '../support/exchange.js'

describe('toArrow and fromArrow', () => {
  it('bring back every cell of every type', () => {
    fc.assert(
      fc.property(anyTable, (any) => {
        expect(listsOf(fromArrow(toArrow(tableOf(any), { fields: any.fields }), { fields: any.fields }))).toEqual(
          any.columns,
        )
      }),
    )
  })

  it('give columns of machine numbers without a missing value as views of the bytes, not copies', () => {
    const bytes = toArrow(table({ share: Float64Array.of(0.5, 0.25), people: Int32Array.of(1, 2), code: ['01', '02'] }))
    const columns = fromArrow(bytes).data() as Record<string, Float64Array>
    expect([columns['share'], columns['people']]).toEqual([Float64Array.of(0.5, 0.25), Int32Array.of(1, 2)])
    expect([columns['share']?.buffer, columns['people']?.buffer].every((buffer) => buffer === bytes.buffer)).toBe(true)
  })

  it('copy a column that has a NaN, which is a missing cell', () => {
    expect(fromArrow(toArrow(table({ share: Float64Array.of(0.5, Number.NaN) }))).array('share')).toEqual([0.5, null])
  })

  it('read what other tools write: dictionaries, 64 bits, moments at midnight', () => {
    const bytes = tableToIPC(
      tableFromArrays(
        { code: ['01', '02', '01'], people: [1n, 2n, 3n], at: [0, 86_400_000, null] },
        { types: { code: dictionary(utf8(), int32()), at: timestamp() } },
      ),
      { format: 'file' },
    )
    expect(listsOf(fromArrow(bytes as Uint8Array))).toEqual({
      code: ['01', '02', '01'],
      people: [1, 2, 3],
      at: ['1970-01-01', '1970-01-02', null],
    })
  })

  it('refuse a whole number that a double cannot hold, rather than round it', () => {
    const bytes = tableToIPC(tableFromArrays({ big: [9_007_199_254_740_993n] }), {}) as Uint8Array
    expect(() => fromArrow(bytes)).toThrow("Arrow data, row 2, column 'big': cannot read '9007199254740993'")
  })

  it('refuse bytes that are no Arrow data, broken or cut short', () => {
    const bytes = toArrow(table({ code: ['01', '02'] }))
    expect(() => fromArrow(new TextEncoder().encode('code,people\n'), { file: 'a.arrow' })).toThrow(
      'a.arrow: not a readable Arrow stream or file',
    )
    for (let size = 0; size < bytes.length; size++)
      expect(() => fromArrow(bytes.subarray(0, size)), `${size}`).toThrow('not a readable Arrow stream or file')
  })

  it('refuse times of day, whose unit would be lost, and two columns of one name, of which one would be', () => {
    const times = tableToIPC(
      tableFromArrays({ at: [1000, 2000] }, { types: { at: timeMillisecond() } }),
      {},
    ) as Uint8Array
    expect(() => fromArrow(times)).toThrow(
      "Arrow data: column 'at' holds times of day or spans of time, which are not read.",
    )
    const twice = tableToIPC(
      tableFromColumns([
        ['a', columnFromArray([1])],
        ['a', columnFromArray([2])],
      ]),
      {},
    ) as Uint8Array
    expect(() => fromArrow(twice)).toThrow("Arrow data: two columns are named 'a'.")
  })
})
