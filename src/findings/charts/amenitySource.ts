import type { AmenityKind } from '../../indicators/amenities.js'

/** Where the sites of an amenity are from. */
const SITES: Readonly<Record<AmenityKind, string>> = {
  pools: 'Active Places, Sport England, version of 1 July 2024',
  libraries: 'Lists of public libraries of 2016 to 2025 (DCMS, Arts Council England, Libraries Hacked), put together',
}
const RESIDENTS = 'ONS residents of mid-2015 at LSOA centres'
const LICENCE = 'Open Government Licence v3.0.'

/** Whose figures a chart of the stock of an amenity shows. */
export const stockSource = (kind: AmenityKind): string => `${SITES[kind]}. ${LICENCE}`

/** Whose figures a chart of an amenity and of the residents around it shows. */
export const accessSource = (kind: AmenityKind): string => `${SITES[kind]}; ${RESIDENTS}. ${LICENCE}`

/** Whose figures a chart of access by tenth of deprivation shows. */
export const deprivationSource = (kind: AmenityKind): string =>
  `${SITES[kind]}; ${RESIDENTS}. English Indices of Deprivation 2010, MHCLG. ${LICENCE}`

/** Whose figures and boundaries a map of an amenity shows. */
export const mapSource = (kind: AmenityKind): string =>
  `${accessSource(kind)} Boundaries of 2013: Ordnance Survey and ONS.`
