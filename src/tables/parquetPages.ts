import type { ColumnMetaData, DecodedArray, ParquetParsers, PageHeader, SchemaElement, SchemaTree } from 'hyparquet'

/** The functions of hyparquet that unpack and decode one page. */
export interface PageDecoder {
  readonly parquetHeader: (reader: ByteReader) => PageHeader
  readonly decompressPage: (
    bytes: Uint8Array,
    size: number,
    codec: ColumnMetaData['codec'],
    compressors: undefined,
  ) => Uint8Array
  readonly readPlain: (
    reader: ByteReader,
    type: ColumnMetaData['type'],
    count: number,
    length: number | undefined,
  ) => DecodedArray
  readonly readDataPage: (
    bytes: Uint8Array,
    header: NonNullable<PageHeader['data_page_header']>,
    column: ColumnDecoder,
  ) => { definitionLevels: ArrayLike<number> | undefined; dataPage: DecodedArray }
  readonly convert: (values: DecodedArray, column: ColumnDecoder) => DecodedArray
  readonly gunzip: (bytes: Uint8Array, size: number) => Uint8Array
}

/** Where the next byte is read. */
interface ByteReader {
  readonly view: DataView
  offset: number
}

/** What the pages of one column of a row group are decoded by. */
export interface ColumnDecoder {
  readonly pathInSchema: string[]
  readonly type: ColumnMetaData['type']
  readonly element: SchemaElement
  readonly schemaPath: SchemaTree[]
  readonly codec: ColumnMetaData['codec']
  readonly parsers: ParquetParsers
  /** Whether bytes without a logical type are texts. */
  readonly utf8: boolean
}

/** What may still be unpacked of a file; a small file can say that it holds a thousand times its size. */
export interface Allowance {
  bytes: number
}

/** What is wrong with a file, in words for its reader. */
export class PageFault extends Error {}

/** The codecs whose pages are unpacked. */
export const CODECS: readonly ColumnMetaData['codec'][] = ['UNCOMPRESSED', 'SNAPPY', 'GZIP']

/**
 * The values of a column of one row group, null where the file has none.
 *
 * Every size that the file states is held against what is there before anything is made of that size.
 *
 * @param bytes the pages of the column, one after another.
 * @throws PageFault, or what hyparquet throws.
 */
export function readPages(
  bytes: Uint8Array,
  rows: number,
  column: ColumnDecoder,
  decoder: PageDecoder,
  allowance: Allowance,
): unknown[] {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
  const cells: unknown[] = []
  let dictionary: DecodedArray | undefined
  while (cells.length < rows) {
    const header = decoder.parquetHeader(reader)
    const end = reader.offset + header.compressed_page_size
    if (!(header.compressed_page_size >= 0 && end <= bytes.length)) throw new PageFault('a page ends beyond its column')
    allowance.bytes -= Math.abs(header.uncompressed_page_size)
    if (allowance.bytes < 0) throw new PageFault('it unpacks to more than a gigabyte')
    const body = bytes.subarray(reader.offset, end)
    reader.offset = end
    if (header.type === 'DICTIONARY_PAGE') dictionary = readDictionary(body, header, column, decoder)
    else appendCells(cells, readDataCells(body, header, rows - cells.length, dictionary, column, decoder))
  }
  return cells
}

function readDictionary(
  body: Uint8Array,
  header: PageHeader,
  column: ColumnDecoder,
  decoder: PageDecoder,
): DecodedArray {
  const count = header.dictionary_page_header?.num_values ?? 0
  const page = unpack(body, header.uncompressed_page_size, column, decoder)
  if (!(count >= 0 && count <= page.length)) throw new PageFault('a dictionary says that it has more values than bytes')
  const reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 }
  return decoder.convert(decoder.readPlain(reader, column.type, count, column.element.type_length), column)
}

/** The cells of a data page; one without any would be read for ever. */
function readDataCells(
  body: Uint8Array,
  header: PageHeader,
  rowsLeft: number,
  dictionary: DecodedArray | undefined,
  column: ColumnDecoder,
  decoder: PageDecoder,
): unknown[] {
  const first = header.data_page_header ?? header.data_page_header_v2
  if (first === undefined) throw new PageFault(`a page of type ${header.type}`)
  const { num_values: count, encoding } = first
  if (!(count > 0 && count <= rowsLeft))
    throw new PageFault('a page has another number of values than its row group has rows')
  // Each of its values may repeat the one before: a few bytes could stand for any number of them.
  if (encoding === 'DELTA_BYTE_ARRAY') throw new PageFault('the encoding DELTA_BYTE_ARRAY is not read')
  const page =
    header.data_page_header_v2 === undefined
      ? unpack(body, header.uncompressed_page_size, column, decoder)
      : firstVersion(body, header, column, decoder)
  requireRunsOfPage(page, count, encoding, column)
  const { definitionLevels, dataPage } = decoder.readDataPage(
    page,
    { num_values: count, encoding, definition_level_encoding: 'RLE', repetition_level_encoding: 'RLE' },
    column,
  )
  const values = isDictionary(encoding) ? lookUp(dataPage, dictionary) : decoder.convert(dataPage, column)
  return placed(values, definitionLevels ?? [], count)
}

