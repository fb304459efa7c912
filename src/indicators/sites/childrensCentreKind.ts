import type { CentreListRow, CentreRow } from '../../tables/declared/childrensCentres.js'
import { childrensCentreAmenity } from './childrensCentres.js'
import { CHILDRENS_CENTRE_TERMS } from './childrensCentreTerms.js'
import type { SiteKind } from './siteKind.js'

/** Sure Start children’s centres that the register of schools lists as open. */
export const CHILDRENS_CENTRES = {
  ...CHILDRENS_CENTRE_TERMS,
  documentation: {
    description: 'Sure Start children’s centres that the Department for Education lists as open, from August 2016.',
    keyFacts: [
      'Listed open is not open: 115 of 156 councils never took a centre off the list, so closings are a lower bound.',
      'Before 4 August 2016 the stock is not known: centres that had closed by then are in no list.',
      'Linked sites are not counted.',
      'A centre counts until the first list that it is absent from, with bounds.',
    ],
    processing:
      'The union of 183 dated lists; placed where a postcode is in the directories held, otherwise in bounds.',
    cannotSay: 'It does not know what a centre still offers, nor how many families use it.',
  },
  tables: {
    centres: { dataset: 'childrens-centres', table: 'centres' },
    lists: { dataset: 'childrens-centres', table: 'lists' },
  },
  amenity: (rows) =>
    childrensCentreAmenity(rows('centres') as readonly CentreRow[], rows('lists') as readonly CentreListRow[]),
} as const satisfies SiteKind
