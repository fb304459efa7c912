import type { CentreListRow, CentreRow } from '../../tables/declared/childrensCentres.js'
import { childrensCentreAmenity } from './childrensCentres.js'
import { siteKind } from './declareSites.js'

/** Sure Start children’s centres that the register of schools lists as open, from 4 August 2016. */
export const CHILDRENS_CENTRES = siteKind({
  id: 'childrens-centres',
  one: 'listed children’s centre',
  many: 'listed children’s centres',
  near: 'share-1km',
  days: { first: '2016-08-04', last: '2026-08-19' },
  belongsBy: 'authority',
  mayLackPlace: true,
  source: 'childrens-centres',
  publisher: 'Get Information about Schools, Department for Education, lists of 2016 to 2026',
  licence: 'Open Government Licence v3.0',
  documentation: {
    description: 'Sure Start children’s centres that the Department for Education lists as open, from August 2016.',
    keyFacts: [
      'Listed open is not open: 115 of 156 councils never took a centre off, so closings are a lower bound.',
      'Before 4 August 2016 the stock is not known: centres that had closed by then are in no list.',
      'Linked sites are not counted; a centre counts until the first list that it is absent from, with bounds.',
    ],
    processing: 'The union of 183 dated lists; placed where a postcode is in the directories held, else in bounds.',
    cannotSay: 'It does not know what a centre still offers, nor how many families use it.',
  },
  tables: {
    centres: { dataset: 'childrens-centres', table: 'centres' },
    lists: { dataset: 'childrens-centres', table: 'lists' },
  },
  amenity: (rows, terms) =>
    childrensCentreAmenity(rows('centres') as readonly CentreRow[], rows('lists') as readonly CentreListRow[], terms),
})
