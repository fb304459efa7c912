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
export function stockNotes({ byYear, nearby }: SiteStock, row: number, unplaced: number): NoteId[] {
  return [
    ...(byYear[row] === 1 ? (['dates-by-year'] as const) : []),
    ...(nearby[row] === 1 ? (['places-nearby'] as const) : []),
    ...(unplaced === 0 ? [] : (['sites-without-coordinates'] as const)),
  ]
}

/** How many open sites at no place may be of each place of a frame, by their authorities. */
export function unplacedOn(amenity: Amenity, day: IsoDate, places: readonly FramePlace[]): number[] {
  const states = amenity.on(day)
  const byAuthority = new Map<string, number>()
  let all = 0
  amenity.sites.forEach(({ authority_code }, site) => {
    const state = states[site]
    if (state?.open == null || amenity.places[state.place]?.point !== null) return
    all += 1
    byAuthority.set(authority_code ?? '', (byAuthority.get(authority_code ?? '') ?? 0) + 1)
  })
  if (all === 0) return places.map(() => 0)
  return places.map(({ authorities }) =>
    authorities === null ? all : [...authorities].reduce((sum, code) => sum + (byAuthority.get(code) ?? 0), 0),
  )
}
