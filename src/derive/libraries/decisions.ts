import type { LibraryEdition, LibraryType } from '../../model/amenity.js'
import type { PrintedClosing } from '../../sources/index.js'
import type { Cluster } from './cluster.js'
import type { PlacedRow, RowKind } from './editions.js'

/** A row of a list, with the name that it prints there, so that a decision cannot slip to another row. */
export interface RowRef {
  readonly edition: LibraryEdition
  readonly row: number
  readonly name: string
}

const at = (edition: LibraryEdition, row: number, name: string): RowRef => ({ edition, row, name })

/** Two rows that no rule joins and that are of one library. */
export interface Join {
  readonly rows: readonly [RowRef, RowRef]
  /** `moved`: to another address; `one site`: two names or two rows of one address, or a place that stood in for it. */
  readonly how: 'moved' | 'one site'
  readonly reason: string
}

/** What is one library by the words of the lists, where the names do not say so. */
export const JOINS: readonly Join[] = [
  {
    rows: [at('2022', 2835, 'City Central Library (Hanley)'), at('2023', 3003, 'City Central Library')],
    how: 'moved',
    reason: '2019: proposal to move it into a nearby building; the list of 2023 has it at Smithfield, none has both',
  },
  {
    rows: [at('2016', 2889, 'Dawley'), at('2023', 3187, 'Dawley & Malinslee Community Library')],
    how: 'moved',
    reason: '2016: to be moved to another venue and run by the community by April 2017',
  },
  {
    rows: [
      at('2016', 470, 'Bodmin Library and One Stop Shop'),
      at('2023', 475, 'Bodmin Library & Information Service'),
    ],
    how: 'moved',
    reason: '2019: relocated to a new building in 2017',
  },
  {
    rows: [at('2016', 2888, 'Tameside Central'), at('2023', 3170, 'Ashton Library')],
    how: 'moved',
    reason: '2019: moved to a new location and changed its name to Ashton Library',
  },
  {
    rows: [at('2016', 2448, 'Ainsdale'), at('2023', 2695, 'Edda')],
    how: 'one site',
    reason: '2016: Ainsdale became independent in 2013; Edda is at its address, Liverpool Avenue, PR8 3NE',
  },
  {
    rows: [at('2016', 29, 'Barnsley Central Library'), at('2023', 11, 'Library @ The Lightbox')],
    how: 'moved',
    reason: '2019: the Central Library relocated to the Lightbox, a new building',
  },
  {
    rows: [at('2016', 3043, 'Whitnash Library and One Stop Shop'), at('2023', 3323, 'Whitnash Civic Centre & Library')],
    how: 'moved',
    reason: 'closed at Franklin Road in 2021, opened at Acre Close in 2021',
  },
  {
    rows: [at('2016', 128, 'Mereside'), at('2023', 94, 'Langdale Library and Laundry Room')],
    how: 'moved',
    reason: 'closed at FY4 4TP in 2022, opened at FY4 4TR in 2022; no list has both',
  },
  {
    rows: [at('2016', 467, 'City Business library'), at('2023', 418, 'Small Business Research + Enterprise Centre')],
    how: 'one site',
    reason: 'two names of the business library at Aldermanbury, EC2V 7HH',
  },
  {
    rows: [at('2023', 1932, 'Kingswood Library'), at('2023', 1933, 'Kingswood Order and Collect Library')],
    how: 'one site',
    reason: 'one postcode, SE21 8QR; the library worked by order and collection until 2023',
  },
  {
    rows: [at('2016', 2234, 'Oxford Central'), at('2016', 2233, 'Oxford Central')],
    how: 'moved',
    reason: '2016: a temporary home during the rebuilding; 2019: previously called Oxford Central, then renamed',
  },
  {
    rows: [at('2016', 2230, 'Neithrop'), at('2023', 2491, 'Woodgreen')],
    how: 'one site',
    reason: '2019: renamed Woodgreen; one postcode, OX16 0AT',
  },
  {
    rows: [at('2019', 15, 'Grahame Park'), at('2023', 1650, 'Colindale')],
    how: 'moved',
    reason: '2016: Grahame Park, now called Colindale',
  },
  {
    rows: [at('2016', 1161, 'Gayton'), at('2023', 1792, 'Greenhill')],
    how: 'moved',
    reason: '2019: to move to a new location in the town centre in spring 2020',
  },
  {
    rows: [at('2016', 1772, 'Farley Community Centre'), at('2023', 1984, 'Farley Library Access Point')],
    how: 'one site',
    reason: 'both at Delphine Close; their postcodes differ by one letter',
  },
  {
    rows: [at('2016', 1826, 'Donald Hope Library'), at('2023', 1878, 'Colliers Wood Library')],
    how: 'one site',
    reason: '2016: a temporary library while Donald Hope Library was closed for redevelopment; one postcode, SW19 2HR',
  },
  {
    rows: [at('2019', 1917, 'North Woolwich Library'), at('2023', 1892, 'North Woolwich Library')],
    how: 'one site',
    reason: '2019: a temporary library until North Woolwich Library reopens',
  },
  {
    rows: [
      at('2019', 1438, 'Tunbridge Wells Library (Temporary location)'),
      at('2023', 1288, 'Tunbridge Wells Library at The Amelia'),
    ],
    how: 'one site',
    reason: '2019: a temporary location while the library was closed',
  },
  {
    rows: [at('2019', 242, 'Hollingbury Library (Carden)'), at('2023', 151, 'Hollingbury Library')],
    how: 'one site',
    reason: '2019: Hollingbury Library was split across two locations in 2017',
  },
  {
    rows: [
      at('2016', 1026, "Cheltenham Local & Family History and Children's library"),
      at('2023', 996, "Cheltenham Children's library"),
    ],
    how: 'one site',
    reason: 'both at Chester Walk, beside the main library',
  },
  {
    rows: [at('2016', 391, 'Whittlesey Library Learning Centre'), at('2016', 390, 'Whittlesey Community Hub')],
    how: 'one site',
    reason: '2016: rebranded as Whittlesey Community Hub; one postcode, PE7 1BA',
  },
  {
    rows: [at('2016', 3222, 'Wednesfield Library'), at('2016', 3223, 'Wednesfield Library')],
    how: 'moved',
    reason: '2016: replaced in May 2010 by the library in a hub 100 yards away, which prints no year of opening',
  },
]

