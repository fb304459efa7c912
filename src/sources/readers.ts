import { childrensCentreListReader } from './childrensCentres/lists.js'
import { childrensCentreRegisterReader } from './childrensCentres/register.js'
import { childrensCentreUnionReader } from './childrensCentres/union.js'
import type { Reader } from './reader.js'
import { sportsHallReader } from './sportsHalls/sportsHalls.js'

/**
 * Every reader of the contract {@link Reader}, so that a file can be recognised by what it begins with.
 *
 * @example
 * import { READERS } from 'wardstick/sources'
 * const start = { name: 'mine.csv', bytes: new TextEncoder().encode('list_date,open_centres\n2016-08-04,3272\n') }
 * READERS.filter((reader) => reader.recognises(start) > 0).map(({ id }) => id) // => ['childrens-centre-lists']
 */
export const READERS: readonly Reader<unknown>[] = [
  sportsHallReader,
  childrensCentreUnionReader,
  childrensCentreListReader,
  childrensCentreRegisterReader,
]
