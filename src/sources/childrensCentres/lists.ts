import { csvReader } from '../csvReader.js'
import type { Reader } from '../reader.js'

/** A dated list of open children’s centres. */
export interface CentreListDate {
  /** The day of the list. */
  readonly list_date: string
  /** How many centres and linked sites it has. */
  readonly listed: number
}

/**
 * Reads the days of the dated lists of open children’s centres, and how many centres each has.
 *
 * @example
 * import { childrensCentreListReader, collectRecords } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('list_date,open_centres\n2016-08-04,3272\n')
 * const { records } = await collectRecords(childrensCentreListReader, { name: 'lists.csv', bytes })
 * records // => [{ list_date: '2016-08-04', listed: 3272 }]
 */
export const childrensCentreListReader: Reader<CentreListDate> = csvReader({
  id: 'childrens-centre-lists',
  title: 'Children’s centres of England: days of the dated lists',
  columns: {
    list_date: { label: 'list_date', type: 'date', needed: true },
    listed: { label: 'open_centres', type: 'integer', needed: true, range: [0, 100_000] },
  },
  signature: ['list_date', 'listed'],
  keyOf: ({ list_date }) => list_date,
  records: () => (cells) => cells,
})