/** A library that closed and that the words of a list call replaced by another. */
export interface Replacement {
  readonly old: RowRef
  readonly by: RowRef
  readonly reason: string
}

/** Closings that lists after 2016, which have no code for it, call replacements. */
export const REPLACEMENTS: readonly Replacement[] = [
  {
    old: at('2019', 257, 'Cheltenham Road'),
    by: at('2023', 165, 'Bishopston'),
    reason: '2016: will be replaced by Bishopston',
  },
  {
    old: at('2019', 302, 'Aylesbury Study Centre'),
    by: at('2023', 198, 'Aylesbury Library'),
    reason: '2019: service merged with Aylesbury Library',
  },
  {
    old: at('2019', 908, "Hastings Children's Library"),
    by: at('2023', 861, 'Hastings Library'),
    reason: '2016: will close when Hastings Library reopens and all services are provided from one building',
  },
  {
    old: at('2019', 2614, 'South Shields Central Library'),
    by: at('2023', 2892, 'The Word Library'),
    reason: '2016: new building, The Word, planned for late 2016',
  },
]

/** What a row prints wrongly, by what other lists say. */
export interface Correction {
  readonly row: RowRef
  readonly set: {
    readonly type?: LibraryType
    readonly kind?: RowKind
    readonly authority?: string
    readonly closing?: PrintedClosing
  }
  readonly reason: string
}

const NOT_MOBILE = 'no mobile library: the lists of 2016 and 2019 have it as a static one at this address'
const GIBSON = 'a society’s collection inside Saffron Walden Library: the same address and hours'
const BOURNEMOUTH =
  'the lists of 2016, 2019 and 2025 have it as a static library; the main one of its town, open 55 hours'
const ST_BEES = '2016: became a book drop in April 2016; a library before'

