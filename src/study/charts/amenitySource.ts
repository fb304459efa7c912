import type { AmenityKind } from '../../indicators/amenities.js'

/** Whose figures a chart of an amenity shows. */
export const AMENITY_SOURCE: Readonly<Record<AmenityKind, string>> = {
  pools: 'Active Places, Sport England, version of 1 July 2024; ONS residents of mid-2015 at LSOA centres. Open Government Licence v3.0.',
  libraries: 'Lists of public libraries of 2016 to 2025 (DCMS, Arts Council England, Libraries Hacked), put together; ONS residents of mid-2015 at LSOA centres. Open Government Licence v3.0.',
}
