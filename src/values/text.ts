import { decodeWindows1252 } from './windows1252.js'
import { requireText } from '../model/given.js'
import { badValue } from '../errors.js'

/** A text with the encoding that it was decoded from. */
export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'windows-1252' | 'macintosh'
}

/**
 * Decodes the bytes of a text file whose encoding nobody declares.
 *
 * UTF-8 when the bytes are valid UTF-8 (a byte order mark is dropped); otherwise Windows-1252 or Mac OS Roman,
 * whichever leaves fewer capital accented letters inside lower-case words (`peopleÕs` is Mac OS Roman read as
 * Windows-1252).
 *
 * @param bytes the whole file: a character cut in two by a chunk border would be lost.
 * @example
 * import { decodeText } from 'wardstick/tables'
 * const bytes = new Uint8Array([0x70, 0x65, 0x6f, 0x70, 0x6c, 0x65, 0xd5, 0x73])
 * decodeText(bytes) // => { text: 'people’s', encoding: 'macintosh' }
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (!ArrayBuffer.isView(bytes)) throw badValue('bytes of a text', typeof bytes, 'the bytes of a file, a Uint8Array')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const windows = decodeWindows1252(bytes)
    const macintosh = new TextDecoder('macintosh').decode(bytes)
    return oddCapitals(macintosh) < oddCapitals(windows)
      ? { text: macintosh, encoding: 'macintosh' }
      : { text: windows, encoding: 'windows-1252' }
  }
}

const oddCapitals = (text: string): number => text.match(/\p{Ll}[À-Þ]\p{Ll}/gu)?.length ?? 0

/**
 * A header or label in the one form in which labels are compared: lower case, straight apostrophes and hyphens, single
 * spaces, no line breaks, no bracketed remark at the end.
 *
 * @example
 * import { comparableLabel } from 'wardstick/tables'
 * comparableLabel('TOTAL CHILDREN’S\n SOCIAL CARE (total of lines 310 to 327)') // => "total children's social care"
 */
export function comparableLabel(text: string): string {
  return withoutRemark(comparableText(text))
}

/** A text in the one form in which texts are compared, its bracketed remark included. */
export function comparableText(text: string): string {
  requireText('text to compare', text)
  return text
    .replace(/[‘’`´]/g, "'")
    .normalize('NFKC')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** A text without the bracketed remarks at its end: `Aspley (Nottingham)` is `Aspley`. */
export function withoutRemark(text: string): string {
  return text.replace(/(\s*\([^()]*\))+\s*$/, '').trim()
}

/**
 * Splits a text into lines of at most so many characters, between words; a longer word has a line of its own.
 *
 * @example
 * import { wrapText } from 'wardstick/tables'
 * wrapText('one two three', 7) // => ['one two', 'three']
 */
export function wrapText(text: string, length: number): string[] {
  requireText('text to wrap', text)
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    return last !== undefined && last.length + 1 + word.length <= length
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, word]
  }, [])
}
