import type { SourceCard } from '../catalogue.js'

/** Day of the edition, as `information.txt` beside the files gives it. */
export const POOLS_AS_OF = '2024-07-01'

/** Publisher, edition, origin and licence of the files of Active Places. */
export const ACTIVE_PLACES = {
  publisher: 'Sport England, Active Places',
  edition: `version ${POOLS_AS_OF}`,
  origin: 'kbuksa/volleyball-courts@fe781559',
  licence: 'OGL-UK-3.0',
  attribution: 'Contains data Copyright Sport England',
} as const

/** The register of swimming pools and the look-ups of its ids. */
export const POOL_SOURCES = {
  pools: { title: 'Active Places: swimming pools, England', file: 'pools/swimmingpools.csv', ...ACTIVE_PLACES },
  types: { title: 'Active Places: types of facility', file: 'pools/facilitytype.csv', ...ACTIVE_PLACES },
  subtypes: { title: 'Active Places: subtypes of facility', file: 'pools/facilitysubtype.csv', ...ACTIVE_PLACES },
} as const satisfies Record<string, SourceCard>