export const CORRECTIONS: readonly Correction[] = [
  { row: at('2023', 139, 'Bournemouth Library'), set: { type: 'static' }, reason: BOURNEMOUTH },
  { row: at('2022', 178, 'Bournemouth Library'), set: { type: 'static' }, reason: BOURNEMOUTH },
  { row: at('2023', 472, 'Fowey Library & Information Service'), set: { type: 'static' }, reason: NOT_MOBILE },
  { row: at('2022', 513, 'Fowey Library & Information Service'), set: { type: 'static' }, reason: NOT_MOBILE },
  {
    row: at('2023-raw', 356, 'Fowey Library & Information Service'),
    set: { type: 'static' },
    reason: NOT_MOBILE,
  },
  { row: at('2023-raw', 371, 'Padstow Library'), set: { type: 'static' }, reason: NOT_MOBILE },
  { row: at('2023', 473, 'Padstow Library'), set: { type: 'static' }, reason: NOT_MOBILE },
  { row: at('2022', 527, 'Padstow Library'), set: { type: 'static' }, reason: NOT_MOBILE },
  { row: at('2023', 909, 'Gibson Library'), set: { type: 'other' }, reason: GIBSON },
  { row: at('2023-raw', 2804, 'Gibson Library'), set: { type: 'other' }, reason: GIBSON },
  { row: at('2022', 1075, 'Gibson Library'), set: { type: 'other' }, reason: GIBSON },
  { row: at('2021', 2283, 'Gibson Library'), set: { type: 'other' }, reason: GIBSON },
  {
    row: at('2019', 557, 'Upper Norwood'),
    set: { authority: 'Lambeth' },
    reason: '2019: funded by two councils and managed by Lambeth, under which every other list has it',
  },
  {
    row: at('2016', 598, 'St Bees Book Drop'),
    set: {
      kind: 'library',
      closing: { kind: 'closed', day: { date: '2016-04-01', precision: 'month' } },
    },
    reason: ST_BEES,
  },
  { row: at('2019', 573, 'St. Bees Book Drop'), set: { kind: 'library' }, reason: ST_BEES },
  { row: at('2022', 690, 'St. Bees Book Drop'), set: { kind: 'library' }, reason: ST_BEES },
  { row: at('2023', 566, 'St. Bees Book Drop'), set: { kind: 'library' }, reason: ST_BEES },
  { row: at('2023-raw', 2392, 'St. Bees Book Drop'), set: { kind: 'library' }, reason: ST_BEES },
  { row: at('2025', 784, 'St. Bees Book Drop'), set: { kind: 'library' }, reason: ST_BEES },
]

const isAt = (row: Pick<PlacedRow, 'edition' | 'row' | 'name'>, ref: RowRef): boolean =>
  row.edition === ref.edition && row.row === ref.row && row.name === ref.name

/** The decision that corrects a row, if there is one. */
export const correctionOf = (row: Pick<PlacedRow, 'edition' | 'row' | 'name'>): Correction | undefined =>
  CORRECTIONS.find((correction) => isAt(row, correction.row))

/** A row as the decisions have it. */
export function corrected<Row extends Omit<PlacedRow, 'eCode' | 'group'>>(row: Row): Row {
  const { type, kind, authority, closing } = correctionOf(row)?.set ?? {}
  const replaced = REPLACEMENTS.some(({ old }) => isAt(row, old))
  return {
    ...row,
    ...(type === undefined ? {} : { type }),
    ...(kind === undefined ? {} : { kind }),
    ...(authority === undefined ? {} : { authority }),
    ...(replaced ? { closing: { kind: 'replaced' as const, day: row.closing?.day ?? null } } : {}),
    ...(closing === undefined ? {} : { ...closedBy(row, closing) }),
  }
}

/** A row whose library closed before the day of its edition. */
const closedBy = (row: Omit<PlacedRow, 'eCode' | 'group'>, closing: PrintedClosing) => ({
  closing,
  state: 'closed' as const,
  years: row.years.map((each) => (each.year > 2010 ? { ...each, state: 'closed' as const, operator: null } : each)),
})

/** The row that took the place of a library, by the decisions. */
export const successorRow = (rows: readonly PlacedRow[]): RowRef | undefined =>
  REPLACEMENTS.find(({ old }) => rows.some((row) => isAt(row, old)))?.by

/** Whether a library has a row. */
export const hasRow = ({ rows }: { readonly rows: readonly PlacedRow[] }, ref: RowRef): boolean =>
  rows.some((row) => isAt(row, ref))

/** Joins what the decisions call one library. */
export function joinedByHand(
  clusters: readonly Cluster[],
  join: (a: Cluster, b: Cluster, how: Join['how']) => Cluster,
): Cluster[] {
  const kept = [...clusters]
  for (const { rows, how } of JOINS) {
    const [a, b] = rows.map((ref) => kept.find((cluster) => cluster.rows.some(({ row }) => isAt(row, ref))))
    if (a === undefined || b === undefined || a === b) continue
    kept[kept.indexOf(a)] = join(a, b, how)
    kept.splice(kept.indexOf(b), 1)
  }
  return kept
}
