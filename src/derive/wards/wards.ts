import { internal } from '../../errors.js'
import { groupBy } from '../../tables/groupBy.js'
import type { WardFeature } from '../../model/boundary.js'
import type { WardRow } from '../../tables/declared/wards.js'
import type { DistrictPlace, RuralUrbanClass } from '../../sources/index.js'
import type { PlacedLsoa } from './lsoas.js'
import type { Residents } from './populations.js'

/** What the rows of the table `wards` are made from. */
export interface WardParts {
  readonly features: readonly WardFeature[]
  readonly oldCodes: ReadonlyMap<string, string>
  readonly districts: ReadonlyMap<string, DistrictPlace>
  readonly classes: ReadonlyMap<string, RuralUrbanClass>
  readonly placed: readonly PlacedLsoa[]
  readonly mid2015: ReadonlyMap<string, Residents>
}

/** The rows of the table `wards`, in the order of their codes. */
export function wardRows({ features, oldCodes, districts, classes, placed, mid2015 }: WardParts): WardRow[] {
  const lsoasOf = groupBy(placed, ({ ward_code }) => ward_code)
  return features
    .map(({ properties: { ward_code, ward_name, district_code } }): WardRow => {
      const district = districts.get(district_code)
      if (district === undefined)
        throw internal(`district ${district_code} of ward ${ward_code} is not in the list of districts`)
      const lsoas = lsoasOf.get(ward_code) ?? []
      return {
        ward_code,
        ward_name,
        old_code: oldCodes.get(ward_code) ?? null,
        district_code,
        ...district,
        rural_urban_code: classes.get(ward_code)?.rural_urban_code ?? null,
        rural_urban: classes.get(ward_code)?.rural_urban ?? null,
        lsoas: lsoas.length,
        ...centreOf(lsoas, mid2015),
      }
    })
    .sort((a, b) => (a.ward_code < b.ward_code ? -1 : 1))
}

/** The mean of the centres of the LSOAs weighted by their people, to 6 decimals of a degree. */
function centreOf(
  lsoas: readonly PlacedLsoa[],
  mid2015: ReadonlyMap<string, Residents>,
): { readonly longitude: number | null; readonly latitude: number | null } {
  const people = (code: string): number => mid2015.get(code)?.people ?? 0
  const all = lsoas.reduce((sum, { lsoa_code }) => sum + people(lsoa_code), 0)
  if (all === 0) return { longitude: null, latitude: null }
  const mean = (of: 'longitude' | 'latitude'): number =>
    Number((lsoas.reduce((sum, { lsoa_code, centre }) => sum + centre[of] * people(lsoa_code), 0) / all).toFixed(6))
  return { longitude: mean('longitude'), latitude: mean('latitude') }
}
