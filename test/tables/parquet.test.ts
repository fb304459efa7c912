import { escape, table } from 'arquero'
import fc from 'fast-check'
import { type SchemaElement, parquetMetadata } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { fromParquet, toParquet } from '../../src/tables/index.js'
import { anyTable, listsOf, tableOf } from '../support/exchange.js'
import { duckdbWithNull } from '../support/otherWriters.js'

/** A file of one column, as another tool might write it. */
const fileOf = (
  element: Partial<SchemaElement>,
  data: unknown[],
  options: { codec?: 'SNAPPY' | 'UNCOMPRESSED'; rowGroupSize?: number } = {},
): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [{ name: 'a', data }],
      schema: [
        { name: 'root', num_children: 1 },
        { name: 'a', repetition_type: 'OPTIONAL', ...element },
      ],
      ...options,
    }),
  )
const cellsOf = async (bytes: Uint8Array): Promise<unknown> => (await fromParquet(bytes)).array('a')

describe('toParquet and fromParquet', () => {
  it('bring back every cell of every type', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (any) => {
        expect(
          listsOf(await fromParquet(await toParquet(tableOf(any), { fields: any.fields }), { fields: any.fields })),
        ).toEqual(any.columns)
      }),
    )
  })

  it('write each type as the one that other tools know', async () => {
    const bytes = await toParquet(
      table({ code: ['01'], people: [1], share: [0.5], since: ['2010-03-31'], open: [true] }),
      { fields: [{ name: 'since', type: 'date' }] },
    )
    expect(
      parquetMetadata(bytes)
        .schema.slice(1)
        .map(({ name, type, converted_type: kind, repetition_type: nulls }) => [name, type, kind, nulls]),
    ).toEqual([
      ['code', 'BYTE_ARRAY', 'UTF8', 'OPTIONAL'],
      ['people', 'INT64', undefined, 'OPTIONAL'],
      ['share', 'DOUBLE', undefined, 'OPTIONAL'],
      ['since', 'INT32', 'DATE', 'OPTIONAL'],
      ['open', 'BOOLEAN', undefined, 'OPTIONAL'],
    ])
  })

  it('keep rows in the order in which a table shows them, and those alone that it shows', async () => {
    const shown = table({ n: [3, 1, 2] })
      .orderby('n')
      .filter(escape((row: { n: number }) => row.n > 1))
    expect((await fromParquet(await toParquet(shown))).array('n')).toEqual([2, 3])
  })

  it('keep tables of no rows, of more than one row group, and of typed arrays', async () => {
    expect((await fromParquet(await toParquet(table({ a: [], b: [] })))).columnNames()).toEqual(['a', 'b'])
    const many = Float64Array.from({ length: 250_001 }, (_, i) => i / 7)
    expect((await fromParquet(await toParquet(table({ many })))).array('many', Float64Array)).toEqual(many)
  })

  it('write undefined and NaN as null, bigints as whole numbers, and refuse what is infinite', async () => {
    expect(await cellsOf(await toParquet(table({ a: [1, undefined, Number.NaN, 5n] })))).toEqual([1, null, null, 5])
    await expect(toParquet(table({ a: [1, Number.POSITIVE_INFINITY] }))).rejects.toThrow(
      "table, row 3, column 'a': cannot read 'Infinity'",
    )
    await expect(toParquet(table({ a: [9_007_199_254_740_993n] }))).rejects.toThrow(
      "cannot read '9007199254740993'. Allowed: a whole number",
    )
  })

  it('refuse half a character, which no file can hold', async () => {
    await expect(toParquet(table({ a: ['\ud800'] }))).rejects.toMatchObject({ code: 'bad-cell' })
  })

  it('keep a byte order mark at the start of a text', async () => {
    expect(await cellsOf(await toParquet(table({ a: ['\ufeffa'] })))).toEqual(['\ufeffa'])
  })

  it('read the columns wanted, and only those', async () => {
    const bytes = await toParquet(table({ a: [1], b: [2] }))
    expect((await fromParquet(bytes, { columns: ['b'] })).objects()).toEqual([{ b: 2 }])
    await expect(fromParquet(bytes, { columns: ['c'], file: 'x.parquet' })).rejects.toThrow(
      "column of x.parquet: 'c' is not allowed. Allowed: a, b",
    )
  })

  it('read decimals as the nearest double', async () => {
    expect(
      await cellsOf(fileOf({ type: 'INT32', converted_type: 'DECIMAL', scale: 1, precision: 9 }, [0.7, -12.3, null])),
    ).toEqual([0.7, -12.3, null])
    expect(
      await cellsOf(
        fileOf({ type: 'INT32', logical_type: { type: 'DECIMAL', precision: 9, scale: 1 } }, [7, -123, null]),
      ),
    ).toEqual([0.7, -12.3, null])
    expect(
      await cellsOf(
        fileOf(
          { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, converted_type: 'DECIMAL', scale: 2, precision: 30 },
          [0.07, -1.1],
        ),
      ),
    ).toEqual([0.07, -1.1])
  })

  it('read a file of DuckDB with a NULL, whose bit-packed runs are filled up beyond their last value', async () => {
    expect((await fromParquet(duckdbWithNull)).objects()).toEqual([
      { n: 1, code: '01' },
      { n: 2, code: '02' },
      { n: null, code: null },
    ])
  })

  it('refuse a decimal so large that a double would round it to another whole number', async () => {
    const decimals = { type: 'INT64', converted_type: 'DECIMAL', scale: 0, precision: 18 } as const
    expect(await cellsOf(fileOf(decimals, [9_007_199_254_740_991n]))).toEqual([9_007_199_254_740_991])
    await expect(cellsOf(fileOf(decimals, [9_007_199_254_740_993n]))).rejects.toThrow(
      "cannot read '9007199254740993'. Allowed: a whole number, or null, up to 9,007,199,254,740,991",
    )
  })

  it('read a moment at midnight as its day, and refuse one within a day', async () => {
    expect(
      await cellsOf(fileOf({ type: 'INT64', converted_type: 'TIMESTAMP_MICROS' }, [new Date('2010-03-31T00:00:00Z')])),
    ).toEqual(['2010-03-31'])
    await expect(cellsOf(fileOf({ type: 'INT64', converted_type: 'TIMESTAMP_MICROS' }, [1n]))).rejects.toThrow(
      "cannot read 'a moment that no date holds'. Allowed: a date such as 2010-03-31, a moment at midnight of " +
        'Universal Time, or null',
    )
    await expect(
      cellsOf(fileOf({ type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }, [new Date('2010-03-30T23:00:00Z')])),
    ).rejects.toThrow("cannot read '2010-03-30T23:00:00.000Z'")
  })

  it('refuse a whole number that a double cannot hold, a time of day and what is nested', async () => {
    await expect(cellsOf(fileOf({ type: 'INT64' }, [9_007_199_254_740_993n]))).rejects.toThrow(
      "row 2, column 'a': cannot read '9007199254740993'",
    )
    await expect(cellsOf(fileOf({ type: 'INT32', converted_type: 'TIME_MILLIS' }, [1]))).rejects.toThrow(
      "column 'a' is TIME_MILLIS, which is not read",
    )
    const nested = new Uint8Array(
      parquetWriteBuffer({ columnData: [{ name: 'a', data: [{ b: 1 }], type: 'VARIANT' }] }),
    )
    await expect(cellsOf(nested)).rejects.toThrow("column 'a' is VARIANT, which is not read. Leave it out")
  })
})

