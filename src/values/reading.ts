import type { MissingMeaning } from './missing.js'

/** What came of reading a text: a value, a known marker for a missing one, or a text that cannot be read. */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'missing'; readonly meaning: MissingMeaning }
  | { readonly kind: 'unreadable' }
