import type { HallRow } from '../../tables/declared/sportsHalls.js'
import { sportsHallAmenity } from './activePlaces.js'
import { siteKind } from './declareSites.js'

/** Public sports halls: sites of Sport England’s register with a main hall or barn of access type “Pay and Play”. */
export const SPORTS_HALLS = siteKind({
  id: 'sports-halls',
  one: 'public sports hall',
  many: 'public sports halls',
  unit: { one: 'hall', many: 'halls' },
  days: { first: '2008-04-01', last: '2023-12-31' },
  opensBy: 'year built',
  hasNames: false,
  source: 'sports-halls',
  publisher: 'Active Places, Sport England, version of 1 July 2024',
  licence: 'Open Government Licence v3.0',
  documentation: {
    description: 'Sports halls of three badminton courts or more that anybody can use: where they stand, since when.',
    keyFacts: [
      'Public is the access type “Pay and Play”; the register keeps the last access type of a hall alone.',
      'A hall known by the year built alone counts from 1 January of the year after, with bounds.',
    ],
    processing: 'Halls of one site counted together; placed in wards of 2013 by their coordinates.',
    cannotSay: 'It does not know opening hours, prices, or halls that stopped admitting the public.',
  },
  tables: { halls: { dataset: 'sports-halls', table: 'halls' } },
  amenity: (rows, terms) => sportsHallAmenity(rows('halls') as readonly HallRow[], terms),
})
