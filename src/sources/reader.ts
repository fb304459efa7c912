import { badFile } from '../errors.js'
import type { ReadReport } from './readReport.js'
import type { SourceFile } from './sourceFile.js'

/** How much a reader takes in; a file beyond a limit is refused, a cell beyond it sets its row aside. */
export interface ReadLimits {
  /** Bytes of the file, unpacked. */
  readonly bytes: number
  readonly rows: number
  readonly columns: number
  /** Characters of a cell. */
  readonly cell: number
  /** Problems that are listed of one rule; all are counted. */
  readonly problems: number
}

/** The limits of a reader unless it is told others. */
export const READ_LIMITS: ReadLimits = {
  bytes: 512 * 1024 * 1024,
  rows: 5_000_000,
  columns: 2_000,
  cell: 100_000,
  problems: 1_000,
}

/** A file to be read: its name for messages, and its bytes, at once or as they come. */
export interface ReadInput {
  readonly name: string
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>
}

/** How far a reader has come. */
export interface ReadProgress {
  readonly file: string
  readonly rows: number
}

/** What a reader is asked to do with what it reads. */
export interface ReadRequest<Row> {
  /** Takes each record, with its row in the file; a promise is waited for. */
  readonly sink: (record: Row, row: number) => void | Promise<void>
  readonly limits?: Partial<ReadLimits> | undefined
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined
  /** Ends the reading with its reason. */
  readonly signal?: AbortSignal | undefined
}

/**
 * A reader of one family of official files.
 *
 * A bad row is set aside and reported, never thrown and never lost: the rows that came in are those that went out as
 * records, were set aside or were joined with another. Only a file that cannot be read at all is an error.
 */
export interface Reader<Row> {
  readonly id: string
  /** The family of files, as its publisher calls it. */
  readonly title: string
  /**
   * How sure the reader is that a file is of its family, from 0 (it is another) to 1, by what it begins with; the name
   * of the file says nothing.
   *
   * @param start the file or its first bytes, 64 kB or more.
   */
  recognises(start: SourceFile): number
  /**
   * Reads a file.
   *
   * @throws InputError `bad-file` (empty, no text, beyond a limit) or `missing-column`; the reason of the signal.
   */
  read(input: ReadInput, request: ReadRequest<Row>): Promise<ReadReport>
}

/**
 * The records of a file and the report on it, for files that fit in memory.
 *
 * @param reader the reader of the file’s family.
 * @param input the file.
 * @param options limits, progress and a signal; see {@link ReadRequest}.
 * @throws InputError as the reader does.
 * @example
 * import { childrensCentreListReader, collectRecords } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('list_date,open_centres\n2016-08-04,3272\n2016-10-18,many\n')
 * const { records, report } = await collectRecords(childrensCentreListReader, { name: 'lists.csv', bytes })
 * records.length // => 1
 * report.rows // => { in: 2, records: 1, setAside: 1, joined: 0 }
 * report.problems[0]?.rule // => 'cell-unreadable'
 */
export async function collectRecords<Row>(
  reader: Reader<Row>,
  input: ReadInput,
  options: Omit<ReadRequest<Row>, 'sink'> = {},
): Promise<{ readonly records: readonly Row[]; readonly report: ReadReport }> {
  const records: Row[] = []
  const report = await reader.read(input, { ...options, sink: (record) => void records.push(record) })
  return { records, report }
}

/** The bytes of a file in one piece. @throws InputError `bad-file` beyond the limit. */
export async function collectBytes({ name, bytes }: ReadInput, { bytes: most }: ReadLimits): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
    length += piece.length
    if (length > most) throw beyondLimit(name, 'bytes', most)
    pieces.push(piece)
  }
  return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : joined(pieces, length)
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** A file with more of something than is taken in. */
export const beyondLimit = (file: string, what: 'bytes' | 'rows' | 'columns', most: number) =>
  badFile(
    file,
    `it has more than ${most.toLocaleString('en-GB')} ${what}`,
    `Check that it is the right file, or raise the limit ${what}.`,
  )
