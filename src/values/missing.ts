import { requireText } from '../model/given.js'

/** What an official marker in place of a number means. */
export type MissingMeaning = 'empty' | 'not available' | 'not submitted' | 'not relevant' | 'suppressed'

const MARKERS: ReadonlyMap<string, MissingMeaning> = new Map([
  ['', 'empty'],
  ['null', 'empty'],
  ['...', 'not available'],
  ['…', 'not available'],
  ['..', 'not available'],
  ['n/a', 'not available'],
  ['#n/a', 'not available'],
  ['[z]', 'not relevant'],
  ['-', 'not relevant'],
  ['[x]', 'not submitted'],
  ['[c]', 'suppressed'],
  ['*', 'suppressed'],
])

/**
 * What a marker that official tables print in place of a number means, or `undefined` when the text is no such marker.
 *
 * A marker is never 0: the reader keeps the cell as missing and reports the marker.
 *
 * @param text the cell as printed; spaces around it do not count.
 * @example
 * import { missingMeaning } from 'wardstick/tables'
 * missingMeaning('…') // => 'not available'
 * missingMeaning('[x]') // => 'not submitted'
 * missingMeaning('0') // => undefined
 */
export function missingMeaning(text: string): MissingMeaning | undefined {
  return MARKERS.get(trimAll(text).toLowerCase())
}

/** Trims ordinary and non-breaking spaces, line breaks and zero-width marks from both ends. */
export function trimAll(text: string): string {
  requireText('text to read', text)
  return text.replace(/^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/g, '')
}
