import { LIBRARY_EDITION_DAYS } from '../../model/amenity.js'
import type { SiteTerms } from './siteTerms.js'

const STATIC = { one: 'static public library', many: 'static public libraries' } as const

const BY_YEAR = 'Most openings and closings are known by the year alone and count from its end.'

/** What static public libraries are called, counted in and measured by. */
export const LIBRARY_TERMS = {
  id: 'libraries',
  words: {
    short: 'libraries',
    title: 'Static public libraries',
    plain: { one: 'library', many: 'libraries' },
    full: STATIC,
    site: STATIC,
    register: 'lists of libraries',
    near: 'an open library',
    nearInFull: 'an open public library',
  },
  counted: { one: 'library', many: 'libraries' },
  unit: null,
  aspects: ['said-replaced', 'temporary', 'transferred', 'lost-from-sight', 'lost-months', 'staffed-hours'],
  near: 'share-1km',
  compared: ['share-1km', 'share-2km', 'share-4km', 'mean-distance', 'sites-2km', 'sites-4km'],
  charted: ['share-1km'],
  told: ['share-1km', 'mean-distance', 'sites-2km'],
  texts: {},
  days: { first: '2010-04-01', last: '2023-12-31' },
  profileDays: ['2010-04-01', '2015-03-31', '2023-04-01'],
  transfersFrom: LIBRARY_EDITION_DAYS['2016'],
  opensBy: 'date',
  hasNames: true,
  belongsBy: 'authority',
  mayLackPlace: true,
  wider: 'council',
  widerFinding: 'libraries-wider',
  notes: { timeline: [BY_YEAR], stock: [BY_YEAR] },
  source: 'libraries',
  publisher: 'Lists of public libraries of 2016 to 2025 (DCMS, Arts Council England, Libraries Hacked), put together',
  licence: 'Open Government Licence v3.0',
} as const satisfies SiteTerms
