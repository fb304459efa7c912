import { table as tableOf } from 'arquero'
import type * as Hyparquet from 'hyparquet'
import type { ColumnMetaData, FileMetaData, SchemaElement, SchemaTree } from 'hyparquet'
import { badFile, badValue, WardstickError } from '../errors.js'
import { decimalOf, momentOf } from './exactValues.js'
import { type Cell, type ColumnType, requireColumnNames } from './parse.js'
import { type Allowance, CODECS, type ColumnDecoder, type PageDecoder, PageFault, readPages } from './parquetPages.js'
import {
  checkedColumns,
  type ExchangeOptions,
  type GivenColumns,
  requireSize,
  type TypedColumn,
  typedColumns,
} from './typedColumns.js'
import type { AnyTable } from './anyTable.js'
import type { LooseTable } from './typedTable.js'

/** What is wanted of a Parquet file. */
export interface ParquetReading extends ExchangeOptions {
  /** The columns wanted; all of them without it. */
  readonly columns?: readonly string[] | undefined
}

const ROWS_OF_A_GROUP = 100_000
const MILLISECONDS_A_DAY = 86_400_000

/**
 * A table as a Parquet file, which pyarrow, pandas, R's arrow, DuckDB and polars read.
 *
 * Texts become STRING, whole numbers INT64, others DOUBLE, days DATE, truth values BOOLEAN, compressed by Snappy. A
 * missing cell is a Parquet null, and so is NaN; an infinite number is refused. Every column may hold nulls, so that
 * all parts of a table have one schema.
 *
 * @param table an arquero table.
 * @throws InputError `bad-cell` or `missing-column`.
 * @example
 * import { table } from 'arquero'
 * import { fromParquet, toParquet } from 'wardstick/tables'
 * const wards = table({ code: ['01', '02'], people: [294808, null], since: ['2009-04-01', null] })
 * const bytes = await toParquet(wards, { fields: [{ name: 'since', type: 'date' }] })
 * const back = await fromParquet(bytes)
 * back.objects()
 * // => [{ code: '01', people: 294808, since: '2009-04-01' }, { code: '02', people: null, since: null }]
 */
export async function toParquet(table: AnyTable, options: ExchangeOptions = {}): Promise<Uint8Array> {
  const columns = typedColumns(table, options)
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, type, cells }) => ({
        name,
        data: Array.from(cells, (cell) => (cell === null ? null : STORED[type](cell))),
      })),
      schema: [{ name: 'table', num_children: columns.length }, ...columns.map(schemaElement)],
      rowGroupSize: ROWS_OF_A_GROUP,
      createdBy: 'wardstick',
    }),
  )
}

/** How a cell of each type is stored. */
export const STORED: Readonly<Record<ColumnType, (cell: NonNullable<Cell>) => unknown>> = {
  string: (cell) => cell,
  integer: (cell) => BigInt(cell),
  number: (cell) => cell,
  date: (cell) => Date.parse(String(cell)) / MILLISECONDS_A_DAY,
  boolean: (cell) => cell,
}

const ELEMENTS: Readonly<Record<ColumnType, Partial<SchemaElement>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  boolean: { type: 'BOOLEAN' },
}

/** What the schema of a file says of a column. */
export const schemaElement = ({ name, type }: Pick<TypedColumn, 'name' | 'type'>): SchemaElement => ({
  name,
  repetition_type: 'OPTIONAL',
  ...ELEMENTS[type],
})

/**
 * A table from a Parquet file.
 *
 * Nulls and NaN are missing cells; days, and moments at midnight of Universal Time, are texts such as `2010-03-31`; a
 * decimal is the nearest double. Whole numbers that a double cannot hold exactly are refused, as are lists, maps, times
 * and moments within a day: leave such columns out with `columns`. Pages may be uncompressed or compressed by Snappy or
 * gzip.
 *
 * At most 50 million cells, or a gigabyte unpacked, are read at once.
 *
 * @param bytes the file.
 * @throws InputError `bad-file` when it is no Parquet file, broken, too large or of a kind that is not read;
 * `missing-column` or `bad-cell`.
 * @example
 * import { fromParquet } from 'wardstick/tables'
 * await fromParquet(new TextEncoder().encode('code,people')) // throws 'bad-file'
 */
