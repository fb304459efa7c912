import { missingMeaning, trimAll } from './missing.js'
import type { Reading } from './reading.js'

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const GROUPED = /^[+-]?\d{1,3}([, \u00a0\u202f]\d{3})+(\.\d+)?$/
const BRACKETED = /^\((.+)\)$/
const CURRENCY = /^([+-]?)\s*(?:£|GBP)\s*|\s*GBP$/

/**
 * Reads a number as official tables and council ledgers print it: `1,234.50`, `(500)` for -500, `£2 000`,
 * `-14053068.06`.
 *
 * A known marker for a missing value gives `missing`; anything else gives `unreadable`, so that the caller can name the
 * cell. Thousands must stand in groups of three: `1,23` is not read as 123.
 *
 * @param text the cell as printed.
 * @example
 * import { readNumber } from 'wardstick/tables'
 * readNumber('(1,234.50)') // => { kind: 'value', value: -1234.5 }
 * readNumber('£2 000') // => { kind: 'value', value: 2000 }
 * readNumber('…') // => { kind: 'missing', meaning: 'not available' }
 * readNumber('1,23') // => { kind: 'unreadable' }
 */
export function readNumber(text: string): Reading<number> {
  const plain = PLAIN.test(text) ? finite(Number(text)) : undefined
  if (plain !== undefined) return { kind: 'value', value: plain }
  const meaning = missingMeaning(text)
  if (meaning !== undefined) return { kind: 'missing', meaning }
  const trimmed = trimAll(text)
  const inner = BRACKETED.exec(trimmed)?.[1]
  const amount = unsignedAmount(inner ?? trimmed)
  if (amount === undefined || (inner !== undefined && amount < 0)) return { kind: 'unreadable' }
  return { kind: 'value', value: inner === undefined ? amount : 0 - amount }
}

function unsignedAmount(text: string): number | undefined {
  const bare = trimAll(text).replace(CURRENCY, '$1')
  if (PLAIN.test(bare)) return finite(Number(bare))
  if (GROUPED.test(bare)) return finite(Number(bare.replace(/[, \u00a0\u202f]/g, '')))
  return undefined
}

const finite = (number: number): number | undefined => (Number.isFinite(number) ? number : undefined)
