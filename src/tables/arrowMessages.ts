import { type FlatList, type FlatTable, flatTable, pointed } from './flatBuffers.js'

/** What an Arrow file begins and ends with. */
const MAGIC = 'ARROW1'
/** What an Arrow stream ends with. */
const STREAM_END = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]
/** The length of the footer and the magic at the end. */
const TAIL_BYTES = 4 + MAGIC.length
/**
 * An entry of the footer: where a message begins (8 bytes), the lengths of its head (4, and 4 of filling) and body (8).
 */
const BLOCK_BYTES = 24

const isMagic = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes) === MAGIC
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Whether bytes end as an Arrow stream or file does; flechette takes a part for the whole. */
export function hasEnd(bytes: Uint8Array): boolean {
  const last = bytes.subarray(-STREAM_END.length)
  return STREAM_END.every((byte, at) => last[at] === byte) || isMagic(bytes.subarray(-MAGIC.length))
}

/**
 * The messages of Arrow data in the order of a stream: the columns, the dictionaries, the rows. Those of rows are views
 * of the bytes, not copies.
 *
 * In a file the dictionaries may stand behind the rows that look them up, as polars writes them; flechette reads them
 * in the order of a stream alone.
 *
 * @see https://arrow.apache.org/docs/format/Columnar.html#serialization-and-interprocess-communication-ipc
 * @throws RangeError where a message, or a list of what is in one, lies beyond its bytes.
 */
export function messagesOf(bytes: Uint8Array): Uint8Array[] {
  const messages = isMagic(bytes.subarray(0, MAGIC.length)) ? messagesOfFile(bytes) : messagesOfStream(bytes)
  messages.forEach(requireSound)
  return messages
}

function messagesOfStream(bytes: Uint8Array): Uint8Array[] {
  const view = viewOf(bytes)
  const messages: Uint8Array[] = []
  for (let at = 0; at + 4 <= bytes.length;) {
    const head = headAt(view, at)
    if (head.end === head.start) break
    const size = messageTable(viewOf(bytes.subarray(head.start, head.end))).bodyBytes
    messages.push(part(bytes, at, head.end + size))
    at = head.end + size
  }
  return messages
}

function messagesOfFile(bytes: Uint8Array): Uint8Array[] {
  const view = viewOf(bytes)
  const tail = bytes.length - TAIL_BYTES
  const footerBytes = part(bytes, tail - view.getUint32(tail, true), tail)
  const footerView = viewOf(footerBytes)
  const footer = flatTable(footerView, pointed(footerView, 0))
  const blocks = [FOOTER.dictionaries, FOOTER.batches].flatMap((field) => {
    const { start, count } = footer.vector(field, BLOCK_BYTES)
    return Array.from({ length: count }, (_, i) => start + i * BLOCK_BYTES)
  })
  const messages = blocks.map((block) => {
    const start = Number(footerView.getBigInt64(block, true))
    const body = Number(footerView.getBigInt64(block + 16, true))
    return part(bytes, start, start + footerView.getInt32(block + 8, true) + body)
  })
  return [schemaMessage(footerBytes, footerView, footer), ...messages]
}

/** The fields of the tables of the format, by their numbers. */
const FOOTER = { version: 0, schema: 1, dictionaries: 2, batches: 3 } as const
const MESSAGE = { version: 0, headType: 1, head: 2, bodyBytes: 3 } as const
const HEAD_TYPES = { schema: 1, dictionary: 2, batch: 3 } as const

function part(bytes: Uint8Array, start: number, end: number): Uint8Array {
  if (!(start >= 0 && end > start && end <= bytes.length))
    throw new RangeError('a message lies beyond the end of the data')
  return bytes.subarray(start, end)
}

/** Where the head of a message is: behind its length, before which FF FF FF FF stands since 2019. */
function headAt(view: DataView, at: number): { readonly start: number; readonly end: number } {
  const marked = view.getInt32(at, true) === -1
  const start = at + (marked ? 8 : 4)
  return { start, end: start + view.getUint32(start - 4, true) }
}

interface Message {
  readonly type: number
  readonly head: FlatTable | undefined
  readonly bodyBytes: number
}

function messageTable(view: DataView): Message {
  const table = flatTable(view, pointed(view, 0))
  const [type, body] = [table.at(MESSAGE.headType), table.at(MESSAGE.bodyBytes)]
  return {
    type: type === undefined ? 0 : view.getUint8(type),
    head: table.table(MESSAGE.head),
    bodyBytes: body === undefined ? 0 : Number(view.getBigInt64(body, true)),
  }
}

/**
 * The message that names the columns, made from the footer of a file: the one at the file's start lacks its length in
 * files of polars.
 */
