import { type CellsOf, type CsvColumn, type RowNotes, csvReader } from '../csvReader.js'
import type { CentreType } from '../../model/childrensCentre.js'
import type { Reader } from '../reader.js'
import { typeIn, TYPES, postcodeIn } from './cells.js'

/** A children’s centre as the union of the dated lists has it. */
export interface ListedCentre {
  readonly urn: string
  readonly name: string
  /** The council as its last list names it, with the number that the Department for Education gives it. */
  readonly council: string
  readonly dfeNumber: string
  /** As its last list has it. */
  readonly type: CentreType
  readonly opened: string | null
  /** The postcode in the first list that it is in, and in the last. */
  readonly firstPostcode: string | null
  readonly postcode: string | null
  readonly firstListed: string
  readonly lastListed: string
  /** The first list that it is absent from for good; null while it is listed. */
  readonly firstAbsent: string | null
  /** How many lists between its first and its last it is absent from. */
  readonly listsMissed: number
}

const COLUMNS = {
  urn: { label: 'urn', type: 'string', needed: true, pattern: /\d+/ },
  name: { label: 'name', type: 'string', needed: true },
  dfe: { label: 'la_code', type: 'string', needed: true, pattern: /\d{3}/ },
  council: { label: 'la_name', type: 'string', needed: true },
  type: { label: 'type', type: 'string', needed: true, allowed: TYPES },
  opened: { label: 'open_date', type: 'date' },
  first_postcode: { label: 'postcode_first', type: 'string' },
  postcode: { label: 'postcode_last', type: 'string' },
  first_listed: { label: 'first_listed', type: 'date', needed: true },
  last_listed: { label: 'last_listed', type: 'date', needed: true },
  first_absent: { label: 'first_absent', type: 'date' },
  missed: { label: 'lists_missed_between', type: 'integer', needed: true, range: [0, 10_000] },
} as const satisfies Record<string, CsvColumn>
type Cells = CellsOf<typeof COLUMNS>
type Notes = RowNotes<keyof typeof COLUMNS>

/**
 * Reads the union of the dated lists of open children’s centres: one row a centre ever listed, with the first and the
 * last list that it is in and the first that it is absent from.
 *
 * @example
 * import { childrensCentreUnionReader, collectRecords } from 'wardstick/sources'
 * const text =
 *   'urn,name,la_code,la_name,type,open_date,postcode_first,postcode_last,first_listed,last_listed,first_absent,' +
 *   "lists_missed_between\n20001,The Starship,873,Cambridgeshire,Children's Centre,18-12-2009,CB23 8DY,CB23 8DY," +
 *   '2016-08-04,2026-08-19,,0\n'
 * const bytes = new TextEncoder().encode(text)
 * const { records } = await collectRecords(childrensCentreUnionReader, { name: 'union.csv', bytes })
 * records[0]?.opened // => '2009-12-18'
 * records[0]?.type // => 'centre'
 */
export const childrensCentreUnionReader: Reader<ListedCentre> = csvReader({
  id: 'childrens-centre-union',
  title: 'Children’s centres of England: union of the dated lists',
  columns: COLUMNS,
  signature: ['urn', 'first_listed', 'last_listed', 'first_absent'],
  keyOf: ({ urn }) => urn,
  records: () => recordOf,
})

function recordOf(cells: Cells, row: Notes): ListedCentre | null {
  const { urn, name, council, dfe, opened, first_listed, last_listed, first_absent, missed } = cells
  if (first_listed > last_listed || (first_absent !== null && first_absent <= last_listed))
    return row.setAside('lists-out-of-order', 'last_listed')
  if (opened === null) row.note('opening-date-missing', 'opened')
  if (missed > 0) row.note('left-and-came-back', 'missed')
  return {
    urn,
    name,
    council,
    dfeNumber: dfe,
    type: typeIn(cells.type),
    opened,
    firstPostcode: postcodeIn(cells.first_postcode, (rule) => row.note(rule, 'first_postcode')),
    postcode: postcodeIn(cells.postcode, (rule) => row.note(rule, 'postcode')),
    firstListed: first_listed,
    lastListed: last_listed,
    firstAbsent: first_absent,
    listsMissed: missed,
  }
}
