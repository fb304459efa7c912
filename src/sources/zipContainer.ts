import { inflateSync } from 'fflate'

/** What one unpacked workbook may take in memory; the largest return of councils takes a twentieth of it. */
const MOST_UNPACKED = 300 * 2 ** 20

const END = { signature: 0x06054b50, length: 22, longestComment: 0xffff } as const
const ENTRY = { signature: 0x02014b50, length: 46 } as const
const LOCAL = { signature: 0x04034b50, length: 30 } as const
const STORED = 0
const DEFLATED = 8

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly packed: number
  readonly unpacked: number
  readonly start: number
}

/**
 * What is wrong with a zip archive, in words; null when it is whole: its directory at the end, each file inside it, of
 * the size and the CRC-32 that the directory names.
 *
 * Nothing is unpacked before the sizes are known to be within bounds.
 *
 * Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 and 4.4.
 *
 * @param partProblem what is wrong with an unpacked file, for what the archive cannot tell.
 */
export function zipProblem(
  bytes: Uint8Array,
  partProblem: (name: string, content: Uint8Array) => string | null = () => null,
): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end === null) return 'it is cut off: the directory at the end of the archive is missing'
  const entries = directory(view, end)
  if (entries === null) return 'the directory of the archive is damaged'
  const unpacked = entries.reduce((sum, each) => sum + each.unpacked, 0)
  if (unpacked > MOST_UNPACKED)
    return `it unpacks to ${inMegabytes(unpacked)}, and at most ${inMegabytes(MOST_UNPACKED)} are read`
  for (const entry of entries) {
    const content = wholeContent(view, entry)
    const problem = content === null ? `the part ${entry.name} is damaged` : partProblem(entry.name, content)
    if (problem !== null) return problem
  }
  return null
}

/** Where the end record starts: the last place at which one ends with the file. */
function endRecord(view: DataView): number | null {
  const last = view.byteLength - END.length
  const first = Math.max(0, last - END.longestComment)
  for (let at = last; at >= first; at--) {
    const isEnd = view.getUint32(at, true) === END.signature
    if (isEnd && at + END.length + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  return null
}

/** The files that the directory names; null when it does not fill the room before the end record. */
function directory(view: DataView, end: number): ZipEntry[] | null {
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (start + view.getUint32(end + 12, true) !== end) return null
  const entries: ZipEntry[] = []
  let at = start
  for (let i = 0; i < count; i++) {
    const entry = at + ENTRY.length <= end ? entryAt(view, at) : null
    if (entry === null) return null
    entries.push(entry.entry)
    at = entry.next
  }
  return at === end ? entries : null
}

function entryAt(view: DataView, at: number): { readonly entry: ZipEntry; readonly next: number } | null {
  if (view.getUint32(at, true) !== ENTRY.signature) return null
  const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
    number,
    number,
    number,
  ]
  const next = at + ENTRY.length + name + extra + comment
  if (next > view.byteLength) return null
  return {
    entry: {
      name: textOf(view, at + ENTRY.length, name),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    },
    next,
  }
}

/** The unpacked content of a file; null where it is not what the directory says. */
function wholeContent(view: DataView, entry: ZipEntry): Uint8Array | null {
  const packed = packedBytes(view, entry)
  const content = packed === null ? null : contentOf(packed, entry)
  return content?.length === entry.unpacked && crc32(content) === entry.checksum ? content : null
}

function packedBytes(view: DataView, { start, packed }: ZipEntry): Uint8Array | null {
  if (start + LOCAL.length > view.byteLength || view.getUint32(start, true) !== LOCAL.signature) return null
  const content = start + LOCAL.length + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  if (content + packed > view.byteLength) return null
  return new Uint8Array(view.buffer, view.byteOffset + content, packed)
}

/** The content of a file; one byte longer than the directory says where there is more of it. */
function contentOf(packed: Uint8Array, { method, unpacked }: ZipEntry): Uint8Array | null {
  if (method === STORED) return packed
  if (method !== DEFLATED) return null
  try {
    return inflateSync(packed, { out: new Uint8Array(unpacked + 1) })
  } catch {
    return null
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const textOf = (view: DataView, at: number, length: number): string =>
  new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, length))

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20).toLocaleString('en-GB')} MB`
