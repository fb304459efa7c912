import { distanceInMetres } from '../../geography/distance.js'
import type { WardFeature } from '../../model/boundary.js'
import type { PlacedLsoa } from '../wards/lsoas.js'
import { groupBy } from '../../tables/groupBy.js'
import type { CouncilRegister } from '../../geography/councilRegister.js'
import { authoritiesOfToday } from './authorities.js'
import type { Library } from './library.js'
import { nameCore } from './names.js'
import { type Circle, middle } from './postcodeCentres.js'

/** Where a library may lie by its name alone. */
type OfName = (library: Library) => Circle | null

/**
 * Finds the wards that bear the name of a library and lie in its authority: their residents’ middle, and how far the
 * farthest of them live from it.
 */
export function wardsOfName(
  features: readonly WardFeature[],
  smallAreas: readonly PlacedLsoa[],
  register: CouncilRegister,
): OfName {
  const areasOf = groupBy(smallAreas, ({ ward_code }) => ward_code)
  const wards = features.map(({ properties: { ward_code, ward_name, district_code } }) => ({
    name: ` ${nameCore(ward_name)} `,
    authorities: authoritiesOf(district_code, register),
    centres: (areasOf.get(ward_code) ?? []).map(({ centre }) => centre),
  }))
  return ({ name, authorityCode }) => {
    const sought = ` ${nameCore(name)} `
    const bearing = wards.filter((ward) => ward.name.includes(sought) && ward.authorities.includes(authorityCode))
    const centres = bearing.flatMap((ward) => ward.centres)
    if (centres.length === 0) return null
    const point = middle(centres)
    const farthest = Math.max(...centres.map((centre) => distanceInMetres(point, centre)))
    return { point, within: Math.ceil(farthest) + BEYOND_CENTRES }
  }
}

/** The library authorities of today that a district of 2013 is of or in. */
function authoritiesOf(district: string, register: CouncilRegister): string[] {
  const council = register.withCode(district)
  const eCodes = council === undefined ? [] : [council.e_code, council.county_e_code ?? []].flat()
  return eCodes
    .flatMap((eCode) => authoritiesOfToday(eCode, register))
    .flatMap((eCode) => register.get(eCode).gss_code ?? [])
}

/** How far beyond the centres of the small areas of a ward a library of it may lie, metres. */
const BEYOND_CENTRES = 1000