export async function fromParquet(
  bytes: Uint8Array,
  { columns, file = 'Parquet data', fields }: ParquetReading = {},
): Promise<LooseTable> {
  const given = await readColumns(bytes, columns, file)
  const checked = checkedColumns(given, { fields, file })
  return tableOf(checked.map(({ name, cells }): [string, ArrayLike<Cell>] => [name, cells]))
}

async function readColumns(
  bytes: Uint8Array,
  wanted: readonly string[] | undefined,
  file: string,
): Promise<GivenColumns> {
  const decoder = await loadDecoder()
  try {
    const metadata = decoder.parquetMetadata(footerOf(bytes), { geoparquet: false })
    const leaves = wantedLeaves(decoder.parquetSchema(metadata), wanted, file)
    requireSize(Number(metadata.num_rows), leaves.length, file)
    requireRows(metadata)
    const allowance = { bytes: UNPACKED_BYTES }
    return leaves.map((path) => [nameOf(path), readColumn(bytes, metadata, path, decoder, allowance)] as const)
  } catch (error) {
    if (error instanceof WardstickError) throw error
    throw badFile(
      file,
      `not a Parquet file that can be read (${(error as Error).message})`,
      'Write it again, uncompressed or with Snappy or gzip, and with flat columns.',
    )
  }
}

type Decoder = PageDecoder &
  Pick<typeof Hyparquet, 'parquetMetadata' | 'parquetSchema'> &
  Pick<ColumnDecoder, 'parsers'>

async function loadDecoder(): Promise<Decoder> {
  const [
    { parquetMetadata, parquetSchema },
    { parquetHeader },
    { convert, DEFAULT_PARSERS },
    { decompressPage, readDataPage },
    { readPlain },
    { gunzipSync },
  ] = await Promise.all([
    import('hyparquet'),
    import('hyparquet/src/column.js'),
    import('hyparquet/src/convert.js'),
    import('hyparquet/src/datapage.js'),
    import('hyparquet/src/plain.js'),
    import('fflate'),
  ])
  const gunzip = (packed: Uint8Array, size: number): Uint8Array => gunzipSync(packed, { out: new Uint8Array(size) })
  return {
    parquetMetadata,
    parquetSchema,
    parquetHeader,
    convert,
    decompressPage,
    readDataPage,
    readPlain,
    gunzip,
    parsers: { ...DEFAULT_PARSERS, ...PARSERS },
  }
}

const TEXT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/**
 * hyparquet's own drop what is below a millisecond, and a byte order mark, and put a sign for bytes that are no text.
 */
const PARSERS = {
  stringFromBytes: (bytes: Uint8Array): string => TEXT.decode(bytes),
  jsonFromBytes: (bytes: Uint8Array): string => TEXT.decode(bytes),
  timestampFromMicroseconds: (time: bigint): Date => momentOf(time, 1_000n),
  timestampFromNanoseconds: (time: bigint): Date => momentOf(time, 1_000_000n),
}

const UNPACKED_BYTES = 2 ** 30
const FOOTER_BYTES = 2 ** 24
/** The length of the footer and the mark at the end. */
const TAIL_BYTES = 8

/** The bytes from the footer on; the description of a table of a million columns would fit into those allowed. */
function footerOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length < TAIL_BYTES) throw new PageFault('it is too short')
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(bytes.length - TAIL_BYTES, true)
  if (size > FOOTER_BYTES) throw new PageFault(`its footer is said to have ${size} bytes`)
  return bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES - size))
}

/** A column of the schema below its root. */
type Leaf = readonly [root: SchemaTree, leaf: SchemaTree]
const nameOf = ([, { element }]: Leaf): string => element.name

function wantedLeaves(root: SchemaTree, wanted: readonly string[] | undefined, file: string): Leaf[] {
  const names = root.children.map(({ element }) => element.name)
  requireColumnNames(names, file)
  const found = new Set(names)
  const absent = wanted?.find((name) => !found.has(name))
  if (absent !== undefined) throw badValue(`column of ${file}`, absent, names.join(', '))
  const asked = wanted === undefined ? found : new Set(wanted)
  const leaves = root.children.filter(({ element }) => asked.has(element.name))
  const strange = leaves.find(
    ({ element, children }) => children.length > 0 || element.repetition_type === 'REPEATED' || !isReadable(element),
  )
  if (strange !== undefined)
    throw badFile(
      file,
      `column '${strange.element.name}' is ${kindOf(strange.element)}, which is not read`,
      `Leave it out: columns: [${names
        .filter((name) => name !== strange.element.name)
        .slice(0, 3)
        .map((name) => `'${name}'`)
        .join(', ')}, ...].`,
    )
  return leaves.map((leaf) => [root, leaf])
}

