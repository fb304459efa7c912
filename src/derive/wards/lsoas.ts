import { internal } from '../../errors.js'
import { fromNationalGrid } from '../../geography/nationalGrid.js'
import type { WardLocator } from '../../geography/wardLocator.js'
import type { Point } from '../../model/ward.js'
import type { LsoaRow } from '../../tables/declared/wards.js'

/** An LSOA put into a ward: `metres` is how far its centre lies from it. */
export interface PlacedLsoa {
  readonly lsoa_code: string
  readonly ward_code: string
  readonly centre: Point
  readonly metres: number
}

/**
 * Puts each LSOA into the ward that its population-weighted centre lies in, else into the nearest one; in the order of
 * the codes.
 */
export function placeLsoas(
  centres: ReadonlyMap<string, { readonly easting: number; readonly northing: number }>,
  { nearestWard }: WardLocator,
): PlacedLsoa[] {
  return [...centres]
    .map(([lsoa_code, { easting, northing }]) => {
      const centre = fromNationalGrid(easting, northing)
      const nearest = nearestWard(centre)
      if (nearest === null) throw internal('there are no wards to place LSOAs in')
      return { lsoa_code, ward_code: nearest.code, centre, metres: nearest.metres }
    })
    .sort((a, b) => (a.lsoa_code < b.lsoa_code ? -1 : 1))
}

/** The rows of the table `lsoas`: centres to 5 decimals of a degree, about a metre. */
export const lsoaRows = (placed: readonly PlacedLsoa[]): LsoaRow[] =>
  placed.map(({ lsoa_code, ward_code, centre, metres }) => ({
    lsoa_code,
    ward_code,
    placed: metres === 0 ? 'inside' : 'nearest',
    longitude: Number(centre.longitude.toFixed(5)),
    latitude: Number(centre.latitude.toFixed(5)),
  }))
