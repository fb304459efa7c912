import { type Claim, type DatedBy, settle } from './claims.js'
import { between } from './days.js'
import { type PlacedRow } from './editions.js'
import { type LibraryEdition, LIBRARY_EDITION_DAYS } from '../../model/amenity.js'
import { nameKey } from './names.js'

/** The editions in which a change of address shows; the register of 2025 prints old addresses beside new ones. */
const ORDER: readonly LibraryEdition[] = ['2016', '2019', '2021', '2022', '2023']

/**
 * Where a library went to another address: from one edition to the next both its postcode and the first line of its
 * address differ. A corrected postcode or a house name that is added is no move.
 *
 * @param left rows of an address that it is known to have left.
 * @param claims years in which a library that was there in 2010 is said to have opened, or its old address to have
 * closed.
 */
export function movesOf(rows: readonly PlacedRow[], left: readonly PlacedRow[], claims: readonly Claim[]): DatedBy[] {
  const printed = ORDER.flatMap((edition) =>
    rows
      .filter(
        (row) =>
          row.edition === edition &&
          row.state !== 'closed' &&
          row.type !== 'mobile' &&
          row.postcode !== null &&
          row.address !== '',
      )
      .slice(0, 1),
  )
  const seen = printed.flatMap((now, i): DatedBy[] => {
    const before = printed[i - 1]
    if (before === undefined || before.postcode === now.postcode || sharesStreet(before, now)) return []
    const [from, to] = [LIBRARY_EDITION_DAYS[before.edition], LIBRARY_EDITION_DAYS[now.edition]]
    return [
      settle(
        claims.filter(({ day }) => day.latest > from && day.earliest <= to),
        () => true,
        between(from, to),
        [now.edition],
      ),
    ].map((move) => ({ ...move, remark: moveInWords(before.postcode ?? '', now.postcode ?? '') }))
  })
  return [...seen, ...unseenMove(rows, left, seen, claims)]
}

/** The postcodes of a move as its event prints them: `NG1 6HP to NG1 7FH`. */
const moveInWords = (from: string, to: string): string => `${from} to ${to}`

/** The postcodes that a library left and went to, as {@link movesOf} prints them; null for other words. */
export function postcodesOfMove(remark: string | null): { readonly from: string; readonly to: string } | null {
  const [, from, to] = /^([A-Z\d]+ [A-Z\d]+) to ([A-Z\d]+ [A-Z\d]+)$/.exec(remark ?? '') ?? []
  return from === undefined || to === undefined ? null : { from, to }
}

/** The move from an address that it is known to have left, where no two editions show the change. */
function unseenMove(
  rows: readonly PlacedRow[],
  left: readonly PlacedRow[],
  seen: readonly DatedBy[],
  claims: readonly Claim[],
): DatedBy[] {
  const old = left.find(({ postcode }) => postcode !== null)
  const arrived = rows.find((row) => row.state === 'open' && row.postcode !== null && row.postcode !== old?.postcode)
  if (old === undefined || arrived === undefined || seen.length > 0) return []
  const day = LIBRARY_EDITION_DAYS[old.edition]
  return [
    {
      ...settle(claims, () => true, between(FIRST_DAY, day), [old.edition]),
      remark: moveInWords(old.postcode ?? '', arrived.postcode ?? ''),
    },
  ]
}

const FIRST_DAY = '2010-04-01'

const WEAK_WORDS = [
  'the|of|and|at|library|libraries|centre|center|community|hub|road|rd|street|st|lane|ln|avenue|ave|high|main',
  'house|square|place|way|drive|close|building|hall|council|school|church|park',
]
const WEAK = new RegExp(`\\b(${WEAK_WORDS.join('|')})\\b`, 'g')

/**
 * Whether two first lines of an address share a word that names a street or house, beside the words of the library’s
 * own name.
 */
function sharesStreet(a: PlacedRow, b: PlacedRow): boolean {
  const own = new Set([...nameKey(a.name).split(' '), ...nameKey(b.name).split(' ')])
  const [left, right] = [wordsOf(a.address, own), wordsOf(b.address, own)]
  if (left.size === 0 || right.size === 0) return true
  return [...left].some((word) => right.has(word))
}

function wordsOf(address: string, own: ReadonlySet<string>): ReadonlySet<string> {
  const words = address
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(WEAK, ' ')
    .split(/\s+/)
  return new Set(words.filter((word) => word !== '' && !/^\d{1,2}$/.test(word) && !own.has(word)))
}