const CONVERTED_KINDS = 'UTF8|ENUM|JSON|DATE|DECIMAL|TIMESTAMP_(MILLIS|MICROS)|U?INT_(8|16|32|64)'
const LOGICAL_KINDS = 'STRING|INTEGER|TIMESTAMP|UUID|NULL|FLOAT16'
const KINDS = new RegExp(`^(${CONVERTED_KINDS}|${LOGICAL_KINDS})$`)
const kindOf = ({ type, converted_type, logical_type }: SchemaElement): string =>
  converted_type ?? logical_type?.type ?? type ?? 'nested'
/**
 * Whether the values of a column are numbers, texts, days or truth values; a time of day would come as a bare number.
 */
const isReadable = (element: SchemaElement): boolean =>
  element.type !== undefined && (kindOf(element) === element.type || KINDS.test(kindOf(element)))

function requireRows({ num_rows: rows, row_groups: groups }: FileMetaData): void {
  const counts = groups.map((group) => Number(group.num_rows))
  const inGroups = counts.reduce((sum, count) => sum + count, 0)
  if (inGroups !== Number(rows) || counts.some((count) => count < 0))
    throw new PageFault(`it says ${rows} rows, and its row groups have ${inGroups}`)
}

function readColumn(
  bytes: Uint8Array,
  { row_groups: groups }: FileMetaData,
  path: Leaf,
  decoder: Decoder,
  allowance: Allowance,
): unknown[] {
  const name = nameOf(path)
  return groups.flatMap((group) => {
    const chunk = group.columns.find(
      ({ meta_data: meta }) => meta?.path_in_schema.length === 1 && meta.path_in_schema[0] === name,
    )?.meta_data
    if (chunk === undefined) throw new PageFault(`a row group lacks the column '${name}'`)
    if (!CODECS.includes(chunk.codec)) throw new PageFault(`the compression ${chunk.codec} is not read`)
    const column = columnDecoder(chunk, path, decoder)
    const values = readPages(pagesOf(bytes, chunk), Number(group.num_rows), column, decoder, allowance)
    return isDecimal(path[1].element) ? values.map((value) => decimal(value, scaleOf(path[1].element))) : values
  })
}

/** The bytes of the pages of a column of a row group. */
function pagesOf(
  bytes: Uint8Array,
  { dictionary_page_offset: dictionary, data_page_offset: data, total_compressed_size: size }: ColumnMetaData,
): Uint8Array {
  const start = Number(dictionary !== undefined && dictionary > 0n ? dictionary : data)
  const end = start + Number(size)
  if (!(start >= 0 && size >= 0n && end <= bytes.length))
    throw new PageFault('a column lies beyond the end of the file')
  return bytes.subarray(start, end)
}

function columnDecoder({ type, codec }: ColumnMetaData, [root, leaf]: Leaf, { parsers }: Decoder): ColumnDecoder {
  if (type !== leaf.element.type)
    throw new PageFault(`a column is ${leaf.element.type ?? 'nested'} in the schema and ${type} in a row group`)
  const { converted_type: kind, ...bare } = leaf.element
  const whole = (kind ?? bare.logical_type?.type) === 'DECIMAL'
  // hyparquet multiplies a decimal by a power of ten that no double is: 7 tenths would be 0.7000000000000001.
  const element: SchemaElement = whole
    ? { ...bare, logical_type: { type: 'INTEGER', bitWidth: 64, isSigned: true } }
    : leaf.element
  return { pathInSchema: [leaf.element.name], type, element, schemaPath: [root, leaf], codec, parsers, utf8: !whole }
}

const isDecimal = (element: SchemaElement): boolean => kindOf(element) === 'DECIMAL'
/** How many of the digits stand behind the point; a file may say so in either of two places. */
const scaleOf = ({ scale, logical_type: logical }: SchemaElement): number =>
  scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0)

function decimal(digits: unknown, scale: number): number | bigint | null {
  if (digits === null) return null
  return decimalOf(digits instanceof Uint8Array ? signed(digits) : (digits as number | bigint), scale)
}

const signed = (bytes: Uint8Array): bigint =>
  BigInt.asIntN(
    8 * bytes.length,
    bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n),
  )