/**
 * A page of the second version in the form of the first: the length of its levels, the levels, and the values unpacked.
 */
function firstVersion(body: Uint8Array, header: PageHeader, column: ColumnDecoder, decoder: PageDecoder): Uint8Array {
  const {
    definition_levels_byte_length: size = 0,
    repetition_levels_byte_length: repeated = 0,
    is_compressed: packed,
  } = header.data_page_header_v2 ?? {}
  if (repeated !== 0 || !(size >= 0 && size <= body.length)) throw new PageFault('the levels of a page end beyond it')
  const values =
    packed === false
      ? body.subarray(size)
      : unpack(body.subarray(size), header.uncompressed_page_size - size, column, decoder)
  const prefix = isOptional(column) ? 4 : 0
  const page = new Uint8Array(prefix + size + values.length)
  if (prefix > 0) new DataView(page.buffer).setUint32(0, size, true)
  page.set(body.subarray(0, size), prefix)
  page.set(values, prefix + size)
  return page
}

function unpack(body: Uint8Array, size: number, { codec }: ColumnDecoder, decoder: PageDecoder): Uint8Array {
  if (codec !== 'GZIP') return decoder.decompressPage(body, size, codec, undefined)
  const page = decoder.gunzip(body, size)
  if (page.length !== size) throw new PageFault('a page unpacks to another size than it says')
  return page
}

const isOptional = ({ element }: ColumnDecoder): boolean => element.repetition_type !== 'REQUIRED'
const isDictionary = (encoding: string): boolean => encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY'

/** Refuses runs that are longer than their page has values; hyparquet would write them out. */
function requireRunsOfPage(page: Uint8Array, count: number, encoding: string, column: ColumnDecoder): void {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength)
  let at = 0
  if (isOptional(column)) {
    at = 4 + view.getUint32(0, true)
    requireRuns(view, 4, at, 1, count)
  }
  if (encoding === 'RLE') requireRuns(view, at + 4, page.length, 1, count)
  if (!isDictionary(encoding)) return
  const width = at < page.length ? view.getUint8(at) : 0
  if (width > 32) throw new PageFault('a dictionary has numbers of more than 32 bits')
  requireRuns(view, at + 1, page.length, width, count)
}

/**
 * Goes through the runs of the hybrid encoding, repeated and bit-packed (eight at a time), up to a number of values.
 *
 * A bit-packed run has its values in its bytes, and may be filled up beyond the last one: DuckDB does so. A repeated
 * one is a number, which could be any.
 */
function requireRuns(view: DataView, start: number, end: number, width: number, count: number): void {
  for (let at = start, seen = 0; seen < count && at < end;) {
    const { value: head, next } = readVarint(view, at)
    const [packed, length] = [(head & 1) === 1, head >>> 1]
    if (!packed && length > count - seen) throw new PageFault('a page repeats a value more often than it has values')
    at = next + (packed ? length * width : Math.ceil(width / 8))
    seen += packed ? length * 8 : length
  }
}

function readVarint(view: DataView, start: number): { value: number; next: number } {
  let value = 0
  for (let at = start, shift = 0; shift < 35; at++, shift += 7) {
    const byte = view.getUint8(at)
    value |= (byte & 0x7f) << shift
    if (byte < 0x80) return { value: value >>> 0, next: at + 1 }
  }
  throw new PageFault('a number without an end')
}

function lookUp(indices: DecodedArray, dictionary: DecodedArray | undefined): unknown[] {
  if (dictionary === undefined) throw new PageFault('a page looks up a dictionary that is not there')
  return Array.from(indices as ArrayLike<number>, (index) => dictionary[index] as unknown)
}

/** Values set at the rows whose level says that there is one. */
function placed(values: ArrayLike<unknown>, levels: ArrayLike<number>, count: number): unknown[] {
  let next = 0
  const cells = Array.from({ length: count }, (_, row) =>
    levels.length > 0 && levels[row] !== 1 ? null : values[next++],
  )
  if (next !== values.length || cells.includes(undefined)) throw new PageFault('a page lacks some of its values')
  return cells
}

/** A spread of so many arguments would end the stack. */
function appendCells(cells: unknown[], more: readonly unknown[]): void {
  for (const cell of more) cells.push(cell)
}