describe('a broken Parquet file', () => {
  const sample = toParquet(
    table({
      code: ['01', null, '02', '01', '01', '01'],
      people: [1, 2, null, 4, 5, 6],
      share: [0.5, null, 0.25, 0.125, 1, 1],
    }),
  )

  it('is refused wherever it is cut short', async () => {
    const bytes = await sample
    for (let size = 0; size < bytes.length; size++)
      await expect(fromParquet(bytes.subarray(0, size)), `${size}`).rejects.toMatchObject({ code: 'bad-file' })
  })

  it('is read or refused by name whichever byte is wrong', async () => {
    const bytes = await sample
    for (let at = 0; at < bytes.length; at++)
      for (const byte of [0, 0x7f, 0xff, (bytes[at] ?? 0) ^ 1]) {
        const altered = Uint8Array.from(bytes)
        altered[at] = byte
        const outcome = await fromParquet(altered).then(
          (read) => read.numRows() >= 0,
          (error: unknown) => ['bad-file', 'bad-cell'].includes((error as { code: string }).code),
        )
        expect(outcome, `byte ${at} as ${byte}`).toBe(true)
      }
  })

  it('is refused when a page repeats a value without end', async () => {
    const bytes = fileOf(
      { type: 'DOUBLE', repetition_type: 'OPTIONAL' },
      Array.from({ length: 64 }, () => 1.5),
      { codec: 'UNCOMPRESSED' },
    )
    // The levels of 64 values that are there are one run: its length times 2, 128, as 80 01, and the level 01.
    const run = bytes.findIndex((byte, at) => byte === 0x80 && bytes[at + 1] === 0x01 && bytes[at + 2] === 0x01)
    expect(run).toBeGreaterThan(0)
    // Longer runs: one repeated (even), for which hyparquet would make room, and one bit-packed (odd), without its
    // bytes.
    for (const [longer, problem] of [
      [[0xfe, 0x7f], 'a page repeats a value more often than it has values'],
      [[0xff, 0x7f], 'not a Parquet file that can be read'],
    ] as const) {
      const altered = Uint8Array.from(bytes)
      altered.set(longer, run)
      await expect(fromParquet(altered)).rejects.toThrow(problem)
    }
  })
})