function schemaMessage(footerBytes: Uint8Array, footerView: DataView, footer: FlatTable): Uint8Array {
  const [schema, version] = [footer.at(FOOTER.schema), footer.at(FOOTER.version)]
  if (schema === undefined) throw new RangeError('its footer names no columns')
  const message = new Uint8Array(PREFIX_BYTES + footerBytes.length)
  const view = viewOf(message)
  view.setInt32(0, -1, true)
  view.setUint32(4, message.length - HEAD, true)
  view.setUint32(HEAD, TABLE - HEAD, true)
  const offsets = [12, 12, TABLE_FIELDS.version, TABLE_FIELDS.headType, TABLE_FIELDS.head, 0]
  offsets.forEach((offset, i) => {
    view.setUint16(FIELDS + 2 * i, offset, true)
  })
  view.setInt32(TABLE, TABLE - FIELDS, true)
  view.setInt16(TABLE + TABLE_FIELDS.version, version === undefined ? 0 : footerView.getInt16(version, true), true)
  view.setUint8(TABLE + TABLE_FIELDS.headType, HEAD_TYPES.schema)
  const head = TABLE + TABLE_FIELDS.head
  view.setUint32(head, PREFIX_BYTES + pointed(footerView, schema) - head, true)
  message.set(footerBytes, PREFIX_BYTES)
  return message
}

/**
 * Where the parts of such a message are: the head, the list of the fields of its table, the table, and what follows.
 */
const [HEAD, FIELDS, TABLE, PREFIX_BYTES] = [8, 12, 24, 40]
const TABLE_FIELDS = { version: 4, headType: 6, head: 8 } as const

/** Refuses a message with a list or a column that is longer than the message; flechette would make room for it. */
function requireSound(message: Uint8Array): void {
  const { start, end } = headAt(viewOf(message), 0)
  const view = viewOf(part(message, start, end))
  const { type, head, bodyBytes } = messageTable(view)
  if (head === undefined) return
  if (type === HEAD_TYPES.schema) requireSoundColumns(view, head)
  else if (type === HEAD_TYPES.batch) requireSoundBatch(view, head, Math.max(rowsOf(view, head), bodyBytes * 8))
  else requireSoundBatch(view, head.table(DICTIONARY.batch), bodyBytes * 8)
}

const DICTIONARY = { batch: 1 } as const
const BATCH = { rows: 0, columns: 1, buffers: 2, views: 4 } as const
/** The length of a column and its number of nulls, 8 bytes each, or the start and the length of a buffer. */
const PAIR_BYTES = 16

function rowsOf(view: DataView, batch: FlatTable): number {
  const place = batch.at(BATCH.rows)
  return place === undefined ? 0 : Number(view.getBigInt64(place, true))
}

/**
 * A value takes a bit at least, but in a column of nulls, which is as long as its batch says. A column of views has so
 * many buffers, which are among those of the batch.
 */
function requireSoundBatch(view: DataView, batch: FlatTable | undefined, mostValues: number): void {
  if (batch === undefined) return
  const requireAtMost = ({ start, count }: FlatList, bytes: number, most: number): void => {
    for (let i = 0; i < count; i++)
      if (!(Number(view.getBigInt64(start + i * bytes, true)) <= most))
        throw new RangeError('a column is longer than its message')
  }
  requireAtMost(batch.vector(BATCH.columns, PAIR_BYTES), PAIR_BYTES, mostValues)
  requireAtMost(batch.vector(BATCH.views, 8), 8, batch.vector(BATCH.buffers, PAIR_BYTES).count)
}

/** The lists of the columns and remarks of a schema, and of the children and remarks of its columns. */
function requireSoundColumns(view: DataView, schema: FlatTable): void {
  const columnsOf = (table: FlatTable, field: number): FlatTable[] => {
    const { start, count } = table.vector(field, 4)
    return Array.from({ length: count }, (_, i) => flatTable(view, pointed(view, start + 4 * i)))
  }
  schema.vector(SCHEMA.remarks, 4)
  const waiting = columnsOf(schema, SCHEMA.columns)
  for (let seen = 0, column = waiting.pop(); column !== undefined; seen++, column = waiting.pop()) {
    if (seen > view.byteLength) throw new RangeError('its columns contain each other')
    column.vector(COLUMN.remarks, 4)
    requireSoundType(view, column)
    waiting.push(...columnsOf(column, COLUMN.children))
  }
}

const SCHEMA = { columns: 1, remarks: 2 } as const
const COLUMN = { typeId: 2, type: 3, children: 5, remarks: 6 } as const

/** The kinds of a union are a list; ten to the scale of a decimal is computed, of which no type has more digits. */
function requireSoundType(view: DataView, column: FlatTable): void {
  const [typeId, type] = [column.at(COLUMN.typeId), column.table(COLUMN.type)]
  const kind = typeId === undefined ? 0 : view.getUint8(typeId)
  if (kind === UNION) type?.vector(1, 4)
  const scale = kind === DECIMAL ? type?.at(1) : undefined
  if (scale !== undefined && Math.abs(view.getInt32(scale, true)) > MOST_DIGITS)
    throw new RangeError(`a decimal has more than ${MOST_DIGITS} digits`)
}

const [DECIMAL, UNION, MOST_DIGITS] = [7, 14, 76]
