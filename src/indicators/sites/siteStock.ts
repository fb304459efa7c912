import type { NoteId } from '../../model/notes.js'
import type { IsoDate } from '../../model/period.js'
import type { FramePlace } from '../../panel/frame.js'
import type { Amenity } from './amenity.js'
import { type SiteHolders, inAny, inEvery } from './siteHolders.js'

/** What is open in the places of a frame on a day, by their positions. */
export interface SiteStock {
  readonly sites: Float64Array
  readonly units: Float64Array
  readonly water: Float64Array
  /** Units whose water area is not known. */
  readonly unmeasured: Uint32Array
  /** The fewest and the most sites that dates and places leave open. */
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** 1 where the dates of some site are not known exactly; 1 where the places of some are not. */
  readonly byYear: Uint8Array
  readonly nearby: Uint8Array
}

/** The open stock of an amenity in every place of a frame on a day. */
export function stockOn(amenity: Amenity, holders: SiteHolders, day: IsoDate, places: number): SiteStock {
  const stock: SiteStock = {
    sites: new Float64Array(places),
    units: new Float64Array(places),
    water: new Float64Array(places),
    unmeasured: new Uint32Array(places),
    lower: new Float64Array(places),
    upper: new Float64Array(places),
    byYear: new Uint8Array(places),
    nearby: new Uint8Array(places),
  }
  for (const { open, least, most, place, mayStandAt, uncertain } of amenity.on(day)) {
    if (open !== null)
      for (const row of holders.holds[place] ?? []) {
        add(stock.sites, row, 1)
        add(stock.units, row, open.units)
        add(stock.water, row, open.water)
        add(stock.unmeasured, row, open.unmeasured ?? 0)
      }
    const surely = inEvery(holders.surelyHolds, mayStandAt)
    if (least !== null) for (const row of surely) add(stock.lower, row, 1)
    if (most === null) continue
    for (const row of inAny(holders.mayHold, mayStandAt)) {
      add(stock.upper, row, 1)
      if (uncertain) stock.byYear[row] = 1
      if (!surely.includes(row)) stock.nearby[row] = 1
    }
  }
  return stock
}

function add(numbers: Float64Array | Uint32Array, at: number, number: number): void {
  numbers[at] = (numbers[at] ?? 0) + number
}

/** The notes on a count of open sites. */
export function stockNotes({ byYear, nearby }: SiteStock, row: number, unplaced: number): readonly NoteId[] {
  return STOCK_NOTES[(byYear[row] ?? 0) + 2 * (nearby[row] ?? 0) + (unplaced === 0 ? 0 : 4)] ?? []
}

/** Every list of notes on a count once: the bits of its position say which notes it has. */
const STOCK_NOTES: readonly (readonly NoteId[])[] = Array.from({ length: 8 }, (_, bits) =>
  (['dates-by-year', 'places-nearby', 'sites-without-coordinates'] as const).filter(
    (_, bit) => (bits >> bit) % 2 === 1,
  ),
)

/** How many open sites at no place may be of a place, and whether they are most of those of its authorities. */
export interface Unplaced {
  readonly sites: number
  readonly areMost: boolean
}

const NONE_UNPLACED: Unplaced = { sites: 0, areMost: false }

/** The open sites at no place that may be of each place of a frame, by their authorities. */
export function unplacedOn(amenity: Amenity, day: IsoDate, places: readonly FramePlace[]): Unplaced[] {
  const states = amenity.on(day)
  const [unplaced, open] = [new Map<string, number>(), new Map<string, number>()]
  amenity.sites.forEach(({ authority_code }, site) => {
    const state = states[site]
    if (state?.open == null) return
    countIn(open, authority_code ?? '')
    if (amenity.places[state.place]?.point === null) countIn(unplaced, authority_code ?? '')
  })
  if (unplaced.size === 0) return places.map(() => NONE_UNPLACED)
  return places.map(({ authorities }) => {
    const sites = sumOver(unplaced, authorities)
    return sites === 0 ? NONE_UNPLACED : { sites, areMost: sites * 2 > sumOver(open, authorities) }
  })
}

const countIn = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const sumOver = (counts: ReadonlyMap<string, number>, keys: ReadonlySet<string> | null): number =>
  [...(keys ?? counts.keys())].reduce((sum, key) => sum + (counts.get(key) ?? 0), 0)
