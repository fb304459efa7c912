import type { SiteTerms } from './siteTerms.js'

const POOL = { one: 'public pool', many: 'public pools' } as const

/** What public pools are called, counted in and measured by. */
export const POOL_TERMS = {
  id: 'pools',
  words: {
    short: 'pools',
    title: 'Public pools',
    plain: POOL,
    full: POOL,
    site: { one: 'site of public pools', many: 'sites of public pools' },
    register: 'register of public pools',
    near: 'a public pool',
    nearInFull: 'a public pool',
  },
  counted: { one: 'site', many: 'sites' },
  unit: { one: 'pool', many: 'pools' },
  aspects: ['units', 'water'],
  near: 'share-2km',
  compared: ['share-1km', 'share-2km', 'share-4km', 'mean-distance', 'sites-4km', 'units-4km', 'water-4km'],
  charted: ['share-2km', 'units-4km'],
  told: ['share-2km', 'mean-distance', 'units-4km'],
  texts: {},
  days: { first: '2008-04-01', last: '2023-12-31' },
  profileDays: ['2010-03-31', '2015-03-31', '2023-04-01'],
  transfersFrom: null,
  opensBy: 'year built',
  hasNames: false,
  belongsBy: 'ward',
  mayLackPlace: false,
  wider: 'england',
  widerFinding: 'pools-england',
  notes: {
    timeline: [
      'A pool known by the year built alone counts from 1 January of the year after; the register gives ' +
        'the last access type alone.',
    ],
    stock: [],
  },
  source: 'pools',
  publisher: 'Active Places, Sport England, version of 1 July 2024',
  licence: 'Open Government Licence v3.0',
} as const satisfies SiteTerms
