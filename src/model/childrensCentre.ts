import type { LibraryPlaceKnownBy } from './amenity.js'

/** What a row of the register is: a children’s centre, or a site linked to one. */
export const CENTRE_TYPES = ['centre', 'linked site'] as const

/** One of {@link CENTRE_TYPES}. */
export type CentreType = (typeof CENTRE_TYPES)[number]

/**
 * By what the place of a centre is known: its postcode, the middle of the known places of its postcode sector or
 * district, or nothing.
 */
export const CENTRE_PLACES_KNOWN_BY = [
  'postcode',
  'postcode sector',
  'postcode district',
  'none',
] as const satisfies readonly LibraryPlaceKnownBy[]
