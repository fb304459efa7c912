import type { HallRow } from '../../tables/declared/sportsHalls.js'
import { sportsHallAmenity } from './activePlaces.js'
import type { SiteKind } from './siteKind.js'
import { SPORTS_HALL_TERMS } from './sportsHallTerms.js'

/** Public sports halls: sites of Sport England’s register with a main hall or barn of access type “Pay and Play”. */
export const SPORTS_HALLS = {
  ...SPORTS_HALL_TERMS,
  documentation: {
    description:
      'Sports halls of three badminton courts or more that anybody can use, where they stand and since when.',
    keyFacts: [
      'Public is the access type “Pay and Play”; the register keeps the last access type of a hall alone.',
      'A hall known by the year built alone counts from 1 January of the year after, with bounds.',
      'Activity halls, such as village halls, are not counted.',
    ],
    processing: 'Halls of one site counted together; placed in wards of 2013 by their coordinates.',
    cannotSay: 'It does not know opening hours, prices, or halls that stopped admitting the public.',
  },
  tables: { halls: { dataset: 'sports-halls', table: 'halls' } },
  amenity: (rows) => sportsHallAmenity(rows('halls') as readonly HallRow[]),
} as const satisfies SiteKind
