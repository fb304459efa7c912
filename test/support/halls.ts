import { datedSites } from '../../src/indicators/sites/datedSites.js'
import { siteKind } from '../../src/indicators/sites/declareSites.js'
import type { DatedSite, DeclaredSites, SiteKind } from '../../src/index.js'

/** At the centre of Aspley, by the built-in table of wards. */
const IN_ASPLEY = { point: { longitude: -1.207199, latitude: 52.978369 }, ward_code: 'E05001823' } as const
/** At the centre of Bilborough, 1.9 km from it. */
const BESIDE = { point: { longitude: -1.227682, latitude: 52.96627 }, ward_code: 'E05001827' } as const
const [NOTTINGHAM, LONG_BEFORE] = ['E06000018', null] as const

const HALLS: readonly DatedSite[] = [
  {
    id: 'aspley',
    name: 'Aspley Hall',
    ...IN_ASPLEY,
    authority_code: NOTTINGHAM,
    opened: LONG_BEFORE,
    closed: { earliest: '2012-06-01', latest: '2012-06-01' },
  },
  {
    id: 'beside',
    name: 'Bilborough Hall',
    ...BESIDE,
    authority_code: NOTTINGHAM,
    opened: { earliest: '2018-01-01', latest: '2018-12-31' },
    closed: null,
  },
]

/** A kind of sites that no built-in file declares: village halls, two of them. */
export const halls = (sites: readonly DatedSite[] = HALLS, more: Partial<DeclaredSites> = {}): SiteKind =>
  siteKind({
    id: 'village-halls',
    one: 'village hall',
    many: 'village halls',
    days: { first: '2008-04-01', last: '2023-12-31' },
    near: 'share-1km',
    source: 'halls',
    publisher: 'A list of village halls',
    amenity: (_, terms) => datedSites(terms, sites),
    ...more,
  })
