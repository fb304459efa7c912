import type { FramePlace } from '../../panel/frame.js'
import type { Amenity, SitePlace } from './amenity.js'

/** Which places of a frame hold a site while it stands at one of its places, by their positions in the frame. */
export interface SiteHolders {
  /** At its likeliest point. */
  readonly holds: readonly (readonly number[])[]
  /** By what is known of the point: all that hold it, too. */
  readonly mayHold: readonly (readonly number[])[]
  /** Wherever around the point it stands. */
  readonly surelyHolds: readonly (readonly number[])[]
}

/** Positions in the frame by a code. */
type RowsByCode = ReadonlyMap<string, readonly number[]>

/**
 * The places of a frame that hold each place of an amenity.
 *
 * A site is of a council by its authority where its list prints the council as one, and by its ward otherwise; England
 * holds every site, those of unknown place too.
 */
export function siteHolders(amenity: Amenity, places: readonly FramePlace[]): SiteHolders {
  const authorities = new Set(amenity.sites.flatMap(({ authority_code }) => authority_code ?? []))
  const everywhere = places.flatMap(({ parts }, row) => (parts === null ? [row] : []))
  const byWard = new Map<string, number[]>()
  const byAuthority = new Map<string, number[]>()
  places.forEach(({ parts }, row) => {
    for (const { codes, wards } of parts ?? []) {
      const printed = [...codes].filter((code) => authorities.has(code))
      if (printed.length > 0) for (const code of printed) addTo(byAuthority, code, row)
      else for (const ward of wards) addTo(byWard, ward, row)
    }
  })
  const ofAuthority = ({ site }: SitePlace): readonly number[] =>
    rowsOf(byAuthority, amenity.sites[site]?.authority_code ?? null)
  return {
    holds: amenity.places.map((place) => together(everywhere, ofAuthority(place), rowsOf(byWard, place.ward_code))),
    mayHold: amenity.places.map((place) =>
      together(everywhere, ofAuthority(place), ...wardsOf(place).map((ward) => rowsOf(byWard, ward))),
    ),
    surelyHolds: amenity.places.map((place) => together(everywhere, ofAuthority(place), inAll(byWard, wardsOf(place)))),
  }
}

const NOWHERE: readonly number[] = []

const rowsOf = (rows: RowsByCode, code: string | null): readonly number[] =>
  code === null ? NOWHERE : (rows.get(code) ?? NOWHERE)

/** Every ward in which a site may stand, its likeliest first. */
const wardsOf = ({ ward_code, possibleWards }: SitePlace): readonly string[] =>
  ward_code === null ? possibleWards : [ward_code, ...possibleWards.filter((ward) => ward !== ward_code)]

/** The rows that hold all of some wards; none where there is no ward. */
function inAll(rows: RowsByCode, [first, ...others]: readonly string[]): readonly number[] {
  if (first === undefined) return NOWHERE
  return rowsOf(rows, first).filter((row) => others.every((ward) => rowsOf(rows, ward).includes(row)))
}

/** The rows of some lists, each once. */
function together(...lists: readonly (readonly number[])[]): readonly number[] {
  const filled = lists.filter(({ length }) => length > 0)
  return filled.length < 2 ? (filled[0] ?? NOWHERE) : [...new Set(filled.flat())]
}

function addTo(rows: Map<string, number[]>, code: string, row: number): void {
  const found = rows.get(code)
  if (found === undefined) rows.set(code, [row])
  else if (!found.includes(row)) found.push(row)
}

/** The rows that hold a site at every one of some places, and at any of them. */
export const inEvery = (
  lists: readonly (readonly number[])[],
  [first = -1, ...others]: readonly number[],
): readonly number[] =>
  others.length === 0
    ? (lists[first] ?? NOWHERE)
    : (lists[first] ?? NOWHERE).filter((row) => others.every((place) => (lists[place] ?? NOWHERE).includes(row)))

export const inAny = (lists: readonly (readonly number[])[], positions: readonly number[]): readonly number[] =>
  together(...positions.map((place) => lists[place] ?? NOWHERE))
