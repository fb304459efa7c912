import { badValue } from '../errors.js'

/*
 * What plain JavaScript hands over is looked at where it comes in: a cell that is missing, a column in place of a list.
 * TypeScript refuses the same before the program runs.
 */

/** What was given, in words. */
function inWords(given: unknown): string {
  if (Array.isArray(given)) return 'a list'
  if (typeof given === 'object' && given !== null) return 'an object'
  return typeof given === 'function' ? 'a function' : String(given)
}

/** Refuses what is no text. @throws InputError `bad-value`. */
export function requireText(what: string, given: unknown): void {
  if (typeof given !== 'string') throw badValue(what, inWords(given), 'a text')
}

/** Refuses what is no list: neither an array nor a typed array. @throws InputError `bad-value`. */
export function requireList(what: string, given: unknown): void {
  if (!Array.isArray(given) && !(ArrayBuffer.isView(given) && 'length' in given))
    throw badValue(what, inWords(given), 'a list; of an arquero table, column by array() and rows by objects()')
}

/** Refuses what is no object with fields. @throws InputError `bad-value` naming the fields that one has. */
export function requireRecord(what: string, given: unknown, fields: string): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw badValue(what, inWords(given), `an object with ${fields}`)
}
