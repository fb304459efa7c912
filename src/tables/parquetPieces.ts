import type { DecodedArray } from 'hyparquet'
import { STORED, schemaElement } from './parquet.js'
import type { Cell, Field } from './parse.js'

/** The cells of a group of rows by column; null is a missing cell. */
export type ParquetGroup = Readonly<Record<string, readonly Cell[]>>

/**
 * A Parquet file in pieces, as `toParquet` writes it, a group of rows after the other, so that a table of any size is
 * written in the memory of one group. Texts are kept in a dictionary.
 *
 * @param fields the columns, every one of each group.
 * @param groups the groups of rows; each cell is null or of the type of its column.
 */
export async function* parquetPieces(
  fields: readonly Field[],
  groups: Iterable<ParquetGroup>,
): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const bytes = new ByteWriter()
  const schema = [{ name: 'table', num_children: fields.length }, ...fields.map(schemaElement)]
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'wardstick' })
  const written = (): Uint8Array => {
    const piece = bytes.getBytes().slice()
    bytes.index = 0
    return piece
  }
  for (const group of groups) {
    const columnData = fields.map((field) => columnOf(field, group[field.name] ?? []))
    await writer.write({ columnData, rowGroupSize: Math.max(1, columnData[0]?.data.length ?? 0) })
    yield written()
  }
  await writer.finish()
  yield written()
}

interface ColumnData {
  readonly name: string
  readonly data: DecodedArray
  readonly encoding?: 'RLE_DICTIONARY'
}

/** Numbers, texts and truth values are stored as they are; a column without a text has no dictionary. */
function columnOf({ name, type }: Field, cells: readonly Cell[]): ColumnData {
  const isPlain = type === 'string' || type === 'number' || type === 'boolean'
  const data = isPlain ? cells : cells.map((cell) => (cell === null ? null : STORED[type](cell)))
  const isDictionary = type === 'string' && cells.some((cell) => cell !== null)
  return { name, data: data as DecodedArray, ...(isDictionary ? { encoding: 'RLE_DICTIONARY' } : {}) }
}
