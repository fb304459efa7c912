import { table } from 'arquero'
import {
  columnFromArray,
  decimal128,
  dictionary,
  int32,
  tableFromArrays,
  tableFromColumns,
  tableToIPC,
  timeMillisecond,
  timestamp,
  TimeUnit,
  utf8,
} from '@uwdata/flechette'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromArrow, toArrow } from '../../src/tables/index.js'
import { anyTable, listsOf, tableOf } from '../support/exchange.js'
import { polarsCategorical } from '../support/otherWriters.js'

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

  it('read a file of polars, whose dictionaries stand behind the rows that look them up', () => {
    expect(fromArrow(polarsCategorical).objects()).toEqual([{ code: '01' }, { code: '02' }, { code: null }])
  })

  it('read a decimal as the nearest double, and refuse one that would become another whole number', () => {
    const of = (values: readonly bigint[], scale: number) =>
      tableToIPC(tableFromArrays({ a: [...values] }, { types: { a: decimal128(30, scale) } }), {}) as Uint8Array
    expect(fromArrow(of([70n, -110n], 2)).array('a')).toEqual([0.7, -1.1])
    expect(() => fromArrow(of([9_007_199_254_740_993n], 0))).toThrow("cannot read '9007199254740993'")
  })

  it('refuse moments in a time zone, whose midnight is another, and moments between milliseconds', () => {
    const at = (zone: string | null, unit: 1 | 2, value: number) =>
      tableToIPC(tableFromArrays({ at: [value] }, { types: { at: timestamp(unit, zone) } }), {}) as Uint8Array
    for (const zone of [null, 'UTC', 'Etc/UTC', '+00:00'])
      expect(fromArrow(at(zone, TimeUnit.MILLISECOND, 86_400_000)).array('at'), `${zone}`).toEqual(['1970-01-02'])
    expect(() => fromArrow(at('America/New_York', TimeUnit.MILLISECOND, 0))).toThrow(
      "column 'at' holds moments in the time zone America/New_York, which are not read. Write their days as dates",
    )
    expect(() => fromArrow(at(null, TimeUnit.MICROSECOND, 0.001))).toThrow("cannot read 'a moment that no date holds'")
  })

  it('read or refuse by name whichever byte of a file or a stream is wrong', () => {
    const columns = tableFromArrays(
      { code: ['01', '02', null], spent: [70n, null, 1n], share: [0.5, null, 1] },
      { types: { code: dictionary(utf8(), int32()), spent: decimal128(20, 2) } },
    )
    const samples = (['file', 'stream'] as const).map((format) => tableToIPC(columns, { format }) as Uint8Array)
    for (const bytes of [polarsCategorical, ...samples])
      for (let at = 0; at < bytes.length; at++)
        for (const byte of [0, 0x7f, 0xff, (bytes[at] ?? 0) ^ 1])
          expect(outcomeOf(bytes, at, byte), `byte ${at} as ${byte}`).toMatch(/^(read|bad-file|bad-cell)$/)
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

function outcomeOf(bytes: Uint8Array, at: number, byte: number): string {
  const altered = Uint8Array.from(bytes)
  altered[at] = byte
  try {
    fromArrow(altered)
    return 'read'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
